"""``lesson-player open FILE``, and the file alone, as file managers give it."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.foundation.startup import has_screen

if TYPE_CHECKING:
    from collections.abc import Sequence

OPEN = "open"
CANNOT = 2
_ENDINGS = (".lessonpack", ".voicepack")


def add_open(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument(
        "file",
        nargs="?",
        metavar="FILE",
        help=tr("a lesson pack, a voice pack or a lesson’s folder; the library alone if not given"),
    )
    parser.set_defaults(run=_open_file)


def with_command(given: Sequence[str], parser: argparse.ArgumentParser) -> list[str]:
    """*given* as it is, or with the command ``open`` before a file that stands where a command would."""
    # argparse has no public list of them
    commands = next(one for one in parser._actions if isinstance(one, argparse._SubParsersAction))  # noqa: SLF001
    at = next((number for number in range(len(given)) if _is_word(given, number)), None)
    if at is None or given[at] in commands.choices or not _names_file(given[at]):
        return list(given)
    return [*given[:at], OPEN, *given[at:]]


def has_windows() -> bool:
    """Whether windows can be shown, with Qt made ready for them; where they cannot, that is said."""
    if has_screen():
        prepare_qt()
        return True
    print(tr("There is no screen here, so no window can be opened. “check” and “rehearse” work without one."))
    return False


def prepare_qt() -> None:
    """Before anything of Qt is loaded: a quicker start."""
    from lesson_player.application.qt_imports import skip_source_search  # noqa: PLC0415 - Qt only where wanted

    skip_source_search()


def _is_word(given: Sequence[str], at: int) -> bool:
    """Whether neither an option nor an option's value stands there."""
    return not given[at].startswith("-") and not (at and given[at - 1] == "--engine")


def _names_file(word: str) -> bool:
    separators = [one for one in (os.sep, os.altsep) if one]
    if word.endswith(_ENDINGS) or any(one in word for one in separators):
        return True
    try:
        return Path(word).exists()
    except OSError:  # no file can be called so
        return False


def _open_file(asked: argparse.Namespace) -> int:
    if not has_windows():
        return CANNOT
    from lesson_player.application.opening import (  # noqa: PLC0415 - windows only where wanted
        open_file,
        open_library,
    )

    return open_file(asked.engine, asked.file) if asked.file else open_library(asked.engine)
