"""Buttons side by side, on more lines where one is too short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QWidget

from lesson_player.ui.widgets.wrap_layout import WrapLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lesson_player.ui.widgets.word_button import WordButton


class ButtonRow(QWidget):
    """A row of buttons that wraps like words."""

    def __init__(self, buttons: Sequence[WordButton], *, centred: bool = True) -> None:
        super().__init__()
        self._buttons = tuple(buttons)
        self._wrap = WrapLayout(self, centred=centred)
        for button in buttons:
            self._wrap.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def line_width(self) -> int:
        """Width in pixels at which everything stands on one line."""
        return self._wrap.line_width()

    def tight_width(self) -> int:
        """Width in pixels at which everything stands on one line with the least room beside the words."""
        return self._width(tight=True)

    def fit(self, width: int) -> None:
        """Make the buttons narrower where they would not stand on one line of *width* pixels otherwise."""
        tight = self._width(tight=False) > width
        for button in self._buttons:
            button.set_tight(tight=tight)

    def _width(self, *, tight: bool) -> int:
        return sum(button.line_width(tight=tight) for button in self._buttons if not button.isHidden())
