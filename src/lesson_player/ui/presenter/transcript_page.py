"""The transcript as a page of its own: rich text for paper, and a PDF where there is no printer."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from lesson_player.foundation.files import write_whole
from lesson_player.foundation.i18n import tr
from lesson_player.teaching.time_words import minutes_seconds
from lesson_player.teaching.views import LineKind
from lesson_player.ui.presenter.timed_row import said
from lesson_player.ui.theme.measures import Type, font

if TYPE_CHECKING:
    from pathlib import Path

    from lesson_player.teaching.views import TeacherView, TranscriptLine

_POINTS = 12
"""Of the text on paper: the least that Easy Read guides ask for in print is 12 to 14."""
_MARGIN_MM = 2.0
"""Beside the two centimetres that Qt itself leaves around a document with page numbers."""


def title(view: TeacherView) -> str:
    """What the page is called."""
    return tr("{lesson}: transcript", lesson=view.lesson_title)


def page(view: TeacherView) -> QTextDocument:
    """The whole transcript of the version that is on, with what it is and, for a sample, that it is one."""
    version = view.film_settings.version_title if view.film_settings else ""
    notes = [words for words in (version, view.film_notice) if words]
    notes.append(
        tr("Times are minutes and seconds from the start of the film. Descriptions are in brackets.")
    )
    head = f"<h1>{escape(title(view))}</h1>" + "".join(f"<p>{escape(words)}</p>" for words in notes)
    made = QTextDocument()
    face = QFont(font(Type.BODY).family())
    face.setPointSize(_POINTS)
    made.setDefaultFont(face)
    made.setHtml(head + "".join(_line(line) for line in view.transcript))
    made.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, title(view))
    return made


def save_pdf(view: TeacherView, path: Path) -> None:
    """Write the page as a PDF, whole or not at all. Raises OSError when it cannot be written."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title(view))
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    size = QPageSize(QPageSize.PageSizeId.A4)
    orientation = QPageLayout.Orientation.Portrait
    writer.setPageLayout(QPageLayout(size, orientation, margins, QPageLayout.Unit.Millimeter))
    page(view).print_(writer)
    # Only now is the last page in the buffer.
    del writer
    write_whole(path, bytes(buffer.data().data()))


def _line(line: TranscriptLine) -> str:
    time = minutes_seconds(line.at_s)
    if line.kind is LineKind.CHAPTER:
        return f'<h2 style="font-size:{_POINTS + 2}pt">{time}&nbsp; {escape(line.text)}</h2>'
    words = escape(said(line))
    if line.speaker:
        speaker = escape(f"{line.speaker}:")
        words = f"<b>{speaker}</b>{words[len(speaker) :]}"
    return f"<p>{time}&nbsp; {words}</p>"
