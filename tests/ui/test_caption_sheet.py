"""Captions are chosen on a sheet beside a true picture of them, and take hold at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel

from lesson_player.model.caption_look import (
    CaptionEdge,
    CaptionLook,
    CaptionPosition,
    SignerPlace,
    SignerSize,
    caption_presets,
)
from lesson_player.model.film import Signer
from lesson_player.model.slide import ScreenKind, SignerView
from lesson_player.rendering.layout import lay_out
from lesson_player.teaching import caption_moves
from lesson_player.teaching.course import Course
from lesson_player.teaching.desk import teacher_view as computed_view
from lesson_player.teaching.state import LessonState
from lesson_player.teaching.views import CaptionTrack
from lesson_player.ui.presenter.caption_choices import ValueRow
from lesson_player.ui.presenter.caption_sheet import CaptionSheet
from tests.support.fake_teaching import FakeTeaching
from tests.support.probes import WindowProbe, accessible, name_of, walk
from tests.support.small_lesson import at_step, course
from tests.support.teacher_views import film_settings, film_view, teacher_view
from tests.ui.conftest import Presenter

TRACKS = (
    CaptionTrack(id="standard", title="Captions"),
    CaptionTrack(id="easy-read", title="Easy-read captions"),
)
CUT = Signer(x=0.6, y=0.0, width=0.3, height=1.0)


def opened(
    presenter: Callable[..., Presenter], **film: Any
) -> tuple[CaptionSheet, FakeTeaching, WindowProbe]:
    """The sheet over a film step, opened by its key."""
    settings = film_settings(tracks=TRACKS, track="standard", **film)
    window, fake, probe = presenter(film_view(film_settings=settings))
    window.sheets.captions.open_sheet()
    probe.settle()
    return window.sheets.captions, fake, probe


def state_after(fake: FakeTeaching) -> LessonState:
    """The state of a film step after the moves that were asked for."""
    made: Course = course()
    state = at_step(made, "watch")
    for asked in fake.asked:
        if asked[0] == "make":
            move: Any = asked[1]
            state = move(made, state)
    return state


def chip(row: ValueRow, words: str) -> Any:
    return next(chip for chip in row.chips if chip.text() == words)


def test_the_key_opens_the_sheet_and_escape_puts_it_away(presenter: Callable[..., Presenter]) -> None:
    window, fake, probe = presenter(film_view())
    assert fake.run("caption-style")
    assert window.sheets.captions.isVisible()
    assert window.sheets.captions.isAncestorOf(probe.focus())
    probe.key(Qt.Key.Key_Escape)
    assert not window.sheets.captions.isVisible()


@pytest.mark.parametrize(
    ("field", "words", "value"),
    [
        ("percent", "300 %", 300),
        ("position", "Over its upper edge", CaptionPosition.TOP),
        ("lines", "3", 3),
        ("text", "Yellow", "#FFFF00"),
        ("box", "White", "#FFFFFF"),
        ("box_opacity", "Not there", 0),
        ("edge", "Outline", CaptionEdge.OUTLINE),
        ("window", "Dark blue", "#0A2036"),
        ("window_opacity", "See-through by half", 50),
    ],
)
def test_each_part_of_the_look_is_one_choice(
    presenter: Callable[..., Presenter], field: str, words: str, value: object
) -> None:
    sheet, fake, probe = opened(presenter)
    assert chip(sheet.looks[field], words).isVisible()
    chip(sheet.looks[field], words).click()
    assert state_after(fake).film_choice.caption_look == CaptionLook().model_copy(update={field: value})
    probe.settle()


def test_every_look_of_the_room_can_be_chosen(presenter: Callable[..., Presenter]) -> None:
    sheet, fake, _ = opened(presenter)
    for preset in caption_presets()[1:]:
        fake.asked.clear()
        chip(sheet.presets, preset.title).click()
        assert state_after(fake).film_choice.caption_look == preset.look.over(CaptionLook())


def test_tracks_and_captions_are_chosen_there_too(presenter: Callable[..., Presenter]) -> None:
    sheet, fake, _ = opened(presenter)
    chip(sheet.tracks, "Easy-read captions").click()
    assert state_after(fake).film_choice.caption_track == "easy-read"
    chip(sheet.shown, "Off").click()
    assert fake.asked[-1] == ("run", "captions")


def test_showing_a_view_asks_for_nothing(presenter: Callable[..., Presenter]) -> None:
    sheet, fake, _ = opened(presenter)
    look = CaptionLook(percent=200, text="#FFFF00", position=CaptionPosition.BOTTOM)
    fake.asked.clear()
    fake.show(film_view(film_settings=film_settings(tracks=TRACKS, track="easy-read", look=look)))
    assert fake.asked == []
    assert chip(sheet.looks["percent"], "200 %").isChecked()
    assert chip(sheet.tracks, "Easy-read captions").isChecked()
    assert chip(sheet.presets, "As it is").isVisible()
    assert chip(sheet.presets, "As it is").isChecked()


def test_a_value_that_has_no_chip_is_shown_as_it_is(presenter: Callable[..., Presenter]) -> None:
    sheet, _, _ = opened(presenter, look=CaptionLook(text="#FFCC99"))
    assert chip(sheet.looks["text"], "As it is").isChecked()
    assert chip(sheet.looks["text"], "As it is").isVisible()
    assert not chip(sheet.looks["box"], "As it is").isVisible()


def test_the_picture_is_the_class_screens_own_layout(presenter: Callable[..., Presenter]) -> None:
    look = CaptionLook(percent=250, position=CaptionPosition.TOP)
    sheet, fake, probe = opened(presenter, look=look)
    shown = sheet.preview.picture.class_view
    assert shown is not None
    assert shown.screen is ScreenKind.FILM
    assert shown.film is not None
    assert shown.film.look == look
    size = sheet.preview.picture.size()
    wanted = lay_out(shown, size.width(), size.height(), shape=1920 / 1080)
    assert sheet.preview.picture.screen_layout() == wanted
    changed = look.model_copy(update={"percent": 50})
    fake.show(film_view(film_settings=film_settings(look=changed)))
    probe.settle()
    assert sheet.preview.picture.screen_layout() != wanted, "it follows every change"


def test_the_picture_has_the_films_frame_and_the_signers(presenter: Callable[..., Presenter]) -> None:
    window = SignerView(version="bsl", cut=CUT, place=SignerPlace.RIGHT, size=SignerSize.SMALL)
    sheet, fake, probe = opened(presenter, window=window, signer=SignerPlace.RIGHT)
    for name, show in (("#C03030", fake.show_frame), ("#30A030", fake.show_signer_frame)):
        image = QImage(64, 36, QImage.Format.Format_RGB32)
        image.fill(QColor(name))
        show(image)
    probe.settle()
    layout = sheet.preview.picture.screen_layout()
    assert layout is not None
    assert layout.film is not None
    assert layout.signer is not None
    seen = sheet.preview.picture.grab().toImage()
    film, signer = layout.film.rect, layout.signer.rect
    assert seen.pixelColor(round(film.x + film.width / 2), round(film.y) + 8) == QColor("#C03030")
    assert seen.pixelColor(round(signer.x + signer.width / 2), round(signer.middle)) == QColor("#30A030")


def test_a_look_that_is_hard_to_read_is_warned_about_in_words(presenter: Callable[..., Presenter]) -> None:
    sheet, fake, _ = opened(presenter)
    assert not sheet.captions.warning.isVisible()
    bad = CaptionLook(text="#00FFFF", box="#FFFFFF")
    fake.show(film_view(film_settings=film_settings(look=bad)))
    assert sheet.captions.warning.isVisible()
    assert "1.3 to 1" in sheet.captions.warning.text()


def test_the_signer_is_placed_there(presenter: Callable[..., Presenter]) -> None:
    sheet, fake, _ = opened(presenter)
    chip(sheet.signer_place, "Below").click()
    name, move = fake.asked[-1]
    assert name == "make"
    assert callable(move)
    assert sheet.signer_place.isEnabled()
    assert not sheet.signer_size.isEnabled(), "there is no window yet"


def test_where_there_can_be_no_window_it_says_why(presenter: Callable[..., Presenter]) -> None:
    why = "This film has no British Sign Language version."
    sheet, _, _ = opened(presenter, no_signer=why)
    assert not sheet.signer_place.isEnabled()
    assert why in [each.text() for each in sheet.findChildren(QLabel) if each.isVisible()]


def test_captions_are_read_aloud_from_there(presenter: Callable[..., Presenter]) -> None:
    sheet, fake, _ = opened(presenter)
    chip(sheet.aloud, "On").click()
    assert fake.asked == [("run", "spoken-captions")]
    assert not sheet.not_aloud.isVisible()


def test_where_no_voice_can_read_them_it_says_why(presenter: Callable[..., Presenter]) -> None:
    why = "This computer has no voice of its own."
    sheet, _, _ = opened(presenter, no_spoken_captions=why)
    assert not sheet.aloud.isEnabled()
    assert why in [each.text() for each in sheet.findChildren(QLabel) if each.isVisible()]


@pytest.mark.parametrize("size", [QSize(1366, 768), QSize(853, 480), QSize(427, 240)])
def test_nothing_lies_over_something_else_at_any_size(
    presenter: Callable[..., Presenter], size: QSize
) -> None:
    window, _, probe = presenter(film_view(film_settings=film_settings(tracks=TRACKS)), 900, 600)
    window.sheets.captions.open_sheet()
    window.resize(size)
    probe.settle()
    sheet = window.sheets.captions
    assert window.rect().contains(sheet.geometry())
    parts = [sheet.preview, sheet.shown, sheet.presets, *sheet.looks.values(), sheet.signer_place]
    places = [part.rect().translated(part.mapTo(sheet, part.rect().topLeft())) for part in parts]
    assert all(not one.intersects(other) for at, one in enumerate(places) for other in places[at + 1 :]), size


def test_everything_on_it_has_a_name(presenter: Callable[..., Presenter]) -> None:
    sheet, _, _ = opened(presenter)
    for each in walk(accessible(sheet)):
        widget = each.object()
        if each.role().name in {"RadioButton", "Button", "PushButton", "Graphic"}:
            assert name_of(each), widget
    groups = [row.accessibleName() for row in (sheet.presets, *sheet.looks.values(), sheet.signer_place)]
    assert len(groups) == len(set(groups)), "two rows have the same name"


def test_on_a_shared_screen_there_is_the_key_for_the_next_look_alone() -> None:
    made = course(private=False)
    view = computed_view(made, at_step(made, "watch"))
    commands = {command.id: command for command in FakeTeaching(teacher_view(), None).commands}  # type: ignore[arg-type]
    assert not commands["caption-style"].visible(view)
    assert commands["caption-look"].visible(view)
    assert commands["caption-look"].move is caption_moves.next_look


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_tab_goes_round_in_the_sheet(presenter: Callable[..., Presenter], key: Qt.Key) -> None:
    sheet, _fake, probe = opened(presenter)
    met = []
    for _ in range(40):
        probe.key(key)
        focus = sheet.window().focusWidget()
        assert focus is not None
        assert sheet.isAncestorOf(focus), "what lies behind the sheet cannot be seen"
        met.append(focus)
    assert sheet.close_button in met
    assert met.count(met[0]) > 1, "it goes round"
