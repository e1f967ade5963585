"""The library is read in bounded time, whatever the school's folders do."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from lesson_player.application import share_reader
from lesson_player.application.share_reader import ShareReader
from lesson_player.desktop.jobs import JobRunner, Progress
from lesson_player.foundation.paths import Places
from lesson_player.operations.held.opening import HeldLessons
from lesson_player.operations.held.store import HeldStore
from lesson_player.operations.library import find_lesson, load_lesson
from tests.support.school_share import ID, Share, make_share

LONG = 20_000


@pytest.fixture
def share(tmp_path: Path) -> Share:
    return make_share(tmp_path)


@pytest.fixture
def reader(share: Share) -> Iterator[ShareReader]:
    store, jobs = HeldStore(share.places.held), JobRunner()
    made = ShareReader(HeldLessons(share.places, store).reach, store, jobs, sure=True)
    yield made
    made.close()
    jobs.close()


def _fail(error: Exception) -> None:
    raise error


def test_a_late_folder_is_not_waited_for_and_comes_when_it_answers(
    reader: ShareReader, share: Share, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer, shown = Event(), list[str]()
    reader._late.setInterval(10)

    def work(places: Places, _progress: Progress) -> str:
        if places.school_lessons == share.places.school_lessons:
            answer.wait(60)
            return "all"
        return "what is here"

    reader.read(work, shown.append, _fail)
    qtbot.waitUntil(lambda: shown == ["what is here"], timeout=LONG)
    assert reader.places.school_lessons != share.places.school_lessons
    assert reader.silent
    reader.read(work, shown.append, _fail)
    qtbot.waitUntil(lambda: shown == ["what is here"] * 2, timeout=LONG)

    reader._late.setInterval(60_000)
    answer.set()
    qtbot.waitUntil(lambda: shown == ["what is here", "what is here", "all"], timeout=LONG)
    assert reader.places == share.places
    assert reader.silent == ()


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe as POSIX has it stands for a file that hangs")
def test_a_file_that_never_ends_holds_up_neither_the_library_nor_its_end(
    reader: ShareReader, share: Share, qtbot: QtBot
) -> None:
    (share.lesson / "services.yaml").unlink(missing_ok=True)
    os.mkfifo(share.lesson / "services.yaml")
    reader._late.setInterval(10)
    shown: list[bool] = []

    def work(places: Places, _progress: Progress) -> bool:
        bundle, _ = load_lesson(find_lesson(places, ID), places)
        return bundle is not None

    reader.read(work, shown.append, _fail)
    qtbot.waitUntil(lambda: shown == [False], timeout=LONG)

    # Whoever still waits for the pipe is let go.
    os.close(os.open(share.lesson / "services.yaml", os.O_WRONLY))
    qtbot.waitUntil(lambda: shown == [False, True], timeout=LONG)


def test_folders_that_answer_are_read_once(
    reader: ShareReader, share: Share, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(share_reader, "_LATE_MS", 60_000)
    shown: list[Places] = []
    reader.read(lambda places, _progress: places, shown.append, _fail)
    qtbot.waitUntil(lambda: bool(shown), timeout=LONG)

    assert shown == [share.places]


def test_an_error_is_told(reader: ShareReader, qtbot: QtBot) -> None:
    told: list[str] = []

    def work(_places: Places, _progress: Progress) -> None:
        raise ValueError("a fault")

    reader.read(work, lambda _nothing: None, lambda error: told.append(str(error)))
    qtbot.waitUntil(lambda: told == ["a fault"], timeout=LONG)
