"""What was found when the version was checked: in a few words for all of it, and one by one for the step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lesson_player.adapting.easy_read.finding import Kind
from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from lesson_player.adapting.easy_read.finding import Finding

_PICTURES = frozenset({Kind.NO_PICTURE, Kind.NO_ALT})


class ChecksPanel(QWidget):
    """Advice only. A button leads from finding to finding."""

    next_asked = Signal(object)
    """The next `Finding` to look at."""

    def __init__(self) -> None:
        super().__init__()
        self._found: tuple[Finding, ...] = ()
        self._at = -1
        self.words = label("", Type.MINOR)
        self.here = label("", Type.MINOR, role=Role.WARM)
        self.next_button = WordButton(tr("Next finding"))
        self.next_button.clicked.connect(self._next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(label(tr("Check this version"), Type.STRONG))
        column.addWidget(self.words)
        column.addWidget(self.next_button)
        column.addWidget(self.here)
        self.words.setText(tr("Looking for what may be hard to read …"))
        self.next_button.hide()
        self.here.hide()

    @property
    def found(self) -> tuple[Finding, ...]:
        """What was found last."""
        return self._found

    def show_found(self, found: tuple[Finding, ...], fast_captions: int) -> None:
        """Tell what was found in the whole version."""
        self._found = found
        texts = sum(1 for one in found if one.kind not in _PICTURES and one.kind is not Kind.NO_HELP_AT_END)
        pictures = sum(1 for one in found if one.kind in _PICTURES)
        no_help = any(one.kind is Kind.NO_HELP_AT_END for one in found)
        lines = [
            tr_n("{n} thing that may be hard to read", "{n} things that may be hard to read", texts)
            if texts
            else tr("Nothing that is hard to read"),
            tr_n("{n} picture or its words missing", "{n} pictures or their words missing", pictures)
            if pictures
            else tr("Every line has its picture"),
            tr("A sitting does not end on the help slide") if no_help else tr("Every sitting ends on help"),
        ]
        if fast_captions:
            lines.append(
                tr_n(
                    "Film: {n} caption is fast for children",
                    "Film: {n} captions are fast for children",
                    fast_captions,
                )
            )
        self.words.setText("\n".join(lines))
        self.next_button.setVisible(bool(found))

    def show_step(self, step: str) -> None:
        """Tell what was found in a step outside its fields, such as a picture that is missing."""
        of_step = (one for one in self._found if one.where.step == step and not one.where.field)
        words = "\n".join(f"{one.reason} {one.suggestion}".strip() for one in of_step)
        self.here.setText(words)
        self.here.setVisible(bool(words))

    def _next(self) -> None:
        placed = [one for one in self._found if one.where.step]
        if placed:
            self._at = (self._at + 1) % len(placed)
            self.next_asked.emit(placed[self._at])
