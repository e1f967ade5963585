"""Windows for tests, with a stand-in for the teaching controller."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lesson_player.rendering.pictures import PictureStore
from lesson_player.teaching.views import TeacherView
from lesson_player.ui.audience.window import AudienceWindow
from lesson_player.ui.presenter.window import PresenterWindow
from lesson_player.ui.theme.apply import apply_theme
from tests.support.fake_teaching import FakeTeaching
from tests.support.probes import WindowProbe
from tests.support.teacher_views import teacher_view


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    """Every test begins with the default theme at the usual size."""
    apply_theme(qapp)
    yield
    apply_theme(qapp)


@pytest.fixture
def windows(qapp: QApplication) -> Iterator[list[QWidget]]:
    """Windows put in here are taken away after the test, without being asked whether they may close."""
    made: list[QWidget] = []
    yield made
    for window in made:
        window.hide()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


Presenter = tuple[PresenterWindow, FakeTeaching, WindowProbe]
Audience = tuple[AudienceWindow, FakeTeaching, WindowProbe]


@pytest.fixture
def presenter(qtbot: QtBot, windows: list[QWidget]) -> Callable[..., Presenter]:
    """Makes a teacher's window that shows a view at a size."""

    def make(view: TeacherView | None = None, width: int = 1366, height: int = 768) -> Presenter:
        fake = FakeTeaching(view or teacher_view(), PictureStore(lambda _name: None))
        window = PresenterWindow(fake.as_controller())
        windows.append(window)
        window.set_class_screen("Class screen: board, 1920 × 1080", QSize(1920, 1080))
        probe = WindowProbe(window)
        probe.show(width, height)
        return window, fake, probe

    return make


@pytest.fixture
def audience(qtbot: QtBot, windows: list[QWidget]) -> Callable[..., Audience]:
    """Makes a class window that shows a view at a size."""

    def make(view: TeacherView | None = None, width: int = 1280, height: int = 720) -> Audience:
        fake = FakeTeaching(view or teacher_view(), PictureStore(lambda _name: None))
        window = AudienceWindow(fake.as_controller())
        windows.append(window)
        probe = WindowProbe(window)
        probe.show(width, height)
        return window, fake, probe

    return make
