from __future__ import annotations

from lesson_player.adapting.edit import find_line
from lesson_player.adapting.line_edits import AddLine, ChangeLine, HideLine, MoveLine, RemoveLine, ShowLine
from lesson_player.adapting.opened import Opened, opened
from lesson_player.adapting.step_edits import AddStep, SplitStep
from lesson_player.model.lesson import Choice, ChoiceStep, KeyWord, Lesson, Line, RowsStep
from tests.support.adapted import after, ids, refused, version


def new(name: str) -> Line:
    return Line(id=name, text=f"Text of {name}.")


def own_step() -> RowsStep:
    return RowsStep(id="mine", title="Mine", minutes=1, lines=(new("mine-1"), new("mine-2")))


class TestWords:
    def test_each_field_is_worded_anew_and_goes_back(self, desk: Opened) -> None:
        changed = after(desk, ChangeLine("hello", "text", "Hi."), ChangeLine("hello", "picture", "moon"))
        line = find_line(changed.lesson, "hello")
        assert line is not None
        assert (line.text, line.easy, line.picture) == ("Hi.", "Easy hello.", "moon")
        back = after(changed, ChangeLine("hello", "text", None), ChangeLine("hello", "picture", None))
        assert back.adaptation == desk.adaptation

    def test_the_lessons_own_words_are_no_change(self, desk: Opened) -> None:
        assert after(desk, ChangeLine("hello", "text", "Text of hello.")).adaptation == desk.adaptation

    def test_a_reply_belongs_to_choices_alone(self, desk: Opened) -> None:
        choose = after(desk, ChangeLine("ok", "reply", "Yes.")).lesson.step("choose")
        assert isinstance(choose, ChoiceStep)
        assert choose.choices[0].reply == "Yes."
        assert refused(desk, ChangeLine("hello", "reply", "Yes.")).code == "not-for-this-line"

    def test_no_words_and_too_many_are_refused(self, desk: Opened) -> None:
        assert refused(desk, ChangeLine("hello", "text", "  ")).code == "not-possible"
        assert refused(desk, ChangeLine("hello", "text", "x" * 401)).code == "not-possible"

    def test_an_own_line_is_worded_where_it_stands(self, desk: Opened) -> None:
        own = after(desk, AddLine("welcome", "hello", new("own")), AddStep("one", "rules", own_step()))
        changed = after(own, ChangeLine("own", "text", "A."), ChangeLine("mine-2", "easy", "B."))
        assert changed.adaptation.lines == {}
        assert [one.line.text for one in changed.adaptation.add_lines] == ["A."]
        found = find_line(changed.lesson, "mine-2")
        assert found is not None
        assert found.easy == "B."

    def test_undo_is_told_in_words(self, desk: Opened) -> None:
        changed = after(desk, ChangeLine("hello", "text", "Hi."), HideLine("rule-2"))
        assert [done.said for done in changed.history.past] == [
            "Text of “Text of hello.” changed",
            "“Text of rule-2.” hidden",
        ]


class TestHide:
    def test_a_line_is_hidden_and_shown_again(self, desk: Opened) -> None:
        hidden = after(desk, HideLine("rule-2"))
        assert ids(hidden, "rules") == ["rule-1", "rule-3", "rule-4"]
        assert after(hidden, ShowLine("rule-2")).adaptation == desk.adaptation

    def test_what_followed_it_keeps_its_place(self, desk: Opened) -> None:
        own = after(desk, AddLine("rules", "rule-2", new("a")), AddLine("rules", "a", new("b")))
        hidden = after(own, HideLine("rule-2"))
        assert ids(hidden, "rules") == ["rule-1", "a", "b", "rule-3", "rule-4"]
        assert hidden.problems == ()

    def test_a_split_goes_on_from_the_next_line(self, desk: Opened) -> None:
        split = after(desk, SplitStep("rules", "rule-3", "rules-2"))
        assert ids(after(split, HideLine("rule-3")), "rules-2") == ["rule-4"]
        assert refused(split, HideLine("fault")).code == "locked"

    def test_a_locked_line_and_the_last_one_stay(self, desk: Opened) -> None:
        problem = refused(desk, HideLine("fault"))
        assert problem.code == "locked"
        assert problem.sentence == "“Text of fault.” keeps children safe, so it cannot be taken away."
        assert refused(desk, HideLine("breathe")).code == "cannot-hide"


class TestOwnLines:
    def test_they_are_added_in_every_kind_of_list(self, desk: Opened) -> None:
        added = after(
            desk,
            AddLine("words", None, KeyWord(id="w", word="Sun", text="It shines.")),
            AddLine("choose", "ok", Choice(id="c", text="Maybe", reply="Yes.")),
            AddLine("talk", "who-starter", new("s")),
        )
        assert ids(added, "words")[0] == "w"
        assert ids(added, "choose") == ["what", "ok", "c", "not-ok"]
        assert ids(added, "talk")[-1] == "s"

    def test_they_are_moved_and_others_keep_their_order(self, desk: Opened) -> None:
        own = after(
            desk,
            AddLine("rules", "rule-1", new("a")),
            AddLine("rules", "a", new("b")),
            AddLine("rules", "rule-1", new("c")),
        )
        assert ids(own, "rules") == ["rule-1", "c", "a", "b", "rule-2", "rule-3", "rule-4"]
        assert ids(after(own, MoveLine("a", "rule-3")), "rules") == [
            "rule-1",
            "c",
            "b",
            "rule-2",
            "rule-3",
            "a",
            "rule-4",
        ]
        assert ids(after(own, MoveLine("b", None)), "rules")[:4] == ["b", "rule-1", "c", "a"]
        assert ids(after(own, RemoveLine("a")), "rules")[:4] == ["rule-1", "c", "b", "rule-2"]

    def test_those_of_the_lesson_are_neither_moved_nor_taken_out(self, desk: Opened) -> None:
        assert refused(desk, MoveLine("rule-1", "rule-3")).code == "not-own"
        assert refused(desk, RemoveLine("rule-1")).code == "not-own"

    def test_they_stand_in_either_part_of_a_split_step(self, desk: Opened) -> None:
        split = after(desk, SplitStep("rules", "rule-3", "rules-2"))
        both = after(split, AddLine("rules-2", None, new("head")), AddLine("rules-2", "rule-4", new("foot")))
        assert ids(both, "rules") == ["rule-1", "rule-2"]
        assert ids(both, "rules-2") == ["head", "rule-3", "rule-4", "foot"]
        assert ids(after(both, RemoveLine("head")), "rules-2") == ["rule-3", "rule-4", "foot"]
        assert ids(after(both, MoveLine("head", "rule-4")), "rules-2") == ["rule-3", "rule-4", "head", "foot"]

    def test_they_stand_in_an_own_step(self, desk: Opened) -> None:
        own = after(desk, AddStep("one", "rules", own_step()), AddLine("mine", "mine-1", new("x")))
        assert ids(own, "mine") == ["mine-1", "x", "mine-2"]
        assert ids(after(own, MoveLine("x", None)), "mine") == ["x", "mine-1", "mine-2"]
        assert ids(after(own, RemoveLine("x")), "mine") == ["mine-1", "mine-2"]
        assert own.adaptation.add_lines == ()


class TestLocked:
    def test_a_safeguarding_line_is_worded_anew_within_its_rules(self, lesson: Lesson) -> None:
        line = Line(id="footer", text="It is never your fault. Call 999.", locked=True)
        desk = opened(lesson.model_copy(update={"footer": line}), version())
        worded = after(desk, ChangeLine("footer", "text", "It is not your fault. You can call 999."))
        assert worded.lesson.footer is not None
        assert worded.lesson.footer.text.startswith("It is not")
        problem = refused(worded, ChangeLine("footer", "text", "Call 999."))
        assert problem.code == "locked-words"
        assert problem.sentence == (
            "This line keeps children safe. It has to say that it is not the child’s fault."
        )

    def test_refusals_name_no_ids(self, desk: Opened) -> None:
        edits = (
            HideLine("breathe"),
            AddStep("two", "help", own_step()),
            ChangeLine("hello", "reply", "Yes."),
            SplitStep("rules", "rule-1", "x"),
            AddLine("words", None, new("plain")),
            AddLine("talk", None, new("plain")),
        )
        for edit in edits:
            problem = refused(desk, edit)
            assert "“" not in problem.sentence + problem.remedy, problem
