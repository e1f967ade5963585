"""Every change of the version beside the lesson's own words, to be reset one by one or copied elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lesson_player.adapting.change_edits import ResetPart
from lesson_player.adapting.compare import differences
from lesson_player.adapting.newer import Fit, review, told
from lesson_player.adapting.parts import PartKind
from lesson_player.control.editing.captions import keep_mine
from lesson_player.control.editing.elsewhere import MOVABLE
from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.button_row import ButtonRow
from lesson_player.ui.widgets.panel import Panel
from lesson_player.ui.widgets.sheet import Sheet
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from lesson_player.adapting.compare import Difference
    from lesson_player.adapting.newer import Reviewed
    from lesson_player.adapting.parts import Part
    from lesson_player.control.editing.controller import EditingController


class DifferenceBox(Panel):
    """One change: where it is, both wordings, and what can be done with it."""

    reset_asked = Signal(object)
    copy_asked = Signal(object)
    keep_asked = Signal(object)
    elsewhere_asked = Signal(object)
    go_asked = Signal(object)
    """The `Difference`."""

    def __init__(self, reviewed: Reviewed, *, copies: bool) -> None:
        super().__init__()
        one = self.difference = reviewed.difference
        self.looks = reviewed.fit is not Fit.FITS
        title = tr("{field}, {place}", field=one.field, place=one.place)
        self.setAccessibleName(title)
        self.reset_button = self._button(tr("Reset"), title, self.reset_asked)
        buttons = [self.reset_button]
        if self.looks:
            buttons.insert(0, self._button(tr("Keep mine"), title, self.keep_asked))
        if self.looks and one.part.kind in MOVABLE:
            buttons.append(self._button(tr("Put elsewhere…"), title, self.elsewhere_asked))
        if one.step or one.part.kind is PartKind.CAPTION:
            buttons.append(self._button(tr("Go there"), title, self.go_asked))
        if copies:
            buttons.append(self._button(tr("Copy to another version"), title, self.copy_asked))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(8), px(12), px(6))
        column.setSpacing(px(4))
        column.addWidget(label(title, Type.STRONG))
        if self.looks:
            column.addWidget(label(_why(reviewed), role=Role.WARM))
        column.addWidget(label(tr("Base lesson: {words}", words=one.base or tr("nothing")), role=Role.QUIET))
        column.addWidget(label(tr("This version: {words}", words=one.own or tr("nothing"))))
        column.addWidget(ButtonRow(buttons, centred=False))

    def _button(self, words: str, title: str, signal: object) -> WordButton:
        button = WordButton(words)
        button.set_words(words, name=f"{words}: {title}")
        button.clicked.connect(lambda: signal.emit(self.difference))  # type: ignore[attr-defined]
        return button


class CompareSheet(Sheet):
    """The list; after a reset the focus is on the change that stands there now."""

    go_asked = Signal(object)
    """The `Difference` to go to."""
    caption_asked = Signal(object)
    """The `Part` of a caption to go to."""
    copy_asked = Signal(object)
    """The `Part` to copy to another version."""
    elsewhere_asked = Signal(object)
    """The `Part` that is to have another place."""

    def __init__(self, over: QWidget, controller: EditingController) -> None:
        super().__init__(over, tr("This version beside the lesson"), width=860)
        self._controller = controller
        self.count = label("", role=Role.QUIET)
        self._column.insertWidget(1, self.count)
        self.boxes: list[DifferenceBox] = []
        controller.edited.connect(self._renew)

    def open_sheet(self) -> None:
        """List what holds now."""
        self._list()
        super().open_sheet()

    def first_control(self) -> QWidget:
        """The first change's Reset."""
        return self.boxes[0].reset_button if self.boxes else self.close_button

    def _renew(self) -> None:
        if not self.isVisible():
            return
        holder: QWidget | None = self.window().focusWidget()
        inside = (n for n, box in enumerate(self.boxes) if holder is not None and box.isAncestorOf(holder))
        place = next(inside, None)
        self._list()
        if place is not None:
            there = self.boxes[min(place, len(self.boxes) - 1)].reset_button if self.boxes else None
            (there or self.close_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _list(self) -> None:
        while (item := self.lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        opened = self._controller.opened
        order = {one.part: n for n, one in enumerate(differences(opened.base, opened.adaptation))}
        found = sorted(
            review(opened.base, opened.adaptation, self._controller.bundle.films),
            key=lambda one: (one.fit is Fit.FITS, order.get(one.part, len(order))),
        )
        copies = bool(self._controller.others.known())
        self.boxes = [DifferenceBox(one, copies=copies) for one in found]
        for box in self.boxes:
            box.reset_asked.connect(self._reset)
            box.keep_asked.connect(lambda one: keep_mine(self._controller, one.part))
            box.go_asked.connect(self._go)
            box.copy_asked.connect(self._copy)
            box.elsewhere_asked.connect(self._put_elsewhere)
            self.lines.addWidget(box)
        self.lines.addStretch(1)
        words = (
            tr_n("{n} change", "{n} changes", len(found)) if found else tr("It says the same as the lesson.")
        )
        self.count.setText(told(tuple(found)) if any(box.looks for box in self.boxes) else words)

    def _reset(self, one: Difference) -> None:
        part: Part = one.part
        self._controller.edit(ResetPart(part))

    def _copy(self, one: Difference) -> None:
        self.close_sheet()
        self.copy_asked.emit(one.part)

    def _put_elsewhere(self, one: Difference) -> None:
        self.close_sheet()
        self.elsewhere_asked.emit(one.part)

    def _go(self, one: Difference) -> None:
        self.close_sheet()
        if one.part.kind is PartKind.CAPTION:
            self.caption_asked.emit(one.part)
        else:
            self.go_asked.emit(one)


def _why(reviewed: Reviewed) -> str:
    """Why a change needs a look."""
    if reviewed.problems:
        return " ".join(f"{one.sentence} {one.remedy}".strip() for one in reviewed.problems)
    if reviewed.fit is Fit.GONE:
        return tr("The lesson does not have this any more. Your words are kept here.")
    return tr("The lesson said something else when you changed this: {words}", words=reviewed.former)
