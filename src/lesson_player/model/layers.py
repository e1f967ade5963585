"""Adaptations and presets put over a lesson, in the order that `model.adaptation` states."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.model.appearance import Appearance, FilmChoice, Preset
from lesson_player.model.base import Value
from lesson_player.model.caption_faults import caption_faults
from lesson_player.model.conflicts import conflicts
from lesson_player.model.draft import Draft, Fault
from lesson_player.model.guess import did_you_mean
from lesson_player.model.lesson import FilmStep, Lesson, Wording
from lesson_player.model.line_layers import change_lines
from lesson_player.model.parts_layers import add_lines, add_pauses, split_steps
from lesson_player.model.problem import Problem, Severity
from lesson_player.model.reading import ReadingChoice
from lesson_player.model.step_layers import add_steps, change_steps, move_steps
from lesson_player.model.style import Style

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from lesson_player.model.adaptation import Adaptation
    from lesson_player.model.bundle import LessonBundle, LoadedFilm
    from lesson_player.model.lesson import Step


class Prepared(Value):
    """A lesson in the version that a teacher picked, ready to be taught."""

    lesson: Lesson
    wording: Wording
    appearance: Appearance
    film: FilmChoice
    reading: ReadingChoice = ReadingChoice()
    style: Style = Style()
    """How the appearance came about."""
    adaptations: tuple[str, ...] = ()
    """Ids of the adaptations that were applied, in order."""
    problems: tuple[Problem, ...] = ()


def apply(lesson: Lesson, adaptations: Sequence[Adaptation]) -> tuple[Lesson, tuple[Problem, ...]]:
    """*lesson* with the adaptations over it, one after the other, and what could not be applied."""
    lesson, faults = apply_with_paths(lesson, adaptations)
    return lesson, tuple(fault.problem for fault in faults)


def apply_with_paths(lesson: Lesson, adaptations: Sequence[Adaptation]) -> tuple[Lesson, tuple[Fault, ...]]:
    """The same as `apply`; each fault with its path in the adaptation, so that a file's line can be named."""
    draft = Draft.of(lesson)
    for adaptation in adaptations:
        draft.file = f"adaptations/{adaptation.id}.yaml"
        if adaptation.lesson != lesson.id:
            draft.report(
                ("lesson",),
                "other-lesson",
                tr(
                    "“{title}” is made for another lesson, “{name}”.",
                    title=adaptation.title,
                    name=adaptation.lesson,
                ),
                tr("Write the id of this lesson, “{name}”, if it is meant for it.", name=lesson.id),
            )
            continue
        _apply_one(draft, adaptation)
    return draft.finish(), tuple(draft.faults)


def prepare(
    bundle: LessonBundle,
    adaptations: Sequence[str],
    presets: Sequence[Preset],
    all_presets: Mapping[str, Preset],
    film: FilmChoice | None = None,
    reading: ReadingChoice | None = None,
    *,
    appearance: Appearance | None = None,
) -> Prepared:
    """The lesson of *bundle* in the version that the named *adaptations* and picked *presets* make.

    Args:
        bundle: has the lesson as it is written.
        adaptations: ids of its adaptations, in the order in which they apply.
        presets: presets that the teacher picked; they come last and win.
        all_presets: every preset that an adaptation may name, by id.
        film: how the teacher had films shown last, below all layers.
        reading: how the teacher had slides read last, below all presets.
        appearance: how the class screen looks by the user's settings, below all layers.
    """
    known = {adaptation.id: adaptation for adaptation in bundle.adaptations}
    used = [known[name] for name in dict.fromkeys(adaptations) if name in known]
    lesson, faults = apply(bundle.lesson, [*used, *([bundle.own] if bundle.own is not None else [])])
    problems = [_unknown("adaptation", name, known) for name in adaptations if name not in known]
    problems += [*faults, *conflicts(used), *_unknown_presets(used, all_presets)]
    problems += [fault.problem for one in used for fault in caption_faults(bundle.films, one)]
    below = _below(used, appearance or Appearance(), film or FilmChoice(), reading or ReadingChoice())
    style = _style(below, used, presets)
    there = {**all_presets, **{preset.id: preset for preset in presets}}
    return Prepared(
        lesson=_in_story_order(lesson, bundle.films),
        wording=next((one.wording for one in reversed(used) if one.wording), Wording.STANDARD),
        appearance=style.appearance(there),
        film=style.film(there),
        reading=style.reading(there),
        style=style,
        adaptations=tuple(adaptation.id for adaptation in used),
        problems=(*problems, *_editions(lesson, used, bundle.films)),
    )


def _below(
    used: Sequence[Adaptation], appearance: Appearance, film: FilmChoice, reading: ReadingChoice
) -> Style:
    """What lies below all presets: what was given, as the lesson's version changes it."""
    for layer in used:
        appearance, film = layer.appearance.over(appearance), layer.film.over(film)
    return Style(base=appearance, base_film=film, base_reading=reading)


def _unknown_presets(used: Sequence[Adaptation], all_presets: Mapping[str, Preset]) -> Iterator[Problem]:
    for one, name in _preset_names(used):
        if name not in all_presets:
            yield _unknown("preset", name, all_presets, one)


def _apply_one(draft: Draft, adaptation: Adaptation) -> None:
    """One adaptation, in the order of work that `model.adaptation` states."""
    order_of_work: tuple[Callable[[], None], ...] = (
        partial(change_lines, draft, adaptation.lines),
        partial(change_steps, draft, adaptation.steps),
        partial(add_lines, draft, adaptation.add_lines),
        partial(add_pauses, draft, adaptation.add_pauses),
        partial(split_steps, draft, adaptation.split_steps),
        partial(add_steps, draft, adaptation.add_steps),
        partial(move_steps, draft, adaptation.move_steps),
    )
    for work in order_of_work:
        draft.look_for_hidden()
        work()


def _style(layers: Style, used: Sequence[Adaptation], picked: Sequence[Preset]) -> Style:
    """With the presets that the adaptations name, then those picked; one named twice counts the last time."""
    names = [*(name for _, name in _preset_names(used)), *(preset.id for preset in picked)]
    on = tuple(reversed(dict.fromkeys(reversed(names))))
    return layers.model_copy(update={"begun": on, "presets": on})


def _preset_names(adaptations: Sequence[Adaptation]) -> Iterator[tuple[Adaptation, str]]:
    for adaptation in adaptations:
        for name in adaptation.presets:
            yield adaptation, name


def _unknown(
    kind: str, name: str, known: Mapping[str, object], adaptation: Adaptation | None = None
) -> Problem:
    sentences = {
        "adaptation": tr("The lesson has no version “{name}”.", name=name),
        "preset": tr("There are no settings named “{name}”.", name=name),
    }
    return Problem(
        code=f"unknown-{kind}",
        sentence=sentences[kind],
        remedy=did_you_mean(name, known, tr("The lesson is taught without it.")),
        file=f"adaptations/{adaptation.id}.yaml" if adaptation else "",
        severity=Severity.WARNING,
    )


def _in_story_order(lesson: Lesson, films: Mapping[str, LoadedFilm]) -> Lesson:
    """*lesson* with the pauses of each film step in the order of the film, whichever layer put them in."""

    def ordered(step: Step) -> Step:
        loaded = films.get(step.film or lesson.film or "") if isinstance(step, FilmStep) else None
        if loaded is None or not isinstance(step, FilmStep):
            return step
        order = {moment.id: number for number, moment in enumerate(loaded.film.moments)}
        pauses = sorted(step.pauses, key=lambda pause: (order.get(pause.at, len(order)), pause.after))
        return step.model_copy(update={"pauses": tuple(pauses)})

    return lesson.model_copy(update={"steps": tuple(ordered(step) for step in lesson.steps)})


def _editions(
    lesson: Lesson, adaptations: Sequence[Adaptation], films: Mapping[str, LoadedFilm]
) -> Iterator[Problem]:
    """Steps and adaptations that are written for another edition of the film than the one that is there."""
    main = films.get(lesson.film or "")
    there = {
        step.id: films.get(step.film or lesson.film or "")
        for step in lesson.steps
        if isinstance(step, FilmStep)
    }
    wanted = [(step.title, step.edition, there.get(step.id, main)) for step in lesson.steps]
    wanted += [(one.title, one.edition, main) for one in adaptations]
    for title, edition, film in wanted:
        if film is not None and edition is not None and edition != film.film.edition:
            yield Problem(
                code="other-edition",
                sentence=tr(
                    "“{title}” is written for the film's edition “{wanted}”; here is the edition “{here}”.",
                    title=title,
                    wanted=edition,
                    here=film.film.edition,
                ),
                remedy=tr(
                    "Look at it before you teach it: it may speak of things that this film does not show."
                ),
                severity=Severity.WARNING,
            )
