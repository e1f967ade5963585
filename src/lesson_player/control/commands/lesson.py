"""Commands for the lesson as a whole."""

from __future__ import annotations

from lesson_player.control.commands.command import Command, Group
from lesson_player.foundation.i18n import tr
from lesson_player.teaching import moves


def rows() -> tuple[Command, ...]:
    """The rows of this part of the table."""
    lesson = Group.LESSON
    return (
        Command(
            "timer",
            lesson,
            lambda view: tr("Timer on") if view.pace.paused else tr("Timer off"),
            tr("Stop the lesson's timer, or let it go on. It stays as you leave it."),
            ("T",),
            move=moves.toggle_timer,
            in_bar=False,
            on=lambda view: view.pace.paused,
        ),
        _settings(),
        Command("keys", lesson, lambda _view: tr("Keys"), tr("Show all keys."), ("F1",)),
        *_help(),
        Command(
            "end",
            lesson,
            lambda _view: tr("End"),
            tr("End the lesson. You are asked first, and the place is kept."),
            ("Esc",),
            in_strip=True,
        ),
    )


def _help() -> tuple[Command, ...]:
    lesson = Group.LESSON
    return (
        Command(
            "help",
            lesson,
            lambda _view: tr("Help"),
            tr("Open the guides for teachers, coordinators and technicians."),
            ("F3",),
            in_bar=False,
            visible=lambda view: view.private,
            private=True,
        ),
        Command(
            "tour",
            lesson,
            lambda _view: tr("Show me round"),
            tr("Be shown round your window in less than a minute."),
            ("F4",),
            in_bar=False,
            visible=lambda view: view.private,
            private=True,
        ),
    )


def _settings() -> Command:
    return Command(
        "settings",
        Group.LESSON,
        lambda _view: tr("Settings"),
        tr("Look at all settings, and change them. The class never sees them."),
        ("F10",),
        in_bar=False,
        visible=lambda view: view.private,
        private=True,
    )
