"""The library is read in bounded time, whatever the school's folders do."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from lesson_player.application import share_reader
from lesson_player.application.share_reader import ShareReader
from lesson_player.desktop.jobs import JobRunner, Progress
from lesson_player.foundation.paths import Places
from lesson_player.operations.held import reach, rules, store
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


def test_a_folder_that_answers_after_the_look_is_read_then(
    reader: ShareReader, share: Share, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer, iterdir = Event(), Path.iterdir

    def sleep(folder: Path) -> Iterator[Path]:
        if folder in share.places.school_lessons:
            answer.wait(60)
        return iterdir(folder)

    monkeypatch.setattr(Path, "iterdir", sleep)
    monkeypatch.setattr(reach, "ANSWERS_WITHIN_S", 0.05)
    reader._again.setInterval(10)
    shown: list[Places] = []
    reader.read(lambda places, _progress: places, shown.append, _fail)
    qtbot.waitUntil(lambda: bool(shown), timeout=LONG)
    assert share.places.school_lessons[0] in reader.silent
    monkeypatch.setattr(reach, "ANSWERS_WITHIN_S", 60.0)
    answer.set()
    qtbot.waitUntil(lambda: shown[-1] == share.places, timeout=LONG)

    assert reader.silent == ()
    assert not reader._again.isActive()


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


def test_who_asks_again_in_good_time_sees_nothing_without_the_folders(
    reader: ShareReader, share: Share, qtbot: QtBot
) -> None:
    reader._late.setInterval(60_000)
    answer, shown, silent = Event(), list[tuple[str, Places]](), list[tuple[Path, ...]]()

    def work(word: str, places: Places, _progress: Progress) -> tuple[str, Places]:
        answer.wait(60)
        return word, places

    def show(found: tuple[str, Places]) -> None:
        shown.append(found)
        silent.append(reader.silent)

    for word in ("a", "ab"):
        reader.read(partial(work, word), show, _fail)
    assert not reader._jobs._jobs  # nothing is read of the copies alone
    answer.set()
    qtbot.waitUntil(lambda: bool(shown), timeout=LONG)

    assert shown == [("ab", share.places)]
    assert silent == [()]


def test_while_no_folder_answers_who_asks_again_sees_what_is_here_at_once(
    reader: ShareReader, share: Share, qtbot: QtBot
) -> None:
    reader._late.setInterval(60_000)
    share.vanish()
    shown: list[str] = []
    reader.read(lambda _places, _progress: "first", shown.append, _fail)
    qtbot.waitUntil(lambda: shown == ["first"], timeout=LONG)
    answer = Event()
    reader.read(lambda _places, _progress: answer.wait(60), lambda _waited: None, _fail)
    reader.read(lambda _places, _progress: "second", shown.append, _fail)
    qtbot.waitUntil(lambda: shown == ["first", "second"], timeout=LONG)
    answer.set()


@pytest.mark.parametrize("vanished", [True, False])
def test_a_full_disk_takes_no_copies_while_the_folders_do_not_answer(
    reader: ShareReader, share: Share, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, vanished: bool
) -> None:
    HeldLessons(share.places, reader._store).open(ID, lambda _done: None).use.close()
    monkeypatch.setattr(store, "given_up_for", partial(rules.given_up_for, leave=1 << 62))
    if vanished:
        share.vanish()
    shown: list[str] = []
    reader.read(lambda _places, _progress: "read", shown.append, _fail)
    qtbot.waitUntil(lambda: bool(shown), timeout=LONG)

    assert bool(reader._store.copies()) is vanished


def test_an_error_in_what_nobody_wants_any_more_does_not_end_the_reading(
    reader: ShareReader, qtbot: QtBot
) -> None:
    reader._late.setInterval(60_000)
    answer, shown, told = Event(), list[str](), list[Exception]()

    def work(_places: Places, _progress: Progress) -> str:
        answer.wait(60)
        raise ValueError("a fault")

    reader.read(work, shown.append, told.append)
    reader.read(lambda _places, _progress: "lessons", shown.append, told.append)
    answer.set()
    qtbot.waitUntil(lambda: shown == ["lessons"], timeout=LONG)

    assert told == []


def test_an_error_is_told(reader: ShareReader, qtbot: QtBot) -> None:
    told: list[str] = []

    def work(_places: Places, _progress: Progress) -> None:
        raise ValueError("a fault")

    reader.read(work, lambda _nothing: None, lambda error: told.append(str(error)))
    qtbot.waitUntil(lambda: told == ["a fault"], timeout=LONG)
