"""The pages of copies, one by one, ready to be painted in any size."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from lesson_player.handouts.braille import CELLS
from lesson_player.operations.handout_copies import Form
from lesson_player.rendering.braille_page import braille_image, ratio
from lesson_player.rendering.pdf_pages import PdfPages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtGui import QImage

    from lesson_player.operations.handout_copies import Copy


@dataclass(frozen=True, slots=True)
class PreviewPage:
    """One page."""

    title: str
    """Of the handout that it belongs to."""
    ratio: float
    """Its height as a share of its width."""
    image: Callable[[int], QImage]
    """The page, so many pixels wide."""
    words: str
    """What is on it, for who cannot see it."""


def preview_pages(files: Sequence[Copy], form: Form) -> tuple[PreviewPage, ...]:
    """The pages of *files*, which are PDF or Braille."""
    pages = _braille if form is Form.BRAILLE else _printed
    return tuple(page for file in files for page in pages(file))


def _printed(file: Copy) -> Iterator[PreviewPage]:
    document = PdfPages(file.data)
    for number in range(len(document)):
        size = document.size(number)
        yield PreviewPage(
            file.title,
            size.height() / size.width(),
            partial(document.image, number),
            " ".join(document.text(number).split()),
        )


def _braille(file: Copy) -> Iterator[PreviewPage]:
    for page in file.data.decode("ascii").split("\f")[:-1]:
        lines = page.removesuffix("\r\n").split("\r\n")
        yield PreviewPage(
            file.title, ratio(CELLS, len(lines)), partial(braille_image, lines, CELLS), "\n".join(lines)
        )
