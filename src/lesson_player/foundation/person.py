"""Takes the name of who uses this computer out of a text, such as a line of the log or a report."""

from __future__ import annotations

import getpass
import os
import re
from pathlib import Path

_SHORTEST = 3
"""Signs that a user name must have to be looked for: a shorter one stands in any text."""
_EVERYBODYS = frozenset({"root", "user", "admin", "administrator", "teacher", "student", "public"})
"""User names that say nothing of a person, and that are words of other texts."""


def without_person(text: str) -> str:
    """*text* with ``~`` for the user's folder and ``(user)`` for the user's name."""
    for pattern, instead in patterns_for(_home(), _name()):
        text = pattern.sub(instead, text)
    return text


def patterns_for(home: str, name: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """What is looked for, and what stands instead, for a user of that folder and that name."""
    found = []
    if len(home) > 1:
        # A folder of Windows may be written with either stroke, and with two of them inside quotes.
        parts = [re.escape(part) for part in re.split(r"[\\/]+", home)]
        found.append((re.compile(r"[\\/]{1,2}".join(parts) + r"(?![\w.-])", re.IGNORECASE), "~"))
    if len(name) >= _SHORTEST and name.casefold() not in _EVERYBODYS:
        found.append((re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE), "(user)"))
    return tuple(found)


def _home() -> str:
    try:
        return str(Path.home())
    except RuntimeError:  # there is none, as for some system accounts
        return ""


def _name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # a user that the system does not know by name
        return os.environ.get("USERNAME", "")
