"""The words of the clock: time spent, time planned, and how the class stands against the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr, tr_n

if TYPE_CHECKING:
    from lesson_player.teaching.views import Pace

_ON_TIME_S = 60
"""Nearer than this to the plan counts as on time: nobody plans a lesson by seconds."""


def of_plan(pace: Pace) -> str:
    """Such as "of 40 · 2 min ahead"."""
    planned = tr("of {minutes}", minutes=round(pace.planned_s / 60))
    return f"{planned} · {standing(pace)}"


def standing(pace: Pace) -> str:
    """How the class stands against the plan, in words."""
    if pace.paused:
        return tr("timer off")
    minutes = int(abs(pace.behind_s) // 60)
    if abs(pace.behind_s) < _ON_TIME_S:
        return tr("on time")
    if pace.behind_s < 0:
        return tr("{minutes} min ahead", minutes=minutes)
    return tr("{minutes} min behind", minutes=minutes)


def spoken(pace: Pace) -> str:
    """The clock as a sentence for a screen reader."""
    minutes = int(pace.spent_s // 60)
    spent = tr_n("{n} minute", "{n} minutes", minutes)
    return tr(
        "Timer: {spent} of {planned}, {standing}",
        spent=spent,
        planned=round(pace.planned_s / 60),
        standing=standing(pace),
    )


def skip_words(pace: Pace) -> str:
    """What may be skipped when the class is behind; empty when all is well."""
    if pace.paused or pace.behind_s < _ON_TIME_S or not pace.skippable:
        return ""
    return tr("Short of time? You may skip: {steps}.", steps=", ".join(pace.skippable))
