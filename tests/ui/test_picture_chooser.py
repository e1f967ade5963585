"""Choosing a picture by keyboard alone: its source is shown, its words asked for, nothing unsafe taken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QColor, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lesson_player.foundation.openmoji import openmoji_svg
from lesson_player.model.symbols import Symbol, SymbolPack, SymbolSource
from lesson_player.operations.own_pictures import PictureChoice
from lesson_player.operations.picture_library import PictureLibrary
from lesson_player.ui.editor.picture_chooser import PictureChooser
from lesson_player.ui.editor.picture_sheet import PictureSheet
from lesson_player.ui.theme.apply import apply_theme
from tests.support.probes import WindowProbe, accessible, name_of

Key = Qt.Key
DOOR = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4z"/></svg>'
BAD = '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'


@pytest.fixture
def library(tmp_path: Path) -> PictureLibrary:
    for name, content in (("door.svg", DOOR), ("bad.svg", BAD)):
        (tmp_path / name).write_text(content, encoding="utf-8")
    symbols = (Symbol("ours", "door.svg", "our door", ("exit",)), Symbol("ours", "bad.svg", "bad door"))
    return PictureLibrary(None, [SymbolPack(SymbolSource("ours", "Our symbols", "", tmp_path), symbols)])


@pytest.fixture
def chooser(library: PictureLibrary, windows: list[QWidget]) -> PictureChooser:
    made = PictureChooser(library)
    windows.append(made)
    made.ask("")
    WindowProbe(made).show(1000, 640)
    made.search.setFocus()
    return made


@pytest.fixture
def clipboard(qapp: object) -> Iterator[QMimeData]:
    mime = QMimeData()
    yield mime
    QGuiApplication.clipboard().clear()


def picks(chooser: PictureChooser) -> list[PictureChoice]:
    made: list[PictureChoice] = []
    chooser.chosen.connect(made.append)
    return made


def red() -> QImage:
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    return image


def test_a_symbol_is_chosen_by_keyboard_alone(chooser: PictureChooser) -> None:
    made, probe = picks(chooser), WindowProbe(chooser)
    chooser.search.clear()
    probe.type("biscuit")
    assert chooser.count.text() == "2 pictures found"
    probe.key(Key.Key_Down)
    assert chooser.results.hasFocus()
    assert chooser.looked_at.name.text() == "biscuit"
    assert "OpenMoji" in chooser.looked_at.source.text()
    assert "CC BY-SA 4.0" in chooser.looked_at.source.text()
    probe.key(Key.Key_Return)
    assert chooser.looked_at.alt.hasFocus()
    assert chooser.looked_at.alt.text() == "Biscuit."
    probe.type("A round biscuit.")
    probe.key(Key.Key_Return)
    assert [(one.alt, one.ending) for one in made] == [("A round biscuit.", "svg")]
    assert made[0].data == openmoji_svg("1F36A.svg")
    assert "CC BY-SA 4.0" in made[0].source


def test_arrows_go_along_the_pictures_and_back_to_the_words(chooser: PictureChooser) -> None:
    probe = WindowProbe(chooser)
    chooser.search.setText("school")
    probe.key(Key.Key_Down)
    first = chooser.results.current()
    probe.key(Key.Key_Right)
    assert chooser.results.current() != first
    probe.key(Key.Key_Up)
    assert chooser.search.hasFocus()


def test_escape_in_the_words_leaves(chooser: PictureChooser, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chooser.left, timeout=1000):
        WindowProbe(chooser).key(Key.Key_Escape)


def test_nothing_found_is_said_and_a_message_is_no_picture(chooser: PictureChooser) -> None:
    chooser.search.setText("zzyzx")
    assert "No picture found" in chooser.count.text()
    assert chooser.results.count() == 0
    assert not chooser.looked_at.use.isEnabled()


def test_a_screen_reader_hears_each_picture_with_its_source(chooser: PictureChooser) -> None:
    QAccessible.setActive(True)
    chooser.search.setText("our door")
    results = accessible(chooser.results)
    assert name_of(results) == "Pictures found"
    item = chooser.results.item(0)
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "our door, from Our symbols"
    for part in (chooser.search, chooser.looked_at.alt, chooser.looked_at.use):
        assert name_of(accessible(part))


def test_a_pack_without_a_licence_says_so(chooser: PictureChooser) -> None:
    chooser.search.setText("our door")
    chooser.results.take_first()
    assert chooser.looked_at.source.text() == "Our symbols: no licence stated"


def test_an_unsafe_symbol_is_not_shown_and_cannot_be_used(chooser: PictureChooser) -> None:
    made = picks(chooser)
    chooser.search.setText("bad door")
    chooser.results.take_first()
    assert chooser.looked_at.name.text() == "bad door"
    assert not chooser.looked_at.use.isEnabled()
    assert "cannot be shown safely" in chooser.looked_at.hint.text()
    WindowProbe(chooser).key(Key.Key_Return)
    WindowProbe(chooser).key(Key.Key_Return)
    assert made == []


def test_pictures_are_drawn_after_the_keys(chooser: PictureChooser, qtbot: QtBot) -> None:
    chooser.search.setText("biscuit")
    symbol = chooser._library.search("biscuit")[0]
    assert chooser.results.image(symbol, 40) is None
    qtbot.waitUntil(lambda: chooser.results.image(symbol, 40) is not None)


def test_a_pasted_picture_needs_words_first(chooser: PictureChooser, clipboard: QMimeData) -> None:
    made, probe = picks(chooser), WindowProbe(chooser)
    clipboard.setImageData(red())
    QGuiApplication.clipboard().setMimeData(clipboard)
    chooser.results.take_first()
    probe.key(Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert chooser.looked_at.alt.hasFocus()
    assert not chooser.looked_at.use.isEnabled()
    probe.key(Key.Key_Return)
    assert made == []
    probe.type("photo")
    assert not chooser.looked_at.use.isEnabled()
    chooser.looked_at.alt.setText("Our red door.")
    probe.key(Key.Key_Return)
    assert [(one.alt, one.ending, one.source) for one in made] == [("Our red door.", "png", "")]
    assert QImage.fromData(made[0].data or b"").pixelColor(3, 3) == QColor("red")


def test_words_are_pasted_where_words_are_written(chooser: PictureChooser) -> None:
    QGuiApplication.clipboard().setText("biscuit")
    chooser.search.clear()
    WindowProbe(chooser).key(Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert chooser.search.text() == "biscuit"


def drop(chooser: PictureChooser, mime: QMimeData) -> None:
    where = QPointF(QPoint(10, 10))
    event = QDropEvent(
        where, Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    chooser.dropEvent(event)


def test_a_dropped_file_is_taken_and_what_is_no_picture_is_said(
    chooser: PictureChooser, tmp_path: Path
) -> None:
    assert chooser.own is not None
    path = tmp_path / "note.txt"
    path.write_text("words", encoding="utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    drop(chooser, mime)
    assert "cannot be read as a picture" in chooser.own.trouble.text()
    assert red().save(str(tmp_path / "red.png"))
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "red.png"))])
    drop(chooser, mime)
    assert chooser.own.trouble.isHidden()
    assert chooser.looked_at.name.text() == "Your own picture"


def test_a_picture_on_the_web_is_not_fetched(chooser: PictureChooser) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/a.png")])
    drop(chooser, mime)
    assert chooser.looked_at.name.text() == "No picture chosen yet"


def test_an_empty_clipboard_is_said(chooser: PictureChooser) -> None:
    assert chooser.own is not None
    QGuiApplication.clipboard().clear()
    chooser.own.paste.click()
    assert "no picture to paste" in chooser.own.trouble.text()


def test_the_warning_about_pupils_is_always_there(chooser: PictureChooser) -> None:
    assert chooser.own is not None
    assert "Never use pictures or voices of pupils" in chooser.own.warning.text()
    assert chooser.own.warning.isVisible()


def test_a_school_can_switch_own_pictures_off(library: PictureLibrary, windows: list[QWidget]) -> None:
    chooser = PictureChooser(library, own_allowed=False, why_not="Ask Mr Holt.")
    windows.append(chooser)
    probe = WindowProbe(chooser)
    probe.show(1000, 640)
    assert chooser.own is None
    assert not chooser.acceptDrops()
    assert "switched off" in probe.texts()
    assert "Ask Mr Holt." in probe.texts()
    assert "put in" not in probe.texts()
    mime = QMimeData()
    mime.setImageData(red())
    drop(chooser, mime)
    assert chooser.looked_at.name.text() == "No picture chosen yet"


@pytest.mark.parametrize(("size", "scale"), [((1366, 768), 1.0), ((1366, 768), 2.0), ((800, 600), 1.5)])
def test_tab_reaches_everything_in_the_sheet(
    library: PictureLibrary, windows: list[QWidget], qapp: object, size: tuple[int, int], scale: float
) -> None:
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_theme(application, "cream", scale)
    over = QWidget()
    windows.append(over)
    probe = WindowProbe(over)
    probe.show(*size)
    sheet = PictureSheet(over, library)
    sheet.ask("biscuit")
    probe.settle()
    sheet.chooser.results.take_first()
    sheet.chooser.search.setFocus()
    seen = []
    for _ in range(12):
        seen.append(probe.focus())
        sheet.focusNextPrevChild(True)
    own = sheet.chooser.own
    assert own is not None
    looked_at = sheet.chooser.looked_at
    wanted = (
        sheet.chooser.search,
        sheet.chooser.results,
        looked_at.alt,
        looked_at.use,
        own.choose,
        own.paste,
    )
    assert [one for one in (*wanted, sheet.close_button) if one not in seen] == []
    assert over.rect().contains(sheet.geometry())


def test_the_sheet_closes_before_the_picture_is_used(library: PictureLibrary, windows: list[QWidget]) -> None:
    over = QWidget()
    windows.append(over)
    WindowProbe(over).show(1366, 768)
    sheet = PictureSheet(over, library)
    sheet.ask("our door")
    made: list[tuple[bool, PictureChoice]] = []
    sheet.chosen.connect(lambda choice: made.append((sheet.isVisible(), choice)))
    sheet.chooser.results.take_first()
    sheet.chooser.looked_at.use.click()
    assert [(shown, one.alt) for shown, one in made] == [(False, "Our door.")]
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
