"""The sheet that prints: what is chosen is seen before it is printed or saved, and its fate is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, QMarginsF, Qt
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from lesson_player.application import handout_desk
from lesson_player.application.handout_desk import HandoutDesk, open_handouts
from lesson_player.control.commands import table
from lesson_player.desktop.jobs import JobRunner
from lesson_player.foundation.paths import Places
from lesson_player.handouts.handout import Ink
from lesson_player.operations.handout_copies import Copy, Form
from lesson_player.rendering.braille_page import SIGNS, braille_image
from lesson_player.rendering.pdf_pages import PdfPages
from lesson_player.ui.handouts.page_numbers import read_pages
from lesson_player.ui.handouts.preview_pages import preview_pages
from lesson_player.ui.handouts.printer import NotPrinted, ask_printer, print_pages
from lesson_player.ui.library.window import LibraryWindow
from tests.support.hand_jobs import AtOnce, HandExecutor
from tests.support.packs import nothing, places, put, sample_files
from tests.support.probes import WindowProbe

COLOURS = ("#C03030", "#30A030", "#3030C0")
WORDS = ("Red page", "Green page", "Blue page")


def pdf(tmp_path: Path, *, lying: bool = False) -> bytes:
    """A PDF of three pages, each of one colour, with words."""
    path = tmp_path / "three.pdf"
    writer = QPdfWriter(str(path))
    orientation = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A5), orientation, QMarginsF(0, 0, 0, 0)))
    with QPainter(writer) as painter:
        for colour, words in zip(COLOURS, WORDS, strict=True):
            painter.fillRect(0, 0, writer.width(), writer.height(), QColor(colour))
            painter.drawText(600, 600, words)
            if words != WORDS[-1]:
                writer.newPage()
    return path.read_bytes()


def middle(image: QImage) -> QColor:
    return image.pixelColor(image.rect().center())


def near(one: QColor, other: str) -> bool:
    wanted = QColor(other)
    parts = (one.red() - wanted.red(), one.green() - wanted.green(), one.blue() - wanted.blue())
    return all(abs(part) < 12 for part in parts)


@given(st.lists(st.integers(1, 30), min_size=1, max_size=8))
def test_pages_are_read_as_people_write_them(pages: list[int]) -> None:
    written = ", ".join(str(page) for page in pages)
    assert read_pages(written, 30) == tuple(sorted({page - 1 for page in pages}))


def test_spans_of_pages_and_what_makes_no_sense() -> None:
    assert read_pages("", 3) == (0, 1, 2)
    assert read_pages("1-2, 5", 5) == (0, 1, 4)
    assert read_pages("4 – 5; 1", 5) == (0, 3, 4)
    for wrong in ("two", "1-", "-3", "1--2", "1, ,2", "²"):
        assert read_pages(wrong, 5) == "Write pages like this: 1-3, 5."
    for outside in ("0", "6", "3-2", "1-9"):
        assert read_pages(outside, 5) == "There are pages 1 to 5."


def test_pages_are_painted_as_they_are_in_the_file(tmp_path: Path) -> None:
    document = PdfPages(pdf(tmp_path))
    assert len(document) == 3
    assert [near(middle(document.image(at, 80)), colour) for at, colour in enumerate(COLOURS)] == [True] * 3
    assert document.image(0, 80).height() == pytest.approx(80 * 2**0.5, abs=2)
    assert WORDS[1] in document.text(1)
    with pytest.raises(ValueError, match="not a PDF"):
        PdfPages(b"nothing")


def test_only_the_chosen_pages_go_to_the_printer_in_their_own_size(tmp_path: Path) -> None:
    for lying in (False, True):
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        data = pdf(tmp_path, lying=lying)
        assert print_pages(printer, (data, data), (1, 5), nothing) == 2
        printed = PdfPages((tmp_path / "printed.pdf").read_bytes())
        assert len(printed) == 2
        assert near(middle(printed.image(0, 80)), COLOURS[1])
        assert near(middle(printed.image(1, 80)), COLOURS[2])
        size = printed.size(0)
        assert (size.width() > size.height()) is lying
        assert min(size.width(), size.height()) == pytest.approx(419.5, abs=3)


@pytest.mark.qt_log_ignore("Returned false")
def test_a_printer_that_takes_nothing_is_told(tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no-such-folder" / "printed.pdf"))
    with pytest.raises(NotPrinted, match="took no pages"):
        print_pages(printer, (pdf(tmp_path),), (0,), nothing)


def test_the_systems_dialog_is_asked_for_the_printer_alone(windows: list[QWidget]) -> None:
    window = QWidget()
    windows.append(window)
    window.show()
    found: list[QPrinter] = []
    ask_printer(window, "Maya’s story", Ink.GREY, found.append)
    dialog = window.findChild(QPrintDialog)
    assert isinstance(dialog, QPrintDialog)
    assert dialog.isVisible()
    assert not dialog.testOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    assert not dialog.testOption(QPrintDialog.PrintDialogOption.PrintToFile)
    dialog.accepted.emit(dialog.printer())
    assert found[0].docName() == "Maya’s story"
    assert found[0].colorMode() is QPrinter.ColorMode.GrayScale
    dialog.close()


def test_braille_is_painted_as_dots() -> None:
    def dark(sign: str) -> int:
        image = braille_image([sign], 1, 460)
        return sum(
            image.pixelColor(x, y).lightness() < 60 for x in range(0, 460, 4) for y in range(image.height())
        )

    assert len(SIGNS) == len(set(SIGNS)) == 64
    assert dark(" ") == 0
    # A is dot 1, C dots 1 and 4, = all six.
    assert dark("C") == pytest.approx(2 * dark("A"), rel=0.1)
    assert dark("=") == pytest.approx(6 * dark("A"), rel=0.1)


def test_each_page_knows_its_words_and_where_it_belongs(tmp_path: Path) -> None:
    files = (Copy("a.pdf", "Booklet", pdf(tmp_path)), Copy("b.pdf", "Cards", pdf(tmp_path)))
    pages = preview_pages(files, Form.PDF)
    assert [page.title for page in pages] == ["Booklet"] * 3 + ["Cards"] * 3
    assert pages[1].words == WORDS[1]
    (page,) = preview_pages((Copy("a.brf", "Words", b",A\r\n #A\r\n\f"),), Form.BRAILLE)
    assert page.words == ",A\n #A"
    assert page.image(100).width() == 100


class Library:
    """A library window with the sheet of one small lesson, and what it was told to do."""

    def __init__(self, here: Places, windows: list[QWidget], executor: HandExecutor, **ways: bool) -> None:
        self.jobs = JobRunner(executor)
        self.window = LibraryWindow()
        windows.append(self.window)
        self.probe = WindowProbe(self.window)
        self.probe.show(1280, 720)
        desk = open_handouts(
            self.window, "reading", (), here, table(), self.jobs, may_save=ways.get("may_save", True)
        )
        assert isinstance(desk, HandoutDesk)
        self.desk, self.sheet = desk, desk.sheet
        self.probe.settle()

    def choose(self, form: Form) -> None:
        self.sheet.choices.form.chips[list(Form).index(form)].click()
        self.sheet._ask_for_preview()
        self.probe.settle()

    @property
    def told(self) -> str:
        return self.sheet.state.text()


@pytest.fixture
def here(tmp_path: Path) -> Places:
    found = places(tmp_path / "here")
    put(found.user_data, sample_files())
    return found


@pytest.fixture
def library(here: Places, windows: list[QWidget]) -> Iterator[Library]:
    made = Library(here, windows, AtOnce())
    yield made
    made.jobs.close()


def test_the_first_page_is_there_at_once_and_others_by_key(library: Library) -> None:
    assert library.sheet.preview.state.text().startswith("Easy-read booklet, page 1 of ")
    assert "A quiet reading lesson" in library.sheet.preview.picture.accessibleDescription()
    library.sheet.preview.next_button.setFocus()
    library.probe.key(Qt.Key.Key_Space)
    assert library.sheet.preview.state.text().startswith("Easy-read booklet, page 2 of ")


def test_what_is_seen_is_what_is_saved_and_it_is_said_where(library: Library, tmp_path: Path) -> None:
    out = tmp_path / "out"
    library.sheet._choose = lambda: out
    library.probe.press("Save to…")
    library.probe.settle()
    (path,) = out.iterdir()
    assert path.name == "01-easy-read-booklet-a4.pdf"
    assert len(PdfPages(path.read_bytes())) == library.sheet.preview.count
    assert library.told == f"Saved in {out}: {path.name}"
    assert library.probe.focus() is library.sheet.save_button


@pytest.mark.parametrize(("form", "ending"), [(Form.WEB, "html"), (Form.SLIDES, "pptx")])
def test_editable_copies_are_saved(library: Library, tmp_path: Path, form: Form, ending: str) -> None:
    library.choose(form)
    assert not library.sheet.print_button.isVisible()
    library.sheet._choose = lambda: tmp_path / "out"
    library.probe.press("Save to…")
    library.probe.settle()
    assert [path.suffix for path in (tmp_path / "out").iterdir()] == [f".{ending}"]


def test_without_anything_chosen_it_is_asked_for(library: Library) -> None:
    library.sheet.choices.kinds.chips["easy-read-booklet"].click()
    library.sheet._ask_for_preview()
    assert library.sheet.preview.state.text() == "Choose what you want to hand out."
    library.probe.press("Print…")
    assert library.told == "Choose what you want to hand out."


def test_without_a_printer_a_sentence_says_what_to_do(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handout_desk, "has_printer", lambda: False)
    library.probe.press("Print…")
    assert library.told.startswith("No printer is set up on this computer. Save the pages as PDF")


def test_pages_and_ink_reach_the_printer(
    library: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def ask(_over: QWidget, title: str, ink: Ink, ready: object) -> None:
        assert (title, ink) == ("A quiet reading lesson", Ink.GREY)
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        ready(printer)  # type: ignore[operator]

    monkeypatch.setattr(handout_desk, "has_printer", lambda: True)
    monkeypatch.setattr(handout_desk, "ask_printer", ask)
    library.sheet.choices.ink.chips[1].click()
    library.sheet.choices.pages.setText("2")
    library.probe.press("Print…")
    library.probe.settle()
    assert library.told == "1 page has gone to the printer."
    assert len(PdfPages((tmp_path / "printed.pdf").read_bytes())) == 1


def test_pages_that_make_no_sense_are_said_and_nothing_is_printed(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handout_desk, "has_printer", lambda: pytest.fail("nothing may be printed"))
    library.sheet.choices.pages.setText("all but one")
    assert "Write pages like this: 1-3, 5." in library.probe.texts()
    library.probe.press("Print…")
    assert library.probe.focus() is library.sheet.choices.pages


def test_a_folder_that_cannot_be_written_is_told(library: Library, tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    library.sheet._choose = lambda: tmp_path / "out"
    library.probe.press("Save to…")
    library.probe.settle()
    assert "cannot be written to" in library.told
    assert "Choose another folder" in library.told


def test_where_the_school_lets_nothing_out_there_is_paper_alone(
    here: Places, windows: list[QWidget], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handout_desk, "has_printer", lambda: False)
    locked = Library(here, windows, AtOnce(), may_save=False)
    assert not locked.sheet.save_button.isVisible()
    assert not locked.sheet.choices.form.isVisible()
    assert locked.sheet.print_button.isVisible()
    assert "Your school has switched off saving lessons as files." in locked.probe.texts()
    locked.probe.press("Print…")
    assert locked.told == "No printer is set up on this computer. Ask your technician."
    locked.jobs.close()


def test_work_is_shown_and_can_be_stopped(here: Places, windows: list[QWidget], tmp_path: Path) -> None:
    hand = HandExecutor()
    library = Library(here, windows, hand)
    hand.turn()
    library.probe.settle()
    library.sheet._choose = lambda: tmp_path / "out"
    library.probe.press("Save to…")
    assert library.sheet.bar.isVisible()
    assert library.probe.focus() is library.sheet.bar
    library.probe.press("Stop")
    hand.turn()
    library.probe.settle()
    assert library.told == "Stopped. What was finished is whole, nothing else was written."
    assert not (tmp_path / "out").exists()
    library.jobs.close()


def test_a_sheet_that_is_closed_meanwhile_does_no_harm(here: Places, windows: list[QWidget]) -> None:
    hand = HandExecutor()
    library = Library(here, windows, hand)
    library.probe.key(Qt.Key.Key_Escape)
    library.probe.settle()
    hand.turn()
    library.probe.settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not library.window.findChildren(HandoutDesk)
    library.jobs.close()
