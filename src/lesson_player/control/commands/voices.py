"""Commands for what a voice says over a film: audio description, and captions read aloud."""

from __future__ import annotations

from lesson_player.control.commands import conditions
from lesson_player.control.commands.command import Command, Group
from lesson_player.foundation.i18n import tr
from lesson_player.teaching import telling


def rows() -> tuple[Command, ...]:
    """The rows of this part of the table."""
    film = Group.FILM
    return (
        Command(
            "description",
            film,
            lambda _view: tr("Description"),
            tr("Tell what can only be seen in the film (audio description), or stop it."),
            ("D",),
            move=telling.toggle_description,
            enabled=lambda view: conditions.settings(view, lambda film: not film.no_description),
            visible=conditions.has_film,
            on=lambda view: conditions.settings(view, lambda film: film.description),
        ),
        Command(
            "spoken-captions",
            film,
            lambda _view: tr("Captions aloud"),
            tr("Have the captions read aloud by the computer's own voice, or stop it."),
            ("H",),
            move=telling.toggle_spoken_captions,
            in_bar=False,
            enabled=lambda view: conditions.settings(view, lambda film: not film.no_spoken_captions),
            visible=conditions.has_film,
            on=lambda view: conditions.settings(view, lambda film: film.spoken_captions),
        ),
    )
