"""A report for the technician, from a terminal and in the sheet over a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from lesson_player.application.commands import quiet
from lesson_player.application.machine_check import as_json, computer_lines
from lesson_player.application.qt_application import without_windows
from lesson_player.application.settings_here import settings_here
from lesson_player.foundation.i18n import tr
from lesson_player.operations.it_report import in_words, report_parts, write_report
from lesson_player.playback.engines import choose_engine
from lesson_player.ui.settings.report_sheet import ReportSheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from lesson_player.foundation.paths import Places
    from lesson_player.foundation.settings import Settings
    from lesson_player.model.library import CheckLine
    from lesson_player.operations.it_report import ReportPart
    from lesson_player.playback.engines import Engine

CANNOT = 2


def save_report(engine_name: str | None, path: Path, say: Callable[[str], None], *, show: bool) -> int:
    """Write a report to *path*, after its contents where they shall be shown. 0, or 2 if it cannot."""
    places, settings = settings_here()
    quiet(places)
    _app = without_windows()
    lines = tuple(computer_lines(places, settings, choose_engine(engine_name)))
    parts = report_parts(places, settings, as_json(lines))
    if show:
        say(in_words(parts))
    try:
        write_report(path, parts)
    except OSError as error:
        say(_not_written(path, error))
        return CANNOT
    for part in parts:
        say(f"  {part.name}: {part.about}")
    say(tr("Saved: {file}. It holds no lesson and no names. Look at it before you send it.", file=path))
    return 0


class ReportDesk(QObject):
    """One sheet of the report: the computer is looked at line by line, so that the window stays alive."""

    def __init__(
        self, over: QWidget, places: Places, settings: Settings, engine: Callable[[], Engine]
    ) -> None:
        super().__init__(over)
        self._places, self._settings, self._engine = places, settings, engine
        self._coming: Iterator[CheckLine] = iter(())
        self._lines: list[CheckLine] = []
        self._parts: tuple[ReportPart, ...] = ()
        self.sheet = ReportSheet(over)
        self.sheet.save_asked.connect(self._save)
        self.sheet.closed.connect(self._stop)

    def open(self) -> None:
        """Show the sheet, and look at the computer."""
        self.sheet.open_sheet()
        self._lines = []
        self._coming = computer_lines(self._places, self._settings, self._engine())
        self.sheet.show_looking()
        QTimer.singleShot(0, self, self._next)

    def _next(self) -> None:
        coming = self._coming
        line = next(coming, None)
        # A film was played meanwhile: the sheet may have been closed, or opened again.
        if coming is not self._coming or not self.sheet.isVisible():
            return
        if line is not None:
            self._lines.append(line)
            QTimer.singleShot(0, self, self._next)
            return
        self._parts = report_parts(self._places, self._settings, as_json(self._lines))
        self.sheet.show_contents(in_words(self._parts))

    def _save(self, path: Path) -> None:
        try:
            write_report(path, self._parts)
        except OSError as error:
            self.sheet.show_told(_not_written(path, error), warm=True)
            return
        self.sheet.show_told(tr("Saved: {file}. Give it to your technician.", file=path))

    def _stop(self) -> None:
        self._coming = iter(())


def _not_written(path: Path, error: OSError) -> str:
    why = error.strerror or str(error)
    return tr("The report could not be saved to {file}: {why}. Choose another folder.", file=path, why=why)
