"""What a user, or the school, can set for all lessons: which sections and keys there are, and what fits them.

Keys, switches and rooms have readers of their own, beside what they are for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, StringConstraints

from lesson_player.foundation.i18n import tr
from lesson_player.foundation.languages import SECTION as LANGUAGE
from lesson_player.foundation.safeguarding import LONGEST
from lesson_player.foundation.safeguarding import SECTION as SAFEGUARDING
from lesson_player.model.appearance import AppearanceChange
from lesson_player.model.base import Identifier, Value
from lesson_player.model.caption_look import CaptionLookChange, SignerPlace, SignerSize
from lesson_player.model.reading import Speed
from lesson_player.model.theme import themes
from lesson_player.model.typeface import TYPEFACES
from lesson_player.model.validation import validate

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from lesson_player.foundation.policy import Policy

APPEARANCE, FILMS, CAPTIONS, SIGNER = "appearance", "films", "captions", "signer"
NOTES, PROGRAM, READING = "notes", "program", "reading"
PROGRAM_TEXT = (100, 115, 130, 150, 175, 200)
"""Sizes of the program's own text, in per cent."""


class FilmStart(Value):
    """How a film begins."""

    captions: bool | None = None
    description: bool | None = None


class SignerChoice(Value):
    """The window for the signer, in the words of the settings' file."""

    place: SignerPlace | None = None
    size: SignerSize | None = None


class ReadingStart(Value):
    """How slides are read aloud. What begins by itself is for one lesson, so it is no setting."""

    speed: Speed | None = None
    highlight: bool | None = None


class NotesChoice(Value):
    """The teacher's notes."""

    percent: Annotated[int, Field(ge=85, le=300)] | None = None


class ProgramLook(Value):
    """The program's own windows."""

    theme: Identifier | None = None
    text_percent: Literal[100, 115, 130, 150, 175, 200] | None = None


class LanguageChoice(Value):
    """The language of the program's own words: a code, or ``system``."""

    chosen: Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$")] | None = None


Entry = Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST)]


class Contact(Value):
    """The Designated Safeguarding Lead."""

    name: Entry | None = None
    room: Entry | None = None
    telephone: Entry | None = None


SECTIONS: dict[str, type[Value]] = {
    APPEARANCE: AppearanceChange,
    FILMS: FilmStart,
    CAPTIONS: CaptionLookChange,
    SIGNER: SignerChoice,
    READING: ReadingStart,
    NOTES: NotesChoice,
    PROGRAM: ProgramLook,
    SAFEGUARDING: Contact,
    LANGUAGE: LanguageChoice,
}
"""The sections that can be set for all lessons, and be locked by a school."""


def sound_values(section: str, values: Mapping[str, object]) -> tuple[dict[str, object], tuple[str, ...]]:
    """The values that fit, as they are in the model, and the keys of those that do not."""
    model = SECTIONS[section]
    strange = {key for key, value in values.items() if not _known(key, value)}
    known = {key: value for key, value in values.items() if key not in strange}
    found, flaws = validate(model, known)
    if found is None:
        strange |= {str(flaw.path[0]) for flaw in flaws if flaw.path}
        found = model.model_validate({key: value for key, value in known.items() if key not in strange})
    return found.model_dump(exclude_none=True), tuple(sorted(strange))


def sound_policy(policy: Policy) -> Policy:
    """*policy* without locked values that make no sense; its trouble says the first of them."""
    for section, values in tuple(policy.locked.items()):
        wrong = tuple(values) if section not in SECTIONS else sound_values(section, values)[1]
        if wrong:
            name = f"{section}.{wrong[0]}"
            words = tr("The school's policy locks “{name}”, which makes no sense. It is left out.", name=name)
            policy = policy.without(section, wrong, words)
    return policy


def trouble_in(section: str, wrong: Collection[str], values: Mapping[str, object]) -> str:
    """For the user: that settings of a section fall back to the usual ones; empty where none do."""
    if not wrong:
        return ""
    key = min(wrong)
    return tr(
        "“{value}” is no value for {what}, so the usual one is used.",
        value=str(values.get(key, ""))[:40],
        what=f"{section}.{key}",
    )


def _known(key: str, value: object) -> bool:
    known: dict[str, Collection[str]] = {"theme": themes(), "font": TYPEFACES}
    return key not in known or (isinstance(value, str) and value in known[key])
