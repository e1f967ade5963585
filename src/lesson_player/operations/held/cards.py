"""What the library shows of lessons in the school's folders, and of their copies."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lesson_player.operations.held.record import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from lesson_player.model.library import LessonCard
    from lesson_player.operations.held.store import HeldStore
    from lesson_player.operations.library import LibraryPage

_LARGEST_PICTURE = 8_000_000
"""In bytes; a lesson whose picture is larger is shown without it."""


def with_copies(page: LibraryPage, store: HeldStore, roots: Iterable[Path]) -> LibraryPage:
    """*page* with the pictures of lessons in the school's folders *roots*, and with the time at which each
    lesson that is a copy was taught last. It may wait for those folders.
    """
    opened = {item.folder: record.opened for item, record in store.copies() if item.kind is Kind.LESSON}
    shared = frozenset(roots)

    def whole(card: LessonCard) -> LessonCard:
        if card.folder in opened:
            return card.model_copy(update={"held": opened[card.folder]})
        if card.folder.parent in shared and card.picture is not None:
            return card.model_copy(update={"picture_data": _data(card.picture)})
        return card

    return replace(page, cards=tuple(map(whole, page.cards)))


def _data(picture: Path) -> bytes:
    """What is in the file; nothing where it cannot be shown."""
    try:
        with picture.open("rb") as file:
            data = file.read(_LARGEST_PICTURE + 1)
    except OSError:
        return b""
    return data if len(data) <= _LARGEST_PICTURE else b""
