"""Commands that go through the lesson."""

from __future__ import annotations

from lesson_player.control.commands.command import Command, Group
from lesson_player.foundation.i18n import tr
from lesson_player.teaching import moves


def rows() -> tuple[Command, ...]:
    """The rows of this part of the table."""
    return (*_move(), *_jumps(), *_finding())


def _move() -> tuple[Command, ...]:
    move = Group.MOVE
    return (
        Command(
            "back",
            move,
            lambda _view: tr("Back"),
            tr("Go back one line, pause or step."),
            ("Left", "Up", "PgUp", "Backspace"),
            move=moves.back,
            in_strip=True,
            enabled=lambda view: view.can_go_back,
        ),
        Command(
            "next",
            move,
            lambda _view: tr("Next"),
            tr("Show the next line, play the film, or go to the next step."),
            ("Space", "Right", "Down", "PgDown"),
            keys_in_film=("Right", "Down", "PgDown"),
            move=moves.next_beat,
            in_strip=True,
            enabled=lambda view: view.can_go_on,
        ),
    )


def _jumps() -> tuple[Command, ...]:
    move = Group.MOVE
    return (
        Command(
            "first",
            move,
            lambda _view: tr("First step"),
            tr("Go to the first step of this sitting."),
            ("Home",),
            move=moves.first,
            in_bar=False,
        ),
        Command(
            "last",
            move,
            lambda _view: tr("Last step"),
            tr("Go to the last step of this sitting."),
            ("End",),
            move=moves.last,
            in_bar=False,
        ),
        Command(
            "go-to",
            move,
            lambda _view: tr("Go to a step"),
            tr("Type the number of a step, then press Enter."),
            (),
            in_bar=False,
        ),
    )


def _finding() -> tuple[Command, ...]:
    move = Group.MOVE
    return (
        Command(
            "jump",
            move,
            lambda _view: tr("Find a step"),
            tr("Look for a step by a word, and go to it."),
            ("F2",),
            in_bar=False,
            visible=lambda view: view.private,
            private=True,
        ),
        Command(
            "where",
            move,
            lambda _view: tr("Where am I?"),
            tr("Say which step this is, how much time is left, and what the class sees."),
            ("Q",),
            in_bar=False,
            visible=lambda view: view.private,
            private=True,
        ),
    )
