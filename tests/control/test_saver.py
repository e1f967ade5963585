"""Versions are written behind the editor: what comes of it when the editor has gone."""

from __future__ import annotations

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from lesson_player.control.editing.saver import Saver
from lesson_player.desktop.jobs import JobRunner
from lesson_player.model.adaptation import Adaptation
from tests.support.hand_jobs import HandExecutor


@pytest.mark.parametrize("broken", [False, True])
def test_work_that_ends_when_the_editor_has_gone_is_told_to_nobody(qtbot: QtBot, *, broken: bool) -> None:
    written: list[Adaptation] = []

    def write(adaptation: Adaptation) -> None:
        written.append(adaptation)
        if broken:
            raise OSError("the disk is full")

    executor = HandExecutor()
    jobs = JobRunner(executor)
    saver = Saver(write, jobs)
    version = Adaptation(format=1, id="mine", lesson="any-lesson", title="Mine", about="For a test.")
    saver.keep(version)
    qtbot.waitUntil(lambda: bool(executor.waiting))
    executor.turn()
    shiboken6.delete(saver)
    with qtbot.captureExceptions() as raised:
        qtbot.wait(0)

    assert written == [version]
    assert raised == []
