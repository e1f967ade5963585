"""The teacher's notes of a slide, in the notes of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pptx.util import Pt

from lesson_player.handouts.marked import plain
from lesson_player.handouts.safe_text import safe
from lesson_player.handouts.slides.markup import new_paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pptx.slide import Slide

    from lesson_player.handouts.slides.deck import NoteGroup


_SIZE = 11
"""Points: so that a step's notes have room on the page below its slide when they are printed."""


def write_notes(slide: Slide, groups: Sequence[NoteGroup], language: str) -> None:
    """Write each group as its title in bold and its lines below, a paragraph each."""
    frame = slide.notes_slide.notes_text_frame
    if frame is None:
        return
    paragraph = frame.paragraphs[0]
    for number, group in enumerate(groups):
        for index, text in enumerate((group.title, *group.lines)):
            if number or index:
                paragraph = new_paragraph(frame)
            run = paragraph.add_run()
            run.text = plain(safe(text))
            run.font._rPr.set("lang", safe(language))  # noqa: SLF001 - any language, not only those it lists
            run.font.size = Pt(_SIZE)
            if index == 0:
                run.font.bold = True
