"""Asks where a file of keys is, or where it shall be."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

_SUFFIX = "toml"


def ask_where(over: QWidget, save: Callable[[Path], None]) -> None:
    """Ask where the keys are to be saved; *save* gets the answer."""
    dialog = _dialog(over, tr("Save the keys"), f"{tr('Lesson Player keys')}.{_SUFFIX}")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(_SUFFIX)
    dialog.fileSelected.connect(lambda path: save(Path(path)))
    dialog.open()


def ask_which(over: QWidget, load: Callable[[Path], None]) -> None:
    """Ask for a file of keys; *load* gets the answer."""
    dialog = _dialog(over, tr("Open a file of keys"), "")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda path: load(Path(path)))
    dialog.open()


def _dialog(over: QWidget, title: str, name: str) -> QFileDialog:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(over, title, str(Path(folder) / name))
    dialog.setNameFilter(tr("Keys (*.toml)"))
    dialog.finished.connect(dialog.deleteLater)
    return dialog
