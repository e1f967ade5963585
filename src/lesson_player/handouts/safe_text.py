"""Lesson text without what no file may hold: control characters, halves of characters, what is no character.

A lesson's file can write any of them by its number, and XML, HTML and UTF-8 refuse them.
"""

from __future__ import annotations

import unicodedata

_NO_TEXT = frozenset({"Cc", "Cs", "Cn"})


def safe(text: str) -> str:
    """*text* with spaces for what separates, and without what is no text."""
    return "".join(_letter(letter) for letter in text)


def _letter(letter: str) -> str:
    if letter.isspace():
        return letter if letter in {" ", "\u00a0"} else " "
    return "" if unicodedata.category(letter) in _NO_TEXT else letter
