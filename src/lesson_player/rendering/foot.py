"""The foot of a slide: the lesson's lasting line, "Sample", the part, and the place in the sitting."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.model.problem import Problem, Severity
from lesson_player.rendering.geometry import Rect
from lesson_player.rendering.page import without_spacing
from lesson_player.rendering.placed import PlacedBox
from lesson_player.rendering.sheet import one_line
from lesson_player.rendering.text import TextBlock, block, measure, well_broken

if TYPE_CHECKING:
    from lesson_player.rendering.page import Page
    from lesson_player.rendering.sheet import Sheet

MOST_DOTS = 12
"""More steps than this are told in words: nobody counts more dots at a glance."""
ABOVE = 18.0
"""Room above the foot, in page units."""

_GAP = 34.0
_DOT = 22.0
_DOT_GAP = 14.0
_PILL = 60.0
_MOST_LINES = 2


@dataclass(frozen=True, slots=True)
class FootWords:
    """What the foot has to say."""

    footer: str = ""
    sample: str = ""
    step: int = 0
    """Counted from 1; 0 leaves the place in the sitting out."""
    steps: int = 0


@dataclass(frozen=True, slots=True)
class FootPlan:
    """The foot's room at the bottom of the page, and what stands in it."""

    rect: Rect
    footer: TextBlock | None
    sample: TextBlock | None
    dots: bool
    place: TextBlock | None
    """The place in words, where there are no dots."""
    part: TextBlock | None
    problems: tuple[Problem, ...] = ()


def plan_foot(words: FootWords, page: Page, part: int = 1, parts: int = 1) -> FootPlan:
    """Lay the foot out: on one line, with the footer on two where it is long.

    Its height depends on the number of *parts*, never on which one this is.
    """
    small, content = page.scale.small, page.content
    part_words = one_line(_part(part, parts), small) if parts > 1 else None
    place_words = one_line(tr("Step {n} of {total}", n=words.step, total=words.steps), small)
    sample = one_line(words.sample, small) if words.sample else None
    kept = measure(sample).width + _GAP if sample else 0.0
    if parts > 1:
        widest = max(measure(one_line(_part(number, parts), small)).width for number in range(1, parts + 1))
        kept += widest + _GAP
    wanted = measure(one_line(words.footer, small)).width if words.footer else 0.0
    left = content.width - kept - wanted - _GAP
    dots = words.step > 0 and words.steps <= MOST_DOTS and _dots_width(words.steps) <= left
    place = place_words if words.step and not dots and measure(place_words).width <= left else None
    footer, problems = _footer(words.footer, page, content.width - kept)
    height = max(measure(footer).height if footer else 0.0, small.line_height)
    rect = Rect(content.x, content.bottom - height, content.width, height)
    return FootPlan(rect, footer, sample, dots, place, part_words, problems)


def _footer(words: str, page: Page, width: float) -> tuple[TextBlock | None, tuple[Problem, ...]]:
    if not words:
        return None, ()
    style = page.scale.small
    made = well_broken(block(words, style, width))
    close = well_broken(block(words, without_spacing(style), width))
    if len(measure(made).lines) <= _MOST_LINES:
        return made, ()
    if len(measure(close).lines) <= _MOST_LINES + 1:
        return close, ()
    problem = Problem(
        code="footer-does-not-fit",
        sentence=tr(
            "The line at the foot of the slides is too long for this text size. It is shown smaller."
        ),
        remedy=tr("Shorten the line."),
        severity=Severity.WARNING,
    )
    while style.size > 8 and measure(made).height > page.scale.small.line_height * _MOST_LINES:
        style = replace(style, size=round(style.size * 0.9))
        made = block(words, style, width)
    return made, (problem,)


def draw_foot(sheet: Sheet, plan: FootPlan, words: FootWords) -> None:
    """Place the foot as planned."""
    rect = plan.rect
    last = rect.bottom - sheet.page.scale.small.line_height
    x, end = rect.x, rect.right
    if plan.footer:
        spot = sheet.text(plan.footer, x, rect.y, "quiet")
        sheet.target("footer", spot, plan.footer.text, "text")
        x = spot.right + _GAP
    if plan.sample:
        spot = sheet.text(plan.sample, x, last, "quiet")
        sheet.target("sample", spot, plan.sample.text, "text")
    if plan.dots:
        _draw_dots(sheet, words, end, last + sheet.page.scale.small.line_height / 2)
        end -= _dots_width(words.steps) + _GAP
    if plan.place:
        end -= measure(plan.place).width
        spot = sheet.text(plan.place, end, last, "quiet")
        sheet.target("place", spot, plan.place.text, "text")
        end -= _GAP
    if plan.part:
        end -= measure(plan.part).width
        spot = sheet.text(plan.part, end, last)
        sheet.target("part", spot, plan.part.text, "text")
    sheet.problems.extend(plan.problems)


def _part(part: int, parts: int) -> str:
    return tr("Part {n} of {total}", n=part, total=parts)


def _dots_width(count: int) -> float:
    return (count - 1) * (_DOT + _DOT_GAP) + _PILL


def _draw_dots(sheet: Sheet, words: FootWords, right: float, middle: float) -> None:
    start = x = right - _dots_width(words.steps)
    for number in range(1, words.steps + 1):
        width = _PILL if number == words.step else _DOT
        rect = Rect(x, middle - _DOT / 2, width, _DOT)
        if number == words.step:
            sheet.placed.append(PlacedBox(rect, fill="accent", radius=_DOT / 2))
        elif number < words.step:
            sheet.placed.append(PlacedBox(rect, fill="quiet", radius=_DOT / 2))
        else:
            sheet.placed.append(PlacedBox(rect, border="quiet", radius=_DOT / 2, thickness=3))
        x += width + _DOT_GAP
    name = tr("Step {n} of {total}", n=words.step, total=words.steps)
    sheet.target("place", Rect(start, middle - _DOT / 2, right - start, _DOT), name, "text")
