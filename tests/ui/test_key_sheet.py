"""The sheet of keys: on the screen and on paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinterInfo

from lesson_player.control.commands import table
from lesson_player.control.key_settings import KeyChoice
from lesson_player.ui.presenter.key_lines import page
from lesson_player.ui.widgets.key_names import keys_words
from tests.ui.conftest import Presenter


def test_the_paper_has_every_command_with_its_keys(dressed: None) -> None:
    words = page(table(), private=True).document().toPlainText()
    assert words.startswith("Keys of Lesson Player")
    for command in table():
        assert command.help in words
        assert keys_words(command.keys) in words


def test_what_is_for_the_teacher_alone_is_not_on_a_paper_for_a_shared_screen(dressed: None) -> None:
    words = page(table(), private=False).document().toPlainText()
    assert [command.id for command in table() if command.private and command.help in words] == []


def test_the_users_own_keys_are_on_it(presenter: Callable[..., Presenter]) -> None:
    window, fake, _ = presenter()
    fake.keys.use(KeyChoice({"calm": ("F7",)}))
    words = window.sheets.key_printing._now().document().toPlainText()
    assert "F7\nShow a quiet picture" in words


def test_it_is_saved_as_a_pdf_by_keyboard(
    presenter: Callable[..., Presenter], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    window, fake, probe = presenter()
    probe.key(Qt.Key.Key_F1)
    window.sheets.keys.print_button.setFocus(Qt.FocusReason.TabFocusReason)
    probe.key(Qt.Key.Key_Return)
    sheet = window.sheets.key_printing
    assert sheet.isVisible()
    assert not window.sheets.keys.isVisible()
    assert probe.focus() is sheet.save_button
    path = tmp_path / "keys.pdf"
    sheet.save(path)
    assert path.read_bytes().startswith(b"%PDF-")
    assert fake.asked[-1] == ("tell", f"“Keys of Lesson Player” is saved: {path}")
