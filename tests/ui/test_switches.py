"""The page of switches, and the light that goes from button to button."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QListWidget, QWidget

from lesson_player.control.key_book import KeyBook
from lesson_player.control.scan_cue import ScanCue
from lesson_player.control.switches import MOUSE, SwitchChoice, read_switches
from lesson_player.model.slide import Card, ScreenKind, Slide, SlideLayout
from lesson_player.speech.first import FirstVoice
from lesson_player.speech.silent import SilentVoice
from lesson_player.teaching.switch_scanner import ScanTimes
from lesson_player.ui.library.new_version_sheet import NewVersionSheet
from lesson_player.ui.library.window import LibraryWindow
from lesson_player.ui.settings.switch_page import SwitchPage
from lesson_player.ui.widgets.spot_rows import rows_in
from lesson_player.ui.widgets.spots import area_in, cards_on, spot_at, usable
from lesson_player.ui.widgets.window_access import give_access
from lesson_player.ui.widgets.word_button import WordButton
from tests.support.hands import Finger, OneSwitch
from tests.support.probes import WindowProbe
from tests.support.teacher_views import teacher_view
from tests.ui.conftest import Audience, Presenter

ONE = SwitchChoice(ScanTimes(switches=1, scan_s=1.0, first_s=0.0, accept_s=0.0))


def turned_on(made: Presenter | Audience) -> None:
    _, fake, _ = made
    fake.keys.use_switches(ONE)


@pytest.fixture
def page(presenter: Callable[..., Presenter]) -> tuple[SwitchPage, Presenter]:
    """The page, opened by keyboard from the page of keys."""
    made = presenter()
    window, _, probe = made
    window.sheets.own_keys.open_sheet()
    window.sheets.own_keys.switches_button.setFocus()
    probe.key(Qt.Key.Key_Return)
    probe.settle()
    return window.sheets.own_keys.switch_page, made


def test_switches_are_off_until_somebody_turns_them_on(page: tuple[SwitchPage, Presenter]) -> None:
    shown, (window, fake, probe) = page
    assert (shown.isVisible(), fake.keys.switches.times.switches) == (True, 0)
    assert window.switches.lit, "there would be something to light"
    assert not window.switches.ring.isVisible()
    probe.key(Qt.Key.Key_Right)
    assert fake.keys.switches.times.switches == 1
    window.switches.pass_time(0.1)
    assert window.switches.ring.isVisible()


def test_the_page_shows_what_was_chosen_elsewhere_and_changes_no_time_by_itself(
    page: tuple[SwitchPage, Presenter],
) -> None:
    shown, (_, fake, _) = page
    shown.close_sheet()
    odd = SwitchChoice(ScanTimes(switches=2, scan_s=2.4))
    fake.keys.use_switches(odd)
    shown.open_sheet()
    assert (shown.count.index, fake.keys.switches) == (2, odd)


def test_a_switch_is_learnt_by_pressing_it(page: tuple[SwitchPage, Presenter]) -> None:
    shown, (_, fake, probe) = page
    probe.key(Qt.Key.Key_Right)
    probe.press("Press a key or switch…")
    probe.key(Qt.Key.Key_Escape)
    assert fake.keys.switches.keys[0] == "Space"
    probe.press("Press a key or switch…")
    probe.key(Qt.Key.Key_F1)
    assert "cannot be a switch" in probe.texts()
    probe.key(Qt.Key.Key_F7)
    assert fake.keys.switches.keys[0] == "F7"
    assert "Switch 1: F7" in probe.texts()
    assert not shown.listener.isVisible()


def test_every_time_can_be_chosen_and_every_control_has_a_name(page: tuple[SwitchPage, Presenter]) -> None:
    shown, (_, fake, probe) = page
    for name, row in shown.times.items():
        row.chips[-1].setChecked(True)
        assert getattr(fake.keys.switches.times, name) == max(
            float(chip.text().removesuffix(" s")) for chip in row.chips
        )
    assert [
        stop for stop in probe.tab_stops() if shown.isAncestorOf(stop) and not stop.accessibleName()
    ] == []


def test_the_light_goes_round_the_rows_of_the_bar_and_waits_while_a_voice_speaks(
    presenter: Callable[..., Presenter],
) -> None:
    made = presenter(teacher_view())
    turned_on(made)
    window, fake, _ = made
    assert [spot.name for spot in window.switches.lit] == ["Next", "Back"]
    window.switches.pass_time(1.0)
    film = [spot.name for spot in window.switches.lit]
    assert "Captions on" in film
    fake.state.film.telling = "words"
    window.switches.pass_time(50.0)
    assert [spot.name for spot in window.switches.lit] == film
    fake.state.film.telling, fake.state.reading = None, "a line"
    window.switches.pass_time(50.0)
    assert [spot.name for spot in window.switches.lit] == film
    fake.state.reading = None
    window.switches.pass_time(1.0)
    assert [spot.name for spot in window.switches.lit] != film


def test_the_ring_stands_around_what_is_lit(presenter: Callable[..., Presenter]) -> None:
    made = presenter(teacher_view())
    turned_on(made)
    window, _, _ = made
    window.switches.pass_time(0.1)
    ring = window.switches.ring
    for spot in window.switches.lit:
        assert ring.geometry().contains(area_in(window, spot))
    assert ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_a_dialog_and_a_key_that_is_learnt_come_first(page: tuple[SwitchPage, Presenter]) -> None:
    shown, (window, fake, probe) = page
    fake.keys.use_switches(ONE)
    shown.listener.show()
    shown.listener.setFocus()
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ")
    assert not window.switches.eventFilter(probe.focus(), event)


def test_where_the_class_sees_the_screen_the_strip_stays_up(audience: Callable[..., Audience]) -> None:
    made = audience(teacher_view().model_copy(update={"private": False}))
    turned_on(made)
    window, fake, probe = made
    window.switches.pass_time(0.1)
    assert window.strip.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Space)
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert ("run", "next") in fake.asked
    probe.key(Qt.Key.Key_Escape)


@pytest.fixture
def cued(presenter: Callable[..., Presenter]) -> Iterator[tuple[Presenter, SilentVoice]]:
    """A teacher's window whose switches are on, with a voice that says what is lit."""
    voice = SilentVoice(by_hand=True)
    made = presenter(teacher_view())
    _, fake, _ = made
    fake.keys.cue = ScanCue(lambda: voice)
    fake.keys.use_switches(replace(ONE, cue=True))
    yield made, voice
    fake.keys.use_switches(SwitchChoice())
    fake.keys.cue.close()


def said(voice: SilentVoice) -> list[str]:
    return [utterance.text for utterance in voice.spoken]


def test_the_cue_says_what_is_lit_once_and_the_light_waits_for_it(
    cued: tuple[Presenter, SilentVoice],
) -> None:
    (window, _, _), voice = cued
    window.switches.pass_time(0.1)
    voice.advance(0.0)
    assert voice.volume < 50, "it is for whoever sits at this computer"
    first = window.switches.lit
    assert said(voice) == ["Next, Back"]
    window.switches.pass_time(50.0)
    assert window.switches.lit == first, "it has not been said to its end"
    voice.advance(60.0)
    window.switches.pass_time(1.0)
    assert window.switches.lit != first
    assert len(voice.spoken) == 2
    window.switches.pass_time(0.1)
    assert len(voice.spoken) == 2, "it is not said again"


def test_a_press_takes_what_is_lit_while_it_is_being_said(cued: tuple[Presenter, SilentVoice]) -> None:
    (window, fake, _), voice = cued
    window.switches.pass_time(0.1)
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert said(voice)[-1] == "Next"
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert ("run", "next") in fake.asked


def test_the_cue_keeps_silent_while_the_lesson_speaks(cued: tuple[Presenter, SilentVoice]) -> None:
    (window, fake, _), voice = cued
    fake.state.film.telling = "words"
    window.switches.pass_time(0.1)
    assert said(voice) == []
    fake.state.film.telling = None
    window.switches.pass_time(0.1)
    assert said(voice) == ["Next, Back"]


def test_a_voice_that_fails_is_not_waited_for_again(presenter: Callable[..., Presenter]) -> None:
    window, fake, probe = presenter(teacher_view())
    fake.keys.cue = ScanCue(lambda: FirstVoice(tuple))
    fake.keys.use_switches(replace(ONE, cue=True))
    window.switches.pass_time(0.1)
    probe.settle()
    assert fake.keys.cue.trouble == "There is no voice here."
    before = window.switches.lit
    window.switches.pass_time(1.0)
    assert window.switches.lit != before
    fake.keys.use_switches(SwitchChoice())
    fake.keys.cue.close()


def test_on_the_page_a_computer_without_a_voice_says_so_and_the_cue_stays_off(
    page: tuple[SwitchPage, Presenter],
) -> None:
    shown, (_, fake, _) = page
    fake.keys.cue = ScanCue(lambda: FirstVoice(tuple))
    shown.cue.chips[1].click()
    assert shown.said.text() == "There is no voice here."
    assert (fake.keys.switches.cue, shown.cue.index) == (False, 0)
    fake.keys.cue = ScanCue(SilentVoice)
    shown.cue.chips[1].click()
    assert (fake.keys.switches.cue, shown.cue.index) == (True, 1)


def test_everything_on_a_sheet_is_lit_its_buttons_first(presenter: Callable[..., Presenter]) -> None:
    made = presenter(teacher_view())
    turned_on(made)
    window, _, _ = made
    window.sheets.captions.open_sheet()
    rows = rows_in(window)
    assert [spot.name for spot in rows[0].spots] == ["Close"]
    assert {row.title for row in rows[1:]} > {"Captions", "For the room", "Signer's window"}
    lit: set[str] = set()
    for _ in rows:
        lit |= {spot.name for spot in window.switches.lit}
        window.switches.pass_time(1.0)
    there = window.sheets.captions.findChildren(QAbstractButton)
    assert lit == {spot.name for spot in usable(there)}
    assert "Next" not in lit, "what lies behind cannot be seen"


def test_what_is_lit_on_a_sheet_comes_into_view(page: tuple[SwitchPage, Presenter]) -> None:
    shown, (window, fake, probe) = page
    fake.keys.use_switches(ONE)
    probe.settle()
    for _ in rows_in(window):
        window.switches.pass_time(1.0)
        probe.settle()
        assert any(not area_in(window, spot).isEmpty() for spot in window.switches.lit)
    assert shown.isVisible()


def test_a_choice_on_a_sheet_is_taken(page: tuple[SwitchPage, Presenter]) -> None:
    shown, (window, fake, _) = page
    fake.keys.use_switches(ONE)
    hand = OneSwitch(lambda: window)
    hand.press("3 s")
    assert fake.keys.switches.times.scan_s == 3.0
    hand.press("Close")
    assert not shown.isVisible()


def test_lines_of_a_list_are_lit_in_short_rows_and_pressed(
    windows: list[QWidget], qapp: QApplication
) -> None:
    window = QWidget()
    windows.append(window)
    lines = QListWidget(window)
    lines.resize(300, 100)
    lines.addItems([f"line {n}" for n in range(1, 15)])
    asked: list[str] = []
    lines.itemClicked.connect(lambda item: asked.append(item.text()))
    book = KeyBook()
    give_access(window, book)
    book.use_switches(ONE)
    window.show()
    assert [len(row.spots) for row in rows_in(window)] == [6, 6, 2]
    OneSwitch(lambda: window).press("line 14")
    assert asked == ["line 14"]
    assert lines.viewport().rect().contains(lines.visualItemRect(lines.item(13)))


def test_what_has_gone_in_the_moment_of_the_press_is_not_replaced_by_something_else(
    windows: list[QWidget], qapp: QApplication
) -> None:
    window, book = QWidget(), KeyBook()
    windows.append(window)
    pressed: list[str] = []
    buttons = [WordButton(words, parent=window) for words in ("One", "Two", "Three")]
    for at, button in enumerate(buttons):
        button.setGeometry(0, 150 * at, 100, 60)
        button.clicked.connect(lambda _on=False, button=button: pressed.append(button.text()))
    access = give_access(window, book).switches
    window.resize(400, 500)
    window.show()
    book.use_switches(ONE)
    QTest.keyClick(window, Qt.Key.Key_Space)
    access.pass_time(1.0)
    assert [spot.name for spot in access.lit] == ["Two"]
    buttons[1].hide()
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert pressed == []
    buttons[1].show()
    OneSwitch(lambda: window).press("Three")
    assert pressed == ["Three"]


def test_the_light_stays_on_its_row_when_another_comes_up_before_it(
    presenter: Callable[..., Presenter],
) -> None:
    made = presenter(teacher_view())
    turned_on(made)
    window, fake, _ = made
    while "Hide" not in [spot.name for spot in window.switches.lit]:
        window.switches.pass_time(1.0)
    fake.show(teacher_view().model_copy(update={"film": None, "film_settings": None}))
    window.switches.pass_time(0.1)
    assert "Hide" in [spot.name for spot in window.switches.lit]


def test_a_finger_presses_what_it_touches_though_the_mouse_is_a_switch(
    presenter: Callable[..., Presenter],
) -> None:
    window, fake, _ = presenter(teacher_view())
    fake.keys.use_switches(replace(ONE, keys=(MOUSE[0], "F7")))
    Finger(lambda: window).press("Hide")
    assert fake.asked == [("run", "hide")]


def test_cards_lit_in_the_teachers_window_are_ringed_for_the_class(
    audience: Callable[..., Audience],
) -> None:
    cards = tuple(Card(id=f"card-{n}", number=n, text=f"Choice {n}") for n in (1, 2))
    slide = Slide(id="choose", layout=SlideLayout.CARDS, heading="Which?", cards=cards)
    view = teacher_view()
    shown = view.class_view.model_copy(update={"slide": slide, "film": None, "screen": ScreenKind.SLIDE})
    board, fake, _ = audience(view.model_copy(update={"class_view": shown}))
    assert not board.pointed.ring.isVisible()
    fake.keys.pointed.emit(("card-2",))
    ring = board.pointed.ring
    assert ring.isVisible()
    second = next(spot for spot in cards_on(board.picture) if spot.name.endswith("Choice 2"))
    assert ring.geometry().contains(area_in(board, second))
    assert ring.width() < board.width() * 0.6, "around that card alone"
    fake.keys.pointed.emit(())
    assert not ring.isVisible()


def test_choices_lit_in_the_teachers_window_are_told_to_the_class_and_taken_back(
    presenter: Callable[..., Presenter],
) -> None:
    cards = tuple(Card(id=f"card-{n}", number=n, text=f"Choice {n}") for n in (1, 2))
    slide = Slide(id="choose", layout=SlideLayout.CARDS, heading="Which?", cards=cards)
    view = teacher_view()
    shown = view.class_view.model_copy(update={"slide": slide, "film": None, "screen": ScreenKind.SLIDE})
    window, fake, _ = presenter(view.model_copy(update={"class_view": shown}))
    told: list[tuple[str, ...]] = []
    fake.keys.pointed.connect(told.append)
    fake.keys.use_switches(ONE)
    OneSwitch(lambda: window).press("2. Choice 2")
    assert {("card-1", "card-2"), ("card-2",)} <= set(told)
    assert told[-1] == (), "Next is lit again"
    assert fake.asked == [("choose", "card-2")]


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ({"switches": 3}, "switches"),
        ({"switches": True}, "switches"),
        ({"scan_s": 0.1}, "scan_s"),
        ({"hold_s": "long"}, "hold_s"),
        ({"keys": ["Space"]}, "keys"),
        ({"keys": ["Space", "Space"]}, "keys"),
        ({"keys": ["Esc", "Space"]}, "keys"),
        ({"accept_s": float("nan")}, "accept_s"),
        ({"cue": 1}, "cue"),
    ],
)
def test_settings_that_make_no_sense_are_left_out_and_said(values: dict[str, object], wrong: str) -> None:
    choice, problems = read_switches(values)
    assert choice == SwitchChoice()
    assert wrong in problems[0]


def test_what_is_kept_is_there_next_time() -> None:
    choice = SwitchChoice(ScanTimes(2, 5.0, 2.0, 1.0, 0.3), (MOUSE[0], "F7"), cue=True)
    assert read_switches(choice.values()) == (choice, ())


@pytest.mark.usefixtures("dressed")
def test_a_field_for_words_is_lit_with_what_is_in_it_and_gets_the_cursor(windows: list[QWidget]) -> None:
    window = LibraryWindow()
    windows.append(window)
    probe = WindowProbe(window)
    sheet = NewVersionSheet(window, "Maya’s story", (("", "The lesson as written", ""),), "")
    probe.show(1280, 720)
    sheet.open_sheet()
    probe.settle()
    sheet.close_button.setFocus()
    field = next(spot for row in rows_in(window) for spot in row.spots if spot.owner is sheet.name)
    assert field.name.startswith(f"{sheet.name.accessibleName()}: ")
    assert sheet.name.text() in field.name
    place = sheet.name.mapTo(window, sheet.name.rect().center())
    assert spot_at(window, place) == field
    field.press()
    assert probe.focus() is sheet.name
    sheet.name.setReadOnly(True)
    assert not [spot for row in rows_in(window) for spot in row.spots if spot.owner is sheet.name]
