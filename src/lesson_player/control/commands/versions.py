"""Commands for how the film is shown: captions and the British Sign Language version."""

from __future__ import annotations

from lesson_player.control.commands import conditions
from lesson_player.control.commands.command import Command, Group
from lesson_player.foundation.i18n import tr
from lesson_player.teaching import moves


def rows() -> tuple[Command, ...]:
    """The rows of this part of the table."""
    film = Group.FILM
    return (
        Command(
            "captions",
            film,
            lambda _view: tr("Captions"),
            tr("Show or hide the captions."),
            ("C",),
            move=moves.toggle_captions,
            enabled=lambda view: conditions.settings(view, lambda film: film.captions_available),
            visible=conditions.has_film,
            on=lambda view: conditions.settings(view, lambda film: film.captions),
        ),
        Command(
            "version",
            film,
            lambda _view: tr("BSL"),
            tr("Change between the film and its British Sign Language version."),
            ("S",),
            move=moves.swap_version,
            enabled=lambda view: conditions.settings(view, lambda film: film.other_version is not None),
            visible=conditions.has_film,
            on=lambda view: conditions.settings(view, lambda film: film.version != "film"),
        ),
    )
