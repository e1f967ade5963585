"""What a user has chosen for switches: how many, which keys or mouse buttons they are, and the times."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from lesson_player.control.key_presses import known_name
from lesson_player.foundation.i18n import tr
from lesson_player.teaching.switch_scanner import ACCEPT_S, FIRST_S, HOLD_S, SCAN_S, ScanTimes

if TYPE_CHECKING:
    from collections.abc import Mapping

MOUSE: Final = ("Mouse left", "Mouse right", "Mouse middle")
"""Mouse buttons by the names that the settings have for them."""
NEVER: Final = frozenset({"F1", "Esc"})
"""Keys that no switch can be: they are the way out for whoever helps."""
_RANGES: Final = {"scan_s": SCAN_S, "first_s": FIRST_S, "hold_s": HOLD_S, "accept_s": ACCEPT_S}
_MOST = 2


@dataclass(frozen=True, slots=True)
class SwitchChoice:
    """Off until somebody turns it on."""

    times: ScanTimes = field(default_factory=ScanTimes)
    keys: tuple[str, str] = ("Space", "Enter")
    """What the first and the second switch send."""
    cue: bool = False
    """Whether a voice says what is lit."""

    def switch(self, name: str) -> int:
        """Which switch sends *name*: 1 or 2, and 0 for none."""
        used = self.keys[: self.times.switches]
        return used.index(name) + 1 if name in used else 0

    def values(self) -> dict[str, object]:
        """As they stand in the settings."""
        times = {name: getattr(self.times, name) for name in _RANGES}
        return {"switches": self.times.switches, "keys": list(self.keys), "cue": self.cue, **times}


def with_key(choice: SwitchChoice, switch: int, key: str) -> SwitchChoice:
    """Let a switch, 1 or 2, be *key*; the other one takes the former key where it was the same."""
    former = choice.keys[switch - 1]
    other = choice.keys[2 - switch]
    other = former if other == key else other
    return replace(choice, keys=(key, other) if switch == 1 else (other, key))


def with_time(times: ScanTimes, name: str, value: float) -> ScanTimes:
    """*times* with another value, in seconds, in the field of that name."""
    change: dict[str, Any] = {name: value}
    return replace(times, **change)


def why_no_switch(key: str) -> str:
    """For the user: why no switch can be *key*; empty where one can."""
    if not key or key in NEVER or not (key in MOUSE or known_name(key) == key):
        return tr("This key cannot be a switch. Esc and F1 stay the way out for whoever helps.")
    return ""


def read_switches(values: Mapping[str, object]) -> tuple[SwitchChoice, tuple[str, ...]]:
    """What stands in the settings; what makes no sense is left out, with a sentence."""
    wrong: list[str] = []
    times = ScanTimes()
    for name, (least, most) in _RANGES.items():
        value = values.get(name, getattr(times, name))
        if isinstance(value, int | float) and not isinstance(value, bool) and least <= value <= most:
            times = with_time(times, name, float(value))
        else:
            wrong.append(name)
    switches = values.get("switches", 0)
    if type(switches) is int and 0 <= switches <= _MOST:
        times = replace(times, switches=switches)
    else:
        wrong.append("switches")
    usual = SwitchChoice(times)
    keys = values.get("keys", list(usual.keys))
    if (
        isinstance(keys, list)
        and len(keys) == _MOST
        and all(_can_be(key) for key in keys)
        and keys[0] != keys[1]
    ):
        usual = replace(usual, keys=(keys[0], keys[1]))
    else:
        wrong.append("keys")
    cue = values.get("cue", usual.cue)
    if isinstance(cue, bool):
        usual = replace(usual, cue=cue)
    else:
        wrong.append("cue")
    told = tr("In the settings of the switches these make no sense: {what}.", what=", ".join(wrong))
    return usual, (told,) if wrong else ()


def _can_be(key: object) -> bool:
    return isinstance(key, str) and not why_no_switch(key)
