"""Sittings that do not end on help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.adapting.easy_read.finding import Finding, Kind, Weight, Where
from lesson_player.foundation.i18n import tr
from lesson_player.model.lesson import CalmStep, HelpStep, TeacherStep

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lesson_player.model.lesson import Lesson


def endings_without_help(lesson: Lesson) -> Iterator[Finding]:
    """Each sitting whose last step for pupils, but for the calm minute, is not the help slide.

    A lesson on safety never stops on a worry: it ends on help and something calm (published practice of PSHE
    lessons).
    """
    for sitting in lesson.sittings:
        steps = lesson.sitting_steps(sitting.id)
        shown = [step for step in steps if not isinstance(step, TeacherStep | CalmStep)]
        if shown and not isinstance(shown[-1], HelpStep):
            reason = tr("The sitting “{sitting}” does not end on who can help.", sitting=sitting.title)
            suggestion = tr("Put the help slide after the last step, with only the calm minute behind it.")
            where = Where(sitting.id, shown[-1].id)
            yield Finding(Kind.NO_HELP_AT_END, 0, 0, reason, suggestion, Weight.PROBLEM, where)
