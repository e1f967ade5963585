"""The editor's controller without a window: every edit, the way back, and the file that follows."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from lesson_player.adapting.step_edits import ChangeStep
from lesson_player.control.editing import actions
from lesson_player.control.editing.finding import find_words
from lesson_player.control.editing.pictures import UsePicture
from lesson_player.control.editing.view import FieldKey, FieldView, LineView, Owner
from lesson_player.model.adaptation import Adaptation
from lesson_player.model.lesson import Wording
from lesson_player.model.pictures import Picture
from tests.support.small_version import Edited, edit, version

pytestmark = pytest.mark.usefixtures("qapp")


def line(edited: Edited, name: str) -> LineView:
    return next(one for one in edited.controller.view.step.lines if one.id == name)


def words(edited: Edited, name: str, field: str = "text") -> FieldView:
    return next(one for one in line(edited, name).fields if one.key.field == field)


def seen(edited: Edited) -> list[str]:
    view = edited.controller.view.preview.view
    assert view is not None
    return [row.text for row in view.slide.rows if row.shown]


def test_words_change_the_version_the_base_and_the_preview() -> None:
    edited = edit()
    edited.go("welcome", "hello")
    actions.write(edited.controller, FieldKey(Owner.LINE, "hello", "text"), "Hello,  everybody. ")

    assert edited.adaptation.lines["hello"].text == "Hello, everybody."
    assert (words(edited, "hello").value, words(edited, "hello").base) == (
        "Hello, everybody.",
        "Text of hello.",
    )
    assert seen(edited)[0] == "Hello, everybody."
    assert edited.controller.view.changes == 1
    assert next(row for row in edited.controller.view.steps if row.id == "welcome").marks == ("changed",)


def test_typing_is_one_step_of_undo_and_comes_back_whole() -> None:
    edited = edit()
    edited.go("welcome")
    key = FieldKey(Owner.STEP, "welcome", "title")
    for text in ("W", "We", "Welcome all"):
        actions.write(edited.controller, key, text)
    actions.write(edited.controller, FieldKey(Owner.LINE, "hello", "text"), "Hello.")

    edited.controller.undo()
    assert edited.adaptation.lines == {}
    assert edited.controller.view.step.title.value == "Welcome all"
    edited.controller.undo()
    assert edited.adaptation == version()
    edited.controller.redo()
    edited.controller.redo()
    assert edited.adaptation.lines["hello"].text == "Hello."


def test_empty_words_bring_the_lessons_own_back() -> None:
    edited = edit(version(lines={"hello": {"text": "Hi."}}))
    edited.go("welcome")
    actions.write(edited.controller, FieldKey(Owner.LINE, "hello", "text"), "  ")

    assert words(edited, "hello").value == "Text of hello."
    assert words(edited, "hello").base is None
    assert edited.adaptation.lines == {}


def test_easy_wording_is_what_is_written_where_the_class_reads_it() -> None:
    edited = edit(version(wording="easy"))
    edited.go("welcome")
    field = words(edited, "hello", "easy")
    actions.write(edited.controller, field.key, "Hi.")

    assert field.value == "Easy hello."
    assert edited.adaptation.lines["hello"].easy == "Hi."
    assert edited.adaptation.lines["hello"].text is None


def test_notes_are_a_point_a_line() -> None:
    edited = edit()
    edited.go("welcome")
    say = next(one for one in edited.controller.view.step.notes if one.key.field == "say")
    actions.write(edited.controller, say.key, "First this.\n\n Then that. ")

    notes = edited.adaptation.steps["welcome"].notes
    assert notes is not None
    assert notes.say == ("First this.", "Then that.")


def test_a_hidden_line_stays_in_the_editor_and_leaves_the_class() -> None:
    edited = edit()
    edited.go("welcome", "plan")
    assert actions.hide_or_show_line(edited.controller, line(edited, "plan"))
    assert line(edited, "plan").hidden
    assert seen(edited) == ["Text of hello."]

    # One line has to be left.
    assert line(edited, "hello").fixed
    assert not actions.hide_or_show_line(edited.controller, line(edited, "hello"))
    assert edited.told == [line(edited, "hello").fixed]

    assert actions.hide_or_show_line(edited.controller, line(edited, "plan"))
    assert seen(edited) == ["Text of hello.", "Text of plan."]


def test_locked_lines_and_steps_say_why_they_stay() -> None:
    edited = edit()
    edited.go("help")
    assert "keeps children safe" in line(edited, "fault").fixed
    assert not actions.hide_or_show_line(edited.controller, line(edited, "fault"))
    assert not actions.hide_or_show_step(edited.controller, "help")
    assert not actions.move_step(edited.controller, "help", -1)
    assert len(edited.told) == 3
    assert edited.adaptation == version()

    actions.write(edited.controller, FieldKey(Owner.LINE, "fault", "text"), "It is not your fault.")
    assert words(edited, "fault").value == "It is not your fault."


def test_a_hidden_step_is_struck_out_and_comes_back_at_its_place() -> None:
    edited = edit()
    before = [row.id for row in edited.controller.view.steps]
    assert actions.hide_or_show_step(edited.controller, "rules")
    edited.go("rules")

    row = next(row for row in edited.controller.view.steps if row.id == "rules")
    assert row.hidden
    assert [one.id for one in edited.controller.view.steps] == before
    assert edited.controller.view.preview.view is None
    assert edited.controller.view.preview.words
    assert edited.controller.view.sitting.minutes == edited.controller.view.sitting.planned - 3
    assert actions.hide_or_show_step(edited.controller, "rules")
    assert edited.adaptation == version()


def test_steps_move_past_one_another() -> None:
    edited = edit()
    assert actions.move_step(edited.controller, "words", -1)
    assert [row.id for row in edited.controller.view.steps][2:4] == ["words", "rules"]
    assert actions.move_step(edited.controller, "words", 1)
    assert edited.adaptation.move_steps == ()
    assert not actions.move_step(edited.controller, "prepare", -1)


def test_added_lines_are_written_moved_and_taken_out() -> None:
    edited = edit()
    edited.go("welcome")
    name = actions.add_line(edited.controller, "hello")
    assert [one.id for one in edited.controller.view.step.lines] == ["hello", name, "plan"]
    assert line(edited, name).own
    actions.write(edited.controller, FieldKey(Owner.LINE, name, "text"), "We take our time.")
    assert actions.move_line(edited.controller, name, -1)
    assert seen(edited)[:2] == ["We take our time.", "Text of hello."]
    assert not actions.move_line(edited.controller, "hello", -1)
    assert "line of the lesson" in edited.told[-1]

    assert actions.hide_or_show_line(edited.controller, line(edited, name))
    assert edited.adaptation == version()


def test_key_words_and_choices_grow_by_their_own_kind() -> None:
    edited = edit()
    edited.go("words")
    word = actions.add_line(edited.controller, "word-1")
    assert [one.key.field for one in line(edited, word).fields] == ["word", "text"]
    edited.go("choose")
    choice = actions.add_line(edited.controller, "ok")
    assert [one.key.field for one in line(edited, choice).fields] == ["text", "reply"]


def test_slides_are_added_and_split_and_joined() -> None:
    edited = edit()
    edited.go("welcome")
    slide = actions.add_slide(edited.controller)
    assert edited.controller.place.step == slide
    assert [row.id for row in edited.controller.view.steps][1:3] == ["welcome", slide]

    edited.go("rules", "rule-3")
    part = actions.split_step(edited.controller, "rule-3")
    assert [one.id for one in edited.controller.view.step.lines] == ["rule-3", "rule-4"]
    assert actions.hide_or_show_step(edited.controller, part)
    edited.go("rules")
    assert len(edited.controller.view.step.lines) == 4


def test_a_film_step_has_its_part_and_its_pauses() -> None:
    edited = edit()
    edited.go("watch")
    film = edited.controller.view.step.film
    assert film is not None
    assert [name for name, _ in film.moments] == ["start", "clue", "help", "end"]
    assert edited.controller.edit(ChangeStep("watch", "end", "help"))
    part = edited.controller.view.step.film
    assert part is not None
    assert (part.end, part.base_end) == ("help", "end")

    assert actions.add_pause(edited.controller, "clue", 2.0, "What now?")
    group = next(one for one in edited.controller.view.step.groups if one.own)
    assert group.lines[0].fields[0].value == "What now?"
    clue = next(one for one in edited.controller.view.step.groups if one.pause == "pause-clue")
    assert actions.hide_or_show_pause(edited.controller, clue)
    hidden = next(one for one in edited.controller.view.step.groups if one.pause == "pause-clue")
    assert hidden.hidden
    assert actions.hide_or_show_pause(edited.controller, hidden)
    assert edited.adaptation.steps["watch"].hidden_pauses == ()


def test_the_slide_with_the_line_is_the_one_that_is_seen() -> None:
    edited = edit()
    edited.go("watch", "clues-say")
    preview = edited.controller.view.preview
    assert preview.view is not None
    assert preview.view.film is not None
    assert preview.view.film.prompt is not None
    assert any(row.id == "clues-say" for row in preview.view.film.prompt.rows)
    assert preview.slides > 1


def test_a_picture_from_outside_is_one_step_of_undo() -> None:
    edited = edit()
    edited.go("welcome", "hello")
    picture = Picture(file="picture-1.svg", alt="A hand.")
    assert edited.controller.edit(UsePicture("hello", "picture-1", picture))

    assert line(edited, "hello").picture_alt == "A hand."
    assert line(edited, "hello").base_picture == "sun"
    edited.controller.undo()
    assert edited.adaptation == version()


def test_words_are_found_in_titles_lines_and_notes() -> None:
    edited = edit()
    source = edited.controller.source()
    found = find_words(source.version, Wording.STANDARD, "  hello ")
    assert [(one.step, one.line) for one in found] == [("welcome", "hello")]
    notes = find_words(source.version, Wording.STANDARD, "only the teacher")
    assert {one.step for one in notes} == {"welcome", "watch", "talk"}
    assert find_words(source.version, Wording.STANDARD, " ") == ()


def test_the_file_follows_and_gets_the_last_change_at_the_end(qtbot: QtBot) -> None:
    edited = edit()
    edited.go("welcome")
    actions.write(edited.controller, FieldKey(Owner.STEP, "welcome", "title"), "One")
    assert edited.written == []
    qtbot.waitUntil(lambda: edited.written != [])
    qtbot.waitUntil(lambda: edited.controller.opened.history.is_saved)

    actions.write(edited.controller, FieldKey(Owner.STEP, "welcome", "title"), "Two")
    assert edited.controller.close() == ""
    assert edited.written[-1] == edited.adaptation


def more(told: QSignalSpy, than: int) -> bool:
    return told.count() > than


def test_a_file_that_cannot_be_written_is_told_once_and_nothing_is_lost(qtbot: QtBot) -> None:
    full = [True]
    written: list[Adaptation] = []

    def write(adaptation: Adaptation) -> None:
        if full[0]:
            raise OSError(28, "No space left on device")
        written.append(adaptation)

    edited = edit(write=write)
    failing = QSignalSpy(edited.controller.saving)
    for title in ("One", "Two"):
        actions.write(edited.controller, FieldKey(Owner.STEP, "welcome", "title"), title)
        before = failing.count()
        qtbot.waitUntil(partial(more, failing, before))
    assert len(edited.told) == 1
    full[0] = False
    assert edited.controller.close() == ""
    assert [one.steps["welcome"].title for one in written] == ["Two"]
