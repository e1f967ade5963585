"""A change whose line or step is gone, put elsewhere: which place fits what kind of change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.adapting.change_edits import PutElsewhere
from lesson_player.adapting.parts import PartKind
from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    from lesson_player.adapting.parts import Part
    from lesson_player.control.editing.controller import EditingController
    from lesson_player.control.editing.finding import Found

_OF_STEPS = frozenset({PartKind.STEP, PartKind.NOTES, PartKind.HIDDEN_PAUSE, PartKind.ADDED_PAUSE})
_OF_SITTINGS = frozenset({PartKind.ADDED_STEP, PartKind.MOVED_STEP})
MOVABLE = frozenset({PartKind.LINE, PartKind.ADDED_LINE, PartKind.SPLIT}) | _OF_STEPS | _OF_SITTINGS
"""Kinds of changes that have a place in the lesson, and so can have another one."""


def put_elsewhere(controller: EditingController, part: Part, place: Found) -> bool:
    """Give a change to the line, step or sitting of *place*; whether that was possible."""
    edit = PutElsewhere(part, place.step)
    if part.kind in {PartKind.LINE, PartKind.SPLIT, PartKind.ADDED_LINE} and not place.line:
        controller.told.emit(tr("This change is about a line, so it needs a line: choose one, not a title."))
        return False
    if part.kind is PartKind.LINE:
        edit = PutElsewhere(part, place.line)
    elif part.kind in {PartKind.SPLIT, PartKind.ADDED_LINE}:
        edit = PutElsewhere(part, place.step, place.line)
    elif part.kind in _OF_SITTINGS:
        edit = PutElsewhere(part, place.sitting, place.step)
    return controller.edit(edit)
