from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from lesson_player.model.appearance import Appearance, FilmChoice
from lesson_player.model.slide import Slide
from lesson_player.teaching import moves
from lesson_player.teaching.course import Course
from lesson_player.teaching.state import FilmStatus, LessonState, Screen
from tests.support.small_lesson import at_step, begin, course, press_next

MOVES = {
    "next": moves.next_beat,
    "back": moves.back,
    "first": moves.first,
    "last": moves.last,
    "play": moves.play_or_rest,
    "swap": moves.swap_version,
    "captions": moves.toggle_captions,
    "larger": moves.text_larger,
    "smaller": moves.text_smaller,
    "hide": moves.hide,
    "calm": moves.calm,
    "reach": moves.film_reached_mark,
    "louder": moves.louder,
    "mute": moves.toggle_mute,
}


def test_next_reveals_a_step_line_by_line_then_goes_on() -> None:
    made = course()
    state = at_step(made, "rules")

    shown = []
    while moves.current_step(made, state).id == "rules":
        rows = moves.current_beats(made, state)[state.beat].rows
        shown.append([row.id for row in rows if row.shown])
        state = press_next(made, state)

    assert shown == [
        ["rule-1"],
        ["rule-1", "rule-2"],
        ["rule-1", "rule-2", "rule-3"],
        [f"rule-{n}" for n in range(1, 5)],
    ]
    assert moves.current_step(made, state).id == "words"


def test_lines_shown_together_come_part_by_part() -> None:
    made = course()
    slides = moves.current_beats(made, at_step(made, "recap"))

    assert [sum(row.shown for row in slide.rows) for slide in slides] == [3, 5]
    assert not any(row.current for slide in slides for row in slide.rows)


def test_a_choice_is_answered_card_by_card() -> None:
    made = course()
    slides = moves.current_beats(made, at_step(made, "choose"))

    assert [[card.id for card in slide.cards if card.chosen] for slide in slides] == [[], ["ok"], ["not-ok"]]
    assert [slide.reply for slide in slides] == ["", "Reply to ok.", "Reply to not-ok."]


def test_cards_that_do_not_fit_together_come_in_groups() -> None:
    made = course()

    def one_by_one(slide: Slide, _appearance: Appearance) -> tuple[tuple[str, ...], ...]:
        return tuple((card.id,) for card in slide.cards)

    slides = moves.current_beats(replace(made, pages=one_by_one, made={}), at_step(made, "choose"))

    assert [[card.id for card in slide.cards] for slide in slides] == [["ok"], ["not-ok"], ["ok"], ["not-ok"]]
    assert [card.number for slide in slides for card in slide.cards] == [1, 2, 1, 2]
    assert [slide.reply for slide in slides] == ["", "", "Reply to ok.", "Reply to not-ok."]


def test_touching_a_card_shows_its_reply() -> None:
    made = course()
    state = moves.choose(made, at_step(made, "choose"), "not-ok")

    assert moves.current_beats(made, state)[state.beat].reply == "Reply to not-ok."


def test_touching_something_unknown_changes_nothing() -> None:
    made = course()
    state = at_step(made, "choose")

    assert moves.choose(made, state, "nobody") == state


def test_next_at_the_very_end_stays() -> None:
    made = course()
    state = moves.last(made, begin(made))

    assert moves.next_beat(made, state) == state


def test_back_comes_to_the_last_line_of_the_step_before() -> None:
    made = course()
    state = moves.back(made, at_step(made, "words"))

    assert moves.current_step(made, state).id == "rules"
    assert state.beat == 3


def test_back_at_the_very_start_stays() -> None:
    made = course()

    assert moves.back(made, begin(made)) == begin(made)


def test_a_step_number_that_is_not_there_changes_nothing() -> None:
    made = course()
    state = at_step(made, "rules")

    assert moves.go_to(made, state, 99) == state
    assert moves.go_to(made, state, -1) == state


def test_hide_and_calm_keep_the_place_and_next_opens_the_screen() -> None:
    made = course()
    state = press_next(made, at_step(made, "rules"))
    for cover, screen in ((moves.hide, Screen.HIDDEN), (moves.calm, Screen.CALM)):
        covered = cover(made, state)
        assert covered.screen is screen
        assert moves.next_beat(made, covered) == state
        assert moves.back(made, covered) == state
        assert cover(made, covered) == state


def test_hiding_goes_straight_to_calm_and_back() -> None:
    made = course()
    hidden = moves.hide(made, begin(made))

    assert moves.calm(made, hidden).screen is Screen.CALM


def test_larger_text_keeps_what_was_on_the_screen() -> None:
    made = course()
    for presses, first in ((0, "recap-1"), (1, "recap-4")):
        state = press_next(made, at_step(made, "recap"), presses)
        for _ in range(9):
            state = moves.text_larger(made, state)

        rows = moves.current_beats(made, state)[state.beat].rows
        assert state.appearance.text_percent == 200
        assert [row.id for row in rows if row.shown][-1] == first
        for _ in range(9):
            state = moves.text_smaller(made, state)
        assert state.beat == presses, "and back again"


def test_larger_text_keeps_the_line_that_is_talked_about() -> None:
    made = course()
    state = press_next(made, at_step(made, "rules"), 2)

    larger = moves.text_larger(made, state)
    assert moves.current_beats(made, larger)[larger.beat].current == "rule-3"


def test_smaller_text_has_an_end() -> None:
    made = course()
    state = begin(made)
    for _ in range(20):
        state = moves.text_smaller(made, state)

    assert state.appearance.text_percent == 80


def test_time_passes_only_while_the_timer_runs() -> None:
    made = course()
    state = moves.tick(begin(made), 5)
    paused = moves.toggle_timer(made, state)

    assert moves.tick(paused, 60).spent_s == 5
    assert moves.tick(press_next(made, paused), 60).spent_s == 5, "a stopped timer stays stopped"
    assert moves.tick(moves.toggle_timer(made, paused), 1).spent_s == 6


def test_volume_stays_within_bounds_and_turns_the_sound_on() -> None:
    made = course()
    muted = moves.toggle_mute(made, begin(made))

    assert muted.muted
    assert not moves.louder(made, muted).muted
    assert moves.set_volume(made, muted, 500).volume == 100
    assert moves.set_volume(made, muted, -3).volume == 0


def test_swap_outside_a_film_only_changes_the_choice() -> None:
    made = course()
    state = moves.swap_version(made, at_step(made, "rules"))

    assert state.film_choice.version == "bsl"
    assert moves.swap_version(made, state).film_choice == FilmChoice()


def test_next_alone_teaches_the_whole_sitting() -> None:
    made = course()
    state, seen = begin(made), []
    for _ in range(100):
        seen.append(moves.current_step(made, state).id)
        following = moves.next_beat(made, state)
        if following == state:
            break
        state = following

    assert list(dict.fromkeys(seen)) == list(made.lesson.sitting("one").steps)


@given(st.lists(st.sampled_from(sorted(MOVES)), max_size=60))
def test_any_run_of_moves_leaves_a_place_that_exists(run: list[str]) -> None:
    made = course()
    state = begin(made)
    for name in run:
        state = MOVES[name](made, state)
        _holds(made, state)


@given(st.lists(st.sampled_from(["next", "next", "next", "hide", "swap", "larger"]), max_size=40))
def test_back_undoes_next_on_slides(run: list[str]) -> None:
    made = course()
    state = begin(made)
    for name in run:
        state = MOVES[name](made, state)
    following = moves.next_beat(made, state)
    if (
        following == state
        or state.screen is not Screen.OPEN
        or _in_film(made, state)
        or _in_film(made, following)
    ):
        return
    returned = moves.back(made, following)
    assert (returned.step, returned.beat) == (state.step, state.beat)


def _in_film(made: Course, state: LessonState) -> bool:
    return moves.current_step(made, state).kind == "film"


def _holds(made: Course, state: LessonState) -> None:
    assert 0 <= state.beat < len(moves.current_beats(made, state))
    assert state == LessonState.model_validate_json(state.model_dump_json())
    if not _in_film(made, state):
        assert state.film.status is FilmStatus.READY
    if state.screen is not Screen.OPEN:
        assert state.film.status is not FilmStatus.PLAYING
