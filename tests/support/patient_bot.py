"""pytest-qt's robot with patience: on a machine that does other work too, nothing is late."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

PATIENCE_MS = 30_000
"""Only what never comes takes that long; pytest-qt itself gives up after five seconds."""


class PatientBot(QtBot):
    """Waits at least `PATIENCE_MS` for what a test waits for, whatever the test says."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = 0) -> None:  # noqa: N802 - pytest-qt's name
        super().waitUntil(callback, timeout=max(timeout, PATIENCE_MS))

    def waitSignal(self, signal: SignalInstance, *, timeout: int = 0, **options: Any) -> Any:  # noqa: N802 - pytest-qt's name
        return super().waitSignal(signal, timeout=max(timeout, PATIENCE_MS), **options)

    def waitExposed(self, widget: QWidget, *, timeout: int = 0) -> Any:  # noqa: N802 - pytest-qt's name
        return super().waitExposed(widget, timeout=max(timeout, PATIENCE_MS))


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """In place of pytest-qt's own."""
    return PatientBot(request)
