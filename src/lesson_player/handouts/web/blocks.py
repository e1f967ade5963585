"""Each kind of block as HTML elements. Words are escaped: lesson text never becomes markup."""

from __future__ import annotations

import base64
from html import escape
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import class_words, tr
from lesson_player.handouts.blocks import (
    Board,
    Bullets,
    CardGrid,
    ChoiceBoxes,
    CutSheet,
    Fields,
    Figure,
    Framed,
    Gallery,
    Heading,
    Initials,
    Note,
    PageBreak,
    Paragraph,
    PictureLine,
    Size,
    Table,
    Together,
    Transcript,
    WritingSpace,
)
from lesson_player.handouts.marked import runs
from lesson_player.handouts.safe_text import safe
from lesson_player.handouts.transcript_tables import transcript_blocks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from lesson_player.handouts.blocks import Block, Card, Picture
    from lesson_player.handouts.pictures import Drawings

_TYPES = {".svg": "image/svg+xml", ".png": "image/png"}
_LEAST_EM = {1: 30, 2: 13, 3: 9}
"""Least width of a column, by the number of columns on paper: on a narrow screen there are fewer."""
_NARROWEST_EM = 7


def words(text: str) -> str:
    """*text* for a page: escaped, its strong words marked."""
    return "".join(
        f"<strong>{escape(run.text)}</strong>" if run.strong else escape(run.text) for run in runs(safe(text))
    )


def attribute(text: str) -> str:
    """*text* as the value of an attribute, between double quotes."""
    return escape(safe(text), quote=True)


class BlockWriter:
    """Writes the blocks of one page; knows the last heading's level, so that none is left out."""

    def __init__(self, drawings: Drawings, *, titled: bool) -> None:
        self._drawings = drawings
        self._level = 1 if titled else 0
        self._fields = 0
        self._told: set[str] = set()

    def write(self, blocks: Iterable[Block]) -> str:
        """*blocks* as lines of HTML."""
        return "\n".join(line for block in blocks for line in self._lines(block))

    def _lines(self, block: Block) -> Iterator[str]:
        match block:
            case Note() | Together() | Framed() | CutSheet():
                yield from self._holder(block)
            case CardGrid() | Gallery() | ChoiceBoxes() | Board():
                yield from self._grid(block)
            case WritingSpace() | Fields() | Bullets():
                yield from self._to_fill_in(block)
            case Table():
                yield from _table(block)
            case Transcript():
                yield self.write(transcript_blocks(block))
            case _:
                yield from self._to_read(block)

    def _to_read(
        self, block: Heading | Paragraph | PictureLine | Figure | PageBreak | Initials
    ) -> Iterator[str]:
        match block:
            case Heading():
                yield self._heading(block)
            case Paragraph():
                size = "" if block.size is Size.BODY else f' class="{block.size}"'
                yield f"<p{size}>{words(block.text)}</p>"
            case PictureLine():
                yield self._picture_line(block)
            case Figure():
                share = round(min(1.0, max(0.1, block.share)) * 100)
                yield f'<figure style="width: {share}%">{self._picture(block.picture)}</figure>'
            case PageBreak():
                yield '<div class="break"></div>'
            case Initials():
                yield '<dl class="initials">'
                for one in block.items:
                    yield f"<dt>{words(one.letter)}</dt>"
                    yield f"<dd><p><strong>{words(one.lead)}</strong></p><p>{words(one.text)}</p></dd>"
                yield "</dl>"

    def _holder(self, block: Note | Together | Framed | CutSheet) -> Iterator[str]:
        match block:
            case Together():
                yield self.write(block.blocks)
            case Framed():
                yield f'<section class="framed">{self.write(block.blocks)}</section>'
            case CutSheet():
                yield f'<div class="grid" style="{_columns(block.columns)}">'
                yield from (f'<section class="face">{self.write(face)}</section>' for face in block.faces)
                yield "</div>"
            case Note():
                name = f' aria-label="{attribute(block.title)}"' if block.title else ""
                title = f'<p class="title">{words(block.title)}</p>' if block.title else ""
                yield f'<div role="note" class="note {block.tone}"{name}>{title}'
                yield self.write(block.blocks)
                yield "</div>"

    def _grid(self, block: CardGrid | Gallery | ChoiceBoxes | Board) -> Iterator[str]:
        match block:
            case Board():
                yield f'<ul class="grid" style="{_columns(len(block.places))}">'
                yield from (f'<li class="place">{words(place)}</li>' for place in block.places)
            case ChoiceBoxes():
                yield f'<ul class="grid" style="{_columns(block.columns)}">'
                yield from (
                    f'<li class="card">{self._shown(choice)}{self._tick(choice.text)}</li>'
                    for choice in block.choices
                )
            case CardGrid() | Gallery():
                yield f'<ul class="grid" style="{_columns(block.columns)}">'
                for card in block.cards:
                    said = f"<p>{words(card.text)}</p>" if card.text else ""
                    yield f'<li class="card">{self._shown(card)}{said}</li>'
        yield "</ul>"

    def _to_fill_in(self, block: WritingSpace | Fields | Bullets) -> Iterator[str]:
        match block:
            case WritingSpace(lines=0):
                yield f'<p>{words(block.label or _draw_here())}</p><div class="draw"></div>'
            case WritingSpace():
                label = " ".join(part for part in (block.label, block.starter) if part)
                yield self._field(
                    label or _write_here(),
                    lambda name: f'<textarea id="{name}" rows="{block.lines}" autocomplete="off"></textarea>',
                )
            case Fields():
                for label in block.labels:
                    yield self._field(
                        label, lambda name: f'<input type="text" id="{name}" autocomplete="off">'
                    )
            case Bullets(boxes=True):
                ticks = "".join(f"<li>{self._tick(item)}</li>" for item in block.items)
                yield f'<ul class="ticks">{ticks}</ul>'
            case Bullets():
                tag = "ol" if block.ordered else "ul"
                yield f"<{tag}>" + "".join(f"<li>{words(item)}</li>" for item in block.items) + f"</{tag}>"

    def _heading(self, block: Heading) -> str:
        level = self._level = max(1, min(block.level, self._level + 1))
        return f"<h{level}>{words(block.text)}</h{level}>"

    def _picture_line(self, line: PictureLine) -> str:
        lead = f"<strong>{words(line.lead)}</strong> " if line.lead else ""
        contact = f'<span class="contact">{words(line.contact)}</span>' if line.contact else ""
        said = f"<p>{lead}{words(line.text)}{contact}</p>"
        shown = self._picture(line.picture) if line.picture is not None else ""
        return f'<div class="row">{shown}<div>{said}</div></div>'

    def _shown(self, card: Card) -> str:
        return self._picture(card.picture) if card.picture is not None else ""

    def _picture(self, picture: Picture) -> str:
        drawing = self._drawings.drawing(picture.id)
        if drawing is None:
            return f'<span class="missing">{words(picture.alt)}</span>' if picture.alt else ""
        data = base64.b64encode(drawing.data).decode("ascii")
        source = f"data:{_TYPES[drawing.suffix]};base64,{data}"
        return f'<img src="{source}" alt="{attribute(picture.alt)}">'

    def _tick(self, text: str) -> str:
        box = '<input type="checkbox" autocomplete="off">'
        return f'<label class="tick">{box} <span>{words(text)}</span></label>'

    def _field(self, label: str, made: Callable[[str], str]) -> str:
        self._fields += 1
        name = f"field-{self._fields}"
        return f'<label for="{name}">{words(label)}</label>{made(name)}'


@class_words()
def _draw_here() -> str:
    return tr("Draw here.")


@class_words()
def _write_here() -> str:
    return tr("Write here.")


def _columns(count: int) -> str:
    return f"--columns: {count}; --least: {_LEAST_EM.get(count, _NARROWEST_EM)}em"


def _table(table: Table) -> Iterator[str]:
    yield "<table>"
    if table.caption:
        yield f"<caption>{words(table.caption)}</caption>"
    head = _cells(table.head, 'th scope="col"')
    yield f"<thead>{head}</thead><tbody>"
    yield from (_cells(row, "td") for row in table.rows)
    yield "</tbody></table>"


def _cells(row: Sequence[str], tag: str) -> str:
    end = tag.partition(" ")[0]
    return "<tr>" + "".join(f"<{tag}>{words(cell)}</{end}>" for cell in row) + "</tr>"
