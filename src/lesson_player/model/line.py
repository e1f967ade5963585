"""Lines that pupils read, in both wordings; questions with their answers; and the teacher's notes."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from lesson_player.model.base import Identifier, LongText, Text, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_LINES = 60
"""More lines in one step than any class can read; a limit, so that no broken file ties the program up."""


class Wording(StrEnum):
    """Which of a line's two wordings the class reads."""

    STANDARD = "standard"
    EASY = "easy"


class Line(Value):
    """One line that pupils read, in standard and easy-read wording, with its picture.

    Two asterisks on each side make words **strong**; nothing else is markup.
    """

    id: Identifier
    text: Text
    easy: Text | None = None
    picture: Identifier | None = None
    """A picture of the lesson's catalogue."""
    locked: bool = False
    """A safeguarding line: adaptations may word it anew but never take it away."""

    def words(self, wording: Wording) -> str:
        """The line in *wording*; the standard text where there is no easy-read one."""
        return self.easy if wording is Wording.EASY and self.easy else self.text


class KeyWord(Line):
    """A word to learn; ``text`` explains it in the next sentence (Easy Read, gov.uk)."""

    word: Text


class Choice(Line):
    """One of a few answers that pupils point at; ``reply`` is what the class then reads, always kindly."""

    reply: Text | None = None
    reply_easy: Text | None = None

    def reply_words(self, wording: Wording) -> str:
        """The reply in *wording*, or an empty text when there is none."""
        return (self.reply_easy if wording is Wording.EASY and self.reply_easy else self.reply) or ""


class Question(Line):
    """A question with ways to answer at three levels: point, say or sign, explain."""

    point: Annotated[tuple[Choice, ...], Field(max_length=4)] = ()
    say: Line | None = None
    explain: Line | None = None
    starters: Annotated[tuple[Line, ...], Field(max_length=MOST_LINES)] = ()
    look_for: tuple[LongText, ...] = ()


class Notes(Value):
    """What the teacher alone sees, in the order in which it is needed."""

    say: tuple[LongText, ...] = ()
    ask: tuple[LongText, ...] = ()
    look_for: tuple[LongText, ...] = ()
    unsettled: tuple[LongText, ...] = ()
    deaf: tuple[LongText, ...] = ()


def question_lines(question: Question) -> Iterator[Line]:
    """The question itself, then its ways to answer."""
    yield question
    yield from question.point
    yield from (line for line in (question.say, question.explain) if line is not None)
    yield from question.starters
