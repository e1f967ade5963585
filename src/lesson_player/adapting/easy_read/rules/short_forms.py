"""Acronyms and short forms that are not explained."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lesson_player.adapting.easy_read.finding import Finding, Kind
from lesson_player.adapting.easy_read.words.lists import easy_words, short_forms
from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lesson_player.adapting.easy_read.vocabulary import Vocabulary

_CAPITALS = re.compile(
    r"(?<![\w.\-’])(?:[A-Z]{2,}[0-9]?|[A-Z]{2,}(?=s\b)s|[A-Z][a-z]?[A-Z]+s?|(?:[A-Z]\.){2,})(?![\w’])"
)
_SMALL = re.compile(
    r"(?<![\w.])(?:e\.g\.|i\.e\.|eg|ie|etc\.?|asap|aka|approx\.?|btw|fyi|lol|misc\.?|mins?|max|n/a|p\.a\.|re:|tbc|"
    r"vs\.?|w/c)(?![\w’])"
)
_ROMAN = re.compile(r"[IVX]+")
_EXPLAINED = (
    r"\b{short}\b\s*(?:\([a-zA-Z’ ,&]{{4,}}\)|means\b|stands for\b|is short for\b)|[a-z]\w*\s*\({short}\)"
)


def unexplained_short_forms(text: str, known: Vocabulary) -> Iterator[Finding]:
    """Initials and Latin short forms, unless the text or the lesson so far explains them."""
    for match in sorted([*_CAPITALS.finditer(text), *_SMALL.finditer(text)], key=lambda one: one.start()):
        short = match.group()
        if _is_known(short, text, known):
            continue
        full = (
            short_forms().get(short)
            or short_forms().get(short.rstrip("."))
            or short_forms().get(short.replace(".", ""))
        )
        reason = tr("“{short}” is short for something. Not every pupil knows it.", short=short)
        suggestion = (
            tr("Write “{full}”, or explain it in the next sentence.", full=full)
            if full
            else tr("Write it in full, or explain it in the next sentence.")
        )
        yield Finding(Kind.ACRONYM, match.start(), match.end(), reason, suggestion)


def _is_known(short: str, text: str, known: Vocabulary) -> bool:
    return (
        short_forms().get(short) == ""
        or (short.isupper() and _ROMAN.fullmatch(short) is not None)
        or short.lower() in known.explained
        or (short not in short_forms() and short.lower() in easy_words())
        or re.search(_EXPLAINED.format(short=re.escape(short)), text) is not None
    )
