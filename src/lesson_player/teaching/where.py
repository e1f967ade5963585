"""Where the lesson stands, as one sentence for a teacher who asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.teaching.time_words import left_words, minutes_seconds

if TYPE_CHECKING:
    from lesson_player.teaching.views import TeacherView


def where_words(view: TeacherView, unseen: str = "") -> str:
    """Step, line, film, time left, and what the class sees. *unseen*: why no class sees it, if none does."""
    step = tr("Step {n} of {total}: {title}", n=view.number, total=len(view.steps), title=view.step_title)
    parts = [step, view.progress, _film(view), _time(view), unseen or next(iter(view.class_lines), "")]
    return " ".join(f"{part[:1].upper()}{part[1:].rstrip('.')}." for part in parts if part)


def _film(view: TeacherView) -> str:
    film = view.film
    if film is None or film.status in {"ready", "missing"}:
        return ""
    return tr(
        "Film at {at}, this part ends at {end}",
        at=minutes_seconds(film.at_s),
        end=minutes_seconds(film.end_s),
    )


def _time(view: TeacherView) -> str:
    if view.pace.paused:
        return tr("The timer is off")
    return tr(
        "This step: {step}. This sitting: {sitting}",
        step=left_words(view.pace.step_left_s),
        sitting=left_words(view.pace.left_s),
    )
