from __future__ import annotations

import logging
from threading import Event, get_ident

import pytest
from pytestqt.qtbot import QtBot

from lesson_player.desktop import jobs
from lesson_player.desktop.jobs import JobRunner, Progress
from tests.support.hand_jobs import HandExecutor


def test_the_result_comes_back_on_the_thread_that_asked(qtbot: QtBot) -> None:
    runner = JobRunner()
    told: list[tuple[int, int]] = []

    runner.run(lambda _progress: get_ident(), lambda worked_on: told.append((worked_on, get_ident())))
    qtbot.waitUntil(lambda: bool(told))
    runner.close()

    worked_on, came_back_on = told[0]
    assert worked_on != came_back_on
    assert came_back_on == get_ident()


def test_a_failure_is_handed_over_and_the_runner_goes_on(qtbot: QtBot) -> None:
    runner = JobRunner()
    failures: list[Exception] = []
    results: list[int] = []

    def work(_progress: Progress) -> int:
        raise OSError("disk full")

    runner.run(work, results.append, failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    runner.run(lambda _progress: 7, results.append)
    qtbot.waitUntil(lambda: results == [7])
    runner.close()

    assert str(failures[0]) == "disk full"


def test_a_failure_that_nobody_takes_is_logged(qtbot: QtBot, error_log: list[logging.LogRecord]) -> None:
    runner = JobRunner()

    def work(_progress: Progress) -> int:
        raise OSError("disk full")

    runner.run(work, lambda _result: None)
    qtbot.waitUntil(lambda: bool(error_log))
    runner.close()

    assert "disk full" in str(error_log[0].exc_info)


def test_a_cancelled_job_calls_nobody(qtbot: QtBot) -> None:
    executor = HandExecutor()
    runner = JobRunner(executor)
    told: list[object] = []

    def work(progress: Progress) -> int:
        progress.at(0.5, "half")
        return 1

    job = runner.run(work, told.append, told.append)
    ended = []
    job.destroyed.connect(lambda: ended.append(True))
    job.cancel()
    executor.turn()
    qtbot.waitUntil(lambda: bool(ended))

    assert told == []


def test_progress_is_heard(qtbot: QtBot) -> None:
    executor = HandExecutor()
    runner, heard = JobRunner(executor), []
    results: list[int] = []

    def work(progress: Progress) -> int:
        progress.at(0.5, "half")
        return 1

    job = runner.run(work, results.append)
    job.progressed.connect(lambda share, words: heard.append((share, words)))
    executor.turn()
    qtbot.waitUntil(lambda: results == [1])

    assert heard == [(0.5, "half")]


def test_a_job_whose_listener_fails_is_over_all_the_same(qtbot: QtBot) -> None:
    executor = HandExecutor()
    runner = JobRunner(executor)

    def fail(_result: int) -> None:
        raise ValueError("a listener's own mistake")

    job = runner.run(lambda _progress: 7, fail)
    with qtbot.captureExceptions() as caught, qtbot.waitSignal(job.over):
        executor.turn()

    assert [str(error) for _, error, _ in caught] == ["a listener's own mistake"]


def test_one_job_is_waited_for_and_no_other(qtbot: QtBot) -> None:
    runner, may_end, results = JobRunner(), Event(), list[int]()
    runner.run(lambda _progress: may_end.wait(), lambda _ended: results.append(1))
    short = runner.run(lambda _progress: 2, results.append)
    runner.wait_for(short)
    qtbot.waitUntil(lambda: results == [2])
    may_end.set()
    qtbot.waitUntil(lambda: results == [2, 1])
    runner.wait_for(short)
    runner.close()


def test_work_apart_that_hangs_holds_up_neither_other_work_nor_the_end(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "_LET_END_S", 0.05)
    runner, told = JobRunner(), list[object]()
    begun, answer = Event(), Event()

    def hang(_progress: Progress) -> None:
        begun.set()
        answer.wait(30)

    for _ in range(3):
        runner.run_apart(hang, told.append)
    assert begun.wait(10)
    runner.run(lambda _progress: "other work", told.append)
    qtbot.waitUntil(lambda: told == ["other work"])
    runner.close()

    assert not answer.is_set()
    assert told == ["other work"]
    answer.set()


def test_work_apart_comes_back_and_can_be_stopped(qtbot: QtBot) -> None:
    runner, told = JobRunner(), list[object]()
    begun, go_on = Event(), Event()

    def work(progress: Progress) -> int:
        begun.set()
        go_on.wait(30)
        progress.at(1.0)
        return 7

    job = runner.run_apart(work, told.append)
    assert begun.wait(10)
    job.cancel()
    go_on.set()
    runner.run_apart(lambda _progress: 8, told.append)
    qtbot.waitUntil(lambda: bool(told))
    runner.close()

    assert told == [8]
