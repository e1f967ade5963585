"""Put the recorded lines in their places over a quiet room, at -23 LUFS, and encode them."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from film_maker import FilmNotMade
from film_maker.recording import RATE, Spoken
from film_maker.timeline import TimedLine

LOUDNESS = -23.0
"""Loudness in LUFS that EBU R 128 asks of a programme."""
LIMITER = "alimiter=limit=0.7079:level=disabled"
"""Nothing is louder than -3 dB of full scale."""
ROOM = (
    "anoisesrc=color=brown:seed=14:amplitude=0.5:sample_rate=48000:duration={seconds},"
    "lowpass=f=420,highpass=f=60,volume=-46dB"
)
"""A quiet room: soft low noise, the same at every run."""
CHIME = "sine=frequency=660:sample_rate=48000:duration=0.9,volume='0.05*min(t/0.04,1)*exp(-4*t)':eval=frame"
"""A soft sign that a message has come; it rises over 40 ms, so it does not startle."""


def find_ffmpeg() -> str:
    """The ffmpeg program. Raises :class:`FilmNotMade` with one line when it is missing."""
    program = shutil.which("ffmpeg")
    if program is None:
        raise FilmNotMade(
            "ffmpeg is missing: it makes the film's sound and picture. On Debian: apt-get install ffmpeg"
        )
    return program


def ffmpeg(arguments: Sequence[str]) -> str:
    """Run ffmpeg and return what it says. Raises :class:`FilmNotMade` with one line when it fails."""
    command = [find_ffmpeg(), "-hide_banner", "-nostdin", "-y", *arguments]
    done = subprocess.run(command, capture_output=True, check=False)
    said = done.stderr.decode(errors="replace")
    if done.returncode != 0:
        raise FilmNotMade(f"ffmpeg failed: {(said.strip() or 'no reason given').splitlines()[-1]}")
    return said


def voices_track(lines: Sequence[TimedLine], spoken: dict[str, Spoken], duration: float) -> bytes:
    """The voices alone as raw sound, silent between the lines."""
    track = bytearray(round(duration * RATE) * 2)
    for line in lines:
        at = round(line.start * RATE) * 2
        pcm = spoken[line.line.id].pcm
        track[at : at + len(pcm)] = pcm
    return bytes(track[: round(duration * RATE) * 2])


def _raw(path: Path) -> list[str]:
    return ["-f", "s16le", "-ar", str(RATE), "-ac", "1", "-i", str(path)]


def mix(voices: Path, duration: float, chimes: Sequence[float], target: Path) -> float:
    """Write voices, room and chimes as a 48 kHz WAV at -23 LUFS; return the loudness measured in it."""
    parts = ["[0:a]aresample=48000[voice]", f"{ROOM.format(seconds=duration)}[room]"]
    names = ["[voice]", "[room]"]
    for number, at in enumerate(chimes):
        parts.append(f"{CHIME},adelay={round(at * 1000)}[chime{number}]")
        names.append(f"[chime{number}]")
    joined = ";".join(parts) + f";{''.join(names)}amix=inputs={len(names)}:duration=first:normalize=0[mixed]"
    loose = target.with_suffix(".loose.wav")
    ffmpeg(
        [
            *_raw(voices),
            "-filter_complex",
            joined,
            "-map",
            "[mixed]",
            "-c:a",
            "pcm_f32le",
            "-fflags",
            "+bitexact",
            str(loose),
        ]
    )
    gain = LOUDNESS - loudness(loose)
    ffmpeg(
        [
            "-i",
            str(loose),
            "-af",
            f"volume={gain:.3f}dB,{LIMITER}",
            "-c:a",
            "pcm_s16le",
            "-fflags",
            "+bitexact",
            str(target),
        ]
    )
    loose.unlink()
    return loudness(target)


def loudness(path: Path) -> float:
    """Programme loudness of a sound or film file in LUFS (EBU R 128)."""
    said = ffmpeg(["-i", str(path), "-vn", "-af", "loudnorm=print_format=json", "-f", "null", "-"])
    return float(json.loads(said[said.rindex("{") : said.rindex("}") + 1])["input_i"])


OPUS = [
    "-c:a",
    "libopus",
    "-ac",
    "1",
    "-application",
    "audio",
    "-map_metadata",
    "-1",
    "-fflags",
    "+bitexact",
    "-flags:a",
    "+bitexact",
]


def encode_description(voices: Path, target: Path) -> None:
    """Write a description track as Opus, as long as its film and as loud as its speech."""
    loose = target.with_suffix(".loose.wav")
    ffmpeg([*_raw(voices), "-ar", "48000", "-c:a", "pcm_f32le", "-fflags", "+bitexact", str(loose)])
    gain = f"volume={LOUDNESS - loudness(loose):.3f}dB,{LIMITER}"
    ffmpeg(["-i", str(loose), "-af", gain, *OPUS, "-b:a", "24k", "-f", "opus", str(target)])
    loose.unlink()
