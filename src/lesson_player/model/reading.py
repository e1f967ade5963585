"""How slides are read aloud to the class, and whether one line at a time is looked at."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from lesson_player.model.base import Value

READING_SPEEDS = (0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3)
"""Speeds that are offered; 1 is as recorded. Outside of them speech is hard to follow (docs/design.md)."""

Speed = Annotated[float, Field(ge=READING_SPEEDS[0], le=READING_SPEEDS[-1])]


class ReadingChoice(Value):
    """How slides are read until the teacher says otherwise."""

    on_arrival: bool = False
    """Whether what comes new on the class screen is read without being asked for."""
    highlight: bool = True
    """Whether the word that is heard is marked on the class screen."""
    speed: Speed = 1.0
    line_focus: bool = False
    """Whether one line keeps its full contrast while the others recede."""


class ReadingChange(Value):
    """The part of a reading choice that a preset names; None leaves a field as it was."""

    on_arrival: bool | None = None
    highlight: bool | None = None
    speed: Speed | None = None
    line_focus: bool | None = None

    def over(self, choice: ReadingChoice) -> ReadingChoice:
        """*choice* with the named fields changed."""
        return choice.model_copy(update=self.model_dump(exclude_none=True))


class SpokenMark(Value):
    """What is being read on the class screen, so that it can be marked."""

    line: str
    """Id of the row or card; ``heading`` or ``reply`` for those."""
    word: int | None = None
    """Which of its words is heard, counted from 0; None where the voice does not tell: then all of it."""
