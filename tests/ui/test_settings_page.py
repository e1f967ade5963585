"""The page of settings: found by a word, set by keyboard, locked by the school, and as usual again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget

from lesson_player.control.settings_book import SettingsBook
from lesson_player.desktop.jobs import JobRunner
from lesson_player.foundation.policy import Policy
from lesson_player.foundation.settings import Settings
from lesson_player.model.user_settings import SECTIONS
from lesson_player.ui.library.window import LibraryWindow
from lesson_player.ui.settings.setting_rows import all_keys, setting_groups
from lesson_player.ui.settings.setting_view import SettingView
from lesson_player.ui.settings.settings_doors import SettingsDoors
from lesson_player.ui.settings.settings_page import SettingsPage
from lesson_player.ui.theme.apply import apply_theme
from tests.support.hand_jobs import AtOnce
from tests.support.probes import WindowProbe

Opened = tuple[SettingsPage, SettingsBook, WindowProbe]
LOCKED = Policy(locked={"appearance": {"theme": "white"}, "safeguarding": {"room": "12"}}, why="Ask Mr Holt.")


@pytest.fixture
def opened(windows: list[QWidget], tmp_path: Path) -> Callable[..., Opened]:
    """Opens the page over a library."""
    rooms = ["Class screen: board."]

    def forget() -> str:
        rooms.clear()
        return ""

    def make(policy: Policy | None = None, width: int = 1366, height: int = 768) -> Opened:
        window = LibraryWindow()
        windows.append(window)
        probe = WindowProbe(window)
        probe.show(width, height)
        book = SettingsBook(Settings(tmp_path / "settings.toml", policy), JobRunner(AtOnce()))
        doors = SettingsDoors(
            lambda: (("Folders of lessons", "In this order.", "/srv/lessons"),),
            lambda: " ".join(rooms),
            forget,
        )
        page = SettingsPage(window, book, doors)
        page.open_sheet()
        probe.settle()
        return page, book, probe

    return make


def view_of(page: SettingsPage, section: str, key: str) -> SettingView:
    return next(
        view for view in page.findChildren(SettingView) if (view.row.section, view.row.key) == (section, key)
    )


def shown(page: SettingsPage) -> list[str]:
    return [view.row.title for view in page.findChildren(SettingView) if view.isVisibleTo(page)]


def test_a_setting_is_found_by_words_and_set_by_keyboard(opened: Callable[..., Opened]) -> None:
    page, book, probe = opened()
    assert page.search.hasFocus()
    probe.type("notes SIZE")
    probe.settle()
    assert shown(page) == ["Size of your notes"]
    probe.key(Qt.Key.Key_Return)
    assert isinstance(probe.focus(), QRadioButton)
    probe.key(Qt.Key.Key_Right)
    assert book.value("notes", "percent") == 120
    assert view_of(page, "notes", "percent").usual_button.isVisible()


def test_words_that_are_nowhere_are_told_and_esc_leaves_the_search_first(
    opened: Callable[..., Opened],
) -> None:
    page, _, probe = opened()
    probe.type("zebra")
    assert shown(page) == []
    assert "Nothing here has these words" in probe.texts()
    probe.key(Qt.Key.Key_Escape)
    assert page.isVisible()
    assert len(shown(page)) == len(page.findChildren(SettingView))
    probe.key(Qt.Key.Key_Escape)
    assert not page.isVisible()


def test_a_heading_finds_its_group(opened: Callable[..., Opened]) -> None:
    page, _, probe = opened()
    probe.type("safeguarding")
    assert shown(page) == ["Name", "Room", "Telephone"]


def test_what_the_school_has_set_is_grey_and_says_why(opened: Callable[..., Opened]) -> None:
    page, book, _ = opened(LOCKED)
    view = view_of(page, "appearance", "theme")
    assert view.chips is not None
    assert not view.chips.isEnabled()
    assert view.locked.isVisible()
    words = view.locked.accessibleName()
    assert "“White”" in words
    assert "Ask Mr Holt." in words
    assert view.locked in _stops(page), "a screen reader comes to it by Tab"
    assert not view.usual_button.isVisible()
    room = view_of(page, "safeguarding", "room")
    assert room.field is not None
    assert (room.field.text(), room.field.isEnabled()) == ("12", False)
    assert view_of(page, "safeguarding", "name").field in _stops(page)
    assert not book.locked("appearance", "font")


def _stops(page: SettingsPage) -> list[QWidget]:
    found: list[QWidget] = []
    at: QWidget | None = page.search.nextInFocusChain()
    while at is not None and at is not page.search:
        if (
            page.isAncestorOf(at)
            and at.isVisible()
            and at.isEnabled()
            and at.focusPolicy() & Qt.FocusPolicy.TabFocus
        ):
            found.append(at)
        at = at.nextInFocusChain()
    return found


def test_one_is_as_usual_again_and_then_all_and_that_can_be_taken_back(opened: Callable[..., Opened]) -> None:
    page, book, probe = opened()
    book.choose("appearance", "theme", "dark")
    book.choose("notes", "percent", 175)
    book.choose("program", "theme", "blue")
    view = view_of(page, "appearance", "theme")
    view.usual_button.click()
    assert book.value("appearance", "theme") is None
    assert view.chips is not None
    assert view.chips.index == 0
    assert "Colours: as usual again." in probe.texts()
    page.usual_button.click()
    assert (book.value("notes", "percent"), book.value("program", "theme")) == (None, None)
    assert page.undo_button.hasFocus()
    page.undo_button.click()
    assert (book.value("notes", "percent"), book.value("program", "theme")) == (175, "blue")
    assert not page.undo_button.isVisible()


def test_a_line_is_filled_in(opened: Callable[..., Opened]) -> None:
    page, book, probe = opened()
    field = view_of(page, "safeguarding", "name").field
    assert field is not None
    field.setFocus()
    probe.type("The  office")
    probe.key(Qt.Key.Key_Tab)
    assert book.value("safeguarding", "name") == "The office"


def test_the_room_is_forgotten_and_keys_are_a_page_of_their_own(opened: Callable[..., Opened]) -> None:
    page, _, probe = opened()
    assert "Class screen: board." in probe.texts()
    probe.press("Forget this room")
    assert "Nothing is remembered yet." in probe.texts()
    assert "/srv/lessons" in probe.texts()
    asked: list[bool] = []
    page.keys_asked.connect(lambda: asked.append(True))
    probe.press("Keys and switches…")
    assert asked == [True]
    assert not page.isVisible()


def test_trouble_with_the_policy_and_with_saving_is_told(opened: Callable[..., Opened]) -> None:
    page, book, probe = opened(Policy(trouble="The school's policy could not be used."))
    assert "The school's policy could not be used." in probe.texts()
    book.told.emit("Your settings cannot be saved.")
    assert "Your settings cannot be saved." in probe.texts()
    book.told.emit("")
    assert page.said.isHidden()


def test_the_lessons_keys_do_nothing_while_the_page_is_open(opened: Callable[..., Opened]) -> None:
    page, _, probe = opened()
    page.usual_button.setFocus()
    probe.key(Qt.Key.Key_B)
    assert page.isVisible()


def test_every_row_has_a_place_in_the_file_and_its_usual_value_fits() -> None:
    for group in setting_groups():
        for row in group.rows:
            assert row.key in SECTIONS[row.section].model_fields
            assert row.about.endswith(".")
            assert not row.choices or row.usual in [choice.value for choice in row.choices], row.title
            values = [choice.value for choice in row.choices] or ["some words"]
            for value in values:
                SECTIONS[row.section].model_validate({row.key: value})
    assert sum(len(keys) for keys in all_keys().values()) == sum(
        len(group.rows) for group in setting_groups()
    )


@pytest.mark.parametrize("theme", ["cream", "yellow-on-black"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_wider_than_the_page(
    theme: str, scale: float, opened: Callable[..., Opened], qapp: QApplication
) -> None:
    apply_theme(qapp, theme, scale)
    page, _, _ = opened(LOCKED)
    right = page._scroll.viewport().width()
    for part in page.body.findChildren(QWidget):
        if part.isVisible():
            assert part.mapTo(page.body, part.rect().topRight()).x() <= right, part.accessibleName()
            assert part.width() >= min(part.minimumSizeHint().width(), right)
