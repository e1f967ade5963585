"""A language that nobody speaks: it shows which words never asked to be translated, and which lack room."""

from __future__ import annotations

import gettext
import re

_PLACEHOLDER = re.compile(r"(\{[^}]*\})")
_LETTERS = str.maketrans("aeiouyAEIOUY", "àéîöûýÀÉÎÖÛÝ")
OPEN, CLOSE = "⟦", "⟧"
LONGER = 0.35
"""By so much texts grow; W3C's figures for English of more than ten letters are 30 to 100 %, Welsh is near
20 %."""


def pseudo(text: str) -> str:
    """*text* with accents, longer by a third, in brackets; ``{names}`` stay as they are."""
    parts = _PLACEHOLDER.split(text)
    said = "".join(part if part.startswith("{") else part.translate(_LETTERS) for part in parts)
    more = max(1, round(LONGER * len(_PLACEHOLDER.sub("", text))))
    return f"{OPEN}{said}{_padding(more)}{CLOSE}"


class PseudoWords(gettext.NullTranslations):
    """Translates everything into it."""

    def gettext(self, message: str) -> str:
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return pseudo(msgid1 if n == 1 else msgid2)


def _padding(length: int) -> str:
    """So many signs, as words of four letters: a long word alone could not be broken."""
    return (" ôöôö" * (length // 5 + 1))[:length].rstrip()
