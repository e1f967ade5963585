"""What somebody may have meant by a name that does not exist."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Collection

MOST_NAMES = 5_000
"""With more names than this no guess is made: comparing takes time for each of them."""
LONGEST_NAME = 80
"""Longer words are no misspelt names."""


def nearest(word: str, known: Collection[str]) -> str | None:
    """The known name that is most like *word*, or None when nothing is near."""
    if len(word) > LONGEST_NAME or len(known) > MOST_NAMES:
        return None
    found = get_close_matches(word.lower().replace("_", "-"), known, n=1, cutoff=0.7)
    return found[0] if found else next(iter(get_close_matches(word, known, n=1, cutoff=0.7)), None)


def did_you_mean(word: str, known: Collection[str], otherwise: str) -> str:
    """A question that offers the nearest known name, or *otherwise* when nothing is near."""
    guess = nearest(word, known)
    return tr("Did you mean “{name}”?", name=guess) if guess else otherwise
