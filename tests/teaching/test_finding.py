"""Finding a step by a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesson_player.teaching.desk import teacher_view
from lesson_player.teaching.finding import find_steps, folded
from tests.support.small_lesson import at_step, begin, course


def numbers(words: str, step: str = "welcome") -> list[int]:
    made = course()
    return [found.entry.number for found in find_steps(teacher_view(made, at_step(made, step)), words)]


def test_no_words_find_every_step() -> None:
    assert numbers("") == numbers("  ") == list(range(1, 12))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("recap", [9]),
        ("RÉCAP", [9]),
        ("text rule-4", [3]),
        ("word2", [4]),
        ("easy", []),
        ("question clues", [5]),
        ("nothing like it", []),
    ],
)
def test_words_are_found_in_titles_slides_and_questions(words: str, found: list[int]) -> None:
    assert numbers(words) == found


def test_a_title_comes_before_a_text_and_a_number_before_both() -> None:
    assert numbers("tell")[0] == 8, "only there in a text"
    assert numbers("talk")[0] == 6
    assert numbers("1")[0] == 1
    assert numbers("11")[0] == 11


def test_the_line_with_the_words_is_shown_without_its_stars() -> None:
    made = course()
    view = teacher_view(made, begin(made))
    starred = view.model_copy(update={"step_words": (("A **strong** word",), *view.step_words[1:])})
    assert [found.line for found in find_steps(starred, "strong")] == ["A strong word"]
    assert [found.line for found in find_steps(view, "recap")] == [""]


def test_notes_are_found_and_on_a_shared_screen_only_titles() -> None:
    assert 2 in numbers("only the teacher")
    made = course(private=False)
    view = teacher_view(made, begin(made))
    assert view.step_words == ()
    assert find_steps(view, "only the teacher") == ()
    assert [found.entry.number for found in find_steps(view, "recap")] == [9]


@given(st.text(max_size=30))
def test_any_search_gives_steps_of_the_sitting_once(words: str) -> None:
    found = numbers(words)
    assert len(found) == len(set(found))
    assert set(found) <= set(range(1, 12))


def test_folding_takes_accents_capitals_and_curly_quotes_away() -> None:
    assert folded("Maya’s Ŵy É") == "maya's wy e"
