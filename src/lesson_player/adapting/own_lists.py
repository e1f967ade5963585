"""Lines put into a step that the adaptation itself adds."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from lesson_player.adapting.orders import LISTS
from lesson_player.adapting.parts import changed
from lesson_player.foundation.i18n import tr
from lesson_player.model.base import Value
from lesson_player.model.lesson import DiscussionStep

if TYPE_CHECKING:
    from lesson_player.model.lesson import Line, Step

Owner = TypeVar("Owner", bound=Value)


def with_line_in_step(step: Step, line: Line, after: str | None) -> Step:
    """*step* with one more line after another one, or first in its first list.

    Raises ValueError when no list of the step can take it there.
    """
    if isinstance(step, DiscussionStep):
        return changed(step, question=_with_line(step.question, line, after))
    return _with_line(step, line, after)


def _with_line(owner: Owner, line: Line, after: str | None) -> Owner:
    for name in LISTS:
        there: tuple[Line, ...] = getattr(owner, name, ())
        ids = [one.id for one in there]
        if name in type(owner).model_fields and (after is None or after in ids):
            place = 0 if after is None else ids.index(after) + 1
            data = line.model_dump(exclude_none=True)
            return changed(owner, **{name: (*there[:place], data, *there[place:])})
    raise ValueError(tr("There is no place for the line after “{after}”.", after=after or ""))
