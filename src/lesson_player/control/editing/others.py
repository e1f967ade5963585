"""The other versions of the lesson, into which a change can be copied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from lesson_player.adapting.parts import Part
    from lesson_player.model.adaptation import Adaptation


class OtherVersions(Protocol):
    """The user's own versions but the one that is edited."""

    def known(self) -> tuple[tuple[str, str], ...]:
        """Ids and titles."""
        ...

    def copy(self, version: str, part: Part, source: Adaptation) -> str:
        """Have another version say what *source* says in *part*; what has come of it, in words."""
        ...
