"""What a lesson has taught its readers so far: words that it explains, and names."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words that are not hard at this place of the lesson. All in small letters."""

    explained: frozenset[str] = frozenset()
    """Words and initials that the lesson has explained."""
    names: frozenset[str] = frozenset()
    """Names of people, animals and places."""
