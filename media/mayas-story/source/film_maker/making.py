"""The whole job: speak, time, write the tracks, paint, encode, and only then put the files in their place."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from film_maker import film, sound
from film_maker.manifest import FILES, Made, manifest
from film_maker.picture.frames import FramePainter
from film_maker.recording import Spoken, record_script
from film_maker.scenes import PICTURES
from film_maker.script import Script, read_script
from film_maker.timeline import TimedScene, Timeline, make_timeline
from film_maker.tracks import SUFFIXES, descriptions, text_tracks, transcript

PAUSES = {"film": 0.0, "bsl": 0.8}
"""Seconds added to every scene of a version."""

CHIME_BEFORE = 0.7
"""A message is heard so many seconds before the narrator speaks of it."""


def timelines(script: Script, spoken: dict[str, Spoken]) -> dict[str, Timeline]:
    """Both versions, timed."""
    return {name: make_timeline(script, spoken, pause=pause) for name, pause in PAUSES.items()}


def chimes(timeline: Timeline) -> list[float]:
    """When a message comes in."""
    return [
        line.start - CHIME_BEFORE
        for timed in timeline.scenes
        for line in timed.lines
        if line.line.id in PICTURES[timed.scene.id].chimes
    ]


def make_all(script_file: Path, folder: Path, target: Path) -> None:
    """Make every file in ``folder``, then move them to ``target``, the manifest last."""
    script = read_script(script_file)
    spoken = record_script(script)
    sound.find_ffmpeg()
    made: dict[str, Made] = {}
    measured: list[str] = []
    for version, timeline in timelines(script, spoken).items():
        _write_sound_and_tracks(script, version, timeline, spoken, folder)
        painter = FramePainter(timeline, PICTURES, script.words, signed=version == "bsl")
        file = folder / FILES[version]
        film.encode(painter, timeline, folder / f"{version}.wav", file)
        made[version] = Made(file, film.duration(file), sound.loudness(file), timeline)
        measured.append(
            f"{FILES[version]}: {made[version].duration:.2f} s, {file.stat().st_size / 1e6:.2f} MB, "
            f"{made[version].loudness:.1f} LUFS"
        )
        print(measured[-1])
    (folder / "measured.txt").write_text("\n".join(measured) + "\n", "utf-8")
    (folder / "film.yaml").write_text(manifest(script, made), "utf-8")
    for name in sorted((path.name for path in folder.iterdir()), key=lambda name: name == "film.yaml"):
        if not name.endswith((".wav", ".pcm")):
            (folder / name).replace(target / name)


def _write_sound_and_tracks(
    script: Script, version: str, timeline: Timeline, spoken: dict[str, Spoken], folder: Path
) -> None:
    voices = folder / f"{version}.pcm"
    voices.write_bytes(sound.voices_track(timeline.lines, spoken, timeline.duration))
    sound.mix(voices, timeline.duration, chimes(timeline), folder / f"{version}.wav")
    voices.write_bytes(sound.voices_track(descriptions(timeline), spoken, timeline.duration))
    sound.encode_description(voices, folder / f"descriptions{SUFFIXES[version]}.opus")
    _write_texts(script, version, timeline, folder)


def make_tracks(script_file: Path, folder: Path, target: Path) -> None:
    """Make only the text tracks and the transcript, for a film whose speech has not changed."""
    script = read_script(script_file)
    for version, timeline in timelines(script, record_script(script)).items():
        _write_texts(script, version, timeline, folder)
    for path in sorted(folder.iterdir()):
        path.replace(target / path.name)


def _write_texts(script: Script, version: str, timeline: Timeline, folder: Path) -> None:
    (folder / "transcript.txt").write_text(transcript(script), "utf-8")
    for name, text in text_tracks(script, version, timeline).items():
        (folder / name).write_text(text, "utf-8")


def make_stills(
    script_file: Path, folder: Path, *, scenes: Sequence[str] | None, each: float | None, signed: bool
) -> None:
    """Write pictures of scenes as PNG: late in each scene, or one every ``each`` seconds."""
    script = read_script(script_file)
    version = "bsl" if signed else "film"
    timeline = timelines(script, record_script(script))[version]
    painter = FramePainter(timeline, PICTURES, script.words, signed=signed)
    folder.mkdir(parents=True, exist_ok=True)
    for timed in timeline.scenes:
        if scenes and timed.scene.id not in scenes:
            continue
        for number, time in enumerate(_still_times(timed, each)):
            painter.image(time).save(str(folder / f"{timed.scene.id}-{number}.png"))


def _still_times(timed: TimedScene, each: float | None) -> list[float]:
    if not each:
        return [timed.end - 0.5]
    first = timed.start + 0.7
    return [first + step * each for step in range(int((timed.end - first) / each) + 1)]
