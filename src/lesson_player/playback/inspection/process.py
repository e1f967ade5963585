"""Looks into films through a process of its own, so that a file that breaks a decoder breaks nothing else."""

from __future__ import annotations

import json
import logging
import subprocess
from typing import TYPE_CHECKING, Final

from lesson_player.foundation.i18n import tr
from lesson_player.foundation.own_process import NO_WINDOW, program, surroundings
from lesson_player.model.media import Examination, FilmUnreadable, MediaFacts
from lesson_player.playback.film_file import film_file_problem
from lesson_player.playback.inspection.container import copy_protected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_LOG = logging.getLogger(__name__)
COMMAND: Final = "inspect-film"
"""The program's own command that the process is started with; see ``cli/film.py``."""


class FilmInspector:
    """Facts about films, and what decoding all of one shows. Nothing is played and nothing is shown."""

    def facts(self, path: Path) -> MediaFacts:
        """What the file says about itself. Raises FilmUnreadable."""
        _refuse(path)
        for key, value in _ask("facts", path):
            if key == "facts":
                return MediaFacts.model_validate(value)
        raise FilmUnreadable(_unreadable(path))

    def examine(self, path: Path, say: Callable[[float], None]) -> Examination:
        """Decode the film from end to end; *say* is told the share done.

        Whatever *say* raises stops the work at once. Raises FilmUnreadable.
        """
        _refuse(path)
        for key, value in _ask("examine", path):
            if key == "done":
                say(float(str(value)))
            elif key == "examination":
                return Examination.model_validate(value)
        raise FilmUnreadable(_unreadable(path))


def _refuse(path: Path) -> None:
    """Raise FilmUnreadable for what no decoder should see."""
    refused = film_file_problem(path)
    if refused:
        raise FilmUnreadable(refused)
    try:
        protected = copy_protected(path)
    except OSError as error:
        raise FilmUnreadable(_unreadable(path)) from error
    if protected:
        raise FilmUnreadable(
            tr(
                "{name} is locked against copying (DRM), so it cannot be shown here. "
                "Ask the publisher for a file without a lock.",
                name=path.name,
            )
        )


def _unreadable(path: Path) -> str:
    if not path.exists():
        return tr(
            "{name} has gone. Check that the disk or stick is still connected, and choose the film again.",
            name=path.name,
        )
    return tr(
        "{name} cannot be read as a film: it is damaged or cut off, or of a kind that is not known here. "
        "Copy it again, or ask for an MP4 file.",
        name=path.name,
    )


def _ask(task: str, path: Path) -> Iterator[tuple[str, object]]:
    """What the process says, line by line. It is ended when nobody listens any more."""
    process = subprocess.Popen(  # noqa: S603 - our own program; the path is one argument of it
        [*program(), COMMAND, task, str(path)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=surroundings(),
        text=True,
        encoding="utf-8",
        creationflags=NO_WINDOW,
    )
    with process:
        try:
            yield from _lines(process, path)
        finally:
            process.kill()
    if process.returncode not in {0, 1}:
        _LOG.warning("Looking into %s ended with %s", path.name, process.returncode)


def _lines(process: subprocess.Popen[str], path: Path) -> Iterator[tuple[str, object]]:
    for line in process.stdout or ():
        try:
            said = json.loads(line)
        except ValueError:
            continue
        for key, value in said.items() if isinstance(said, dict) else ():
            if key == "unreadable":
                _LOG.info("%s cannot be read: %s", path.name, value)
            if key == "missing":
                _LOG.warning("Films cannot be looked into: %s", value)
                raise FilmUnreadable(
                    tr(
                        "The part of the program that looks into films is missing. "
                        "Ask your technician to install Lesson Player again."
                    )
                )
            yield key, value
