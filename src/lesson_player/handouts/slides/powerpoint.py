"""A deck as a PowerPoint file: real text, pictures with alt text, titles, notes, sections."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from lesson_player.handouts.slides.cards import place_cards
from lesson_player.handouts.slides.fit import (
    GAP,
    HEIGHT,
    SIDE,
    WIDTH,
    Sizes,
    body_height,
    body_top,
    fitted,
    heading_size,
    picture_side,
    row_height,
    sizes,
    smaller_to_fit,
)
from lesson_player.handouts.slides.look import begin, opening_layout, titled_layout
from lesson_player.handouts.slides.notes import write_notes
from lesson_player.handouts.slides.sections import write_sections
from lesson_player.handouts.slides.shapes import Box, Letters, Pen

if TYPE_CHECKING:
    from collections.abc import Callable

    from pptx.presentation import Presentation as Pptx
    from pptx.slide import Slide

    from lesson_player.handouts.blocks import PictureLine
    from lesson_player.handouts.pictures import Drawings
    from lesson_player.handouts.slides.deck import Deck, DeckSlide

SUFFIX = ".pptx"
_LARGE = 330.0
"""Side of the one large picture, in points."""


def powerpoint(deck: Deck, drawings: Drawings, at: Callable[[float], None] = lambda _share: None) -> bytes:
    """*deck* as the bytes of a file. *at* is told how much is done, 0 to 1; what it raises ends the work."""
    size = sizes(deck.appearance)
    made = begin(deck, size)
    parts = [
        (section.title, [part for slide in section.slides for part in fitted(slide, size)])
        for section in deck.sections
    ]
    total = sum(len(slides) for _, slides in parts)
    ids: list[tuple[str, list[int]]] = []
    for title, slides in parts:
        ids.append((title, []))
        for slide in slides:
            at(len(made.slides) / total)
            ids[-1][1].append(_add(made, slide, deck, size, drawings))
    write_sections(made, ids)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def _add(made: Pptx, slide: DeckSlide, deck: Deck, size: Sizes, drawings: Drawings) -> int:
    """Add a slide; gives its id. Shapes are added in the order in which they are read."""
    layout = opening_layout(made) if slide.opens else titled_layout(made)
    added = made.slides.add_slide(layout)
    letters = Letters(deck.language, deck.appearance, size.line)
    pen = Pen(added, letters, drawings)
    _set_title(added, slide, letters, size)
    if slide.opens:
        _open(added, slide, pen)
    elif slide.cards:
        top = body_top(slide.title, size)
        place_cards(pen, slide.cards, Box(SIDE, top, WIDTH - 2 * SIDE, body_height(slide.title, size)), size)
    elif slide.picture is not None:
        _with_large_picture(pen, slide, size)
    else:
        _rows(pen, slide, size)
    pen.foot(deck.footer, len(made.slides))
    if slide.notes:
        write_notes(added, slide.notes, deck.language)
    return int(added.slide_id)


def _set_title(added: Slide, slide: DeckSlide, letters: Letters, size: Sizes) -> None:
    title = added.shapes.title
    if title is None:
        return
    letters.write(title.text_frame, ((slide.title, True),))
    if not slide.opens:
        letters.resize(title.text_frame, heading_size(slide.title, size))


def _open(added: Slide, slide: DeckSlide, pen: Pen) -> None:
    subtitle = added.placeholders[1]
    if slide.subtitle:
        pen.letters.write(subtitle.text_frame, ((slide.subtitle, False),))
    else:
        subtitle.element.getparent().remove(subtitle.element)
    if slide.picture is not None:
        pen.picture(slide.picture, Box(WIDTH / 2 + GAP, 60, WIDTH / 2 - SIDE - GAP, HEIGHT - 130))


def _with_large_picture(pen: Pen, slide: DeckSlide, size: Sizes) -> None:
    """A calm slide: the picture on the left, a few words beside it, or the picture alone."""
    top, height = body_top(slide.title, size), body_height(slide.title, size)
    side = min(_LARGE, height)
    left = SIDE if slide.lines else (WIDTH - side) / 2
    if slide.picture is not None:
        pen.picture(slide.picture, Box(left, top + (height - side) / 2, side, side))
    if slide.lines:
        beside = Box(SIDE + side + 2 * GAP, top, WIDTH - 2 * SIDE - side - 2 * GAP, height)
        texts = tuple((line.text, False) for line in slide.lines)
        letters = size.body
        while (
            letters > 20 and size.height(" ".join(text for text, _ in texts), letters, beside.width) > height
        ):
            letters -= 1
        pen.words(texts, beside, letters)


def _rows(pen: Pen, slide: DeckSlide, size: Sizes) -> None:
    """Picture left, words right, one row below the other."""
    height = body_height(slide.title, size)
    side = picture_side(len(slide.lines), height)
    tall = [max(row_height(line, size, side), side if line.picture else 0.0) for line in slide.lines]
    spare = max(0.0, height - sum(tall) - GAP * (len(tall) - 1))
    between = GAP + min(spare / max(1, len(tall)), GAP * 3)
    top = body_top(slide.title, size)
    for line, each in zip(slide.lines, tall, strict=True):
        _row(pen, line, Box(SIDE, top, WIDTH - 2 * SIDE, min(each, height)), side, size)
        top += each + between


def _row(pen: Pen, line: PictureLine, box: Box, side: float, size: Sizes) -> None:
    left = box.left
    if line.picture is not None:
        pen.picture(line.picture, Box(left, box.top + (box.height - side) / 2, side, side))
        left += side + GAP * 1.5
    beside = Box(left, box.top, box.left + box.width - left, box.height)
    parts = [(f"{line.lead} ", True)] if line.lead else []
    words = (*parts, (line.text, False), *(((f" {line.contact}", True),) if line.contact else ()))
    pen.sentence(words, beside, smaller_to_fit(line, size, side, box.height))
