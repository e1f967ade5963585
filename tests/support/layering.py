"""Adaptations made in one line, and what they do to the example lesson."""

from __future__ import annotations

from typing import Any

from lesson_player.model.adaptation import Adaptation
from lesson_player.model.layers import apply
from lesson_player.model.lesson import Lesson
from lesson_player.model.names import step_lines

REST = {
    "id": "rest",
    "kind": "calm",
    "title": "Rest",
    "minutes": 1,
    "lines": [{"id": "rest-1", "text": "Rest."}],
}


def layer(name: str = "layer", **changes: Any) -> Adaptation:
    """An adaptation of the example lesson that makes these changes."""
    data = {
        "format": 1,
        "id": name,
        "lesson": "asking-for-help",
        "title": name,
        "about": "For a test.",
        **changes,
    }
    return Adaptation.model_validate({**data, **changes})


def words(lesson: Lesson, step: str) -> list[str]:
    """The standard wording of a step's lines."""
    return [line.text for line, _ in step_lines(lesson.step(step))]


def codes(lesson: Lesson, **changes: Any) -> list[str]:
    """The codes of the problems of one adaptation; what is wrong must have changed nothing."""
    changed, problems = apply(lesson, [layer(**changes)])
    assert changed == lesson
    assert all(problem.file == "adaptations/layer.yaml" for problem in problems)
    return [problem.code for problem in problems]
