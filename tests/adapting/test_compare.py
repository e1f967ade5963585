from __future__ import annotations

from lesson_player.adapting.compare import changes_in, differences
from lesson_player.adapting.film_edits import AddPause, HidePause
from lesson_player.adapting.line_edits import AddLine, ChangeLine, HideLine
from lesson_player.adapting.opened import Opened
from lesson_player.adapting.step_edits import AddStep, ChangeNotes, ChangeStep, HideStep, MoveStep, SplitStep
from lesson_player.adapting.version_edits import ChangeFilm, ChangeLook, ChangePresets, ChangeWording
from lesson_player.model.lesson import Line, LinesStep, Pause, RowsStep, Wording
from tests.support.adapted import after


def told(desk: Opened) -> list[tuple[str, str, str, str]]:
    found = differences(desk.base, desk.adaptation)
    return [(one.place, one.field, one.base, one.own) for one in found]


def test_a_version_that_changes_nothing_has_no_differences(desk: Opened) -> None:
    assert differences(desk.base, desk.adaptation) == ()


def test_every_kind_is_told_with_both_wordings_in_the_order_of_the_lesson(desk: Opened) -> None:
    slide = RowsStep(id="mine", title="Mine", minutes=1, lines=(Line(id="mine-1", text="A line."),))
    changed = after(
        desk,
        HideStep("practise"),
        SplitStep("recap", "recap-3", "recap-b"),
        MoveStep("one", "talk", "rules"),
        AddStep("one", "rules", slide),
        AddPause("watch", Pause(id="rest", at="clue", after=1.0)),
        HidePause("watch", "pause-help"),
        HideLine("rule-2"),
        AddLine("rules", "rule-1", Line(id="own", text="Be kind.")),
        ChangeStep("welcome", "minutes", 5),
        ChangeNotes("welcome", "ask", ("Ask that",)),
        ChangeLine("hello", "text", "Hi."),
        ChangeLine("calm-line", "picture", "moon"),
        ChangeWording(Wording.EASY),
        ChangePresets(("see-it-better",)),
        ChangeLook("text_percent", 130),
        ChangeFilm("captions", False),
    )
    assert told(changed) == [
        ("The whole lesson", "Wording", "", "Easy read"),
        ("The whole lesson", "Presets", "", "See it better"),
        ("The whole lesson", "Text size", "", "130"),
        ("The whole lesson", "Captions", "", "Off"),
        ("Welcome", "Minutes", "2 minutes", "5 minutes"),
        ("Welcome", "Notes: ask", "Ask this", "Ask that"),
        ("Welcome: “Text of hello.”", "Text", "Text of hello.", "Hi."),
        ("Our rules: “Text of rule-2.”", "Line", "Text of rule-2.", "Hidden"),
        ("Our rules: “Be kind.”", "Line added", "", "Be kind."),
        ("Mine", "Step added", "", "Mine\nA line."),
        ("Talk", "Step moved", "", "After “Mine”"),
        ("Film, part 1", "Pause", "A rest without a question", "Hidden"),
        ("Film, part 1", "Pause added", "", "A rest without a question"),
        ("Practise", "Step", "Practise", "Hidden"),
        ("Recap: “Text of recap-3.”", "Step split", "", "Begins at “Text of recap-3.”"),
        ("“Text of calm-line.”", "Picture", "sun", "moon"),
    ]


def test_the_differences_of_one_step_are_found(desk: Opened) -> None:
    changed = after(desk, ChangeLine("hello", "text", "Hi."), ChangeStep("rules", "title", "Rules"))
    found = differences(changed.base, changed.adaptation)
    assert [one.field for one in changes_in(found, "welcome")] == ["Text"]


def test_words_of_a_line_that_the_lesson_does_not_have_any_more_are_those_it_had(desk: Opened) -> None:
    changed = after(desk, ChangeLine("rule-2", "text", "Take turns."))
    rules = changed.base.step("rules")
    assert isinstance(rules, LinesStep)
    shorter = rules.model_copy(update={"lines": tuple(one for one in rules.lines if one.id != "rule-2")})
    steps = tuple(shorter if step.id == "rules" else step for step in changed.base.steps)
    newer = changed.base.model_copy(update={"steps": steps})
    (one,) = differences(newer, changed.adaptation)
    assert (one.place, one.base, one.own) == ("“Text of rule-2.”", "Text of rule-2.", "Take turns.")
