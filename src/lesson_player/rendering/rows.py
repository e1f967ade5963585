"""Rows of a slide: picture left, words right, rules between them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lesson_player.rendering.geometry import Rect
from lesson_player.rendering.page import BAR
from lesson_player.rendering.placed import PlacedBox, Target
from lesson_player.rendering.text import TextBlock, block, marked, measure, well_broken

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lesson_player.model.slide import Row
    from lesson_player.rendering.page import TypeScale
    from lesson_player.rendering.sheet import Sheet
    from lesson_player.rendering.text import TextStyle

MOST_ROWS = 3
"""At most three rows of picture and text on a slide: as much as can be read from 8 m in Easy Read type."""
GAP = 44.0
"""Between a picture and its words, in page units."""

_PAD = 14.0
_LEAST_PICTURE = 118.0
_STEP = 0.86


@dataclass(frozen=True, slots=True)
class RowPlan:
    """Where one row stands, in page units."""

    row: str
    rect: Rect
    picture: Rect | None
    words: TextBlock
    spot: Rect


def plan_rows(
    rows: Sequence[Row], area: Rect, scale: TypeScale, *, pictures: bool, broken: bool, joined: bool = False
) -> tuple[RowPlan, ...] | None:
    """Where rows stand in *area*, their pictures as large as can be; None when they do not fit.

    *pictures* is False to do without them; *broken* allows a word that is too long to be broken; *joined* has
    a word above its own sentence stand in that alone.
    """
    with_pictures = pictures and any(row.picture for row in rows)
    for side in _sides(area, len(rows)) if with_pictures else (0.0,):
        across = side + GAP if with_pictures else 0.0
        width = area.width - across
        blocks = [
            (joined and _joined(row, scale.body, width)) or _block(row, scale.body, width) for row in rows
        ]
        extents = [measure(made) for made in blocks]
        if any(extent.broken for extent in extents) and not broken:
            continue
        needs = [max(side, extent.height) + 2 * _PAD for extent in extents]
        if sum(needs) > area.height:
            continue
        return tuple(_placed(rows, blocks, _shared(needs, area.height), area, side))
    return None


def _block(row: Row, style: TextStyle, width: float) -> TextBlock:
    return block(row.text, style, width, row.lead)


def _joined(row: Row, style: TextStyle, width: float) -> TextBlock | None:
    """The row's text with its lead in bold within it; None where it does not begin with the lead."""
    lead, _ = marked(row.lead)
    rest = row.text.replace("**", "", 2) if row.text.startswith("**") else row.text
    if not lead or not rest.casefold().startswith(lead.casefold()) or rest[len(lead) : len(lead) + 1] != " ":
        return None
    made = block(f"**{rest[: len(lead)]}**{rest[len(lead) :]}", style, width)
    return replace(made, again=len(lead.split()))


def _sides(area: Rect, count: int) -> Iterator[float]:
    """Picture sizes to try, largest first."""
    side = min(area.height / count - 2 * _PAD, area.width * 0.40)
    while side > _LEAST_PICTURE:
        yield side
        side *= _STEP
    yield _LEAST_PICTURE


def _shared(needs: Sequence[float], height: float) -> list[float]:
    """Heights for rows: all the same where that is enough, else what each needs and a share of the rest."""
    each = height / len(needs)
    if max(needs) <= each:
        return [each] * len(needs)
    spare = (height - sum(needs)) / len(needs)
    return [need + spare for need in needs]


def _placed(
    rows: Sequence[Row], blocks: Sequence[TextBlock], heights: Sequence[float], area: Rect, side: float
) -> Iterator[RowPlan]:
    y = area.y
    for row, wrapped, height in zip(rows, blocks, heights, strict=True):
        rect = Rect(area.x, y, area.width, height)
        across = side + GAP if side else 0.0
        picture = Rect(rect.x, rect.middle - side / 2, side, side) if side and row.picture else None
        words = well_broken(wrapped)
        extent = measure(words)
        spot = Rect(rect.x + across, rect.middle - extent.height / 2, extent.width, extent.height)
        yield RowPlan(row.id, rect, picture, words, spot)
        y += height


def draw_rows(sheet: Sheet, plans: Sequence[RowPlan], rows: dict[str, Row], *, rules: bool) -> None:
    """Place rows as planned. A row that waits to be revealed keeps its room and paints nothing."""
    several = sum(rows[plan.row].shown for plan in plans) > 1
    away = sheet.page.content.x - sheet.page.safe.x
    for plan in plans:
        row = rows[plan.row]
        if not row.shown:
            continue
        if rules:
            sheet.rule(plan.rect.x, plan.rect.y, plan.rect.width)
        if row.current and several:
            bar = Rect(plan.rect.x - away, plan.rect.y + _PAD, BAR, plan.rect.height - 2 * _PAD)
            sheet.placed.append(PlacedBox(bar, fill="accent", radius=BAR / 2))
        if plan.picture and row.picture:
            sheet.picture(row.picture, plan.picture)
        sheet.text(plan.words, plan.spot.x, plan.spot.y, line=row.id)
        sheet.targets.append(Target(row.id, plan.rect, row_name(row), "row", current=row.current))


def row_name(row: Row) -> str:
    """What a screen reader says for a row."""
    text, _ = marked(row.text)
    lead, _ = marked(row.lead)
    return f"{lead}: {text}" if lead else text
