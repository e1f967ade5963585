"""The one command table: every way of driving a lesson starts here.

Buttons, keys, the strip on the class screen and the sheet of keys are all made from these rows. Each module
holds the rows of one part; their order here is the order in which people see them.
"""

from __future__ import annotations

from lesson_player.control.commands import (
    class_screen,
    film,
    lesson,
    moving,
    reading,
    versions,
    voices,
    watching,
)
from lesson_player.control.commands.command import Command, Group, Move

__all__ = ["Command", "Group", "Move", "table"]


def table() -> tuple[Command, ...]:
    """Every command, in the order in which buttons and the sheet of keys show them."""
    film_rows = (*film.rows(), *versions.rows(), *voices.rows(), *watching.rows())
    return (*moving.rows(), *film_rows, *reading.rows(), *class_screen.rows(), *lesson.rows())
