"""A line is worded anew, its recording made, the version taught: it is spoken, with each word marked."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lesson_player.adapting.line_edits import ChangeLine
from lesson_player.application import desk, editor_voice
from lesson_player.application.editor import EditorDesk
from lesson_player.desktop.jobs import JobRunner
from lesson_player.foundation.paths import Places, standard_places
from lesson_player.foundation.policy import Policy
from lesson_player.model.bundle import LessonBundle
from lesson_player.model.reading import SpokenMark
from lesson_player.operations.library import find_lesson, load_lesson
from lesson_player.operations.versions import OpenedVersion, new_version, open_version
from lesson_player.playback.engines import choose_engine
from lesson_player.speech.making.maker import LineSpeaker
from lesson_player.speech.silent import SilentVoice
from lesson_player.ui.theme.apply import apply_theme
from tests.journeys.conftest import StartDesk
from tests.support import fake_voice_child

LINE, WORDS = "welcome-about", "We listen to Maya together."
PATIENCE_MS = 30_000
Open = Callable[..., EditorDesk]


@pytest.fixture
def places(tmp_path: Path) -> Places:
    own = (tmp_path / "data", tmp_path / "state", tmp_path / "config")
    return replace(standard_places(), user_data=own[0], user_state=own[1], user_config=own[2])


def load(places: Places) -> LessonBundle:
    bundle, _ = load_lesson(find_lesson(places, "mayas-story"), places)
    assert bundle is not None
    return bundle


@pytest.fixture
def open_editor(
    places: Places, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Open]:
    apply_theme(qapp)
    jobs, desks = JobRunner(), []
    child = [sys.executable, str(Path(fake_voice_child.__file__))]
    monkeypatch.setattr(editor_voice, "find_pack", lambda *_: object())
    monkeypatch.setattr(editor_voice, "LineSpeaker", lambda: LineSpeaker(child))
    monkeypatch.setattr(editor_voice, "lesson_voice", lambda _parent: SilentVoice(by_hand=True))

    def start(policy: Policy | None = None) -> EditorDesk:
        made = new_version(load(places), places, "My version", "For a test.")
        bundle = load(places)
        found = open_version(bundle, places, made.id)
        assert isinstance(found, OpenedVersion)
        host = SimpleNamespace(
            places=places,
            jobs=jobs,
            keys=SimpleNamespace(book=None),
            settings=SimpleNamespace(policy=policy or Policy()),
            engine=choose_engine("silent"),
        )
        opened = EditorDesk(bundle, found, host)
        desks.append(opened)
        opened.window.resize(1366, 768)
        opened.window.show()
        qtbot.waitExposed(opened.window)
        return opened

    yield start
    for each in desks:
        each.end()
    jobs.close()


def test_a_changed_line_is_made_taught_and_marked_word_by_word(
    open_editor: Open, places: Places, start_desk: StartDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = open_editor()
    editor.controller.edit(ChangeLine(LINE, "text", WORDS))
    QTest.keyClick(editor.window, Qt.Key.Key_V, Qt.KeyboardModifier.AltModifier)
    sheet, made = editor.voice.sheet, editor.voice.controller
    assert sheet.isVisible()
    assert [box.row.words for box in sheet.boxes] == [WORDS], "the lesson's own voice speaks all others"
    assert editor.window.focusWidget() is sheet.make_button
    QTest.keyClick(sheet.make_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: made.view.share is None, timeout=PATIENCE_MS)
    assert made.view.missing == 0, sheet.trouble.text()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    version = editor.controller.opened.adaptation.id
    editor.end()

    spoken = SilentVoice(by_hand=True)
    monkeypatch.setattr(desk, "lesson_voice", lambda _parent: spoken)
    teacher = start_desk(load(places), "getting-ready", "silent", adaptations=(version,))
    teacher.press("3", Qt.Key.Key_Return, "r")
    marks: list[SpokenMark] = []
    for _ in range(400):
        spoken.advance(0.05)
        mark = teacher.view.class_view.spoken
        if mark is not None and mark.line == LINE and mark not in marks:
            marks.append(mark)
    said = next(one for one in spoken.spoken if one.text == WORDS)
    assert said.sound is not None
    assert said.sound.path.is_file()
    assert [mark.word for mark in marks] == list(range(len(WORDS.split())))
    spoken.close()


def test_where_the_school_forbids_it_no_voice_is_recorded(open_editor: Open) -> None:
    editor = open_editor(Policy(hide_own_voices=True, why="Ask the office."))
    editor.controller.edit(ChangeLine(LINE, "text", WORDS))
    editor.voice.open()
    (box,) = editor.voice.sheet.boxes
    assert box.record_button.isHidden()
    assert editor.voice.sheet.record_words.text() == (
        "Your school has set that nobody’s voice is recorded. Ask the office."
    )
    assert not editor.voice.sheet.make_button.isHidden(), "the voice pack is nobody's voice"
