"""Where am I?"""

from __future__ import annotations

import pytest

from lesson_player.teaching import moves
from lesson_player.teaching.desk import teacher_view
from lesson_player.teaching.time_words import left_words
from lesson_player.teaching.where import where_words
from tests.support.small_lesson import at_step, course, press_next


def test_it_names_step_line_time_and_what_the_class_sees() -> None:
    made = course()
    state = moves.tick(press_next(made, at_step(made, "welcome")), 61)
    assert where_words(teacher_view(made, state)) == (
        "Step 2 of 11: Welcome. Line 2 of 2. This step: less than 1 min left. This sitting: 26 min left. "
        "The class sees the lesson."
    )


def test_in_the_film_it_says_where_the_film_is() -> None:
    made = course()
    playing = moves.film_came_to(made, press_next(made, at_step(made, "watch")), 1.5)
    words = where_words(teacher_view(made, playing))
    assert "Film playing. Film at 0:01, this part ends at 0:10." in words
    assert "Film at" not in where_words(teacher_view(made, at_step(made, "watch"))), "it has not begun"


def test_it_says_when_the_screen_is_hidden_calm_or_off() -> None:
    made = course()
    state = at_step(made, "welcome")
    hidden, calm = (teacher_view(made, move(made, state)) for move in (moves.hide, moves.calm))
    assert where_words(hidden).endswith("The class screen is hidden.")
    assert where_words(calm).endswith("The class sees the calm picture.")
    gone = "The class sees nothing: its screen has gone"
    assert where_words(teacher_view(made, state), gone).endswith(f"{gone}.")


def test_a_timer_that_is_off_is_said() -> None:
    made = course()
    view = teacher_view(made, moves.toggle_timer(made, at_step(made, "welcome")))
    assert "The timer is off." in where_words(view)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (600, "10 min left"),
        (89, "1 min left"),
        (60, "1 min left"),
        (59, "less than 1 min left"),
        (0.5, "less than 1 min left"),
        (0, "time is up"),
        (-59, "time is up"),
        (-60, "1 min over"),
        (-185, "3 min over"),
    ],
)
def test_time_left_in_words(seconds: float, words: str) -> None:
    assert left_words(seconds) == words
