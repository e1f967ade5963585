"""The editor's window by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget

from lesson_player.control.editing.commands import editor_commands
from lesson_player.ui.editor.window import EditorWindow
from lesson_player.ui.editor.words_field import WordsField
from tests.support import small_version
from tests.support.probes import WindowProbe
from tests.support.small_version import Edited, version

pytestmark = pytest.mark.usefixtures("dressed")
Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Desk(WindowProbe):
    """The window at its first step, with the cursor in a line."""

    def __init__(self) -> None:
        self.editor, self.edited = small_version.window()
        super().__init__(self.editor)
        self.show(1366, 768)
        self.at("hello")

    def at(self, line: str) -> None:
        self.editor.page.take_focus(line)
        self.settle()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:  # type: ignore[override]
        self.key(key, held)
        self.settle()

    @property
    def said(self) -> str:
        return "\n".join(self.editor.messages.messages)


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = Desk()
    yield made
    made.editor.hide()
    made.editor.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def field(widget: QWidget) -> WordsField:
    assert isinstance(widget, WordsField)
    return widget


def test_every_command_has_a_key_of_its_own_and_does_something() -> None:
    keys = [key for command in editor_commands() for key in command.keys]
    assert len(keys) == len(set(keys))
    window, _ = small_version.window()
    assert {command.id for command in editor_commands()} <= set(window.doings._does)
    window.deleteLater()


def test_f6_goes_round_the_panes_and_back(desk: Desk) -> None:
    seen = []
    for _ in range(3):
        desk.press(Key.Key_F6)
        seen.append(desk.editor.panes.current)
    assert seen == [2, 0, 1]
    desk.press(Key.Key_F6, SHIFT)
    assert desk.editor.panes.current == 0
    assert desk.focus() is desk.editor.steps.steps


def test_what_is_typed_is_in_the_preview_with_the_lessons_words_below(desk: Desk) -> None:
    desk.press(Key.Key_A, CTRL)
    desk.type("Hello all ")
    desk.type("of you.")
    view = desk.editor.seen.preview.picture.class_view
    assert view is not None
    assert view.slide.rows[0].text == "Hello all of you."
    assert field(desk.focus()).toPlainText() == "Hello all of you."
    assert "Base lesson: Text of hello." in desk.texts()

    desk.press(Key.Key_Backspace, ALT)
    assert field(desk.focus()).toPlainText() == "Text of hello."
    assert desk.edited.adaptation == version()


def test_reset_leaves_the_cursor_in_its_field(desk: Desk) -> None:
    here = desk.focus()
    desk.type("x")
    desk.press(Key.Key_Tab)
    assert desk.focus().accessibleName().startswith("Reset Line 1")
    desk.press(Key.Key_Space)
    assert desk.focus() is here
    assert field(here).toPlainText() == "Text of hello."


def test_undo_in_a_field_is_the_editors(desk: Desk) -> None:
    desk.type("!")
    desk.press(Key.Key_Z, CTRL)
    assert field(desk.focus()).toPlainText() == "Text of hello."
    desk.press(Key.Key_Z, CTRL | SHIFT)
    assert field(desk.focus()).toPlainText() == "Text of hello.!"


def test_an_empty_field_stays_empty_until_it_is_left(desk: Desk) -> None:
    here = field(desk.focus())
    desk.press(Key.Key_A, CTRL)
    desk.press(Key.Key_Delete)
    assert here.toPlainText() == ""
    desk.press(Key.Key_Tab)
    assert here.toPlainText() == "Text of hello."


def test_enter_makes_a_point_in_notes_and_nothing_in_a_line(desk: Desk) -> None:
    desk.press(Key.Key_Return)
    assert "\n" not in field(desk.focus()).toPlainText()
    say = desk.editor.page.notes[0].field
    say.setFocus()
    desk.press(Key.Key_A, CTRL)
    desk.type("One")
    desk.press(Key.Key_Return)
    assert say.toPlainText() == "One\n"
    desk.type("Two")
    notes = desk.edited.adaptation.steps["welcome"].notes
    assert notes is not None
    assert notes.say == ("One", "Two")


def test_a_hidden_line_keeps_the_focus_and_comes_back(desk: Desk) -> None:
    desk.press(Key.Key_Delete, ALT)
    assert desk.edited.adaptation.lines["hello"].hidden
    assert "Hidden from the class" in desk.texts()
    desk.press(Key.Key_Delete, ALT)
    assert desk.edited.adaptation == version()


def test_what_is_locked_says_why_and_esc_puts_the_words_away(desk: Desk) -> None:
    desk.edited.go("help")
    desk.at("fault")
    desk.press(Key.Key_Delete, ALT)
    assert "keeps children safe" in desk.said
    desk.press(Key.Key_Escape)
    assert desk.said == ""
    assert desk.edited.adaptation == version()


def test_the_list_hides_and_moves_steps(desk: Desk) -> None:
    steps = desk.editor.steps.steps
    steps.setFocus()
    desk.press(Key.Key_Down)
    assert desk.edited.controller.place.step == "rules"
    desk.press(Key.Key_Down, ALT)
    rows = desk.edited.controller.view.steps
    assert [row.id for row in rows][2:4] == ["words", "rules"]
    assert steps.currentRow() == 3
    desk.press(Key.Key_Delete)
    assert desk.edited.adaptation.steps["rules"].hidden


def test_a_new_line_is_written_over_at_once(desk: Desk) -> None:
    desk.press(Key.Key_Return, CTRL)
    desk.type("We take our time.")
    assert [one.line.text for one in desk.edited.adaptation.add_lines] == ["We take our time."]


def test_words_are_found_and_gone_to(desk: Desk) -> None:
    desk.press(Key.Key_F, CTRL)
    desk.type("text of rule-3")
    desk.press(Key.Key_Return)
    assert desk.edited.controller.place.step == "rules"
    assert field(desk.focus()).toPlainText() == "Text of rule-3."


def test_behind_a_sheet_nothing_is_moved(desk: Desk) -> None:
    desk.press(Key.Key_F1)
    desk.press(Key.Key_Down, ALT)
    desk.press(Key.Key_Delete, ALT)
    assert desk.edited.adaptation == version()
    desk.press(Key.Key_Escape)
    assert field(desk.focus()).toPlainText() == "Text of hello."


def test_compare_resets_one_change_and_stays_open() -> None:
    window, edited = small_version.window(
        version(lines={"hello": {"text": "Hi."}, "plan": {"text": "Our plan."}})
    )
    probe = WindowProbe(window)
    probe.show(1366, 768)
    window.doings.run("compare")
    probe.settle()
    probe.key(Key.Key_Space)
    probe.settle()
    assert list(edited.adaptation.lines) == ["plan"]
    assert probe.focus().accessibleName().startswith("Reset")
    window.hide()
    window.deleteLater()


def test_advice_is_quiet_while_somebody_types(desk: Desk) -> None:
    found = desk.editor.page.lines
    box = next(iter(found)).fields[0]
    box.show_found("This sentence is long.")
    desk.type("x")
    assert not box.found.isVisible()


def test_it_closes_by_key_with_everything_written(desk: Desk) -> None:
    desk.type("!")
    desk.press(Key.Key_W, CTRL)
    assert not desk.editor.isVisible()
    assert desk.edited.written[-1] == desk.edited.adaptation


def test_a_full_disk_takes_a_second_time_to_leave() -> None:
    def full(_adaptation: object) -> None:
        raise OSError(28, "No space left on device")

    edited: Edited = small_version.edit(write=full)
    window = EditorWindow(edited.controller, small_version.no_pictures())
    probe = WindowProbe(window)
    probe.show(1366, 768)
    window.page.take_focus("")
    probe.type("x")
    assert not window.close()
    assert "could not be saved" in "\n".join(window.messages.messages)
    assert window.close()
    edited.controller.deleteLater()
    window.deleteLater()
