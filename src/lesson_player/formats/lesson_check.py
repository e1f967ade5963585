"""What a lesson's file must get right beyond its form: names, sittings, pictures, services."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.model.guess import did_you_mean
from lesson_player.model.lesson import CalmStep, HelpStep
from lesson_player.model.names import names, outer_lines, step_lines
from lesson_player.model.skipping import needed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from lesson_player.formats.document import Report
    from lesson_player.model.lesson import Lesson, Line, Sitting, StepBase
    from lesson_player.model.validation import Path


def check_names(document: Report, lesson: Lesson) -> Lesson:
    """Report ids that are used twice. Gives the lesson without steps and sittings that have another's id."""
    shared = tr("Give one of the two another id. Steps, lines, choices, words and pauses share their names.")
    report_twice(document, ((name, (*path, "id")) for name, path in names(lesson)), shared)
    sittings_named = ((one.id, ("sittings", n, "id")) for n, one in enumerate(lesson.sittings))
    report_twice(document, sittings_named, tr("Give one of the two another id."))
    steps = {step.id: step for step in reversed(lesson.steps)}
    sittings = {sitting.id: sitting for sitting in reversed(lesson.sittings)}
    return lesson.model_copy(
        update={
            "steps": tuple(step for step in lesson.steps if steps[step.id] is step),
            "sittings": tuple(one for one in lesson.sittings if sittings[one.id] is one),
        }
    )


def report_twice(document: Report, named: Iterable[tuple[str, Path]], remedy: str) -> None:
    """Report each id that stands in the file a second time."""
    first: dict[str, int] = {}
    for name, path in sorted(named, key=lambda one: document.node.place_of(one[1])):
        if name in first:
            sentence = tr("The id “{name}” is used twice, first in line {line}.", name=name, line=first[name])
            document.report(path, "duplicate-id", sentence, remedy)
        first.setdefault(name, document.node.place_of(path)[0])


def check_sittings(document: Report, lesson: Lesson, written: Collection[str]) -> Lesson | None:
    """Report steps that a sitting names wrongly, and leave them out.

    *written* are the ids of all steps in the file, with those that had to be left out for a problem of
    their own. None when no sitting with a step is left.
    """
    known = {step.id for step in lesson.steps}
    sittings = [
        sitting.model_copy(update={"steps": _sitting_steps(document, number, sitting, known, written)})
        for number, sitting in enumerate(lesson.sittings)
    ]
    usable = tuple(sitting for sitting in sittings if sitting.steps)
    return lesson.model_copy(update={"sittings": usable}) if usable else None


def _sitting_steps(
    document: Report, number: int, sitting: Sitting, known: set[str], written: Collection[str]
) -> tuple[str, ...]:
    for place, name in enumerate(sitting.steps):
        path = ("sittings", number, "steps", place)
        if name in sitting.steps[:place]:
            sentence = tr(
                "The step “{name}” stands twice in the sitting “{sitting}”.", name=name, sitting=sitting.id
            )
            document.report(
                path, "step-twice", sentence, tr("A step can stand in a sitting once; take one out.")
            )
        elif name not in known and name not in written:
            sentence = tr(
                "The sitting “{sitting}” names a step “{name}” that is not there.",
                name=name,
                sitting=sitting.id,
            )
            document.report(
                path, "unknown-step", sentence, did_you_mean(name, known, tr("Use the id of a step."))
            )
    return tuple(name for name in dict.fromkeys(sitting.steps) if name in known)


def check_optional(document: Report, lesson: Lesson) -> None:
    """Warn of steps that the file lets skip, though they are always taught."""
    for number, step in enumerate(lesson.steps):
        if step.optional and needed(step):
            sentence = tr("The step “{name}” is always taught, so it cannot be optional.", name=step.id)
            remedy = tr("Take “optional” out. Help, calm and locked steps are never skipped.")
            document.warn(("steps", number, "optional"), "needed-step-optional", sentence, remedy)


def lesson_pictures(lesson: Lesson) -> Iterator[tuple[str, Path]]:
    """Every picture that the lesson cites, with the path to the citation."""
    if lesson.picture is not None:
        yield lesson.picture, ("picture",)
    yield from line_pictures(outer_lines(lesson))
    for number, step in enumerate(lesson.steps):
        yield from step_pictures(step, ("steps", number))


def step_pictures(step: StepBase, path: Path) -> Iterator[tuple[str, Path]]:
    """Every picture that a step cites."""
    if isinstance(step, CalmStep) and step.picture is not None:
        yield step.picture, (*path, "picture")
    yield from line_pictures(step_lines(step, path))


def line_pictures(lines: Iterable[tuple[Line, Path]]) -> Iterator[tuple[str, Path]]:
    """The pictures of lines."""
    for line, path in lines:
        if line.picture is not None:
            yield line.picture, (*path, "picture")


def check_pictures(
    document: Report, cited: Iterable[tuple[str, Path]], known: Collection[str] | None
) -> None:
    """Report pictures that the catalogue does not have; none where it could not be read (*known* is None)."""
    for name, path in cited:
        if known is not None and name not in known:
            sentence = tr("There is no picture “{name}” in pictures/catalogue.yaml.", name=name)
            remedy = did_you_mean(name, known, tr("Add it to the catalogue, or cite one that is there."))
            document.report(path, "unknown-picture", sentence, remedy)


def step_services(steps: Iterable[tuple[StepBase, Path]]) -> Iterator[tuple[str, Path]]:
    """Every support service that help steps cite."""
    for step, path in steps:
        if isinstance(step, HelpStep):
            yield from ((name, (*path, "services", place)) for place, name in enumerate(step.services))


def check_services(document: Report, cited: Iterable[tuple[str, Path]], known: Collection[str]) -> None:
    """Report support services that the services file does not have."""
    for name, path in cited:
        if name not in known:
            sentence = tr("There is no support service “{name}” in services.yaml.", name=name)
            remedy = did_you_mean(name, known, tr("Add it to services.yaml, or take it out here."))
            document.report(path, "unknown-service", sentence, remedy)
