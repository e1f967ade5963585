"""Adaptations: layers over a lesson that name only what they change, by stable ids.

Order of layers in format 1: the base lesson; then each adaptation in the order of the version's list;
within one adaptation, lines, then steps, then added lines, added pauses, split steps, added steps, and
moved steps last. Presets apply after all adaptations: first those that the adaptations name, in the same
order, then those that the teacher picked. A later layer wins over an earlier one. What cannot be applied is
left out and reported; it never stops the rest.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from lesson_player.model.appearance import AppearanceChange, FilmChoiceChange
from lesson_player.model.base import Identifier, LongText, Text, Value
from lesson_player.model.caption_changes import TrackChanges
from lesson_player.model.lesson import Choice, KeyWord, Line, Pause, Step, Wording
from lesson_player.model.pictures import Picture

OWN = "own"
"""Id of a teacher's own layer, which lies over every version of a lesson without being chosen."""


class LineChange(Value):
    """What an adaptation changes in one line, choice, key word or question; None leaves it as it was."""

    text: Text | None = None
    easy: Text | None = None
    word: Text | None = None
    reply: Text | None = None
    reply_easy: Text | None = None
    picture: Identifier | None = None
    hidden: bool = False


class NotesChange(Value):
    """Teacher's notes under the headings that are named; None leaves a heading as it was."""

    say: tuple[LongText, ...] | None = None
    ask: tuple[LongText, ...] | None = None
    look_for: tuple[LongText, ...] | None = None
    unsettled: tuple[LongText, ...] | None = None
    deaf: tuple[LongText, ...] | None = None


class StepChange(Value):
    """What an adaptation changes in one step; None leaves it as it was."""

    title: Text | None = None
    easy: Text | None = None
    now: Text | None = None
    minutes: Annotated[int, Field(ge=0, le=60)] | None = None
    reveal: Literal["line", "together"] | None = None
    hidden: bool = False
    notes: NotesChange | None = None
    start: Annotated[Identifier | None, Field(alias="from")] = None
    end: Annotated[Identifier | None, Field(alias="to")] = None
    hidden_pauses: tuple[Identifier, ...] = ()


def _line_kind(line: object) -> str:
    """Which kind of line this is: one with a word, one with a reply, or a plain one."""
    if isinstance(line, KeyWord) or (isinstance(line, dict) and "word" in line):
        return "word"
    reply = isinstance(line, dict) and ("reply" in line or "reply_easy" in line)
    return "choice" if reply or isinstance(line, Choice) else "line"


NewLine = Annotated[
    Annotated[Line, Tag("line")] | Annotated[KeyWord, Tag("word")] | Annotated[Choice, Tag("choice")],
    Discriminator(_line_kind),
]
"""A line, a key word (it has a ``word``) or a choice (it has a ``reply``)."""


class AddedLine(Value):
    """A line put into a step, after another one or first.

    It goes into the list in which ``after`` stands: the step's lines, key words, choices, ways to point, or
    sentence starters. Without ``after`` it goes to the head of the step's lines, key words or choices.
    """

    step: Identifier
    after: Identifier | None = None
    line: NewLine


class AddedPause(Value):
    """A pause point put into a film step."""

    step: Identifier
    pause: Pause


class AddedStep(Value):
    """A step put into a sitting, after another one or first."""

    sitting: Identifier
    after: Identifier | None = None
    step: Step


class MovedStep(Value):
    """A step's new place in a sitting, after another one or first."""

    sitting: Identifier
    step: Identifier
    after: Identifier | None = None
    leaves: Identifier | None = None
    """The sitting that the step is taken out of, when it comes from another one."""


class SplitStep(Value):
    """A step of lines or key words made into two; the new one starts at ``before``.

    It has the same kind and title unless a title is given, and the notes for "Look for", "If unsettled" and
    "For Deaf pupils". The minutes are shared out by the number of lines unless they are given. Support
    services follow the last lines.
    """

    step: Identifier
    before: Identifier
    id: Identifier
    title: Text | None = None
    easy: Text | None = None
    """The new step's title in easy read."""
    now: Text | None = None
    """The new step's words in the now-and-next strip."""
    minutes: Annotated[int, Field(ge=0, le=60)] | None = None
    """The new step's minutes; the first part keeps the rest."""
    notes: NotesChange | None = None
    """What the new step's notes say instead, under the headings that are named."""


class MomentToFind(Value):
    """A named moment that a film of the adaptation's edition is set up with when it is put in."""

    id: Identifier
    title: Text
    """How people find it in any film that tells the story: "Maya tells someone"."""
    about: Text | None = None
    """Where to set it, for the adult who does."""


class FormerLine(Value):
    """A line of the lesson as it was when somebody changed it."""

    text: Text | None = None
    easy: Text | None = None
    word: Text | None = None
    reply: Text | None = None
    reply_easy: Text | None = None
    picture: Identifier | None = None


class FormerStep(Value):
    """A step of the lesson as it was when somebody changed it."""

    title: Text | None = None
    easy: Text | None = None
    now: Text | None = None
    minutes: Annotated[int, Field(ge=0, le=60)] | None = None
    reveal: Literal["line", "together"] | None = None
    notes: NotesChange | None = None
    start: Annotated[Identifier | None, Field(alias="from")] = None
    end: Annotated[Identifier | None, Field(alias="to")] = None


class Base(Value):
    """The lesson's own words for what an adaptation changes, as they were when somebody changed it.

    A program writes it, so that a newer version of the lesson can be compared with both. Files without it
    load all the same; then nobody can tell which of the lesson's words have become others since.
    """

    lines: Annotated[dict[Identifier, FormerLine], Field(max_length=2000)] = {}
    """By id of a line: its text, and what else is changed in it."""
    steps: Annotated[dict[Identifier, FormerStep], Field(max_length=300)] = {}
    """By id of a step: its title, and what else is changed in it."""


class Adaptation(Value):
    """One layer, ``adaptations/<id>.yaml``, named by need and never by diagnosis."""

    format: Literal[1]
    id: Identifier
    lesson: Identifier
    title: Text
    about: LongText
    wording: Wording | None = None
    presets: Annotated[tuple[Identifier, ...], Field(max_length=20)] = ()
    appearance: AppearanceChange = AppearanceChange()
    film: FilmChoiceChange = FilmChoiceChange()
    edition: Identifier | None = None
    """The film edition that this adaptation is for, such as ``iwf``; None for any."""
    moments: Annotated[tuple[MomentToFind, ...], Field(max_length=40)] = ()
    """The moments that a film of this edition needs, in the order of the story."""
    pictures: Annotated[dict[Identifier, Picture], Field(max_length=500)] = {}
    """Those that it brings, in ``adaptations/<id>/pictures/``; they replace the lesson's of the same ids."""
    lines: Annotated[dict[Identifier, LineChange], Field(max_length=2000)] = {}
    steps: Annotated[dict[Identifier, StepChange], Field(max_length=300)] = {}
    add_lines: Annotated[tuple[AddedLine, ...], Field(max_length=300)] = ()
    add_pauses: Annotated[tuple[AddedPause, ...], Field(max_length=300)] = ()
    split_steps: Annotated[tuple[SplitStep, ...], Field(max_length=300)] = ()
    add_steps: Annotated[tuple[AddedStep, ...], Field(max_length=300)] = ()
    move_steps: Annotated[tuple[MovedStep, ...], Field(max_length=300)] = ()
    captions: Annotated[tuple[TrackChanges, ...], Field(max_length=40)] = ()
    """What it changes in the captions of films, once for each track."""
    base: Base = Base()
    """What the lesson said where this adaptation changes it."""
