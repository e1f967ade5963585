"""The words of the clock: time spent, time planned, and how the class stands against the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.teaching.pace import BEHIND_S
from lesson_player.teaching.time_words import left_words

if TYPE_CHECKING:
    from lesson_player.teaching.views import Pace


def of_plan(pace: Pace) -> str:
    """Such as "of 40 · 2 min ahead"."""
    planned = tr("of {minutes}", minutes=round(pace.planned_s / 60))
    return f"{planned} · {standing(pace)}"


def standing(pace: Pace) -> str:
    """How the class stands against the plan, in words."""
    if pace.paused:
        return tr("timer off")
    minutes = int(abs(pace.behind_s) // 60)
    if abs(pace.behind_s) < BEHIND_S:
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


def left_lines(pace: Pace) -> tuple[str, str]:
    """What is left of the step and of the sitting; empty texts while the timer is off."""
    if pace.paused:
        return ("", "")
    return (
        tr("Step: {left}", left=left_words(pace.step_left_s)),
        tr("Sitting: {left}", left=left_words(pace.left_s)),
    )


def skip_words(pace: Pace) -> str:
    """What to leave out when the class is behind; empty when all is well."""
    if pace.paused or pace.behind_s < BEHIND_S:
        return ""
    late = int(pace.late_s // 60)
    if not pace.to_skip:
        return tr("About {n} min late at the end. Nothing that is left may be skipped.", n=late)
    steps = ", ".join(pace.to_skip)
    if pace.late_s < BEHIND_S:
        return tr("To finish on time, skip: {steps}.", steps=steps)
    return tr("Skip: {steps}. The end is then about {n} min late.", steps=steps, n=late)
