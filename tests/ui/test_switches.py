"""The page of switches, and the light that goes from button to button."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest

from lesson_player.control.switches import MOUSE, SwitchChoice, read_switches
from lesson_player.teaching.switch_scanner import ScanTimes
from lesson_player.ui.settings.switch_page import SwitchPage
from lesson_player.ui.widgets.spots import area_in
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
    ],
)
def test_settings_that_make_no_sense_are_left_out_and_said(values: dict[str, object], wrong: str) -> None:
    choice, problems = read_switches(values)
    assert choice == SwitchChoice()
    assert wrong in problems[0]


def test_what_is_kept_is_there_next_time() -> None:
    choice = SwitchChoice(ScanTimes(2, 5.0, 2.0, 1.0, 0.3), (MOUSE[0], "F7"))
    assert read_switches(choice.values()) == (choice, ())
