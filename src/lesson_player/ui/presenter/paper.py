"""Pages of text for paper: a document with a title, as a PDF where there is no printer."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from lesson_player.foundation.files import write_whole
from lesson_player.ui.theme.measures import Type, font

if TYPE_CHECKING:
    from pathlib import Path

POINTS = 12
"""Of the text on paper: the least that Easy Read guides ask for in print is 12 to 14."""
_MARGIN_MM = 2.0
"""Beside the two centimetres that Qt itself leaves around a document with page numbers."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What is to be printed."""

    title: str
    """What the page is called; it stands at its head and names its file."""
    body: str
    """Rich text. Whoever makes it escapes what is not ours."""

    def document(self) -> QTextDocument:
        """The page in the program's typeface."""
        made = QTextDocument()
        face = QFont(font(Type.BODY).family())
        face.setPointSize(POINTS)
        made.setDefaultFont(face)
        made.setHtml(f"<h1>{escape(self.title)}</h1>{self.body}")
        made.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, self.title)
        return made

    def save_pdf(self, path: Path) -> None:
        """Write the page as a PDF, whole or not at all. Raises OSError when it cannot be written."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setTitle(self.title)
        margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
        size = QPageSize(QPageSize.PageSizeId.A4)
        orientation = QPageLayout.Orientation.Portrait
        writer.setPageLayout(QPageLayout(size, orientation, margins, QPageLayout.Unit.Millimeter))
        self.document().print_(writer)
        # Only now is the last page in the buffer.
        del writer
        write_whole(path, bytes(buffer.data().data()))
