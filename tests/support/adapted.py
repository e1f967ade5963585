"""Versions of the small lesson, and edits made to them one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lesson_player.adapting.opened import Opened, edited
from lesson_player.model.adaptation import Adaptation
from lesson_player.model.names import step_lines
from lesson_player.model.problem import Problem

if TYPE_CHECKING:
    from lesson_player.adapting.edit import Edit


def version(name: str = "short-lines", **changes: Any) -> Adaptation:
    """A version of the small lesson that makes these changes."""
    start = {"format": 1, "id": name, "lesson": "small", "title": "Short lines", "about": "For a test."}
    return Adaptation.model_validate({**start, **changes})


def after(desk: Opened, *edits: Edit) -> Opened:
    """The version after edits that can all be made."""
    for edit in edits:
        found = edited(desk, edit)
        assert isinstance(found, Opened), (edit, found)
        desk = found
    return desk


def refused(desk: Opened, edit: Edit) -> Problem:
    """Why an edit is not made."""
    found = edited(desk, edit)
    assert isinstance(found, Problem), edit
    assert found.sentence
    assert found.file == ""
    return found


def ids(desk: Opened, step: str) -> list[str]:
    """The ids of a step's lines as the class gets them."""
    return [line.id for line, _ in step_lines(desk.lesson.step(step))]


def order(desk: Opened, sitting: str = "one") -> list[str]:
    """The steps of a sitting as the class gets them."""
    return list(desk.lesson.sitting(sitting).steps)
