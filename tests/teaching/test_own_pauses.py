from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesson_player.model.adaptation import Adaptation, AddedPause
from lesson_player.model.layers import prepare
from lesson_player.model.lesson import Pause
from lesson_player.teaching import film_moves, moves
from lesson_player.teaching.course import Course
from lesson_player.teaching.desk import teacher_view
from lesson_player.teaching.journal import carry_on, kept_place
from lesson_player.teaching.own_pauses import add_or_remove
from lesson_player.teaching.state import FilmStatus, LessonState
from tests.support.small_lesson import MOMENTS, at_step, bundle, course, press_next, threes
from tests.teaching.test_film_tools import playing, resting, watch

MADE = course()
STEP = watch(MADE)


def marks(state: LessonState, made: Course = MADE) -> list[float]:
    return [round(mark.at_s, 3) for mark in film_moves.marks(made, STEP, state)]


def next_time(state: LessonState) -> Course:
    """The same lesson taught again, with the pause points kept in the teacher's own layer."""
    layer = Adaptation(
        format=1, id="own", lesson="small", title="Own", about="Own.", add_pauses=state.own_pauses
    )
    loaded = bundle().model_copy(update={"own": layer})
    lesson = prepare(loaded, (), (), {}).lesson
    return Course(
        bundle=loaded, lesson=lesson, wording=MADE.wording, version_title="As written", pages=threes
    )


def test_a_pause_added_while_playing_does_not_stop_the_film_now() -> None:
    state = add_or_remove(MADE, playing(2.0))
    assert state.film.status is FilmStatus.PLAYING
    assert marks(state) == [2.0, 4.0, 7.0, 10.0]
    assert film_moves.stop_s(MADE, STEP, state) == MOMENTS["clue"]
    assert state.film.said == "A pause point is added at 0:02. A again takes it away."


def test_the_film_rests_there_the_next_time_and_next_goes_on() -> None:
    state = moves.seek_film(MADE, add_or_remove(MADE, playing(2.0)), 0.5)
    rests = moves.film_reached_mark(MADE, moves.film_came_to(MADE, state, 2.0))
    assert (rests.film.status, rests.film.at_s, rests.film.reached) == (FilmStatus.RESTING, 2.0, True)
    assert film_moves.asked(MADE, STEP, rests) == ()
    on = press_next(MADE, rests)
    assert (on.film.status, on.film.leg) == (FilmStatus.PLAYING, 1)


def test_added_at_rest_the_film_stands_at_it() -> None:
    state = add_or_remove(MADE, resting(5.0))
    assert (state.film.leg, state.film.reached) == (1, True)
    assert press_next(MADE, state).film.leg == 2


@pytest.mark.parametrize("later_s", [0.0, 0.5, 1.9])
def test_pressed_again_soon_it_is_taken_back(later_s: float) -> None:
    added = add_or_remove(MADE, playing(5.0))
    taken = add_or_remove(MADE, moves.film_came_to(MADE, added, 5.0 + later_s))
    assert marks(taken) == [4.0, 7.0, 10.0]
    assert taken.film.leg == 1
    assert taken.film.said == "The pause point at 0:05 is taken away."


def test_pressed_again_later_it_is_another_one() -> None:
    added = add_or_remove(MADE, playing(1.0))
    assert marks(add_or_remove(MADE, moves.film_came_to(MADE, added, 3.5))) == [1.0, 3.5, 4.0, 7.0, 10.0]


def test_at_rest_at_an_own_pause_it_is_taken_away_and_the_film_stays() -> None:
    taken = add_or_remove(MADE, add_or_remove(MADE, resting(5.0)))
    assert marks(taken) == [4.0, 7.0, 10.0]
    assert (taken.film.leg, taken.film.reached, taken.film.at_s) == (1, False, 5.0)


def test_a_pause_of_the_lesson_is_never_taken_away() -> None:
    asked = moves.film_reached_mark(MADE, playing(3.0))
    again = add_or_remove(MADE, asked)
    assert marks(again) == marks(asked)
    assert again.film.said == "The film rests here already."
    assert film_moves.asked(MADE, STEP, again)


@pytest.mark.parametrize("at_s", [3.95, 4.05, 9.95])
def test_no_pause_stands_within_two_frames_of_another(at_s: float) -> None:
    assert marks(add_or_remove(MADE, playing(at_s) if at_s < 9.9 else resting(9.9))) != []
    state = moves.film_came_to(MADE, playing(0.0), at_s)
    assert marks(add_or_remove(MADE, state)) == marks(state)


def test_the_start_of_the_part_needs_no_pause() -> None:
    assert marks(add_or_remove(MADE, playing(0.0))) == [4.0, 7.0, 10.0]


def test_next_time_it_is_there_and_can_still_be_taken_away() -> None:
    state = add_or_remove(MADE, playing(2.0))
    made = next_time(state)
    fresh = playing(0.5, made)
    step = watch(made)
    assert [mark.at_s for mark in film_moves.marks(made, step, fresh)] == [2.0, 4.0, 7.0, 10.0]
    rests = moves.film_reached_mark(made, fresh)
    gone = add_or_remove(made, rests)
    assert gone.pauses_off == ("my-pause-1",)
    assert [mark.at_s for mark in film_moves.marks(made, step, gone)] == [4.0, 7.0, 10.0]


def test_a_place_that_is_carried_on_has_each_pause_once() -> None:
    state = add_or_remove(MADE, playing(2.0))
    place = kept_place(MADE, state, "key", datetime.now(UTC))
    made = next_time(state)
    step = watch(made)
    again = carry_on(made, type(place).model_validate_json(place.model_dump_json()))
    assert [mark.at_s for mark in film_moves.marks(made, step, again)] == [2.0, 4.0, 7.0, 10.0]


def test_in_the_signed_version_it_is_at_the_same_place_of_the_story() -> None:
    added = add_or_remove(MADE, playing(5.5))
    swapped = moves.swap_version(MADE, added)
    assert marks(swapped) == [6.0, 8.5, 11.0, 16.0]
    signed = moves.swap_version(MADE, playing(1.0))
    signed = add_or_remove(MADE, moves.film_came_to(MADE, signed, 8.5))
    assert marks(moves.swap_version(MADE, signed)) == [4.0, 5.5, 7.0, 10.0]


def test_before_the_film_has_started_there_is_nothing_to_mark() -> None:
    for state in (at_step(MADE, "watch"), at_step(MADE, "rules")):
        assert add_or_remove(MADE, state) == state


@given(st.lists(st.floats(0.0, 9.9), max_size=8))
def test_wherever_it_is_pressed_marks_stay_apart_and_the_leg_is_true(times: list[float]) -> None:
    state = playing(0.0)
    for at_s in times:
        state = add_or_remove(MADE, moves.film_came_to(MADE, moves.seek_film(MADE, state, at_s), at_s))
        stops = marks(state)
        gaps = [later - sooner for sooner, later in pairwise(stops)]
        assert all(gap > 0.078 for gap in gaps)
        if state.film.status is FilmStatus.PLAYING:
            assert stops[state.film.leg] > at_s


def test_a_pause_kept_for_a_film_that_has_lost_its_moment_is_left_out() -> None:
    lost = AddedPause(step="watch", pause=Pause(id="my-pause-1", at="gone", after=1.0))
    assert marks(playing(1.0).model_copy(update={"own_pauses": (lost,)})) == [4.0, 7.0, 10.0]


def test_at_an_own_pause_the_teacher_reads_that_the_film_rests() -> None:
    state = moves.seek_film(MADE, add_or_remove(MADE, playing(2.0)), 0.5)
    rests = moves.film_reached_mark(MADE, moves.film_came_to(MADE, state, 2.0))
    assert teacher_view(MADE, rests).progress == "film resting"
    again = add_or_remove(MADE, rests)
    assert teacher_view(MADE, again).progress == "film resting · The pause point at 0:02 is taken away."


def test_what_a_key_did_is_said_beside_a_question_too() -> None:
    asked = moves.film_reached_mark(MADE, playing(3.0))
    assert "The film rests here already." in teacher_view(MADE, add_or_remove(MADE, asked)).progress
