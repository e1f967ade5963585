"""What is marked on a page that stays as it is: the word that is heard, and the line that has the focus.

A layout without marks is made once and kept; marks are put upon it, so that a word that is heard costs no
more than painting that word.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from lesson_player.rendering.geometry import Rect
from lesson_player.rendering.placed import PlacedBox, PlacedTick, PlacedVeil, PlacedWords
from lesson_player.rendering.text import shape

if TYPE_CHECKING:
    from PySide6.QtGui import QTextLine

    from lesson_player.model.reading import SpokenMark
    from lesson_player.rendering.placed import Placed, PlacedText, ScreenLayout, Target

_AROUND = 0.1
"""Room beside a marked word as a share of its size: less than half a space, so that it touches no other."""
_TALL = 1.26
"""Height of a mark as a multiple of the text size, where lines are that far apart."""
_OUT: dict[str, tuple[float, float]] = {"row": (20.0, 6.0), "card": (14.0, 14.0)}
_USUALLY_OUT = (18.0, 10.0)
"""How far the frame of the line in focus stands out at its sides, and above and below, in page units: so far
that the bar of a row and the tick of a card are inside, and no other line is touched."""
_FRAME, _CORNER = 7.0, 16.0
"""Thickness of that frame and the radius of its corners, in page units."""
_LINES = frozenset({"heading", "row", "card", "reply"})


def marked(layout: ScreenLayout, spoken: SpokenMark | None, focus: str, factor: float) -> ScreenLayout:
    """*layout* with the word that is heard marked, and all but the line in focus receding.

    *factor* is pixels for each page unit. What is not on this page is not marked.
    """
    words = spoken_words(layout, spoken) if spoken is not None else ()
    line = next((target for target in layout.targets if _is_line(target, focus)), None) if focus else None
    if line is None:
        return replace(layout, placed=(*layout.placed, *words)) if words else layout
    targets = tuple(replace(each, current=each is line) for each in layout.targets)
    placed = (*layout.placed, *_focus(layout, line, factor), *words)
    return replace(layout, placed=placed, targets=targets)


def spoken_words(layout: ScreenLayout, spoken: SpokenMark) -> tuple[PlacedWords, ...]:
    """The marks of the word that is heard, or of a whole line; none where it is not on this page."""
    texts = [text for text in layout.texts if text.line == spoken.line]
    made = ((text, word_boxes(text, spoken.word)) for text in texts)
    return tuple(PlacedWords(_around(boxes), text, boxes) for text, boxes in made if boxes)


def changed_marks(before: ScreenLayout, after: ScreenLayout) -> Rect | None:
    """What has to be painted again where the same page is marked otherwise; None for all of it."""
    marks = [
        {thing for thing in layout.placed if isinstance(thing, PlacedWords | PlacedVeil)}
        for layout in (before, after)
    ]
    changed = marks[0] ^ marks[1]
    if any(isinstance(thing, PlacedVeil) for thing in changed):
        return None
    return _around(tuple(thing.rect for thing in changed)) if changed else Rect(0, 0, 0, 0)


def word_boxes(text: PlacedText, word: int | None) -> tuple[Rect, ...]:
    """Where a word stands, counted from 0, with a little room around; every word of it for None.

    A word that is broken has a box on each of its lines. Empty where there is no such word.
    """
    found = list(re.finditer(r"\S+", text.text))
    if word is not None:
        written = word - text.block.again if word >= text.block.again else word
        found = found[written : written + 1]
    spans = [(_units(text.text[: one.start()]), _units(text.text[: one.end()])) for one in found]
    if word is None and spans:
        spans = [(spans[0][0], spans[-1][1])]
    return tuple(box for start, end in spans for box in _boxes(text, start, end))


def _boxes(text: PlacedText, start: int, end: int) -> list[Rect]:
    """The boxes of the letters from *start* to *end*, in UTF-16 units, one on each line."""
    shaped, style = shape(text.block), text.block.style
    room, height = style.size * _AROUND, min(style.line_height, style.size * _TALL)
    boxes = []
    for index in range(shaped.lineCount()):
        line = shaped.lineAt(index)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first >= last:
            continue
        left, right = sorted((_x(line, first), _x(line, last)))
        middle = line.y() + line.height() / 2
        box = Rect(left - room, middle - height / 2, right - left + 2 * room, height).scaled(text.scale)
        boxes.append(replace(box, x=box.x + text.rect.x, y=box.y + text.rect.y))
    return boxes


def _x(line: QTextLine, at: int) -> float:
    """How far from the left a letter begins."""
    found: Any = line.cursorToX(at)
    return float(found[0] if isinstance(found, tuple) else found)


def _focus(layout: ScreenLayout, line: Target, factor: float) -> tuple[Placed, ...]:
    """A veil over all but the line, and a frame around it, so that it is not told by colour alone."""
    page = Rect(0, 0, layout.width, layout.height)
    across, down = _OUT.get(line.role, _USUALLY_OUT)
    spot = line.rect.inset(-across * factor, -down * factor)
    frame = PlacedBox(spot, border="accent", radius=_CORNER * factor, thickness=_FRAME * factor)
    ticks = (one for one in layout.placed if isinstance(one, PlacedTick) and one.rect.overlaps(line.rect))
    return PlacedVeil(page, spot, layout.ground, _CORNER * factor), frame, *ticks


def _is_line(target: Target, name: str) -> bool:
    return target.id == name and target.role in _LINES


def _around(boxes: tuple[Rect, ...]) -> Rect:
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return Rect(left, top, right - left, bottom - top)


def _units(text: str) -> int:
    """Length in UTF-16 units, as Qt counts."""
    return len(text.encode("utf-16-le")) // 2
