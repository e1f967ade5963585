"""Maya's story read aloud, by keyboard and by touch, with a voice that makes no sound."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from lesson_player.application import desk
from lesson_player.application.desk import Screens
from lesson_player.model.bundle import LessonBundle
from lesson_player.model.reading import SpokenMark
from lesson_player.rendering.placed import PlacedWords
from lesson_player.speech.silent import SilentVoice
from lesson_player.ui.audience.window import AudienceWindow
from tests.journeys.conftest import StartDesk, Teacher

LONGEST_S = 120.0


@pytest.fixture
def voice(monkeypatch: pytest.MonkeyPatch) -> Iterator[SilentVoice]:
    """The voice of the next lesson, turned by hand."""
    made = SilentVoice(by_hand=True)
    monkeypatch.setattr(desk, "lesson_voice", lambda _parent: made)
    yield made
    made.close()


def board_of(teacher: Teacher) -> AudienceWindow:
    (board,) = [window for window in teacher.desk.windows if isinstance(window, AudienceWindow)]
    return board


def marked_words(window: QWidget) -> list[str]:
    """The words that are marked on a class screen, as its layout has them."""
    assert isinstance(window, AudienceWindow)
    layout = window.picture.screen_layout()
    assert layout is not None
    return [thing.text.text for thing in layout.placed if isinstance(thing, PlacedWords)]


@pytest.mark.parametrize(("sitting", "adaptations"), [("getting-ready", ()), ("maya-tells", ("easy-read",))])
def test_all_that_the_class_sees_is_recorded_and_read(
    sitting: str,
    adaptations: tuple[str, ...],
    mayas_story: LessonBundle,
    start_desk: StartDesk,
    voice: SilentVoice,
) -> None:
    teacher = start_desk(mayas_story, sitting, "silent", adaptations=adaptations)
    slides = 0
    for _ in range(200):
        if teacher.view.reading.readable:
            slides += 1
            teacher.press("r")
            assert teacher.view.reading.reading
            voice.advance(LONGEST_S)
            assert not teacher.view.reading.reading, "it has come to its end"
        if not teacher.view.can_go_on:
            break
        teacher.press(Qt.Key.Key_Right)
    assert not teacher.view.can_go_on
    assert slides > 5
    assert {one.text for one in voice.spoken if one.sound is None} == set(), "all of it is recorded"
    assert all(one.words for one in voice.spoken)


def test_next_hide_calm_and_the_end_stop_it_at_once(
    mayas_story: LessonBundle, start_desk: StartDesk, voice: SilentVoice
) -> None:
    teacher = start_desk(mayas_story, "getting-ready", "silent")
    teacher.press("4", Qt.Key.Key_Return)
    for keys in ((Qt.Key.Key_Right,), (Qt.Key.Key_Left,), ("b", "b"), ("k", "k"), ("r",)):
        teacher.press("r")
        voice.advance(0.5)
        assert teacher.view.class_view.spoken is not None
        teacher.press(*keys)
        assert voice.utterance is None
        assert teacher.view.class_view.spoken is None
    teacher.press("r")
    voice.advance(0.5)
    teacher.press(Qt.Key.Key_Escape, Qt.Key.Key_Return)
    assert voice.utterance is None


def test_one_screen_for_all_shows_the_word_and_the_line_in_focus(
    mayas_story: LessonBundle, start_desk: StartDesk, voice: SilentVoice
) -> None:
    teacher = start_desk(mayas_story, "getting-ready", "silent", screens=Screens.SHARED)
    board = board_of(teacher)
    teacher.press("4", Qt.Key.Key_Return, "y", "r")
    line = teacher.view.class_view.focus
    voice.advance(0.3)
    assert teacher.view.class_view.spoken == SpokenMark(line=line, word=0)
    assert len(marked_words(board)) == 1
    assert len(voice.spoken) == 1, "only the line in focus"
    voice.advance(LONGEST_S)
    assert marked_words(board) == []


def test_a_line_that_is_touched_on_the_board_is_read(
    mayas_story: LessonBundle, start_desk: StartDesk, voice: SilentVoice
) -> None:
    teacher = start_desk(mayas_story, "getting-ready", "silent", screens=Screens.SHARED)
    picture = board_of(teacher).picture
    teacher.press("8", Qt.Key.Key_Return, "y")
    layout = picture.screen_layout()
    assert layout is not None
    target = layout.targets_of("row")[-1]
    spot = picture.to_logical(target.rect.qrectf()).center()
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=QPoint(spot))
    assert teacher.view.class_view.focus == target.id
    assert len(voice.spoken) == 1
    assert " ".join(voice.spoken[0].text.split()) == " ".join(target.name.replace(": ", " ", 1).split())
