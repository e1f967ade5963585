"""What a file is that somebody opens with the program: from a file manager, or by its path."""

from __future__ import annotations

from dataclasses import dataclass
from stat import S_ISREG
from typing import TYPE_CHECKING, Final

from lesson_player.formats.bundle import LESSON
from lesson_player.foundation.i18n import tr
from lesson_player.model.pack import SUFFIX
from lesson_player.model.problem import Problem
from lesson_player.operations.library import lesson_folders, lesson_id

if TYPE_CHECKING:
    from pathlib import Path

    from lesson_player.foundation.paths import Places

VOICE_SUFFIX: Final = ".voicepack"
"""How the name of a voice pack ends."""
_ZIP: Final = b"PK\x03\x04"
_LONGEST: Final = 60
"""Characters of a name that are shown."""


@dataclass(frozen=True, slots=True)
class PackFile:
    """A file to look into and, perhaps, to install. What is in it is not known yet."""

    path: Path

    @property
    def for_voice(self) -> bool:
        """Whether its name says that it is a voice pack."""
        return self.path.suffix.casefold() == VOICE_SUFFIX


@dataclass(frozen=True, slots=True)
class LessonHere:
    """A lesson of the library."""

    id: str


def look_at(path: Path, places: Places) -> PackFile | LessonHere | Problem:
    """What the file or folder at *path* is to the program. Nothing is changed, and a pack is not read yet."""
    try:
        if path.is_dir() or path.name == LESSON:
            return _lesson(path if path.is_dir() else path.parent, places)
        # A pipe or a device is not read from: it might never give anything.
        is_file = S_ISREG(path.stat().st_mode)
        if is_file and path.suffix.casefold() in {SUFFIX, VOICE_SUFFIX}:
            return PackFile(path)
        head = _head(path) if is_file else b""
    except FileNotFoundError:
        return _problem("gone", tr("“{name}” is not there any more.", name=shown_name(path)), _stick())
    except (OSError, ValueError):
        return _problem("unreadable", tr("“{name}” could not be read.", name=shown_name(path)), _stick())
    if head == _ZIP:
        return PackFile(path)
    return _problem(
        "unknown-file",
        tr("“{name}” is no file that Lesson Player can open.", name=shown_name(path)),
        tr("It opens lesson packs (.lessonpack), voice packs (.voicepack) and lessons. Nothing was changed."),
    )


def shown_name(path: Path) -> str:
    """The file's name in a form that can be shown: what a stranger called it may be long or not printable."""
    name = path.name or str(path)
    name = name if name.isprintable() else ascii(name)[1:-1]
    return name if len(name) <= _LONGEST else name[: _LONGEST // 2] + " … " + name[-_LONGEST // 2 :]


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(len(_ZIP))


def _lesson(folder: Path, places: Places) -> LessonHere | Problem:
    name = shown_name(folder)
    if not (folder / LESSON).is_file():
        if not folder.exists():
            return _problem("gone", tr("“{name}” is not there any more.", name=name), _stick())
        return _problem(
            "no-lesson",
            tr("There is no lesson in the folder “{name}”.", name=name),
            tr("A lesson’s folder has a file “{file}” in it. Nothing was changed.", file=LESSON),
        )
    here = folder.resolve()
    if any(one.resolve() == here for one in lesson_folders(places)):
        return LessonHere(lesson_id(here))
    return _problem(
        "not-in-library",
        tr("The lesson in “{name}” is not in the library.", name=name),
        tr(
            "Copy its folder to {folder}, then open it there; or ask whoever made it for a lesson pack. "
            "Nothing was changed.",
            folder=places.lessons[0],
        ),
    )


def _problem(code: str, sentence: str, remedy: str) -> Problem:
    return Problem(code=code, sentence=sentence, remedy=remedy)


def _stick() -> str:
    return tr("Check that the disk or stick is still connected, then open it again. Nothing was changed.")
