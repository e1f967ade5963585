"""Edits of the small lesson by chance: sensible ones and ones that must be refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from lesson_player.adapting.caption_edits import NudgeAll, ReWordCue
from lesson_player.adapting.film_edits import AddPause, HidePause, ShowPause
from lesson_player.adapting.line_edits import AddLine, ChangeLine, HideLine, MoveLine, RemoveLine, ShowLine
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
from lesson_player.adapting.version_edits import ChangeLook, ChangePresets, ChangeVersion
from lesson_player.model.lesson import Line, Pause, RowsStep
from tests.support.captioned import supplied

if TYPE_CHECKING:
    from lesson_player.adapting.edit import Edit

LINES = ("hello", "plan", "rule-1", "rule-2", "rule-3", "who-say", "own-a", "own-b", "slide-a-1", "fault")
STEPS = ("welcome", "rules", "watch", "recap", "slide-a", "slide-b", "part-a", "part-b", "help", "nowhere")
SITTINGS = ("one", "two")


def edits() -> st.SearchStrategy[Edit]:
    """Any edit of a line, step, pause or version, of things that may or may not be there."""
    line, step, sitting = st.sampled_from(LINES), st.sampled_from(STEPS), st.sampled_from(SITTINGS)
    beside, place = st.none() | line, st.none() | step
    text = st.sampled_from(("One.", "Two.", "Three."))
    new = st.builds(Line, id=st.sampled_from(("own-a", "own-b", "own-c")), text=text)
    pauses = st.sampled_from(("pause-clue", "pause-help", "rest"))
    return st.one_of(
        st.builds(ChangeLine, line, st.sampled_from(("text", "easy")), st.none() | text),
        st.builds(HideLine, line),
        st.builds(ShowLine, line),
        st.builds(AddLine, step, beside, new),
        st.builds(RemoveLine, line),
        st.builds(MoveLine, line, beside),
        st.builds(ChangeStep, step, st.just("minutes"), st.none() | st.integers(0, 9)),
        st.builds(ChangeNotes, step, st.just("say"), st.none() | st.tuples(text)),
        st.builds(HideStep, step),
        st.builds(ShowStep, step),
        st.builds(
            SplitStep,
            step,
            st.sampled_from(("rule-2", "rule-3", "own-a")),
            st.sampled_from(("part-a", "part-b")),
        ),
        st.builds(JoinStep, step),
        st.builds(AddStep, sitting, place, st.sampled_from([slide("slide-a"), slide("slide-b")])),
        st.builds(RemoveStep, step),
        st.builds(MoveStep, sitting, step, place, st.none() | sitting),
        st.builds(AddPause, step, st.builds(Pause, id=st.just("rest"), at=st.sampled_from(("clue", "help")))),
        st.builds(HidePause, step, pauses),
        st.builds(ShowPause, step, pauses),
        st.builds(ChangePresets, st.sampled_from(((), ("see-it-better",)))),
        st.builds(ChangeLook, st.just("theme"), st.sampled_from((None, "dark"))),
        st.builds(ChangeVersion, st.just("title"), text),
        st.builds(ReWordCue, st.just(supplied()), st.integers(0, 5), text),
        st.builds(NudgeAll, st.just(supplied()), st.sampled_from((-0.5, 0.1))),
    )


def slide(name: str) -> RowsStep:
    """A step of a coordinator's own."""
    return RowsStep(id=name, title=name, minutes=1, lines=(Line(id=f"{name}-1", text="A line."),))
