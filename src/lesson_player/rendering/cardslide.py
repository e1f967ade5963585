"""A slide of choices: head, cards, and the reply to the chosen one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lesson_player.rendering.cards import TICK_OUT, CardPlan, draw_cards, fold_card, picture_side, plan_cards
from lesson_player.rendering.geometry import Rect
from lesson_player.rendering.head import HeadPlan, draw_head, plan_head
from lesson_player.rendering.page import RADIUS
from lesson_player.rendering.placed import PlacedBox
from lesson_player.rendering.text import TextBlock, block, marked, measure, well_broken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lesson_player.model.slide import NowNext, Slide
    from lesson_player.rendering.fitting import Means
    from lesson_player.rendering.page import TypeScale
    from lesson_player.rendering.sheet import Sheet

_GAP = 24.0
_PAD = 18.0
_EDGE = 12.0
_KEEP = 0.75
"""Room for a reply is kept while pictures have this share of the size that they would have without."""
_ALONE_SHARES = (0.45, 0.36, 0.28)


@dataclass(frozen=True, slots=True)
class CardSlidePlan:
    """A slide of choices, planned."""

    head: HeadPlan
    cards: tuple[CardPlan, ...]
    reply: TextBlock | None
    reply_box: Rect | None

    def draw(self, sheet: Sheet, slide: Slide, now_next: NowNext | None) -> None:
        """Place it."""
        draw_head(sheet, self.head, slide.picture, now_next)
        draw_cards(sheet, self.cards, {card.id: card for card in slide.cards})
        if self.reply and self.reply_box:
            box = self.reply_box
            sheet.placed.append(PlacedBox(box, "paper", radius=RADIUS))
            edge = Rect(box.x, box.y, _EDGE, box.height)
            sheet.placed.append(PlacedBox(edge, "accent", radius=_EDGE / 2))
            height = measure(self.reply).height
            sheet.text(
                self.reply, box.x + _EDGE + 2 * _PAD, box.middle - height / 2, on="paper", line="reply"
            )
            sheet.target("reply", box, marked(self.reply.text)[0], "reply")


def plan_card_slide(slide: Slide, within: Rect, scale: TypeScale, means: Means) -> CardSlidePlan | None:
    """Where a head, the cards and the reply stand by these *means*; None when they do not fit.

    Without the heading, a reply stands beside its own card alone. Room for a reply of one line is kept
    before there is one, so that the cards stay in place when it comes, unless that made them much smaller.
    """
    picture = slide.picture if means.pictures else None
    head = plan_head(slide.heading, within, scale, size=means.heading, strip=means.strip, picture=picture)
    if head.broken and not means.broken:
        return None
    area = within.from_top(head.bottom - within.y)
    if not head.heading:
        area = area.from_top(TICK_OUT)
    together = None
    if means.heading != "none" or not slide.reply:
        together = _with_all_cards(slide, area, scale, means, head)
    return together or _with_chosen_card(slide, area, scale, means, head)


def _with_all_cards(
    slide: Slide, area: Rect, scale: TypeScale, means: Means, head: HeadPlan
) -> CardSlidePlan | None:
    reply = _reply(slide, area.width, scale)
    lines = measure(reply).height if reply else scale.body.most_line_height
    if reply and measure(reply).broken and not means.broken:
        return None
    kept = lines + 2 * _PAD + _GAP
    above = Rect(area.x, area.y, area.width, max(area.height - kept, 0.0))
    cards = plan_cards(slide.cards, above, scale, pictures=means.pictures, broken=means.broken)
    if reply:
        box = Rect(area.x, above.bottom + _GAP, area.width, kept - _GAP)
        return CardSlidePlan(head, cards, reply, box) if cards else None
    whole = plan_cards(slide.cards, area, scale, pictures=means.pictures, broken=means.broken)
    if not cards or picture_side(cards) < picture_side(whole) * _KEEP:
        cards = whole
    return CardSlidePlan(head, cards, None, None) if cards else None


def _with_chosen_card(
    slide: Slide, area: Rect, scale: TypeScale, means: Means, head: HeadPlan
) -> CardSlidePlan | None:
    """The chosen card and its reply, for text too large to show the reply with all cards.

    The card stands large at the left; where the reply needs the room, the card is folded.
    """
    chosen = [card for card in slide.cards if card.chosen]
    if not slide.reply or not chosen or area.height <= 0:
        return None
    for rect, rest in _shared(area):
        reply = _fitting_reply(slide, rest, scale, means)
        cards = plan_cards(chosen, rect, scale, pictures=means.pictures, broken=means.broken)
        if reply and cards:
            return CardSlidePlan(head, cards, reply, rest)
    folded = fold_card(chosen[0], area, scale)
    rest = area.from_left(folded.rect.width + _GAP)
    reply = _fitting_reply(slide, rest, scale, means)
    return CardSlidePlan(head, (folded,), reply, rest) if reply else None


def _shared(area: Rect) -> Iterator[tuple[Rect, Rect]]:
    """Room for a card at the left and for its reply at the right."""
    for share in _ALONE_SHARES:
        left = Rect(area.x, area.y, area.width * share, area.height)
        yield left, area.from_left(left.width + _GAP)


def _fitting_reply(slide: Slide, rect: Rect, scale: TypeScale, means: Means) -> TextBlock | None:
    reply = _reply(slide, rect.width, scale)
    if reply is None or measure(reply).height > rect.height or (measure(reply).broken and not means.broken):
        return None
    return reply


def _reply(slide: Slide, width: float, scale: TypeScale) -> TextBlock | None:
    return well_broken(block(slide.reply, scale.body, width - _EDGE - 4 * _PAD)) if slide.reply else None
