"""How captions look, and where a window for the signer stands (EN 301 549, 7.1.4)."""

from __future__ import annotations

import tomllib
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Annotated

from pydantic import Field

from lesson_player.model.base import Identifier, LongText, Text, Value
from lesson_player.model.theme import Colour, contrast

CAPTION_SIZES = (50, 75, 100, 125, 150, 175, 200, 250, 300)
"""Steps of the captions' size in per cent of the standard size (docs/design.md)."""
LEAST_CONTRAST = 4.5
"""Of words on what is behind them (WCAG 2.2, 1.4.3). Less is warned about, never refused."""
_BRIGHTEST, _DARKEST = "#FFFFFF", "#000000"
_SOLID = 100

CaptionPercent = Annotated[int, Field(ge=CAPTION_SIZES[0], le=CAPTION_SIZES[-1])]
Opacity = Annotated[int, Field(ge=0, le=_SOLID)]
"""0 for clear to 100 for solid."""
CaptionLines = Annotated[int, Field(ge=1, le=3)]


class CaptionEdge(StrEnum):
    """What makes letters stand out from a picture behind them."""

    NONE = "none"
    OUTLINE = "outline"
    SHADOW = "shadow"


class CaptionPosition(StrEnum):
    """Where captions stand. A signer is never covered, wherever it is."""

    BELOW = "below"
    """Below the picture, which leaves them room."""
    BOTTOM = "bottom"
    """Over the picture, at its lower edge."""
    TOP = "top"
    """Over the picture, at its upper edge."""


class SignerPlace(StrEnum):
    """Where the window for the signer stands while the film is shown."""

    OFF = "off"
    RIGHT = "right"
    LEFT = "left"
    BELOW = "below"
    INSIDE = "inside"
    """Over a corner of the picture that captions leave free."""


class SignerSize(StrEnum):
    """How large the window for the signer is."""

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


class CaptionLook(Value):
    """Everything about the look of captions that a teacher, a preset or an adaptation can set.

    Who speaks is always written out: no look turns that off, so that colours never tell it alone.
    """

    percent: CaptionPercent = 100
    """Size in per cent of the standard size; larger text on the class screen enlarges captions besides."""
    font: Identifier = "atkinson"
    text: Colour = "#FFFFFF"
    """Colour of the words. Names of speakers keep their own colours where those can be read."""
    box: Colour = "#000000"
    """Behind each line."""
    box_opacity: Opacity = _SOLID
    edge: CaptionEdge = CaptionEdge.NONE
    window: Colour = "#000000"
    """Behind all lines together."""
    window_opacity: Opacity = 0
    position: CaptionPosition = CaptionPosition.BELOW
    lines: CaptionLines = 2
    """In how many lines a long caption stands; larger letters may need more of them."""

    def contrast(self, colour: str) -> float:
        """Least contrast of words in *colour* with what may be behind them, 1 to 21.

        A box that is not solid lets the picture through, which may be as bright or as dark as can be. An edge
        then stands in for the box.
        """
        grounds = [_over(self.window, self.window_opacity, behind) for behind in (_DARKEST, _BRIGHTEST)]
        least = min(contrast(colour, _over(self.box, self.box_opacity, ground)) for ground in grounds)
        if self.edge is CaptionEdge.NONE:
            return least
        return max(least, contrast(colour, edge_colour(colour)))

    @property
    def readable(self) -> bool:
        """Whether the words stand out enough from whatever may be behind them."""
        return self.contrast(self.text) >= LEAST_CONTRAST


class CaptionLookChange(Value):
    """The part of a look that a preset or an adaptation names; None leaves a field as it was."""

    percent: CaptionPercent | None = None
    font: Identifier | None = None
    text: Colour | None = None
    box: Colour | None = None
    box_opacity: Opacity | None = None
    edge: CaptionEdge | None = None
    window: Colour | None = None
    window_opacity: Opacity | None = None
    position: CaptionPosition | None = None
    lines: CaptionLines | None = None

    def over(self, look: CaptionLook) -> CaptionLook:
        """*look* with the named fields changed."""
        return look.model_copy(update=self.model_dump(exclude_none=True))


class CaptionPreset(Value):
    """A look for a room."""

    id: Identifier
    title: Text
    about: LongText
    look: CaptionLookChange

    def fits(self, look: CaptionLook) -> bool:
        """Whether *look* is as the preset has it."""
        return self.look.over(look) == look


@cache
def caption_presets() -> tuple[CaptionPreset, ...]:
    """The looks that the program brings, in the order in which they are offered."""
    data = tomllib.loads((files("lesson_player.model") / "caption_presets.toml").read_text(encoding="utf-8"))
    return tuple(CaptionPreset(id=name, **preset) for name, preset in data.items())


def preset_of(look: CaptionLook) -> CaptionPreset | None:
    """The preset that *look* is, if it is one."""
    return next((preset for preset in caption_presets() if preset.fits(look)), None)


def next_preset(look: CaptionLook) -> CaptionPreset:
    """The preset after the one that *look* is; the first one where it is none."""
    known, here = caption_presets(), preset_of(look)
    return known[(known.index(here) + 1) % len(known)] if here else known[0]


def edge_colour(text: str) -> str:
    """Black or white, whichever stands out more from words in *text*."""
    return max((_DARKEST, _BRIGHTEST), key=lambda one: contrast(text, one))


def _over(colour: str, opacity: int, behind: str) -> str:
    """*colour* painted over *behind*."""
    parts = [(int(colour[at : at + 2], 16), int(behind[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(b + (c - b) * opacity / _SOLID):02X}" for c, b in parts)
