"""What one setting is: a row of the page of settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.ui.presenter.caption_choices import Choice

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One setting: where it stands in the file, what it does, and what it can be."""

    section: str
    key: str
    title: str
    about: str
    """One sentence on what it does."""
    usual: object
    """Its value while nobody has chosen one."""
    choices: tuple[Choice, ...] = ()
    """What it can be; a line of words where there are none."""

    def words_of(self, value: object) -> str:
        """*value* in the words of its choices."""
        known = next((choice.words for choice in self.choices if choice.value == value), "")
        return known or str(value)


@dataclass(frozen=True, slots=True)
class SettingGroup:
    """Settings that belong together."""

    title: str
    rows: tuple[SettingRow, ...]


def percents(sizes: Iterable[int]) -> tuple[Choice, ...]:
    """Sizes to choose from, in per cent."""
    return tuple(Choice(size, f"{size} %") for size in sizes)


def on_off() -> tuple[Choice, ...]:
    """On or off."""
    return Choice(True, tr("On")), Choice(False, tr("Off"))
