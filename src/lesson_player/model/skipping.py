"""Which steps a class can do without when time is short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.model.lesson import CalmStep, HelpStep

if TYPE_CHECKING:
    from lesson_player.model.lesson import StepBase


def needed(step: StepBase) -> bool:
    """Whether a step is always taught: who can help, the calm finish, and what keeps pupils safe."""
    return step.locked or isinstance(step, HelpStep | CalmStep)


def may_skip(step: StepBase) -> bool:
    """Whether the lesson says that a step may be skipped, and it is none that is always taught."""
    return step.optional and not needed(step)
