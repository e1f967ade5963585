"""Commands for how the film is shown: captions, the British Sign Language version, the signer's window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.control.commands import conditions
from lesson_player.control.commands.command import Command, Group
from lesson_player.foundation.i18n import tr
from lesson_player.model.caption_look import SignerPlace
from lesson_player.teaching import caption_moves, moves

if TYPE_CHECKING:
    from lesson_player.teaching.views import TeacherView


def rows() -> tuple[Command, ...]:
    """The rows of this part of the table."""
    return (*_captions(), *_looks(), *_signing())


def _captions() -> tuple[Command, ...]:
    film = Group.FILM
    return (
        Command(
            "captions",
            film,
            lambda _view: tr("Captions"),
            tr("Show or hide the captions."),
            ("C",),
            move=moves.toggle_captions,
            enabled=_captioned,
            visible=conditions.has_film,
            on=lambda view: conditions.settings(view, lambda film: film.captions),
        ),
        Command(
            "caption-track",
            film,
            lambda _view: tr("Next captions"),
            tr("Change between the film's captions, such as easy-read ones."),
            ("E",),
            move=caption_moves.next_track,
            in_bar=False,
            enabled=lambda view: conditions.settings(view, lambda film: len(film.tracks) > 1),
            visible=conditions.has_film,
        ),
    )


def _looks() -> tuple[Command, ...]:
    film = Group.FILM
    return (
        Command(
            "caption-style",
            film,
            lambda _view: tr("Style"),
            tr("Choose size, colours and place of the captions, and the signer's window."),
            ("F8",),
            visible=lambda view: view.private and conditions.has_film(view),
        ),
        Command(
            "caption-look",
            film,
            lambda _view: tr("Next caption size"),
            tr("Change the captions: standard, front row, whole room, very large."),
            ("V",),
            move=caption_moves.next_look,
            in_bar=False,
            enabled=_captioned,
            visible=conditions.has_film,
        ),
    )


def _signing() -> tuple[Command, ...]:
    film = Group.FILM
    return (
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
        Command(
            "signer-place",
            film,
            lambda _view: tr("Signer's window"),
            tr("Show the signer beside, below or inside the film's picture, or not."),
            ("W",),
            move=caption_moves.next_signer_place,
            in_bar=False,
            enabled=_can_sign,
            visible=conditions.has_film,
        ),
        Command(
            "signer-size",
            film,
            lambda _view: tr("Signer's size"),
            tr("Make the signer's window larger, and small again after the largest."),
            ("Z",),
            move=caption_moves.next_signer_size,
            in_bar=False,
            enabled=lambda view: (
                _can_sign(view) and conditions.settings(view, lambda film: film.signer is not SignerPlace.OFF)
            ),
            visible=conditions.has_film,
        ),
    )


def _captioned(view: TeacherView) -> bool:
    return conditions.settings(view, lambda film: film.captions_available)


def _can_sign(view: TeacherView) -> bool:
    return conditions.settings(view, lambda film: not film.no_signer)
