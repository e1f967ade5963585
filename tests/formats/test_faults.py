from __future__ import annotations

from pathlib import Path

import pytest

from lesson_player.formats.bundle import load_bundle
from tests.support.example_lesson import copy_example
from tests.support.faults import fault_names, put_fault, read_fault, write_expected

NO_LESSON = {
    "empty-file",
    "linked-lesson",
    "missing-format",
    "missing-lesson",
    "missing-top-key",
    "newer-format",
    "only-a-list",
    "second-document",
    "too-deep",
    "too-large",
    "utf-16",
    "wrong-format",
    # What cannot be laid out as YAML cannot be read past the place.
    "bad-indentation",
    "colon-in-text",
    "tab",
    "unclosed-bracket",
    "unclosed-quote",
}
"""Faults after which nothing of the lesson can be shown; after all others the rest loads."""


@pytest.mark.parametrize("name", fault_names())
def test_a_fault_is_named_by_place_sentence_and_remedy(
    name: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    fault, example = read_fault(name), copy_example(tmp_path)
    put_fault(fault, example)
    bundle, problems = load_bundle(example.lesson, example.films)
    said = [f"[{problem.severity.value} {problem.code}] {problem}" for problem in problems]
    if request.config.getoption("--update"):
        write_expected(name, said)
    assert said == read_fault(name)["expected"]
    assert said
    assert all(problem.sentence and problem.remedy and problem.file for problem in problems)
    assert (bundle is None) == (name in NO_LESSON)
    assert bundle is None or bundle.problems == problems
