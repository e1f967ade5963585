"""Commands for reading the class screen: aloud, and line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.control.commands import conditions
from lesson_player.control.commands.command import Command, Group
from lesson_player.foundation.i18n import tr
from lesson_player.teaching import line_focus, reading

if TYPE_CHECKING:
    from lesson_player.teaching.views import TeacherView


def rows() -> tuple[Command, ...]:
    """The rows of this part of the table."""
    group = Group.CLASS
    return (
        Command(
            "read-aloud",
            group,
            lambda _view: tr("Read aloud"),
            tr("Read the class screen aloud, or stop it. With line focus, only the line in focus."),
            ("R",),
            move=reading.read_or_stop,
            in_strip=True,
            enabled=_readable,
            # Beside a film there is no room to spare, and nothing to be read.
            visible=lambda view: _readable(view) or not conditions.film_started(view),
            on=lambda view: view.reading.reading,
        ),
        Command(
            "line-focus",
            group,
            lambda _view: tr("Line focus"),
            tr("Let one line stand out, then the next one; after the last line all stand out again."),
            ("Y",),
            move=line_focus.next_line,
            in_bar=False,
            enabled=_readable,
            on=lambda view: view.reading.choice.line_focus,
        ),
        Command(
            "reading-style",
            group,
            lambda _view: tr("Reading aloud"),
            tr("Choose how fast slides are read, whether words are marked, and the line focus."),
            ("F6",),
            in_bar=False,
            visible=lambda view: view.private,
        ),
    )


def _readable(view: TeacherView) -> bool:
    return view.reading.readable
