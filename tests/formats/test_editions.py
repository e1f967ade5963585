"""A lesson beside a film of another edition than the one whose plot some of its steps tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from lesson_player.formats.bundle import load_bundle
from lesson_player.model.problem import Problem, Severity
from tests.support.example_lesson import FILM, Example, copy_example


@pytest.fixture
def example(tmp_path: Path) -> Example:
    return copy_example(tmp_path)


def other_film(example: Example, edition: str = "real") -> None:
    """Put in a film that has the moments "begin" and "end" alone, and no captions."""
    (example.root / FILM / "film.yaml").write_text(
        f"""format: 1
id: sam-asks
edition: {edition}
title: Sam asks
moments:
  - {{id: begin, title: It begins}}
  - {{id: end, title: It ends}}
versions:
  film:
    {{title: Film, file: sam-asks.webm, duration: 42, sha256: "{"0" * 64}", moments: {{begin: 0, end: 41}}}}
""",
        encoding="utf-8",
    )


def problems_of(example: Example) -> tuple[Problem, ...]:
    bundle, problems = load_bundle(example.lesson, example.films)
    assert bundle is not None
    return problems


def test_steps_of_another_plot_are_not_held_against_the_film(example: Example) -> None:
    other_film(example)
    problems = problems_of(example)
    assert [(problem.code, problem.severity) for problem in problems] == [("other-edition", Severity.WARNING)]
    assert problems[0].sentence.startswith("1 step tells the story of another film")


def test_a_film_of_the_same_edition_is_checked_as_ever(example: Example) -> None:
    other_film(example, edition="sample")
    assert "unknown-moment" in {problem.code for problem in problems_of(example)}


def test_steps_of_an_adaptation_for_another_edition_are_not_held_against_the_film(example: Example) -> None:
    adaptation = example.lesson / "adaptations" / "one-word.yaml"
    adaptation.write_text(
        """format: 1
id: one-word
lesson: asking-for-help
title: For the real film
about: Another film.
edition: real
add_steps:
  - sitting: first
    step: {id: again, kind: film, title: Again, minutes: 1, from: never-heard-of, to: end}
""",
        encoding="utf-8",
    )
    assert problems_of(example) == ()
    other_film(example)
    assert "unknown-moment" in {problem.code for problem in problems_of(example)}


def test_no_remedy_lists_nothing(example: Example) -> None:
    manifest = example.root / FILM / "film.yaml"
    text = manifest.read_text(encoding="utf-8").replace("duration: 42", "duration: soon")
    manifest.write_text(text.replace("duration: 51.2", "duration: late"), encoding="utf-8")
    said = [str(problem) for problem in problems_of(example)]
    assert any("duration" in line for line in said)
    assert not [line for line in said if ": ." in line]
