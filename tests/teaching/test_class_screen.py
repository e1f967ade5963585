"""When a screen goes, the film rests and the teacher is told; the place is kept."""

from __future__ import annotations

from lesson_player.teaching import moves
from lesson_player.teaching.class_screen import interrupted, told_anew
from lesson_player.teaching.closing import closing_view
from lesson_player.teaching.project import class_view
from lesson_player.teaching.state import FilmStatus, Repeat
from tests.support.small_lesson import at_step, begin, course, press_next


def test_a_film_that_plays_rests_where_it_is_and_repeats_nothing() -> None:
    made = course()
    state = at_step(made, "watch")
    while state.film.status is not FilmStatus.PLAYING:
        state = press_next(made, state)
    film = state.film.model_copy(update={"at_s": 3.0, "repeat": Repeat(from_s=1.0, to_s=4.0)})
    after = interrupted(state.model_copy(update={"film": film}), "The board has gone.")

    assert after.film.status is FilmStatus.RESTING
    assert after.film.at_s == 3.0
    assert after.film.jump == state.film.jump, "the player is not sent anywhere"
    assert after.film.repeat is None
    assert after.messages == ("The board has gone.",)
    assert "The board has gone." not in class_view(made, after).model_dump_json()


def test_outside_a_film_only_the_teacher_is_told() -> None:
    state = begin(course())
    after = interrupted(state, "The board has gone.")
    assert after == moves.tell_teacher(state, "The board has gone.")


def test_what_is_no_longer_true_is_not_said_any_more() -> None:
    state = moves.tell_teacher(moves.tell_teacher(begin(course()), "other"), "gone")
    back = told_anew(state, "gone", "back")
    assert back.messages == ("other", "back")
    assert told_anew(moves.tell_teacher(back, "new"), "gone", "back").messages == ("other", "new", "back")


def test_the_last_picture_says_that_the_lesson_is_over_in_the_classs_own_look() -> None:
    made = course()
    state = moves.text_larger(made, begin(made))
    shown = closing_view(made, state)
    assert shown.slide.heading == "The lesson is over."
    assert shown.appearance == state.appearance
    assert shown.slide.picture == made.picture(made.lesson.calm.picture)
    assert not shown.footer
