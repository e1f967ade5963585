"""A handout as plain data for ``pages/``: words as strings, sizes as numbers, nothing as markup."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from lesson_player.foundation.i18n import tr
from lesson_player.handouts.blocks import (
    Block,
    Board,
    Bullets,
    Card,
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
    Picture,
    PictureLine,
    Table,
    Together,
    Transcript,
    WritingSpace,
)
from lesson_player.handouts.handout import Ink
from lesson_player.handouts.measures import (
    card_picture,
    card_text_pt,
    choice_height,
    margin,
    page_size,
    picture_side,
)
from lesson_player.handouts.transcript_tables import transcript_blocks
from lesson_player.handouts.typst_text import Runs, clean, language, set_text
from lesson_player.model.typeface import DEFAULT_TYPEFACE, TYPEFACES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from lesson_player.handouts.handout import Handout

Data = dict[str, Any]
"""What becomes JSON."""

_COLOURS = {
    Ink.COLOUR: {
        "ink": "#1B2430",
        "accent": "#0B5D66",
        "warm": "#B4470E",
        "tint": "#F1F7F6",
        "soft": "#FBF6EA",
        "rule": "#8A949C",
        "quiet": "#4C5661",
    },
    Ink.GREY: {
        "ink": "#111111",
        "accent": "#333333",
        "warm": "#333333",
        "tint": "#F2F2F2",
        "soft": "#F7F7F7",
        "rule": "#8C8C8C",
        "quiet": "#4D4D4D",
    },
}
"""The roles of the cream theme (docs/design.md) on white paper; ink on each of them is 7:1 and more."""
_LOWEST_LEVEL = 3


@dataclass(slots=True)
class _Pages:
    """What is known while blocks become data."""

    handout: Handout
    files: Mapping[str, str]
    """The file of each picture that can be shown, by id."""
    unknown: Collection[str]
    level: int

    def text(self, text: str) -> Runs:
        return set_text(text, self.unknown)

    def picture(self, picture: Picture | None) -> Data | None:
        if picture is None:
            return None
        file = self.files.get(picture.id, "")
        return {"file": file, "alt": self.text(picture.alt), "say": clean(picture.alt, self.unknown)}

    def cards(self, cards: Iterable[Card]) -> list[Data]:
        return [{"text": self.text(card.text), "picture": self.picture(card.picture)} for card in cards]

    def heading(self, level: int) -> int:
        """A level that never skips one: screen readers go through headings by level (PDF/UA-1, 7.4.2)."""
        wanted = level if self.handout.titled else level - 1
        self.level = min(wanted, self.level + 1, _LOWEST_LEVEL)
        return self.level


def page_data(handout: Handout, ink: Ink, files: Mapping[str, str], unknown: Collection[str] = ()) -> Data:
    """The whole handout. *unknown* are letters that no font has; a square is printed for each."""
    look = handout.lettering
    lang, region = language(handout.language)
    pages = _Pages(handout, files, unknown, level=1 if handout.titled else 0)
    default = TYPEFACES[DEFAULT_TYPEFACE]
    foot = " · ".join(part for part in (handout.foot, tr("Sample lesson") if handout.sample else "") if part)
    return {
        "title": clean(handout.title, unknown),
        "heading": pages.text(handout.title),
        "subtitle": pages.text(handout.subtitle),
        "titled": handout.titled,
        "lang": lang,
        "region": region,
        "paper": handout.paper.value,
        "landscape": handout.landscape,
        "margin": margin(handout),
        "fonts": list(dict.fromkeys([TYPEFACES.get(look.typeface, default), default, *TYPEFACES.values()])),
        "size": look.size_pt,
        "title-size": min(max(look.size_pt * 1.75, 22.0), 38.0),
        "letter-spacing": look.letter_spacing,
        "word-spacing": look.word_spacing,
        "line-spacing": look.line_spacing,
        "colours": _COLOURS[ink],
        "picture": picture_side(handout),
        "figure": page_size(handout)[0] - 2 * margin(handout),
        "gutter": 4.0 if look.size_pt < 14 else 7.0,
        "line-gap": 3.5 if look.size_pt < 14 else 6.0,
        "ruled": 9.0 if look.size_pt < 14 else 12.5,
        "foot": pages.text(foot) if handout.foot else [],
        "page-word": tr("Page"),
        "spread": handout.spread,
        "blocks": _blocks(pages, handout.blocks),
    }


def _blocks(pages: _Pages, blocks: Iterable[Block]) -> list[Data]:
    found: list[Data] = []
    for block in blocks:
        if isinstance(block, Transcript):
            found += _blocks(pages, transcript_blocks(block))
        else:
            found.append(_words(pages, block) or _pictures(pages, block) or _around(pages, block))
    return found


def _words(pages: _Pages, block: Block) -> Data | None:
    text = pages.text
    match block:
        case Heading():
            return {"kind": "heading", "level": pages.heading(block.level), "text": text(block.text)}
        case Paragraph():
            return {"kind": "paragraph", "size": block.size.value, "text": text(block.text)}
        case Bullets():
            return {
                "kind": "items",
                "items": [text(item) for item in block.items],
                "ordered": block.ordered,
                "boxes": block.boxes,
            }
        case Initials():
            each = [
                {"letter": clean(one.letter)[:2], "lead": text(one.lead), "text": text(one.text)}
                for one in block.items
            ]
            return {"kind": "initials", "items": each}
        case _:
            return _to_write_on(pages, block)


def _to_write_on(pages: _Pages, block: Block) -> Data | None:
    match block:
        case WritingSpace():
            label, starter = pages.text(block.label), pages.text(block.starter)
            return {"kind": "writing", "lines": block.lines, "label": label, "starter": starter}
        case Fields():
            return {"kind": "fields", "labels": [pages.text(label) for label in block.labels]}
        case Table():
            return _table(pages, block)
        case PageBreak():
            return {"kind": "page-break"}
        case _:
            return None


def _table(pages: _Pages, table: Table) -> Data:
    return {
        "kind": "table",
        "caption": pages.text(table.caption),
        "shares": list(table.shares or [1.0] * len(table.head)),
        "head": [pages.text(cell) for cell in table.head],
        "rows": [[{"runs": pages.text(cell)} for cell in row] for row in table.rows],
    }


def _pictures(pages: _Pages, block: Block) -> Data | None:
    match block:
        case PictureLine():
            return {
                "kind": "line",
                "text": pages.text(block.text),
                "lead": pages.text(block.lead),
                "contact": pages.text(block.contact),
                "picture": pages.picture(block.picture),
            }
        case Figure():
            return {"kind": "figure", "share": block.share, "picture": pages.picture(block.picture)}
        case CardGrid():
            return _cards(pages, block)
        case Gallery():
            return {
                "kind": "gallery",
                "columns": block.columns,
                "picture": 36.0,
                "cards": pages.cards(block.cards),
            }
        case Board():
            return {"kind": "board", "places": [pages.text(place) for place in block.places]}
        case ChoiceBoxes():
            height, picture = choice_height(pages.handout, block)
            return {
                "kind": "choices",
                "columns": block.columns,
                "height": height,
                "picture": picture,
                "choices": pages.cards(block.choices),
            }
        case _:
            return None


def _cards(pages: _Pages, grid: CardGrid) -> Data:
    return {
        "kind": "cards",
        "columns": grid.columns,
        "rows": grid.rows,
        "size": card_text_pt(grid.columns),
        "picture": card_picture(pages.handout, grid),
        "cards": pages.cards(grid.cards),
    }


def _around(pages: _Pages, block: Block) -> Data:
    """Blocks that hold other blocks."""
    inside = partial(_blocks, pages)
    match block:
        case Note():
            return {
                "kind": "note",
                "title": pages.text(block.title),
                "tone": block.tone.value,
                "whole": len(block.blocks) > 6,
                "blocks": inside(block.blocks),
            }
        case Together():
            return {"kind": "together", "blocks": inside(block.blocks)}
        case CutSheet():
            return {
                "kind": "cut-sheet",
                "columns": block.columns,
                "rows": block.rows,
                "faces": [inside(face) for face in block.faces],
            }
        case Framed():
            return {"kind": "framed", "blocks": inside(block.blocks)}
        case _:
            raise TypeError(type(block).__name__)
