"""How a slide splits into parts that fit the page at the chosen text size."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.model.problem import Problem, Severity
from lesson_player.model.slide import SlideLayout
from lesson_player.rendering.cardslide import CardSlidePlan, plan_card_slide
from lesson_player.rendering.fitting import Means
from lesson_player.rendering.quiet import QuietPlan, plan_quiet
from lesson_player.rendering.rows import MOST_ROWS
from lesson_player.rendering.rowslide import RowSlidePlan, plan_row_slide
from lesson_player.rendering.symbols import LEAST_SHARE, LEAST_SIDE, SYMBOL_SHARE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lesson_player.model.slide import Card, Row, Slide
    from lesson_player.rendering.geometry import Rect
    from lesson_player.rendering.page import TypeScale

SlidePlan = RowSlidePlan | QuietPlan | CardSlidePlan


@dataclass(frozen=True, slots=True)
class Part:
    """What of a slide is on screen at once."""

    ids: tuple[str, ...]
    """Of its rows or cards."""
    plan: SlidePlan
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Room:
    """Where a slide is laid out, and in which type."""

    within: Rect
    scale: TypeScale
    strip: bool
    """Whether room for the now-and-next strip is kept."""


def split(slide: Slide, room: Room) -> tuple[Part, ...]:
    """The parts of a slide, at least one. Which rows are shown and current makes no difference.

    Slides of cards and quiet slides are always one part: a question stays with its answers.
    """
    if slide.layout is SlideLayout.CARDS and slide.cards:
        return (_cards(slide, room),)
    rows = tuple(row.model_copy(update={"shown": True, "current": False}) for row in slide.rows)
    return _split_rows(slide.model_copy(update={"rows": rows}), room)


def part_of(slide: Slide, parts: Sequence[Part]) -> int:
    """The part, counted from 0, that holds the row being talked about, or else the last row shown."""
    last = slide.current or next((row.id for row in reversed(slide.rows) if row.shown), "")
    return next((index for index, part in enumerate(parts) if last in part.ids), 0)


def try_part(slide: Slide, ids: Sequence[str], room: Room) -> SlidePlan | None:
    """A plan for these rows, or all cards, with pictures and at full size; None when they do not fit."""
    return _gently(slide, [row for row in slide.rows if row.id in ids], room)


def in_room(slide: Slide, part: Part, room: Room) -> Part:
    """A part of a slide laid out anew in another room, where it fits there."""
    if slide.layout is SlideLayout.CARDS and slide.cards:
        return _cards(slide, room)
    plan = try_part(slide, part.ids, room)
    return Part(part.ids, plan) if plan else part


def card_groups(slide: Slide, room: Room) -> tuple[tuple[str, ...], ...]:
    """Ids of a slide's cards in as few groups as fit at the chosen text size, each on a slide of its own.

    Where the question leaves no room for a card, the first group is empty: the question has a slide to
    itself, and the answers come after it.
    """
    cards, asked = slide.cards, Means(room.strip)
    headed = all(_fit(slide, (card,), room, asked.beside_cards()) for card in cards)
    means = asked.gentle() if headed else (replace(asked, heading="none"),)
    best = _card_groups(slide, room, means, len(cards))
    for most in range(ceil(len(cards) / len(best)), len(cards)):
        evener = _card_groups(slide, room, means, most)
        if len(evener) == len(best):
            best = evener
            break
    return best if headed else ((), *best)


def _card_groups(slide: Slide, room: Room, means: Iterable[Means], most: int) -> tuple[tuple[str, ...], ...]:
    """Groups of up to *most* cards, each as full as can be."""
    tried, groups, left = tuple(means), [], slide.cards
    while left:
        counts = range(min(most, len(left)), 1, -1)
        count = next((count for count in counts if _fit(slide, left[:count], room, tried)), 1)
        groups.append(tuple(card.id for card in left[:count]))
        left = left[count:]
    return tuple(groups)


def _fit(slide: Slide, cards: tuple[Card, ...], room: Room, means: Iterable[Means]) -> bool:
    """Whether these cards of a slide stand on it together by one of these *means*."""
    some = slide.model_copy(update={"cards": cards})
    return any(_plan(some, (), room, one) for one in means if _differs(one, room))


@lru_cache(maxsize=256)
def _split_rows(slide: Slide, room: Room) -> tuple[Part, ...]:
    if slide.layout in {SlideLayout.CALM, SlideLayout.TITLE}:
        return (_at_once(slide, slide.rows, room),)
    best = _grouped(slide, room, MOST_ROWS)
    for most in range(max(ceil(len(slide.rows) / len(best)), 1), MOST_ROWS):
        evener = _grouped(slide, room, most)
        if len(evener) == len(best):
            return evener
    return best


def _grouped(slide: Slide, room: Room, most: int) -> tuple[Part, ...]:
    """Parts of up to *most* rows, each as full as can be."""
    left = list(slide.rows)
    parts: list[Part] = []
    while left or not parts:
        taken = next(
            (
                Part(tuple(row.id for row in left[:count]), plan)
                for count in range(min(most, len(left)), 1, -1)
                if (plan := _plan(slide, left[:count], room, Means(room.strip)))
            ),
            None,
        ) or _at_once(slide, left[:1], room)
        parts.append(taken)
        left = left[max(len(taken.ids), 1) :]
    return tuple(parts)


def _gently(slide: Slide, rows: Sequence[Row], room: Room) -> SlidePlan | None:
    gentle = Means(room.strip).gentle()
    return next((plan for means in gentle if (plan := _plan(slide, rows, room, means))), None)


def _at_once(slide: Slide, rows: Sequence[Row], room: Room) -> Part:
    """A part of exactly these rows, whatever it takes to make them fit. Without rows the heading stays."""
    means = Means(room.strip)
    ladder = means.for_rows() if rows else means.for_heading_alone()
    plan, problems = _first(slide, rows, room, ladder)
    return Part(tuple(row.id for row in rows), plan, problems)


@lru_cache(maxsize=64)
def _cards(slide: Slide, room: Room) -> Part:
    plan, problems = _first(slide, (), room, Means(room.strip).for_cards(replied=bool(slide.reply)))
    return Part(tuple(card.id for card in slide.cards), plan, problems)


def _first(
    slide: Slide, rows: Sequence[Row], room: Room, means: Iterator[Means]
) -> tuple[SlidePlan, tuple[Problem, ...]]:
    for tried in means:
        plan = _plan(slide, rows, room, tried) if _differs(tried, room) else None
        if plan is not None:
            return plan, _problems(slide, tried)
    raise AssertionError("the last means make any words fit")


def _differs(means: Means, room: Room) -> bool:
    """Whether a layout by these *means* can come out otherwise than by those before: not without symbols
    where they would be smaller, nor where they would be too small to be made out."""
    body = room.scale.body
    if not 0 < means.symbols < SYMBOL_SHARE:
        return True
    return bool(body.symbols) and (means.symbols > LEAST_SHARE or body.size * means.symbols >= LEAST_SIDE)


def _plan(slide: Slide, rows: Sequence[Row], room: Room, means: Means) -> SlidePlan | None:
    alone = not rows and not slide.cards
    scale = room.scale
    if means.symbols < scale.body.symbols:
        scale = scale.with_symbols(means.symbols, alone=alone)
    scale = scale.tightened() if means.tight else scale
    scale = scale.shrunk(means.size) if means.size < 1 else scale
    match slide.layout:
        case SlideLayout.CARDS if slide.cards:
            return plan_card_slide(slide, room.within, scale, means)
        case SlideLayout.CALM | SlideLayout.TITLE:
            return plan_quiet(slide, rows, room.within, scale, means)
        case _:
            return plan_row_slide(slide, rows, room.within, scale, means)


def _problems(slide: Slide, means: Means) -> tuple[Problem, ...]:
    if means.size >= 1:
        return ()
    return (
        Problem(
            code="slide-does-not-fit",
            sentence=tr(
                "“{heading}” has more words than fit on a slide at this text size.", heading=slide.heading
            ),
            remedy=tr("Shorten the words, or choose a smaller text size. Until then they are shown smaller."),
            severity=Severity.WARNING,
        ),
    )
