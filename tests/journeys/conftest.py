"""What journeys share: the shipped lesson on a desk, driven by real key events."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lesson_player.application.desk import Screens, Sitting, TeachingDesk
from lesson_player.desktop.jobs import JobRunner
from lesson_player.formats.bundle import load_bundle
from lesson_player.foundation.paths import standard_places
from lesson_player.model.bundle import LessonBundle
from lesson_player.operations.library import find_lesson
from lesson_player.playback.engines import choose_engine
from lesson_player.teaching.journal import Journal, KeptPlace
from lesson_player.teaching.views import TeacherView
from lesson_player.ui.theme.apply import apply_theme


@dataclass
class Teacher:
    """Someone at the keyboard of a desk."""

    desk: TeachingDesk
    bot: QtBot

    @property
    def view(self) -> TeacherView:
        return self.desk.controller.view

    @property
    def window(self) -> QWidget:
        """The window that has the keys: the teacher's where there is one."""
        return self.desk.windows[-1]

    def press(self, *keys: Qt.Key | str) -> None:
        for key in keys:
            holder = self.window.focusWidget()
            target = holder or self.window  # type: ignore[truthy-bool] # None while nothing has the focus
            if isinstance(key, str):
                QTest.keyClicks(target, key)
            else:
                QTest.keyClick(target, key)
            QApplication.processEvents()

    def wait(self, what: Callable[[TeacherView], object]) -> None:
        self.bot.waitUntil(lambda: bool(what(self.view)), timeout=20_000)


StartDesk = Callable[..., Teacher]


@pytest.fixture(scope="session")
def mayas_story() -> LessonBundle:
    places = standard_places()
    folder = find_lesson(places, "mayas-story")
    assert folder is not None
    bundle, _ = load_bundle(folder, places.films)
    assert bundle is not None
    return bundle


@pytest.fixture
def start_desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[StartDesk]:
    """Starts desks, and ends each that is still open when the test is over."""
    apply_theme(qapp)
    jobs, open_desks = JobRunner(), []

    def start(
        bundle: LessonBundle,
        sitting: str,
        engine: str,
        *,
        screens: Screens = Screens.ALONE,
        adaptations: tuple[str, ...] = (),
        place: KeptPlace | None = None,
    ) -> Teacher:
        asked = Sitting(bundle, sitting, adaptations, screens, place=place)
        desk = TeachingDesk(asked, choose_engine(engine), Journal(tmp_path / "places"), jobs)
        desk.keep_pauses_in(tmp_path / "own", bundle.lesson.id, jobs)
        open_desks.append(desk)
        desk.closed.connect(lambda: open_desks.remove(desk))
        for window in desk.windows:
            qtbot.waitExposed(window)
        return Teacher(desk, qtbot)

    yield start
    for desk in [*open_desks]:
        desk.controller.end()
        desk.shown.put_away()
    jobs.close()
