"""Moves inside a film step.

A part of a film is a row of legs. A leg ends at a mark: a pause point, where its question is asked, or the
end of the part. Next plays a leg; while a leg plays, Next goes straight to its mark; at the mark, Next goes
through the question and then plays the following leg.

A player stops only at a mark that lies ahead of it. So a film that stands at its mark is never played from
there: it is taken to have reached it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.model.lesson import FilmStep
from lesson_player.teaching.course import SAME_MOMENT_S
from lesson_player.teaching.film_legs import is_at, jumped, leg_at, repeat_in, wait_s, with_film
from lesson_player.teaching.slides import beats, question_beats
from lesson_player.teaching.state import FilmStanding, FilmStatus, LessonState

if TYPE_CHECKING:
    from lesson_player.model.lesson import Step
    from lesson_player.model.slide import Slide
    from lesson_player.teaching.course import Course, Mark

_AT_THE_START_S = 0.5
"""Back within this many seconds of a leg's start goes to what is before the leg."""


def version_on(course: Course, step: FilmStep, state: LessonState) -> str:
    """The version that this step plays: the wanted one, else one whose file is there."""
    film = course.film(step)
    return course.version_of(film, state.film_choice.version) if film else state.film_choice.version


def marks(course: Course, step: FilmStep, state: LessonState) -> tuple[Mark, ...]:
    """Where the part rests, in the version that is on."""
    return course.marks(step, version_on(course, step, state), state.own_pauses, state.pauses_off)


def stop_s(course: Course, step: FilmStep, state: LessonState) -> float | None:
    """Where the player has to stop by itself, in seconds; None where the film has reached its mark."""
    end_s, waits_s = leg_end_s(course, step, state), wait_s(state.film)
    return end_s if waits_s is None or end_s is None else min(waits_s, end_s)


def leg_end_s(course: Course, step: FilmStep, state: LessonState) -> float | None:
    """Where the leg, or the part that is repeated, ends; None where the film has reached its mark."""
    repeat = state.film.repeat
    if repeat is not None and repeat.to_s is not None:
        return repeat.to_s
    return None if state.film.reached else marks(course, step, state)[state.film.leg].at_s


def leg_start_s(course: Course, step: FilmStep, state: LessonState, leg: int) -> float:
    """Seconds at which a leg starts."""
    if leg == 0:
        return course.span(step, version_on(course, step, state))[0]
    return marks(course, step, state)[leg - 1].at_s


def asked(course: Course, step: FilmStep, state: LessonState) -> tuple[Slide, ...]:
    """The slides of the question that is asked now; none while no question is asked."""
    if not state.film.reached:
        return ()
    pause = marks(course, step, state)[state.film.leg].pause
    if pause is None or pause.prompt is None:
        return ()
    return question_beats(course, pause.prompt, state.appearance)


def prompt_beats(course: Course, step: FilmStep, state: LessonState) -> tuple[Slide, ...]:
    """The slides of the question that is asked now, or the film's notice while none is asked."""
    return asked(course, step, state) or beats(course, step, state.appearance)


def enter(course: Course, step: FilmStep, state: LessonState) -> LessonState:
    """The step before its film has started."""
    if course.is_missing(step, state.film_choice.version):
        return with_film(state, status=FilmStatus.MISSING)
    return jumped(state, leg_start_s(course, step, state, 0), status=FilmStatus.READY, leg=0, reached=False)


def enter_at_end(course: Course, step: FilmStep, state: LessonState) -> LessonState:
    """The step with its film at the end, as Back comes to it."""
    if course.is_missing(step, state.film_choice.version):
        return with_film(state, status=FilmStatus.MISSING)
    return _at_mark(course, step, state, len(marks(course, step, state)) - 1, last_beat=True)


def on(course: Course, step: FilmStep, state: LessonState) -> LessonState | None:
    """What Next does in a film; None when it leads out of the step."""
    film = state.film
    if film.reached and state.beat + 1 < len(asked(course, step, state)):
        return state.model_copy(update={"beat": state.beat + 1})
    if film.status in {FilmStatus.MISSING, FilmStatus.FAILED}:
        return None
    if film.status is FilmStatus.READY and state.beat + 1 < len(beats(course, step, state.appearance)):
        return state.model_copy(update={"beat": state.beat + 1})
    if film.status is FilmStatus.PLAYING:
        return _at_mark(course, step, state, film.leg)
    return _play_on(course, step, state)


def back(course: Course, step: FilmStep, state: LessonState) -> LessonState | None:
    """What Back does in a film; None when it leads out of the step."""
    film = state.film
    if film.status in {FilmStatus.MISSING, FilmStatus.READY} and state.beat == 0:
        return None
    if (film.reached or film.status is FilmStatus.READY) and state.beat > 0:
        return state.model_copy(update={"beat": state.beat - 1})
    start = leg_start_s(course, step, state, film.leg)
    if film.status is FilmStatus.FAILED and film.leg == 0 and film.at_s - start <= _AT_THE_START_S:
        return None
    if film.reached or film.at_s - start > _AT_THE_START_S:
        return jumped(state, start, status=FilmStatus.RESTING, reached=False, message="")
    if film.leg == 0:
        return _last_notice(course, step, enter(course, step, state))
    return _at_mark(course, step, state, film.leg - 1, last_beat=True)


def play_or_rest(course: Course, step: FilmStep, state: LessonState) -> LessonState:
    """What the play command does: rest a film that plays, else play on from where it stands."""
    film = state.film
    if film.status is FilmStatus.PLAYING:
        return with_film(state, status=FilmStatus.RESTING, said="")
    if film.status is FilmStatus.MISSING:
        return state
    if film.status is FilmStatus.FAILED:
        state = jumped(state, film.at_s, status=FilmStatus.RESTING, message="")
    return _play_on(course, step, state) or state


def reached(course: Course, step: FilmStep, state: LessonState, at_s: float | None = None) -> LessonState:
    """The player has come to the mark that ends the leg, or to the end of a part that is repeated.

    Where a description is still being told the film waits for it. A player that stopped at *at_s*, where it
    no longer has to, is only said to be there.
    """
    stop = stop_s(course, step, state)
    if state.film.status is not FilmStatus.PLAYING or stop is None:
        return state
    if at_s is not None and at_s < stop - SAME_MOMENT_S:
        return came_to(course, step, state, at_s)
    if wait_s(state.film) is not None:
        return with_film(state, at_s=stop, held=True)
    repeat = state.film.repeat
    if repeat is not None and repeat.to_s is not None:
        return to_place(course, step, state, repeat.from_s)
    mark = marks(course, step, state)[state.film.leg]
    # A caption that is being read aloud is read to its end.
    rested = {"status": FilmStatus.RESTING, "reached": True, "at_s": mark.at_s, "next_telling": None}
    return state.model_copy(update={"film": state.film.model_copy(update=rested), "beat": 0})


def came_to(course: Course, step: FilmStep, state: LessonState, at_s: float) -> LessonState:
    """The player is at *at_s* seconds; only a film that plays moves by itself."""
    if state.film.status is not FilmStatus.PLAYING:
        return state
    if state.film.repeat is None or state.film.repeat.to_s is None:
        return with_film(state, at_s=at_s)
    # A part that is repeated is shown through its marks, so the leg goes on with it.
    return with_film(state, at_s=at_s, leg=leg_at(marks(course, step, state), at_s))


def to_place(course: Course, step: FilmStep, state: LessonState, at_s: float, said: str = "") -> LessonState:
    """Have the player go to *at_s* seconds, before every later mark; it plays or rests as before."""
    leg = leg_at(marks(course, step, state), at_s)
    status = FilmStatus.PLAYING if state.film.status is FilmStatus.PLAYING else FilmStatus.RESTING
    moved = jumped(state.model_copy(update={"beat": 0}), at_s, status=status, leg=leg, reached=False)
    return say(moved, said)


def say(state: LessonState, words: str) -> LessonState:
    """Tell the teacher what a film tool has done; the class does not see it."""
    return with_film(state, said=words)


def seek(course: Course, step: FilmStep, state: LessonState, at_s: float) -> LessonState:
    """Go to a time within the part; a film that plays goes on playing from there."""
    if state.film.status in {FilmStatus.MISSING, FilmStatus.FAILED}:
        return state
    start, end = course.span(step, version_on(course, step, state))
    at_s = min(max(at_s, start), end)
    stops, repeat = marks(course, step, state), state.film.repeat
    end_s = repeat.to_s if repeat is not None else None
    inside = repeat is not None and end_s is not None and repeat.from_s <= at_s < end_s
    if is_at(stops[-1], at_s) and not inside:
        return _at_mark(course, step, state, len(stops) - 1)
    if end_s is not None and not inside:
        left = with_film(state, repeat=None)
        return to_place(course, step, left, at_s, tr("It no longer repeats."))
    return to_place(course, step, state, at_s)


def swap(course: Course, step: FilmStep, state: LessonState, version: str) -> LessonState:
    """Change to another version at the same moment of the story, playing or resting as before."""
    film = course.film(step)
    here = version_on(course, step, state)
    choice = state.film_choice.model_copy(update={"version": version})
    changed = state.model_copy(update={"film_choice": choice})
    if film is None or version not in film.film.versions or version in film.missing:
        return changed
    if state.film.status is FilmStatus.READY:
        return enter(course, step, changed)
    at_s = film.film.same_moment_s(state.film.at_s, here, version)
    stops, pause = marks(course, step, changed), marks(course, step, state)[state.film.leg].pause
    leg = next((index for index, mark in enumerate(stops) if mark.pause == pause), None)
    if leg is None or (not state.film.reached and at_s >= stops[leg].at_s + SAME_MOMENT_S):
        changed = with_film(changed, reached=False).model_copy(update={"beat": 0})
        leg = leg_at(stops, at_s)
    status = FilmStatus.RESTING if state.film.status is FilmStatus.FAILED else state.film.status
    repeat = repeat_in(film.film, state.film.repeat, here, version)
    moved = jumped(changed, at_s, leg=leg, status=status, message="", repeat=repeat)
    return _not_past_its_mark(course, step, moved)


def other_version(course: Course, step: Step, state: LessonState) -> str | None:
    """The version of the step's or the lesson's film that a swap would bring; None when there is no other."""
    film = course.film(step) if isinstance(step, FilmStep) else course.main_film()
    if film is None:
        return None
    there = [version for version in film.film.versions if version not in film.missing]
    here = course.version_of(film, state.film_choice.version)
    if here not in there or len(there) < 2:
        return None
    return there[(there.index(here) + 1) % len(there)]


def resume(course: Course, step: FilmStep, entered: LessonState, former: LessonState) -> LessonState:
    """The step as *former* left it, at rest, so far as the film is still the same."""
    if entered.film.status is FilmStatus.MISSING:
        return entered
    stops = marks(course, step, entered)
    leg, at_s = former.film.leg, former.film.at_s
    if leg < len(stops) and (former.film.reached or abs(at_s - stops[leg].at_s) < SAME_MOMENT_S):
        there = _at_mark(course, step, entered, leg)
        slides = asked(course, step, there)
        return there.model_copy(update={"beat": min(former.beat, max(len(slides) - 1, 0))})
    return seek(course, step, entered, at_s)


def failed(state: LessonState, message: str) -> LessonState:
    """The film died; its last frame is kept and the teacher alone is told."""
    return with_film(state, status=FilmStatus.FAILED, message=message)


def _last_notice(course: Course, step: FilmStep, state: LessonState) -> LessonState:
    return state.model_copy(update={"beat": len(beats(course, step, state.appearance)) - 1})


def _play_on(course: Course, step: FilmStep, state: LessonState) -> LessonState | None:
    """Play the leg, or the following one from a mark; None at the end of the part."""
    leg = state.film.leg + 1 if state.film.reached else state.film.leg
    if leg == len(marks(course, step, state)):
        return None
    playing = with_film(state, status=FilmStatus.PLAYING, leg=leg, reached=False, said="")
    return _not_past_its_mark(course, step, playing.model_copy(update={"beat": 0}))


def _not_past_its_mark(course: Course, step: FilmStep, state: LessonState) -> LessonState:
    film = state.film
    if film.status is not FilmStatus.PLAYING or not is_at(marks(course, step, state)[film.leg], film.at_s):
        return state
    return _at_mark(course, step, state, film.leg)


def _at_mark(
    course: Course, step: FilmStep, state: LessonState, leg: int, *, last_beat: bool = False
) -> LessonState:
    standing = FilmStanding(
        status=FilmStatus.RESTING,
        leg=leg,
        reached=True,
        at_s=marks(course, step, state)[leg].at_s,
        jump=state.film.jump + 1,
    )
    there = state.model_copy(update={"film": standing, "beat": 0})
    slides = asked(course, step, there)
    return there.model_copy(update={"beat": len(slides) - 1}) if last_beat and slides else there
