"""What a voice says over a film: descriptions, captions, and the film that waits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesson_player.model.lesson import FilmStep
from lesson_player.teaching import caption_moves, film_moves, film_tools, moves, own_pauses, telling
from lesson_player.teaching.course import Course
from lesson_player.teaching.description import BREATH_S
from lesson_player.teaching.journal import carry_on, kept_place
from lesson_player.teaching.state import FilmStatus, LessonState, Screen, TellingKind
from tests.support.described_lesson import CUES, described_course, words
from tests.support.small_lesson import MOMENTS, at_step

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
COURSE = described_course()
UNRECORDED = described_course(recorded=False)


def watching(course: Course = COURSE, *, voice: bool = False, **choice: bool) -> LessonState:
    """The film plays from its start."""
    state = telling.voice_found(course, at_step(course, "watch"), "" if voice else "No voice.")
    state = state.model_copy(update={"film_choice": state.film_choice.model_copy(update=choice)})
    return moves.play_or_rest(course, state)


def step(course: Course, state: LessonState) -> FilmStep:
    found = moves.current_step(course, state)
    assert isinstance(found, FilmStep)
    return found


def comes_to(state: LessonState, at_s: float, course: Course = COURSE) -> LessonState:
    """The film shows the frame at a time."""
    moved = moves.film_came_to(course, state, at_s)
    return telling.film_at(course, step(course, moved), moved, at_s)


def stops(state: LessonState, course: Course = COURSE) -> LessonState:
    """The player stops where it has to."""
    at_s = film_moves.stop_s(course, step(course, state), state)
    return moves.film_reached_mark(course, state, at_s)


def said(state: LessonState) -> str:
    return state.film.telling.text if state.film.telling else ""


def test_a_description_is_told_from_its_cue_on() -> None:
    state = watching(description=True)
    assert said(comes_to(state, 0.96)) == ""
    told = comes_to(state, 1.0)
    assert said(told) == words(1.0)
    assert told.film.telling is not None
    assert told.film.telling.kind is TellingKind.DESCRIPTION
    assert comes_to(told, 1.4) == moves.film_came_to(COURSE, told, 1.4), "it is begun once"


def test_nothing_is_told_while_it_is_off_or_the_sound_is() -> None:
    assert said(comes_to(watching(), 1.0)) == ""
    muted = moves.toggle_mute(COURSE, watching(description=True))
    assert said(comes_to(muted, 1.0)) == ""


def test_a_version_without_descriptions_has_none() -> None:
    state = moves.swap_version(COURSE, watching(description=True))
    assert said(comes_to(state, 1.0)) == ""


def test_without_a_recording_the_computer_speaks_if_it_can() -> None:
    assert said(comes_to(watching(UNRECORDED, description=True), 1.0, UNRECORDED)) == ""
    speaking = comes_to(watching(UNRECORDED, voice=True, description=True), 1.0, UNRECORDED)
    assert said(speaking) == words(1.0)


def test_a_description_that_ends_in_its_gap_leaves_the_film_alone() -> None:
    told = comes_to(watching(description=True), 1.0)
    over = telling.over(COURSE, moves.film_came_to(COURSE, told, 1.8))
    assert over.film.status is FilmStatus.PLAYING
    assert not over.film.held
    assert said(comes_to(over, 1.84)) == "", "it is not told twice"
    assert film_moves.stop_s(COURSE, step(COURSE, over), over) == MOMENTS["clue"]


def test_the_film_waits_for_a_long_description_and_plays_on_by_itself() -> None:
    told = comes_to(watching(description=True), 1.0)
    assert film_moves.stop_s(COURSE, step(COURSE, told), told) == 2.0 + BREATH_S
    held = stops(told)
    assert (held.film.held, held.film.status) == (True, FilmStatus.PLAYING)
    assert held.film.at_s == 2.0 + BREATH_S
    on = telling.over(COURSE, held)
    assert (on.film.held, on.film.status, said(on)) == (False, FilmStatus.PLAYING, "")


def test_a_film_that_nobody_stopped_in_time_waits_where_it_is_noticed() -> None:
    told = comes_to(watching(description=True), 1.0)
    assert not comes_to(told, 2.0 + BREATH_S - 0.04).film.held
    late = comes_to(told, 2.6)
    assert (late.film.held, late.film.at_s) == (True, 2.6)
    assert not telling.over(COURSE, late).film.held


def test_at_a_pause_point_the_question_waits_for_the_description() -> None:
    told = comes_to(watching(description=True), 3.5)
    held = stops(told)
    assert held.film.at_s == MOMENTS["clue"]
    assert not held.film.reached
    asked = telling.over(COURSE, held)
    assert (asked.film.status, asked.film.reached) == (FilmStatus.RESTING, True)
    assert film_moves.asked(COURSE, step(COURSE, asked), asked)


def test_a_player_that_stopped_for_a_voice_that_is_done_goes_on() -> None:
    told = comes_to(watching(description=True), 1.0)
    over = telling.over(COURSE, told)
    late = moves.film_reached_mark(COURSE, over, 2.0 + BREATH_S)
    assert (late.film.status, late.film.reached) == (FilmStatus.PLAYING, False)
    assert late.film.at_s == 2.0 + BREATH_S


INTERRUPTIONS: dict[str, Callable[[Course, LessonState], LessonState]] = {
    "rest": moves.play_or_rest,
    "hide": moves.hide,
    "calm": moves.calm,
    "seek": lambda course, state: moves.seek_film(course, state, 6.5),
    "again": moves.film_again,
    "swap": moves.swap_version,
    "next": moves.next_beat,
    "back": moves.back,
    "mute": moves.toggle_mute,
    "off": telling.toggle_description,
    "step": lambda course, state: moves.go_to(course, state, 0),
    "failure": lambda course, state: moves.film_failed(course, state, "It stopped."),
}


@pytest.mark.parametrize("name", INTERRUPTIONS)
@pytest.mark.parametrize("waits", [False, True])
def test_whatever_comes_between_stops_the_description_at_once(name: str, *, waits: bool) -> None:
    told = comes_to(watching(description=True), 1.0)
    state = INTERRUPTIONS[name](COURSE, stops(told) if waits else moves.film_came_to(COURSE, told, 1.4))
    assert said(state) == ""
    assert not state.film.held


@pytest.mark.parametrize("name", ["hide", "calm"])
def test_after_a_covered_screen_the_film_does_not_play_by_itself(name: str) -> None:
    held = stops(comes_to(watching(description=True), 1.0))
    opened = moves.next_beat(COURSE, telling.over(COURSE, INTERRUPTIONS[name](COURSE, held)))
    assert (opened.screen, opened.film.status) == (Screen.OPEN, FilmStatus.RESTING)


@pytest.mark.parametrize("name", ["mute", "off"])
def test_a_film_that_waited_plays_on_when_its_description_is_silenced(name: str) -> None:
    held = stops(comes_to(watching(description=True), 1.0))
    assert INTERRUPTIONS[name](COURSE, held).film.status is FilmStatus.PLAYING
    at_pause = stops(comes_to(watching(description=True), 3.5))
    assert INTERRUPTIONS[name](COURSE, at_pause).film.reached, "at a pause point the question comes"


def test_a_description_that_was_cut_off_is_told_again_from_its_beginning() -> None:
    told = moves.film_came_to(COURSE, comes_to(watching(description=True), 1.0), 1.6)
    played_on = moves.play_or_rest(COURSE, moves.play_or_rest(COURSE, told))
    assert said(comes_to(played_on, 1.64)) == words(1.0)


def test_it_is_told_again_with_the_move_that_plays_the_film_on() -> None:
    rested = moves.play_or_rest(COURSE, stops(comes_to(watching(description=True), 1.0)))
    assert telling.as_it_plays_on(COURSE, rested, rested) == rested
    played = telling.as_it_plays_on(COURSE, rested, moves.play_or_rest(COURSE, rested))
    assert (said(played), played.film.held) == (words(1.0), True)
    elsewhere = moves.go_to(COURSE, rested, 0)
    assert telling.as_it_plays_on(COURSE, rested, elsewhere) == elsewhere


def test_a_film_that_waited_and_was_hidden_tells_it_again_when_it_plays_on() -> None:
    hidden = moves.hide(COURSE, stops(comes_to(watching(description=True), 1.0)))
    played_on = moves.play_or_rest(COURSE, moves.hide(COURSE, hidden))
    assert said(comes_to(played_on, 2.0 + BREATH_S)) == words(1.0)


def test_what_was_cut_off_long_ago_is_not_told_out_of_place() -> None:
    muted = moves.toggle_mute(COURSE, comes_to(watching(description=True), 1.0))
    later = moves.toggle_mute(COURSE, moves.film_came_to(COURSE, muted, 3.0))
    assert said(comes_to(later, 3.04)) == ""
    assert said(comes_to(later, 3.5)) == words(3.5)


def test_one_that_was_told_in_full_is_told_again_only_when_the_film_goes_back() -> None:
    over = telling.over(COURSE, comes_to(watching(description=True), 1.0))
    played_on = moves.play_or_rest(COURSE, moves.play_or_rest(COURSE, over))
    assert said(comes_to(played_on, 1.64)) == ""
    back = moves.seek_film(COURSE, played_on, 0.5)
    assert said(comes_to(back, 1.0)) == words(1.0)


def test_captions_are_read_by_the_computers_voice_alone() -> None:
    state = watching(voice=True, spoken_captions=True)
    assert said(comes_to(state, 0.9)) == ""
    assert said(comes_to(state, 1.0)) == "Maya: Words at 1.0"
    assert said(comes_to(watching(spoken_captions=True), 1.0)) == ""


def test_captions_are_read_where_they_are_not_shown() -> None:
    state = watching(voice=True, spoken_captions=True, captions=False)
    assert said(comes_to(state, 1.0)) == "Maya: Words at 1.0"


def test_the_film_never_waits_for_a_caption_and_it_is_read_to_its_end_at_a_pause() -> None:
    read = comes_to(watching(voice=True, spoken_captions=True), 1.0)
    assert film_moves.stop_s(COURSE, step(COURSE, read), read) == MOMENTS["clue"]
    asked = stops(read)
    assert asked.film.reached
    assert said(asked) == "Maya: Words at 1.0"
    assert said(telling.over(COURSE, asked)) == ""
    assert said(moves.play_or_rest(COURSE, asked)) == "", "the film plays on"


def test_of_captions_that_come_faster_than_speech_the_newest_is_read_next() -> None:
    state = comes_to(watching(voice=True, spoken_captions=True), 1.0)
    (first,) = [state.film.telling]
    assert first is not None
    for number in (1, 2, 3):
        newer = first.model_copy(update={"text": f"Newer {number}"})
        state = telling.taken_up(state, newer)
    assert said(state) == "Maya: Words at 1.0", "no sentence is cut off"
    after = telling.over(COURSE, state)
    assert said(after) == "Newer 3"
    assert said(telling.over(COURSE, after)) == ""


def test_a_description_goes_before_a_caption_that_waits_and_the_film_waits_for_both() -> None:
    both = watching(voice=True, description=True, spoken_captions=True)
    caption = comes_to(both, 1.0)
    assert said(caption) == words(1.0)
    assert caption.film.next_telling is not None
    assert said(telling.over(COURSE, caption)) == "Maya: Words at 1.0"
    reading = telling.over(COURSE, caption)
    waiting = comes_to(reading, 3.5)
    assert waiting.film.next_telling is not None
    assert waiting.film.next_telling.text == words(3.5)
    held = stops(waiting)
    assert held.film.held
    described = telling.over(COURSE, held)
    assert (said(described), described.film.held) == (words(3.5), True)
    assert telling.over(COURSE, described).film.reached


def test_both_choices_are_remembered_in_the_place_and_nothing_is_told_after_carrying_on() -> None:
    told = stops(comes_to(watching(voice=True, description=True, spoken_captions=True), 1.0))
    place = kept_place(COURSE, told, "key", NOW)
    again = carry_on(COURSE, type(place).model_validate_json(place.model_dump_json()))
    assert (again.film_choice.description, again.film_choice.spoken_captions) == (True, True)
    assert (said(again), again.film.held, again.film.status) == ("", False, FilmStatus.RESTING)


MOVES: dict[str, Callable[[Course, LessonState], LessonState]] = {
    **INTERRUPTIONS,
    "play": moves.play_or_rest,
    "over": telling.over,
    "stops": lambda course, state: (
        stops(state, course) if isinstance(moves.current_step(course, state), FilmStep) else state
    ),
    "captions": telling.toggle_spoken_captions,
    "repeat": film_tools.repeat,
    "pause": own_pauses.add_or_remove,
    "track": caption_moves.next_track,
    "film": lambda course, state: moves.go_to(course, state, 4),
}
CAME = st.sampled_from([*MOVES, *(start + late for start, _ in CUES for late in (0.0, 0.5))])


@given(asked=st.lists(CAME, max_size=40))
def test_whatever_is_asked_for_a_film_waits_only_for_a_description_that_is_told(
    asked: list[str | float],
) -> None:
    state = watching(voice=True, description=True, spoken_captions=True)
    for name in asked:
        if isinstance(name, str):
            state = MOVES[name](COURSE, state)
        elif isinstance(moves.current_step(COURSE, state), FilmStep):
            state = comes_to(state, name)
        film = state.film
        told = {one.kind for one in (film.telling, film.next_telling) if one is not None}
        if film.held or TellingKind.DESCRIPTION in told:
            assert film.status is FilmStatus.PLAYING
            assert state.screen is Screen.OPEN
            assert state.film_choice.description
            assert not state.muted
        if film.held:
            assert TellingKind.DESCRIPTION in told
        if film.next_telling is not None:
            assert film.telling is not None
