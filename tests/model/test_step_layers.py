from __future__ import annotations

from typing import Any

import pytest

from lesson_player.model.layers import apply
from lesson_player.model.lesson import (
    FilmStep,
    Lesson,
    WelcomeStep,
)
from tests.support.layering import REST, codes, layer


def test_take_titles_minutes_reveal_and_notes(lesson: Lesson) -> None:
    change = {
        "title": "Hi",
        "now": "Hi",
        "minutes": 1,
        "reveal": "together",
        "notes": {"say": ["Hello all."]},
    }
    changed, problems = apply(lesson, [layer(steps={"welcome": change})])
    step = changed.step("welcome")
    assert isinstance(step, WelcomeStep)
    assert problems == ()
    assert (step.title, step.now, step.minutes, step.reveal) == ("Hi", "Hi", 1, "together")
    assert step.notes.say == ("Hello all.",)
    assert step.notes.unsettled == ("Point to now and next.",)


def test_film_parts_move(lesson: Lesson) -> None:
    changed, problems = apply(
        lesson, [layer(steps={"film-part": {"from": "lost", "hidden_pauses": ["pause-lost"]}})]
    )
    step = changed.step("film-part")
    assert isinstance(step, FilmStep)
    assert problems == ()
    assert (step.start, step.end, step.pauses) == ("lost", "end", ())


def test_hidden_ones_leave_every_sitting(lesson: Lesson) -> None:
    changed, problems = apply(lesson, [layer(steps={"welcome": {"hidden": True}})])
    assert problems == ()
    assert all(step.id != "welcome" for step in changed.steps)
    assert changed.sitting("first").steps[:2] == ("before", "rules")
    assert changed.sitting("second").steps[0] == "choose"


def test_a_sitting_that_loses_all_its_steps_goes(lesson: Lesson) -> None:
    short = lesson.model_copy(
        update={
            "sittings": (lesson.sittings[0], lesson.sittings[1].model_copy(update={"steps": ("choose",)}))
        }
    )
    changed, problems = apply(short, [layer(steps={"choose": {"hidden": True}})])
    assert problems == ()
    assert [sitting.id for sitting in changed.sittings] == ["first"]


def test_the_last_step_of_a_lesson_stays(lesson: Lesson) -> None:
    short = lesson.model_copy(
        update={"sittings": (lesson.sittings[0].model_copy(update={"steps": ("choose",)}),)}
    )
    assert codes(short, steps={"choose": {"hidden": True}}) == ["cannot-hide"]


def test_locked_ones_and_those_with_locked_lines_stay(lesson: Lesson) -> None:
    assert codes(lesson, steps={"who-helps": {"hidden": True}}) == ["locked"]
    assert codes(lesson, steps={"rules": {"hidden": True}}) == ["locked"]
    assert codes(lesson, move_steps=[{"sitting": "first", "step": "who-helps"}]) == ["locked"]
    split = {"step": "who-helps", "before": "help-adult", "id": "more-help"}
    assert codes(lesson, split_steps=[split]) == ["locked"]


def test_what_a_kind_does_not_have_is_reported(lesson: Lesson) -> None:
    assert codes(lesson, steps={"talk": {"reveal": "line"}}) == ["not-for-this-step"]
    assert codes(lesson, steps={"welcome": {"from": "lost"}}) == ["not-for-this-step"]
    assert codes(lesson, steps={"welcome": {"hidden_pauses": ["pause-lost"]}}) == ["unknown-id"]
    assert codes(lesson, steps={"nowhere": {"title": "X"}}) == ["unknown-id"]


def test_a_new_step_stands_in_each_sitting_that_asks_for_it(lesson: Lesson) -> None:
    added = [{"sitting": "first", "after": "talk", "step": REST}, {"sitting": "second", "step": REST}]
    changed, problems = apply(lesson, [layer(add_steps=added)])
    assert problems == ()
    assert changed.sitting("first").steps[5:7] == ("talk", "rest")
    assert changed.sitting("second").steps[0] == "rest"


def test_new_steps_that_clash_are_reported(lesson: Lesson) -> None:
    clash = {**REST, "lines": [{"id": "rules-pass", "text": "Rest."}]}
    assert codes(lesson, add_steps=[{"sitting": "first", "step": clash}]) == ["duplicate-id"]
    assert codes(lesson, add_steps=[{"sitting": "third", "step": REST}]) == ["unknown-id"]


def test_a_step_whose_neighbour_is_gone_goes_last_and_is_reported(lesson: Lesson) -> None:
    added = [{"sitting": "first", "after": "nowhere", "step": REST}]
    changed, problems = apply(lesson, [layer(add_steps=added)])
    assert [problem.code for problem in problems] == ["unknown-id"]
    assert changed.sitting("first").steps[-1] == "rest"


def test_steps_move_within_and_between_sittings(lesson: Lesson) -> None:
    moved = [
        {"sitting": "second", "step": "try-it", "after": "welcome"},
        {"sitting": "second", "step": "talk", "leaves": "first"},
    ]
    changed, problems = apply(lesson, [layer(move_steps=moved)])
    assert problems == ()
    assert "talk" not in changed.sitting("first").steps
    assert changed.sitting("second").steps[:3] == ("talk", "welcome", "try-it")


@pytest.mark.parametrize(
    ("moved", "code"),
    [
        ({"sitting": "first", "step": "try-it"}, "unknown-id"),
        ({"sitting": "first", "step": "talk", "after": "talk"}, "unknown-id"),
        ({"sitting": "second", "step": "welcome", "leaves": "first"}, "step-twice"),
        ({"sitting": "third", "step": "talk"}, "unknown-id"),
        ({"sitting": "first", "step": "nowhere"}, "unknown-id"),
    ],
)
def test_moves_that_cannot_be_made_are_reported(lesson: Lesson, moved: dict[str, Any], code: str) -> None:
    assert codes(lesson, move_steps=[moved]) == [code]
