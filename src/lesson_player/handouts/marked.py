"""The one markup that lesson text has: two asterisks on each side make words **strong**."""

from __future__ import annotations

import re
from dataclasses import dataclass

_STRONG = re.compile(r"\*\*(.+?)\*\*")


@dataclass(frozen=True, slots=True)
class Run:
    """Some words in one weight."""

    text: str
    strong: bool = False


def runs(text: str) -> tuple[Run, ...]:
    """*text* in runs of plain and strong words; no run is empty."""
    found: list[Run] = []
    at = 0
    for match in _STRONG.finditer(text):
        found += [Run(text[at : match.start()]), Run(match[1], strong=True)]
        at = match.end()
    found.append(Run(text[at:]))
    return tuple(run for run in found if run.text)


def plain(text: str) -> str:
    """*text* without its marks."""
    return "".join(run.text for run in runs(text))
