"""The names of a lesson: every id with the place where it stands.

Steps, lines, choices, key words, questions and pauses of a lesson share one set of names, so that an
adaptation can cite any of them by its id alone. Sittings have a set of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.model.lesson import ChoiceStep, DiscussionStep, FilmStep, LinesStep, WordsStep

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lesson_player.model.lesson import Lesson, Line, Pause, Question, StepBase

Path = tuple[str | int, ...]
"""Keys and list places that lead from the top of a file to a value in it."""

LESSON_LINES = ("footer", "calm", "hidden")
"""Lines that belong to the lesson and to no step."""


def names(lesson: Lesson) -> Iterator[tuple[str, Path]]:
    """Every id of the lesson but those of its sittings, in the order of the file, with its owner's path."""
    for line, path in outer_lines(lesson):
        yield line.id, path
    for number, step in enumerate(lesson.steps):
        yield from step_names(step, ("steps", number))


def step_names(step: StepBase, path: Path = ()) -> Iterator[tuple[str, Path]]:
    """The step's id and every id in it, with paths that begin with *path*."""
    yield step.id, path
    if isinstance(step, FilmStep):
        for number, pause in enumerate(step.pauses):
            yield pause.id, (*path, "pauses", number)
    for line, inner in step_lines(step, path):
        yield line.id, inner


def outer_lines(lesson: Lesson) -> Iterator[tuple[Line, Path]]:
    """The lines that stand outside the steps: footer, calm, hidden and the disclosure card's."""
    for key in LESSON_LINES:
        line: Line | None = getattr(lesson, key)
        if line is not None:
            yield line, (key,)
    yield from _numbered(lesson.disclosure.lines, ("disclosure", "lines"))


def step_lines(step: StepBase, path: Path = ()) -> Iterator[tuple[Line, Path]]:
    """Every line of a step in the order of the file, with paths that begin with *path*."""
    match step:
        case LinesStep():
            yield from _numbered(step.lines, (*path, "lines"))
        case WordsStep():
            yield from _numbered(step.words, (*path, "words"))
        case DiscussionStep():
            yield from question_lines(step.question, (*path, "question"))
        case ChoiceStep():
            yield step.question, (*path, "question")
            yield from _numbered(step.choices, (*path, "choices"))
        case FilmStep():
            yield from _numbered(step.lines, (*path, "lines"))
            for number, pause in enumerate(step.pauses):
                yield from pause_lines(pause, (*path, "pauses", number))


def pause_lines(pause: Pause, path: Path = ()) -> Iterator[tuple[Line, Path]]:
    """Every line of a pause's prompt, with paths that begin with *path*."""
    if pause.prompt is not None:
        yield from question_lines(pause.prompt, (*path, "prompt"))


def question_lines(question: Question, path: Path = ()) -> Iterator[tuple[Line, Path]]:
    """The question and every way to answer it, with paths that begin with *path*."""
    yield question, path
    yield from _numbered(question.point, (*path, "point"))
    for key, line in (("say", question.say), ("explain", question.explain)):
        if line is not None:
            yield line, (*path, key)
    yield from _numbered(question.starters, (*path, "starters"))


def _numbered(lines: Iterable[Line], path: Path) -> Iterator[tuple[Line, Path]]:
    for number, line in enumerate(lines):
        yield line, (*path, number)
