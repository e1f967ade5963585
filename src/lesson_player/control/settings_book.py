"""The user's settings as the page of settings sees them: read at once, written in the background."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lesson_player.foundation.i18n import tr
from lesson_player.model.user_settings import SECTIONS, sound_values, trouble_in

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from lesson_player.desktop.jobs import JobRunner
    from lesson_player.foundation.settings import Settings

_LOG = logging.getLogger(__name__)

Values = dict[str, dict[str, object]]
"""Settings by section and key."""


class SettingsBook(QObject):
    """Tells what is set, what the school has locked, and when something changes."""

    changed = Signal(str, object)
    """Keys of a section have changed: the section's name, and the keys."""
    told = Signal(str)
    """For the user: that settings could not be saved, in words; empty once they could again."""

    def __init__(self, settings: Settings, jobs: JobRunner) -> None:
        super().__init__()
        self._settings, self._jobs = settings, jobs
        self._unsaved = False

    @property
    def troubles(self) -> tuple[str, ...]:
        """What could not be used of the school's policy and of the settings, in sentences."""
        policy = self._settings.policy.trouble
        return (*((policy,) if policy else ()), *self.own_troubles)

    @property
    def own_troubles(self) -> tuple[str, ...]:
        """What could not be used of the user's own settings, in sentences."""
        wrong = []
        for section in SECTIONS:
            values = self._settings.section(section)
            wrong.append(trouble_in(section, sound_values(section, values)[1], values))
        return tuple(words for words in (self._settings.trouble, *wrong) if words)

    @property
    def why_locked(self) -> str:
        """The school's own sentence about what it has laid down; empty where it gives none."""
        return self._settings.policy.why

    def values(self, section: str) -> dict[str, object]:
        """What is set in a section and makes sense; a key that is not in it has its usual value."""
        return sound_values(section, self._settings.section(section))[0]

    def value(self, section: str, key: str) -> object:
        """What is set; None for the usual value."""
        return self.values(section).get(key)

    def locked(self, section: str, key: str) -> bool:
        """Whether the school has laid it down."""
        return self._settings.policy.holds(section, key)

    def choose(self, section: str, key: str, value: object) -> None:
        """Let *value* hold from now on."""
        if not self.locked(section, key) and self.value(section, key) != value:
            self._write(section, (key,), lambda: self._settings.keep(section, {key: value}, later=True))

    def forget(self, section: str, keys: Collection[str]) -> None:
        """Let the usual values hold again."""
        gone = [
            key for key in keys if key in self._settings.section(section) and not self.locked(section, key)
        ]
        if gone:
            self._write(section, gone, lambda: self._settings.forget(section, gone, later=True))

    def forget_all(self, wanted: Mapping[str, Collection[str]]) -> Values:
        """Let the usual values of all these hold again; gives what was set, for `restore`."""
        former: Values = {}
        for section, keys in wanted.items():
            set_here = self.values(section)
            former[section] = {
                key: set_here[key] for key in keys if key in set_here and not self.locked(section, key)
            }
            self.forget(section, keys)
        return former

    def restore(self, former: Values) -> None:
        """Set again what `forget_all` gave."""
        for section, values in former.items():
            for key, value in values.items():
                self.choose(section, key, value)

    def close(self) -> None:
        """Write what is not written yet, at once."""
        try:
            self._settings.flush()
        except OSError as error:
            _LOG.warning("The settings could not be saved: %s", error)

    def _write(self, section: str, keys: Collection[str], change: Callable[[], None]) -> None:
        change()
        self._jobs.run(lambda _progress: self._settings.flush(), self._written, self._failed)
        self.changed.emit(section, tuple(keys))

    def _written(self, _done: None) -> None:
        if self._unsaved:
            self._unsaved = False
            self.told.emit("")

    def _failed(self, error: Exception) -> None:
        self._unsaved = True
        _LOG.warning("The settings could not be saved: %s", error)
        self.told.emit(
            tr(
                "Your settings cannot be saved: the disk is full or locked. They hold until you close the "
                "program."
            )
        )
