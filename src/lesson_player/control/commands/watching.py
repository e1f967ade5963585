"""Commands for watching a film closely: chapters, pause points, a part repeated, single frames, speed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.control.commands import conditions
from lesson_player.control.commands.command import Command, Group
from lesson_player.foundation.i18n import tr
from lesson_player.teaching import chapters, film_tools, own_pauses

if TYPE_CHECKING:
    from lesson_player.teaching.views import TeacherView


def rows() -> tuple[Command, ...]:
    """The rows of this part of the table."""
    return (*_chapters(), *_places(), *_frames(), *_speeds(), *_panels())


def _chapters() -> tuple[Command, ...]:
    film = Group.FILM
    return (
        Command(
            "chapter-before",
            film,
            lambda _view: tr("Chapter before"),
            tr("Go to the start of this chapter of the film, or of the one before."),
            ("J",),
            move=chapters.chapter_before,
            in_bar=False,
            enabled=_has_chapters,
            visible=conditions.in_film,
        ),
        Command(
            "chapter-next",
            film,
            lambda _view: tr("Next chapter"),
            tr("Go to the next chapter of the film, within this part."),
            ("N",),
            move=chapters.next_chapter,
            in_bar=False,
            enabled=_has_chapters,
            visible=conditions.in_film,
        ),
    )


def _places() -> tuple[Command, ...]:
    film = Group.FILM
    return (
        Command(
            "pause-point",
            film,
            lambda _view: tr("Pause point"),
            tr("Let the film rest here from now on, in later lessons too. Pressed again, take that away."),
            ("A",),
            move=own_pauses.add_or_remove,
            in_bar=False,
            enabled=conditions.film_started,
            visible=conditions.in_film,
        ),
        Command(
            "repeat",
            film,
            _repeat_words,
            tr("Repeat a part of the film: from here, then to here, then no more."),
            ("L",),
            move=film_tools.repeat,
            in_bar=False,
            enabled=conditions.film_started,
            visible=conditions.in_film,
            on=_repeats,
        ),
    )


def _frames() -> tuple[Command, ...]:
    film = Group.FILM
    return (
        Command(
            "frame-back",
            film,
            lambda _view: tr("Frame back"),
            tr("Show the picture before, while the film rests."),
            ("I",),
            move=film_tools.frame_back,
            in_bar=False,
            enabled=_rests,
            visible=conditions.in_film,
        ),
        Command(
            "frame-on",
            film,
            lambda _view: tr("Frame on"),
            tr("Show the next picture, while the film rests."),
            ("O",),
            move=film_tools.frame_on,
            in_bar=False,
            enabled=_rests,
            visible=conditions.in_film,
        ),
    )


def _speeds() -> tuple[Command, ...]:
    film = Group.FILM
    return (
        Command(
            "slower",
            film,
            lambda _view: tr("Slower"),
            tr("Play the film slower. Voices keep their pitch."),
            ("{",),
            move=film_tools.slower,
            in_bar=False,
            enabled=lambda view: _rate(view) > film_tools.SPEEDS[0],
            visible=conditions.in_film,
        ),
        Command(
            "faster",
            film,
            lambda _view: tr("Faster"),
            tr("Play the film faster. Voices keep their pitch."),
            ("}",),
            move=film_tools.faster,
            in_bar=False,
            enabled=lambda view: _rate(view) < film_tools.SPEEDS[-1],
            visible=conditions.in_film,
        ),
        Command(
            "usual-speed",
            film,
            lambda _view: tr("Usual speed"),
            tr("Play the film at its usual speed."),
            ("U",),
            move=film_tools.usual_speed,
            in_bar=False,
            enabled=lambda view: _rate(view) != film_tools.USUAL,
            visible=conditions.in_film,
        ),
    )


def _panels() -> tuple[Command, ...]:
    film = Group.FILM
    return (
        Command(
            "transcript",
            film,
            lambda _view: tr("Transcript"),
            tr("Show the film's words beside it, or your notes again. Ctrl F searches in them."),
            ("F",),
            in_bar=False,
            visible=lambda view: bool(view.transcript),
            private=True,
        ),
        Command(
            "film-tools",
            film,
            lambda _view: tr("Film tools"),
            tr("Show the film's chapters and tools, or your notes again."),
            ("G",),
            in_bar=False,
            visible=lambda view: view.private and conditions.in_film(view),
            private=True,
        ),
    )


def _has_chapters(view: TeacherView) -> bool:
    return conditions.film_there(view) and view.film is not None and bool(view.film.chapters)


def _rests(view: TeacherView) -> bool:
    return view.film is not None and view.film.status == "resting"


def _rate(view: TeacherView) -> float:
    return view.film.rate if view.film is not None else film_tools.USUAL


def _repeats(view: TeacherView) -> bool:
    return view.film is not None and view.film.repeat_from_s is not None


def _repeat_words(view: TeacherView) -> str:
    if not _repeats(view):
        return tr("Repeat from here")
    return tr("Repeat to here") if view.film and view.film.repeat_to_s is None else tr("Repeat no more")
