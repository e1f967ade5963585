"""The look of the class screen holds in later lessons, where the teacher ticks that it shall."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lesson_player.application.courses import begin, open_course
from lesson_player.application.remembered import Remembered
from lesson_player.desktop.jobs import JobRunner
from lesson_player.foundation.settings import Settings
from lesson_player.model.appearance import Appearance
from lesson_player.model.style import Style
from lesson_player.rendering.pictures import PictureStore
from lesson_player.teaching.views import TeacherView
from tests.support.fake_teaching import FakeTeaching
from tests.support.hand_jobs import AtOnce
from tests.support.small_lesson import bundle
from tests.support.teacher_views import teacher_view

LOOK = Appearance(theme="blue", symbols=True, overlay="rose", overlay_percent=75, letter_spacing=0.12)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


@pytest.fixture
def teaching(qtbot: QtBot) -> Iterator[FakeTeaching]:
    fake = FakeTeaching(teacher_view(), PictureStore(lambda _name: None))
    yield fake
    fake.end()


def remembered(file: Path) -> Remembered:
    return Remembered(Settings(file), JobRunner(AtOnce()))


def looking(look: Appearance, *, keep: bool) -> TeacherView:
    view = teacher_view()
    shown = view.class_view.model_copy(update={"appearance": look})
    return view.model_copy(update={"class_view": shown, "style": Style(keep=keep)})


def test_a_ticked_look_begins_the_next_lesson(file: Path, teaching: FakeTeaching, qtbot: QtBot) -> None:
    memory = remembered(file)
    memory.watch(teaching.as_controller())
    teaching.show(looking(LOOK, keep=True))
    qtbot.waitUntil(file.exists)
    course, prepared = open_course(bundle(), appearance=remembered(file).appearance())
    state = begin(course, prepared, "one")
    assert state.appearance == LOOK
    assert state.style is not None
    assert state.style.base == LOOK
    assert state.style.as_begun, "reset gives back what the lesson began with"


def test_without_the_tick_nothing_is_written(file: Path, teaching: FakeTeaching) -> None:
    remembered_now = remembered(file)
    remembered_now.watch(teaching.as_controller())
    teaching.show(looking(LOOK, keep=False))
    teaching.end()
    assert not file.exists()


def test_a_tick_right_before_the_end_is_kept(file: Path, teaching: FakeTeaching) -> None:
    memory = remembered(file)
    memory.watch(teaching.as_controller())
    teaching.show(looking(LOOK, keep=True))
    teaching.end()
    assert remembered(file).appearance() == LOOK


def test_a_tick_that_is_taken_away_leaves_the_settings_as_they_were(
    file: Path, teaching: FakeTeaching, qtbot: QtBot
) -> None:
    file.write_text('[appearance]\ntheme = "dark"\n[signer]\nplace = "left"\n', encoding="utf-8")
    memory = remembered(file)
    memory.watch(teaching.as_controller())
    teaching.show(looking(LOOK, keep=True))
    qtbot.waitUntil(lambda: "blue" in file.read_text(encoding="utf-8"))
    teaching.show(looking(LOOK, keep=False))
    teaching.end()
    assert remembered(file).appearance() == Appearance(theme="dark")
    assert Settings(file).section("signer") == {"place": "left"}


def test_stillness_that_the_system_asks_for_is_not_kept(file: Path, teaching: FakeTeaching) -> None:
    memory = remembered(file)
    memory.watch(teaching.as_controller())
    still = looking(Appearance(motion=False), keep=True)
    base = Style(base=Appearance(motion=False), keep=True)
    teaching.show(still.model_copy(update={"style": base}))
    teaching.end()
    assert "motion" not in Settings(file).section("appearance")


def test_a_folder_that_cannot_be_written_is_told(file: Path, teaching: FakeTeaching, qtbot: QtBot) -> None:
    file.mkdir()
    memory = remembered(file)
    memory.watch(teaching.as_controller())
    teaching.show(looking(LOOK, keep=True))
    qtbot.waitUntil(lambda: any(asked[0] == "tell" for asked in teaching.asked))
    assert "could not be saved" in str(teaching.asked[-1][1])
