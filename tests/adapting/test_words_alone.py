from __future__ import annotations

from typing import Literal

from hypothesis import given, settings
from hypothesis import strategies as st

from lesson_player.adapting.line_edits import AddLine, ChangeLine, HideLine
from lesson_player.adapting.opened import Opened, edited, opened, redone, undone
from lesson_player.adapting.words_alone import LineWords, reworded, words_between
from lesson_player.control.editing.whole import WholeLesson
from lesson_player.model.lesson import Line
from tests.support import small_lesson
from tests.support.adapted import after, version
from tests.support.some_edits import LINES, edits

LESSON = small_lesson.lesson()


def typing() -> st.SearchStrategy[list[object]]:
    """Other words of one field, one after another; one line is hidden, one locked, and one in a question."""
    lines = st.sampled_from(("hello", "rule-1", "rule-2", "fault", "who-starter"))
    texts = st.permutations(("One.", "Two.", "Three."))
    return st.builds(_typed, lines, st.sampled_from(("text", "easy")), texts)


def _typed(line: str, field: Literal["text", "easy"], texts: list[str]) -> list[object]:
    return [ChangeLine(line, field, text) for text in texts]


def runs() -> st.SearchStrategy[list[object]]:
    """Typing between edits of all kinds, undo and redo."""
    other = (edits() | st.sampled_from(["undo", "redo"])).map(lambda one: [one])
    return st.lists(typing() | other, min_size=1, max_size=8).map(
        lambda parts: [one for part in parts for one in part]
    )


@settings(max_examples=60, deadline=None)
@given(runs())
def test_a_line_put_in_gives_what_the_whole_version_over_the_lesson_gives(run: list[object]) -> None:
    desk, whole = after(opened(LESSON, version()), HideLine("rule-2")), WholeLesson()
    for one in run:
        if one == "undo":
            desk = undone(desk)
        elif one == "redo":
            desk = redone(desk)
        else:
            found = edited(desk, one)  # type: ignore[arg-type]  # an edit, as the strategies say
            desk = found if isinstance(found, Opened) else desk
        anew = opened(LESSON, desk.adaptation)
        assert (desk.lesson, desk.faults) == (anew.lesson, anew.faults)
        assert whole.of(desk) == WholeLesson().of(anew)


def test_every_line_of_the_lesson_is_found_where_it_stands() -> None:
    for name in LINES:
        first = edited(opened(LESSON, version()), ChangeLine(name, "text", "One."))
        second = edited(first, ChangeLine(name, "text", "Two.")) if isinstance(first, Opened) else first
        if isinstance(second, Opened):
            assert second.lesson == opened(LESSON, second.adaptation).lesson


def test_a_key_in_a_line_is_told_from_every_other_edit(desk: Opened) -> None:
    typed = after(desk, ChangeLine("hello", "text", "H"))
    more = after(typed, ChangeLine("hello", "text", "Hi"))
    assert words_between(typed.adaptation, more.adaptation) == LineWords("hello", {"text": "Hi"})
    assert words_between(desk.adaptation, typed.adaptation) is None
    for other in (ChangeLine("hello", "easy", "Hi"), HideLine("hello"), HideLine("rule-2")):
        found = edited(typed, other)
        assert not isinstance(found, Opened) or words_between(typed.adaptation, found.adaptation) is None


def test_a_locked_line_and_one_of_the_versions_own_are_asked_as_before(desk: Opened) -> None:
    own = after(desk, AddLine("welcome", "hello", Line(id="own", text="Mine.")))
    assert reworded(own.lesson, own.base, LineWords("own", {"text": "Other."})) is None
    assert reworded(desk.lesson, desk.base, LineWords("fault", {"text": "Other."})) is None
    assert reworded(desk.lesson, desk.base, LineWords("hello", {"reply": "Yes."})) is None
    assert reworded(desk.lesson, desk.base, LineWords("hello", {"text": "Other."})) is not None
