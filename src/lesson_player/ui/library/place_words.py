"""Kept places in words: "Carry on from step 5, 1:12", and what tells one from another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from lesson_player.foundation.i18n import tr
from lesson_player.foundation.languages import spoken

if TYPE_CHECKING:
    from datetime import datetime

    from lesson_player.model.library import PlaceCard


def carry_on(place: PlaceCard) -> str:
    """The words of the button: the step, and the film's time where the place is in a film."""
    if place.film_s is None:
        return tr("Carry on from step {n}", n=place.step_number)
    seconds = int(place.film_s)
    return tr(
        "Carry on from step {n}, {time}", n=place.step_number, time=f"{seconds // 60}:{seconds % 60:02d}"
    )


def about(place: PlaceCard, now: datetime) -> str:
    """Sitting, step, version and date: what tells this place from another group's."""
    parts = (place.step_title, place.sitting_title, place.version_title, when(place.saved, now))
    return " · ".join(part for part in parts if part)


def taught(place: PlaceCard, now: datetime) -> str:
    """Which sitting was taught to its end, and when."""
    date = when(place.saved, now)
    return tr("Taught to the end: {sitting}, {date}", sitting=place.sitting_title, date=date)


def held(opened: datetime, now: datetime) -> str:
    """That a lesson is a copy, because the school's folder does not answer, and from when."""
    return tr(
        "The school’s folder cannot be reached. This lesson was last opened here on {date}. The copy on this "
        "computer can be taught.",
        date=when(opened, now),
    )


def when(saved: datetime, now: datetime) -> str:
    """A time as people say it, in the computer's time zone: "today, 10:42", "Monday 12 October, 14:05"."""
    there, here = saved.astimezone(), now.astimezone()
    clock = f"{there.hour}:{there.minute:02d}"
    days = (here.date() - there.date()).days
    if days == 0:
        return tr("today, {time}", time=clock)
    if days == 1:
        return tr("yesterday, {time}", time=clock)
    date = QDate(there.year, there.month, there.day)
    form = "dddd d MMMM" if there.year == here.year else "d MMMM yyyy"
    return tr("{date}, {time}", date=QLocale(spoken()).toString(date, form), time=clock)
