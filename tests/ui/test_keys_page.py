"""Keys are changed by pressing them, by keyboard alone, and every window shows the new ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from lesson_player.control import key_file
from lesson_player.control.key_book import KeyBook
from lesson_player.control.key_settings import KeyChoice, give
from lesson_player.ui.settings.keys_page import KeysPage
from lesson_player.ui.theme.apply import apply_theme
from tests.support.probes import WindowProbe
from tests.ui.conftest import Audience, Presenter

Opened = tuple[KeysPage, Presenter]


@pytest.fixture
def opened(presenter: Callable[..., Presenter]) -> Callable[..., Opened]:
    """Opens the page from the sheet of keys, by keyboard."""

    def make(width: int = 1366, height: int = 768) -> Opened:
        made = presenter(None, width, height)
        window, _, probe = made
        probe.key(Qt.Key.Key_F1)
        window.sheets.keys.change_button.setFocus()
        probe.key(Qt.Key.Key_Return)
        probe.settle()
        assert window.sheets.own_keys.isVisible()
        return window.sheets.own_keys, made

    return make


def choose(page: KeysPage, probe: WindowProbe, command: str) -> None:
    """Go to a command by the arrows alone, and open it."""
    assert page.rows is not None
    first = next(row for row in page.rows.rows.values() if row.focusPolicy() is Qt.FocusPolicy.TabFocus)
    first.setFocus()
    for _ in range(len(page.rows.rows)):
        probe.key(Qt.Key.Key_Up)
    while not page.rows.rows[command].hasFocus():
        probe.key(Qt.Key.Key_Down)
    probe.key(Qt.Key.Key_Return)
    probe.settle()


def test_a_key_is_learnt_by_pressing_it(opened: Callable[..., Opened]) -> None:
    page, (window, fake, probe) = opened()
    choose(page, probe, "hide")
    probe.press("Add a key…")
    probe.key(Qt.Key.Key_F5)
    assert "“F5” does this from now on." in probe.texts()
    probe.key(Qt.Key.Key_Escape)
    probe.key(Qt.Key.Key_Escape)
    assert not page.isVisible()
    window.setFocus()
    probe.key(Qt.Key.Key_F5)
    assert fake.asked == [("run", "keys"), ("run", "hide")]


def test_what_a_clicker_sends_is_shown_and_then_put_to_use(opened: Callable[..., Opened]) -> None:
    page, (_, fake, probe) = opened()
    probe.press("Try a key or clicker…")
    probe.type(".")
    assert "Cover the class screen" in page.said.text()
    choose(page, probe, "next")
    assert "“.” does something else now" in probe.texts()
    probe.press("Use it here")
    assert (fake.keys.choice.owner("."), fake.keys.choice.keys("hide")) == ("next", ("B",))


def test_a_key_of_another_command_is_asked_about_first(opened: Callable[..., Opened]) -> None:
    page, (_, fake, probe) = opened()
    choose(page, probe, "hide")
    probe.press("Add a key…")
    probe.type("k")
    assert fake.keys.choice == KeyChoice(), "nothing is taken before the answer"
    probe.press("Leave it there")
    assert fake.keys.choice == KeyChoice()
    assert "Nothing was changed." in probe.texts()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Tab])
def test_nobody_is_caught_while_a_key_is_waited_for(opened: Callable[..., Opened], key: Qt.Key) -> None:
    page, (_, fake, probe) = opened()
    choose(page, probe, "hide")
    probe.press("Add a key…")
    probe.key(key)
    assert probe.focus() is probe.button("Add a key…")
    assert fake.keys.choice == KeyChoice()


def test_what_cannot_be_is_said_and_the_next_key_is_waited_for(opened: Callable[..., Opened]) -> None:
    page, (_, fake, probe) = opened()
    choose(page, probe, "hide")
    probe.press("Add a key…")
    probe.key(Qt.Key.Key_F1)
    assert "always a way out" in probe.texts()
    probe.key(Qt.Key.Key_F13)
    assert fake.keys.choice.owner("F13") == "hide"


def test_a_shortcut_of_the_system_is_taken_for_a_key(opened: Callable[..., Opened]) -> None:
    _, (_, _, probe) = opened()
    probe.press("Try a key or clicker…")
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(probe.focus(), event)
    assert event.isAccepted()


def test_a_key_is_taken_away_but_not_the_last_one_that_goes_on(opened: Callable[..., Opened]) -> None:
    page, (_, fake, probe) = opened()
    choose(page, probe, "next")
    for key in ("Space", "→", "↓"):
        probe.press(f"Take “{key}” away")
    probe.press("Take “Page down” away")
    assert fake.keys.choice.keys("next") == ("PgDown",)
    assert "last key that goes on" in probe.texts()


def test_keys_pressed_on_the_page_move_nothing_in_the_lesson(opened: Callable[..., Opened]) -> None:
    _, (_, fake, probe) = opened()
    probe.key(Qt.Key.Key_PageDown)
    probe.type("b")
    assert fake.asked == [("run", "keys")]


def test_buttons_and_the_sheet_of_keys_show_the_users_keys(
    opened: Callable[..., Opened], audience: Callable[..., Audience]
) -> None:
    _, (window, fake, probe) = opened()
    board, beside, _ = audience()
    for each in (fake, beside):
        each.keys.use(KeyChoice({"hide": ("F5",)}))
    assert window.parts.bar.buttons["hide"].hint == "F5"
    assert board.strip.buttons["hide"].hint == "F5"
    probe.key(Qt.Key.Key_Escape)
    probe.key(Qt.Key.Key_F1)
    probe.settle()
    assert "F5" in probe.texts()
    assert "B or ." not in probe.texts()


def test_all_keys_can_be_as_usual_again(opened: Callable[..., Opened]) -> None:
    page, (_, fake, probe) = opened()
    fake.keys.use(give(KeyChoice(), "hide", "F5"))
    probe.press("All keys as usual")
    assert fake.keys.choice == KeyChoice()
    assert page.said.text() == "All keys are as usual again."


def test_keys_are_saved_and_opened_and_a_wrong_file_changes_nothing(
    opened: Callable[..., Opened], tmp_path: Path
) -> None:
    page, (_, fake, _) = opened()
    mine, path = give(KeyChoice(), "hide", "F5"), tmp_path / "mine.toml"
    fake.keys.use(mine)
    page.save(path)
    fake.keys.use(KeyChoice())
    page.load(path)
    assert fake.keys.choice == mine
    path.write_bytes(key_file.written(mine).replace(b'"F5"', b'"K"'))
    page.load(path)
    assert fake.keys.choice == mine
    assert "twice" in page.said.text()
    assert "Your keys are as they were." in page.said.text()
    page.save(path / "in a file")
    assert "could not be saved" in page.said.text()


def test_every_control_has_a_name_and_tab_comes_round(opened: Callable[..., Opened]) -> None:
    page, (_, _, probe) = opened()
    assert [button for button in probe.buttons() if not button.accessibleName()] == []
    names = {stop.accessibleName() for stop in probe.tab_stops() if page.isAncestorOf(stop)}
    assert {"Try a key or clicker…", "Open a file of keys…", "Save as a file…", "All keys as usual"} < names
    assert any(name.startswith("Go back one line, pause or step. Now: ←") for name in names)


def test_with_large_text_the_answer_and_the_question_are_in_view(
    windows: list[QWidget], qapp: QApplication
) -> None:
    apply_theme(qapp, "yellow-on-black", 2.0)
    window = QWidget()
    windows.append(window)
    page, probe = KeysPage(window, KeyBook()), WindowProbe(window)
    probe.show(1366, 768)
    page.open_sheet()
    probe.press("Try a key or clicker…")
    probe.key(Qt.Key.Key_F5)
    probe.settle()
    assert not page.said.visibleRegion().isEmpty()
    choose(page, probe, "calm")
    probe.press("Add a key…")
    probe.type("b")
    probe.settle()
    holder = window.focusWidget()
    assert holder is probe.button("Leave it there")
    assert holder.visibleRegion().boundingRect() == holder.rect()
