"""Handouts as tagged PDF (PDF/UA-1), typeset by typst.

Typst works in a folder that we make for one handout and throw away: it holds our pages, the words as JSON and
the pictures that were checked. Nothing outside of it can be named from within, and nothing is fetched.
"""

from __future__ import annotations

import json
import re
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typst

from lesson_player.foundation.i18n import tr
from lesson_player.handouts.handout import Ink
from lesson_player.handouts.pictures import pictures_of
from lesson_player.handouts.typst_data import page_data
from lesson_player.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lesson_player.handouts.handout import Handout
    from lesson_player.handouts.pictures import Drawings

STANDARD: Final = "ua-1"
"""PDF/UA-1 (ISO 14289-1): tagged, titled, in a language, with reading order and words for every picture."""
_PAGES = Path(__file__).with_name("pages")
_PARTS = ("handout.typ", "blocks.typ", "look.typ")
_NO_LETTER = re.compile(r'the text `"(.+?)"` could not be displayed')
_REFUSED = re.compile(r'disallowed codepoint `"\\u\{([0-9a-f]+)\}"`')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_MOST_TRIES = 12


class CannotPrint(Exception):
    """The handout could not be typeset; the message says why, for the log."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF, and what a teacher has to know about it."""

    data: bytes
    problems: tuple[Problem, ...] = ()


def to_pdf(handout: Handout, drawings: Drawings, fonts: Path, ink: Ink = Ink.COLOUR) -> Printed:
    """The handout as PDF/UA-1.

    Args:
        handout: what to print.
        drawings: its pictures; one that is missing prints its alt text in a box.
        fonts: the folder of our typefaces.
        ink: colour or grey. Pictures are as *drawings* gives them.

    Raises CannotPrint where typst cannot, and OSError where there is no room for its working folder.
    """
    with tempfile.TemporaryDirectory(prefix="lesson-player-") as name:
        root = Path(name)
        for part in _PARTS:
            (root / part).write_bytes((_PAGES / part).read_bytes())
        files = _put_pictures(root, handout, drawings)
        return _typeset(root, handout, ink, files, fonts)


def _put_pictures(root: Path, handout: Handout, drawings: Drawings) -> Mapping[str, str]:
    """Write each picture that can be shown; gives their files by id. Names are ours, never the lesson's."""
    files: dict[str, str] = {}
    for picture_id in dict.fromkeys(picture.id for picture in pictures_of(handout.blocks)):
        drawing = drawings.drawing(picture_id)
        if drawing is not None:
            files[picture_id] = f"picture-{len(files)}{drawing.suffix}"
            (root / files[picture_id]).write_bytes(drawing.data)
    return files


def _typeset(root: Path, handout: Handout, ink: Ink, files: Mapping[str, str], fonts: Path) -> Printed:
    """Typeset; letters that no font has are looked for in the system's fonts, and then replaced."""
    unknown: set[str] = set()
    system = False
    for _ in range(_MOST_TRIES):
        data = page_data(handout, ink, files, unknown)
        (root / "handout.json").write_text(json.dumps(data), encoding="utf-8")
        try:
            made = typst.compile(
                str(root / "handout.typ"),
                root=str(root),
                font_paths=_fonts(fonts, system=system),
                pdf_standards=[STANDARD],
                timestamp=0,
            )
        except typst.TypstError as error:
            missing = _missing_letters(error)
            if not missing or missing <= unknown:
                raise CannotPrint(f"{handout.id}: {error.message}") from error
            unknown, system = (unknown | missing, system) if system else (unknown, True)
            continue
        return Printed(made, _square_letters(handout, sorted(unknown)))
    raise CannotPrint(f"{handout.id}: letters without a font: {sorted(unknown)}")


@cache
def _fonts(folder: Path, *, system: bool) -> typst.Fonts:
    """Our typefaces and typst's own; those of the computer are looked through only when they are needed."""
    return typst.Fonts(include_system_fonts=system, include_embedded_fonts=True, font_paths=[str(folder)])


def _missing_letters(error: typst.TypstError) -> set[str]:
    """The letters that typst could not print."""
    told = f"{error.message}\n{error.diagnostic}"
    found = {chr(int(code, 16)) for code in _REFUSED.findall(told)}
    for text in _NO_LETTER.findall(told):
        found.update(_ESCAPED.sub(lambda code: chr(int(code[1], 16)), text))
    return found


def _square_letters(handout: Handout, letters: Sequence[str]) -> tuple[Problem, ...]:
    if not letters:
        return ()
    return (
        Problem(
            code="handout-letters",
            sentence=tr(
                "“{title}” has letters that no typeface here has: {letters}. A square is printed for each.",
                title=handout.title,
                letters=" ".join(f"U+{ord(letter):04X}" for letter in letters),
            ),
            remedy=tr("Install a typeface that has them, and print again."),
            severity=Severity.WARNING,
        ),
    )
