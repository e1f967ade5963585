"""What a command is: one row of the table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from lesson_player.control.commands import conditions
from lesson_player.teaching.course import Course
from lesson_player.teaching.state import LessonState
from lesson_player.teaching.views import TeacherView

Test = Callable[[TeacherView], bool]
Words = Callable[[TeacherView], str]
Move = Callable[[Course, LessonState], LessonState]


class Group(StrEnum):
    """Where a command stands in the bottom row and in the sheet of keys."""

    MOVE = "move"
    FILM = "film"
    CLASS = "class"
    SAFETY = "safety"
    LESSON = "lesson"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a teacher can ask for."""

    id: str
    group: Group
    words: Words
    """What its button says now; it changes with the state, so that a screen reader hears the state."""
    help: str
    """One sentence for the sheet of keys and the manual."""
    keys: tuple[str, ...]
    """Default keys by Qt's portable names; the first one is shown on the button."""
    other_words: tuple[str, ...] = ()
    """What its button says in other states: it keeps room for them, so that no button beside it moves."""
    keys_in_film: tuple[str, ...] | None = None
    """Its keys in the middle of the film, where they are others; None where they are the same."""
    in_bar: bool = True
    """Whether it has a button in the teacher's bottom row."""
    in_film_bar: bool = True
    """Whether that button is there in a film step too, where the row is fullest; its key always works."""
    in_strip: bool = False
    """Whether it has a button in the strip on the class screen."""
    enabled: Test = conditions.always
    visible: Test = conditions.always
    on: Test | None = None
    """Whether a two-state command is on now; None for commands without states."""
    move: Move | None = None
    """What it does to the lesson; None for one that asks the windows for something."""
    private: bool = False
    """True when it shows something that the class must not see."""

    def keys_for(self, view: TeacherView) -> tuple[str, ...]:
        """Its keys as things stand in *view*."""
        if self.keys_in_film is None or not conditions.under_way(view):
            return self.keys
        return self.keys_in_film
