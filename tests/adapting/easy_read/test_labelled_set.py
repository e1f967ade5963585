"""The labelled set is what its README says, and the checker reaches on it what it has to reach."""

from __future__ import annotations

import random

import pytest

from lesson_player.adapting.easy_read.finding import Finding, Kind
from tests.support.easy_read_documents import documents, score_documents
from tests.support.easy_read_set import (
    FOLDER,
    Half,
    LabelledLine,
    labelled_lines,
    labels_in,
    score,
    score_lines,
)

HALVES: tuple[Half, ...] = ("tuning", "held_out")


def test_the_halves_were_cut_by_chance_alone() -> None:
    rows = {half: (FOLDER / f"{half}.txt").read_text(encoding="utf-8").splitlines() for half in HALVES}
    shuffled = sorted([*rows["tuning"], *rows["held_out"]])
    random.Random(6).shuffle(shuffled)
    assert rows["tuning"] == sorted(shuffled[: len(shuffled) // 2])
    assert rows["held_out"] == sorted(shuffled[len(shuffled) // 2 :])


def test_the_set_is_large_and_two_lines_in_five_are_clean() -> None:
    lines = [line for half in HALVES for line in labelled_lines(half)]
    assert len(lines) == len({line.id for line in lines}) == len({line.text for line in lines}) >= 300
    assert 0.35 < sum(not line.labels for line in lines) / len(lines) < 0.5


def test_every_label_is_a_kind_and_cites_words_of_its_line() -> None:
    kinds = set(Kind)
    for line in (line for half in HALVES for line in labelled_lines(half)):
        for label in line.labels:
            assert label.kind in kinds
            assert label.words.lower() in line.text.lower()
    for document in (one for half in HALVES for one in documents(half)):
        assert {label.kind for label in labels_in("; ".join(document["find"]) or "-")} <= kinds


@pytest.mark.parametrize("half", HALVES)
def test_lines_are_judged_as_an_editor_would(half: Half) -> None:
    reached = score_lines(half)
    assert reached.precision >= 0.9
    assert reached.recall >= 0.85


@pytest.mark.parametrize("half", HALVES)
def test_documents_are_judged_as_an_editor_would(half: Half) -> None:
    reached = score_documents(half)
    assert reached.precision >= 0.9
    assert reached.recall >= 0.85


def test_a_finding_counts_for_a_label_of_its_kind_at_its_words_once() -> None:
    line = LabelledLine("L1", "A hazard and a hazard", tuple(labels_in("hard-word=hazard; idiom=and")))
    hard = Finding(Kind.HARD_WORD, 2, 8, "because", "instead")
    elsewhere = Finding(Kind.IDIOM, 15, 21, "because", "instead")
    reached = score(line, [hard, hard, elsewhere])
    assert (reached.found, reached.wrong, reached.missed) == (1, 2, 1)
    assert (reached.precision, reached.recall) == (1 / 3, 1 / 2)
