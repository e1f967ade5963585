"""What the teacher calls the steps of a sitting: their titles, those of the same title told apart."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lesson_player.model.lesson import Step


def step_names(steps: Iterable[Step]) -> tuple[str, ...]:
    """A name for each step: its title, and which of how many where several have the same.

    An adaptation that splits a step gives its parts one title, because for the class they are one thing.
    """
    titles = [step.title for step in steps]
    of_each, so_far = Counter(titles), Counter[str]()
    names = []
    for title in titles:
        so_far[title] += 1
        several = of_each[title] > 1
        names.append(
            tr("{title} ({n} of {total})", title=title, n=so_far[title], total=of_each[title])
            if several
            else title
        )
    return tuple(names)
