"""The system's print dialog, and pages on the printer that was chosen there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRect, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo

from lesson_player.foundation.i18n import tr
from lesson_player.handouts.handout import Ink
from lesson_player.rendering.pdf_pages import PdfPages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtWidgets import QWidget

    Ready = Callable[[QPrinter], None]
    Say = Callable[[float, str], None]

Printer = QPrinter
"""What `ask_printer` gives and `print_pages` takes."""
_Option = QAbstractPrintDialog.PrintDialogOption
_NOT_HERE = (
    _Option.PrintToFile,
    _Option.PrintSelection,
    _Option.PrintPageRange,
    _Option.PrintCurrentPage,
)
"""What our own sheet asks: which pages, and whether it shall be a file."""
_DOTS_AN_INCH = 300
"""Sharp for text of any size, and a page takes 35 MB while it is printed."""


class NotPrinted(Exception):
    """The printer took no pages; the message is for people."""


def has_printer() -> bool:
    """Whether the computer knows any printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def ask_printer(over: QWidget, title: str, ink: Ink, ready: Ready) -> None:
    """Open the system's dialog over a window; *ready* gets the printer if it is accepted."""
    printer = QPrinter()
    printer.setDocName(title)
    printer.setColorMode(QPrinter.ColorMode.GrayScale if ink is Ink.GREY else QPrinter.ColorMode.Color)
    dialog = QPrintDialog(printer, over)
    for option in _NOT_HERE:
        dialog.setOption(option, False)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.accepted.connect(lambda: ready(printer))
    dialog.finished.connect(dialog.deleteLater)
    dialog.show()


def print_pages(printer: QPrinter, files: Iterable[bytes], pages: Sequence[int], say: Say) -> int:
    """Print *pages*, counted from 0 over all *files*, which are PDF; gives how many were printed.

    Each page is as large as it is in its file. *say* is told how far it is, and may raise to stop: what was
    sent to the printer is then called back. Raises NotPrinted.
    """
    wanted = [place for number, place in enumerate(_places(files)) if number in set(pages)]
    printer.setFullPage(True)
    printer.setResolution(_DOTS_AN_INCH)
    painter = QPainter()
    try:
        for number, (document, page) in enumerate(wanted):
            say(number / len(wanted), tr("Printing page {n} of {of}", n=number + 1, of=len(wanted)))
            _set_paper(printer, document.size(page))
            _begin_page(painter, printer)
            paper = printer.paperRect(QPrinter.Unit.DevicePixel)
            width, height = round(paper.width()), round(paper.height())
            painter.drawImage(QRect(0, 0, width, height), document.image(page, width))
    except BaseException:
        printer.abort()
        raise
    finally:
        if painter.isActive():
            painter.end()
    return len(wanted)


def _begin_page(painter: QPainter, printer: QPrinter) -> None:
    began = printer.newPage() if painter.isActive() else painter.begin(printer)
    if not began:
        raise NotPrinted(tr("The printer took no pages. See whether it is on and has paper."))


def _places(files: Iterable[bytes]) -> Iterable[tuple[PdfPages, int]]:
    for data in files:
        document = PdfPages(data)
        yield from ((document, page) for page in range(len(document)))


def _set_paper(printer: QPrinter, size: QSizeF) -> None:
    """Paper of the page's own size, lying or standing as the page does."""
    upright = QSizeF(min(size.width(), size.height()), max(size.width(), size.height()))
    lies = size.width() > size.height()
    orientation = QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
    paper = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    printer.setPageLayout(QPageLayout(paper, orientation, QMarginsF(0, 0, 0, 0)))
