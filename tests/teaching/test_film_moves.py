from __future__ import annotations

from dataclasses import replace

from lesson_player.teaching import moves
from lesson_player.teaching.project import class_view
from lesson_player.teaching.state import FilmStatus
from tests.support.small_lesson import BSL_MOMENTS, MOMENTS, at_step, course, line, press_next


def test_next_plays_then_goes_straight_to_each_mark_and_out() -> None:
    made = course()
    state = at_step(made, "watch")
    seen = []
    while moves.current_step(made, state).id == "watch":
        seen.append((state.film.status.value, state.film.at_s, state.film.reached, state.beat))
        state = press_next(made, state)

    assert seen == [
        ("ready", 0.0, False, 0),
        ("playing", 0.0, False, 0),
        ("resting", 4.0, True, 0),
        ("resting", 4.0, True, 1),
        ("playing", 4.0, False, 0),
        ("resting", 7.0, True, 0),
        ("playing", 7.0, False, 0),
        ("resting", 10.0, True, 0),
    ]
    assert moves.current_step(made, state).id == "talk"


def test_the_film_rests_exactly_at_the_mark_that_the_player_reached() -> None:
    made = course()
    playing = moves.film_came_to(made, press_next(made, at_step(made, "watch")), 3.97)
    state = moves.film_reached_mark(made, playing)

    assert state.film.at_s == MOMENTS["clue"]
    assert state.film.reached
    assert state.film.jump == playing.film.jump, "the player is there already: nothing to seek"


def test_a_late_word_of_the_player_changes_nothing_while_resting() -> None:
    made = course()
    resting = moves.film_reached_mark(made, press_next(made, at_step(made, "watch")))

    assert moves.film_reached_mark(made, resting) == resting
    assert moves.film_came_to(made, resting, 9.0) == resting


def test_play_rests_and_plays_on_from_the_same_place() -> None:
    made = course()
    playing = moves.film_came_to(made, press_next(made, at_step(made, "watch")), 2.5)
    resting = moves.play_or_rest(made, playing)

    assert resting.film.status is FilmStatus.RESTING
    assert not resting.film.reached
    assert moves.play_or_rest(made, resting) == playing
    assert press_next(made, resting) == playing


def test_back_replays_the_leg_then_the_question_before_it() -> None:
    made = course()
    second = moves.film_came_to(made, press_next(made, at_step(made, "watch"), 4), 6.0)
    replay = moves.back(made, second)
    before = moves.back(made, replay)

    assert (replay.film.status, replay.film.at_s, replay.film.reached) == (FilmStatus.RESTING, 4.0, False)
    assert (before.film.at_s, before.film.reached, before.beat) == (4.0, True, 1)


def test_back_from_the_first_leg_comes_to_the_notice_then_leaves() -> None:
    made = course()
    playing = press_next(made, at_step(made, "watch"))
    ready = moves.back(made, playing)

    assert ready.film.status is FilmStatus.READY
    assert moves.current_step(made, moves.back(made, ready)).id == "words"


def test_back_into_a_film_comes_to_its_end() -> None:
    made = course()
    state = moves.back(made, at_step(made, "talk"))

    assert (state.film.at_s, state.film.reached) == (MOMENTS["end"], True)


def test_seeking_finds_the_leg_and_stays_within_the_part() -> None:
    made = course()
    playing = press_next(made, at_step(made, "watch"))

    assert moves.seek_film(made, playing, 5.0).film.leg == 1
    assert moves.seek_film(made, playing, 5.0).film.status is FilmStatus.PLAYING
    assert moves.seek_film(made, playing, 99.0).film.at_s == MOMENTS["end"]
    assert moves.seek_film(made, playing, -1.0).film.at_s == 0.0
    assert moves.seek_film(made, at_step(made, "rules"), 3.0) == at_step(made, "rules")


def test_again_goes_back_five_seconds_and_plays_on() -> None:
    made = course()
    playing = moves.film_came_to(made, press_next(made, at_step(made, "watch"), 4), 6.5)

    again = moves.film_again(made, playing)
    assert (again.film.at_s, again.film.leg, again.film.status) == (1.5, 0, FilmStatus.PLAYING)
    assert moves.film_again(made, again).film.at_s == 0.0, "not before the part"


def test_swap_keeps_the_moment_of_the_story_and_plays_on() -> None:
    made = course()
    playing = moves.film_came_to(made, press_next(made, at_step(made, "watch")), 5.5)
    swapped = moves.swap_version(made, playing)

    assert swapped.film.status is FilmStatus.PLAYING
    assert swapped.film.at_s == (BSL_MOMENTS["clue"] + BSL_MOMENTS["help"]) / 2
    assert swapped.film.jump > playing.film.jump
    assert moves.swap_version(made, swapped).film.at_s == 5.5


def test_a_missing_version_falls_back_to_the_one_that_is_there() -> None:
    made = course(missing=("film",))
    state = press_next(made, at_step(made, "watch"), 2)

    assert state.film.at_s == BSL_MOMENTS["clue"]
    assert moves.swap_version(made, state) == state


def test_a_missing_film_lets_the_lesson_go_on() -> None:
    for made in (course(with_film=False), course(missing=("film", "bsl"))):
        state = at_step(made, "watch")
        assert state.film.status is FilmStatus.MISSING
        assert moves.play_or_rest(made, state) == state
        assert moves.current_step(made, press_next(made, state)).id == "talk"
        assert moves.current_step(made, moves.back(made, at_step(made, "talk"))).id == "watch"


def test_a_film_that_dies_can_be_tried_again_or_left() -> None:
    made = course()
    playing = moves.film_came_to(made, press_next(made, at_step(made, "watch")), 3.0)
    dead = moves.film_failed(made, playing, "The film stopped.")

    assert dead.film.at_s == 3.0
    again = moves.play_or_rest(made, dead)
    assert (again.film.status, again.film.at_s, again.film.message) == (FilmStatus.PLAYING, 3.0, "")
    assert again.film.jump > dead.film.jump, "the player opens the film anew"
    assert moves.current_step(made, press_next(made, dead)).id == "talk"


def test_hiding_lets_the_film_rest_and_it_stays_so_when_shown_again() -> None:
    made = course()
    playing = press_next(made, at_step(made, "watch"))
    shown = moves.hide(made, moves.hide(made, playing))

    assert shown.film.status is FilmStatus.RESTING


def test_a_notice_that_needs_two_parts_is_shown_whole_before_the_film() -> None:
    made = course()
    steps = tuple(
        step.model_copy(update={"lines": tuple(line(f"notice-{n}") for n in range(1, 6))})
        if step.id == "watch"
        else step
        for step in made.lesson.steps
    )
    longer = replace(made, lesson=made.lesson.model_copy(update={"steps": steps}))
    state, shown = at_step(longer, "watch"), []
    while state.film.status is FilmStatus.READY:
        shown.append([row.id for row in class_view(longer, state).slide.rows if row.shown])
        state = press_next(longer, state)

    assert [len(rows) for rows in shown] == [3, 5]
    assert (state.film.status, state.beat) == (FilmStatus.PLAYING, 0)
    back = moves.back(longer, state)
    assert (back.film.status, back.beat) == (FilmStatus.READY, 1)
    assert moves.back(longer, back).beat == 0
