from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lesson_player.ui.library import waiting_sheet
from lesson_player.ui.library.waiting_sheet import WaitingSheet
from tests.support.probes import WindowProbe


@pytest.fixture
def sheet(qtbot: QtBot) -> Iterator[WaitingSheet]:
    window = QWidget()
    qtbot.addWidget(window)
    WindowProbe(window).show(1366, 768)
    made = WaitingSheet(window)
    made.open_sheet()
    yield made
    window.hide()


def test_all_of_it_is_seen_in_every_state(sheet: WaitingSheet, qtbot: QtBot) -> None:
    probe = WindowProbe(sheet.window())

    def whole() -> bool:
        return not sheet._scroll.verticalScrollBar().isVisible()

    qtbot.waitUntil(whole)
    sheet.show_progress(0.0, "3 MB copied")
    probe.settle()
    qtbot.waitUntil(whole)
    assert "3 MB copied" in probe.texts()
    assert not sheet.start_button.isVisible()
    sheet.show_film()
    probe.settle()
    qtbot.waitUntil(whole)
    assert sheet.start_button.isVisible()
    sheet.show_trouble("There is not enough room on this computer. " * 8)
    probe.settle()
    qtbot.waitUntil(whole)
    assert not sheet.bar.isVisible()
    assert sheet.window().focusWidget() is sheet.start_button


def test_a_screen_reader_hears_each_quarter_once(
    sheet: WaitingSheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(waiting_sheet, "announce", lambda _sheet, words, **_how: heard.append(words))
    sheet.show_film()
    heard.clear()
    for done in range(101):
        sheet.show_progress(done / 100, f"{done} of 100 MB")

    assert heard == ["25 of 100 MB", "50 of 100 MB", "75 of 100 MB", "100 of 100 MB"]
    assert sheet.bar.value() == sheet.bar.maximum()
