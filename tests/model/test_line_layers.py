from __future__ import annotations

import pytest

from lesson_player.model.layers import apply
from lesson_player.model.lesson import (
    ChoiceStep,
    FilmStep,
    Lesson,
    WordsStep,
)
from lesson_player.model.names import outer_lines, step_lines
from tests.support.layering import codes, layer, words


def test_are_worded_anew_in_every_kind_of_place(lesson: Lesson) -> None:
    ids = [line.id for line, _ in outer_lines(lesson)]
    ids += [line.id for step in lesson.steps for line, _ in step_lines(step)]
    changed, problems = apply(lesson, [layer(lines={name: {"text": f"New {name}."} for name in ids})])
    assert problems == ()
    found = [line for line, _ in outer_lines(changed)]
    found += [line for step in changed.steps for line, _ in step_lines(step)]
    assert [line.text for line in found] == [f"New {name}." for name in ids]


def test_change_only_what_is_named(lesson: Lesson) -> None:
    changed, _ = apply(lesson, [layer(lines={"welcome-hello": {"easy": "Hi."}})])
    line = next(line for line, _ in step_lines(changed.step("welcome")))
    assert (line.text, line.easy, line.picture) == ("Welcome to our lesson.", "Hi.", "sam")


def test_words_and_replies_belong_to_their_kind_of_line(lesson: Lesson) -> None:
    changed, problems = apply(
        lesson,
        [
            layer(
                lines={
                    "word-lost": {"word": "not found"},
                    "choose-ask": {"reply": "Good.", "reply_easy": "Yes."},
                }
            )
        ],
    )
    assert problems == ()
    step, choice = changed.step("new-words"), changed.step("choose")
    assert isinstance(step, WordsStep)
    assert isinstance(choice, ChoiceStep)
    assert step.words[0].word == "not found"
    assert (choice.choices[0].reply, choice.choices[0].reply_easy) == ("Good.", "Yes.")
    assert codes(lesson, lines={"welcome-hello": {"reply": "Yes."}}) == ["not-for-this-line"]


def test_are_hidden_where_the_step_can_do_without(lesson: Lesson) -> None:
    changed, problems = apply(
        lesson,
        [
            layer(
                lines={
                    name: {"hidden": True} for name in ("welcome-film", "feel-say", "feel-worried", "notice")
                }
            )
        ],
    )
    assert problems == ()
    assert words(changed, "welcome") == ["Welcome to our lesson."]
    assert words(changed, "film-part") == [
        "How does Sam feel?",
        "Calm",
        "Why do you think so?",
        "Sam feels … because …",
    ]


def test_a_hidden_prompt_leaves_the_pause(lesson: Lesson) -> None:
    changed, problems = apply(lesson, [layer(lines={"how-does-sam-feel": {"hidden": True}})])
    step = changed.step("film-part")
    assert isinstance(step, FilmStep)
    assert problems == ()
    assert [(pause.id, pause.prompt) for pause in step.pauses] == [("pause-lost", None)]


def test_locked_ones_are_worded_anew_but_never_hidden(lesson: Lesson) -> None:
    change = {"rules-pass": {"text": "You may pass.", "hidden": True}, "footer": {"hidden": True}}
    changed, problems = apply(lesson, [layer(lines=change)])
    assert [problem.code for problem in problems] == ["locked", "locked"]
    assert words(changed, "rules") == ["You may pass.", "We take turns."]
    assert changed.footer == lesson.footer


def test_the_last_line_of_a_step_stays(lesson: Lesson) -> None:
    both = {"know-lost": {"hidden": True}, "know-ask": {"hidden": True}}
    changed, problems = apply(lesson, [layer(lines=both)])
    assert [problem.code for problem in problems] == ["cannot-hide"]
    assert words(changed, "what-we-know") == ["Asking is **brave**."]


@pytest.mark.parametrize(
    "name", ["talk-question", "choose-question", "choose-ask", "calm-words", "hidden-words"]
)
def test_what_a_screen_needs_stays(lesson: Lesson, name: str) -> None:
    assert codes(lesson, lines={name: {"hidden": True}}) == ["cannot-hide"]


def test_unknown_ones_are_reported_with_a_guess(lesson: Lesson) -> None:
    _, problems = apply(lesson, [layer(lines={"welcom-hello": {"text": "Hi."}})])
    assert [(problem.code, problem.remedy) for problem in problems] == [
        ("unknown-id", "Did you mean “welcome-hello”?")
    ]
