"""What is put on a slide: text in the theme's letters, pictures with their words, the foot."""

from __future__ import annotations

import copy
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from lesson_player.foundation.i18n import class_words, tr
from lesson_player.handouts.marked import runs
from lesson_player.handouts.safe_text import safe
from lesson_player.handouts.slides.markup import add, from_text, kind_of, new_paragraph, placeholders

if TYPE_CHECKING:
    from collections.abc import Callable

    from pptx.shapes.base import BaseShape
    from pptx.slide import Slide
    from pptx.text.text import TextFrame, _Paragraph
    from pptx.util import Length

    from lesson_player.handouts.blocks import Picture
    from lesson_player.handouts.pictures import Drawings
    from lesson_player.model.appearance import Appearance

_PIXELS_PER_POINT = 2.5
"""Pictures are drawn for a projector of 2,400 by 1,350 pixels."""
_FOOT = 11
"""Index of the layouts' placeholder for the foot."""
_DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_DECORATIVE_URI = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
Said = tuple[tuple[str, bool], ...]
"""Pieces of text, each with whether it is strong."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the slide, in points."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Letters:
    """How text is written: its language, its spacing."""

    language: str
    appearance: Appearance
    line: float

    def write(self, frame: TextFrame, words: Said) -> None:
        """Write *words* as the frame's one paragraph."""
        paragraph = frame.paragraphs[0]
        for text, strong in words:
            for run in runs(safe(text)):
                self._add(paragraph, run.text, strong=strong or run.strong)

    def write_each(self, frame: TextFrame, lines: Said) -> None:
        """Write each of *lines* as a paragraph of its own."""
        for number, line in enumerate(lines):
            paragraph = frame.paragraphs[0] if number == 0 else new_paragraph(frame)
            paragraph.space_before = Pt(0 if number == 0 else 12)
            for run in runs(safe(line[0])):
                self._add(paragraph, run.text, strong=line[1] or run.strong)

    def resize(self, frame: TextFrame, size: float) -> None:
        """Set all of the frame's text in *size* points, with the spacing that was chosen."""
        spacing = round(self.appearance.letter_spacing * size * 100)
        for paragraph in frame.paragraphs:
            for run in paragraph.runs:
                run.font.size = Pt(size)
                if spacing:
                    run.font._rPr.set("spc", str(spacing))  # noqa: SLF001 - python-pptx has no name for it

    def _add(self, paragraph: _Paragraph, text: str, *, strong: bool) -> None:
        run = paragraph.add_run()
        run.text = text
        run.font._rPr.set("lang", safe(self.language))  # noqa: SLF001 - any language, not only those it lists
        if strong:
            run.font.bold = True


class Pen:
    """Adds to one slide; what is added first is read first."""

    def __init__(self, slide: Slide, letters: Letters, drawings: Drawings) -> None:
        self._slide = slide
        self.letters = letters
        self._drawings = drawings

    def sentence(self, words: Said, box: Box, size: float) -> None:
        """A text box with one paragraph, in the middle of the box's height."""
        self._text(box, "words", lambda frame: self.letters.write(frame, words), size)

    def words(self, lines: Said, box: Box, size: float) -> None:
        """A text box with a paragraph for each line."""
        self._text(box, "words", lambda frame: self.letters.write_each(frame, lines), size)

    def card(self, words: Said, box: Box, inset: tuple[float, float, float], size: float) -> None:
        """A card: its words stand in it, *inset* points from its left, top and right edges."""
        shape = self._slide.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *_emu(box))
        shape.name = _named("card", self._slide)
        shape.adjustments[0] = 0.06
        shape.shadow.inherit = False
        shape.fill.solid()
        shape.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_2
        shape.line.color.theme_color = MSO_THEME_COLOR.ACCENT_1
        shape.line.width = Pt(1.5)
        frame = shape.text_frame
        self._set(frame, size, lambda into: self.letters.write(into, words))
        frame.margin_left, frame.margin_top, frame.margin_right = (Pt(each) for each in inset)
        frame.margin_bottom = Pt(6)
        for paragraph in frame.paragraphs:
            paragraph.alignment = PP_ALIGN.LEFT
            for run in paragraph.runs:
                run.font.color.theme_color = MSO_THEME_COLOR.TEXT_1

    def picture(self, picture: Picture, box: Box) -> None:
        """The picture as large as it fits into the box; its words in a frame where it cannot be shown."""
        side = max(box.width, box.height)
        data = self._drawings.bitmap(picture.id, round(side * _PIXELS_PER_POINT))
        if data is None:
            self._instead(picture, box)
            return
        shape = self._slide.shapes.add_picture(io.BytesIO(data), Pt(box.left), Pt(box.top))
        width, height = shape.width.pt, shape.height.pt
        share = min(box.width / width, box.height / height)
        shape.width, shape.height = Pt(width * share), Pt(height * share)
        shape.left = Pt(box.left + (box.width - width * share) / 2)
        shape.top = Pt(box.top + (box.height - height * share) / 2)
        shape.name = _named("picture", self._slide)
        _describe(shape, picture.alt)

    def foot(self, words: str, number: int) -> None:
        """The message at the foot, and the slide's number: copies of the layout's own placeholders."""
        for holder in placeholders(self._slide.slide_layout):
            kind = kind_of(holder)
            if kind == "sldNum" or (kind == "ftr" and words):
                shape = copy.deepcopy(holder.element)
                spot = shape.find(qn("p:spPr"))
                for child in list(spot):
                    spot.remove(child)
                self._slide.shapes._spTree.append(shape)  # noqa: SLF001 - as PowerPoint itself does it
                for shown in shape.xpath(".//a:fld/a:t"):
                    shown.text = str(number)
                if kind == "ftr":
                    placed = self._slide.placeholders[_FOOT]
                    self.letters.write(placed.text_frame, ((words, False),))
        _renumber(self._slide)

    def _text(self, box: Box, name: str, write: Callable[[TextFrame], None], size: float) -> None:
        shape = self._slide.shapes.add_textbox(*_emu(box))
        shape.name = _named(name, self._slide)
        frame = shape.text_frame
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        self._set(frame, size, write)

    def _set(self, frame: TextFrame, size: float, write: Callable[[TextFrame], None]) -> None:
        frame.word_wrap = True
        frame.auto_size = MSO_AUTO_SIZE.NONE
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        write(frame)
        self.letters.resize(frame, size)
        for paragraph in frame.paragraphs:
            paragraph.line_spacing = min(self.letters.line, 1.5) / 1.2

    def _instead(self, picture: Picture, box: Box) -> None:
        shape = self._slide.shapes.add_textbox(*_emu(box))
        shape.name = _named("picture-words", self._slide)
        shape.line.color.theme_color = MSO_THEME_COLOR.TEXT_1
        shape.line.width = Pt(1)
        words = picture.alt or _missing()
        self._set(shape.text_frame, 14, lambda frame: self.letters.write(frame, ((words, False),)))


@class_words()
def _missing() -> str:
    return tr("A picture is missing here.")


def _describe(shape: BaseShape, alt: str) -> None:
    """Give the shape its alt text, or mark it as decoration."""
    about = shape.element.xpath(".//p:cNvPr")[0]
    about.set("descr", safe(alt))
    if not alt:
        extra = add(add(about, "a:extLst"), "a:ext", uri=_DECORATIVE_URI)
        extra.append(from_text(f'<adec:decorative xmlns:adec="{_DECORATIVE}" val="1"/>'))


def _named(kind: str, slide: Slide) -> str:
    """What a shape is called in the list of shapes."""
    number = len(slide.shapes)
    words = {
        "words": tr("Words {n}", n=number),
        "card": tr("Card {n}", n=number),
        "picture": tr("Picture {n}", n=number),
        "picture-words": tr("Words for a missing picture {n}", n=number),
    }
    return words[kind]


def _renumber(slide: Slide) -> None:
    """Give every shape a number of its own: copies brought those of the layout."""
    for number, about in enumerate(slide.shapes._spTree.xpath(".//p:cNvPr"), start=1):  # noqa: SLF001
        about.set("id", str(number))


def _emu(box: Box) -> tuple[Length, Length, Length, Length]:
    return Pt(box.left), Pt(box.top), Pt(box.width), Pt(box.height)
