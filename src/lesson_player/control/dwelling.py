"""What a user has chosen for a pointer that presses by resting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.teaching.dwell import REST_S

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class DwellChoice:
    """Off until somebody turns it on."""

    on: bool = False
    rest_s: float = 1.0
    """How long the pointer rests until it presses, in seconds."""

    def values(self) -> dict[str, object]:
        """As they stand in the settings."""
        return {"on": self.on, "rest_s": self.rest_s}


def read_dwell(values: Mapping[str, object]) -> tuple[DwellChoice, tuple[str, ...]]:
    """What stands in the settings; what makes no sense is left out, with a sentence."""
    usual, wrong = DwellChoice(), []
    on, rest_s = values.get("on", usual.on), values.get("rest_s", usual.rest_s)
    if not isinstance(on, bool):
        on = usual.on
        wrong.append("on")
    number = isinstance(rest_s, int | float) and not isinstance(rest_s, bool)
    if not (number and REST_S[0] <= rest_s <= REST_S[1]):  # type: ignore[operator] # it is a number
        rest_s = usual.rest_s
        wrong.append("rest_s")
    told = tr("In the settings of the resting pointer these make no sense: {what}.", what=", ".join(wrong))
    return DwellChoice(on, float(rest_s)), (told,) if wrong else ()  # type: ignore[arg-type] # likewise
