"""The last picture of a lesson stays until the teacher puts it away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from lesson_player.model.slide import ScreenKind, Slide, SlideLayout
from lesson_player.rendering.pictures import PictureStore
from lesson_player.ui.audience.closing import ClosingPicture
from lesson_player.ui.audience.page import page_in
from lesson_player.ui.audience.window import AudienceWindow
from lesson_player.ui.library.closing_bar import ClosingBar
from tests.support.fake_teaching import FakeTeaching
from tests.support.probes import WindowProbe, accessible, name_of
from tests.support.teacher_views import class_view, teacher_view

OVER = class_view(
    Slide(id="over", layout=SlideLayout.CALM, heading="The lesson is over."), screen=ScreenKind.CALM
).model_copy(update={"announcement": "The lesson is over."})
NO_PICTURES = PictureStore(lambda _name: None)
CLICKER = (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_B, Qt.Key.Key_F5)


@pytest.fixture
def fake() -> FakeTeaching:
    return FakeTeaching(teacher_view(private=False), NO_PICTURES)


def covered(
    fake: FakeTeaching, windows: list[QWidget], *, asks: bool
) -> tuple[AudienceWindow, ClosingPicture, list[bool]]:
    window = AudienceWindow(fake.as_controller())
    windows.append(window)
    WindowProbe(window).show(1280, 720)
    window.strip.ask_to_end()
    picture = ClosingPicture(window, OVER, NO_PICTURES, asks=asks)
    asked: list[bool] = []
    picture.put_away_asked.connect(lambda: asked.append(True))
    fake.asked.clear()
    return window, picture, asked


@pytest.mark.parametrize("asks", [True, False])
def test_a_clicker_and_the_lessons_keys_do_nothing_any_more(
    asks: bool, fake: FakeTeaching, windows: list[QWidget]
) -> None:
    window, picture, asked = covered(fake, windows, asks=asks)
    for key in CLICKER:
        QTest.keyClick(WindowProbe(window).focus(), key)
        QTest.keyClick(picture, key)
    assert asked == []
    assert fake.asked == []


def test_on_the_teachers_own_screen_esc_or_the_button_puts_it_away(
    fake: FakeTeaching, windows: list[QWidget]
) -> None:
    window, picture, asked = covered(fake, windows, asks=True)
    probe = WindowProbe(window)
    assert not window.strip.isVisible(), "the question has been answered"
    assert probe.focus() is picture.button
    probe.key(Qt.Key.Key_Escape)
    probe.press("Put the picture away")
    assert len(asked) == 2


def test_on_the_class_screen_there_is_nothing_to_press(fake: FakeTeaching, windows: list[QWidget]) -> None:
    window, picture, asked = covered(fake, windows, asks=False)
    assert "Put the picture away" not in [each.text() for each in WindowProbe(window).buttons()]
    QTest.keyClick(picture, Qt.Key.Key_Escape)
    assert asked == []


def test_it_covers_the_window_at_any_size_and_says_so(fake: FakeTeaching, windows: list[QWidget]) -> None:
    window, picture, _ = covered(fake, windows, asks=True)
    window.resize(1920, 1080)
    WindowProbe(window).settle()
    assert picture.geometry() == window.rect()
    assert window.rect().contains(picture.button.geometry())
    assert name_of(accessible(picture.picture)) == "The lesson is over."
    assert not picture.picture.screen_layout().problems  # type: ignore[union-attr]


def test_the_bar_in_the_library_puts_it_away(windows: list[QWidget]) -> None:
    bar = ClosingBar()
    windows.append(bar)
    asked: list[bool] = []
    bar.put_away_asked.connect(lambda: asked.append(True))
    probe = WindowProbe(bar)
    probe.show(700, 80)
    probe.press("Put the picture away")
    assert asked == [True]
    assert "until you put it away" in probe.texts()


def test_a_page_keeps_its_shape_on_a_screen_of_another() -> None:
    assert page_in(QRect(0, 0, 1024, 768), 16 / 9) == QRect(0, 96, 1024, 576)
    assert page_in(QRect(0, 0, 3840, 1080), 16 / 9) == QRect(960, 0, 1920, 1080)
    assert page_in(QRect(0, 0, 1366, 768), 16 / 9) == QRect(0, 0, 1366, 768)
    assert page_in(QRect(0, 0, 1024, 768), None) == QRect(0, 0, 1024, 768)
