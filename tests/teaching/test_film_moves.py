from __future__ import annotations

from dataclasses import replace

from lesson_player.model.lesson import Pause
from lesson_player.teaching import moves
from lesson_player.teaching.course import Course
from lesson_player.teaching.project import class_view
from lesson_player.teaching.state import FilmStatus
from tests.support.small_lesson import BSL_MOMENTS, MOMENTS, at_step, course, line, press_next, question


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


def _film_step(made: Course, **changes: object) -> Course:
    steps = tuple(
        step.model_copy(update=changes) if step.id == "watch" else step for step in made.lesson.steps
    )
    return replace(made, lesson=made.lesson.model_copy(update={"steps": steps}))


def _without_moment(made: Course, version: str, moment: str) -> Course:
    loaded = made.bundle.films["small-film"]
    versions = dict(loaded.film.versions)
    times = {name: at_s for name, at_s in versions[version].moments.items() if name != moment}
    versions[version] = versions[version].model_copy(update={"moments": times})
    film = loaded.model_copy(update={"film": loaded.film.model_copy(update={"versions": versions})})
    return replace(made, bundle=made.bundle.model_copy(update={"films": {"small-film": film}}))


def test_seeking_to_the_end_of_the_part_rests_there() -> None:
    made = course()
    state = moves.seek_film(made, press_next(made, at_step(made, "watch")), MOMENTS["end"])

    assert (state.film.status, state.film.reached, state.film.leg) == (FilmStatus.RESTING, True, 2)
    assert moves.play_or_rest(made, state) == state, "there is nothing of the part left to play"


def test_a_film_that_rests_at_its_mark_asks_the_question_instead_of_playing_past_it() -> None:
    made = course()
    playing = moves.film_came_to(made, press_next(made, at_step(made, "watch")), MOMENTS["clue"])
    resting = moves.play_or_rest(made, playing)

    for moved in (moves.play_or_rest(made, resting), press_next(made, resting)):
        assert (moved.film.status, moved.film.reached, moved.film.leg) == (FilmStatus.RESTING, True, 0)


def test_both_questions_of_one_moment_are_asked() -> None:
    pauses = (
        Pause(id="a", at="clue", prompt=question("q1")),
        Pause(id="b", at="clue", prompt=question("q2")),
    )
    made = _film_step(course(), pauses=pauses)
    first = press_next(made, at_step(made, "watch"), 2)
    second = press_next(made, first, 2)

    assert (first.film.leg, second.film.leg) == (0, 1)
    assert [moves.current_beats(made, state)[0].id for state in (first, second)] == ["q1", "q2"]


def test_swapping_at_a_question_keeps_it_at_its_time_in_the_other_version() -> None:
    made = course()
    asked = press_next(made, at_step(made, "watch"), 3)
    swapped = moves.swap_version(made, asked)

    assert (swapped.film.at_s, swapped.film.reached, swapped.beat) == (BSL_MOMENTS["clue"], True, 1)


def test_swapping_to_a_version_that_lacks_a_pause_stays_at_the_story_s_moment() -> None:
    made = _without_moment(course(), "bsl", "help")
    last_leg = press_next(made, at_step(made, "watch"), 6)
    swapped = moves.swap_version(made, last_leg)
    asked = moves.swap_version(
        made, moves.film_reached_mark(made, press_next(made, at_step(made, "watch"), 4))
    )

    assert (swapped.film.status, swapped.film.leg) == (FilmStatus.PLAYING, 1)
    assert (asked.film.status, asked.film.reached, asked.film.leg) == (FilmStatus.RESTING, False, 1)
    assert class_view(made, asked).film is not None


def test_swapping_away_from_a_version_that_died_goes_on_with_the_other() -> None:
    made = course()
    playing = moves.film_came_to(made, press_next(made, at_step(made, "watch")), 3.0)
    swapped = moves.swap_version(made, moves.film_failed(made, playing, "The film stopped."))

    assert (swapped.film.status, swapped.film.message) == (FilmStatus.RESTING, "")
    assert press_next(made, swapped).film.status is FilmStatus.PLAYING


def test_back_leads_out_of_a_film_that_cannot_be_opened() -> None:
    made = course()
    dead = moves.film_failed(made, at_step(made, "watch"), "The film cannot be opened.")

    assert moves.current_step(made, moves.back(made, dead)).id == "words"


def test_a_question_is_asked_to_its_end_when_the_film_dies_behind_it() -> None:
    made = course()
    dead = moves.film_failed(made, press_next(made, at_step(made, "watch"), 2), "The film stopped.")

    assert press_next(made, dead).beat == 1
    assert moves.current_step(made, press_next(made, dead, 2)).id == "talk"
