"""What a terminal is told about easy reading."""

from __future__ import annotations

from pathlib import Path

from lesson_player.model.bundle import LessonBundle
from lesson_player.model.lesson import Line, RowsStep, Wording
from lesson_player.model.services import SupportServices
from lesson_player.operations.easy_read import captions_report, easy_read_report
from tests.support.easy_read_documents import lesson_of, track_of
from tests.support.small_lesson import bundle as small_bundle


def bundle_of(*texts: str) -> LessonBundle:
    lesson, catalogue = lesson_of({"lines": list(texts)})
    services = SupportServices(format=1, services=())
    return LessonBundle(lesson=lesson, folder=Path(), catalogue=catalogue, services=services)


def test_each_finding_is_told_with_its_place_its_text_and_what_to_do() -> None:
    bundle = bundle_of("We listen.", "We **purchase** bread.")
    lines = list(easy_read_report(bundle, bundle.lesson, Wording.STANDARD))
    assert lines[0].endswith("1 thing to look at")
    assert lines[1] == "  ! step-1, line-2, text: We purchase bread."
    assert "“purchase”" in lines[2]
    assert "buy" in lines[2]


def test_a_lesson_with_nothing_to_look_at_says_so() -> None:
    bundle = bundle_of("We listen.")
    lines = list(easy_read_report(bundle, bundle.lesson, Wording.EASY))
    assert lines == ["Easy read wording: 8 texts, nothing to look at"]


def test_the_version_is_looked_at_and_not_the_lesson_as_written() -> None:
    bundle = bundle_of("We listen.")
    line = Line(id="line-1", text="We purchase bread.", picture="picture-1")
    step = RowsStep(id="step-1", title="Hello", minutes=1, lines=(line,))
    version = bundle.lesson.model_copy(update={"steps": (step, *bundle.lesson.steps[1:])})
    assert "purchase" in "".join(easy_read_report(bundle, version, Wording.STANDARD))


def test_fast_captions_are_told_with_their_number_and_words() -> None:
    bundle = small_bundle()
    name, film = next(iter(bundle.films.items()))
    fast = film.model_copy(
        update={"captions": {"film/en": track_of([(0, 2, "Hello."), (3, 4, "We all walk\nto the shop.")])}}
    )
    lines = list(captions_report(bundle.model_copy(update={"films": {name: fast}})))
    assert lines[0] == "  ! captions film/en, number 2: We all walk to the shop."
    assert len(lines) == 2
