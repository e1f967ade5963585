"""Every window, dialog and sheet is walked by keyboard and as a screen reader does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from lesson_player.ui.widgets.sheet import Sheet
from tests.support.gallery import EXHIBITS, exhibit, shown_classes
from tests.support.probes import accessible, name_of
from tests.support.walked import (
    against_reading,
    back_stops,
    never_reached,
    unnamed,
    without_role,
    without_visible_focus,
)

pytestmark = pytest.mark.usefixtures("dressed")


def test_no_window_dialog_or_sheet_is_left_out() -> None:
    """A new one gets a place in tests/support/gallery.py; sheets of the teacher's window have it already."""
    shown: set[type] = set()
    for name in EXHIBITS:
        with exhibit(name) as opened:
            visible = [each for each in opened.window.findChildren(QWidget) if each.isVisible()]
            shown |= {type(each) for each in (opened.window, opened.within, *visible)}

    assert {kind.__name__ for kind in shown_classes() - shown} == set()


@pytest.mark.parametrize("name", EXHIBITS)
def test_every_control_has_a_name_and_a_role(name: str) -> None:
    with exhibit(name) as opened:
        assert name_of(accessible(opened.within)).strip()
        assert unnamed(opened) == []
        assert without_role(opened, opened.probe.tab_stops()) == []


@pytest.mark.parametrize("name", EXHIBITS)
def test_tab_goes_round_and_back_and_reaches_everything(name: str) -> None:
    with exhibit(name) as opened:
        stops = opened.probe.tab_stops()
        inside = (opened.within is stop or opened.within.isAncestorOf(stop) for stop in stops)
        assert opened.within is opened.window or all(inside)
        assert never_reached(opened, stops) == []
        # Tab has come round to the first stop.
        assert back_stops(opened, len(stops)) == [*reversed(stops[1:]), stops[0]]


@pytest.mark.parametrize("name", EXHIBITS)
def test_the_focus_goes_in_the_order_of_reading(name: str) -> None:
    with exhibit(name) as opened:
        assert against_reading(opened, opened.probe.tab_stops()) == []


@pytest.mark.parametrize("name", EXHIBITS)
def test_the_focus_is_seen(name: str) -> None:
    with exhibit(name) as opened:
        assert without_visible_focus(opened, opened.probe.tab_stops()) == []


@pytest.mark.parametrize("name", [name for name in EXHIBITS if name.startswith("sheet-")])
def test_a_sheet_is_left_by_esc_and_the_focus_goes_back(name: str) -> None:
    with exhibit(name) as opened:
        assert isinstance(opened.within, Sheet)
        opened.probe.key(Qt.Key.Key_Escape)
        assert not opened.within.isVisible()
        assert not opened.within.isAncestorOf(opened.probe.focus())
        assert opened.probe.focus().isVisible()
