"""Keys and buttons of the teacher's window, and who takes which."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from lesson_player.control.commands import table
from lesson_player.teaching.views import TeacherView
from lesson_player.ui.widgets.step_note import StepNote
from tests.support.teacher_views import film_view, teacher_view
from tests.ui.conftest import Presenter

NAMED = {
    "Left": Qt.Key.Key_Left,
    "Up": Qt.Key.Key_Up,
    "Right": Qt.Key.Key_Right,
    "Down": Qt.Key.Key_Down,
    "PgUp": Qt.Key.Key_PageUp,
    "PgDown": Qt.Key.Key_PageDown,
    "Backspace": Qt.Key.Key_Backspace,
    "Space": Qt.Key.Key_Space,
    "Home": Qt.Key.Key_Home,
    "End": Qt.Key.Key_End,
    "Esc": Qt.Key.Key_Escape,
} | {f"F{number}": Qt.Key[f"Key_F{number}"] for number in range(1, 13)}
KEYS = [(command.id, key, teacher_view()) for command in table() for key in command.keys]
KEYS += [
    (command.id, key, film_view()) for command in table() for key in command.keys_in_film or command.keys
]


def press_named(presenter: Presenter, name: str) -> None:
    """Press a key of the command table."""
    _, _, probe = presenter
    if len(name) == 1:
        probe.type(name)
    else:
        probe.key(NAMED[name])


@pytest.mark.parametrize(("command", "key", "view"), KEYS)
def test_every_key_of_the_table_asks_for_its_command(
    presenter: Callable[..., Presenter], command: str, key: str, view: TeacherView
) -> None:
    made = presenter(view)
    press_named(made, key)
    assert ("run", command) in made[1].asked


def test_a_number_and_enter_go_to_that_step(presenter: Callable[..., Presenter]) -> None:
    _, fake, probe = presenter()
    probe.type("10")
    probe.key(Qt.Key.Key_Return)
    assert fake.asked == [("go_to", 10)]


@pytest.mark.parametrize(
    "words", ["Back", "Next", "Captions on", "BSL off", "Text larger", "Hide", "Calm", "Keys", "End"]
)
def test_a_button_asks_for_its_command(presenter: Callable[..., Presenter], words: str) -> None:
    _window, fake, probe = presenter()
    button = probe.button(words)
    probe.press(words)
    assert fake.asked == [("run", button.objectName())]


def test_a_mouse_click_leaves_the_keys_with_the_lesson(presenter: Callable[..., Presenter]) -> None:
    _, fake, probe = presenter()
    probe.press("Captions on")
    probe.key(Qt.Key.Key_Space)
    assert fake.asked == [("run", "captions"), ("run", "next")]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_button_reached_by_tab_takes_space_and_enter(
    presenter: Callable[..., Presenter], key: Qt.Key
) -> None:
    _window, fake, probe = presenter()
    probe.button("Calm").setFocus(Qt.FocusReason.TabFocusReason)
    probe.key(key)
    assert fake.asked == [("run", "calm")]


def test_a_button_reached_by_tab_leaves_arrows_and_letters_to_the_lesson(
    presenter: Callable[..., Presenter],
) -> None:
    _, fake, probe = presenter()
    probe.button("Calm").setFocus(Qt.FocusReason.TabFocusReason)
    probe.key(Qt.Key.Key_Right)
    probe.key(Qt.Key.Key_PageUp)
    probe.type("c")
    assert fake.asked == [("run", "next"), ("run", "back"), ("run", "captions")]


def test_letters_are_letters_in_a_text_field(presenter: Callable[..., Presenter]) -> None:
    window, fake, probe = presenter()
    field = QLineEdit(window)
    field.show()
    field.setFocus()
    probe.type("back 12")
    assert field.text() == "back 12"
    assert fake.asked == []


def test_a_key_held_down_does_not_run_through_the_lesson(presenter: Callable[..., Presenter]) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    window, fake, _ = presenter()
    for held in (False, True, True):
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, "", held)
        QApplication.sendEvent(window, press)
    assert fake.asked == [("run", "next")]


def test_notes_grow_with_ctrl_and_not_the_class_text(presenter: Callable[..., Presenter]) -> None:
    window, fake, probe = presenter()
    before = window.parts.notes.percent
    probe.key(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert window.parts.notes.percent > before
    probe.key(Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert window.parts.notes.percent == before
    assert fake.asked == []


def test_the_steps_are_chosen_by_click_and_by_keys(presenter: Callable[..., Presenter]) -> None:
    window, fake, probe = presenter()
    steps = window.parts.steps
    probe.click(steps.viewport(), steps.visualItemRect(steps.item(1)).center())
    assert fake.asked == [("go_to", 2)]
    assert window.focusWidget() is not steps
    steps.setFocus(Qt.FocusReason.TabFocusReason)
    steps.setCurrentRow(4)
    probe.key(Qt.Key.Key_Down)
    probe.key(Qt.Key.Key_Return)
    assert fake.asked[-1] == ("go_to", 6)


def test_the_slider_seeks_and_a_new_view_does_not(presenter: Callable[..., Presenter]) -> None:
    window, fake, probe = presenter(film_view())
    slider = window.parts.bar.film_time.slider
    assert slider.value() == 12
    slider.setFocus(Qt.FocusReason.TabFocusReason)
    probe.key(Qt.Key.Key_Right)
    assert fake.asked == [("seek_film", 13.0)]
    film = film_view().film
    assert film is not None
    fake.show(film_view(film=film.model_copy(update={"at_s": 20.0})))
    assert slider.value() == 20
    assert fake.asked == [("seek_film", 13.0)]


def test_esc_closes_a_sheet_before_it_ends_the_lesson(presenter: Callable[..., Presenter]) -> None:
    window, fake, probe = presenter()
    probe.key(Qt.Key.Key_F9)
    assert window.sheets.disclosure is not None
    assert window.sheets.disclosure.isVisible()
    assert "Do not promise to keep it secret." in probe.texts()
    probe.key(Qt.Key.Key_Escape)
    assert not window.sheets.disclosure.isVisible()
    assert fake.asked == [("run", "disclosure")]
    probe.key(Qt.Key.Key_Escape)
    assert window.sheets.end.isVisible()


def test_ending_is_asked_first_and_enter_agrees(presenter: Callable[..., Presenter]) -> None:
    _window, fake, probe = presenter()
    probe.key(Qt.Key.Key_Escape)
    assert "Your place is kept." in probe.texts()
    assert ("end",) not in fake.asked
    probe.key(Qt.Key.Key_Return)
    assert fake.asked[-1] == ("end",)


def test_the_lessons_keys_go_on_behind_a_sheet(presenter: Callable[..., Presenter]) -> None:
    _window, fake, probe = presenter()
    probe.key(Qt.Key.Key_F1)
    probe.type("b")
    assert fake.asked == [("run", "keys"), ("run", "hide")]


def test_a_person_who_closes_the_window_is_asked_first(presenter: Callable[..., Presenter]) -> None:
    window, fake, probe = presenter()
    assert not probe.close_as_person()
    assert window.sheets.end.isVisible()
    assert fake.asked == [("run", "end")]


def test_the_program_and_the_system_may_close_it(presenter: Callable[..., Presenter]) -> None:
    window, fake, _ = presenter()
    assert window.close()
    assert fake.asked == []


def test_the_sheet_of_keys_has_every_row_of_the_table(presenter: Callable[..., Presenter]) -> None:
    _window, _, probe = presenter()
    probe.key(Qt.Key.Key_F1)
    words = probe.texts()
    assert [command.id for command in table() if command.help not in words] == []


def test_a_disabled_command_cannot_be_pressed(presenter: Callable[..., Presenter]) -> None:
    _, fake, probe = presenter(teacher_view(can_go_back=False))
    probe.press("Back")
    assert fake.asked == []


def test_the_message_is_said_and_can_be_put_away(presenter: Callable[..., Presenter]) -> None:
    _, fake, probe = presenter()
    assert "stopped" not in probe.texts()
    fake.show(teacher_view(messages=("The film stopped. Press Next to go on.",)))
    assert "The film stopped. Press Next to go on." in probe.texts()
    probe.press("Close the message")
    assert fake.asked == [("clear_messages",)]


def test_space_on_the_notes_is_still_next(presenter: Callable[..., Presenter]) -> None:
    window, fake, _probe = presenter()
    window.parts.notes.text.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(window.parts.notes.text, Qt.Key.Key_Space)
    assert fake.asked == [("run", "next")]


def test_esc_from_the_class_window_puts_an_open_card_away_before_it_asks_to_end(
    presenter: Callable[..., Presenter],
) -> None:
    window, fake, _probe = presenter()
    fake.wanted.emit("disclosure")
    fake.wanted.emit("end")
    assert not window.sheets.close_open(), "the card is away and nothing else is open"
    fake.wanted.emit("end")
    assert window.sheets.end.isVisible()


def test_each_button_shows_the_key_that_it_has_now(presenter: Callable[..., Presenter]) -> None:
    window, fake, probe = presenter(teacher_view())
    buttons = window.parts.bar.buttons
    assert (buttons["next"].hint, buttons["play"].hint) == ("Space · →", "P")
    wide = buttons["next"].sizeHint().width()
    fake.show(film_view())
    probe.settle()
    assert (buttons["next"].hint, buttons["play"].hint) == ("→", "Space · P")
    assert buttons["next"].sizeHint().width() == wide, "its neighbours stand still"
    fake.show(film_view("ready"))
    assert (buttons["next"].hint, buttons["play"].hint) == ("Space · →", "P")


def test_a_step_number_is_shown_while_it_is_typed(presenter: Callable[..., Presenter]) -> None:
    _, fake, probe = presenter()
    probe.type("1")
    assert f"Go to step 1: {fake.view.steps[0].title} (Enter)" in probe.texts()
    probe.type("0")
    assert f"Go to step 10: {fake.view.steps[9].title} (Enter)" in probe.texts()
    probe.key(Qt.Key.Key_Backspace)
    assert "Go to step 1: " in probe.texts()
    probe.key(Qt.Key.Key_Backspace)
    assert "Go to step" not in probe.texts()
    probe.type("3")
    probe.key(Qt.Key.Key_Escape)
    assert "Go to step" not in probe.texts()
    probe.type("4")
    probe.key(Qt.Key.Key_Right)
    assert "Go to step" not in probe.texts()
    assert fake.asked == [("run", "next")], "Backspace and Esc belonged to the number"
    probe.type("2")
    probe.key(Qt.Key.Key_Return)
    assert "Go to step" not in probe.texts()
    assert fake.asked[1:] == [("go_to", 2)]


def test_digits_may_be_typed_with_shift(presenter: Callable[..., Presenter]) -> None:
    _, fake, probe = presenter()
    for digit in "10":
        probe.key(Qt.Key.Key_Shift)
        probe.type(digit)
    probe.key(Qt.Key.Key_Return)
    assert fake.asked == [("go_to", 10)]


def test_a_step_that_does_not_exist_is_said_for_a_while(presenter: Callable[..., Presenter]) -> None:
    window, fake, probe = presenter()
    last = len(fake.view.steps)
    probe.type("25")
    assert f"There is no step 25. This sitting has steps 1 to {last}." in probe.texts()
    probe.key(Qt.Key.Key_Return)
    assert "There is no step 25." in probe.texts()
    note = window.findChild(StepNote)
    assert note is not None
    assert window.rect().contains(note.geometry())
    assert note.geometry().bottom() < window.parts.bar.y()
    note._stays.timeout.emit()
    assert "There is no step" not in probe.texts()


def test_enter_belongs_to_the_number_where_a_button_has_the_focus(
    presenter: Callable[..., Presenter],
) -> None:
    _, fake, probe = presenter()
    probe.button("End").setFocus(Qt.FocusReason.TabFocusReason)
    probe.type("5")
    probe.key(Qt.Key.Key_Return)
    assert fake.asked == [("go_to", 5)]
    probe.key(Qt.Key.Key_Return)
    assert fake.asked[1:] == [("run", "end")], "without a number Enter is the button's again"


@pytest.mark.parametrize("size", [(1366, 768), (640, 360)])
def test_page_down_is_next_wherever_the_focus_is(
    presenter: Callable[..., Presenter], size: tuple[int, int]
) -> None:
    window, fake, _probe = presenter(film_view(), *size)
    notes = window.parts.notes
    for control in (notes.larger, notes.text, window.parts.bar.buttons["mute"]):
        control.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(control, Qt.Key.Key_PageDown)
    assert fake.asked == [("run", "next")] * 3
