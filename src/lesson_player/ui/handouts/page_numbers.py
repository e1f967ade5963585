"""Pages as people write them, such as "1-3, 5"."""

from __future__ import annotations

import re

from lesson_player.foundation.i18n import tr

_PART = re.compile(r"(\d{1,4})(?:\s*[-–—]\s*(\d{1,4}))?")


def read_pages(text: str, count: int) -> tuple[int, ...] | str:
    """The pages that *text* names, counted from 0, in order, each once; or a sentence on what is wrong.

    *count* is how many pages there are. An empty text names all of them.
    """
    if not text.strip():
        return tuple(range(count))
    found: set[int] = set()
    for part in re.split(r"[,;]", text):
        named = _PART.fullmatch(part.strip())
        if named is None:
            return tr("Write pages like this: 1-3, 5.")
        first, last = int(named[1]), int(named[2] or named[1])
        if not 1 <= first <= last <= count:
            return tr("There are pages 1 to {n}.", n=count)
        found.update(range(first - 1, last))
    return tuple(sorted(found))
