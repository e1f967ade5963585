"""The transcript on paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinterInfo

from lesson_player.ui.presenter import transcript_page
from tests.support.teacher_views import film_view
from tests.ui.conftest import Presenter


def test_the_page_says_what_it_is_and_has_every_line(dressed: None) -> None:
    words = transcript_page.page(film_view()).document().toPlainText().replace("\xa0", " ")
    for part in (
        "Maya’s story: transcript",
        "Film",
        "Sample film",
        "0:10  The first message",
        "0:00  [Maya sits at a table and draws a fox.]",
        "0:11  Maya: A message! Who is it from?",
        "0:44  Ms Okafor: You can tell me anything, Maya.",
    ):
        assert part in words


def test_words_of_the_film_stay_words(dressed: None) -> None:
    view = film_view()
    line = view.transcript[2].model_copy(update={"text": "<b>1 < 2</b> & so on"})
    made = transcript_page.page(view.model_copy(update={"transcript": (line,)})).document()
    assert "Maya: <b>1 < 2</b> & so on" in made.toPlainText()


def test_the_print_button_saves_a_pdf_and_says_where(
    presenter: Callable[..., Presenter], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    window, fake, probe = presenter(film_view())
    fake.wanted.emit("transcript")
    probe.settle()
    probe.press("Print the transcript")
    sheet = window.sheets.printing
    assert sheet.isVisible()
    assert not sheet.print_button.isVisible(), "there is no printer"
    path = tmp_path / "transcript.pdf"
    sheet.save(path)
    assert path.read_bytes().startswith(b"%PDF-")
    assert path.read_bytes().rstrip().endswith(b"%%EOF")
    assert fake.asked == [("tell", f"“Maya’s story: transcript” is saved: {path}")]


def test_a_place_that_cannot_be_written_to_is_a_sentence(
    presenter: Callable[..., Presenter], tmp_path: Path
) -> None:
    window, fake, _probe = presenter(film_view())
    (tmp_path / "file").write_text("")
    window.sheets.printing.save(tmp_path / "file" / "transcript.pdf")
    assert str(fake.asked[0][1]).startswith("“Maya’s story: transcript” could not be saved: ")


def test_a_printer_is_offered_where_there_is_one(
    presenter: Callable[..., Presenter], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["office"]))
    window, _fake, probe = presenter(film_view())
    window.sheets.printing.open_sheet()
    probe.settle()
    assert window.sheets.printing.print_button.isVisible()
