from __future__ import annotations

import pytest

from lesson_player.model.lesson import FilmStep
from lesson_player.teaching import film_moves, film_tools, moves
from lesson_player.teaching.course import Course
from lesson_player.teaching.state import FilmStatus, LessonState, Repeat
from tests.support.small_lesson import MOMENTS, at_step, course, press_next

MADE = course()


def watch(made: Course) -> FilmStep:
    step = made.lesson.step("watch")
    assert isinstance(step, FilmStep)
    return step


def playing(at_s: float = 0.0, made: Course = MADE) -> LessonState:
    state = press_next(made, at_step(made, "watch"))
    assert state.film.status is FilmStatus.PLAYING
    return moves.film_came_to(made, moves.seek_film(made, state, at_s), at_s)


def resting(at_s: float, made: Course = MADE) -> LessonState:
    return moves.play_or_rest(made, playing(at_s, made))


def test_speed_goes_by_steps_to_its_ends_and_back_by_one_key() -> None:
    state, seen = playing(), []
    for _ in range(9):
        seen.append(state.rate)
        state = film_tools.slower(MADE, state)
    assert seen == [1.0, 0.9, 0.75, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5]
    for _ in range(9):
        state = film_tools.faster(MADE, state)
    assert (state.rate, state.film.said) == (1.5, "Speed 1.5")
    state = film_tools.usual_speed(MADE, state)
    assert (state.rate, state.film.said) == (1.0, "Usual speed")


def test_the_speed_stays_when_the_film_is_left_and_come_to_again() -> None:
    state = moves.go_to(MADE, film_tools.slower(MADE, playing()), 0)
    assert state.rate == 0.9


def test_frames_are_stepped_only_at_rest() -> None:
    assert film_tools.frame_on(MADE, playing(2.0)) == playing(2.0)
    there = film_tools.frame_back(MADE, film_tools.frame_on(MADE, film_tools.frame_on(MADE, resting(2.0))))
    assert there.film.frames == 1
    shown = film_tools.shows_frame(MADE, there, 2.04)
    assert shown.film.at_s == 2.04
    assert shown.film.jump == there.film.jump, "the player is there already"


def test_a_frame_step_leaves_the_question_and_counts_the_legs_anew() -> None:
    asked = moves.film_reached_mark(MADE, playing(MOMENTS["clue"] - 0.5))
    assert asked.film.reached
    before = film_tools.shows_frame(MADE, film_tools.frame_back(MADE, asked), MOMENTS["clue"] - 0.12)
    assert (before.film.leg, before.film.reached) == (0, False)
    after = film_tools.shows_frame(MADE, film_tools.frame_on(MADE, asked), MOMENTS["clue"] + 0.04)
    assert (after.film.leg, after.film.reached) == (1, False)


def test_a_part_is_repeated_from_one_press_to_the_next_until_a_third() -> None:
    state = film_tools.repeat(MADE, playing(1.0))
    assert state.film.repeat == Repeat(from_s=1.0)
    assert state.film.said == "Repeats from 0:01. Press L again where it ends."
    assert film_moves.stop_s(MADE, watch(MADE), state) == MOMENTS["clue"]

    looped = film_tools.repeat(MADE, moves.film_came_to(MADE, state, 3.0))
    assert looped.film.repeat == Repeat(from_s=1.0, to_s=3.0)
    assert (looped.film.at_s, looped.film.status) == (1.0, FilmStatus.PLAYING)
    assert looped.film.jump == state.film.jump + 1
    assert film_tools.repeat_words(looped) == "Repeats 0:01 to 0:03"

    again = moves.film_reached_mark(MADE, moves.film_came_to(MADE, looped, 3.0))
    assert (again.film.at_s, again.film.status) == (1.0, FilmStatus.PLAYING)
    assert again.film.jump == looped.film.jump + 1

    over = film_tools.repeat(MADE, moves.film_came_to(MADE, again, 2.0))
    assert over.film.repeat is None
    assert over.film.status is FilmStatus.PLAYING


def test_a_part_that_is_chosen_backwards_is_the_same_part() -> None:
    state = film_tools.repeat(MADE, resting(3.0))
    state = film_tools.repeat(MADE, moves.seek_film(MADE, state, 1.0))
    assert state.film.repeat == Repeat(from_s=1.0, to_s=3.0)


def test_a_part_too_short_to_follow_is_not_repeated() -> None:
    state = film_tools.repeat(MADE, playing(1.0))
    state = film_tools.repeat(MADE, moves.film_came_to(MADE, state, 1.2))
    assert state.film.repeat == Repeat(from_s=1.0)
    assert "too short" in state.film.said


def loop(from_s: float, to_s: float) -> LessonState:
    state = film_tools.repeat(MADE, playing(from_s))
    return film_tools.repeat(MADE, moves.film_came_to(MADE, moves.seek_film(MADE, state, to_s), to_s))


def test_a_part_with_a_pause_in_it_is_shown_through_and_the_lesson_goes_on_from_where_it_is() -> None:
    state = moves.film_came_to(MADE, loop(3.0, 5.0), 4.5)
    assert state.film.leg == 1
    rested = moves.play_or_rest(MADE, state)
    assert moves.play_or_rest(MADE, rested).film.at_s == 4.5, "the pause behind is not gone back to"


@pytest.mark.parametrize("leave", [moves.hide, moves.calm, moves.next_beat, moves.first])
def test_the_repeat_ends_when_the_class_is_led_elsewhere(leave: object) -> None:
    assert callable(leave)
    assert leave(MADE, moves.film_came_to(MADE, loop(1.0, 3.0), 2.0)).film.repeat is None


def test_a_jump_out_of_the_part_ends_the_repeat_and_one_within_does_not() -> None:
    state = loop(1.0, 3.0)
    assert moves.seek_film(MADE, state, 2.0).film.repeat is not None
    left = moves.seek_film(MADE, state, 3.5)
    assert left.film.repeat is None
    assert left.film.said == "It no longer repeats."
    assert moves.seek_film(MADE, state, 0.2).film.repeat is None


def test_the_other_version_repeats_the_same_part_of_the_story() -> None:
    swapped = moves.swap_version(MADE, loop(4.0, 7.0))
    assert swapped.film.repeat == Repeat(from_s=6.0, to_s=11.0)


def test_seeking_to_the_end_is_the_end_even_after_the_start_of_a_repeat_was_chosen() -> None:
    state = moves.seek_film(MADE, film_tools.repeat(MADE, playing(8.0)), 10.0)
    assert state.film.reached


def test_outside_a_film_nothing_is_repeated_or_stepped() -> None:
    state = at_step(MADE, "rules")
    for move in (film_tools.repeat, film_tools.frame_on, film_tools.frame_back):
        assert move(MADE, state) == state


@pytest.mark.parametrize(
    ("state", "at_s", "status"),
    [
        (playing(6.5), 1.5, FilmStatus.PLAYING),
        (playing(2.0), 0.0, FilmStatus.PLAYING),
        (resting(6.5), 1.5, FilmStatus.RESTING),
        (moves.film_reached_mark(MADE, playing(6.5)), 2.0, FilmStatus.RESTING),
        (loop(4.5, 6.5), 4.5, FilmStatus.PLAYING),
    ],
    ids=["playing", "near the start", "resting", "at a mark", "in a part that is repeated"],
)
def test_five_seconds_back_works_wherever_the_film_is(
    state: LessonState, at_s: float, status: FilmStatus
) -> None:
    again = moves.film_again(MADE, state)
    assert (again.film.at_s, again.film.status, again.film.reached) == (at_s, status, False)
    assert again.film.repeat == state.film.repeat
