"""The check before class: files are read in the background, and it can be left at any time."""

from __future__ import annotations

from collections.abc import Callable
from threading import get_ident

import pytest
from pytestqt.qtbot import QtBot

from lesson_player.application.readiness import ReadyCheck
from lesson_player.desktop.jobs import JobRunner
from lesson_player.foundation.paths import standard_places
from lesson_player.model.bundle import LessonBundle
from lesson_player.model.library import CheckLine, Readiness
from lesson_player.operations.film_digests import Digest, film_digests
from lesson_player.playback.engines import choose_engine
from tests.support.hand_jobs import HandExecutor

Shown = list[tuple[str, tuple[CheckLine, ...], bool]]


def made(jobs: JobRunner) -> tuple[ReadyCheck, Shown]:
    check = ReadyCheck(standard_places(), jobs, lambda: choose_engine("silent"))
    shown: Shown = []
    check.shown.connect(lambda *what: shown.append(what))
    return check, shown


def test_films_are_read_in_the_background_and_it_says_how_far(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[int] = []

    def note(bundle: LessonBundle, at: Callable[[float], None]) -> Digest:
        threads.append(get_ident())
        return film_digests(bundle, at)

    monkeypatch.setattr("lesson_player.application.readiness.film_digests", note)
    jobs = JobRunner()
    check, shown = made(jobs)
    shares: list[float] = []
    check.progressed.connect(shares.append)
    check.start("mayas-story")
    qtbot.waitUntil(lambda: not shown[-1][2], timeout=20_000)
    jobs.close()

    assert threads
    assert get_ident() not in threads
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    found = {line.id: line.readiness for line in shown[-1][1]}
    assert found["film-whole"] is Readiness.GOOD
    assert found["bsl-whole"] is Readiness.GOOD
    assert "screens" in found
    assert shown[0] == ("mayas-story", (), True)


def test_a_check_that_is_stopped_shows_nothing_more(qtbot: QtBot) -> None:
    executor = HandExecutor()
    check, shown = made(JobRunner(executor))
    check.start("mayas-story")
    check.stop()
    executor.turn()
    check.start("mayas-story")
    executor.turn()
    qtbot.waitUntil(lambda: bool(shown[-1][1]), timeout=20_000)
    check.stop()
    seen = len(shown)
    qtbot.wait(1)

    assert shown[1] == ("mayas-story", (), False)
    assert shown[-1] == ("mayas-story", (), False)
    assert len(shown) == seen


def test_a_lesson_that_is_gone_is_told(qtbot: QtBot) -> None:
    jobs = JobRunner()
    check, shown = made(jobs)
    with qtbot.waitSignal(check.gone, timeout=5_000):
        check.start("nowhere")
    jobs.close()

    assert shown[-1] == ("nowhere", (), False)
