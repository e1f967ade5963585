"""Forms of words: what a word may be a form of, past participles, syllables."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from lesson_player.adapting.easy_read.words.lists import irregular

if TYPE_CHECKING:
    from collections.abc import Mapping

_VOWELS = re.compile(r"[aeiouyàâäèéêëïîôöùûü]+")
_PLURALS = {
    "children": "child",
    "people": "person",
    "men": "man",
    "women": "woman",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
}
_ENDINGS = ("’s", "s’", "’")


@cache
def _irregular_bases() -> Mapping[str, tuple[str, ...]]:
    bases: dict[str, tuple[str, ...]] = {form: (base,) for form, base in _PLURALS.items()}
    for base, pasts, done in irregular():
        for form in pasts | done:
            bases[form] = (*bases.get(form, ()), base)
    return bases


@cache
def irregular_participles() -> frozenset[str]:
    """Past participles that do not end in -ed: "taken", "sent"."""
    return frozenset().union(*(done for _, _, done in irregular()))


@cache
def irregular_pasts() -> frozenset[str]:
    """Past forms that do not end in -ed: "took", "sent"."""
    return frozenset().union(*(past for _, past, _ in irregular()))


@lru_cache(maxsize=4096)
def bases(word: str) -> tuple[str, ...]:
    """What a word in small letters may be a form of, itself first. Not all of them need be words."""
    found = [word]
    for ending in _ENDINGS:
        if word.endswith(ending):
            found.append(word.removesuffix(ending))
            break
    found += _irregular_bases().get(word, ())
    for form in tuple(found):
        found += _without_s(form) + _without_ed_or_ing(form) + _compared(form)
    return tuple(dict.fromkeys(form for form in found if form))


def _without_s(word: str) -> list[str]:
    if len(word) < 3 or not word.endswith("s") or word.endswith("ss"):
        return []
    found = [word[:-1]]
    if word.endswith("ies"):
        found.append(word[:-3] + "y")
    if word.endswith("es"):
        found.append(word[:-2])
    if word.endswith("ves"):
        found += [word[:-3] + "f", word[:-3] + "fe"]
    return found


def _without_ed_or_ing(word: str) -> list[str]:
    found = []
    for ending in ("ed", "ing"):
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 2:
            continue
        found += [stem, stem + "e"]
        if stem[-1] == stem[-2]:
            found.append(stem[:-1])
        if ending == "ed" and stem.endswith("i"):
            found.append(stem[:-1] + "y")
    return found


def _compared(word: str) -> list[str]:
    found = []
    for ending in ("er", "est", "ly", "ers"):
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 3:
            continue
        found += [stem, stem + "e"]
        if stem[-1] == stem[-2]:
            found.append(stem[:-1])
        if stem.endswith("i"):
            found.append(stem[:-1] + "y")
        if ending == "ly":
            found.append(stem + "le")
    return found


def is_participle(word: str) -> bool:
    """Whether a word in small letters has the form of a past participle."""
    return (
        len(word) > 3 and word.endswith("ed") and not word.endswith("eed")
    ) or word in irregular_participles()


def syllables(word: str) -> int:
    """About how many syllables a word has: groups of vowels, a silent e taken off."""
    low = word.lower().split("’", maxsplit=1)[0]
    if len(low) > 3 and low.endswith("e") and not low.endswith("le") and low[-2] not in "aeiouy":
        low = low[:-1]
    elif len(low) > 3 and low.endswith("ed") and low[-3] not in "td":
        low = low[:-2]
    return max(len(_VOWELS.findall(low)), 1)
