"""A question with two to six large choices, each a picture with a few words, and the chosen one's reply."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.rendering.geometry import Rect
from lesson_player.rendering.page import HAIRLINE, RADIUS
from lesson_player.rendering.placed import PlacedBox, PlacedTick, Target
from lesson_player.rendering.sheet import one_line
from lesson_player.rendering.text import TextBlock, block, marked, measure, well_broken

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lesson_player.model.slide import Card
    from lesson_player.rendering.page import TypeScale
    from lesson_player.rendering.sheet import Sheet

TICK_OUT = 14.0
"""How far the tick stands out over the card's corner, so that it never covers words or picture."""

_GAP = 28.0
_PAD = 34.0
"""Room inside a card's upper and lower border: the tick comes down so far."""
_PADS = (34.0, 20.0)
"""Room inside a card's borders at the sides; the smaller where pictures gain by it."""
_WORTH_IT = 1.25
"""So much larger pictures are worth the smaller room."""
_INNER = 16.0
_LEAST_PICTURE = 110.0
_STEP = 0.9
_CHOSEN_BORDER = 9.0
_TICK = 48.0


@dataclass(frozen=True, slots=True)
class CardPlan:
    """Where one card stands, in page units."""

    card: str
    rect: Rect
    picture: Rect | None
    words: TextBlock | None
    """None for a card that is folded: its number and its picture stand for it."""
    spot: Rect


@dataclass(frozen=True, slots=True)
class _Shape:
    """A way to set the cards: columns, picture size, and whether the words stand beside the picture."""

    columns: int
    side: float
    pad: float
    beside: bool
    words: tuple[TextBlock, ...]
    below: bool = False
    """Whether words without a picture stand below the card's number, over the whole width."""


def badge_size(scale: TypeScale) -> float:
    """Diameter of the disc behind a card's number, in page units."""
    return max(scale.small.size * 1.7, 48.0)


def plan_cards(
    cards: Sequence[Card], area: Rect, scale: TypeScale, *, pictures: bool, broken: bool
) -> tuple[CardPlan, ...] | None:
    """Where cards stand in *area*, their pictures as large as can be; None when they do not fit."""
    with_pictures = pictures and any(card.picture for card in cards)
    best: _Shape | None = None
    for pad in _PADS:
        found = _best_shape(cards, area, scale, pad, with_pictures=with_pictures, broken=broken)
        if found and (best is None or found.side > best.side * _WORTH_IT):
            best = found
    return tuple(_placed(cards, area, scale, best)) if best else None


def picture_side(plans: Sequence[CardPlan] | None) -> float:
    """How large the pictures of planned cards are, in page units; 0 without any."""
    return max((plan.picture.width for plan in plans or () if plan.picture), default=0.0)


def _best_shape(
    cards: Sequence[Card], area: Rect, scale: TypeScale, pad: float, *, with_pictures: bool, broken: bool
) -> _Shape | None:
    """The way to set the cards that has the largest pictures."""
    best: _Shape | None = None
    for columns in _columns(len(cards)):
        inner = _cell(area, len(cards), columns).inset(pad, _PAD)
        for beside in (False, True) if with_pictures else (False,):
            words = _Words(cards, scale, with_pictures=with_pictures, broken=broken)
            found = words.shape(inner, columns, pad, beside=beside)
            if found and (best is None or found.side > best.side):
                best = found
    return best


def fold_card(card: Card, area: Rect, scale: TypeScale) -> CardPlan:
    """A card at the left of *area* without its words, as narrow as its number, beside a long reply."""
    badge = badge_size(scale)
    rect = Rect(area.x, area.y, max(badge, _LEAST_PICTURE) + 2 * _INNER + TICK_OUT, area.height)
    side = rect.width - 2 * _INNER
    below = Rect(rect.x + _INNER, rect.y + badge + 2 * _INNER, side, side)
    picture = below if card.picture and below.bottom + _INNER <= rect.bottom else None
    return CardPlan(card.id, rect, picture, None, rect)


def _columns(count: int) -> tuple[int, ...]:
    """Numbers of columns to try: full rows where they can be had, wide ones first."""
    return {1: (1,), 2: (2, 1), 3: (3, 1), 4: (4, 2, 1), 5: (3, 2, 1)}.get(count, (3, 2, 1))


def _cell(area: Rect, count: int, columns: int) -> Rect:
    lines = ceil(count / columns)
    width = (area.width - (columns - 1) * _GAP) / columns
    height = (area.height - (lines - 1) * _GAP) / lines
    return Rect(0, 0, width, height)


@dataclass(frozen=True, slots=True)
class _Words:
    """What stands on the cards, and in which type."""

    cards: Sequence[Card]
    scale: TypeScale
    with_pictures: bool
    broken: bool

    def shape(self, inner: Rect, columns: int, pad: float, *, beside: bool) -> _Shape | None:
        """The way to set them in cards of that *inner* size whose pictures are the largest."""
        corner = badge_size(self.scale) + _INNER
        if not self.with_pictures:
            return self._without_pictures(inner, columns, pad)
        for side in _sides(inner, corner, beside=beside):
            width = inner.width - corner - side - _INNER if beside else inner.width
            words = self._fitting(inner, width, side, beside=beside)
            if words:
                return _Shape(columns, side, pad, beside, words)
        return None

    def _without_pictures(self, inner: Rect, columns: int, pad: float) -> _Shape | None:
        """The words beside the number, or below it where they need fewer lines there."""
        beside = self._fitting(inner, inner.width - badge_size(self.scale) - _INNER, 0.0, beside=False)
        low = inner.height - _under_number(self.scale)
        below = self._fitting(Rect(0, 0, inner.width, low), inner.width, 0.0, beside=False)
        if below and (not beside or _tallest(below) < _tallest(beside)):
            return _Shape(columns, 0.0, pad, beside=False, words=below, below=True)
        return _Shape(columns, 0.0, pad, beside=False, words=beside) if beside else None

    def _fitting(self, inner: Rect, width: float, side: float, *, beside: bool) -> tuple[TextBlock, ...]:
        """The words at a width; none where they are too high for the card or too wide for a line."""
        if width <= self.scale.body.size:
            return ()
        words = tuple(block(card.text, self.scale.body, width) for card in self.cards)
        extents = [measure(made) for made in words]
        tallest = _tallest(words)
        needed = max(tallest, side) if beside else tallest + (side + _INNER if side else 0.0)
        fits = needed <= inner.height and (self.broken or not any(extent.broken for extent in extents))
        return words if fits else ()


def _under_number(scale: TypeScale) -> float:
    """How far below the upper edge of a card's inner room its number ends, with room below it."""
    return badge_size(scale) + 2 * _INNER - _PAD


def _tallest(words: Sequence[TextBlock]) -> float:
    return max(measure(made).height for made in words)


def _sides(inner: Rect, corner: float, *, beside: bool) -> Iterator[float]:
    """Picture sizes to try, largest first. The upper left corner is kept for the number."""
    side = min(inner.height, inner.width * 0.5 if beside else inner.width - 2 * corner)
    while side > _LEAST_PICTURE:
        yield side
        side *= _STEP


def _placed(cards: Sequence[Card], area: Rect, scale: TypeScale, shape: _Shape) -> Iterator[CardPlan]:
    cell = _cell(area, len(cards), shape.columns)
    corner = badge_size(scale) + _INNER
    tallest = _tallest(shape.words)
    for index, (card, wrapped) in enumerate(zip(cards, shape.words, strict=True)):
        words = well_broken(wrapped)
        line, column = divmod(index, shape.columns)
        rect = Rect(
            area.x + column * (cell.width + _GAP),
            area.y + line * (cell.height + _GAP),
            cell.width,
            cell.height,
        )
        inner, extent, side = rect.inset(shape.pad, _PAD), measure(words), shape.side
        if shape.beside:
            picture = Rect(inner.x + corner, inner.middle - side / 2, side, side)
            spot = Rect(picture.right + _INNER, inner.middle - extent.height / 2, extent.width, extent.height)
        elif side:
            picture = Rect(inner.x + (inner.width - side) / 2, inner.y, side, side)
            picture = Rect(picture.x, inner.y + (inner.height - side - _INNER - tallest) / 2, side, side)
            left = inner.x + max((inner.width - extent.width) / 2, 0.0)
            spot = Rect(left, picture.bottom + _INNER, extent.width, extent.height)
        elif shape.below:
            picture = None
            left = inner.x + max((inner.width - extent.width) / 2, 0.0)
            top = max(inner.middle - extent.height / 2, inner.y + _under_number(scale))
            spot = Rect(left, top, extent.width, extent.height)
        else:
            picture = None
            spot = Rect(inner.x + corner, inner.middle - extent.height / 2, extent.width, extent.height)
        yield CardPlan(card.id, rect, picture if card.picture else None, words, spot)


def draw_cards(sheet: Sheet, plans: Sequence[CardPlan], cards: dict[str, Card]) -> None:
    """Place cards as planned."""
    for plan in plans:
        card = cards[plan.card]
        fill = "soft" if card.chosen else "paper"
        border, thickness = ("accent", _CHOSEN_BORDER) if card.chosen else ("quiet", HAIRLINE)
        sheet.placed.append(PlacedBox(plan.rect, fill, border, RADIUS, thickness))
        if plan.picture and card.picture:
            sheet.picture(card.picture, plan.picture)
        if plan.words:
            sheet.text(plan.words, plan.spot.x, plan.spot.y, on=fill, line=card.id)
        _draw_number(sheet, plan, card)
        if card.chosen:
            tick = Rect(plan.rect.right + TICK_OUT - _TICK, plan.rect.y - TICK_OUT, _TICK, _TICK)
            sheet.placed.append(PlacedTick(tick, "accent", "on_accent"))
        sheet.targets.append(Target(card.id, plan.rect, card_name(card), "card", chosen=card.chosen))


def _draw_number(sheet: Sheet, plan: CardPlan, card: Card) -> None:
    size = badge_size(sheet.page.scale)
    disc = Rect(plan.rect.x + _INNER, plan.rect.y + _INNER, size, size)
    number = one_line(str(card.number), sheet.page.scale.label)
    extent = measure(number)
    on = "ground" if card.chosen else "soft"
    sheet.placed.append(PlacedBox(disc, fill=on, radius=size / 2))
    spot = disc.centred(extent.width, extent.height)
    sheet.text(number, spot.x, spot.y, on=on)


def card_name(card: Card) -> str:
    """What a screen reader says for a card."""
    return tr("{n}. {words}", n=card.number, words=marked(card.text)[0])
