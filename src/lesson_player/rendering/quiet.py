"""Calm, title and hidden slides: one large picture and a few words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lesson_player.model.slide import SlideLayout
from lesson_player.rendering.geometry import Rect
from lesson_player.rendering.head import HeadPlan, draw_head, plan_head
from lesson_player.rendering.placed import Target
from lesson_player.rendering.rows import row_name
from lesson_player.rendering.text import TextBlock, TextStyle, block, measure, well_broken

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lesson_player.model.slide import NowNext, Row, Slide
    from lesson_player.rendering.fitting import Means
    from lesson_player.rendering.page import TypeScale
    from lesson_player.rendering.sheet import Sheet

_SHARES = (0.52, 0.46, 0.40, 0.34, 0.28, 0.22)
_GAP = 64.0
_BETWEEN = 30.0
_TITLE = 1.25
"""A lesson's title is set this much larger than a heading."""


@dataclass(frozen=True, slots=True)
class QuietPlan:
    """A quiet slide, planned. The head holds no more than the room for the strip."""

    head: HeadPlan
    picture: Rect | None
    heading: TextBlock | None
    rows: tuple[tuple[str, TextBlock], ...]
    column: Rect
    """Where the words stand, heading first."""

    def draw(self, sheet: Sheet, slide: Slide, now_next: NowNext | None) -> None:
        """Place it; *slide* says which rows are shown."""
        draw_head(sheet, self.head, None, now_next)
        if self.picture and slide.picture:
            sheet.picture(slide.picture, self.picture)
            sheet.target("picture", self.picture, slide.picture.alt, "picture")
        y = self.column.y
        if self.heading:
            spot = sheet.text(self.heading, self.column.x, y, line="heading")
            sheet.target("heading", spot, self.heading.text, "heading")
            y += spot.height + _BETWEEN
        rows = {row.id: row for row in slide.rows}
        for row_id, words in self.rows:
            row = rows[row_id]
            if row.shown:
                spot = sheet.text(words, self.column.x, y, line=row_id)
                sheet.targets.append(Target(row_id, spot, row_name(row), "row", current=row.current))
            y += measure(words).height + _BETWEEN


def plan_quiet(
    slide: Slide, rows: Sequence[Row], within: Rect, scale: TypeScale, means: Means
) -> QuietPlan | None:
    """Where the picture and words of a quiet slide stand by these *means*; None when they do not fit."""
    head = plan_head("", within, scale, size="none", strip=means.strip, picture=None)
    area = within.from_top(head.bottom - within.y)
    style = scale.compact if means.heading == "compact" else _large(slide, scale)
    for column, picture in _columns(area, with_picture=means.pictures and slide.picture is not None):
        wanted = slide.heading and means.heading != "none"
        heading = well_broken(block(slide.heading, style, column.width)) if wanted else None
        words = tuple(
            (row.id, well_broken(block(row.text, scale.body, column.width, row.lead))) for row in rows
        )
        blocks = [heading, *(made for _, made in words)] if heading else [made for _, made in words]
        extents = [measure(made) for made in blocks]
        height = sum(extent.height for extent in extents) + _BETWEEN * (len(extents) - 1)
        if height <= area.height and (means.broken or not any(extent.broken for extent in extents)):
            spot = Rect(column.x, area.y + max((area.height - height) / 2, 0.0), column.width, height)
            return QuietPlan(head, picture, heading, words, spot)
    return None


def _large(slide: Slide, scale: TypeScale) -> TextStyle:
    if slide.layout is SlideLayout.TITLE:
        return replace(scale.heading, size=round(scale.heading.size * _TITLE))
    return scale.heading


def _columns(area: Rect, *, with_picture: bool) -> Iterator[tuple[Rect, Rect | None]]:
    """Columns for the words beside a large picture, the largest picture first."""
    if not with_picture:
        yield area, None
        return
    for share in _SHARES:
        side = min(area.width * share, area.height)
        yield area.from_left(side + _GAP), Rect(area.x, area.y + (area.height - side) / 2, side, side)
