"""The look of the class screen is chosen on a sheet beside a true picture of it, and takes hold at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel

from lesson_player.model.appearance import Appearance
from lesson_player.model.presets import presets
from lesson_player.model.slide import ScreenKind
from lesson_player.model.style import Style
from lesson_player.teaching.desk import teacher_view as computed_view
from lesson_player.teaching.state import LessonState, style_of
from lesson_player.teaching.views import TeacherView
from lesson_player.ui.presenter.appearance_sheet import KEEP, AppearanceSheet
from tests.support.fake_teaching import FakeTeaching
from tests.support.probes import WindowProbe, accessible, name_of, walk
from tests.support.small_lesson import at_step, course
from tests.support.teacher_views import film_view, teacher_view
from tests.ui.conftest import Presenter

CALM, READ, SEE = "calm-and-predictable", "read-more-easily", "see-it-better"


def opened(
    presenter: Callable[..., Presenter], view: TeacherView | None = None
) -> tuple[AppearanceSheet, FakeTeaching, WindowProbe]:
    window, fake, probe = presenter(view)
    assert fake.run("appearance")
    probe.settle()
    fake.asked.clear()
    return window.sheets.appearance, fake, probe


def state_after(fake: FakeTeaching, step: str = "rules") -> LessonState:
    """The state of a lesson after the moves that were asked for."""
    made = course()
    state = at_step(made, step)
    for name, move in ((asked[0], asked[-1]) for asked in fake.asked):
        assert name == "make"
        assert callable(move)
        state = move(made, state)
    return state


def press(sheet: AppearanceSheet, field: str, words: str) -> None:
    next(chip for chip in sheet.looks[field].chips if chip.text() == words).click()


def test_the_key_opens_the_sheet_and_puts_it_away(presenter: Callable[..., Presenter]) -> None:
    sheet, fake, probe = opened(presenter)
    assert sheet.isVisible()
    assert sheet.isAncestorOf(probe.focus())
    fake.run("appearance")
    assert not sheet.isVisible()


@pytest.mark.parametrize(
    ("field", "words", "value"),
    [
        ("theme", "Yellow on black", "yellow-on-black"),
        ("font", "OpenDyslexic", "opendyslexic"),
        ("text_percent", "200 %", 200),
        ("symbols", "On", True),
        ("letter_spacing", "Wide", 0.12),
        ("word_spacing", "Very wide", 0.5),
        ("line_spacing", "Wide", 1.5),
        ("overlay", "Peach", "peach"),
        ("motion", "Off", False),
        ("now_next", "Off", False),
        ("reveal", "Together", "together"),
    ],
)
def test_each_part_of_the_look_is_one_choice(
    presenter: Callable[..., Presenter], field: str, words: str, value: object
) -> None:
    sheet, fake, _ = opened(presenter)
    press(sheet, field, words)
    assert state_after(fake).appearance == Appearance().model_copy(update={field: value})


def test_how_strong_the_colour_is_can_be_set_once_there_is_one(presenter: Callable[..., Presenter]) -> None:
    sheet, fake, _ = opened(presenter)
    assert not sheet.looks["overlay_percent"].isEnabled()
    assert not sheet.looks["overlay_film"].isEnabled()
    view = teacher_view()
    look = Appearance(overlay="green", overlay_percent=25)
    fake.show(view.model_copy(update={"class_view": view.class_view.model_copy(update={"appearance": look})}))
    press(sheet, "overlay_percent", "Full")
    press(sheet, "overlay_film", "On")
    seen = state_after(fake).appearance
    assert (seen.overlay_percent, seen.overlay_film) == (100, True)


def test_presets_are_ticked_together_and_their_order_is_said(presenter: Callable[..., Presenter]) -> None:
    sheet, fake, _ = opened(presenter)
    assert list(sheet.presets.chips) == list(presets())
    for name in (SEE, READ):
        sheet.presets.chips[name].click()
    state = state_after(fake)
    assert style_of(state).presets == (SEE, READ)
    assert state.appearance == presets()[READ].appearance.over(presets()[SEE].appearance.over(Appearance()))
    assert not sheet.order.isVisible()
    fake.show(teacher_view().model_copy(update={"style": Style(presets=(SEE, READ))}))
    assert sheet.order.text().startswith("In this order: See it better, Read more easily.")
    assert [name for name, chip in sheet.presets.chips.items() if chip.isChecked()] == [SEE, READ]
    sheet.presets.chips[SEE].click()
    assert style_of(state_after(fake)).presets == (READ,)


def test_reset_and_later_lessons(presenter: Callable[..., Presenter]) -> None:
    sheet, fake, _ = opened(presenter)
    assert not sheet.reset_button.isEnabled(), "nothing was changed"
    fake.show(teacher_view().model_copy(update={"style": Style(presets=(CALM,))}))
    sheet.presets.chips[READ].click()
    sheet.reset_button.click()
    assert style_of(state_after(fake)).as_begun
    sheet.keep.chips[KEEP].click()
    assert style_of(state_after(fake)).keep


def test_showing_a_view_asks_for_nothing(presenter: Callable[..., Presenter]) -> None:
    sheet, fake, _ = opened(presenter)
    view = teacher_view()
    look = Appearance(theme="dark", text_percent=85, overlay="rose", letter_spacing=0.11)
    shown = view.class_view.model_copy(update={"appearance": look})
    fake.show(
        view.model_copy(update={"class_view": shown, "style": Style(base=look, presets=(CALM,), keep=True)})
    )
    assert fake.asked == []
    chosen = {name: row.chips[row.index].text() for name, row in sheet.looks.items()}
    assert (chosen["theme"], chosen["overlay"]) == ("Dark", "Rose")
    assert chosen["text_percent"] == chosen["letter_spacing"] == "As it is"


def test_the_picture_is_the_class_screen_and_for_a_film_its_notice(
    presenter: Callable[..., Presenter],
) -> None:
    sheet, fake, _ = opened(presenter)
    assert sheet.preview.picture.class_view == fake.view.class_view
    fake.show(film_view())
    shown = sheet.preview.picture.class_view
    assert shown is not None
    assert shown.film is None
    assert shown.screen is ScreenKind.SLIDE


@pytest.mark.parametrize("size", [QSize(1366, 768), QSize(853, 480), QSize(427, 240)])
def test_nothing_lies_over_something_else_at_any_size(
    presenter: Callable[..., Presenter], size: QSize
) -> None:
    window, fake, probe = presenter(teacher_view(), 900, 600)
    fake.run("appearance")
    window.resize(size)
    probe.settle()
    sheet = window.sheets.appearance
    assert window.rect().contains(sheet.geometry())
    parts: list[Any] = [sheet.preview, sheet.presets, *sheet.looks.values(), sheet.keep]
    places = [part.rect().translated(part.mapTo(sheet, part.rect().topLeft())) for part in parts]
    assert all(not one.intersects(other) for at, one in enumerate(places) for other in places[at + 1 :]), size


def test_everything_on_it_has_a_name_and_groups_have_different_ones(
    presenter: Callable[..., Presenter],
) -> None:
    sheet, _, _ = opened(presenter)
    roles = set()
    for each in walk(accessible(sheet)):
        roles.add(each.role().name)
        if each.role().name in {"RadioButton", "CheckBox", "Button", "PushButton", "Graphic"}:
            assert name_of(each), each.object()
    assert "CheckBox" in roles
    groups = [row.accessibleName() for row in (sheet.presets, *sheet.looks.values(), sheet.keep)]
    assert len(groups) == len(set(groups))


def test_tab_goes_round_in_it_and_space_ticks(presenter: Callable[..., Presenter]) -> None:
    sheet, fake, probe = opened(presenter)
    probe.key(Qt.Key.Key_Space)
    assert len(style_of(state_after(fake)).presets) == 1
    met = []
    for _ in range(60):
        probe.key(Qt.Key.Key_Tab)
        assert sheet.isAncestorOf(probe.focus()), "what lies behind the sheet cannot be seen"
        met.append(probe.focus())
    assert sheet.close_button in met
    assert sheet.keep.chips[KEEP] in met
    assert met.count(met[0]) > 1, "it goes round"


def test_who_drew_the_symbols_is_said(presenter: Callable[..., Presenter]) -> None:
    sheet, _, _ = opened(presenter)
    assert any("OpenMoji" in each.text() and "CC BY-SA" in each.text() for each in sheet.findChildren(QLabel))


def test_on_a_shared_screen_symbols_have_their_key_and_the_sheet_is_not_offered() -> None:
    made = course(private=False)
    view = computed_view(made, at_step(made, "rules"))
    commands = {command.id: command for command in FakeTeaching(teacher_view(), None).commands}  # type: ignore[arg-type]
    assert not commands["appearance"].visible(view)
    assert commands["symbols"].visible(view)
    assert commands["symbols"].on is not None
    assert not commands["symbols"].on(view)
