"""A lesson of the school's own is edited itself: every edit goes into it, and what is locked stays."""

from __future__ import annotations

from datetime import date

import pytest

from lesson_player.adapting.edit import Edit
from lesson_player.adapting.lesson_edits import (
    AddSitting,
    ChangeSitting,
    ChooseServices,
    DropService,
    KeepService,
    MoveSitting,
    RemoveSitting,
)
from lesson_player.adapting.line_edits import AddLine, ChangeLine, HideLine, MoveLine, RemoveLine
from lesson_player.adapting.opened import Opened, edited, opened, redone, undone
from lesson_player.adapting.own_lesson import OwnLesson, bundle_with, own_lesson
from lesson_player.adapting.parts import parts_of
from lesson_player.adapting.step_edits import (
    AddStep,
    ChangeNotes,
    ChangeStep,
    HideStep,
    MoveStep,
    RemoveStep,
    SplitStep,
)
from lesson_player.adapting.version_edits import BringPicture, ChangeVersion
from lesson_player.model.lesson import Lesson, Line, RowsStep, lines_of
from lesson_player.model.pictures import Picture
from lesson_player.model.problem import Problem
from lesson_player.model.services import SupportService
from tests.support.small_lesson import bundle
from tests.support.small_version import version

SLIDE = RowsStep(id="slide-2", title="New slide", minutes=2, lines=(Line(id="slide-2-line", text="A line."),))
SERVICE = SupportService(
    id="fire",
    name="Fire service",
    audience="everyone",
    text="Call 999.",
    source="For a test.",
    last_checked=date(2026, 11, 1),
)


def small() -> Opened:
    made = bundle()
    return opened(made.lesson, own_lesson(made.lesson, made.services.services))


def after(*edits: Edit, start: Opened | None = None) -> Opened:
    state = start or small()
    for edit in edits:
        result = edited(state, edit)
        assert not isinstance(result, Problem), result
        state = result
    return state


def refused(*edits: Edit) -> Problem:
    result = edited(after(*edits[:-1]), edits[-1])
    assert isinstance(result, Problem)
    return result


def ids(lesson: Lesson, step: str) -> list[str]:
    return [line.id for line in lines_of(lesson.step(step))]


def first(state: Opened) -> tuple[str, ...]:
    return state.lesson.sittings[0].steps


def test_every_edit_is_in_the_lesson_and_none_is_left_as_a_change() -> None:
    made = after(
        ChangeLine("hello", "text", "Hello."),
        ChangeStep("welcome", "title", "Good morning"),
        ChangeStep("welcome", "minutes", 5),
        ChangeNotes("welcome", "say", ("Say this.",)),
        ChangeVersion("title", "Our lesson"),
        AddStep(small().lesson.sittings[0].id, "welcome", SLIDE),
    )
    welcome = made.lesson.step("welcome")
    assert next(lines_of(welcome)).text == "Hello."
    assert (welcome.title, welcome.minutes, welcome.notes.say) == ("Good morning", 5, ("Say this.",))
    assert made.lesson.title == made.adaptation.title == "Our lesson"
    assert first(made)[first(made).index("welcome") + 1] == "slide-2"
    assert made.base == made.lesson
    assert parts_of(made.adaptation) == {}
    assert not made.faults


def test_steps_of_the_file_stand_as_they_are_taught() -> None:
    made = after(AddStep(small().lesson.sittings[0].id, None, SLIDE))
    taught = list(dict.fromkeys(name for one in made.lesson.sittings for name in one.steps))
    written = [step.id for step in made.lesson.steps]
    assert written[0] == "slide-2"
    assert [name for name in written if name in taught] == taught


def test_any_line_of_a_list_moves_and_goes() -> None:
    before = ids(small().lesson, "rules")
    made = after(MoveLine(before[0], before[2]), RemoveLine(before[1]))
    assert ids(made.lesson, "rules") == [before[2], before[0], before[3]]
    assert ids(undone(made).lesson, "rules") == [before[1], before[2], before[0], before[3]]
    assert ids(redone(undone(made)).lesson, "rules") == ids(made.lesson, "rules")
    assert refused(MoveLine("footer", None)).code == "not-in-a-list"


def test_answers_of_a_question_move_too() -> None:
    step = next(one for one in small().lesson.steps if one.kind == "discussion")
    question = step.question
    here, there = (one.id for one in question.point)
    moved = after(MoveLine(here, there)).lesson.step(step.id)
    assert [one.id for one in moved.question.point] == [there, here]  # type: ignore[union-attr]


def test_any_step_moves_splits_and_goes() -> None:
    sitting = small().lesson.sittings[0].id
    rows = ids(small().lesson, "rules")
    made = after(
        SplitStep("rules", rows[2], "rules-2"), MoveStep(sitting, "rules-2", None), HideStep("rules")
    )
    assert first(made)[0] == "rules-2"
    assert "rules" not in {step.id for step in made.lesson.steps}
    assert ids(made.lesson, "rules-2") == rows[2:]
    assert "slide-2" not in first(after(AddStep(sitting, None, SLIDE), RemoveStep("slide-2")))


def test_what_may_be_empty_can_be_emptied_and_nothing_else() -> None:
    made = after(ChangeLine("hello", "easy", None), ChangeLine("hello", "picture", None))
    hello = next(lines_of(made.lesson.step("welcome")))
    assert (hello.easy, hello.picture) == (None, None)
    assert refused(ChangeLine("hello", "text", None)).code == "not-possible"
    assert refused(ChangeStep("welcome", "title", None)).code == "not-possible"


def test_what_keeps_children_safe_stays() -> None:
    lesson = small().lesson
    locked = next(step for step in lesson.steps if step.locked)
    assert refused(HideStep(locked.id)).code == "locked"
    assert refused(MoveStep(lesson.sittings[0].id, locked.id, None)).code == "locked"
    lines = [line for step in lesson.steps for line in lines_of(step) if line.locked]
    card = lesson.disclosure.lines[0]
    for line in [*lines, *([card] if card.locked else [])]:
        assert refused(HideLine(line.id)).code in {"locked", "cannot-hide", "unknown-id"}


def test_a_locked_number_stays_in_its_line() -> None:
    made = bundle()
    calm = made.lesson.calm.model_copy(update={"text": "Call 999.", "locked": True})
    lesson = made.lesson.model_copy(update={"calm": calm})
    state = opened(lesson, own_lesson(lesson))
    result = edited(state, ChangeLine(calm.id, "text", "Call somebody."))
    assert isinstance(result, Problem)
    assert result.code == "locked-words"
    assert after(ChangeLine(calm.id, "text", "Ring 999."), start=state).lesson.calm.text == "Ring 999."


def test_a_sitting_is_added_with_the_ending_of_another_named_moved_and_taken_out() -> None:
    here = small().lesson.sittings[0]
    made = after(AddSitting(here.id, "sitting-2", "slide-2", "slide-2-line"))
    added = made.lesson.sitting("sitting-2")
    assert added.steps[0] == "slide-2"
    assert all(step in here.steps for step in added.steps[1:])
    assert made.lesson.sitting_steps("sitting-2")[1].locked

    named = after(ChangeSitting("sitting-2", "title", "Outside"), MoveSitting("sitting-2", -1), start=made)
    assert named.lesson.sittings[0].title == "Outside"
    gone = after(RemoveSitting("sitting-2"), start=named)
    assert gone.lesson == small().lesson
    others = [RemoveSitting(one.id) for one in small().lesson.sittings]
    assert refused(*others).code == "last-sitting"


def test_the_last_step_of_a_sitting_stays() -> None:
    made = bundle()
    sitting = made.lesson.sittings[0].model_copy(update={"steps": ("welcome",)})
    other = made.lesson.sittings[0].model_copy(update={"id": "other", "steps": ("rules",)})
    lesson = made.lesson.model_copy(update={"sittings": (sitting, other)})
    result = edited(opened(lesson, own_lesson(lesson)), HideStep("welcome"))
    assert isinstance(result, Problem)
    assert result.code == "empty-sitting"


def test_services_are_added_named_and_taken_off_every_slide() -> None:
    step = next(one for one in small().lesson.steps if one.kind == "help")
    made = after(KeepService(SERVICE), ChooseServices(step.id, ("fire",)))
    assert made.lesson.step(step.id).services == ("fire",)  # type: ignore[union-attr]
    own = made.adaptation
    assert isinstance(own, OwnLesson)
    assert own.services[-1] == SERVICE
    gone = after(DropService("fire"), start=made)
    assert gone.lesson.step(step.id).services == ()  # type: ignore[union-attr]
    assert isinstance(gone.adaptation, OwnLesson)
    assert SERVICE not in gone.adaptation.services
    too_long = SERVICE.model_copy(update={"text": "x" * 500})
    assert refused(KeepService(too_long)).code == "not-possible"
    assert refused(ChooseServices("welcome", ("fire",))).code == "not-a-help-slide"


def test_pictures_put_in_are_the_lessons() -> None:
    made = after(
        BringPicture("bell", Picture(file="bell.svg", alt="A bell.")), ChangeLine("hello", "picture", "bell")
    )
    assert isinstance(made.adaptation, OwnLesson)
    whole = bundle_with(bundle(), made.adaptation)
    assert whole.alt("bell") == "A bell."
    assert whole.alt("sun") == bundle().alt("sun")
    assert whole.lesson == made.lesson


def test_a_line_is_added_anywhere() -> None:
    made = after(AddLine("rules", None, Line(id="new-rule", text="Be kind.")))
    assert ids(made.lesson, "rules")[0] == "new-rule"


@pytest.mark.parametrize(
    "edit",
    [
        ChangeSitting("one", "title", "Other"),
        AddSitting("one", "sitting-2", "slide-2", "slide-2-line"),
        RemoveSitting("one"),
        KeepService(SERVICE),
        DropService("fire"),
    ],
)
def test_a_version_keeps_the_sittings_and_services_of_its_lesson(edit: Edit) -> None:
    lesson = bundle().lesson
    sitting = lesson.sittings[0].model_copy(update={"id": "one"})
    lesson = lesson.model_copy(update={"sittings": (sitting, *lesson.sittings)})
    result = edited(opened(lesson, version()), edit)
    assert isinstance(result, Problem)
    assert result.code == "not-own-lesson"
