"""Bring a lesson's recorded voice up to date: speak what is new, keep what is right, remove the rest."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lesson_player.formats.bundle import load_bundle
from lesson_player.formats.voice import INDEX, voice_text
from lesson_player.foundation.files import write_whole
from lesson_player.model.bundle import LessonBundle
from lesson_player.model.problem import errors
from lesson_player.model.spoken import pupil_texts
from lesson_player.model.voice import VOICE_FOLDER, Recording, VoiceIndex
from lesson_voice import VoiceNotRecorded
from lesson_voice.index import Wanted, recording, wanted, with_same_sound
from lesson_voice.limits import check, check_size, summary
from lesson_voice.settings import Settings, read_settings
from lesson_voice.sound import encode, find_ffmpeg, measure
from lesson_voice.speech import speak_paced

MEASURED = "measured.txt"


@dataclass(frozen=True, slots=True)
class Plan:
    """What there is to do."""

    language: str
    settings: Settings
    kept: Mapping[str, Recording]
    """By key: recordings that are right as they are."""
    new: Sequence[Wanted]
    unused: Sequence[Path]
    """Sounds that no line needs any more."""


def plan(lesson_folder: Path, film_folder: Path) -> Plan:
    """See what is recorded and what is not. Raises :class:`VoiceNotRecorded` with one line."""
    bundle = _lesson(lesson_folder, film_folder)
    settings = read_settings(lesson_folder / VOICE_FOLDER)
    former = bundle.voice.recordings if bundle.voice else {}
    every = wanted(pupil_texts(bundle), settings, bundle.lesson.language)
    sounds = {one.file: one for one in former.values()}
    kept = {one.key: with_same_sound(one, sounds[one.file]) for one in every if one.file in sounds}
    needed = {one.file for one in every}
    there = sorted((lesson_folder / VOICE_FOLDER).glob("*.opus"))
    return Plan(
        language=bundle.lesson.language,
        settings=settings,
        kept=kept,
        new=[one for one in every if one.key not in kept],
        unused=[path for path in there if path.name not in needed],
    )


def record(lesson_folder: Path, to_do: Plan, store: Path) -> str:
    """Record what is new and give the summary of all. Raises :class:`VoiceNotRecorded` with one line.

    Everything is made in a folder of its own first. New sounds have new names, so until the list is replaced,
    in one move, the player has the former recordings whole.
    """
    folder = lesson_folder / VOICE_FOLDER
    program = find_ffmpeg()
    new = list({one.file: one for one in to_do.new}.values())
    spoken = speak_paced([one.text for one in new], to_do.settings, store)
    sounds: dict[str, Recording] = {}
    with tempfile.TemporaryDirectory(dir=folder, prefix=".recording-") as made:
        for one, line in zip(new, spoken, strict=True):
            opus = encode(program, line.pcm)
            measured = measure(program, opus)
            sounds[one.file] = recording(one, line, opus, measured.seconds)
            check(sounds[one.file], measured)
            Path(made, one.file).write_bytes(opus)
        added = {one.key: with_same_sound(one, sounds[one.file]) for one in to_do.new}
        recordings = {**to_do.kept, **added}
        check_size(recordings.values())
        for name in sounds:
            Path(made, name).replace(folder / name)
    index = VoiceIndex(format=1, language=to_do.language, voice=to_do.settings.voice, recordings=recordings)
    changed = _write(lesson_folder / INDEX, voice_text(index))
    for path in to_do.unused:
        path.unlink()
    if not changed and (folder / MEASURED).is_file():
        return (folder / MEASURED).read_text("utf-8")
    text = _measure_all(folder, program, index, to_do.settings)
    _write(folder / MEASURED, text)
    return text


def _write(path: Path, text: str) -> bool:
    """Write a file that everybody may read, whole; False when it has that text already."""
    if path.is_file() and path.read_text("utf-8") == text:
        return False
    write_whole(path, text.encode())
    path.chmod(0o644)
    return True


def _measure_all(folder: Path, program: str, index: VoiceIndex, settings: Settings) -> str:
    every = list({one.file: one for one in index.recordings.values()}.values())
    measured = [measure(program, (folder / one.file).read_bytes()) for one in every]
    return summary(len(index.recordings), every, measured, settings)


def _lesson(lesson_folder: Path, film_folder: Path) -> LessonBundle:
    """The lesson without a fault: a line that could not be read would lose its recording."""
    bundle, problems = load_bundle(lesson_folder, [film_folder])
    wrong = errors(problems)
    if bundle is None or wrong:
        raise VoiceNotRecorded(f"The lesson has a problem, so nothing is recorded: {wrong[0]}")
    return bundle
