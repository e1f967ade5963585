"""Adaptations: layers over a lesson that name only what they change, by stable ids.

Order of layers in format 1: the base lesson; then each adaptation in the order of the version's list; within one
adaptation, lines, then steps, then added lines, added pauses, split steps, added steps, and moved steps last. Presets apply after all
adaptations: first those that the adaptations name, in the same order, then those that the teacher picked.
A later layer wins over an earlier one. What cannot be applied is left out and reported; it never stops the rest.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from lesson_player.model.appearance import AppearanceChange, FilmChoiceChange
from lesson_player.model.base import Identifier, LongText, Text, Value
from lesson_player.model.lesson import Line, Pause, Step, Wording


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


class AddedLine(Value):
    """A line put into a step, after another one or first."""

    step: Identifier
    after: Identifier | None = None
    line: Line


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
    """A step's new place in a sitting."""

    sitting: Identifier
    step: Identifier
    after: Identifier | None = None


class SplitStep(Value):
    """A step of lines made into two; the new one starts at ``before``."""

    step: Identifier
    before: Identifier
    id: Identifier
    title: Text | None = None


class Adaptation(Value):
    """One layer, ``adaptations/<id>.yaml``, named by need and never by diagnosis."""

    format: Literal[1]
    id: Identifier
    lesson: Identifier
    title: Text
    about: LongText
    wording: Wording | None = None
    presets: tuple[Identifier, ...] = ()
    appearance: AppearanceChange = AppearanceChange()
    film: FilmChoiceChange = FilmChoiceChange()
    edition: Identifier | None = None
    """The film edition that this adaptation is for, such as ``iwf``; None for any."""
    lines: dict[Identifier, LineChange] = {}
    steps: dict[Identifier, StepChange] = {}
    add_lines: tuple[AddedLine, ...] = ()
    add_pauses: tuple[AddedPause, ...] = ()
    split_steps: tuple[SplitStep, ...] = ()
    add_steps: tuple[AddedStep, ...] = ()
    move_steps: tuple[MovedStep, ...] = ()
