"""When a command is offered, enabled or on: questions to the teacher's view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.model.slide import ScreenKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from lesson_player.teaching.views import TeacherView


def always(_view: TeacherView) -> bool:
    """A test for commands that are there at any time."""
    return True


def in_film(view: TeacherView) -> bool:
    """Whether this step is a film."""
    return view.film is not None


def has_film(view: TeacherView) -> bool:
    """Whether the lesson has a film."""
    return view.film_settings is not None


def film_there(view: TeacherView) -> bool:
    """Whether this step is a film that can be shown."""
    return view.film is not None and view.film.status != "missing"


def film_started(view: TeacherView) -> bool:
    """Whether this step is a film that has begun."""
    return view.film is not None and view.film.status in {"playing", "resting"}


def under_way(view: TeacherView) -> bool:
    """Whether the class is in the middle of the film: it plays, or rests between two pauses."""
    shown = view.class_view.screen is ScreenKind.FILM
    return shown and view.film is not None and film_started(view) and not view.film.at_mark


def playing(view: TeacherView) -> bool:
    """Whether the film plays."""
    return view.film is not None and view.film.status == "playing"


def settings(view: TeacherView, test: Callable[..., bool]) -> bool:
    """Whether the lesson has a film and *test* holds for how it is shown."""
    return view.film_settings is not None and test(view.film_settings)


def muted(view: TeacherView) -> bool:
    """Whether the sound is off."""
    return settings(view, lambda film: film.muted)


def hidden(view: TeacherView) -> bool:
    """Whether the class screen is hidden."""
    return view.class_view.screen is ScreenKind.HIDDEN


def calm(view: TeacherView) -> bool:
    """Whether the class sees the calm picture."""
    return view.class_view.screen is ScreenKind.CALM


def percent(view: TeacherView) -> int:
    """The text size of the class screen in per cent."""
    return view.class_view.appearance.text_percent
