from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from lesson_player.adapting.history import History
from lesson_player.adapting.line_edits import ChangeLine, HideLine
from lesson_player.adapting.opened import Opened, edited, opened, redone, undone, written
from lesson_player.adapting.step_edits import ChangeStep
from lesson_player.model.adaptation import Adaptation
from lesson_player.model.lesson import lines_of
from tests.support import small_lesson
from tests.support.adapted import after, version
from tests.support.some_edits import edits

LESSON = small_lesson.lesson()


def undo_all(desk: Opened) -> Opened:
    while desk.history.past:
        desk = undone(desk)
    return desk


def test_undo_and_redo_are_told_in_words_and_go_to_both_ends(desk: Opened) -> None:
    done = after(desk, ChangeLine("hello", "text", "Hi."), HideLine("rule-2"))
    assert (done.history.undo_words, done.history.redo_words) == ("“Text of rule-2.” hidden", "")
    back = undone(undone(done))
    assert (back.history.undo_words, back.history.redo_words) == ("", "Text of “Text of hello.” changed")
    assert back.adaptation == desk.adaptation
    assert back.lesson == desk.lesson
    assert undone(back).history == back.history
    again = redone(redone(back))
    assert again.lesson == done.lesson
    assert redone(again).history == again.history


def test_an_edit_after_undo_forgets_what_was_undone(desk: Opened) -> None:
    done = after(undone(after(desk, HideLine("rule-2"))), HideLine("rule-3"))
    assert done.history.future == ()
    assert [one.said for one in done.history.past] == ["“Text of rule-3.” hidden"]


class TestTyping:
    def test_letters_in_one_field_are_one_step(self, desk: Opened) -> None:
        for text in ("H", "Hi", "Hi."):
            found = edited(desk, ChangeLine("hello", "text", text), typing_on=True)
            assert isinstance(found, Opened)
            desk = found
        assert len(desk.history.past) == 1
        assert undone(desk).adaptation.lines == {}

    def test_a_pause_or_another_field_begins_a_new_step(self, desk: Opened) -> None:
        typed = after(desk, ChangeLine("hello", "text", "H"), ChangeLine("hello", "text", "Hi"))
        assert len(typed.history.past) == 2
        other = edited(typed, ChangeLine("hello", "easy", "Hi"), typing_on=True)
        assert isinstance(other, Opened)
        assert len(other.history.past) == 3

    def test_typing_back_to_where_it_began_leaves_no_step(self, desk: Opened) -> None:
        typed = after(desk, ChangeLine("hello", "text", "H"))
        back = edited(typed, ChangeLine("hello", "text", None), typing_on=True)
        assert isinstance(back, Opened)
        assert back.history.past == ()

    def test_typing_on_after_undo_does_not_join_to_what_is_there(self, desk: Opened) -> None:
        typed = after(desk, ChangeStep("rules", "title", "A"), ChangeStep("rules", "title", "B"))
        found = edited(undone(typed), ChangeStep("rules", "title", "C"), typing_on=True)
        assert isinstance(found, Opened)
        assert len(found.history.past) == 2


class TestSaved:
    def test_it_is_saved_until_something_changes_and_when_that_is_undone(self, desk: Opened) -> None:
        assert desk.history.is_saved
        changed = after(desk, HideLine("rule-2"))
        assert not changed.history.is_saved
        assert undone(changed).history.is_saved
        kept = written(changed)
        assert kept.history.is_saved
        assert not undone(kept).history.is_saved

    def test_what_came_back_from_a_draft_is_not_saved(self) -> None:
        assert not History.of(version(title="New"), version()).is_saved


@settings(max_examples=60, deadline=None)
@given(st.lists(edits() | st.sampled_from(["undo", "redo"]), max_size=12))
def test_any_run_of_edits_undo_and_redo_gives_what_is_expected(run: list[object]) -> None:
    """A plain list of versions with a cursor does the same."""
    desk = opened(LESSON, version())
    model: list[Adaptation] = [desk.adaptation]
    at = 0
    for one in run:
        if one == "undo":
            desk, at = undone(desk), max(at - 1, 0)
        elif one == "redo":
            desk, at = redone(desk), min(at + 1, len(model) - 1)
        else:
            found = edited(desk, one)  # type: ignore[arg-type]  # an edit, as the strategy says
            if isinstance(found, Opened) and found.adaptation != desk.adaptation:
                model, at = [*model[: at + 1], found.adaptation], at + 1
                desk = found
        assert desk.adaptation == model[at]
        assert desk.lesson == opened(LESSON, model[at]).lesson
    assert undo_all(desk).adaptation == version()


@settings(max_examples=60, deadline=None)
@given(st.lists(edits(), max_size=10))
def test_no_run_of_edits_makes_a_version_that_cannot_be_applied_whole(run: list[object]) -> None:
    desk = opened(LESSON, version())
    for one in run:
        found = edited(desk, one)  # type: ignore[arg-type]  # an edit, as the strategy says
        desk = found if isinstance(found, Opened) else desk
    assert [problem for problem in desk.problems if problem.code != "hidden-already"] == []
    assert "fault" in [line.id for line in lines_of(desk.lesson.step("help"))]
    assert all("help" in sitting.steps for sitting in desk.lesson.sittings)
