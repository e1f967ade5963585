"""Share a lesson: what goes with it, what that is in files and licences, and where it is saved."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.model.pack import SUFFIX
from lesson_player.operations.packs.gather import PackWish
from lesson_player.ui.film_import.progress import WorkBar
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.announce import announce
from lesson_player.ui.widgets.check_chip import CheckRow
from lesson_player.ui.widgets.choice_chip import ChoiceRow
from lesson_player.ui.widgets.sheet import Sheet
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import Kind, WordButton

if TYPE_CHECKING:
    from collections.abc import Callable

    Versions = tuple[tuple[str, str], ...]
    """Ids and titles."""


class ShareSheet(Sheet):
    """Made for one lesson. Whatever is chosen, it shows at once what would be in the file."""

    wish_changed = Signal(object)
    """What is chosen now: show what is in it."""
    save_asked = Signal(object, object)
    """What is chosen, and the file that it shall be."""
    stop_asked = Signal()

    def __init__(
        self,
        over: QWidget,
        title: str,
        versions: Versions,
        *,
        has_film: bool,
        choose: Callable[[str], Path | None] | None = None,
    ) -> None:
        """*choose* asks where a file of a name shall be saved."""
        super().__init__(over, tr("Share “{lesson}”", lesson=title), width=760)
        self._title = title
        self._choose = choose or self._ask
        self._wholes = _wholes(has_film=has_film, has_versions=bool(versions))
        self.what = ChoiceRow(
            tr("What goes into the file"), tuple((words, "") for words, _, _ in self._wholes)
        )
        self.versions = CheckRow(
            tr("Versions that go with it"), tuple((name, words, "") for name, words in versions)
        )
        self.versions.show_on(tuple(name for name, _ in versions))
        self.versions.setVisible(bool(versions))
        self.inside = label("", Type.BODY)
        self.private = label(_never(), Type.MINOR, role=Role.QUIET)
        self.bar = WorkBar(tr("How far it is"))
        self.state = label("", Type.STRONG)
        self.save_button = WordButton(tr("Save…"), kind=Kind.MAIN)
        self.stop_button = WordButton(tr("Stop"))
        self._put_together()
        self.show_idle()

    @property
    def wish(self) -> PackWish:
        """What is chosen."""
        _, lesson, films = self._wholes[self.what.index]
        chosen = tuple(name for name, chip in self.versions.chips.items() if chip.isChecked())
        return PackWish(adaptations=chosen, lesson=lesson, films=films)

    def show_inside(self, lines: tuple[str, ...], *, can_save: bool = True) -> None:
        """Show what would be in the file."""
        self.inside.setText("\n".join(lines))
        self.save_button.setEnabled(can_save)
        self._refit()

    def show_progress(self, share: float, words: str) -> None:
        """Show how far the writing is."""
        self._set_busy(busy=True)
        self.bar.set_share(share)
        self.state.setText(words)

    def show_idle(self) -> None:
        """Nothing is being written."""
        self._set_busy(busy=False)
        self.state.hide()

    def show_told(self, words: str, *, warm: bool = False) -> None:
        """Say what has become of it."""
        self._set_busy(busy=False)
        self.state.setForegroundRole((Role.WARM if warm else Role.INK).value)
        self.state.setText(words)
        self.state.show()
        self._refit()
        self.reveal(self.state)
        (self.save_button if warm else self.close_button).setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, words, urgent=warm)

    def open_sheet(self) -> None:
        """Show it, as tall as its lines ask for."""
        super().open_sheet()
        self._refit()

    def first_control(self) -> QWidget:
        """What goes into the file."""
        return self.what.chips[self.what.index]

    def _put_together(self) -> None:
        for words in (self.inside, self.private, self.state):
            words.setContentsMargins(px(6), 0, 0, 0)
        for part in (self.what, self.versions, self.inside, self.private, self.bar, self.state):
            self.lines.addWidget(part)
        self.lines.addStretch(1)
        for number, button in enumerate((self.save_button, self.stop_button)):
            self.buttons.insertWidget(number, button)
        self.what.chosen.connect(lambda _index: self.wish_changed.emit(self.wish))
        self.versions.switched.connect(lambda _name, _on: self.wish_changed.emit(self.wish))
        self.save_button.clicked.connect(self._save)
        self.stop_button.clicked.connect(self.stop_asked)
        self.closed.connect(self.stop_asked)

    def _set_busy(self, *, busy: bool) -> None:
        changed = self.stop_button.isHidden() is busy
        for part in (self.bar, self.stop_button):
            part.setVisible(busy)
        self.save_button.setHidden(busy)
        if busy and changed:
            self.state.setForegroundRole(Role.INK.value)
            self.state.show()
            self._refit()
            self.bar.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refit(self) -> None:
        if self.isVisible():
            QTimer.singleShot(0, self, self._fit)  # once the lines have found their width

    def _save(self) -> None:
        name = re.sub(r"[^\w\s-]", "", self._title).strip() or tr("Lesson")
        path = self._choose(f"{name}{SUFFIX}")
        if path is not None:
            self.save_asked.emit(self.wish, path)

    def _ask(self, name: str) -> Path | None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        fits = tr("Lesson packs (*{ending})", ending=SUFFIX)
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Save the pack"), str(Path(folder) / name), fits)
        if not chosen:
            return None
        return Path(chosen) if chosen.endswith(SUFFIX) else Path(f"{chosen}{SUFFIX}")


def _wholes(*, has_film: bool, has_versions: bool) -> list[tuple[str, bool, bool]]:
    """What can be chosen, and whether the lesson and its films go with it."""
    if not has_film:
        first = [(tr("The lesson"), True, False)]
    else:
        first = [
            (tr("The lesson and its film"), True, True),
            (tr("The lesson without its film"), True, False),
        ]
    return [*first, *([(tr("Versions alone"), False, False)] if has_versions else [])]


def _never() -> str:
    return tr(
        "Your own pause points, kept places, settings and the name of the Designated Safeguarding Lead "
        "never go with it."
    )
