from __future__ import annotations

from typing import Any

import pytest

from lesson_player.model.bundle import LessonBundle
from lesson_player.model.layers import apply, prepare
from lesson_player.model.lesson import (
    FilmStep,
    HelpStep,
    Lesson,
    RowsStep,
)
from tests.support.layering import codes, layer, words


def test_lines_go_first_or_after_another(lesson: Lesson) -> None:
    added = [
        {"step": "welcome", "line": {"id": "a", "text": "First."}},
        {"step": "welcome", "after": "welcome-hello", "line": {"id": "b", "text": "Third."}},
        {
            "step": "new-words",
            "after": "word-ask",
            "line": {"id": "c", "word": "help", "text": "Help helps."},
        },
        {"step": "choose", "after": "choose-ask", "line": {"id": "d", "text": "Look", "reply": "Yes."}},
        {"step": "talk", "after": "talk-start", "line": {"id": "e", "text": "I would …"}},
    ]
    changed, problems = apply(lesson, [layer(add_lines=added)])
    assert problems == ()
    assert words(changed, "welcome")[:3] == ["First.", "Welcome to our lesson.", "Third."]
    assert words(changed, "new-words")[-1] == "Help helps."
    assert words(changed, "choose") == ["What can Sam do?", "Ask someone", "Look", "Sit and wait"]
    assert words(changed, "talk")[-1] == "I would …"


@pytest.mark.parametrize(
    ("added", "code"),
    [
        ({"step": "nowhere", "line": {"id": "a", "text": "X."}}, "unknown-id"),
        ({"step": "welcome", "after": "rules-pass", "line": {"id": "a", "text": "X."}}, "unknown-id"),
        ({"step": "welcome", "line": {"id": "rules", "text": "X."}}, "duplicate-id"),
        ({"step": "new-words", "line": {"id": "a", "text": "X."}}, "line-does-not-fit"),
        ({"step": "welcome", "line": {"id": "a", "text": "X.", "word": "x"}}, "line-does-not-fit"),
        ({"step": "talk", "line": {"id": "a", "text": "X."}}, "no-place-for-line"),
    ],
)
def test_lines_that_do_not_fit_are_reported(lesson: Lesson, added: dict[str, Any], code: str) -> None:
    assert codes(lesson, add_lines=[added]) == [code]


def test_pauses_join_film_steps_in_the_order_of_the_film(bundle: LessonBundle) -> None:
    added = [{"step": "film-part", "pause": {"id": f"pause-{at}", "at": at}} for at in ("end", "asks")]
    with_layer = bundle.model_copy(update={"adaptations": (layer(add_pauses=added),)})
    prepared = prepare(with_layer, ["layer"], [], {})
    step = prepared.lesson.step("film-part")
    assert isinstance(step, FilmStep)
    assert prepared.problems == ()
    assert [pause.id for pause in step.pauses] == ["pause-lost", "pause-asks", "pause-end"]


def test_pauses_that_do_not_fit_are_reported(lesson: Lesson) -> None:
    pause = {"id": "p", "at": "asks"}
    assert codes(lesson, add_pauses=[{"step": "welcome", "pause": pause}]) == ["not-a-film-step"]
    assert codes(lesson, add_pauses=[{"step": "nowhere", "pause": pause}]) == ["unknown-id"]
    taken = {"id": "p", "at": "asks", "prompt": {"id": "p", "text": "X?"}}
    assert codes(lesson, add_pauses=[{"step": "film-part", "pause": taken}]) == ["duplicate-id"]


def test_a_split_shares_out_lines_minutes_notes_and_services(lesson: Lesson) -> None:
    notes = {"say": ["Say it."], "unsettled": ["Rest."]}
    split = {"step": "what-we-know", "before": "know-ask", "id": "know-2", "title": "More"}
    changed, problems = apply(
        lesson, [layer(steps={"what-we-know": {"minutes": 5, "notes": notes}}, split_steps=[split])]
    )
    first, second = changed.step("what-we-know"), changed.step("know-2")
    assert isinstance(second, RowsStep)
    assert problems == ()
    assert (first.minutes, second.minutes) == (3, 2)
    assert (second.title, second.notes.say, second.notes.unsettled) == ("More", (), ("Rest.",))
    assert [line.id for line in second.lines] == ["know-ask"]
    assert changed.sitting("second").steps[2:4] == ("what-we-know", "know-2")
    open_help = lesson.model_copy(
        update={"steps": tuple(step.model_copy(update={"locked": False}) for step in lesson.steps)}
    )
    more = {"step": "who-helps", "line": {"id": "more", "text": "More."}}
    split = {"step": "who-helps", "before": "help-adult", "id": "help-2"}
    changed, problems = apply(open_help, [layer(add_lines=[more], split_steps=[split])])
    helps = [step.services for step in changed.steps if isinstance(step, HelpStep)]
    assert (problems, helps) == ((), [(), ("library-desk",)])


@pytest.mark.parametrize(
    ("split", "code"),
    [
        ({"step": "welcome", "before": "welcome-hello", "id": "w2"}, "cannot-split"),
        ({"step": "talk", "before": "talk-start", "id": "t2"}, "cannot-split"),
        ({"step": "welcome", "before": "welcome-film", "id": "rules"}, "duplicate-id"),
        ({"step": "nowhere", "before": "x", "id": "y"}, "unknown-id"),
    ],
)
def test_splits_that_cannot_be_made_are_reported(lesson: Lesson, split: dict[str, Any], code: str) -> None:
    assert codes(lesson, split_steps=[split]) == [code]
