"""Numbers and dates that are hard to take in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lesson_player.adapting.easy_read.finding import Finding, Kind
from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Figures instead of number words, dates in full, no Roman numerals, percentages or very large numbers:
# Inclusion Europe, "Information for all", 2009. The 24-hour clock is our judgement.
_UNITS: Final = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
_TENS: Final = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_LARGE = "hundred|thousand|million"
_COUNTED = "|".join(sorted([*_UNITS, *_TENS, _LARGE], key=len, reverse=True))
# "Two-way" is a word of its own, "twenty-one" a number.
_WORDS = re.compile(
    rf"(?<![\w\-’])(?:{_COUNTED}|dozen)(?:[ \-](?:and )?(?:{_COUNTED}))*(?![\w’]|-[a-z])", re.IGNORECASE
)
_NOT_ALONE: Final = frozenset({"one", "zero"})
"""Not numbers to count with, most of the time: "one of them"."""
_MONTHS = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_ORDINALS = (
    "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|"
    r"fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-\w+|thirtieth|thirty-first)"
)


def _day_in_words() -> tuple[str, str]:
    return tr("The day of this date is a word."), tr("Write the day in figures: 3 May.")


def _date_in_figures() -> tuple[str, str]:
    return tr("A date in figures alone is hard to read."), tr("Write the month as a word: 3 May 2026.")


def _long_clock() -> tuple[str, str]:
    return tr("Not every pupil knows the 24-hour clock."), tr("Write what people say: 2:30 in the afternoon.")


def _per_cent() -> tuple[str, str]:
    return tr("Per cent is hard to understand."), tr("Say “half”, “most” or “3 in 4”.")


def _roman() -> tuple[str, str]:
    return tr("Roman numerals are hard to read."), tr("Write 4, not IV.")


def _very_large() -> tuple[str, str]:
    return tr("This number is too large to take in."), tr("Say “many”, if the exact number does not matter.")


_PATTERNS: Final[tuple[tuple[str, Callable[[], tuple[str, str]]], ...]] = (
    (rf"\b(?i:{_ORDINALS}(?: of)? {_MONTHS}|{_MONTHS} (?:the )?{_ORDINALS})\b", _day_in_words),
    (r"(?<![\d£$€./\-])\d{1,2}([./\-])\d{1,2}\1(?:\d{4}|\d{2})(?![\d/\-])", _date_in_figures),
    (r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)", _date_in_figures),
    (r"(?<![\d£$€.,:])(?:1[3-9]|2[0-3]|00)[:.][0-5]\d(?![\d%])", _long_clock),
    (r"(?<![\d.,])\d+(?:[.,]\d+)? ?(?:%|per ?cent\b)", _per_cent),
    (r"\b(?:[Pp]art|[Cc]hapter|[Bb]ook|[Aa]ct|[Ss]ection|[A-Z][a-z]+) (?:[IVX]{2,}|V)\b", _roman),
    (r"\b(?:[Pp]art|[Cc]hapter) I\b", _roman),
    (r"(?<![\d,.])(?:\d{2,3},\d{3}|\d{1,3}(?:,\d{3}){2,}|[1-9]\d{4,})(?![\d,])", _very_large),
)
_COMPILED: Final = tuple((re.compile(pattern), words) for pattern, words in _PATTERNS)


def hard_numbers(text: str) -> Iterator[Finding]:
    """Numbers in words, dates in figures alone, the 24-hour clock, per cent, Roman and very large numbers."""
    taken: list[tuple[int, int]] = []
    for pattern, words in _COMPILED:
        for match in pattern.finditer(text):
            if _is_free(taken, match.start(), match.end()):
                taken.append((match.start(), match.end()))
                reason, suggestion = words()
                yield Finding(Kind.NUMBER, match.start(), match.end(), reason, suggestion)
    for match in _WORDS.finditer(text):
        number = match.group().lower()
        if number in _NOT_ALONE or not _is_free(taken, match.start(), match.end()):
            continue
        reason = tr("Figures are easier to read than number words.")
        figure = _figure(number)
        suggestion = tr("Write {figure}.", figure=figure) if figure else tr("Write the number in figures.")
        yield Finding(Kind.NUMBER, match.start(), match.end(), reason, suggestion)


def _is_free(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    return all(end <= begun or start >= done for begun, done in taken)


def _figure(words: str) -> str:
    """A number below a hundred, or a dozen, in figures; an empty text for others."""
    if words == "dozen":
        return "12"
    parts = re.split(r"[ \-]", words)
    if len(parts) == 1:
        value = _UNITS.get(parts[0], _TENS.get(parts[0]))
        return "" if value is None else str(value)
    if len(parts) == 2 and parts[0] in _TENS and 0 < _UNITS.get(parts[1], 0) < 10:
        return str(_TENS[parts[0]] + _UNITS[parts[1]])
    return ""
