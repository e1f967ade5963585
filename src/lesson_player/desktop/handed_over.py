"""Hears of files that a second start of the program has handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

if TYPE_CHECKING:
    from pathlib import Path

    from lesson_player.foundation.handover import Handover

_AGAIN_MS = 3000
"""How often is tried to become the one that files are handed to, while another process is."""


class HandedOver(QObject):
    """Watches the folder while this process is the one that files are handed to, and waits to become it."""

    came = Signal(object)
    """Path of a file that somebody wants to have opened."""

    def __init__(self, handover: Handover) -> None:
        super().__init__()
        self._handover = handover
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look)
        self._again = QTimer(self, interval=_AGAIN_MS)
        self._again.timeout.connect(self.begin)

    def close(self) -> None:
        """Hear of nothing more."""
        self._again.stop()
        self._handover.close()
        if watched := self._watcher.directories():
            self._watcher.removePaths(watched)

    def begin(self) -> None:
        """Be the one that files are handed to, now or as soon as no other process is."""
        if not self._handover.be_first():
            self._again.start()
            return
        self._again.stop()
        if self._handover.folder.is_dir():
            self._watcher.addPath(str(self._handover.folder))
            self._look()

    def _look(self) -> None:
        paths: tuple[Path, ...] = self._handover.taken()
        for path in paths:
            self.came.emit(path)
