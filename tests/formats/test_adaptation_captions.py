from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lesson_player.formats.bundle import load_bundle
from lesson_player.formats.document import read_text
from lesson_player.formats.version_file import version_yaml
from lesson_player.model.adaptation import Adaptation
from lesson_player.model.bundle import LessonBundle
from lesson_player.model.problem import Problem
from tests.support.adapted import version
from tests.support.example_lesson import EXAMPLE, FILM, Example, copy_example

SAMPLE = EXAMPLE / "changed-captions.yaml"
TEXT = """\
# Captions that say something else or come at other times. The film's file is as it was.
captions:
- film: small-film
  version: film
  track: standard
  shift: 0.4
  first: 1.0
  cues:
  - was:
    - start: 1.0
      end: 2.0
      text: Words at 1.0
    now:
    - start: 1.1
      end: 2.1
      text: |-
        Words
        at one
"""
CAPTIONS = [
    {
        "film": "small-film",
        "version": "film",
        "track": "standard",
        "shift": 0.4,
        "first": 1.0,
        "cues": [
            {
                "was": [{"start": 1.0, "end": 2.0, "text": "Words at 1.0"}],
                "now": [{"start": 1.1, "end": 2.1, "text": "Words\nat one"}],
            }
        ],
    }
]


@pytest.fixture
def example(tmp_path: Path) -> Example:
    made = copy_example(tmp_path)
    shutil.copy(SAMPLE, made.lesson / "adaptations")
    return made


def loaded(example: Example) -> tuple[LessonBundle, tuple[Problem, ...]]:
    bundle, problems = load_bundle(example.lesson, example.films)
    assert bundle is not None
    return bundle, problems


def put(example: Example, former: str, text: str) -> None:
    path = example.lesson / "adaptations" / SAMPLE.name
    whole = path.read_text(encoding="utf-8")
    assert former in whole
    path.write_text(whole.replace(former, text), encoding="utf-8")


def test_the_sample_of_the_documentation_changes_both_versions_and_no_file(example: Example) -> None:
    files = {path: path.read_bytes() for path in (example.root / FILM).iterdir()}
    bundle, problems = loaded(example)
    assert problems == ()
    layer = next(one for one in bundle.adaptations if one.id == "changed-captions")
    film = bundle.with_captions_of([layer]).films["sam-asks"]
    assert [(cue.start_s, cue.text) for cue in film.captions["film/standard"].cues] == [
        (1.0, "Sam goes to the library."),
        (12.6, "Where is my book?"),
        (25.0, "Can you help me,"),
        (26.6, "please?"),
    ]
    assert [cue.speakers for cue in film.captions["film/standard"].cues][1:] == [("Sam",)] * 3
    assert [cue.start_s for cue in film.captions["bsl/standard"].cues] == [1.4, 15.4, 31.4]
    assert film.captions["film/easy-read"] == bundle.films["sam-asks"].captions["film/easy-read"]
    assert {path: path.read_bytes() for path in (example.root / FILM).iterdir()} == files


def test_a_change_whose_captions_are_others_is_named_with_its_line(example: Example) -> None:
    captions = example.root / FILM / "captions.vtt"
    text = captions.read_text(encoding="utf-8").replace("Where am I?", "Where are they?")
    captions.write_text(text, encoding="utf-8")
    bundle, problems = loaded(example)
    assert [(one.code, one.line) for one in problems] == [("captions-other", 14)]
    assert "“Where are they?”" in problems[0].sentence
    layer = next(one for one in bundle.adaptations if one.id == "changed-captions")
    film = bundle.with_captions_of([layer]).films["sam-asks"]
    assert film.captions["film/standard"].cues[1].text == "Where are they?"
    assert film.captions["film/standard"].cues[3].text == "please?"


@pytest.mark.parametrize(
    ("former", "text", "code"),
    [
        ("end: 15.5", "end: 12.5", "caption-ends-before-start"),
        ("start: 26.6", "start: 26.5", "captions-overlap"),
        ("shift: 0.4", "shift: 400", None),
        ("start: 12.6", "start: -1", None),
    ],
)
def test_times_that_cannot_be_cost_one_change_alone(
    example: Example, former: str, text: str, code: str | None
) -> None:
    put(example, former, text)
    bundle, problems = loaded(example)
    assert len(problems) == 1
    assert problems[0].line > 0
    assert problems[0].code == code or code is None
    layer = next(one for one in bundle.adaptations if one.id == "changed-captions")
    assert [one.version for one in layer.captions] == ["film", "bsl"]
    assert len(layer.captions[0].cues) >= 1


def test_captions_for_another_edition_are_not_held_against_this_film(example: Example) -> None:
    put(example, "    version: film", "    version: dubbed")
    _, problems = loaded(example)
    assert [one.code for one in problems] == ["unknown-captions"]
    put(example, "lesson: asking", "edition: iwf\nlesson: asking")
    _, problems = loaded(example)
    assert problems == ()


def test_they_are_written_readably_and_read_back() -> None:
    text = version_yaml(version(captions=CAPTIONS))
    assert text.endswith(TEXT)
    assert read_text(text, "a.yaml", Adaptation).value == version(captions=CAPTIONS)
