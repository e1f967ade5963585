"""Puts a lesson, its version and the layout's paging together into a course."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.model.layers import prepare
from lesson_player.model.presets import presets
from lesson_player.rendering.layout import WIDE, pages
from lesson_player.teaching import moves
from lesson_player.teaching.course import Course
from lesson_player.teaching.reading import choose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lesson_player.model.adaptation import Adaptation
    from lesson_player.model.appearance import Appearance, FilmChoice
    from lesson_player.model.bundle import LessonBundle
    from lesson_player.model.layers import Prepared
    from lesson_player.model.reading import ReadingChoice
    from lesson_player.model.slide import Slide
    from lesson_player.teaching.course import Pager
    from lesson_player.teaching.state import LessonState


def open_course(
    bundle: LessonBundle,
    adaptations: Sequence[str] = (),
    *,
    private: bool = True,
    aspect: float = WIDE,
    film: FilmChoice | None = None,
    reading: ReadingChoice | None = None,
    appearance: Appearance | None = None,
) -> tuple[Course, Prepared]:
    """The lesson in the version that *adaptations* make, paged for a class screen of *aspect*.

    *film* and *reading* are how films were shown and slides read last, *appearance* is how the user's
    settings want the class screen; the version may change them.
    """
    prepared = prepare(bundle, adaptations, (), presets(), film, reading, appearance=appearance)
    layers = _layers(bundle, prepared)
    course = Course(
        bundle=bundle.with_pictures_of(layers).with_captions_of(layers),
        lesson=prepared.lesson,
        wording=prepared.wording,
        version_title=version_title(bundle, prepared.adaptations),
        pages=_pager(prepared, aspect),
        private=private,
        adaptations=prepared.adaptations,
    )
    return course, prepared


def _layers(bundle: LessonBundle, prepared: Prepared) -> list[Adaptation]:
    """The layers that lie over the lesson, in their order; the teacher's own is the last."""
    known = {layer.id: layer for layer in bundle.adaptations}
    own = [bundle.own] if bundle.own is not None else []
    return [*(known[name] for name in prepared.adaptations), *own]


def unknown_adaptation(bundle: LessonBundle, asked: Sequence[str]) -> str:
    """A sentence about the first adaptation that is not there; an empty text when all of them are."""
    known = [adaptation.id for adaptation in bundle.adaptations]
    missing = next((name for name in asked if name not in known), None)
    if missing is None:
        return ""
    return tr("It has no adaptation “{name}”. There are: {known}.", name=missing, known=", ".join(known))


def begin(course: Course, prepared: Prepared, sitting: str) -> LessonState:
    """A sitting at its first step, as the version wants it shown."""
    started = moves.start(course, sitting, prepared.appearance, prepared.film)
    return choose(prepared.reading)(course, started.model_copy(update={"style": prepared.style}))


def version_title(bundle: LessonBundle, adaptations: Sequence[str]) -> str:
    """What a version is called: its adaptations' titles, or "As written"."""
    titles = {adaptation.id: adaptation.title for adaptation in bundle.adaptations}
    return " + ".join(titles[name] for name in adaptations if name in titles) or tr("As written")


def _pager(prepared: Prepared, aspect: float) -> Pager:
    lesson = prepared.lesson
    footer = lesson.footer.words(prepared.wording) if lesson.footer else ""
    sample = tr("Sample") if lesson.sample else ""

    def split(slide: Slide, appearance: Appearance) -> tuple[tuple[str, ...], ...]:
        return pages(slide, appearance, aspect=aspect, footer=footer, sample=sample)

    return split
