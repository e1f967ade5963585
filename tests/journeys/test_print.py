"""A teacher prints from the library by keyboard alone: the booklet in easy read, and its Braille."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lesson_player.application.handout_desk import HandoutDesk
from lesson_player.application.library_doors import open_doors
from lesson_player.control.commands import table
from lesson_player.desktop.jobs import JobRunner
from lesson_player.foundation.paths import standard_places
from lesson_player.foundation.policy import Policy
from lesson_player.operations.library import read_lessons
from lesson_player.rendering.pdf_pages import PdfPages
from lesson_player.ui.library.window import LibraryWindow
from lesson_player.ui.theme.apply import apply_theme
from tests.support.hand_jobs import AtOnce
from tests.support.probes import WindowProbe, accessible, name_of

Key = Qt.Key


@pytest.fixture
def library(qtbot: QtBot, qapp: QApplication) -> Iterator[WindowProbe]:
    apply_theme(qapp)
    places, jobs = standard_places(), JobRunner(AtOnce())
    window = LibraryWindow()
    qtbot.addWidget(window)
    program = SimpleNamespace(
        library=window,
        places=places,
        jobs=jobs,
        check=SimpleNamespace(stop=lambda: None),
        keys=SimpleNamespace(book=SimpleNamespace(commands=table())),
        settings=SimpleNamespace(policy=Policy()),
        tell=pytest.fail,
    )
    open_doors(program, window)  # type: ignore[arg-type]
    window.show_lessons(tuple(card for card in read_lessons(places, ()) if card.id == "mayas-story"))
    probe = WindowProbe(window)
    probe.show(1366, 768)
    yield probe
    jobs.close()


def tab_to(probe: WindowProbe, wanted: str) -> None:
    for _ in range(60):
        if name_of(accessible(probe.focus())) == wanted:
            return
        probe.key(Key.Key_Tab)
    pytest.fail(f"Tab does not lead to {wanted!r}")


def press(probe: WindowProbe, key: Key) -> None:
    probe.key(key)
    probe.settle()


def test_print_by_keyboard_alone(library: WindowProbe, tmp_path: Path) -> None:
    tab_to(library, "As written")
    press(library, Key.Key_Right)
    press(library, Key.Key_Right)
    tab_to(library, "Print…: Maya’s story")
    press(library, Key.Key_Space)
    sheet = library.window.findChildren(HandoutDesk)[0].sheet
    sheet._choose = lambda: tmp_path / "for class 7"

    # The version that was chosen in the library is chosen here too, and its first page is there.
    assert name_of(accessible(library.focus())) == "Easy read with symbols"
    assert sheet.preview.state.text().startswith("Easy-read booklet, page 1 of ")
    pages = sheet.preview.count
    tab_to(library, "Next page")
    press(library, Key.Key_Space)
    assert sheet.preview.state.text() == f"Easy-read booklet, page 2 of {pages}"

    tab_to(library, "Save to…")
    press(library, Key.Key_Space)
    (booklet,) = (tmp_path / "for class 7").iterdir()
    assert len(PdfPages(booklet.read_bytes())) == pages
    assert sheet.state.text().startswith("Saved in ")

    tab_to(library, "Paper or PDF")
    press(library, Key.Key_Left)
    assert name_of(accessible(library.focus())) == "Braille"
    tab_to(library, "Save to…")
    press(library, Key.Key_Space)
    braille = tmp_path / "for class 7" / "mayas-story-easy-read-grade-2.brf"
    stored = standard_places().lessons[-1] / "mayas-story" / "braille" / "easy-read-grade-2.brf"
    assert braille.read_bytes() == stored.read_bytes()

    press(library, Key.Key_Escape)
    assert not sheet.isVisible()
    assert name_of(accessible(library.focus())) == "Print…: Maya’s story"
