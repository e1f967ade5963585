"""A file that is opened while the program runs reaches the process that is there, once."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from lesson_player.foundation.handover import Handover

PACK = Path("/a stick/über 🎒.lessonpack").absolute()


@pytest.fixture
def first(tmp_path: Path) -> Iterator[Handover]:
    made = Handover(tmp_path / "handed-over")
    assert made.be_first()
    yield made
    made.close()


def notes(handover: Handover) -> list[Path]:
    return list(handover.folder.glob("*.json"))


def test_the_second_start_gives_and_the_first_one_takes_it_once(first: Handover) -> None:
    second = Handover(first.folder)
    assert not second.be_first()
    found: list[Path] = []
    stop = threading.Event()

    def look() -> None:
        while not found and not stop.is_set():
            found.extend(first.taken())

    looking = threading.Thread(target=look)
    looking.start()
    try:
        assert second.give(PACK, wait_s=60)
    finally:
        stop.set()
        looking.join()
    assert found == [PACK]
    assert first.taken() == ()
    assert notes(first) == []


def test_a_first_one_that_does_not_answer_is_left_alone_and_gets_nothing_later(first: Handover) -> None:
    assert not Handover(first.folder).give(PACK, wait_s=0)
    assert first.taken() == ()


def test_who_comes_next_is_first_when_the_first_one_has_gone(first: Handover) -> None:
    second = Handover(first.folder)
    assert not second.be_first()
    first.close()
    assert second.be_first()
    assert second.be_first()
    assert not first.be_first()
    second.close()


def test_a_note_that_nobody_waits_for_any_more_opens_nothing(first: Handover) -> None:
    assert not Handover(first.folder).give(PACK, wait_s=0)
    note = first.folder / f"{first._here}-old.json"
    note.write_text(json.dumps({"path": str(PACK)}))
    assert first.taken() == (PACK,)
    note.write_text(json.dumps({"path": str(PACK)}))
    os.utime(note, (1, 1))
    assert first.taken() == ()
    assert notes(first) == []


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"path": 7}', '{"path": null}', '{"path": "beside/me"}', "[" * 30_000, '"' * 90_000],
)
def test_a_note_that_makes_no_sense_opens_nothing(first: Handover, text: str) -> None:
    (first.folder / f"{first._here}-note.json").write_text(text)
    assert first.taken() == ()
    assert notes(first) == []


def test_another_computer_with_the_same_home_is_not_asked(
    first: Handover, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lesson_player.foundation.handover._computer", lambda: "another")
    other = Handover(first.folder)
    assert other.be_first()
    other.close()


def test_where_nothing_can_be_written_everybody_is_first(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    handover = Handover(tmp_path / "file" / "handed-over")
    assert handover.be_first()
    assert not handover.give(PACK, wait_s=0)
    assert handover.taken() == ()
