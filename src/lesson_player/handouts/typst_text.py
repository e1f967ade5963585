"""Text of a lesson made fit for paper: what no page can show is taken out, words that never end may break."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from lesson_player.handouts.marked import runs

if TYPE_CHECKING:
    from collections.abc import Collection

LONGEST_WORD = 24
"""Letters. Longer ones, such as an address, may break anywhere, so that they never run off the page."""
STAND_IN = "\u25a1"
"""An empty square, for a letter that no font here has."""
_MAY_BREAK = "\u200b"
_LONG = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{2})(?![A-Za-z]))?")
# Cc controls, Cs half characters, Cn never to be characters; of Cf what PDF/UA-1 refuses, and the marks that
# turn the text round for whoever reads on.
_NEVER = frozenset(
    "\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c\u200b\ufff9\ufffa\ufffb"
)
_NO_LETTERS = frozenset({"Cc", "Cs", "Cn"})

Runs = list[dict[str, str | bool]]


def clean(text: str, unknown: Collection[str] = ()) -> str:
    """*text* in one line, without control characters and with a square for each of the *unknown* letters."""
    shown = "".join(_letter(letter, unknown) for letter in unicodedata.normalize("NFC", text))
    return " ".join(shown.split())


def set_text(text: str, unknown: Collection[str] = ()) -> Runs:
    """*text* as runs for the page: its strong words marked, words that never end made to break."""
    return [
        {"text": _breakable(shown), "strong": run.strong}
        for run in runs(" ".join(text.split()))
        if (shown := _spaced(run.text, unknown))
    ]


def language(tag: str) -> tuple[str, str | None]:
    """Language and region of a tag such as ``en-GB``, as typst takes them; English for what is no tag."""
    found = _LANGUAGE.fullmatch(tag.strip())
    if found is None:
        return "en", None
    return found[1].lower(), found[2].upper() if found[2] else None


def _letter(letter: str, unknown: Collection[str]) -> str:
    if letter in unknown:
        return STAND_IN
    if letter.isspace():
        return " "
    return "" if letter in _NEVER or unicodedata.category(letter) in _NO_LETTERS else letter


def _spaced(text: str, unknown: Collection[str]) -> str:
    """A run cleaned, with the spaces that join it to the run before and after."""
    inner = clean(text, unknown)
    if not inner:
        return " " if text.isspace() else ""
    return (" " if text[:1].isspace() else "") + inner + (" " if text[-1:].isspace() else "")


def _breakable(text: str) -> str:
    return _LONG.sub(lambda word: _MAY_BREAK.join(word[0]), text)
