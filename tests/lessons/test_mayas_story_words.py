"""The words of the shipped lesson: free of blame, nothing that frightens, and what must be said is said."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from lesson_player.model.layers import apply
from lesson_player.model.lesson import Choice, KeyWord, Lesson, TeacherStep, lines_of
from lesson_player.model.services import SupportServices
from tests.lessons.conftest import FOLDER, adaptation
from tests.lessons.easy_read import plain, sentences
from tests.lessons.test_easy_read import easy_page, easy_words
from tests.lessons.test_mayas_story import pupil_lines

STANDARD_LENGTH = 70
NEVER_FOR_PUPILS = re.compile(
    r"self-generated|victim|abus|sexual|\bsex\b|naked|nude|groom|stranger|predator|paedo|rape|danger"
    r"|disgusting|dirty|shame|199,363|129",
    re.IGNORECASE,
)
EXPERIENCE = re.compile(
    r"\b(?:have|has|had|did|were|was|are|do) (?:you|anyone|anybody|any of you|someone here)\b(?! remember)"
    r"|happened to (?:you|anyone)|\bever\b",
    re.IGNORECASE,
)
BLAME = re.compile(
    r"should(?: not|n.t)? have|mistake|stupid|foolish|careless|naive|naughty|punish"
    r"|own fault|let (?:her|him|them)self|why did|why didn.t",
    re.IGNORECASE,
)
ORDER_TO_PUPILS = re.compile(r"\b(?:do not|don.t|never) (?:send|share|give)\b", re.IGNORECASE)
PHOTOGRAPHS = re.compile(r"\btak\w+\b[^.?!]*\bpictures?\b", re.IGNORECASE)
PHONE = re.compile(r"\b\d[\d ]+\d\b")


def standard_words(lesson: Lesson) -> Iterator[tuple[str, str]]:
    for line in pupil_lines(lesson):
        yield line.id, line.text
        if isinstance(line, Choice):
            yield f"{line.id} (reply)", line.reply or ""


def all_pupil_words(lesson: Lesson) -> Iterator[tuple[str, str]]:
    yield from standard_words(lesson)
    yield from easy_words(lesson)
    for step in lesson.steps:
        if not isinstance(step, TeacherStep):
            yield step.id, step.title
            yield step.id, step.now_words


def test_lines_fit_three_to_a_slide(version: Lesson) -> None:
    for name, text in standard_words(version):
        assert len(plain(text)) <= STANDARD_LENGTH, f"{name}: {len(plain(text))}"


def test_services_print_no_opening_hours(services: SupportServices) -> None:
    for service in services.services:
        shown = f"{service.text} {service.easy or ''}"
        assert not re.search(r"\d ?(?:am|pm)\b|\d:\d\d|Monday|Friday|weekend", shown), service.id


def test_nothing_that_pupils_read_frightens_or_shames(version: Lesson) -> None:
    for name, text in all_pupil_words(version):
        assert not NEVER_FOR_PUPILS.search(text), f"{name}: {text}"


def test_nothing_blames_maya_or_any_child(version: Lesson) -> None:
    said = list(all_pupil_words(version))
    said += [(step.id, text) for step in version.steps for text in (*step.notes.say, *step.notes.ask)]
    for name, text in said:
        assert not BLAME.search(text), f"{name}: {text}"
        if "fault" in text.lower():
            assert re.search(r"\b(?:not|never)\b|^Key words", text, re.IGNORECASE), f"{name}: {text}"


def test_no_pupil_is_told_not_to_send_a_picture(version: Lesson) -> None:
    # Whoever has sent one reads such an order as blame; the lesson speaks of the person who asks.
    for name, text in all_pupil_words(version):
        assert not ORDER_TO_PUPILS.search(text), f"{name}: {text}"


def test_removing_a_picture_does_not_read_as_taking_one(version: Lesson, services: SupportServices) -> None:
    # "It can take a picture off websites" begins, for a slow reader, as a photograph that somebody takes.
    said = [*all_pupil_words(version)]
    said += [(one.id, f"{one.text} {one.easy or ''}") for one in services.services]
    said += [("parents.md", line) for line in easy_page()]
    for name, text in said:
        assert not PHOTOGRAPHS.search(text), f"{name}: {text}"


def test_a_card_at_large_text_holds_one_or_two_short_words(lesson: Lesson) -> None:
    # At 150 % a card is about fourteen letters wide when its picture stays large enough to see.
    large, _ = apply(lesson, [adaptation("see-it-better")])
    cards = [line for line in pupil_lines(large) if isinstance(line, Choice)]
    assert [card.id for card in cards if len(card.text) > 14] == []


def test_no_question_asks_about_a_pupil_s_own_life(version: Lesson) -> None:
    for name, text in all_pupil_words(version):
        for sentence in sentences(text):
            if sentence.rstrip("”").endswith("?"):
                asked = sentence.replace("someone your age", "")
                assert not re.search(r"\byou(?:r|rs)?\b", asked, re.IGNORECASE), f"{name}: {text}"


def test_teachers_are_given_no_question_about_experience(version: Lesson) -> None:
    for step in version.steps:
        for text in (*step.notes.ask, *step.notes.say):
            assert not EXPERIENCE.search(text), f"{step.id}: {text}"


def test_kindness_and_newness_are_not_called_clues(lesson: Lesson) -> None:
    told = {line.id: line.text for line in lines_of(lesson.step("clues"))}
    assert "secret" in told["clue-secret"].lower()
    assert "pressure" in told["clue-pressure"].lower()
    assert "private" in told["clue-picture"].lower()
    assert told["clue-not-kind"] == "Kind words are not a clue. A new person is not a clue."
    assert "a person you know" in told["clue-anyone"]


@pytest.mark.parametrize(
    ("step", "line", "words"),
    [
        ("help", "help-another", "If an adult does not listen, tell another adult."),
        ("help", "help-ways", "You can talk, sign, point, show a card or write a note."),
        ("three-good-things", "do-any-order", "Any order is right. You can always tell first."),
        ("three-good-things", "do-keep", "Keep the messages. An adult may need them."),
        ("three-good-things", "do-no-copy", "Nobody copies, saves or passes on a private picture."),
        (
            "report-remove-help",
            "remove-fault",
            "It is for people who sent a picture too. It is not their fault.",
        ),
    ],
)
def test_what_must_be_said_is_said(lesson: Lesson, step: str, line: str, words: str) -> None:
    told = {one.id: one.text for one in lines_of(lesson.step(step))}
    assert told[line] == words


def test_the_three_steps_carry_no_numbers(version: Lesson) -> None:
    for line in lines_of(version.step("three-good-things")):
        assert not re.search(r"\d|\bfirst,|\bsecond\b|\bthird\b|\bone\b", line.text), line.id


def test_a_key_word_is_explained_by_whole_sentences(lesson: Lesson) -> None:
    words = [line for line in pupil_lines(lesson) if isinstance(line, KeyWord)]
    for word in words:
        assert word.text.startswith(f"{word.word} "), word.id
        assert word.easy
        assert word.easy.startswith(f"{word.word} "), word.id


def test_the_sheet_for_adults_has_talk_the_figures_and_the_same_numbers(services: SupportServices) -> None:
    sheet = (FOLDER / "parents.md").read_text(encoding="utf-8")
    for part in ("**T: Talk.**", "**A: Agree.**", "**L: Learn.**", "**K: Know.**", "199,363", "129 %", "6 %"):
        assert part in sheet
    known = {
        number
        for service in services.services
        for number in PHONE.findall(f"{service.contact} {service.text}")
    }
    assert {"0800 1111", "0808 800 5000", "18001 101"} <= known
    for number in known:
        assert number in sheet, number


def test_the_easy_page_for_families_stands_apart_from_what_is_for_adults() -> None:
    sheet = (FOLDER / "parents.md").read_text(encoding="utf-8")
    page = sheet.split("## Report Remove, in easy read\n")[1]
    assert "\n## " not in page
    assert not NEVER_FOR_PUPILS.search(page)


def test_the_attribution_says_what_is_ours_and_that_no_one_endorses_it() -> None:
    page = (FOLDER / "README.md").read_text(encoding="utf-8")
    for part in (
        "**No one endorses this.**",
        "from the campaign (facts)",
        "How to put in the real films",
        "Add the IWF films",
    ):
        assert part in page
