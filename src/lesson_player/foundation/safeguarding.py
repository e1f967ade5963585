"""The school's Designated Safeguarding Lead: the one contact that the program keeps.

It stands in the user's settings, or in the school's policy, and is shown on the card for a disclosure, on the
teacher's screen alone. It goes into no lesson, no report and no picture.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SECTION = "safeguarding"
"""Of the settings, and of a policy."""
LONGEST = 80
"""Signs of one entry."""


@dataclass(frozen=True, slots=True)
class SafeguardingLead:
    """Whom to go to at once, where, and by telephone. An empty text stands for nothing filled in."""

    name: str = ""
    room: str = ""
    telephone: str = ""

    @property
    def filled_in(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.name or self.room or self.telephone)

    def values(self) -> dict[str, str]:
        """As it stands in the settings."""
        return asdict(self)


def lead_from(values: Mapping[str, object]) -> SafeguardingLead:
    """The contact in a section of the settings. What is no line of text is left out."""
    texts = {field.name: _line(values.get(field.name)) for field in fields(SafeguardingLead)}
    return SafeguardingLead(**texts)


def _line(value: object) -> str:
    return " ".join(value.split())[:LONGEST].rstrip() if isinstance(value, str) else ""
