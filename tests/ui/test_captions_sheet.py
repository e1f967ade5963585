"""The page of captions by keyboard alone, over a film whose clock is turned by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt

from lesson_player.control.editing.caption_commands import caption_commands
from lesson_player.control.editing.commands import editor_commands
from lesson_player.model.adaptation import Adaptation
from lesson_player.model.captions import CueTrack
from lesson_player.playback.silent import FilmFacts, HandClock, SilentPlayer
from lesson_player.ui.editor.captions_sheet import CaptionsSheet
from lesson_player.ui.editor.window import EditorWindow
from lesson_player.ui.editor.words_field import WordsField
from tests.support import small_lesson, small_version
from tests.support.captioned import TEXTS, track
from tests.support.probes import WindowProbe
from tests.support.small_version import version

pytestmark = pytest.mark.usefixtures("dressed")
Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


class Desk(WindowProbe):
    """The editor at its film step, with the page of captions open."""

    def __init__(
        self,
        folder: Path,
        changes: Adaptation | None = None,
        *,
        film: bool = True,
        bsl: CueTrack | None = None,
    ) -> None:
        self.clock = HandClock()
        self.players: list[SilentPlayer] = []
        for name in ("film.webm", "bsl.webm"):
            (folder / name).write_bytes(b"\x1a\x45\xdf\xa3")
        loaded = small_lesson.loaded_film(folder)
        captions = {**loaded.captions, "film/standard": track()}
        captions |= {"bsl/standard": bsl} if bsl is not None else {}
        made = small_lesson.bundle()
        films = {"small-film": loaded.model_copy(update={"captions": captions})} if film else {}
        self.edited = small_version.edit(changes, made=made.model_copy(update={"films": films}))
        pictures = small_version.no_pictures()
        self.editor = EditorWindow(self.edited.controller, pictures, make_player=self._player)
        self.edited.controller.setParent(self.editor)
        self.edited.go("watch")
        super().__init__(self.editor)
        self.show(1366, 768)
        self.press(Key.Key_C, ALT)

    def _player(self, parent: QObject | None) -> SilentPlayer:
        made = SilentPlayer(parent, clock=self.clock, probe=lambda _path: FilmFacts(16.0))
        self.players.append(made)
        return made

    @property
    def sheet(self) -> CaptionsSheet:
        return self.editor.sheets.captions

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:  # type: ignore[override]
        self.key(key, held)
        self.settle()

    def pass_by(self, seconds: float) -> None:
        self.players[-1].advance(seconds)
        self.settle()

    def rows(self) -> list[str]:
        return [f"{row.start_s:.1f} {' '.join(row.text.split())}" for row in self.sheet.rows]

    def plays(self) -> bool:
        return self.sheet.film.plays

    def seen(self) -> list[str]:
        """The captions on the picture of the class screen."""
        view = self.sheet.film.picture.class_view
        assert view is not None
        assert view.film is not None
        return [cue.text for cue in view.film.cues]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    close(made)


def close(desk: Desk) -> None:
    desk.editor.hide()
    desk.editor.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_every_command_has_a_key_of_its_own_and_does_something(desk: Desk) -> None:
    keys = [key for command in caption_commands() for key in command.keys]
    assert len(keys) == len(set(keys))
    assert {command.id for command in caption_commands()} == set(desk.sheet._does)
    over_sheets = {key for one in editor_commands() if one.id in {"undo", "redo", "save"} for key in one.keys}
    assert set(keys).isdisjoint(over_sheets)


def test_the_list_shows_the_caption_on_the_class_screen(desk: Desk) -> None:
    desk.pass_by(0)
    assert desk.focus() is desk.sheet.list
    assert desk.seen() == [TEXTS[0]]
    desk.press(Key.Key_Down)
    assert desk.seen() == [TEXTS[1]]
    assert desk.sheet.number == 1


def test_captions_are_moved_by_key_from_the_list_and_from_the_words(desk: Desk) -> None:
    desk.press(Key.Key_Right, ALT)
    desk.press(Key.Key_Right, ALT | SHIFT)
    assert desk.rows()[0].startswith("1.6 ")
    desk.press(Key.Key_Return)
    assert isinstance(desk.focus(), WordsField)
    desk.press(Key.Key_Left, ALT)
    desk.press(Key.Key_Up, ALT)
    desk.press(Key.Key_PageDown, ALT | SHIFT)
    change = desk.edited.adaptation.captions[0]
    assert (change.cues[0].now[0].start, change.cues[0].now[0].end) == (1.5, 2.9)
    assert change.shift == 0.5
    assert desk.rows()[0].startswith("2.0 ")
    for _ in range(5):
        desk.press(Key.Key_Z, CTRL)
    assert desk.edited.adaptation == version()


def test_words_are_fixed_split_and_joined_with_the_cursor_where_it_was(desk: Desk) -> None:
    for _ in range(2):
        desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    desk.type(" Why not?")
    assert desk.seen() == ["A secret? Why? Why not?"]
    desk.press(Key.Key_Home)
    for _ in range(len("A secret? ")):
        desk.press(Key.Key_Right)
    desk.press(Key.Key_Return, ALT)
    assert [row.partition(" ")[2] for row in desk.rows()[2:4]] == ["A secret?", "Why? Why not?"]
    field = desk.focus()
    assert isinstance(field, WordsField)
    assert field.toPlainText() == "A secret?"
    desk.press(Key.Key_Up, CTRL)
    desk.press(Key.Key_J, ALT)
    assert desk.rows()[1].endswith("Sit still, Biscuit! A secret?")
    desk.press(Key.Key_Backspace, ALT)
    assert desk.edited.adaptation == version()


def test_in_another_caption_the_cursor_is_behind_its_words(desk: Desk) -> None:
    desk.press(Key.Key_Return)
    desk.press(Key.Key_Home)
    desk.press(Key.Key_Down, CTRL)
    desk.type(" Good.")
    assert desk.rows()[1].endswith(f"{TEXTS[1]} Good.")


def test_enter_begins_a_second_line_and_an_empty_field_waits(desk: Desk) -> None:
    desk.press(Key.Key_Return)
    desk.press(Key.Key_Return)
    desk.type("Yes.")
    assert desk.edited.adaptation.captions[0].cues[0].now[0].text == "Maya loves to draw.\nYes."
    desk.press(Key.Key_A, CTRL)
    desk.press(Key.Key_Delete)
    assert desk.edited.adaptation == version()
    here = desk.focus()
    assert isinstance(here, WordsField)
    assert here.toPlainText() == ""
    desk.press(Key.Key_Tab)
    assert here.toPlainText() == TEXTS[0]


def test_what_cannot_be_is_said_on_the_page_until_the_next_edit(desk: Desk) -> None:
    for _ in range(3):
        desk.press(Key.Key_Left, ALT | SHIFT)
    assert desk.rows()[0].startswith("0.0 ")
    assert "no room" in desk.sheet.said.text()
    assert desk.sheet.said.isVisible()
    desk.press(Key.Key_Right, ALT)
    assert not desk.sheet.said.isVisible()


def test_the_film_plays_from_before_the_caption_and_shows_each_in_its_time(desk: Desk) -> None:
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Space, CTRL)
    desk.pass_by(0.1)
    assert desk.plays()
    assert desk.seen() == [TEXTS[0]]
    desk.pass_by(0.6)
    assert desk.seen() == [TEXTS[1]]
    assert desk.sheet.number == 1, "who listens stays at the caption"
    desk.press(Key.Key_Space, CTRL)
    desk.pass_by(5.0)
    assert not desk.plays()
    assert desk.seen() == [TEXTS[1]]


def test_it_lets_go_of_the_film_and_the_keys_go_on(desk: Desk) -> None:
    player = desk.players[-1]
    desk.press(Key.Key_Escape)
    assert not desk.sheet.isVisible()
    assert player.state.path is None
    desk.press(Key.Key_C, ALT)
    desk.pass_by(0)
    assert len(desk.players) == 2
    assert desk.seen() == [TEXTS[0]]


def test_each_version_of_the_film_has_captions_of_its_own(desk: Desk) -> None:
    desk.press(Key.Key_Backtab)
    assert desk.focus().accessibleName().startswith("Film")
    desk.press(Key.Key_Right)
    desk.press(Key.Key_Space)
    assert desk.rows() == ["2.0 Words at 2.0"]
    desk.press(Key.Key_Right, ALT)
    (change,) = desk.edited.adaptation.captions
    assert (change.version, change.cues[0].now[0].start) == ("bsl", 2.1)


def test_a_word_is_fixed_in_both_versions_at_once(tmp_path: Path) -> None:
    desk = Desk(tmp_path, bsl=track(later=4.0))
    desk.press(Key.Key_Down)
    assert not desk.sheet.fields.buttons["elsewhere"].isEnabled()
    desk.press(Key.Key_Return)
    desk.type(" Please.")
    desk.press(Key.Key_S, ALT)
    film, bsl = desk.edited.adaptation.captions
    assert (film.version, bsl.version) == ("film", "bsl")
    assert bsl.cues[0].now[0].text == f"{TEXTS[1]} Please."
    assert bsl.cues[0].now[0].start == film.cues[0].now[0].start + 4.0
    desk.press(Key.Key_Z, CTRL)
    assert len(desk.edited.adaptation.captions) == 1
    close(desk)


def test_a_speed_is_said_in_words(desk: Desk) -> None:
    said = desk.sheet.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Maya loves to draw., 0:01.0 to 0:02.5, 160 words a minute, fast"
    for _ in range(2):
        desk.press(Key.Key_Up, ALT)
    said = desk.sheet.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.endswith("185 words a minute, too fast, changed")


def test_compare_leads_to_the_caption_and_takes_it_back(desk: Desk) -> None:
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Right, ALT)
    desk.press(Key.Key_Escape)
    desk.press(Key.Key_F7)
    assert "Caption, film, 0:02.5" in desk.texts()
    desk.press(Key.Key_Tab)
    assert desk.focus().accessibleName().startswith("Go there")
    desk.press(Key.Key_Space)
    assert desk.sheet.isVisible()
    assert desk.sheet.number == 1
    desk.press(Key.Key_Escape)
    desk.press(Key.Key_F7)
    desk.press(Key.Key_Space)
    assert desk.edited.adaptation == version()


def test_a_change_of_other_captions_is_told_kept_or_given_up(tmp_path: Path) -> None:
    was = {"start": 2.5, "end": 4.0, "text": "Sit, dog!"}
    cues = [{"was": [was], "now": [{**was, "text": "Sit, Biscuit."}]}]
    captions = [{"film": "small-film", "version": "film", "track": "standard", "cues": cues}]
    desk = Desk(tmp_path, version(captions=captions))
    assert f"“{TEXTS[1]}”" in desk.sheet.look_at.text()
    assert desk.rows()[1].endswith(TEXTS[1])
    desk.press(Key.Key_Escape)
    desk.press(Key.Key_F7)
    assert desk.focus().accessibleName().startswith("Reset")
    desk.press(Key.Key_Backtab)
    desk.press(Key.Key_Space)
    assert desk.edited.adaptation.captions[0].cues[0].was[0].text == TEXTS[1]
    desk.press(Key.Key_Escape)
    desk.press(Key.Key_C, ALT)
    assert desk.rows()[1].endswith("Sit, Biscuit.")
    close(desk)


def test_without_a_film_it_says_why(tmp_path: Path) -> None:
    desk = Desk(tmp_path, film=False)
    assert "not on this computer" in "\n".join(desk.editor.messages.messages)
    desk.edited.go("welcome")
    desk.press(Key.Key_C, ALT)
    assert "plays no film" in "\n".join(desk.editor.messages.messages)
    close(desk)


def test_a_caption_is_added_written_and_taken_out_by_keyboard(desk: Desk) -> None:
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Return, CTRL)
    assert desk.sheet.number == 3
    assert isinstance(desk.focus(), WordsField)
    desk.type("A door closes.")
    desk.settle()
    assert desk.rows()[3] == "6.0 A door closes."
    assert desk.seen() == ["A door closes."]
    desk.press(Key.Key_Delete, ALT)
    assert [row.text for row in desk.sheet.rows] == list(TEXTS)
    assert desk.edited.adaptation == version()
    for _ in range(len(TEXTS) - 1):
        desk.press(Key.Key_Delete, ALT)
    assert len(desk.sheet.rows) == 1
    assert not desk.sheet.fields.buttons["remove"].isEnabled()
    desk.press(Key.Key_Delete, ALT)
    assert "only caption" in desk.sheet.said.text()
    for _ in range(len(TEXTS) + 2):
        desk.press(Key.Key_Z, CTRL)
    assert desk.edited.adaptation == version()


def test_an_added_caption_whose_words_are_wiped_out_keeps_its_last_ones(desk: Desk) -> None:
    desk.press(Key.Key_Return, CTRL)
    desk.press(Key.Key_Backspace)
    assert len(desk.sheet.rows) == len(TEXTS) + 1
    assert desk.sheet.rows[1].text.strip()


def test_when_an_added_caption_that_was_emptied_is_taken_out_the_one_behind_it_is_shown(desk: Desk) -> None:
    desk.press(Key.Key_Return, CTRL)
    desk.press(Key.Key_Backspace)
    desk.press(Key.Key_Delete, ALT)

    assert [row.text for row in desk.sheet.rows] == list(TEXTS)
    assert desk.sheet.fields.field.toPlainText() == TEXTS[1]


@pytest.mark.parametrize(("key", "held"), [(Key.Key_Delete, ALT), (Key.Key_Down, CTRL)])
def test_an_emptied_field_does_not_stay_empty_for_the_next_caption(
    desk: Desk, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    desk.sheet.fields.begin_words(over=True)
    desk.settle()
    desk.press(Key.Key_Backspace)
    assert desk.sheet.fields.field.toPlainText() == ""
    desk.press(key, held)

    row = desk.sheet.rows[0 if key == Key.Key_Delete else 1]
    assert row.text == TEXTS[1]
    assert desk.sheet.fields.field.toPlainText() == row.text
