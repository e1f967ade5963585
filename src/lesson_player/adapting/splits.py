"""Steps made into two: which part a step is, and where the second part begins when lines come and go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.adapting.parts import changed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lesson_player.model.adaptation import Adaptation, SplitStep


def split_off(adaptation: Adaptation, step: str) -> SplitStep | None:
    """The split that made *step*; None for a step that was not split off."""
    return next((one for one in adaptation.split_steps if one.id == step), None)


def with_split_starts(adaptation: Adaptation, starts: Mapping[str, str | None]) -> Adaptation:
    """*adaptation* with splits that began at one line beginning at another; None takes a split out."""
    kept = [
        changed(one, before=starts[one.before]) if starts.get(one.before) else one
        for one in adaptation.split_steps
        if starts.get(one.before, one.before) is not None
    ]
    return changed(adaptation, split_steps=tuple(kept))


def joined(adaptation: Adaptation, split: SplitStep) -> Adaptation:
    """*adaptation* without *split*; parts that were split off its second step come from the first one."""
    kept = [
        changed(one, step=split.step) if one.step == split.id else one
        for one in adaptation.split_steps
        if one != split
    ]
    return changed(adaptation, split_steps=tuple(kept))
