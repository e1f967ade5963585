"""Switches and a resting pointer in windows outside a lesson: the library, its question, the last picture."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from lesson_player.ui.widgets.dwell_access import DwellAccess
from lesson_player.ui.widgets.spot_rows import rows_in
from lesson_player.ui.widgets.switch_access import SwitchAccess

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from lesson_player.control.key_book import KeyBook


@dataclass(frozen=True, slots=True)
class WindowAccess:
    """What drives one window, besides keys and clicks. It goes with its window."""

    switches: SwitchAccess
    dwell: DwellAccess


def give_access(window: QWidget, book: KeyBook, *, still: Callable[[], bool] | None = None) -> WindowAccess:
    """Have everything in *window* reached as *book* says; ``still``: whether nothing shall move."""
    return WindowAccess(
        SwitchAccess(window, book, partial(rows_in, window)), DwellAccess(window, book, still=still)
    )
