from __future__ import annotations

from lesson_player.model.lesson import Wording
from lesson_player.model.slide import ScreenKind
from lesson_player.teaching import moves
from lesson_player.teaching.desk import teacher_view
from lesson_player.teaching.project import class_view
from lesson_player.teaching.views import Standing
from tests.support.small_lesson import SECRET, at_step, begin, course, press_next


def test_teachers_notes_never_reach_the_class() -> None:
    made = course()
    state = begin(made)
    for _ in range(100):
        assert SECRET not in class_view(made, state).model_dump_json()
        state = press_next(made, state)


def test_the_teacher_sees_the_very_view_that_the_class_sees() -> None:
    made = course()
    state = press_next(made, at_step(made, "rules"))

    assert teacher_view(made, state).class_view == class_view(made, state)


def test_next_view_is_what_next_brings() -> None:
    made = course()
    state = at_step(made, "rules")

    assert teacher_view(made, state).next_view == class_view(made, press_next(made, state))


def test_on_a_shared_screen_there_is_nothing_for_the_teacher_alone() -> None:
    made = course(private=False)
    state = begin(made)
    for _ in range(100):
        view = teacher_view(made, state)
        assert SECRET not in view.model_dump_json()
        assert view.tasks == ()
        state = press_next(made, state)


def test_easy_read_wording_reaches_every_line() -> None:
    made = course(wording=Wording.EASY)

    assert next(row.text for row in class_view(made, at_step(made, "rules")).slide.rows) == "Easy rule-1."
    assert class_view(made, at_step(made, "talk")).slide.heading == "Easy question who?"


def test_now_and_next_names_the_step_that_follows() -> None:
    made = course()
    strip = class_view(made, at_step(made, "welcome")).now_next

    assert strip is not None
    assert (strip.now, strip.next) == ("Welcome", "Our rules")


def test_the_film_shows_captions_of_its_time_and_version() -> None:
    made = course()
    playing = moves.film_came_to(made, press_next(made, at_step(made, "watch")), 1.5)
    shown = class_view(made, playing)

    assert shown.screen is ScreenKind.FILM
    assert shown.film is not None
    assert [cue.text for cue in shown.film.cues] == ["Words at 1.0"]
    assert shown.film.speakers == ("Maya",)
    off = class_view(made, moves.toggle_captions(made, playing)).film
    assert off is not None
    assert off.cues == ()
    signed = class_view(made, moves.swap_version(made, playing)).film
    assert signed is not None
    assert [cue.text for cue in signed.cues] == ["Words at 2.0"]


def test_a_resting_film_asks_its_question() -> None:
    made = course()
    resting = moves.film_reached_mark(made, press_next(made, at_step(made, "watch")))
    film = class_view(made, resting).film

    assert film is not None
    assert film.prompt is not None
    assert film.prompt.heading == "Question clues?"
    assert teacher_view(made, resting).notes.look_for[0] == "A name of a trusted adult"


def test_a_missing_film_tells_the_teacher_the_file_and_the_class_a_calm_sentence() -> None:
    made = course(missing=("film", "bsl"))
    view = teacher_view(made, at_step(made, "watch"))

    assert "film.webm" in view.messages[0]
    assert view.class_view.film is not None
    assert "missing" not in view.class_view.film.message
    assert view.class_view.film.message


def test_a_hidden_screen_shows_nothing_of_the_lesson() -> None:
    made = course()
    shown = class_view(made, moves.hide(made, at_step(made, "rules")))

    assert shown.screen is ScreenKind.HIDDEN
    assert "rule" not in shown.model_dump_json()
    assert shown.footer == ""


def test_preparation_is_the_teachers_and_the_class_sees_the_title() -> None:
    made = course()
    view = teacher_view(made, begin(made))

    assert view.tasks == ("Text of prepare-1.",)
    assert view.class_view.slide.heading == "Small lesson"


def test_the_pace_counts_the_steps_before() -> None:
    made = course()
    state = moves.tick(at_step(made, "rules"), 30)
    pace = teacher_view(made, state).pace

    assert pace.spent_s == 30
    assert pace.behind_s == 30 - 120 - 30
    assert pace.step_left_s == 150
    assert pace.planned_s == 27 * 60
    assert pace.skippable == ("Practise",)


def test_the_list_of_steps_says_where_each_stands() -> None:
    made = course()
    entries = teacher_view(made, at_step(made, "rules")).steps

    assert [entry.standing for entry in entries][:4] == [
        Standing.DONE,
        Standing.DONE,
        Standing.CURRENT,
        Standing.COMING,
    ]
    assert [entry.number for entry in entries] == list(range(1, 12))


def test_what_next_will_do_is_said_in_words() -> None:
    made = course()
    watch = at_step(made, "watch")

    assert teacher_view(made, at_step(made, "rules")).coming == "Text of rule-2."
    assert teacher_view(made, watch).coming == "Play the film"
    assert (
        teacher_view(made, press_next(made, watch)).coming == "Go straight to the next pause: Question clues?"
    )
    assert teacher_view(made, moves.hide(made, watch)).coming == "Show the class screen again"
    last = moves.last(made, begin(made))
    assert teacher_view(made, last).coming == "End of this sitting"
    assert not teacher_view(made, last).can_go_on
    assert teacher_view(made, last).next_view is None


def test_the_class_is_told_only_the_new_line() -> None:
    made = course()
    first = at_step(made, "rules")

    assert class_view(made, first).announcement == "Our rules. Text of rule-1"
    assert class_view(made, press_next(made, first)).announcement == "Text of rule-2"
