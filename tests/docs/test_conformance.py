"""The page of conformance names tests that are there, and every clause of WCAG 2.2, levels A and AA."""

from __future__ import annotations

import re

import pytest

from tests.support.source_tree import REPOSITORY

PAGE = (REPOSITORY / "docs" / "conformance.md").read_text(encoding="utf-8")
EVIDENCE = sorted(set(re.findall(r"`([\w/]+\.py)::(test_\w+)`", PAGE)))
CLAUSES = {
    "1.1": [1],
    "1.2": [1, 2, 3, 4, 5],
    "1.3": [1, 2, 3, 4, 5],
    "1.4": [1, 2, 3, 4, 5, 10, 11, 12, 13],
    "2.1": [1, 2, 4],
    "2.2": [1, 2],
    "2.3": [1],
    "2.4": [1, 2, 3, 4, 5, 6, 7, 11],
    "2.5": [1, 2, 3, 4, 7, 8],
    "3.1": [1, 2],
    "3.2": [1, 2, 3, 4, 6],
    "3.3": [1, 2, 3, 4, 7, 8],
    "4.1": [2, 3],
}
"""WCAG 2.2, levels A and AA; 4.1.1 is empty since 2.2."""


@pytest.mark.parametrize(("file", "test"), EVIDENCE)
def test_the_evidence_is_there(file: str, test: str) -> None:
    assert f"def {test}(" in (REPOSITORY / "tests" / file).read_text(encoding="utf-8")


def test_every_clause_is_answered() -> None:
    rows = [row.split("|")[1:3] for row in PAGE.splitlines() if row.startswith("| ")]
    answered = {clause for words, _ in rows for clause in re.findall(r"\d\.\d\.\d+", words)}

    assert {f"{part}.{number}" for part, numbers in CLAUSES.items() for number in numbers} - answered == set()


def test_what_holds_has_a_test() -> None:
    rows = [row for row in PAGE.splitlines() if "| holds |" in row]

    assert len(rows) > 50
    assert [row for row in rows if "::test_" not in row] == []
