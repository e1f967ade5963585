"""What somebody sets in a film that is put in: the times of its moments, and where the signer is."""

from __future__ import annotations

from typing import Literal

from lesson_player.model.base import Identifier, Seconds, Value


class MomentTimes(Value):
    """A file with the times of a film's moments, for an import without a window."""

    format: Literal[1] = 1
    versions: dict[Identifier, dict[Identifier, Seconds]]
    """For each version, such as ``film`` and ``bsl``, seconds by the moment's id."""
