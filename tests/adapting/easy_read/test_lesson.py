"""What a lesson's texts, pictures, sittings and captions show together."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesson_player.adapting.easy_read.captions import fast_captions
from lesson_player.adapting.easy_read.finding import Finding, Kind, Weight, Where
from lesson_player.adapting.easy_read.lesson import check_lesson
from lesson_player.adapting.easy_read.lesson_texts import lesson_texts, vocabulary_at
from lesson_player.adapting.easy_read.pictures import says_nothing
from lesson_player.formats.bundle import load_bundle
from lesson_player.foundation.paths import standard_places
from lesson_player.model.bundle import LessonBundle
from lesson_player.model.lesson import (
    Choice,
    DiscussionStep,
    KeyWord,
    Lesson,
    Line,
    RowsStep,
    Wording,
    WordsStep,
)
from lesson_player.model.pictures import Picture
from tests.support.easy_read_documents import lesson_of, track_of
from tests.support.source_tree import REPOSITORY


def with_steps(*steps: RowsStep | WordsStep | DiscussionStep, **changes: Any) -> Lesson:
    """A lesson of these steps, then the help slide and the calm minute."""
    lesson, _ = lesson_of({"steps": ["help", "calm"]})
    names = (*(step.id for step in steps), "step-1", "step-2")
    sitting = lesson.sittings[0].model_copy(update={"steps": names})
    return lesson.model_copy(update={"steps": (*steps, *lesson.steps), "sittings": (sitting,), **changes})


def slide(name: str, *texts: str) -> RowsStep:
    lines = tuple(Line(id=f"{name}-{n}", text=text, picture="other") for n, text in enumerate(texts, 1))
    return RowsStep(id=name, title="Hello", minutes=1, lines=lines)


def findings(lesson: Lesson, kind: Kind, wording: Wording = Wording.STANDARD) -> list[Finding]:
    _, catalogue = lesson_of({})
    return [one for one in check_lesson(lesson, catalogue, wording) if one.kind is kind]


def test_a_word_is_hard_until_the_lesson_explains_it() -> None:
    lesson = with_steps(
        slide("before", "Think of the obligation."),
        slide("explains", "An obligation is something that you must do."),
        slide("after", "You have an obligation."),
    )
    assert [one.where.line for one in findings(lesson, Kind.HARD_WORD)] == ["before-1"]


def test_a_key_word_is_known_on_its_own_slide_and_later() -> None:
    word = KeyWord(id="word", word="Obligation", text="You must do it.", picture="other")
    words = WordsStep(id="words", title="Obligation", minutes=1, words=(word,))
    lesson = with_steps(words, slide("after", "You have an obligation."))
    assert findings(lesson, Kind.HARD_WORD) == []
    assert "obligation" in vocabulary_at(lesson, Wording.STANDARD, "after").explained


def test_a_word_explained_later_is_not_yet_known_at_a_step() -> None:
    lesson = with_steps(
        slide("first", "Hello."), slide("second", "An obligation is something that you must do.")
    )
    assert vocabulary_at(lesson, Wording.STANDARD, "first").explained == frozenset()
    assert vocabulary_at(lesson, Wording.STANDARD, "second").explained == frozenset({"obligation"})


def test_a_name_is_no_hard_word_wherever_it_stands() -> None:
    lesson = with_steps(slide("one", "Okonkwoment helps.", "We ask Okonkwoment."))
    assert findings(lesson, Kind.HARD_WORD) == []


def test_each_text_of_the_wording_is_looked_at_and_named() -> None:
    choice = Choice(
        id="yes", text="A hazard", easy="Danger", reply="No hazard.", reply_easy="No hazard!", picture="other"
    )
    question = {"id": "ask", "text": "Hazard?", "picture": "other", "point": (choice,)}
    step = DiscussionStep.model_validate(
        {"id": "talk", "title": "The hazard", "easy": "Hello", "minutes": 1, "question": question}
    )
    lesson = with_steps(step)
    standard = [one.where for one in findings(lesson, Kind.HARD_WORD)]
    easy = [one.where for one in findings(lesson, Kind.HARD_WORD, Wording.EASY)]
    assert standard == [
        Where("one", "talk", field="title"),
        Where("one", "talk", "ask", "text"),
        Where("one", "talk", "yes", "text"),
        Where("one", "talk", "yes", "reply"),
    ]
    assert easy == [Where("one", "talk", "ask", "text"), Where("one", "talk", "yes", "reply_easy")]


def test_words_for_adults_are_not_looked_at() -> None:
    lesson, catalogue = lesson_of({"steps": ["preparation", "help"]})
    assert not [text for text in lesson_texts(lesson, Wording.STANDARD) if text.where.step == "step-1"]
    assert not [
        one for one in check_lesson(lesson, catalogue, Wording.STANDARD) if one.where.step == "step-1"
    ]


def test_a_lesson_in_another_language_is_not_judged_by_english_rules() -> None:
    lesson = with_steps(slide("one", "The obligation was regarded by three nevertheless."), language="cy")
    assert findings(lesson, Kind.HARD_WORD) == []
    assert findings(with_steps(*lesson.steps[:1]), Kind.HARD_WORD) != []  # type: ignore[arg-type]


def test_the_second_name_of_a_thing_is_told_once_with_the_first() -> None:
    lesson = with_steps(slide("one", "Tell your mum.", "Mother is here.", "A mother helps."))
    found = findings(lesson, Kind.TWO_NAMES)
    assert [one.where.line for one in found] == ["one-2"]
    assert "“mum”" in found[0].reason


@pytest.mark.parametrize(
    "texts",
    [
        ("A mother is a mum.", "Ask mother."),
        ("We watch a film.", "A video call is new."),
        ("Your phone is a mobile phone.", "A phone rings."),
    ],
    ids=["one explains the other", "only looks like it", "in one sentence"],
)
def test_names_that_explain_each_other_or_differ_are_no_two_names(texts: tuple[str, ...]) -> None:
    assert findings(with_steps(slide("one", *texts)), Kind.TWO_NAMES) == []


def test_a_slide_is_too_full_when_the_layout_says_so() -> None:
    lesson, catalogue = lesson_of({})
    found = check_lesson(lesson, catalogue, Wording.EASY, lambda step: step.id == "step-1")
    assert [(one.kind, one.where.step) for one in found] == [(Kind.SLIDE_FULL, "step-1")]


@pytest.mark.parametrize("alt", ["IMG_0042.JPG", "photo 3", "Picture", "an image of", "…", "sun-2"])
def test_alt_text_that_tells_nothing_is_found(alt: str) -> None:
    assert says_nothing(Picture(file="sun-2.svg", alt=alt))


@pytest.mark.parametrize("alt", ["The sun", "A picture of the sun", "Sun", "A drawing on a wall"])
def test_alt_text_that_tells_something_is_left_alone(alt: str) -> None:
    assert not says_nothing(Picture(file="sun.svg", alt=alt))


def test_captions_are_fast_from_seventeen_characters_a_second_on() -> None:
    track = track_of([(0, 1, "a" * 17), (2, 3, "a" * 18), (4, 4.5, "we go to it now"), (5, 5, "x")])
    assert [(one.where.cue, one.weight) for one in fast_captions(track)] == [
        (2, Weight.NOTICE),
        (3, Weight.PROBLEM),
        (4, Weight.PROBLEM),
    ]


def test_findings_stand_in_the_order_of_the_lesson() -> None:
    lesson = with_steps(slide("one", "We purchase it.", "Three hazards."), slide("two", "We commence."))
    lines = [one.where.line for one in findings(lesson, Kind.HARD_WORD)]
    assert lines == ["one-1", "one-2", "two-1"]


@pytest.fixture(scope="module")
def sample() -> LessonBundle:
    places = standard_places()
    bundle, _ = load_bundle(REPOSITORY / "lessons" / "mayas-story", places.films)
    assert bundle is not None
    return bundle


def test_the_sample_lesson_in_easy_read_is_easy_to_read(sample: LessonBundle) -> None:
    found = check_lesson(sample.lesson, sample.catalogue, Wording.EASY)
    assert [one for one in found if one.kind is not Kind.NUMBER] == []


def test_captions_of_the_sample_film_are_slow_enough_for_children(sample: LessonBundle) -> None:
    tracks = [track for film in sample.films.values() for track in film.captions.values()]
    assert tracks
    assert [one for track in tracks for one in fast_captions(track)] == []


@given(st.lists(st.text(min_size=1, max_size=60).filter(str.strip), min_size=1, max_size=5))
def test_whatever_the_lines_say_findings_lie_in_them(lines: list[str]) -> None:
    lesson, catalogue = lesson_of({"lines": lines})
    texts = {text.where: text.text for text in lesson_texts(lesson, Wording.EASY)}
    for one in check_lesson(lesson, catalogue, Wording.EASY):
        assert 0 <= one.start <= one.end <= len(texts.get(one.where, ""))
