"""Every line in easy read keeps every rule: slides, replies, titles, services, captions, the page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from lesson_player.model.lesson import Choice, Lesson, TeacherStep, lines_of
from lesson_player.model.services import SupportServices
from tests.lessons.conftest import FOLDER, ROOT
from tests.lessons.easy_read import faults, sentences
from tests.lessons.test_mayas_story import pupil_lines
from tests.media.vtt import read_cues

EXPLAINED = {
    "online": ("word-online", "Online means "),
    "private": ("word-private", "Private is just for you."),
    "secret": ("word-secret", "Secret means "),
    "trust": ("word-trust", "Trust means "),
    "worried": ("word-worried", "Worried means "),
    "fault": ("word-fault", "Fault means "),
    "block": ("word-block", "Block means "),
    "report": ("word-report", "Report means "),
    "clue": ("back-clue", "A clue shows that "),
    "pressure": ("clue-pressure", "Someone asks and asks. That is pressure."),
    "report remove": ("remove-who", "Report Remove helps "),
}
"""Hard words, and the line that says what each means."""


def easy_words(lesson: Lesson) -> Iterator[tuple[str, str]]:
    """Each text in easy read that a version of the lesson shows, with the name of what it stands in."""
    for line in pupil_lines(lesson):
        yield line.id, line.easy or ""
        if isinstance(line, Choice):
            yield f"{line.id} (reply)", line.reply_easy or ""
    for step in lesson.steps:
        if not isinstance(step, TeacherStep):
            yield step.id, step.easy or ""
    for sitting in lesson.sittings:
        yield sitting.id, sitting.easy or ""


def easy_page() -> list[str]:
    """The lines of the page in easy read, which is the last part of the sheet for families."""
    page = (FOLDER / "parents.md").read_text(encoding="utf-8").split("## Report Remove, in easy read\n")[1]
    return [line[2:] for line in page.splitlines() if line.startswith("- ")]


def not_easy(lines: list[tuple[str, str]]) -> list[str]:
    return [f"{name}: {text} ({fault})" for name, text in lines for fault in faults(text)]


def test_every_line_reply_and_title_has_an_easy_read_wording(version: Lesson) -> None:
    assert [name for name, text in easy_words(version) if not text] == []


def test_every_line_of_every_version_keeps_the_rules(version: Lesson) -> None:
    lines = list(easy_words(version))
    assert len(lines) > 150
    assert not_easy(lines) == []


def test_every_service_for_pupils_keeps_the_rules(services: SupportServices) -> None:
    lines = [(one.id, one.easy or "") for one in services.services if one.audience != "adults"]
    assert len(lines) == 7
    assert [name for name, text in lines if not text] == []
    assert not_easy(lines) == []


@pytest.mark.parametrize("file", ["captions-easy-read.vtt", "captions-easy-read.bsl.vtt"])
def test_every_easy_read_caption_of_the_film_keeps_the_rules(file: str) -> None:
    cues = read_cues(Path(ROOT, "media", "mayas-story", file))
    assert len(cues) > 50
    assert not_easy([(f"{cue.start:.1f} s", cue.text) for cue in cues]) == []


def test_the_page_for_families_keeps_the_rules_one_sentence_a_line() -> None:
    lines = easy_page()
    assert len(lines) > 12
    assert not_easy([(f"line {number}", line) for number, line in enumerate(lines, start=1)]) == []
    assert [line for line in lines if len(sentences(line)) != 1] == []


def test_each_hard_word_is_explained_by_a_line_of_its_own(lesson: Lesson) -> None:
    said = dict(easy_words(lesson))
    for word, (line, start) in EXPLAINED.items():
        assert said[line].startswith(start), f"{word} is not explained by {line}: {said[line]}"


def test_a_hard_word_is_explained_before_it_is_asked_for(lesson: Lesson) -> None:
    shown = [
        line.id
        for sitting in lesson.sittings
        for name in sitting.steps
        if not isinstance(lesson.step(name), TeacherStep)
        for line in lines_of(lesson.step(name))
    ]
    for word, asked in (
        ("clue", "ask-clues"),
        ("private", "clue-picture"),
        ("pressure", "voice-says"),
        ("fault", "said-fault"),
        ("block", "game-block"),
        ("report", "game-report"),
    ):
        assert shown.index(EXPLAINED[word][0]) < shown.index(asked), word


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Maya shares her drawings online with people who like dogs and cats and birds.", "words"),
        ("Yes. This is a clue. Tell someone. It is good to tell.", "sentences"),
        ("Somebody unfriendly repeatedly requested private information yesterday.", "characters"),
        ("SkyFox was blocked by Maya.", "passive"),
        ("The message is not sent.", "passive"),
        ("They can tell if they are worried.", "two ideas"),
        ("Maya feels worried because SkyFox asks.", "two ideas"),
        ("Maya tells, and they block SkyFox.", "two ideas"),
        ("Tell the DSL.", "acronym"),
        ("It’s not your fault.", "short form"),
        ("Don't answer.", "short form"),
        ("Tell a parent/carer.", "sign"),
        ("Speak up.", "figure of speech"),
        ("Someone asks for a photo.", "another word"),
        ("Tell a grown-up.", "another word"),
    ],
)
def test_a_line_that_breaks_a_rule_is_found(text: str, fault: str) -> None:
    assert [found for found in faults(text) if fault in found]


@pytest.mark.parametrize(
    "text",
    [
        "Maya is worried because …",
        "Call 999, or sign to them with 999 BSL.",
        "OK or not OK?",
        "They sent a picture? It helps. It is not their fault.",
        "Which message is not OK?",
        "You can sign, point, show a card or write.",
    ],
)
def test_a_line_that_keeps_the_rules_is_let_be(text: str) -> None:
    assert faults(text) == []
