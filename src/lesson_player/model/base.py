"""What every value of the model has in common."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints


class Value(BaseModel):
    """A frozen value: equal when its fields are equal, never changed after it is made.

    Unknown fields are refused, so that a misspelt key in a file is reported and not lost.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)


_IDENTIFIER = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
_LONGEST_IDENTIFIER = 60

Identifier = Annotated[
    str,
    StringConstraints(pattern=_IDENTIFIER, max_length=_LONGEST_IDENTIFIER),
    Field(description="Stable name in small letters, digits and single hyphens; adaptations cite it."),
]
"""A stable id. It is never shown and never changes once a lesson has been shared."""


def is_identifier(word: str) -> bool:
    """Whether *word* can be an `Identifier`."""
    return len(word) <= _LONGEST_IDENTIFIER and re.fullmatch(_IDENTIFIER, word) is not None


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]
"""A line that people read: 1 to 400 characters."""

LongText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
"""A paragraph for adults, as in a teacher's note: 1 to 2000 characters."""

Share = Annotated[float, Field(ge=0.0, le=1.0)]
"""A share of a width or height, 0 to 1."""

_CLOCK = re.compile(r"(?:([0-9]{1,2}):)?([0-9]{1,2}):([0-9]{1,2}(?:\.[0-9]{1,6})?)", re.ASCII)


def _seconds(time: object) -> object:
    """A time as a player shows it, ``1:05.2`` or ``0:01:05.2``, in seconds; anything else as it is."""
    found = _CLOCK.fullmatch(time) if isinstance(time, str) else None
    if found is None:
        return time
    hours, minutes, seconds = found.groups()
    return int(hours or 0) * 3600 + int(minutes) * 60 + float(seconds)


Seconds = Annotated[
    float,
    Field(ge=0.0, le=43_200.0, allow_inf_nan=False),
    BeforeValidator(_seconds, json_schema_input_type=float | str),
]
"""A time in a film, in seconds, up to 12 hours. Files may write it as ``65.2`` or ``1:05.2``."""

Volume = Annotated[int, Field(ge=0, le=100)]
"""Loudness in per cent, 0 to 100."""

Rate = Annotated[float, Field(ge=0.25, le=2.0)]
"""Speed of a film; 1 is usual. Both engines keep the pitch of voices between these."""

Duration = Annotated[float, Field(ge=0.0, allow_inf_nan=False)]
"""A length of time in seconds."""
