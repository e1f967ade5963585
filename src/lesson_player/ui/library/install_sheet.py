"""Install a pack: choose a file, read what is in it, choose what happens on a clash, go back if need be."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from shiboken6 import isValid

from lesson_player.foundation.i18n import tr
from lesson_player.model.pack import SUFFIX
from lesson_player.operations.opened_file import VOICE_SUFFIX
from lesson_player.operations.packs.clashes import Answer
from lesson_player.ui.film_import.progress import WorkBar
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.announce import announce
from lesson_player.ui.widgets.choice_chip import ChoiceRow
from lesson_player.ui.widgets.sheet import Sheet
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import Kind, WordButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from lesson_player.operations.packs.store import KnownPack

_ANSWERS = (Answer.KEEP_BOTH, Answer.REPLACE)


@dataclass(frozen=True, slots=True)
class PackWords:
    """What the sheet shows of a pack that was looked into."""

    title: str
    contents: tuple[str, ...]
    licences: tuple[str, ...]
    standing: tuple[str, ...]
    """How it stands to what is here."""
    clashes: bool
    """Whether something has to be chosen."""
    nothing_new: bool
    """Whether all of it is here already."""


class InstallSheet(Sheet):
    """Leads from the file to the lesson. Nothing is written before the word; Esc leaves at any time."""

    look_asked = Signal(object)
    """Path of the pack that was chosen."""
    place_changed = Signal(bool)
    """Whether it goes to all users of this computer: what is here already may be another."""
    install_asked = Signal(object, bool)
    """What is done on a clash, and whether it goes to all users."""
    turn_asked = Signal(str)
    """Name of an installed pack that is taken out, or put in again."""
    stop_asked = Signal()

    def __init__(
        self, over: QWidget, *, for_all: bool, choose: Callable[[], Path | None] | None = None
    ) -> None:
        """*for_all*: whether this user may install for all; *choose* asks for a file."""
        super().__init__(over, tr("Install a pack"), width=760)
        self._choose = choose or self._ask
        self._for_all = for_all
        self._shown: list[QWidget] = []
        self.bar = WorkBar(tr("How far it is"))
        self.state = label("", Type.BODY)
        self.clash = ChoiceRow(tr("What is here already"), _answers())
        self.place = ChoiceRow(
            tr("For whom"), ((tr("For me"), ""), (tr("For everybody on this computer"), ""))
        )
        self.place.chosen.connect(lambda index: self.place_changed.emit(index == 1))
        self.choose_button = WordButton(tr("Choose a pack…"), kind=Kind.MAIN)
        self.other_button = WordButton(tr("Choose another…"))
        self.install_button = WordButton(tr("Install"), kind=Kind.MAIN)
        self.stop_button = WordButton(tr("Stop"))
        for button in (self.choose_button, self.other_button):
            button.clicked.connect(self.choose)
        self.install_button.clicked.connect(self._install)
        self.stop_button.clicked.connect(self.stop_asked)
        self._below = (self.install_button, self.choose_button, self.other_button, self.stop_button)
        for number, button in enumerate(self._below):
            self.buttons.insertWidget(number, button)
        for part in (self.bar, self.state, self.clash, self.place):
            self.lines.addWidget(part)
        self.closed.connect(self.stop_asked)
        self.show_start(())

    def show_start(self, known: tuple[KnownPack, ...]) -> None:
        """Ask for a file, and show what was installed before."""
        self._begin(self.choose_button)
        self._say(
            tr(
                "A pack is one file with a lesson, its film, or versions of a lesson. "
                "It is checked before anything is written."
            )
        )
        if known:
            self._heading(tr("Installed before"))
        for one in known:
            button = WordButton(tr("Put back") if one.pack.taken_out else tr("Take out"))
            button.set_words(button.text(), name=f"{button.text()}: {one.pack.title}")
            button.clicked.connect(lambda _on=False, key=one.key: self.turn_asked.emit(key))
            self._say(_installed(one))
            self._show(button, Qt.AlignmentFlag.AlignLeft)
        self._settle(self.choose_button)

    def show_progress(self, share: float, words: str) -> None:
        """Show how far the work is."""
        if self.bar.isHidden():
            self._begin(self.stop_button)
            self.bar.show()
            self.state.show()
            self._settle(self.bar)
        self.bar.set_share(share)
        self.state.setText(words)

    def show_pack(self, pack: PackWords) -> None:
        """Show what is in a pack, and offer to install it."""
        self._begin(self.other_button, *(() if pack.nothing_new else (self.install_button,)))
        self._heading(pack.title, Type.STRONG)
        for line in pack.contents:
            self._say(line)
        self._heading(tr("Licences"))
        for line in pack.licences:
            self._say(line, Type.MINOR)
        for number, line in enumerate(pack.standing):
            self._say(line, role=Role.WARM if pack.clashes and not number else Role.INK)
        self.clash.setVisible(pack.clashes)
        self.place.setVisible(self._for_all)
        for row in (self.clash, self.place):
            self.lines.addWidget(row)
        install = self.other_button if pack.nothing_new else self.install_button
        self._settle(self.clash.chips[self.clash.index] if pack.clashes else install)
        announce(self, " ".join((pack.title, *pack.contents, *pack.standing)))

    def show_refused(self, words: str) -> None:
        """Say why it was not done; another file can be chosen."""
        self._begin(self.choose_button)
        self._say(words, role=Role.WARM)
        self._settle(self.choose_button)
        announce(self, words, urgent=True)

    def show_done(self, words: str, known: KnownPack | None) -> None:
        """Say what has been done, and offer the way back."""
        self._begin(self.choose_button)
        self._say(words, Type.STRONG)
        if known is not None:
            undo = WordButton(tr("Take it out again"))
            undo.clicked.connect(lambda: self.turn_asked.emit(known.key))
            self._say(tr("What was here before is kept, and comes back when the pack is taken out."))
            self._show(undo, Qt.AlignmentFlag.AlignLeft)
        self._settle(self.close_button)
        announce(self, words)

    def choose(self) -> None:
        """Ask for a file, and have it looked into."""
        path = self._choose()
        if path is not None:
            self.look_asked.emit(path)

    def first_control(self) -> QWidget:
        """What is asked for first."""
        return next(button for button in (*self._below, self.close_button) if not button.isHidden())

    def _install(self) -> None:
        answer = _ANSWERS[self.clash.index] if not self.clash.isHidden() else Answer.STOP
        self.install_asked.emit(answer, not self.place.isHidden() and self.place.index == 1)

    def _begin(self, *buttons: WordButton) -> None:
        """Take away what was shown; of the buttons below only these stay."""
        for part in self._shown:
            part.hide()
            part.deleteLater()
        self._shown.clear()
        for fixed in (self.bar, self.state, self.clash, self.place):
            fixed.hide()
        for button in self._below:
            button.setVisible(button in buttons)

    def _settle(self, holder: QWidget) -> None:
        if self.isVisible():
            QTimer.singleShot(0, self, self._fit)  # once the lines have found their width
            holder.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self, lambda: self._bring(holder))

    def _bring(self, holder: QWidget) -> None:
        if isValid(holder):
            self.reveal(holder)

    def _heading(self, words: str, step: Type = Type.LABEL) -> None:
        self._show(label(words, step, role=Role.INK if step is Type.STRONG else Role.QUIET))

    def _say(self, words: str, step: Type = Type.BODY, *, role: Role = Role.INK) -> None:
        self._show(label(words, step, role=role))

    def _show(self, part: QWidget, where: Qt.AlignmentFlag | None = None) -> None:
        if isinstance(part, QLabel):
            part.setContentsMargins(px(4), 0, 0, 0)
        self._shown.append(part)
        self.lines.addWidget(part, 0, where or Qt.AlignmentFlag(0))
        part.show()

    def _ask(self) -> Path | None:
        fits = tr("Packs ({endings})", endings=f"*{SUFFIX} *{VOICE_SUFFIX}")
        name, _ = QFileDialog.getOpenFileName(self, tr("Choose a pack"), str(Path.home()), fits)
        return Path(name) if name else None


def _answers() -> tuple[tuple[str, str], ...]:
    return (
        (tr("Keep both"), tr("The pack’s gets a number behind its name.")),
        (tr("Replace what is here"), tr("What is here is kept, and comes back when the pack is taken out.")),
    )


def _installed(one: KnownPack) -> str:
    day = one.pack.installed.astimezone().strftime("%d.%m.%Y")
    if one.pack.taken_out:
        return tr("{title}, installed {day}, taken out.", title=one.pack.title, day=day)
    return tr("{title}, installed {day}.", title=one.pack.title, day=day)
