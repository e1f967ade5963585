"""Flaws of a file's data in words for teachers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.model.guess import did_you_mean

if TYPE_CHECKING:
    from lesson_player.model.validation import Flaw

NOT_A_KIND = {
    "string_type": "text",
    "int_type": "whole",
    "int_parsing": "whole",
    "int_from_float": "whole",
    "int_parsing_size": "whole",
    "float_type": "number",
    "float_parsing": "number",
    "finite_number": "number",
    "bool_type": "truth",
    "bool_parsing": "truth",
    "tuple_type": "list",
    "list_type": "list",
    "dict_type": "mapping",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "date_type": "date",
    "date_parsing": "date",
    "date_from_datetime_parsing": "date",
    "date_from_datetime_inexact": "date",
}
"""pydantic's names of wrong types, and what is wanted instead."""


def words(flaw: Flaw) -> tuple[str, str, str]:
    """Code, sentence and remedy for a flaw."""
    key = _key(flaw)
    if not flaw.path:
        sentence = tr("The file should begin with keys and values.")
        return "wrong-type", sentence, tr("Start it with “format: 1”; docs/lesson-format has an example.")
    if flaw.kind in NOT_A_KIND:
        return _wrong_type(flaw, key)
    if flaw.kind in {"missing", "extra_forbidden"}:
        return _wrong_key(flaw, key)
    if flaw.kind in {"union_tag_invalid", "union_tag_not_found"}:
        return _step_kind(flaw)
    if flaw.kind in {"literal_error", "enum"}:
        return _not_among(flaw, key)
    return _pattern(flaw, key) if flaw.kind == "string_pattern_mismatch" else _limit(flaw, key)


def _wrong_key(flaw: Flaw, key: str) -> tuple[str, str, str]:
    if flaw.kind == "missing":
        sentence = tr("“{key}” is missing here.", key=key)
        return "missing-key", sentence, tr("Add a line “{key}:” with its value.", key=key)
    otherwise = tr("Take it out. Known here are: {keys}.", keys=_listed(flaw.known))
    sentence = tr("The key “{key}” is not known here.", key=key)
    return "unknown-key", sentence, did_you_mean(key, flaw.known, otherwise)


def _wrong_type(flaw: Flaw, key: str) -> tuple[str, str, str]:
    kind = NOT_A_KIND[flaw.kind]
    if flaw.given is None:
        sentence = tr("“{key}” has no value.", key=key)
        return "empty-value", sentence, tr("Write its value after the colon, or take the key out.")
    sentence, remedy = {
        "text": (
            tr("“{key}” should be text.", key=key),
            tr("Write words after the colon; put words that hold a colon in quotes."),
        ),
        "whole": (
            tr("“{key}” should be a whole number.", key=key),
            tr("Write a number such as 3, without words."),
        ),
        "number": (
            tr("“{key}” should be a number.", key=key),
            tr("Write it with a point, such as 62.5; a time may also be 1:02.5."),
        ),
        "truth": (tr("“{key}” should be true or false.", key=key), tr("Write true or false.")),
        "list": (
            tr("“{key}” should be a list.", key=key),
            tr("Begin each entry on a line of its own with a hyphen and a space."),
        ),
        "mapping": (
            tr("“{key}” should hold keys with values.", key=key),
            tr("Write lines such as “id: name” and “text: words” under it, indented by two spaces."),
        ),
        "date": (
            tr("“{key}” should be a date.", key=key),
            tr("Write year, month and day, such as 2026-09-01."),
        ),
    }[kind]
    return "wrong-type", sentence, remedy


def _step_kind(flaw: Flaw) -> tuple[str, str, str]:
    kinds = flaw.known
    if flaw.kind == "union_tag_not_found":
        sentence = tr("The step does not say what kind it is.")
        return "missing-key", sentence, tr("Add “kind:” with one of: {kinds}.", kinds=_listed(kinds))
    given = str(flaw.limits.get("tag", ""))[:60]
    otherwise = tr("Write one of: {kinds}.", kinds=_listed(kinds))
    sentence = tr("There is no kind of step called “{given}”.", given=given)
    return "unknown-kind", sentence, did_you_mean(given, kinds, otherwise)


def _not_among(flaw: Flaw, key: str) -> tuple[str, str, str]:
    allowed = str(flaw.limits.get("expected", "")).replace("'", "").replace(" or ", ", ").split(", ")
    given = _given(flaw)
    sentence = tr("“{key}” cannot be “{given}”.", key=key, given=given)
    return (
        "unknown-value",
        sentence,
        did_you_mean(given, allowed, tr("Write one of: {all}.", all=_listed(allowed))),
    )


def _pattern(flaw: Flaw, key: str) -> tuple[str, str, str]:
    if "64" in str(flaw.limits.get("pattern", "")):
        sentence = tr("“{key}” is not a SHA-256 checksum.", key=key)
        return "bad-checksum", sentence, tr("It has 64 digits and small letters from a to f.")
    sentence = tr("“{given}” cannot be an id.", given=_given(flaw))
    return "bad-id", sentence, tr("Use small letters, digits and single hyphens, such as “what-maya-did”.")


def _wrong_values() -> dict[str, tuple[str, str, str]]:
    """What values cannot be together, by the error of their model."""
    times = tr("Give each caption an end after its start, and let the next one begin no earlier than that.")
    return {
        "signer-outside": (
            "signer-outside",
            tr("The signer's rectangle goes past the edge of the picture."),
            tr("x and width, and y and height, add up to at most 1."),
        ),
        "caption-ends-before-start": (
            "caption-ends-before-start",
            tr("A caption goes before it comes."),
            times,
        ),
        "captions-overlap": ("captions-overlap", tr("Two captions of a change are shown at once."), times),
    }


def _limit(flaw: Flaw, key: str) -> tuple[str, str, str]:
    limits = flaw.limits
    wrong = _wrong_values().get(str(limits.get("error", "")))
    if wrong is not None:
        return wrong
    most = limits.get("max_length", limits.get("le", ""))
    least = limits.get("min_length", limits.get("ge", ""))
    match flaw.kind:
        case "string_too_short":
            return "empty-value", tr("“{key}” is empty.", key=key), tr("Write its text, or take the key out.")
        case "string_too_long":
            sentence = tr("“{key}” is longer than {n} characters.", key=key, n=most)
            return "too-long", sentence, tr("Shorten it, or make two of it.")
        case "too_short":
            sentence = tr_n(
                "“{key}” has no entry.", "“{key}” has fewer than {n} entries.", int(least), key=key
            )
            return "too-few", sentence, tr("Add what is missing.")
        case "too_long":
            sentence = tr("“{key}” has more than {n} entries.", key=key, n=most)
            return "too-many", sentence, tr("Take some out, or share them out between two steps.")
        case "greater_than_equal":
            sentence = tr("“{key}” is less than {n}.", key=key, n=least)
            return "out-of-range", sentence, tr("Write {n} or more.", n=least)
        case "less_than_equal":
            sentence = tr("“{key}” is more than {n}.", key=key, n=most)
            return "out-of-range", sentence, tr("Write {n} or less.", n=most)
    sentence = tr("“{key}” cannot have this value.", key=key)
    return "bad-value", sentence, tr("Look it up in the description of the lesson format.")


def _key(flaw: Flaw) -> str:
    """What to call the place: its key, or the list that it is an entry of."""
    names = [part for part in flaw.path if isinstance(part, str) and part != "[key]"]
    if flaw.path and isinstance(flaw.path[-1], int) and names:
        return tr("{list}, entry {n}", list=names[-1], n=flaw.path[-1] + 1)
    return (names[-1] if names else "")[:60]


def _given(flaw: Flaw) -> str:
    return str(flaw.given)[:60]


def _listed(names: list[str] | tuple[str, ...]) -> str:
    return ", ".join(name for name in names if name)
