"""Has lines spoken and sounds encoded, in processes of their own that end with whoever asked."""

from __future__ import annotations

import base64
import contextlib
import json
import logging
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

from lesson_player.foundation.i18n import tr
from lesson_player.foundation.own_process import NO_WINDOW, program, surroundings
from lesson_player.speech.making.sound import Measured

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_LOG = logging.getLogger(__name__)
RATE: Final = 24_000
"""Samples a second of what is spoken."""


class NotRecorded(Exception):
    """A line could not be recorded; the message is one plain sentence. Nothing half is left."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A line as it was spoken: mono sound of `RATE` samples a second, signed 16 bit, and its words' times."""

    pcm: bytes
    words: tuple[tuple[float, float], ...]
    """Start and end of each word in seconds."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """A sound as an Opus file, and what was measured when it was decoded again."""

    opus: bytes
    measured: Measured


class LineSpeaker:
    """The installed voice pack, speaking in a process of its own from the first line that is asked for."""

    def __init__(self, command: Sequence[str] = ()) -> None:
        """*command* starts the process; empty starts the program's own, which finds the installed pack."""
        self._command = list(command) or [*program(), "speak-lines"]
        self._process: subprocess.Popen[str] | None = None
        self._stopped = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def speak(self, line: Mapping[str, object]) -> Spoken:
        """Speak one line, whose fields are those of the pack's own ``Line``. Raises NotRecorded."""
        answer = self._asked(json.dumps(line))
        if "stopped" in answer:
            raise NotRecorded(str(answer["stopped"]))
        if "fault" in answer:
            _LOG.warning("A line cannot be spoken: %s", answer["fault"])
            raise NotRecorded(
                tr("The voice cannot speak this line. Make it shorter, or word it in another way.")
            )
        try:
            words = [(float(start), float(end)) for _, start, end in answer["words"]]  # type: ignore[attr-defined]
            return Spoken(base64.b64decode(str(answer["sound"])), tuple(words))
        except (KeyError, TypeError, ValueError) as error:
            raise _gone() from error

    def stop(self) -> None:
        """End the process now; any thread may ask for that. What is being spoken is given up."""
        self._stopped = True
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def close(self) -> None:
        """End the process and let go of it, once nobody waits for an answer."""
        self.stop()
        for pipe in (self._process.stdin, self._process.stdout) if self._process is not None else ():
            with contextlib.suppress(OSError):
                if pipe is not None:
                    pipe.close()

    def _asked(self, line: str) -> dict[str, object]:
        try:
            process = self._process = self._process or self._started()
            if process.stdin is None or process.stdout is None:
                raise _gone()
            process.stdin.write(line + "\n")
            process.stdin.flush()
            answer = json.loads(process.stdout.readline())
        except (OSError, ValueError) as error:
            raise _gone() from error
        return answer if isinstance(answer, dict) else {}

    def _started(self) -> subprocess.Popen[str]:
        if self._stopped:
            raise _gone()
        return subprocess.Popen(  # noqa: S603 - our own program
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=surroundings(),
            text=True,
            encoding="utf-8",
            creationflags=NO_WINDOW,
        )


def encode(pcm: bytes, rate: int) -> Encoded:
    """Mono sound, signed 16 bit, as Opus. Raises NotRecorded."""
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            [*program(), "encode-sound", str(rate)],
            input=pcm,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=surroundings(),
            check=True,
            creationflags=NO_WINDOW,
        )
        answer = json.loads(done.stdout)
        facts = Measured(*(float(answer[name]) for name in ("seconds", "peak", "level", "lead")))
        return Encoded(base64.b64decode(answer["opus"]), facts)
    except (OSError, subprocess.SubprocessError, ValueError, KeyError, TypeError) as error:
        _LOG.warning("A sound could not be encoded: %s", error)
        raise NotRecorded(
            tr(
                "The part of the program that keeps sounds is missing. Ask your technician to install "
                "Lesson Player again."
            )
        ) from error


def _gone() -> NotRecorded:
    return NotRecorded(
        tr("The voice stopped in the middle of its work. Try again; what was recorded before is kept.")
    )
