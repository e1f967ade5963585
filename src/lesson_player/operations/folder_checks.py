"""Whether the folders that the program reads and writes can be read and written on this computer."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import replace
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.foundation.in_time import in_time
from lesson_player.model.library import CheckLine, Readiness
from lesson_player.operations.held.reach import ANSWERS_WITHIN_S
from lesson_player.operations.library import lesson_folders

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lesson_player.foundation.paths import Places

LOW_BYTES = 200_000_000
"""Below so much free space a school's film may no longer fit."""


def folder_lines(places: Places) -> Iterator[CheckLine]:
    """A line for what is written, a line for each folder of the school's, and how many lessons were found."""
    yield _written_line(places)
    silent = []
    for number, folder in enumerate(
        dict.fromkeys((*places.school_lessons, *places.school_films, *places.school_symbols)), start=1
    ):
        line = _school_line(f"school-folder-{number}", folder)
        if line.readiness is not Readiness.GOOD:
            silent.append(folder)
        yield line
    # Whoever asks a share again that hangs, waits again.
    answering = tuple(folder for folder in places.school_lessons if folder not in silent)
    yield _lessons_line(replace(places, school_lessons=answering))


def _written_line(places: Places) -> CheckLine:
    folders = (places.user_data, places.user_state, places.user_config)
    wrong = next((folder for folder in folders if not can_write(folder)), None)
    if wrong is not None:
        return CheckLine(
            id="own-folders",
            readiness=Readiness.PROBLEM,
            sentence=tr("Nothing can be written to {folder}", folder=wrong),
            remedy=tr("Lessons can be taught, but places, settings and versions are not kept. Allow it."),
        )
    free = min(shutil.disk_usage(_there(folder)).free for folder in folders)
    if free < LOW_BYTES:
        return CheckLine(
            id="own-folders",
            readiness=Readiness.WARNING,
            sentence=tr("Only {n} MB are free for own lessons and films", n=free // 1_000_000),
            remedy=tr("Make room before a film is put in."),
        )
    return CheckLine(
        id="own-folders",
        readiness=Readiness.GOOD,
        sentence=tr("Own lessons, versions and settings can be written: {folder}", folder=places.user_data),
    )


def can_write(folder: Path) -> bool:
    """Whether a file can be made in *folder*, or the folder itself be made. Leaves nothing behind."""
    there = _there(folder)
    if there != folder:
        return there.is_dir() and os.access(there, os.W_OK | os.X_OK)
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _there(folder: Path) -> Path:
    """The folder, or the nearest thing above it that is there."""
    return next(each for each in (folder, *folder.parents) if each.exists())


def _school_line(name: str, folder: Path) -> CheckLine:
    try:
        inside = in_time(lambda: sum(1 for _ in folder.iterdir()), ANSWERS_WITHIN_S)
    except OSError:
        return CheckLine(
            id=name,
            readiness=Readiness.PROBLEM,
            sentence=tr("The school's folder {folder} cannot be read", folder=folder),
            remedy=tr("Is the share connected, and may this user read it?"),
        )
    return CheckLine(
        id=name,
        readiness=Readiness.GOOD,
        sentence=tr("The school's folder {folder} can be read: {n} inside", folder=folder, n=inside),
    )


def _lessons_line(places: Places) -> CheckLine:
    names = ", ".join(folder.name for folder in lesson_folders(places))
    if not names:
        return CheckLine(
            id="lessons",
            readiness=Readiness.PROBLEM,
            sentence=tr("There is no lesson on this computer"),
            remedy=tr("The lessons that come with the program are missing. Install it again."),
        )
    return CheckLine(id="lessons", readiness=Readiness.GOOD, sentence=tr("Lessons: {names}", names=names))
