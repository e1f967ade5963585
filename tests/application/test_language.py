"""The user's language: for words, and for the side on which windows begin."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from lesson_player.application import language
from lesson_player.foundation.i18n import tr
from lesson_player.foundation.languages import KEY, SECTION, SOURCE, speak
from lesson_player.foundation.settings import Settings


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    yield
    speak(SOURCE)
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize(("chosen", "said"), [("cy", "Nesaf"), ("en-GB", "Next"), ("no such", "Next")])
def test_the_program_speaks_what_the_settings_name(chosen: str, said: str, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.toml")
    settings.keep(SECTION, {KEY: chosen})
    language.speak_as_chosen(settings)
    assert tr("Next") == said
    assert QGuiApplication.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_windows_follow_a_language_from_right_to_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "speak", lambda _chosen: "ar")
    language.speak_as_chosen(Settings(tmp_path / "settings.toml"))
    assert QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
