"""The pages of a PDF that we made ourselves, painted as they will come out of a printer."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument


class PdfPages:
    """One PDF. It belongs to the thread that made it."""

    def __init__(self, data: bytes) -> None:
        """Raises ValueError for what is no PDF."""
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument()
        self._document.load(self._buffer)
        if self._document.status() is not QPdfDocument.Status.Ready:
            raise ValueError(f"not a PDF that can be shown: {self._document.error().name}")

    def __len__(self) -> int:
        return self._document.pageCount()

    def size(self, page: int) -> QSizeF:
        """Size of a page, counted from 0, in points."""
        return self._document.pagePointSize(page)

    def image(self, page: int, width: int) -> QImage:
        """A page, *width* pixels wide, on white."""
        size = self.size(page)
        pixels = QSize(max(1, width), max(1, round(width * size.height() / size.width())))
        drawn = self._document.render(page, pixels)
        paper = QImage(pixels, QImage.Format.Format_RGB32)
        paper.fill(Qt.GlobalColor.white)
        with QPainter(paper) as painter:
            painter.drawImage(0, 0, drawn)
        return paper

    def text(self, page: int) -> str:
        """The words on a page, in reading order."""
        return str(self._document.getAllText(page).text())
