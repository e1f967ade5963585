"""Every control has a name, every window can be gone through by Tab, and painted slides have children."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from lesson_player.ui.library.start_dialog import StartDialog
from lesson_player.ui.library.window import LibraryWindow
from tests.support.library_cards import BOARD, CHECKS, LAPTOP, broken_lesson, lesson, place
from tests.support.probes import WindowProbe, accessible, name_of, walk
from tests.support.teacher_views import (
    cards_slide,
    class_view,
    film_settings,
    film_view,
    rows_slide,
    teacher_view,
)
from tests.ui.conftest import Audience, Presenter

ROLE = QAccessible.Role
CONTROLS = {
    ROLE.Button,
    ROLE.RadioButton,
    ROLE.CheckBox,
    ROLE.Slider,
    ROLE.List,
    ROLE.ListItem,
    ROLE.EditableText,
    ROLE.Document,
    ROLE.Graphic,
    ROLE.Heading,
}


def unnamed(window: QWidget) -> list[str]:
    """Visible controls without a name."""
    return [
        f"{each.role()} of {each.object()}"
        for each in walk(accessible(window))
        if each.role() in CONTROLS and not each.state().invisible and not name_of(each).strip()
    ]


def assert_usable_by_tab(probe: WindowProbe, within: QWidget | None = None) -> None:
    """Tab comes round, reaches every visible control that takes the focus, and each stop has a name."""
    stops = probe.tab_stops()
    assert [type(stop).__name__ for stop in stops if not name_of(accessible(stop)).strip()] == []
    missed = [
        button.text()
        for button in probe.buttons()
        if (within is None or within.isAncestorOf(button))
        and button.isEnabled()
        and button.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and button not in stops
    ]
    assert missed == []


@pytest.mark.parametrize("size", [(1366, 768), (853, 480), (455, 256)])
@pytest.mark.parametrize("view", [teacher_view(), film_view()], ids=["rows", "film"])
def test_the_teachers_window(
    presenter: Callable[..., Presenter], view: object, size: tuple[int, int]
) -> None:
    window, _, probe = presenter(view, *size)
    assert unnamed(window) == []
    assert_usable_by_tab(probe)


FILM = [
    "Rest",
    "Quieter",
    "Louder",
    "Mute",
    "Captions on",
    "Style",
    "BSL off",
    "Description off",
    "Text smaller",
    "Text larger",
]
BESIDE = [
    "Notes, shown",
    "Transcript",
    "Tools",
    "Smaller notes",
    "Larger notes",
    "Notes for you",
    "If a pupil tells you something",
]
CLOCK, TIME = "Timer: 12 minutes of 40, 2 min ahead", "Time in the film, in seconds"
STEPS = ["Find a step", "Steps of this sitting"]
WHOLE = [CLOCK, *STEPS, *BESIDE, *FILM, "Back", "Next", TIME, "Hide", "Calm", "Keys", "End"]
FOLDED = [*FILM, TIME, *BESIDE, *STEPS, CLOCK, "Keys", "End", "Back", "Next", "Hide", "Calm"]


@pytest.mark.parametrize(("size", "order"), [((1366, 768), WHOLE), ((455, 256), FOLDED)])
def test_tab_goes_in_the_order_of_reading(
    presenter: Callable[..., Presenter], size: tuple[int, int], order: list[str]
) -> None:
    """As the window stands: side by side with the film's buttons above Next, or all under one another."""
    _, _, probe = presenter(film_view(), *size)
    names = [name_of(accessible(stop)) for stop in probe.tab_stops()]
    first = names.index(order[0])
    assert [*names[first:], *names[:first]] == [*order, "Maya’s story, teacher"]


def test_what_tab_leads_to_comes_into_view(presenter: Callable[..., Presenter]) -> None:
    _, _, probe = presenter(film_view(), 455, 256)
    for _ in probe.tab_stops():
        probe.key(Qt.Key.Key_Tab)
        probe.settle()
        here = probe.focus()
        surface = here.viewport() if isinstance(here, QAbstractScrollArea) else here
        seen = surface.visibleRegion().boundingRect()
        assert seen.width() >= min(here.width(), 40), name_of(accessible(here))
        assert seen.height() >= min(here.height(), 44), name_of(accessible(here))


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_F1, Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F4, Qt.Key.Key_F9, Qt.Key.Key_Escape]
)
def test_a_sheet_over_the_teachers_window(presenter: Callable[..., Presenter], key: Qt.Key) -> None:
    window, _, probe = presenter()
    probe.key(key)
    opened = [sheet for sheet in window.sheets.all() if sheet.isVisible()]
    assert len(opened) == 1
    assert name_of(accessible(opened[0]))
    assert opened[0].isAncestorOf(probe.focus())
    assert unnamed(window) == []
    assert_usable_by_tab(probe, opened[0])


def test_the_state_is_in_the_name_and_no_button_is_a_check_box(presenter: Callable[..., Presenter]) -> None:
    window, fake, _ = presenter(film_view())
    names = [name_of(each) for each in walk(accessible(window))]
    assert "Captions on" in names
    assert "BSL off" in names
    assert "Rest" in names
    fake.show(film_view("resting", film_settings=film_settings(captions=False, version="bsl")))
    found = list(walk(accessible(window)))
    names = [name_of(each) for each in found]
    assert {"Captions off", "BSL on", "Play"} <= set(names)
    assert [name_of(each) for each in found if each.role() is ROLE.CheckBox] == []


def test_the_slider_says_its_time(presenter: Callable[..., Presenter]) -> None:
    window, _, _ = presenter(film_view())
    slider = accessible(window.parts.bar.film_time.slider)
    assert slider.role() is ROLE.Slider
    assert name_of(slider) == "Time in the film, in seconds"
    assert (
        slider.text(QAccessible.Text.Description)
        == "0:12 of 0:40. Chapter 2 of 3: The first message. It rests at 0:25."
    )
    assert slider.valueInterface().currentValue() == 12


def test_the_steps_say_where_the_class_is(presenter: Callable[..., Presenter]) -> None:
    window, _, _ = presenter()
    names = [name_of(each) for each in walk(accessible(window.parts.steps)) if each.role() is ROLE.ListItem]
    assert names[4] == "Step 5, What Maya can do, 5 minutes, the class is here"
    assert names[0] == "Step 1, Welcome, 3 minutes, done"


def test_the_clock_is_a_sentence(presenter: Callable[..., Presenter]) -> None:
    window, _, _ = presenter()
    assert name_of(accessible(window.parts.top.clock)) == "Timer: 12 minutes of 40, 2 min ahead"


def test_the_class_window_with_its_strip(audience: Callable[..., Audience]) -> None:
    window, _, probe = audience()
    probe.key(Qt.Key.Key_Tab)
    assert unnamed(window) == []
    assert_usable_by_tab(probe)
    window.strip.put_away()


def test_the_class_windows_name_is_what_the_class_sees(audience: Callable[..., Audience]) -> None:
    window, fake, _ = audience()
    assert name_of(accessible(window)) == fake.view.class_view.announcement


def test_a_painted_slide_has_a_child_for_each_thing_on_it(audience: Callable[..., Audience]) -> None:
    window, fake, _ = audience()
    screen = accessible(window.picture)
    names = [name_of(each) for each in walk(screen)][1:]
    assert names[0] == "What Maya can do"
    assert any("Maya tells a person she trusts" in name for name in names)
    assert not any("They block" in name for name in names), "a line that waits is not read out"
    fake.show(teacher_view(class_view=class_view(rows_slide(3))))
    assert any("They block" in name_of(each) for each in walk(screen))


def test_its_children_lie_where_they_are_painted(audience: Callable[..., Audience]) -> None:
    window, _, _ = audience()
    screen = accessible(window.picture)
    for index in range(screen.childCount()):
        child = screen.child(index)
        assert screen.rect().contains(child.rect())
        middle = child.rect().center()
        assert name_of(screen.childAt(middle.x(), middle.y()))
        assert screen.indexOfChild(child) == index


def press(interface: QAccessibleInterface) -> None:
    """Press as a screen reader does."""
    actions = interface.actionInterface()
    assert actions is not None
    actions.doAction(QAccessibleActionInterface.pressAction())


def test_a_card_on_the_slide_can_be_pressed(audience: Callable[..., Audience]) -> None:
    window, fake, _ = audience(teacher_view(class_view=class_view(cards_slide())))
    cards = [each for each in walk(accessible(window.picture)) if each.role() is ROLE.Button]
    assert len(cards) == 4
    assert [card.state().selected for card in cards] == [0, 1, 0, 0]
    press(cards[3])
    assert fake.asked == [("choose", "card-4")]


def test_the_library(windows: list[QWidget]) -> None:
    window = LibraryWindow()
    windows.append(window)
    window.show_lessons((lesson(places=(place(), place("b", hours=40))), broken_lesson()))
    window.show_checks("mayas-story", CHECKS, False)
    probe = WindowProbe(window)
    probe.show(1280, 720)
    assert unnamed(window) == []
    assert_usable_by_tab(probe)
    found = list(walk(accessible(window)))
    chips = [name_of(each) for each in found if each.role() is ROLE.RadioButton]
    assert chips[:2] == ["As written", "Easy read with symbols"]
    names = [name_of(each) for each in found]
    assert any(name.startswith("Look at this: This is the sample film.") for name in names)
    assert any("Carry on from step 5, 1:12. What Maya can do" in name for name in names)


def test_the_library_without_lessons(windows: list[QWidget]) -> None:
    window = LibraryWindow()
    windows.append(window)
    probe = WindowProbe(window)
    probe.show(1280, 720)
    assert unnamed(window) == []
    assert "There are no lessons here yet" in probe.texts()


def test_the_start_dialog(windows: list[QWidget]) -> None:
    dialog = StartDialog((LAPTOP, BOARD), mirrored=False)
    windows.append(dialog)
    probe = WindowProbe(dialog)
    probe.show(640, 480)
    assert unnamed(dialog) == []
    assert_usable_by_tab(probe)
