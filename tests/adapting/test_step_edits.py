from __future__ import annotations

from lesson_player.adapting.film_edits import AddPause, HidePause, ShowPause
from lesson_player.adapting.opened import Opened, opened
from lesson_player.adapting.step_edits import (
    AddStep,
    ChangeNotes,
    ChangeStep,
    HideStep,
    JoinStep,
    MoveStep,
    RemoveStep,
    ShowStep,
    SplitStep,
)
from lesson_player.model.lesson import FilmStep, Lesson, Line, Pause, RowsStep, lines_of
from tests.support.adapted import after, order, refused, version

ALL = [
    "prepare",
    "welcome",
    "rules",
    "words",
    "watch",
    "talk",
    "choose",
    "practise",
    "recap",
    "help",
    "calm-end",
]


def slide(name: str = "mine") -> RowsStep:
    return RowsStep(id=name, title="Mine", minutes=1, lines=(Line(id=f"{name}-1", text="A line."),))


class TestFields:
    def test_fields_change_and_go_back(self, desk: Opened) -> None:
        changed = after(
            desk,
            ChangeStep("rules", "title", "What we do"),
            ChangeStep("rules", "minutes", 5),
            ChangeStep("rules", "reveal", "together"),
            ChangeNotes("rules", "say", ("One.", "Two.")),
            ChangeStep("watch", "end", "help"),
        )
        step = changed.lesson.step("rules")
        assert (step.title, step.minutes, step.notes.say) == ("What we do", 5, ("One.", "Two."))
        back = after(
            changed,
            ChangeStep("rules", "title", "Our rules"),
            ChangeStep("rules", "minutes", None),
            ChangeStep("rules", "reveal", "line"),
            ChangeNotes("rules", "say", ()),
            ChangeStep("watch", "end", None),
        )
        assert back.adaptation == desk.adaptation

    def test_minutes_have_limits_and_only_films_have_parts(self, desk: Opened) -> None:
        assert refused(desk, ChangeStep("rules", "minutes", 61)).code == "not-possible"
        assert refused(desk, ChangeStep("rules", "start", "clue")).code == "not-for-this-step"

    def test_an_own_step_and_the_second_part_of_a_split_one_are_changed_where_they_stand(
        self, desk: Opened
    ) -> None:
        both = after(
            desk, AddStep("one", "rules", slide()), SplitStep("recap", "recap-3", "recap-b", "And then")
        )
        changed = after(
            both,
            ChangeStep("mine", "title", "Ours"),
            ChangeNotes("mine", "ask", ("What?",)),
            ChangeStep("recap-b", "minutes", 2),
            ChangeNotes("recap-b", "say", ("Go on.",)),
        )
        assert changed.adaptation.steps == {}
        assert (changed.lesson.step("mine").title, changed.lesson.step("mine").notes.ask) == (
            "Ours",
            ("What?",),
        )
        part = changed.lesson.step("recap-b")
        assert (part.title, part.minutes, part.notes.say) == ("And then", 2, ("Go on.",))


class TestOrder:
    def test_a_step_moves_and_moves_back(self, desk: Opened) -> None:
        moved = after(desk, MoveStep("one", "talk", "welcome"))
        assert order(moved)[1:4] == ["welcome", "talk", "rules"]
        assert [one.step for one in moved.adaptation.move_steps] == ["talk"]
        assert after(moved, MoveStep("one", "talk", "watch")).adaptation == desk.adaptation

    def test_many_moves_leave_each_step_where_it_was_put(self, desk: Opened) -> None:
        moved = after(
            desk,
            MoveStep("one", "talk", "welcome"),
            MoveStep("one", "choose", "talk"),
            MoveStep("one", "talk", "recap"),
            MoveStep("one", "words", "choose"),
        )
        assert order(moved) == [
            "prepare",
            "welcome",
            "choose",
            "words",
            "rules",
            "watch",
            "practise",
            "recap",
            "talk",
            "help",
            "calm-end",
        ]
        assert moved.problems == ()

    def test_a_step_moves_to_another_sitting(self, desk: Opened) -> None:
        moved = after(desk, MoveStep("two", "recap", "welcome", leaves="one"))
        assert "recap" not in order(moved)
        assert order(moved, "two") == ["welcome", "recap", "help", "calm-end"]
        back = after(moved, MoveStep("one", "recap", "practise", leaves="two"))
        assert back.adaptation == desk.adaptation

    def test_locked_steps_stay(self, desk: Opened) -> None:
        for edit in (HideStep("help"), MoveStep("one", "help", None), SplitStep("help", "fault", "x")):
            assert refused(desk, edit).code == "locked"

    def test_moving_many_around_a_locked_step_never_moves_that(self, lesson: Lesson) -> None:
        steps = tuple(
            step.model_copy(update={"locked": True}) if step.id == "talk" else step for step in lesson.steps
        )
        desk = opened(lesson.model_copy(update={"steps": steps}), version())
        names = ["welcome", "rules", "words", "watch"]
        for former, name in zip(["talk", *names], names, strict=False):
            desk = after(desk, MoveStep("one", name, former))
        assert order(desk)[:6] == ["prepare", "talk", *names]
        assert [one.step for one in desk.adaptation.move_steps] == names

    def test_hiding_leaves_all_others_in_place(self, desk: Opened) -> None:
        own = after(desk, AddStep("one", "rules", slide()), MoveStep("one", "recap", "mine"))
        hidden = after(own, HideStep("rules"))
        assert order(hidden)[1:5] == ["welcome", "mine", "recap", "words"]
        assert hidden.problems == ()
        assert "rules" in order(after(hidden, ShowStep("rules")))


class TestOwnAndSplit:
    def test_own_steps_come_and_go(self, desk: Opened) -> None:
        own = after(desk, AddStep("one", "rules", slide("a")), AddStep("one", "a", slide("b")))
        assert order(own)[2:5] == ["rules", "a", "b"]
        assert order(after(own, MoveStep("one", "a", "b")))[2:5] == ["rules", "b", "a"]
        assert order(after(own, RemoveStep("a")))[2:4] == ["rules", "b"]
        assert after(own, RemoveStep("b"), RemoveStep("a")).adaptation == desk.adaptation
        assert refused(own, RemoveStep("rules")).code == "not-own"
        assert refused(own, SplitStep("a", "a-1", "c")).code == "own-step"

    def test_a_step_added_beside_a_moved_one_stands_there(self, desk: Opened) -> None:
        own = after(desk, MoveStep("one", "talk", "welcome"), AddStep("one", "talk", slide()))
        assert order(own)[1:5] == ["welcome", "talk", "mine", "rules"]

    def test_split_and_joined(self, desk: Opened) -> None:
        split = after(desk, SplitStep("recap", "recap-3", "b"), SplitStep("b", "recap-5", "c"))
        assert order(split)[8:11] == ["recap", "b", "c"]
        assert [len(tuple(lines_of(split.lesson.step(name)))) for name in ("recap", "b", "c")] == [2, 2, 1]
        joined = after(split, JoinStep("b"))
        assert [len(tuple(lines_of(joined.lesson.step(name)))) for name in ("recap", "c")] == [4, 1]
        assert after(joined, JoinStep("c")).adaptation == desk.adaptation
        assert refused(split, HideStep("b")).code == "split-off"

    def test_hiding_a_split_step_hides_both_parts(self, desk: Opened) -> None:
        split = after(desk, SplitStep("recap", "recap-3", "b"), MoveStep("one", "b", "welcome"))
        hidden = after(split, HideStep("recap"))
        assert order(hidden) == [name for name in ALL if name != "recap"]


class TestPauses:
    def test_pauses_come_and_go(self, desk: Opened) -> None:
        more = after(desk, AddPause("watch", Pause(id="rest", at="clue", after=1.5)))
        step = more.lesson.step("watch")
        assert isinstance(step, FilmStep)
        assert [pause.id for pause in step.pauses] == ["pause-clue", "pause-help", "rest"]
        assert after(more, HidePause("watch", "rest")).adaptation == desk.adaptation
        fewer = after(desk, HidePause("watch", "pause-help"))
        assert fewer.adaptation.steps["watch"].hidden_pauses == ("pause-help",)
        assert after(fewer, ShowPause("watch", "pause-help")).adaptation == desk.adaptation
