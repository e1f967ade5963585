"""A finding: something in a text that may be hard to read, with a reason and a suggestion."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a finding is about."""

    LONG_SENTENCE = "long-sentence"
    IDEAS = "more-than-one-idea"
    PASSIVE = "passive"
    NEGATIVES = "stacked-negatives"
    ACRONYM = "acronym"
    IDIOM = "idiom"
    HARD_WORD = "hard-word"
    NUMBER = "number"
    AMERICAN = "american"
    NO_PICTURE = "no-picture"
    NO_ALT = "no-alt"
    TWO_NAMES = "two-names"
    SLIDE_FULL = "slide-full"
    CAPTIONS_FAST = "captions-fast"
    NO_HELP_AT_END = "no-help-at-end"


class Weight(StrEnum):
    """How much a finding matters. None of them stops anything from being saved or taught."""

    NOTICE = "notice"
    """Look at it; it may well be right as it is."""
    PROBLEM = "problem"
    """Most pupils who read easy words will stumble here."""


@dataclass(frozen=True, slots=True)
class Where:
    """What a finding is about, by the lesson's ids. Parts that do not apply are empty."""

    sitting: str = ""
    step: str = ""
    line: str = ""
    """Id of the line, choice, key word or question."""
    field: str = ""
    """Its field: ``text``, ``easy``, ``word``, ``reply``, ``reply_easy``; of a step ``title``, ``easy``."""
    cue: int = 0
    """Number of the caption, counted from 1."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding, about ``text[start:end]``; both are 0 where it is about no text."""

    kind: Kind
    start: int
    end: int
    reason: str
    suggestion: str
    weight: Weight = Weight.NOTICE
    where: Where = Where()
