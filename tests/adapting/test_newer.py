from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from lesson_player.adapting.change_edits import KeepMine, PutElsewhere, ResetPart
from lesson_player.adapting.film_edits import HidePause
from lesson_player.adapting.line_edits import AddLine, ChangeLine, HideLine
from lesson_player.adapting.newer import Fit, merged, review, told
from lesson_player.adapting.opened import Opened, edited, opened
from lesson_player.adapting.parts import Part, PartKind, parts_of
from lesson_player.adapting.step_edits import AddStep, ChangeNotes, ChangeStep, MoveStep, SplitStep
from lesson_player.model.adaptation import Adaptation, Base
from lesson_player.model.lesson import Lesson, Line, RowsStep
from tests.support import small_lesson
from tests.support.adapted import after, version
from tests.support.some_edits import edits

BASE = small_lesson.lesson()


def with_step(lesson: Lesson, name: str, **changes: Any) -> Lesson:
    steps = tuple(step.model_copy(update=changes) if step.id == name else step for step in lesson.steps)
    return lesson.model_copy(update={"steps": steps})


def with_line(lesson: Lesson, name: str, **changes: Any) -> Lesson:
    """A newer lesson in which a line of the rules or the welcome says something else."""
    for step in lesson.steps:
        lines: tuple[Line, ...] = getattr(step, "lines", ())
        if any(one.id == name for one in lines):
            newer = tuple(one.model_copy(update=changes) if one.id == name else one for one in lines)
            return with_step(lesson, step.id, lines=newer)
    raise KeyError(name)


def without_line(lesson: Lesson, step: str, name: str) -> Lesson:
    lines: tuple[Line, ...] = getattr(lesson.step(step), "lines", ())
    return with_step(lesson, step, lines=tuple(one for one in lines if one.id != name))


def without_step(lesson: Lesson, name: str) -> Lesson:
    sittings = tuple(
        sitting.model_copy(update={"steps": tuple(one for one in sitting.steps if one != name)})
        for sitting in lesson.sittings
    )
    steps = tuple(step for step in lesson.steps if step.id != name)
    return lesson.model_copy(update={"steps": steps, "sittings": sittings})


def four_changes(desk: Opened) -> Opened:
    return after(
        desk,
        ChangeLine("hello", "text", "Hi."),
        HideLine("rule-2"),
        ChangeStep("rules", "minutes", 5),
        ChangeNotes("welcome", "ask", ("Ask that",)),
    )


class TestFit:
    def test_what_the_lesson_did_not_touch_still_fits(self, desk: Opened) -> None:
        newer = with_line(desk.base, "rule-1", text="Something else.")
        changes = review(newer, four_changes(desk).adaptation)
        assert {one.fit for one in changes} == {Fit.FITS}
        assert told(changes) == "4 of your changes still fit."

    def test_a_line_worded_anew_by_both_needs_a_look_with_all_three_wordings(self, desk: Opened) -> None:
        newer = with_line(desk.base, "hello", text="Hello, all.")
        changes = merged(newer, four_changes(desk).adaptation)
        assert changes.words == "3 of your changes still fit, 1 needs a look."
        (one,) = changes.to_look_at
        assert (one.fit, one.former, one.difference.base, one.difference.own) == (
            Fit.LOOK,
            "Text of hello.",
            "Hello, all.",
            "Hi.",
        )

    def test_another_field_of_the_line_or_the_same_words_in_both_fit(self, desk: Opened) -> None:
        ours = four_changes(desk).adaptation
        for newer in (
            with_line(desk.base, "hello", easy="Easy."),
            with_line(desk.base, "hello", text="Hi."),
        ):
            assert merged(newer, ours).to_look_at == ()

    def test_a_hidden_line_that_says_something_else_now_needs_a_look(self, desk: Opened) -> None:
        newer = with_line(desk.base, "rule-2", text="A new rule.")
        (one,) = merged(newer, four_changes(desk).adaptation).to_look_at
        assert (one.difference.line, one.former, one.difference.base) == (
            "rule-2",
            "Text of rule-2.",
            "A new rule.",
        )

    def test_minutes_notes_and_titles_are_compared_too(self, desk: Opened) -> None:
        notes = small_lesson.lesson().step("welcome").notes.model_copy(update={"ask": ("New",)})
        newer = with_step(with_step(desk.base, "rules", minutes=4), "welcome", notes=notes)
        found = merged(newer, four_changes(desk).adaptation).to_look_at
        assert [(one.former, one.difference.base) for one in found] == [
            ("3 minutes", "4 minutes"),
            ("Ask this", "New"),
        ]

    def test_a_line_that_may_no_longer_be_hidden_needs_a_look(self, desk: Opened) -> None:
        (one,) = merged(with_line(desk.base, "rule-2", locked=True), four_changes(desk).adaptation).to_look_at
        assert one.fit is Fit.LOOK
        assert [problem.code for problem in one.problems] == ["locked"]

    def test_easy_words_that_the_lesson_did_not_have_before_need_a_look(self, desk: Opened) -> None:
        plain = with_line(desk.base, "hello", easy=None)
        ours = after(opened(plain, version()), ChangeLine("hello", "easy", "Hi.")).adaptation
        assert merged(plain, ours).to_look_at == ()
        assert [one.difference.base for one in merged(desk.base, ours).to_look_at] == ["Easy hello."]


class TestGone:
    def test_changes_of_what_is_gone_are_kept_and_told_in_the_words_it_had(self, desk: Opened) -> None:
        ours = four_changes(desk).adaptation
        newer = without_step(without_line(desk.base, "welcome", "hello"), "rules")
        found = merged(newer, ours)
        assert parts_of(found.adaptation) == parts_of(ours)
        assert [(one.fit, one.former) for one in found.to_look_at] == [
            (Fit.GONE, "Text of hello."),
            (Fit.GONE, "Text of rule-2."),
            (Fit.GONE, "3 minutes"),
        ]
        assert found.to_look_at[0].difference.place == "“Text of hello.”"

    def test_what_stood_beside_something_that_is_gone_is_listed(self, desk: Opened) -> None:
        slide = RowsStep(id="mine", title="Mine", minutes=1, lines=(Line(id="mine-1", text="A line."),))
        ours = after(
            desk,
            AddLine("welcome", "plan", Line(id="own", text="Own.")),
            AddStep("one", "talk", slide),
            MoveStep("one", "recap", "choose"),
            SplitStep("rules", "rule-3", "b"),
            HidePause("watch", "pause-help"),
        ).adaptation
        newer = without_line(without_line(desk.base, "welcome", "plan"), "rules", "rule-3")
        newer = with_step(without_step(without_step(newer, "talk"), "choose"), "watch", pauses=())
        found = merged(newer, ours).to_look_at
        assert {one.part.kind for one in found} == {
            PartKind.ADDED_LINE,
            PartKind.ADDED_STEP,
            PartKind.MOVED_STEP,
            PartKind.SPLIT,
            PartKind.HIDDEN_PAUSE,
        }
        assert len(found) == 5


class TestDeciding:
    def test_mine_is_kept_knowingly(self, desk: Opened) -> None:
        newer = with_line(desk.base, "hello", text="Hello, all.")
        open_one = opened(newer, four_changes(desk).adaptation)
        part = Part(PartKind.LINE, "hello", "text")
        kept = after(open_one, KeepMine(part))
        assert merged(newer, kept.adaptation).to_look_at == ()
        assert kept.lesson == open_one.lesson
        assert kept.history.undo_words == "Text kept: “Hi.”"

    def test_the_lessons_words_are_taken_knowingly(self, desk: Opened) -> None:
        newer = with_line(desk.base, "hello", text="Hello, all.")
        taken = after(
            opened(newer, four_changes(desk).adaptation), ResetPart(Part(PartKind.LINE, "hello", "text"))
        )
        assert len(review(newer, taken.adaptation)) == 3

    def test_a_change_whose_line_is_gone_is_put_elsewhere_or_given_up(self, desk: Opened) -> None:
        newer = without_line(desk.base, "welcome", "hello")
        open_one = opened(newer, after(desk, ChangeLine("hello", "text", "Hi.")).adaptation)
        part = Part(PartKind.LINE, "hello", "text")
        elsewhere = after(open_one, PutElsewhere(part, "plan"))
        assert elsewhere.adaptation.lines["plan"].text == "Hi."
        assert merged(newer, elsewhere.adaptation).to_look_at == ()
        assert after(open_one, ResetPart(part)).adaptation == version()

    def test_added_things_are_put_elsewhere(self, desk: Opened) -> None:
        slide = RowsStep(id="mine", title="Mine", minutes=1, lines=(Line(id="mine-1", text="A line."),))
        ours = after(
            desk,
            AddLine("rules", "rule-1", Line(id="own", text="Own.")),
            AddStep("one", "talk", slide),
            MoveStep("one", "recap", "talk"),
            SplitStep("rules", "rule-3", "b"),
        ).adaptation
        newer = without_step(without_step(desk.base, "talk"), "rules")
        elsewhere = after(
            opened(newer, ours),
            PutElsewhere(Part(PartKind.ADDED_LINE, "own"), "welcome", "plan"),
            PutElsewhere(Part(PartKind.ADDED_STEP, "mine", "one"), "two", "welcome"),
            PutElsewhere(Part(PartKind.SPLIT, "b"), "recap", "recap-2"),
            PutElsewhere(Part(PartKind.MOVED_STEP, "recap", "one"), "one", "welcome"),
        )
        assert merged(newer, elsewhere.adaptation).to_look_at == ()
        assert elsewhere.problems == ()

    def test_other_edits_and_more_words_in_the_same_line_do_not_stand_for_a_look(self, desk: Opened) -> None:
        newer = with_line(desk.base, "hello", text="Hello, all.")
        open_one = opened(newer, four_changes(desk).adaptation)
        more = after(open_one, HideLine("rule-3"), ChangeLine("hello", "text", "Hi, you."))
        assert [one.former for one in review(newer, more.adaptation) if one.fit is Fit.LOOK] == [
            "Text of hello."
        ]

    def test_other_edits_go_on_while_something_needs_a_look(self, desk: Opened) -> None:
        newer = without_line(desk.base, "welcome", "hello")
        open_one = opened(newer, four_changes(desk).adaptation)
        assert open_one.problems != ()
        assert isinstance(edited(open_one, HideLine("rule-3")), Opened)


class TestWithoutMemory:
    def test_a_file_without_a_base_is_held_against_the_former_lesson_where_that_is_at_hand(
        self, desk: Opened
    ) -> None:
        bare = four_changes(desk).adaptation.model_copy(update={"base": Base()})
        newer = with_line(desk.base, "hello", text="Hello, all.")
        assert merged(newer, bare).to_look_at == ()
        found = merged(newer, bare, old=desk.base)
        assert [one.former for one in found.to_look_at] == ["Text of hello."]
        assert found.adaptation.base.lines["rule-2"].text == "Text of rule-2."

    def test_what_fits_is_remembered_from_then_on(self, desk: Opened) -> None:
        bare = four_changes(desk).adaptation.model_copy(update={"base": Base()})
        found = merged(desk.base, bare).adaptation
        assert found.base == four_changes(desk).adaptation.base

    def test_only_what_is_changed_is_remembered(self, desk: Opened) -> None:
        ours = four_changes(desk).adaptation
        assert ours.base.model_dump(exclude_none=True) == {
            "lines": {"hello": {"text": "Text of hello."}, "rule-2": {"text": "Text of rule-2."}},
            "steps": {
                "rules": {"title": "Our rules", "minutes": 3},
                "welcome": {"title": "Welcome", "notes": {"ask": ("Ask this",)}},
            },
        }


def _made(run: list[Any], base: Lesson = BASE) -> Adaptation:
    desk = opened(base, version())
    for one in run:
        found = edited(desk, one)
        desk = found if isinstance(found, Opened) else desk
    return desk.adaptation


@settings(max_examples=60, deadline=None)
@given(st.lists(edits(), max_size=10))
def test_over_the_same_lesson_nothing_changes_and_all_fits(run: list[Any]) -> None:
    ours = _made(run)
    found = merged(BASE, ours, old=BASE)
    assert found.adaptation == ours
    assert [one for one in found.to_look_at if not one.problems] == []


@settings(max_examples=60, deadline=None)
@given(
    st.lists(edits(), max_size=8),
    st.lists(st.sampled_from(["hello", "rule-1", "rule-2", "plan", "recap-3"]), max_size=3, unique=True),
    st.lists(st.sampled_from(["rules", "recap", "talk", "watch"]), max_size=2, unique=True),
    st.sampled_from(["rule-3", "rule-4"]),
)
def test_nothing_is_ever_lost(run: list[Any], lines: list[str], steps: list[str], reworded: str) -> None:
    ours = _made(run)
    newer = with_line(BASE, reworded, text="The lesson says this now.")
    for name in lines:
        holder = next(
            step.id for step in BASE.steps if name in [one.id for one in getattr(step, "lines", ())]
        )
        newer = without_line(newer, holder, name)
    for name in steps:
        newer = without_step(newer, name)
    found = merged(newer, ours)
    assert parts_of(found.adaptation) == parts_of(ours)
    assert [one.part for one in found.changes] == list(parts_of(ours))
    assert merged(newer, found.adaptation) == found
    unapplied = [problem for problem in opened(newer, ours).problems if problem.severity == "error"]
    assert all(any(problem in one.problems for one in found.to_look_at) for problem in unapplied)
