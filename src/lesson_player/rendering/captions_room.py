"""Where captions stand, below the picture or over it, and what gives way where they are large.

In this order: lines grow wider, up to the margins; there are more of them; the picture grows smaller, down to
`LEAST_PICTURE` of the page's height; captions rise over the picture's lower edge, up to its middle; only
then are letters smaller than asked for. A signer is never covered.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from lesson_player.model.caption_look import CAPTION_SIZES, CaptionLook, CaptionPosition
from lesson_player.rendering.geometry import Rect
from lesson_player.rendering.page import UNITS
from lesson_player.rendering.sheet import one_line
from lesson_player.rendering.text import TextStyle, measure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lesson_player.rendering.page import Page

LINE_SHARE = 1.2
"""Height of a caption's line as a multiple of its text."""
WIDTH_SHARE = 0.68
"""Width of captions of two lines at standard size as a share of the picture's width, or of a 16:9 picture's
that is as high (BBC Subtitle Guidelines)."""
BELOW_PICTURE = 0.028 * UNITS
"""Between the picture and its captions, in page units."""
LEAST_PICTURE = 0.6
"""Of the page's height: so much of it the picture keeps, however large its captions are."""
FULL = 74
"""Characters of a full caption: two lines of 37 (BBC Subtitle Guidelines)."""

_SIZE = 0.05 * UNITS
"""Text size at 100 %, in page units: read from 8 m, and 8 % of a picture that leaves it room."""
MOST_LINES = 5
SLACK = 0.01
"""Page units that sums of heights may be out by."""
_ENOUGH = 0.6
"""A place that holds so much of a full caption is taken before one that holds more but is further away."""
_CLEAR = 0.02 * UNITS
"""Between captions over the picture and its edges or a signer, in page units."""

Avoid = Callable[[Rect], Rect | None]
"""From a picture to what captions over it have to leave free."""


@dataclass(frozen=True, slots=True)
class CaptionRoom:
    """Room for captions."""

    rect: Rect
    """Where they stand: their first line at its top where they fit in, else their last line at its bottom."""
    ceiling: float
    """How far up they may rise over the picture when they are too many for `rect`."""
    style: TextStyle
    lines: int
    """How many lines a full caption takes."""
    width: float
    """Of the words; the box behind a line is half an em wider at each side."""
    from_top: bool = True
    """False where their last line always stands at the bottom of `rect`."""

    @property
    def height(self) -> float:
        """Of everything that captions may take up."""
        return self.rect.bottom - self.ceiling

    @property
    def most(self) -> Rect:
        """Everything that captions may ever cover."""
        across = self.width + self.style.size
        return Rect(self.rect.x + (self.rect.width - across) / 2, self.ceiling, across, self.height)

    @property
    def holds(self) -> float:
        """About how many characters there is room for, up to a full caption."""
        lines = (self.height + SLACK) // self.style.line_height
        return min(lines * (self.width // letter(self.style)), FULL)


@dataclass(frozen=True, slots=True)
class CaptionSetting:
    """How captions are set on a page."""

    page: Page
    look: CaptionLook
    text_percent: int

    @property
    def style(self) -> TextStyle:
        """How words are set: larger text on the class screen enlarges captions, up to their largest size."""
        percent = min(max(self.look.percent * self.text_percent / 100, CAPTION_SIZES[0]), CAPTION_SIZES[-1])
        size = round(_SIZE * percent / 100)
        body = self.page.scale.body
        return replace(body, size=size, weight=500, font=self.look.font, line_spacing=LINE_SHARE)

    def width(self, words: Rect, picture: Rect) -> float:
        """How wide lines may be in *words*, beside or over *picture*."""
        usual = max(picture.width, picture.height * 16 / 9) * WIDTH_SHARE * 2 / self.look.lines
        return min(usual * max(self.style.size / _SIZE, 1.0), words.width - self.style.size)

    def lines(self, width: float) -> int:
        """How many lines of that width a full caption takes, as many as are wanted at the least."""
        letters = width // letter(self.style)
        return next((n for n in range(self.look.lines, MOST_LINES) if n * letters >= FULL), MOST_LINES)


@lru_cache(maxsize=64)
def letter(style: TextStyle) -> float:
    """Average width of a letter of English words with the spaces between them, in page units."""
    words = "The quick brown fox jumps over the lazy dog"
    return measure(one_line(words, style)).width / len(words)


def below(
    setting: CaptionSetting, area: Rect, words: Rect, aspect: float, avoid: Avoid
) -> tuple[Rect, CaptionRoom]:
    """A picture of *aspect* in *area* as large as the captions leave it, and their room below it.

    *words* says how far captions may go to the sides and down.
    """
    lines = setting.look.lines
    picture, room = _stacked(setting, area, words, aspect, lines)
    while lines < MOST_LINES and setting.lines(room.width) > lines:
        # A smaller picture may make the lines shorter in turn.
        lines += 1
        picture, room = _stacked(setting, area, words, aspect, lines)
    if lines * room.style.line_height <= room.rect.height + SLACK:
        return picture, replace(room, ceiling=room.rect.y)
    return picture, _risen(room, avoid(picture))


def rest_below(setting: CaptionSetting, picture: Rect, words: Rect) -> CaptionRoom:
    """The room for captions in *words*, which lies below a picture whose size they do not change."""
    width, style = setting.width(words, picture), setting.style
    lines = setting.lines(width)
    height = min(style.line_height * lines, words.height)
    rect = Rect(words.x, words.y + (words.height - height) / 2, words.width, height)
    fits = style.line_height * lines <= words.height + SLACK
    return CaptionRoom(rect, rect.y if fits else picture.middle, style, lines, width)


def over(setting: CaptionSetting, picture: Rect, area: Rect, avoid: Rect | None) -> CaptionRoom:
    """The room for captions over *picture*: at its top or bottom, up to its middle, beside what they avoid.

    They may be wider than a narrow picture, within *area*. Where there is too little room for a full caption,
    letters are drawn smaller.
    """
    across = Rect(area.x, picture.y, area.width, picture.height)
    inner = across.inset(_CLEAR).within(setting.page.safe)
    top = setting.look.position is CaptionPosition.TOP
    rooms = [_over_in(setting, part, picture, from_top=top) for part in _free(inner, avoid, from_top=top)]
    enough = [room for room in rooms if room.holds >= _ENOUGH * FULL]
    return enough[0] if enough else max(rooms, key=lambda room: room.holds)


def _stacked(
    setting: CaptionSetting, area: Rect, words: Rect, aspect: float, lines: int
) -> tuple[Rect, CaptionRoom]:
    needed = setting.style.line_height * lines
    free = words.bottom - area.y - BELOW_PICTURE
    tallest = area.width / aspect
    height = max(min(free - needed, tallest), min(setting.page.height * LEAST_PICTURE, tallest))
    kept = min(needed, free - height)
    top = area.y + (free - height - kept) / 2
    picture = Rect(area.x + (area.width - height * aspect) / 2, top, height * aspect, height)
    rect = Rect(words.x, picture.bottom + BELOW_PICTURE, words.width, kept)
    width = setting.width(words, picture)
    return picture, CaptionRoom(rect, picture.middle, setting.style, lines, width)


def _risen(room: CaptionRoom, avoid: Rect | None) -> CaptionRoom:
    """Room for captions that rise over the picture: below what they avoid, else beside it."""
    if avoid is None:
        return room
    under = replace(room, ceiling=min(max(room.ceiling, avoid.bottom + _CLEAR), room.rect.y))
    if under.holds >= _ENOUGH * FULL:
        return under
    rooms = [under]
    for column in _columns(room.rect, avoid):
        width = min(room.width, column.width - room.style.size)
        if width > 0:
            rooms.append(replace(room, rect=column, width=width))
    return max(rooms, key=lambda each: each.holds)


def _over_in(setting: CaptionSetting, part: Rect, picture: Rect, *, from_top: bool) -> CaptionRoom:
    height = min(part.height, picture.height / 2)
    rect = Rect(part.x, part.y if from_top else part.bottom - height, part.width, height)
    width = setting.width(part, picture)
    return CaptionRoom(rect, rect.y, setting.style, setting.lines(width), width, from_top=from_top)


def _free(inner: Rect, avoid: Rect | None, *, from_top: bool) -> Iterator[Rect]:
    """The parts of *inner* that what is to be avoided leaves: above or below it, then beside it."""
    if avoid is None or not avoid.overlaps(inner):
        yield inner
        return
    if from_top:
        band = Rect(inner.x, inner.y, inner.width, avoid.y - _CLEAR - inner.y)
    else:
        top = avoid.bottom + _CLEAR
        band = Rect(inner.x, top, inner.width, inner.bottom - top)
    if band.height > 0:
        yield band
    yield from _columns(inner, avoid)


def _columns(room: Rect, avoid: Rect) -> tuple[Rect, Rect]:
    left = Rect(room.x, room.y, avoid.x - _CLEAR - room.x, room.height)
    start = avoid.right + _CLEAR
    return left, Rect(start, room.y, room.right - start, room.height)
