"""Captions' look and the signer's window hold in the next lesson too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lesson_player.application.courses import open_course
from lesson_player.application.remembered import Remembered
from lesson_player.desktop.jobs import JobRunner
from lesson_player.foundation.settings import Settings
from lesson_player.model.appearance import FilmChoice, FilmChoiceChange
from lesson_player.model.caption_look import CaptionEdge, CaptionLook, SignerPlace, SignerSize
from lesson_player.model.reading import ReadingChoice
from lesson_player.rendering.pictures import PictureStore
from lesson_player.teaching.views import ReadingSettings
from tests.support.fake_teaching import FakeTeaching
from tests.support.hand_jobs import AtOnce
from tests.support.small_lesson import bundle
from tests.support.teacher_views import film_settings, film_view

LARGE = CaptionLook(percent=200, edge=CaptionEdge.OUTLINE)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


@pytest.fixture
def teaching(qtbot: QtBot) -> Iterator[FakeTeaching]:
    fake = FakeTeaching(film_view(), PictureStore(lambda _name: None))
    yield fake
    fake.end()


def remembered(file: Path) -> Remembered:
    return Remembered(Settings(file), JobRunner(AtOnce()))


def changed(teaching: FakeTeaching, **changes: object) -> None:
    teaching.show(film_view(film_settings=film_settings(**changes)))


def test_what_a_teacher_changes_holds_in_the_next_lesson(
    file: Path, teaching: FakeTeaching, qtbot: QtBot
) -> None:
    memory = remembered(file)
    assert memory.film() == FilmChoice()
    memory.watch(teaching.as_controller())
    changed(teaching, look=LARGE, signer=SignerPlace.LEFT, signer_size=SignerSize.SMALL)
    qtbot.waitUntil(file.exists)
    assert remembered(file).film() == FilmChoice(
        caption_look=LARGE, signer=SignerPlace.LEFT, signer_size=SignerSize.SMALL
    )


def test_how_slides_were_read_last_holds_but_nothing_that_begins_by_itself(
    file: Path, teaching: FakeTeaching
) -> None:
    memory = remembered(file)
    assert memory.reading() == ReadingChoice()
    memory.watch(teaching.as_controller())
    choice = ReadingChoice(speed=0.8, highlight=False, on_arrival=True, line_focus=True)
    teaching.show(film_view(reading=ReadingSettings(choice=choice)))
    teaching.end()
    assert remembered(file).reading() == ReadingChoice(speed=0.8, highlight=False)
    assert not Settings(file).section("captions"), "what nobody changed is not written"


def test_a_speed_that_makes_no_sense_is_left_out(file: Path) -> None:
    file.write_text("[reading]\nspeed = 9.0\nhighlight = false\n", encoding="utf-8")
    assert remembered(file).reading() == ReadingChoice(highlight=False)


def test_a_change_right_before_the_end_is_kept(file: Path, teaching: FakeTeaching) -> None:
    memory = remembered(file)
    memory.watch(teaching.as_controller())
    changed(teaching, look=LARGE)
    assert not file.exists(), "a size that is tried out makes one file, not ten"
    teaching.end()
    assert remembered(file).film().caption_look == LARGE


def test_what_the_lessons_version_brings_is_not_remembered(file: Path, teaching: FakeTeaching) -> None:
    teaching.view = film_view(film_settings=film_settings(look=LARGE))
    memory = remembered(file)
    memory.watch(teaching.as_controller())
    changed(teaching, look=LARGE, captions=False)
    QTest.qWait(0)
    teaching.end()
    assert not file.exists()


def test_a_version_lies_over_what_is_remembered(file: Path) -> None:
    Settings(file).keep("captions", {"percent": 200, "edge": "outline"})
    layer = FilmChoiceChange.model_validate({"caption_look": {"percent": 150}})
    prepared = open_course(bundle(), film=layer.over(remembered(file).film()))[1]
    assert prepared.film.caption_look == CaptionLook(percent=150, edge=CaptionEdge.OUTLINE)


def test_values_that_make_no_sense_are_left_out(file: Path, caplog: pytest.LogCaptureFixture) -> None:
    file.write_text('[captions]\npercent = 5000\ntext = "#FFFF00"\nnew = 1\n[signer]\nplace = "above"\n')
    assert remembered(file).film() == FilmChoice(caption_look=CaptionLook(text="#FFFF00"))
    assert "new, percent" in caplog.text
    caplog.clear()


def test_a_disk_that_is_full_is_told(file: Path, teaching: FakeTeaching, qtbot: QtBot) -> None:
    file.mkdir()
    memory = remembered(file)
    memory.watch(teaching.as_controller())
    changed(teaching, look=LARGE)
    qtbot.waitUntil(lambda: any(asked[0] == "tell" for asked in teaching.asked))
