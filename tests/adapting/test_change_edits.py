from __future__ import annotations

from lesson_player.adapting.caption_edits import NudgeAll, ReWordCue
from lesson_player.adapting.change_edits import CopyPart, ResetPart
from lesson_player.adapting.film_edits import AddPause, HidePause
from lesson_player.adapting.line_edits import AddLine, ChangeLine, HideLine
from lesson_player.adapting.opened import Opened, opened
from lesson_player.adapting.parts import Part, PartKind, parts_of
from lesson_player.adapting.step_edits import AddStep, ChangeNotes, ChangeStep, HideStep, MoveStep, SplitStep
from lesson_player.adapting.version_edits import ChangeFilm, ChangeLook, ChangePresets, ChangeWording
from lesson_player.model.lesson import Line, Pause, RowsStep, Wording
from tests.support.adapted import after, order, refused, version
from tests.support.captioned import supplied

SLIDE = RowsStep(id="mine", title="Mine", minutes=1, lines=(Line(id="mine-1", text="A line."),))
ONE_OF_EACH = (
    ChangeLine("hello", "text", "Hi."),
    HideLine("rule-2"),
    ChangeStep("rules", "minutes", 5),
    HideStep("practise"),
    ChangeNotes("welcome", "ask", ("Ask that",)),
    AddLine("rules", "rule-1", Line(id="own", text="Own.")),
    AddPause("watch", Pause(id="rest", at="clue", after=1.0)),
    HidePause("watch", "pause-help"),
    SplitStep("recap", "recap-3", "b"),
    AddStep("one", "rules", SLIDE),
    AddStep("two", "welcome", SLIDE),
    MoveStep("one", "talk", "welcome"),
    ChangeWording(Wording.EASY),
    ChangePresets(("see-it-better",)),
    ChangeLook("theme", "dark"),
    ChangeFilm("captions", False),
    ReWordCue(supplied(), 0, "Maya likes to draw."),
    NudgeAll(supplied(), 0.3),
)


def test_each_change_is_reset_alone_and_all_together_give_the_lesson_back(desk: Opened) -> None:
    changed = after(desk, *ONE_OF_EACH)
    parts = list(parts_of(changed.adaptation))
    assert {part.kind for part in parts} == set(PartKind) - {PartKind.PICTURE}
    for part in parts:
        fewer = after(changed, ResetPart(part))
        assert set(parts_of(fewer.adaptation)) == set(parts) - {part}
        assert fewer.problems == ()
        changed_back = after(fewer, CopyPart(part, parts_of(changed.adaptation)[part]))
        assert parts_of(changed_back.adaptation).keys() == set(parts)
    nothing = after(changed, *(ResetPart(part) for part in parts))
    assert nothing.adaptation == version()
    assert refused(nothing, ResetPart(parts[0])).code == "no-such-change"


def test_a_step_that_is_moved_back_leaves_others_where_they_were_put(desk: Opened) -> None:
    moved = after(desk, MoveStep("one", "talk", "welcome"), MoveStep("one", "choose", "talk"))
    back = after(moved, ResetPart(Part(PartKind.MOVED_STEP, "talk", "one")))
    assert order(back)[1:4] == ["welcome", "choose", "rules"]
    assert order(back).index("talk") == order(back).index("watch") + 1


def test_a_step_reset_in_one_sitting_stays_in_the_other(desk: Opened) -> None:
    both = after(desk, AddStep("one", "rules", SLIDE), AddStep("two", "welcome", SLIDE))
    one = after(both, ResetPart(Part(PartKind.ADDED_STEP, "mine", "one")))
    assert "mine" not in order(one)
    assert order(one, "two") == ["welcome", "mine", "help", "calm-end"]


def test_changes_are_copied_to_another_version(desk: Opened) -> None:
    source = after(desk, *ONE_OF_EACH)
    other = opened(desk.base, version("other"))
    for part, value in parts_of(source.adaptation).items():
        other = after(other, CopyPart(part, value))
    assert other.lesson == source.lesson
    assert other.adaptation.base == source.adaptation.base
    assert other.history.past[0].said.startswith("Text copied: “Text of hello.”") or other.history.past


def test_a_copy_that_has_no_place_there_is_refused(desk: Opened) -> None:
    source = after(desk, SplitStep("recap", "recap-3", "b"), SplitStep("b", "recap-5", "c"))
    part = Part(PartKind.SPLIT, "c")
    problem = refused(desk, CopyPart(part, parts_of(source.adaptation)[part]))
    assert problem.code == "unknown-id"
