"""Commands for the film and its sound."""

from __future__ import annotations

from lesson_player.control.commands import conditions
from lesson_player.control.commands.command import Command, Group
from lesson_player.foundation.i18n import tr
from lesson_player.teaching import moves


def rows() -> tuple[Command, ...]:
    """The rows of this part of the table."""
    return (*_film(), *_sound())


def _film() -> tuple[Command, ...]:
    film = Group.FILM
    return (
        Command(
            "play",
            film,
            lambda view: tr("Rest") if conditions.playing(view) else tr("Play"),
            tr("Play the film, or let it rest. In the middle of the film Space does this too."),
            ("P",),
            other_words=(tr("Rest"), tr("Play")),
            keys_in_film=("Space", "P"),
            move=moves.play_or_rest,
            in_strip=True,
            enabled=conditions.film_there,
            visible=conditions.in_film,
        ),
        Command(
            "again",
            film,
            lambda _view: tr("Back 5 s"),
            tr("Go back five seconds in the film, for those who looked away."),
            (",",),
            move=moves.film_again,
            in_bar=False,
            enabled=conditions.film_started,
            visible=conditions.in_film,
        ),
    )


def _sound() -> tuple[Command, ...]:
    film = Group.FILM
    return (
        Command(
            "quieter",
            film,
            lambda _view: tr("Quieter"),
            tr("Turn the sound of the film down."),
            ("[",),
            move=moves.quieter,
            enabled=lambda view: conditions.settings(view, lambda film: film.volume > 0),
            visible=conditions.in_film,
        ),
        Command(
            "louder",
            film,
            lambda _view: tr("Louder"),
            tr("Turn the sound of the film up."),
            ("]",),
            move=moves.louder,
            enabled=lambda view: conditions.settings(view, lambda film: film.volume < 100),
            visible=conditions.in_film,
        ),
        Command(
            "mute",
            film,
            lambda view: tr("Sound on") if conditions.muted(view) else tr("Mute"),
            tr("Turn the sound of the film off or on."),
            ("M",),
            other_words=(tr("Mute"), tr("Sound on")),
            move=moves.toggle_mute,
            visible=conditions.in_film,
            on=conditions.muted,
        ),
    )
