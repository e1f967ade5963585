"""Asks how a page is to come on paper: as a PDF, or on a printer where there is one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog

from lesson_player.foundation.i18n import tr
from lesson_player.ui.theme.measures import Type
from lesson_player.ui.widgets.sheet import Sheet
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import Kind, WordButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from lesson_player.ui.presenter.paper import Paper


class PrintSheet(Sheet):
    """Nothing here needs a printer: a PDF can be printed elsewhere, or read."""

    told = Signal(str)
    """For the teacher: where the file is, or why there is none."""

    def __init__(self, over: QWidget, title: str, about: str, now: Callable[[], Paper]) -> None:
        """``about``: what is on the paper. ``now``: makes the paper as it is when it is asked for."""
        super().__init__(over, title, width=600)
        self._now = now
        self.lines.addWidget(label(about, Type.LEAD))
        self.lines.addStretch(1)
        self.save_button = WordButton(tr("Save as PDF"), kind=Kind.MAIN)
        self.print_button = WordButton(tr("Print"))
        self.save_button.clicked.connect(self._ask_where)
        self.print_button.clicked.connect(self._ask_printer)
        self.buttons.insertWidget(0, self.save_button)
        self.buttons.insertWidget(1, self.print_button)

    def open_sheet(self) -> None:
        """A printer is offered where there is one."""
        self.print_button.setVisible(bool(QPrinterInfo.availablePrinterNames()))
        super().open_sheet()

    def first_control(self) -> QWidget:
        """Saving always works."""
        return self.save_button

    def save(self, path: Path) -> None:
        """Save the page as *path*, and say so."""
        paper = self._now()
        try:
            paper.save_pdf(path)
        except OSError as error:
            reason = error.strerror or str(error)
            self.told.emit(
                tr(
                    "“{title}” could not be saved: {reason}. Choose another folder.",
                    title=paper.title,
                    reason=reason,
                )
            )
        else:
            self.told.emit(tr("“{title}” is saved: {path}", title=paper.title, path=str(path)))

    def _ask_where(self) -> None:
        self.close_sheet()
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = self._now().title.replace(":", ",").replace("/", "-")
        dialog = QFileDialog(self.window(), tr("Save as PDF"), str(Path(folder) / f"{name}.pdf"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr("PDF (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda path: self.save(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_printer(self) -> None:
        self.close_sheet()
        document = self._now().document()
        dialog = QPrintDialog(QPrinter(), self.window())
        dialog.accepted.connect(lambda: document.print_(dialog.printer()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()
