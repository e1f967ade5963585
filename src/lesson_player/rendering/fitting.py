"""How far a layout may go to make words fit. The chosen text size comes first; all else gives way before it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lesson_player.rendering.head import HeadingSize

Plan = TypeVar("Plan")


@dataclass(frozen=True, slots=True)
class Means:
    """What a layout may do."""

    strip: bool
    """Room for the now-and-next strip is kept."""
    heading: HeadingSize = "large"
    pictures: bool = True
    broken: bool = False
    """Whether words that are too long for a line may be broken."""
    size: float = 1.0
    """Below 1 the words are set smaller than chosen: the last resort, and always told as a problem."""

    def ladder(self, *, without_heading: bool) -> Iterator[Means]:
        """These means, then more and more drastic ones. The last ones make any text fit."""
        gentle = [self, replace(self, heading="compact")]
        if without_heading:
            gentle.append(replace(self, heading="none"))
        gentle.append(replace(gentle[-1], pictures=False))
        yield from gentle
        yield from (replace(means, broken=True) for means in gentle)
        smaller = replace(gentle[-1], broken=True)
        while smaller.size > _SMALLEST:
            smaller = replace(smaller, size=smaller.size * _STEP)
            yield smaller


_STEP = 0.88
_SMALLEST = 0.05


def first_fit(plan: Callable[[Means], Plan | None], means: Iterator[Means]) -> tuple[Plan, Means]:
    """The first plan that fits. Raises LookupError when none does, which a full ladder rules out."""
    for tried in means:
        found = plan(tried)
        if found is not None:
            return found, tried
    raise LookupError("no plan fits, not even the smallest")
