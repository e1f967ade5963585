"""The user's keys, from lesson to lesson: read when the program starts, written when they change."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lesson_player.control.dwelling import read_dwell
from lesson_player.control.key_book import KeyBook
from lesson_player.control.key_settings import read_keys
from lesson_player.control.scan_cue import ScanCue
from lesson_player.control.switches import read_switches
from lesson_player.foundation.i18n import tr
from lesson_player.ui.settings.keys_page import KeysPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from lesson_player.foundation.settings import Settings
    from lesson_player.speech.port import Voice

_LOG = logging.getLogger(__name__)
_SECTION, _SWITCHES, _DWELL = "keys", "switches", "resting-pointer"


class OwnKeys(QObject):
    """Keeps the book of keys and the settings the same."""

    def __init__(self, settings: Settings, tell: Callable[[str], None]) -> None:
        """``tell``: tells the user that keys could not be kept."""
        super().__init__()
        self._settings, self._tell = settings, tell
        choice, problems = read_keys(settings.section(_SECTION))
        switches, wrong = read_switches(settings.section(_SWITCHES))
        dwell, odd = read_dwell(settings.section(_DWELL))
        problems = (*problems, *wrong, *odd)
        for problem in problems:
            _LOG.warning("In the settings of keys: %s", problem)
        self.trouble = _trouble(problems)
        """For the user: what could not be read; empty where all could."""
        self.book = KeyBook(choice, switches, dwell, ScanCue(_cue_voice))
        self.book.may_save = not settings.policy.hide_export
        self.book.changed.connect(self._keep)
        self._page: KeysPage | None = None

    def open_page(self, over: QWidget) -> None:
        """Open the page of keys over the library."""
        if self._page is None:
            self._page = KeysPage(over, self.book)
        self._page.open_sheet()

    def close(self) -> None:
        """Let go of the voice that says what is lit."""
        if self.book.cue is not None:
            self.book.cue.close()

    def _keep(self) -> None:
        try:
            self._settings.replace(
                _SECTION, {name: list(keys) for name, keys in self.book.choice.chosen.items()}
            )
            self._settings.replace(_SWITCHES, self.book.switches.values())
            self._settings.replace(_DWELL, self.book.dwell.values())
        except OSError as error:
            _LOG.warning("The keys could not be kept: %s", error)
            self._tell(
                tr(
                    "Your keys could not be saved. They hold until you close the program; "
                    "choose them again next time."
                )
            )


def _cue_voice() -> Voice:
    # Loading it costs a tenth of a second that only who asks for it should pay.
    from lesson_player.speech.system import SystemVoice  # noqa: PLC0415

    return SystemVoice()


def _trouble(problems: tuple[str, ...]) -> str:
    if not problems:
        return ""
    return tr("Some of your keys could not be read, so the usual ones are used. {what}", what=problems[0])
