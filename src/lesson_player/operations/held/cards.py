"""What the library says of lessons that are shown from their copies."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lesson_player.operations.held.record import Kind

if TYPE_CHECKING:
    from lesson_player.operations.held.store import HeldStore
    from lesson_player.operations.library import LibraryPage


def with_copies(page: LibraryPage, store: HeldStore) -> LibraryPage:
    """*page* with the time at which each lesson that is a copy was taught last."""
    opened = {item.folder: record.opened for item, record in store.copies() if item.kind is Kind.LESSON}
    cards = (
        card.model_copy(update={"held": opened[card.folder]}) if card.folder in opened else card
        for card in page.cards
    )
    return replace(page, cards=tuple(cards))
