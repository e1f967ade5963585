"""What a layout consists of: placed things in paint order; targets for touch, switches and screen readers.

All rectangles of a finished `ScreenLayout` are in pixels of the window that it was made for. Before that they
are in page units (see `text`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from lesson_player.model.caption_look import CaptionEdge
from lesson_player.model.film import Signer  # noqa: TC001 - part of the public value
from lesson_player.model.problem import Problem  # noqa: TC001 - part of the public value
from lesson_player.model.slide import PictureRef  # noqa: TC001 - part of the public value
from lesson_player.rendering.geometry import Rect
from lesson_player.rendering.symbols import SymbolSpot
from lesson_player.rendering.text import TextBlock, measure, symbol_spots


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A text, left aligned, from the upper left corner of its rectangle."""

    rect: Rect
    block: TextBlock
    role: str
    """Colour role of the words."""
    on: str
    """Colour role of what is behind them, for contrast."""
    scale: float = 1.0
    """Pixels for each page unit of the block."""
    edge: CaptionEdge = CaptionEdge.NONE
    """What makes the letters stand out from a picture behind them."""
    line: str = ""
    """Id of the line of the slide that it says; empty for what is no line of it."""

    @property
    def text(self) -> str:
        """The words."""
        return self.block.text

    @property
    def size(self) -> float:
        """Text size in the unit of the rectangle."""
        return self.block.style.size * self.scale

    @property
    def lines(self) -> tuple[Rect, ...]:
        """Where each line stands."""
        return tuple(
            Rect(
                self.rect.x + line.x * self.scale,
                self.rect.y + line.y * self.scale,
                line.width * self.scale,
                line.height * self.scale,
            )
            for line in measure(self.block).lines
        )

    @property
    def symbols(self) -> tuple[SymbolSpot, ...]:
        """Where the symbols above its words stand."""
        return tuple(
            SymbolSpot(
                one.symbol,
                replace(
                    one.rect.scaled(self.scale),
                    x=self.rect.x + one.rect.x * self.scale,
                    y=self.rect.y + one.rect.y * self.scale,
                ),
            )
            for one in symbol_spots(self.block)
        )

    def scaled(self, factor: float) -> PlacedText:
        """The same in a plane *factor* times as large."""
        return replace(self, rect=self.rect.scaled(factor), scale=self.scale * factor)


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture, fitted into its rectangle with its own proportions kept."""

    rect: Rect
    picture: PictureRef
    words: TextBlock
    """Its alt text, to be shown where the picture cannot be."""
    scale: float = 1.0

    def scaled(self, factor: float) -> PlacedPicture:
        """The same in a plane *factor* times as large."""
        return replace(self, rect=self.rect.scaled(factor), scale=self.scale * factor)


@dataclass(frozen=True, slots=True)
class PlacedBox:
    """A rectangle with round corners, filled, bordered or both; an empty role leaves that part out."""

    rect: Rect
    fill: str = ""
    border: str = ""
    radius: float = 0.0
    thickness: float = 0.0
    """Of the border, which lies inside the rectangle."""

    def scaled(self, factor: float) -> PlacedBox:
        """The same in a plane *factor* times as large."""
        return replace(
            self,
            rect=self.rect.scaled(factor),
            radius=self.radius * factor,
            thickness=self.thickness * factor,
        )


@dataclass(frozen=True, slots=True)
class PlacedRule:
    """A thin line between rows; never thinner than a pixel when painted."""

    rect: Rect
    role: str

    def scaled(self, factor: float) -> PlacedRule:
        """The same in a plane *factor* times as large."""
        return replace(self, rect=self.rect.scaled(factor))


@dataclass(frozen=True, slots=True)
class PlacedTick:
    """A tick on a disc: this one is chosen."""

    rect: Rect
    fill: str
    role: str

    def scaled(self, factor: float) -> PlacedTick:
        """The same in a plane *factor* times as large."""
        return replace(self, rect=self.rect.scaled(factor))


@dataclass(frozen=True, slots=True)
class PlacedFilm:
    """The room for the film's frame, which is fitted into it with its own proportions kept."""

    rect: Rect
    held: bool
    """True while the film stands still, so that time may be spent on a smoother picture."""

    def scaled(self, factor: float) -> PlacedFilm:
        """The same in a plane *factor* times as large."""
        return replace(self, rect=self.rect.scaled(factor))


@dataclass(frozen=True, slots=True)
class PlacedSigner:
    """The window for the signer: a part of the signed version's frame."""

    rect: Rect
    cut: Signer
    held: bool

    def scaled(self, factor: float) -> PlacedSigner:
        """The same in a plane *factor* times as large."""
        return replace(self, rect=self.rect.scaled(factor))


@dataclass(frozen=True, slots=True)
class PlacedWords:
    """Words of a text that are marked: painted once more over it, on boxes of their own. In pixels."""

    rect: Rect
    text: PlacedText
    boxes: tuple[Rect, ...]


@dataclass(frozen=True, slots=True)
class PlacedVeil:
    """Lets all that was placed before recede, but for a spot with round corners. In pixels."""

    rect: Rect
    spot: Rect
    role: str
    """Colour role of the ground, of which the veil is made."""
    radius: float


Made = PlacedText | PlacedPicture | PlacedBox | PlacedRule | PlacedTick | PlacedFilm | PlacedSigner
"""What a slide is made of."""
Placed = Made | PlacedWords | PlacedVeil
"""What a page is painted from: the slide, and what is marked on it."""

TargetRole = Literal["heading", "row", "card", "reply", "picture", "film", "caption", "text"]


@dataclass(frozen=True, slots=True)
class Target:
    """Something on the screen that has a name: to touch, to choose with a switch, or to be read out."""

    id: str
    rect: Rect
    name: str
    role: TargetRole
    chosen: bool = False
    current: bool = False


@dataclass(frozen=True, slots=True)
class ScreenLayout:
    """A class screen laid out for one window size. Two are equal when they paint the same."""

    width: int
    height: int
    ground: str
    """Colour role of the whole ground."""
    placed: tuple[Placed, ...]
    targets: tuple[Target, ...] = ()
    part: int = 1
    """Which part of the slide this is, counted from 1."""
    parts: int = 1
    problems: tuple[Problem, ...] = ()

    @property
    def film(self) -> PlacedFilm | None:
        """The room for the film's frame, if there is one."""
        return next((thing for thing in self.placed if isinstance(thing, PlacedFilm)), None)

    @property
    def signer(self) -> PlacedSigner | None:
        """The window for the signer, if there is one."""
        return next((thing for thing in self.placed if isinstance(thing, PlacedSigner)), None)

    @property
    def texts(self) -> tuple[PlacedText, ...]:
        """All texts in paint order."""
        return tuple(thing for thing in self.placed if isinstance(thing, PlacedText))

    @property
    def pictures(self) -> tuple[PlacedPicture, ...]:
        """All pictures in paint order."""
        return tuple(thing for thing in self.placed if isinstance(thing, PlacedPicture))

    def target_at(self, x: float, y: float) -> Target | None:
        """The uppermost target at a point in pixels, or None."""
        return next((target for target in reversed(self.targets) if target.rect.holds(x, y)), None)

    def targets_of(self, *roles: TargetRole) -> tuple[Target, ...]:
        """The targets of some roles, in reading order."""
        return tuple(target for target in self.targets if target.role in roles)
