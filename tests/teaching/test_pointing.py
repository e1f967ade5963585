"""Pictures of a question can be pointed at: the card is marked, its reply shown, and Next is as ever."""

from __future__ import annotations

from lesson_player.model.slide import Slide
from lesson_player.teaching import moves
from lesson_player.teaching.project import class_view
from lesson_player.teaching.state import LessonState
from tests.support.small_lesson import at_step, course, press_next

COURSE = course()


def shown(state: LessonState) -> Slide:
    view = class_view(COURSE, state)
    return view.film.prompt if view.film is not None and view.film.prompt is not None else view.slide


def marked(state: LessonState) -> list[str]:
    return [card.id for card in shown(state).cards if card.chosen]


def test_the_card_that_was_pointed_at_is_marked_with_its_reply() -> None:
    asked = at_step(COURSE, "talk")
    assert (marked(asked), shown(asked).reply) == ([], "")
    pointed = moves.choose(COURSE, asked, "who-no")
    assert (marked(pointed), shown(pointed).reply) == (["who-no"], "Reply to who-no.")
    assert marked(moves.choose(COURSE, pointed, "who-yes")) == ["who-yes"]
    assert marked(moves.choose(COURSE, pointed, "who-no")) == [], "once more, and all can be pointed at again"


def test_it_is_so_in_the_question_of_a_film_too() -> None:
    asked = moves.film_reached_mark(COURSE, press_next(COURSE, at_step(COURSE, "watch")))
    pointed = moves.choose(COURSE, asked, "clues-yes")
    assert (marked(pointed), shown(pointed).reply) == (["clues-yes"], "Reply to clues-yes.")
    assert "Reply to clues-yes" in class_view(COURSE, pointed).announcement


def test_next_and_back_go_the_same_way_whether_somebody_pointed_or_not() -> None:
    asked = at_step(COURSE, "talk")
    pointed = moves.choose(COURSE, asked, "who-no")
    for move in (moves.next_beat, moves.back, moves.last):
        assert class_view(COURSE, move(COURSE, pointed)) == class_view(COURSE, move(COURSE, asked))


def test_another_step_forgets_it() -> None:
    pointed = moves.choose(COURSE, at_step(COURSE, "talk"), "who-no")
    assert marked(moves.back(COURSE, moves.next_beat(COURSE, moves.back(COURSE, pointed)))) == []
    assert moves.go_to(COURSE, pointed, pointed.step).pointed == ""


def test_what_is_not_on_the_screen_cannot_be_pointed_at() -> None:
    asked = at_step(COURSE, "talk")
    for card in ("clues-yes", "nothing", ""):
        assert moves.choose(COURSE, asked, card) == asked
    assert moves.choose(COURSE, moves.hide(COURSE, asked), "who-no").pointed == ""
