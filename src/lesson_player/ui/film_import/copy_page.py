"""Putting the film in: how far the copy is, and how to go back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from lesson_player.foundation.i18n import tr
from lesson_player.ui.film_import.page import AssistantPage
from lesson_player.ui.film_import.progress import WorkBar
from lesson_player.ui.theme.measures import Type
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.announce import announce
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import WordButton


class CopyPage(AssistantPage):
    """Waits for the word, copies, and then says that the film is in use."""

    start_asked = Signal()
    stop_asked = Signal()
    undo_asked = Signal()

    def __init__(self, *, only_moments: bool = False) -> None:
        super().__init__(tr("Keep these moments?") if only_moments else tr("Put the film in?"), "")
        self._only_moments = only_moments
        self.busy = False
        self.done = False
        self.bar = WorkBar(tr("Copying the films"))
        self.state = label("", Type.TITLE)
        self.stop_button = WordButton(tr("Stop"))
        self.undo_button = WordButton(tr("Go back to the former film"))
        self.stop_button.clicked.connect(self.stop_asked)
        self.undo_button.clicked.connect(self.undo_asked)
        for part in (self.bar, self.state):
            self.column.addWidget(part)
        for button in (self.stop_button, self.undo_button):
            self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self._wait()

    @property
    def ready(self) -> bool:
        return not self.busy

    @property
    def next_words(self) -> str:
        if self.done:
            return tr("Close")
        return tr("Keep them") if self._only_moments else tr("Put it in")

    @property
    def closes(self) -> bool:
        return self.done

    @property
    def can_go_back(self) -> bool:
        return not self.busy and not self.done

    def begin(self) -> None:
        self._wait()

    def advance(self) -> bool:
        if self.done:
            return True
        self.busy = True
        self.bar.setHidden(self._only_moments)
        self.stop_button.setHidden(self._only_moments)
        self.state.setText("")
        self.changed.emit()
        self.bar.setFocus(Qt.FocusReason.TabFocusReason)
        self.start_asked.emit()
        return False

    def show_progress(self, share: float, words: str) -> None:
        """Show how far the copy is."""
        self.bar.set_share(share)
        self.state.setText(words)

    def show_done(self, words: str, *, can_undo: bool) -> None:
        """Say that it is done, and offer the way back."""
        self.busy, self.done = False, True
        self.heading.setText(tr("Done"))
        self.state.setForegroundRole(Role.INK.value)
        self.state.setText(words)
        self.explained.hide()
        self.undo_button.setVisible(can_undo)
        self.changed.emit()
        self.bar.hide()
        self.stop_button.hide()
        announce(self, words)

    def show_stopped(self, words: str) -> None:
        """Say why it was not done; it can be tried again."""
        self._wait()
        self.state.setForegroundRole(Role.WARM.value)
        self.state.setText(words)
        announce(self, words, urgent=True)
        self.changed.emit()

    def _wait(self) -> None:
        self.busy = self.done = False
        self.bar.set_share(0)
        for part in (self.bar, self.stop_button, self.undo_button):
            part.hide()
        self.state.setText("")
        self.state.setForegroundRole(Role.INK.value)
        self.explained.show()
        self.explained.setText(
            tr("Only the times and the signer's place are written. The films stay as they are.")
            if self._only_moments
            else tr(
                "The files are copied and the copies checked. The former film stays in use until all of them "
                "are whole, and you can go back to it at any time."
            )
        )
