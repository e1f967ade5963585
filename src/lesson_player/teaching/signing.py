"""The window for the signer: which version's picture it cuts, and why there may be none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.model.caption_look import SignerPlace
from lesson_player.model.film import BSL
from lesson_player.model.lesson import FilmStep
from lesson_player.model.slide import SignerView
from lesson_player.teaching.state import FilmStatus

if TYPE_CHECKING:
    from lesson_player.model.appearance import FilmChoice
    from lesson_player.model.bundle import LoadedFilm
    from lesson_player.model.lesson import Step
    from lesson_player.teaching.course import Course
    from lesson_player.teaching.state import LessonState


def companion_version(course: Course, step: Step, state: LessonState) -> str | None:
    """The version that has to be played along for the signer's window; None while there is no window."""
    shown = signer_view(course, step, state)
    return shown.version if shown is not None else None


def signer_view(course: Course, step: Step, state: LessonState) -> SignerView | None:
    """The signer's window of a film step as the teacher wants it, where there can be one."""
    film = course.film(step) if isinstance(step, FilmStep) else None
    return window_of(course, film, state.film_choice) if film is not None else None


def window_of(course: Course, film: LoadedFilm, choice: FilmChoice) -> SignerView | None:
    """The signer's window of *film* as *choice* has it, where there can be one."""
    if choice.signer is SignerPlace.OFF or no_signer(course, film, choice.version):
        return None
    signer = film.film.versions[BSL].signer
    if signer is None:
        return None
    return SignerView(version=BSL, cut=signer, place=choice.signer, size=choice.signer_size)


def no_signer(course: Course, film: LoadedFilm, wanted: str) -> str:
    """Why *film* can have no window for the signer while the version *wanted* is on; empty where it can."""
    signed = film.film.versions.get(BSL)
    if signed is None:
        return tr("This film has no British Sign Language version.")
    if BSL in film.missing:
        return tr("The file of the British Sign Language version is not here.")
    if signed.signer is None:
        return tr("The film's details do not say where the signer stands in the picture.")
    shown = course.version_of(film, wanted)
    if shown == BSL:
        return tr("The British Sign Language version itself is on. Press S for the film.")
    if shown in film.missing:
        return tr("The film itself is not here.")
    return ""


def place_words(place: SignerPlace) -> str:
    """Where the signer's window is, in words for the teacher."""
    return {
        SignerPlace.OFF: tr("No signer's window"),
        SignerPlace.RIGHT: tr("Signer on the right"),
        SignerPlace.LEFT: tr("Signer on the left"),
        SignerPlace.BELOW: tr("Signer below the picture"),
        SignerPlace.INSIDE: tr("Signer in the picture"),
    }[place]


def came_beside(state: LessonState, drift_s: float | None) -> LessonState:
    """The signer's window is *drift_s* seconds ahead of the film; None while that is not known."""
    playing = state.film.status is FilmStatus.PLAYING and state.film_choice.signer is not SignerPlace.OFF
    off_s = round(drift_s, 1) + 0.0 if playing and drift_s is not None else None
    if off_s == state.film.signer_off_s:
        return state
    return state.model_copy(update={"film": state.film.model_copy(update={"signer_off_s": off_s})})


def drift_words(off_s: float | None) -> str:
    """How the signer's window keeps up with the film, for the teacher; empty while it is not known."""
    if off_s is None:
        return ""
    if off_s == 0:
        return tr("in step")
    seconds = f"{abs(off_s):.1f}"
    return (
        tr("{seconds} s ahead", seconds=seconds) if off_s > 0 else tr("{seconds} s behind", seconds=seconds)
    )
