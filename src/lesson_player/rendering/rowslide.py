"""A slide of rows: head, a large picture where the rows have none, rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lesson_player.rendering.geometry import Rect
from lesson_player.rendering.head import HeadPlan, draw_head, plan_head
from lesson_player.rendering.rows import GAP, RowPlan, draw_rows, plan_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lesson_player.model.slide import NowNext, Row, Slide
    from lesson_player.rendering.fitting import Means
    from lesson_player.rendering.page import TypeScale
    from lesson_player.rendering.sheet import Sheet

_SHARES = (0.36, 0.30, 0.24, 0.18)


@dataclass(frozen=True, slots=True)
class RowSlidePlan:
    """A slide of rows, planned."""

    head: HeadPlan
    rows: tuple[RowPlan, ...]
    picture: Rect | None = None

    def draw(self, sheet: Sheet, slide: Slide, now_next: NowNext | None) -> None:
        """Place it; *slide* says which rows are shown."""
        draw_head(sheet, self.head, slide.picture, now_next)
        if self.picture and slide.picture:
            sheet.picture(slide.picture, self.picture)
            sheet.target("picture", self.picture, slide.picture.alt, "picture")
        draw_rows(sheet, self.rows, {row.id: row for row in slide.rows}, rules=True)


def plan_row_slide(
    slide: Slide, rows: Sequence[Row], within: Rect, scale: TypeScale, means: Means
) -> RowSlidePlan | None:
    """Where a head and *rows* of *slide* stand by these *means*; None when they do not fit."""
    beside = slide.picture if means.pictures else None
    in_head = beside if any(row.picture for row in rows) or not rows else None
    head = plan_head(slide.heading, within, scale, size=means.heading, strip=means.strip, picture=in_head)
    if head.bottom > within.bottom or (head.broken and not means.broken):
        return None
    area = within.from_top(head.bottom - within.y)
    for column, picture in _columns(area) if beside and not in_head else ((area, None),):
        found = _rows(rows, column, scale, means) if rows else ()
        if found is not None:
            return RowSlidePlan(head, found, picture)
    return None


def _rows(rows: Sequence[Row], column: Rect, scale: TypeScale, means: Means) -> tuple[RowPlan, ...] | None:
    pictures, broken, joined = means.pictures, means.broken, means.joined
    return plan_rows(rows, column, scale, pictures=pictures, broken=broken, joined=joined)


def _columns(area: Rect) -> Iterator[tuple[Rect, Rect | None]]:
    """Columns for the rows beside a large picture, the largest picture first."""
    for share in _SHARES:
        side = min(area.width * share, area.height)
        yield area.from_left(side + GAP), Rect(area.x, area.y + (area.height - side) / 2, side, side)
