"""The labelled set in tests/data/easy_read, and how findings are held against its labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from lesson_player.adapting.easy_read.finding import Finding
from lesson_player.adapting.easy_read.sentences import plain
from lesson_player.adapting.easy_read.text import check_text
from tests.support.source_tree import REPOSITORY

Half = Literal["tuning", "held_out"]
FOLDER = REPOSITORY / "tests" / "data" / "easy_read"


@dataclass(frozen=True, slots=True)
class Label:
    """What an editor would mark: a kind, and the words that are meant or an empty text for the sentence."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class LabelledLine:
    """One line of the set."""

    id: str
    text: str
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How many labels were found, how many findings no label asks for, how many labels were missed."""

    found: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.found + other.found, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """Share of the findings that a label asks for."""
        return self.found / max(self.found + self.wrong, 1)

    @property
    def recall(self) -> float:
        """Share of the labels that were found."""
        return self.found / max(self.found + self.missed, 1)


def labelled_lines(half: Half) -> Iterator[LabelledLine]:
    """The lines of one half."""
    for row in (FOLDER / f"{half}.txt").read_text(encoding="utf-8").splitlines():
        name, labels, text = row.split(" | ", 2)
        yield LabelledLine(name, text, tuple(labels_in(labels)))


def labels_in(written: str) -> Iterator[Label]:
    for label in written.split("; ") if written != "-" else ():
        kind, _, words = label.partition("=")
        yield Label(kind, words)


def unmatched(line: LabelledLine, findings: Iterable[Finding]) -> tuple[list[Label], list[Finding]]:
    """Labels that no finding fits, and findings that fit no label. Each fits one of the other at most."""
    left, missed = list(findings), []
    for label in line.labels:
        fitting = next((one for one in left if _fits(line.text, label, one)), None)
        if fitting is None:
            missed.append(label)
        else:
            left.remove(fitting)
    return missed, left


def score(line: LabelledLine, findings: Iterable[Finding]) -> Score:
    """One line's score."""
    missed, wrong = unmatched(line, findings)
    return Score(len(line.labels) - len(missed), len(wrong), len(missed))


def score_lines(half: Half) -> Score:
    """The checker's score on all lines of one half."""
    return sum((score(line, check_text(line.text)) for line in labelled_lines(half)), Score())


def _fits(text: str, label: Label, finding: Finding) -> bool:
    if finding.kind != label.kind:
        return False
    if not label.words:
        return True
    start = plain(text).lower().find(plain(label.words).lower())
    return start < finding.end and finding.start < start + len(label.words)
