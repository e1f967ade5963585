"""Moves for how captions look, which of them are shown, and the window for the signer."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from lesson_player.model.caption_look import SignerPlace, SignerSize, next_preset
from lesson_player.model.lesson import FilmStep
from lesson_player.teaching import moves, signing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lesson_player.model.bundle import LoadedFilm
    from lesson_player.model.caption_look import CaptionLook
    from lesson_player.model.film import Track
    from lesson_player.teaching.course import Course
    from lesson_player.teaching.state import LessonState

    Move = Callable[[Course, LessonState], LessonState]

One = TypeVar("One")


def film_here(course: Course, state: LessonState) -> LoadedFilm | None:
    """The film of the current step, else the lesson's own."""
    step = moves.current_step(course, state)
    return (course.film(step) if isinstance(step, FilmStep) else None) or course.main_film()


def tracks_here(course: Course, state: LessonState) -> tuple[Track, ...]:
    """The caption tracks of the version that is on; none where it carries captions in its picture."""
    film = film_here(course, state)
    if film is None:
        return ()
    version = film.film.versions[course.version_of(film, state.film_choice.version)]
    return () if version.burnt_in_captions else version.captions


def track_here(course: Course, state: LessonState) -> str:
    """Id of the caption track that is shown; empty where there is none."""
    ids = [track.id for track in tracks_here(course, state)]
    wanted = state.film_choice.caption_track
    return wanted if wanted in ids else (ids[0] if ids else "")


def next_track(course: Course, state: LessonState) -> LessonState:
    """The next caption track of the version that is on, shown."""
    ids = [track.id for track in tracks_here(course, state)]
    if not ids:
        return state
    following = ids[(ids.index(track_here(course, state)) + 1) % len(ids)]
    return choose_track(following)(course, state)


def choose_track(track: str) -> Move:
    """The move that shows the caption track of that id, kept for films that have it."""
    return lambda _course, state: _choose(state, caption_track=track, captions=True)


def look_like(look: CaptionLook) -> Move:
    """The move that gives captions a look."""
    return lambda _course, state: _choose(state, caption_look=look)


def tell_and_show(**on: bool) -> Move:
    """The move that turns ``captions`` or ``description`` on or off."""
    return lambda _course, state: _choose(state, **on)


def next_look(_course: Course, state: LessonState) -> LessonState:
    """The next of the looks that the program brings."""
    look = state.film_choice.caption_look
    return _choose(state, caption_look=next_preset(look).look.over(look))


def put_signer(place: SignerPlace, size: SignerSize) -> Move:
    """The move that gives the signer's window a place and a size; the same state where there can be none."""

    def put(course: Course, state: LessonState) -> LessonState:
        film = film_here(course, state)
        if film is None or signing.no_signer(course, film, state.film_choice.version):
            return state
        return _choose(state, signer=place, signer_size=size)

    return put


def next_signer_place(course: Course, state: LessonState) -> LessonState:
    """The signer's window in the next place, or away after the last one."""
    choice = state.film_choice
    return put_signer(_after(choice.signer, tuple(SignerPlace)), choice.signer_size)(course, state)


def next_signer_size(course: Course, state: LessonState) -> LessonState:
    """The signer's window in the next size, and small again after the largest."""
    choice = state.film_choice
    return put_signer(choice.signer, _after(choice.signer_size, tuple(SignerSize)))(course, state)


def _after(here: One, among: Sequence[One]) -> One:
    return among[(among.index(here) + 1) % len(among)]


def _choose(state: LessonState, **changes: object) -> LessonState:
    choice = state.film_choice.model_copy(update=changes)
    return state.model_copy(update={"film_choice": choice})
