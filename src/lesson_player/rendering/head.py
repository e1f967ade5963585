"""The head of a slide: its heading, the small picture beside it, and the now-and-next strip."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from lesson_player.foundation.i18n import tr
from lesson_player.model.problem import Problem, Severity
from lesson_player.rendering.geometry import Rect
from lesson_player.rendering.page import without_spacing
from lesson_player.rendering.placed import PlacedBox
from lesson_player.rendering.sheet import one_line
from lesson_player.rendering.text import TextBlock, block, measure, well_broken

if TYPE_CHECKING:
    from lesson_player.model.slide import NowNext, PictureRef
    from lesson_player.rendering.page import TypeScale
    from lesson_player.rendering.sheet import Sheet

HeadingSize = Literal["large", "compact", "none"]

_LARGEST_SHARE = 0.34
"""A heading that takes more of the height than this is set at body size."""
_STRIP_SHARE = 0.40
"""The strip stands beside a heading that leaves it this share of the width, else on a line above it."""
_GAP = 34.0
_BELOW = 20.0
_PILL_PAD = 9.0
_PICTURE_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class HeadPlan:
    """Where the parts of a head stand, in page units."""

    heading: TextBlock | None
    spot: Rect
    """The heading's room."""
    picture: Rect | None
    strip: Rect | None
    """The strip's room; None where none is kept."""
    beside: bool
    """Whether the strip stands beside the heading."""
    bottom: float
    """Where the slide's body may begin."""
    broken: bool


def plan_head(
    words: str, within: Rect, scale: TypeScale, *, size: HeadingSize, strip: bool, picture: PictureRef | None
) -> HeadPlan:
    """Where a heading goes at the top of *within*; *strip* keeps room for the now-and-next strip."""
    strip_height = strip_line(scale)
    if size == "none" or not words:
        room = Rect(within.x, within.y, within.width, strip_height)
        bottom = room.bottom + _BELOW if strip else within.y
        return HeadPlan(
            heading=None,
            spot=Rect(within.x, within.y, 0, 0),
            picture=None,
            strip=room if strip else None,
            beside=False,
            bottom=bottom,
            broken=False,
        )
    side = within.height * _PICTURE_SHARE if picture else 0.0
    column = within.from_left(side + _GAP) if picture else within
    heading = block(words, scale.heading if size == "large" else scale.compact, column.width)
    if size == "large" and measure(heading).height > within.height * _LARGEST_SHARE:
        heading = block(words, scale.compact, column.width)
    heading = well_broken(heading)
    extent = measure(heading)
    left_over = column.width - extent.width - _GAP
    beside = strip and len(extent.lines) == 1 and left_over >= column.width * _STRIP_SHARE
    above = strip_height + _BELOW / 2 if strip and not beside else 0.0
    height = max(extent.height, side - above, strip_height if beside else 0.0)
    spot = Rect(column.x, within.y + above + (height - extent.height) / 2, extent.width, extent.height)
    line = Rect(spot.right + _GAP, within.y, left_over, height)
    over = Rect(column.x, within.y, column.width, strip_height)
    return HeadPlan(
        heading=heading,
        spot=spot,
        picture=Rect(within.x, within.y, side, side) if picture else None,
        strip=(line if beside else over) if strip else None,
        beside=beside,
        bottom=within.y + above + height + _BELOW,
        broken=extent.broken,
    )


def strip_line(scale: TypeScale) -> float:
    """Height of the now-and-next strip on a line of its own, in page units."""
    return scale.small.line_height + 2 * _PILL_PAD


def draw_head(sheet: Sheet, plan: HeadPlan, picture: PictureRef | None, now_next: NowNext | None) -> None:
    """Place a head as planned."""
    if plan.picture and picture:
        sheet.picture(picture, plan.picture)
        sheet.target("picture", plan.picture, picture.alt, "picture")
    if plan.heading:
        sheet.text(plan.heading, plan.spot.x, plan.spot.y, line="heading")
        sheet.target("heading", plan.spot, plan.heading.text, "heading")
    if now_next and plan.strip:
        _draw_strip(sheet, plan.strip, now_next, beside=plan.beside)


def _draw_strip(sheet: Sheet, room: Rect, now_next: NowNext, *, beside: bool) -> None:
    small = sheet.page.scale.small
    pill = one_line(tr("Now"), sheet.page.scale.label)
    pill_width = measure(pill).width + 4 * _PILL_PAD
    coming = one_line("→  " + tr("Next: {step}", step=now_next.next), small)
    gap = small.size * 0.55
    width = room.width - pill_width - gap
    now = one_line(now_next.now, small)
    both = measure(now).width + gap + measure(coming).width
    with_next = bool(now_next.next) and both <= width
    if measure(now).width > width:
        now = block(now_next.now, without_spacing(small), width)
    extent = measure(now)
    if extent.height > max(room.height, strip_line(sheet.page.scale)) or extent.broken:
        sheet.problems.append(_no_room(now_next.now))
        return
    used = pill_width + gap + (both if with_next else extent.width)
    x = room.right - used if beside else room.x
    pill_box = Rect(
        x, room.middle - strip_line(sheet.page.scale) / 2, pill_width, strip_line(sheet.page.scale)
    )
    sheet.placed.append(PlacedBox(pill_box, fill="soft", radius=pill_box.height / 2))
    sheet.text(pill, x + 2 * _PILL_PAD, pill_box.y + _PILL_PAD, on="soft")
    spot = sheet.text(now, pill_box.right + gap, room.middle - extent.height / 2, "quiet")
    if with_next:
        sheet.text(coming, spot.right + gap, spot.y, "quiet")
    name = tr("Now: {step}.", step=now_next.now.rstrip("."))
    if with_next:
        name += " " + tr("Next: {step}", step=now_next.next)
    sheet.target("now-next", Rect(x, room.y, used, room.height), name, "text")


def _no_room(words: str) -> Problem:
    return Problem(
        code="now-next-does-not-fit",
        sentence=tr("The now-and-next strip has no room for “{words}” at this text size.", words=words),
        remedy=tr("Give the step a shorter “now” text."),
        severity=Severity.WARNING,
    )
