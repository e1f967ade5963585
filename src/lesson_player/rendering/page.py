"""The page that slides are laid out on: its units, margins and text sizes.

A page is 1080 units high on screens of 4:3 and wider. On a narrower window type follows the width: it is set
as if the window were 4:3, so that lines stay long enough to read.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from lesson_player.model.theme import BODY, HEADING, MARGIN, SMALL
from lesson_player.rendering.geometry import Rect
from lesson_player.rendering.symbols import SYMBOL_SHARE
from lesson_player.rendering.text import TextStyle

if TYPE_CHECKING:
    from lesson_player.model.appearance import Appearance

UNITS = 1080
"""Page units to the height of a page."""
RADIUS = 22.0
"""Of corners, in page units: 16 px at 768 lines."""
HAIRLINE = 3.0
"""Of rules and quiet borders, in page units."""
BAR = 10.0
"""Width of the bar beside the row being talked about, in page units."""

_NARROWEST = 4 / 3
_WIDEST = 2.4
"""Beyond this proportion the page stands in the middle: longer lines are hard to follow."""
_SIDE = 0.06
"""Where content begins, as a share of the width; the current row's bar stands between this and the margin."""


@dataclass(frozen=True, slots=True)
class TypeScale:
    """The three styles that a slide is set in."""

    heading: TextStyle
    body: TextStyle
    small: TextStyle

    @property
    def label(self) -> TextStyle:
        """Small text that stands out."""
        return replace(self.small, weight=600)

    @property
    def compact(self) -> TextStyle:
        """A heading at body size, for slides that a large heading would crowd out."""
        return replace(self.heading, size=self.body.size)

    def with_symbols(self, share: float, *, alone: bool = False) -> TypeScale:
        """The scale with symbols of that size at most, as a multiple of the text's; without any for 0.

        Where they are smaller than usual the heading has none, unless it stands *alone*: its words come again
        in what follows.
        """
        side = min(share, self.body.symbols)
        above_heading = side if share >= SYMBOL_SHARE or alone else 0.0
        return replace(
            self, heading=replace(self.heading, symbols=above_heading), body=replace(self.body, symbols=side)
        )

    def tightened(self) -> TypeScale:
        """The scale with letters, words and lines as close together as the typeface has them."""
        return replace(self, heading=without_spacing(self.heading), body=without_spacing(self.body))

    def shrunk(self, factor: float) -> TypeScale:
        """The scale with body and heading made smaller: the last resort for words that fit no page."""
        return replace(
            self,
            heading=replace(self.heading, size=max(round(self.heading.size * factor), 1)),
            body=replace(self.body, size=max(round(self.body.size * factor), 1)),
        )


@dataclass(frozen=True, slots=True)
class Page:
    """A page in page units."""

    width: float
    height: float
    scale: TypeScale

    @property
    def safe(self) -> Rect:
        """Inside the margins: nothing but the ground is ever outside."""
        across = max(self.width * MARGIN, (self.width - _WIDEST * self.height) / 2)
        return Rect(0, 0, self.width, self.height).inset(across, self.height * MARGIN)

    @property
    def content(self) -> Rect:
        """Where slides' headings and words stand."""
        return self.safe.inset(self.width * (_SIDE - MARGIN), 0)


def without_spacing(style: TextStyle) -> TextStyle:
    """The style with letters, words and lines as close together as the typeface has them."""
    return replace(style, letter_spacing=0.0, word_spacing=0.0, line_spacing=1.0)


def units_to_pixels(width: int, height: int) -> float:
    """Pixels for each page unit in a window of that size."""
    return min(height, width / _NARROWEST) / UNITS


def page_for(appearance: Appearance, aspect: float) -> Page:
    """The page of a window whose width is *aspect* times its height."""
    wide = max(aspect, _NARROWEST) * UNITS
    return Page(width=wide, height=wide / aspect, scale=type_scale(appearance))


@lru_cache(maxsize=64)
def type_scale(appearance: Appearance) -> TypeScale:
    """The styles at an appearance. Sizes are shares of the page's height, from `model.theme`."""
    share = UNITS * appearance.text_percent / 100
    body = TextStyle(
        size=round(BODY * share),
        font=appearance.font,
        letter_spacing=appearance.letter_spacing,
        word_spacing=appearance.word_spacing,
        line_spacing=appearance.line_spacing,
        symbols=SYMBOL_SHARE if appearance.symbols else 0.0,
    )
    tight = 1 + (appearance.line_spacing - 1) / 2
    return TypeScale(
        heading=replace(body, size=round(HEADING * share), weight=700, line_spacing=tight),
        body=body,
        small=replace(body, size=round(SMALL * share), line_spacing=tight, symbols=0.0),
    )
