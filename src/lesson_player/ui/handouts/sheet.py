"""Print what pupils, families and staff get, or save it: choices on one side, the page on the other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.operations.handout_copies import Form
from lesson_player.ui.film_import.progress import WorkBar
from lesson_player.ui.handouts.choices import HandoutChoices
from lesson_player.ui.handouts.preview import Preview
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.announce import announce
from lesson_player.ui.widgets.tall_sheet import TallSheet
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import Kind, WordButton

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from lesson_player.ui.handouts.choices import Asked

_WIDTH, _NARROW = 1240, 860
"""Width of the sheet, and below which the page stands under the choices, in pixels at 100 %."""
_SETTLED_MS = 250
"""After so long without another choice the page is made."""


class HandoutSheet(TallSheet):
    """Made for one lesson. It shows what it is given, and asks for everything else."""

    preview_asked = Signal(object)
    """What is chosen: show its pages."""
    save_asked = Signal(object, object)
    """What is chosen, and the folder."""
    print_asked = Signal(object, object)
    """What is chosen, and the pages to print, counted from 0."""
    stop_asked = Signal()

    def __init__(
        self,
        over: QWidget,
        title: str,
        versions: Sequence[tuple[str, str]],
        *,
        first: int = 0,
        may_save: bool = True,
        choose: Callable[[], Path | None] | None = None,
    ) -> None:
        """*choose* asks for the folder; *may_save*: whether files may leave this computer."""
        super().__init__(over, tr("Print “{lesson}”", lesson=title), width=_WIDTH)
        self._choose = choose or self._ask
        self._may_save = may_save
        self.choices = HandoutChoices(versions, first, may_save=may_save)
        self.preview = Preview()
        self.bar = WorkBar(tr("How far it is"))
        self.state = label("", Type.STRONG)
        self.notes = label("", Type.MINOR, role=Role.QUIET)
        self.print_button = WordButton(tr("Print…"), kind=Kind.MAIN)
        self.save_button = WordButton(tr("Save to…"))
        self.stop_button = WordButton(tr("Stop"))
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SETTLED_MS)
        self._put_together()
        self._set_busy(busy=False)
        self.state.hide()
        self._show_form()

    def show_notes(self, lines: Sequence[str]) -> None:
        """Say what has to be done before anything is handed out."""
        self.notes.setText("\n".join(lines))
        self.notes.setHidden(not lines)

    def show_progress(self, share: float, words: str) -> None:
        """Show how far the work is."""
        self._set_busy(busy=True)
        self.bar.set_share(share)
        self.state.setForegroundRole(Role.INK.value)
        self.state.setText(words)
        self.state.show()

    def show_told(self, words: str, *, warm: bool = False) -> None:
        """Say what has become of it."""
        self._set_busy(busy=False)
        self.state.setForegroundRole((Role.WARM if warm else Role.INK).value)
        self.state.setText(words)
        self.state.show()
        announce(self, words, urgent=warm)

    def open_sheet(self) -> None:
        """Show it, with the first page of what is chosen."""
        super().open_sheet()
        self._ask_for_preview()

    def first_control(self) -> QWidget:
        """The version, or what is printed where there is one version."""
        rows = (self.choices.versions, self.choices.form)
        shown = next((row for row in rows if not row.isHidden()), None)
        return shown.chips[shown.index] if shown else next(iter(self.choices.kinds.chips.values()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page goes below the choices where there is no room beside them."""
        super().resizeEvent(event)
        narrow = self.width() < px(_NARROW)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(down if narrow else across)

    def _put_together(self) -> None:
        self._sides.setSpacing(px(28))
        self._sides.addWidget(self.choices, 3)
        self._sides.addWidget(self.preview, 2)
        self.state.setContentsMargins(px(6), 0, 0, 0)
        if not self._may_save:
            words = tr("Your school has switched off saving lessons as files. You can print.")
            self.lines.addWidget(label(words, Type.MINOR, role=Role.QUIET))
        self.notes.setContentsMargins(px(6), 0, 0, 0)
        self.notes.hide()
        self.lines.addWidget(self.notes)
        self.lines.addLayout(self._sides)
        self.lines.addStretch(1)
        # Above what scrolls: what has become of it is in view wherever the choices stand.
        for place, part in enumerate((self.bar, self.state), start=1):
            self._column.insertWidget(place, part)
        for number, button in enumerate((self.print_button, self.save_button, self.stop_button)):
            self.buttons.insertWidget(number, button)
        self.choices.changed.connect(self._change)
        self.choices.pages.textChanged.connect(lambda: self.choices.chosen_pages(self.preview.count))
        self._later.timeout.connect(self._ask_for_preview)
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._save)
        self.stop_button.clicked.connect(self.stop_asked)
        self.closed.connect(self.stop_asked)

    def _set_busy(self, *, busy: bool) -> None:
        changed = self.stop_button.isHidden() is busy
        held = self.window().focusWidget()
        for part in (self.bar, self.stop_button):
            part.setVisible(busy)
        self._show_form(busy=busy)
        if changed and self.isVisible() and (busy or held in {self.bar, self.stop_button}):
            last = self.save_button if self._may_save else self.print_button
            (self.bar if busy else last).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_form(self, *, busy: bool = False) -> None:
        self.print_button.setVisible(not busy and self.choices.chosen_form is Form.PDF)
        self.save_button.setVisible(not busy and self._may_save)

    def _change(self) -> None:
        self.state.hide()
        self._show_form()
        self._later.start()

    def _ask_for_preview(self) -> None:
        self._later.stop()
        asked = self.choices.asked
        if asked.wish.form is Form.SLIDES:
            self.preview.show_words(
                tr("One file with all sittings. Save it and open it to look at the slides.")
            )
        elif asked.wish.form is not Form.BRAILLE and not asked.wish.kinds:
            self.preview.show_words(_nothing())
        else:
            self.preview_asked.emit(asked)

    def _print(self) -> None:
        asked = self._wanted()
        if asked is None:
            return
        pages = self.choices.chosen_pages(self.preview.count)
        if pages is None:
            self.choices.pages.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, tr("Write pages like this: 1-3, 5."), urgent=True)
        else:
            self.print_asked.emit(asked, pages)

    def _save(self) -> None:
        asked = self._wanted()
        folder = self._choose() if asked is not None else None
        if folder is not None:
            self.save_asked.emit(asked, folder)

    def _wanted(self) -> Asked | None:
        """What is chosen; None where that is nothing, which is said."""
        asked = self.choices.asked
        if asked.wish.form in {Form.PDF, Form.WEB} and not asked.wish.kinds:
            self.show_told(_nothing(), warm=True)
            return None
        return asked

    def _ask(self) -> Path | None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen = QFileDialog.getExistingDirectory(self, tr("Save to a folder"), folder)
        return Path(chosen) if chosen else None


def _nothing() -> str:
    return tr("Choose what you want to hand out.")
