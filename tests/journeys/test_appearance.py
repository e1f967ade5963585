"""In the middle of a lesson the teacher changes how the class screen looks; the class stays where it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from lesson_player.application.desk import Screens
from lesson_player.model.appearance import Appearance
from lesson_player.model.bundle import LessonBundle
from lesson_player.model.overlay import overlays
from lesson_player.model.presets import presets
from lesson_player.model.theme import themes
from lesson_player.model.typeface import TYPEFACES
from lesson_player.rendering.placed import ScreenLayout
from lesson_player.teaching.journal import Journal
from lesson_player.ui.audience.window import AudienceWindow
from lesson_player.ui.presenter.appearance_sheet import AppearanceSheet
from lesson_player.ui.presenter.window import PresenterWindow
from tests.journeys.conftest import StartDesk, Teacher
from tests.rendering.test_layout import check_sound

RULES, FILM = "getting-ready", "something-is-not-right"
EVERYTHING = {
    "theme": "Yellow on black",
    "font": "OpenDyslexic",
    "text_percent": "150 %",
    "symbols": "On",
    "letter_spacing": "Wide",
    "word_spacing": "Wide",
    "line_spacing": "Wide",
    "overlay": "Peach",
    "overlay_percent": "Full",
    "overlay_film": "On",
    "motion": "Off",
    "now_next": "Off",
}


def class_window(teacher: Teacher) -> AudienceWindow:
    return next(each for each in teacher.desk.windows if isinstance(each, AudienceWindow))


def class_layout(teacher: Teacher) -> ScreenLayout:
    layout = class_window(teacher).picture.screen_layout()
    assert layout is not None
    assert class_window(teacher).picture.class_view == teacher.view.class_view
    return layout


def sheet_of(teacher: Teacher) -> AppearanceSheet:
    """The sheet, opened by its key."""
    window = teacher.window
    assert isinstance(window, PresenterWindow)
    teacher.press(Qt.Key.Key_F7)
    assert window.sheets.appearance.isVisible()
    return window.sheets.appearance


def change_everything(sheet: AppearanceSheet) -> None:
    for field, words in EVERYTHING.items():
        next(chip for chip in sheet.looks[field].chips if chip.text() == words).click()


def end(teacher: Teacher) -> None:
    teacher.desk.controller.end()
    teacher.desk.shown.put_away()


def row_seen(teacher: Teacher) -> str:
    return teacher.view.class_view.slide.current


def test_everything_is_changed_on_a_slide_and_the_line_stays(
    mayas_story: LessonBundle, start_desk: StartDesk
) -> None:
    teacher = start_desk(mayas_story, RULES, "silent", screens=Screens.TWO)
    teacher.press("4", Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Right)
    number, row = teacher.view.number, row_seen(teacher)
    assert (number, bool(row)) == (4, True)
    sheet = sheet_of(teacher)
    for name in presets():
        sheet.presets.chips[name].click()
        assert teacher.view.number == number
    change_everything(sheet)
    assert (teacher.view.number, row_seen(teacher) or row) == (number, row)
    assert row in {target.id for target in class_layout(teacher).targets_of("row")}
    look = teacher.view.class_view.appearance
    assert (look.theme, look.font, look.symbols, look.overlay) == (
        "yellow-on-black",
        "opendyslexic",
        True,
        "peach",
    )
    assert teacher.view.style.presets == tuple(presets())
    sheet.reset_button.click()
    assert teacher.view.class_view.appearance == Appearance()
    assert (teacher.view.number, row_seen(teacher)) == (number, row)
    teacher.press(Qt.Key.Key_Escape)
    teacher.press("x")
    assert teacher.view.class_view.appearance == Appearance(symbols=True)
    assert any(text.symbols for text in class_layout(teacher).texts)


def test_in_a_film_that_rests_at_its_question_the_place_stays_and_the_lesson_goes_on(
    mayas_story: LessonBundle, start_desk: StartDesk
) -> None:
    teacher = start_desk(mayas_story, FILM, "silent", screens=Screens.TWO)
    while teacher.view.film is None or not teacher.view.film.at_mark:
        teacher.press(Qt.Key.Key_Right)
    film, number = teacher.view.film, teacher.view.number
    assert film is not None
    sheet = sheet_of(teacher)
    change_everything(sheet)
    sheet.presets.chips["read-more-easily"].click()
    now = teacher.view.film
    assert now is not None
    assert (teacher.view.number, now.status, now.at_s, now.at_mark) == (number, film.status, film.at_s, True)
    prompt = teacher.view.class_view.film
    assert prompt is not None
    assert prompt.prompt is not None
    check_sound(class_layout(teacher))
    teacher.press(Qt.Key.Key_Escape)
    for _ in range(200):
        if not teacher.view.can_go_on:
            break
        teacher.press(Qt.Key.Key_Right)
    assert not teacher.view.can_go_on
    assert teacher.view.class_view.appearance.symbols


@pytest.mark.parametrize("sitting", [RULES, FILM, "maya-tells", "block-report-tell"])
def test_every_slide_of_the_lesson_is_whole_with_everything_on(
    sitting: str, mayas_story: LessonBundle, start_desk: StartDesk
) -> None:
    teacher = start_desk(mayas_story, sitting, "silent", screens=Screens.TWO)
    change_everything(sheet_of(teacher))
    teacher.press(Qt.Key.Key_Escape)
    for _ in range(300):
        layout = class_layout(teacher)
        if layout.film is None:
            check_sound(layout)
        if not teacher.view.can_go_on:
            break
        teacher.press(Qt.Key.Key_Right)
    assert not teacher.view.can_go_on


def test_the_look_comes_back_with_the_place_and_what_is_not_known_is_told(
    mayas_story: LessonBundle, start_desk: StartDesk, tmp_path: Path
) -> None:
    teacher = start_desk(mayas_story, RULES, "silent", screens=Screens.TWO)
    teacher.press("4", Qt.Key.Key_Return)
    sheet = sheet_of(teacher)
    sheet.presets.chips["see-it-better"].click()
    change_everything(sheet)
    look, style = teacher.view.class_view.appearance, teacher.view.style
    end(teacher)
    place = Journal(tmp_path / "places").places()[0][0]
    again = start_desk(mayas_story, RULES, "silent", screens=Screens.TWO, place=place)
    assert (again.view.class_view.appearance, again.view.style) == (look, style)
    assert again.view.messages == ()
    end(again)

    strange = look.model_copy(update={"theme": "tartan"})
    own = style.own.model_copy(update={"theme": "tartan"})
    state = place.state.model_copy(
        update={"appearance": strange, "style": style.model_copy(update={"own": own})}
    )
    told = start_desk(
        mayas_story, RULES, "silent", screens=Screens.TWO, place=place.model_copy(update={"state": state})
    )
    assert "“tartan”" in told.view.messages[0]
    assert told.view.class_view.appearance.theme in themes()
    assert told.view.number == 4


def test_there_is_as_much_to_choose_from_as_was_promised() -> None:
    assert len(themes()) == 5
    assert len(TYPEFACES) == 4
    assert len(overlays()) >= 6
