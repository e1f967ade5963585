"""A school's computer teaches all day: of a lesson that is over nothing stays in memory."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lesson_player.application.desk import Sitting, TeachingDesk
from lesson_player.desktop.jobs import JobRunner
from lesson_player.model.bundle import LessonBundle
from lesson_player.playback.engines import choose_engine
from lesson_player.teaching.journal import Journal
from lesson_player.ui.theme.apply import apply_theme

FILM_STEP = 4


def _taught(bundle: LessonBundle, engine: str, folder: Path, qtbot: QtBot) -> list[weakref.ref[object]]:
    """Teach a part of a lesson with its film, end it, and give what must be gone then."""
    jobs = JobRunner()
    desk = TeachingDesk(
        Sitting(bundle, "something-is-not-right"), choose_engine(engine), Journal(folder), jobs
    )
    desk.keep_pauses_in(folder / "own", bundle.lesson.id, jobs)
    control = desk.controller
    control.go_to(FILM_STEP)
    control.run("next")
    qtbot.waitUntil(lambda: control.frame is not None or engine == "silent", timeout=30_000)
    control.run("version")
    shown = desk.player._shown
    # libVLC's pictures belong to a session for each film that is opened.
    session = getattr(getattr(shown, "_driver", None), "_session", None)
    assert (session is not None) == (engine == "vlc")
    control.end()
    desk.shown.put_away()
    jobs.close()
    parts = (control, desk.player, shown, control.pictures, desk, *([session] if session else []))
    return [weakref.ref(part) for part in parts]


@pytest.mark.parametrize("engine", ["silent", "vlc", "qt"])
def test_a_lesson_that_is_over_leaves_nothing(
    engine: str, mayas_story: LessonBundle, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    apply_theme(qapp)
    left = _taught(mayas_story, engine, tmp_path, qtbot)

    def gone() -> bool:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        return all(part() is None for part in left)

    qtbot.waitUntil(gone, timeout=10_000)
