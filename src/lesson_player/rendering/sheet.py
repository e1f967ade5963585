"""A sheet on which a layout is put together, in page units, before it is scaled to a window."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from lesson_player.model.caption_look import CaptionEdge
from lesson_player.rendering.geometry import Rect
from lesson_player.rendering.page import HAIRLINE
from lesson_player.rendering.placed import (
    Made,
    PlacedBox,
    PlacedPicture,
    PlacedRule,
    PlacedText,
    ScreenLayout,
    Target,
    TargetRole,
)
from lesson_player.rendering.text import TextBlock, TextStyle, block, measure

if TYPE_CHECKING:
    from lesson_player.model.problem import Problem
    from lesson_player.model.slide import PictureRef
    from lesson_player.rendering.page import Page

_ROUND = 0.11
"""Radius of a picture's corners as a share of its side, as the lesson's pictures are drawn."""


@dataclass(slots=True)
class Sheet:
    """Things placed so far, in paint order."""

    page: Page
    ground: str = "ground"
    placed: list[Made] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    part: int = 1
    parts: int = 1

    def text(
        self,
        made: TextBlock,
        x: float,
        y: float,
        role: str = "ink",
        on: str = "",
        *,
        edge: CaptionEdge = CaptionEdge.NONE,
        line: str = "",
    ) -> Rect:
        """Place a block with its upper left corner at a point; gives the room that it takes.

        *line* is the id of the slide's line that it says.
        """
        size = measure(made)
        rect = Rect(x, y, min(size.width, made.width), size.height)
        self.placed.append(PlacedText(rect, made, role, on or self.ground, edge=edge, line=line))
        return rect

    def line(self, words: str, style: TextStyle, x: float, y: float, role: str = "ink", on: str = "") -> Rect:
        """Place words on one line."""
        return self.text(one_line(words, style), x, y, role, on)

    def picture(self, picture: PictureRef, rect: Rect) -> None:
        """Place a picture on a light paper, which shows where the picture itself has no ground."""
        paper = rect.inset(1)
        self.placed.append(PlacedBox(paper, "picture_paper", radius=min(rect.width, rect.height) * _ROUND))
        words = block(picture.alt, self.page.scale.small, rect.width * 0.9)
        self.placed.append(PlacedPicture(rect, picture, words))

    def rule(self, x: float, y: float, width: float) -> None:
        """Place a rule."""
        self.placed.append(PlacedRule(Rect(x, y, width, HAIRLINE), "line"))

    def target(self, target_id: str, rect: Rect, name: str, role: TargetRole) -> None:
        """Make a rectangle a target."""
        self.targets.append(Target(target_id, rect, name, role))

    def finished(self, width: int, height: int, factor: float) -> ScreenLayout:
        """The layout in pixels of a window; *factor* is pixels for each page unit."""
        return ScreenLayout(
            width=width,
            height=height,
            ground=self.ground,
            placed=tuple(thing.scaled(factor) for thing in self.placed),
            targets=tuple(replace(target, rect=target.rect.scaled(factor)) for target in self.targets),
            part=self.part,
            parts=self.parts,
            problems=tuple(self.problems),
        )


def one_line(words: str, style: TextStyle) -> TextBlock:
    """A block that is as wide as its words, on one line."""
    return block(words, style, 1e6)
