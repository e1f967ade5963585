"""Makes a speech engine that is slow to load without holding up the windows.

Speech-dispatcher starts its service and lists some ten thousand voices: one to five seconds, in which Qt's
constructor holds Python's lock. ``QMetaObject.invokeMethod`` gives the lock back while it calls, so the very
same work, asked for through it on a thread of the engine's own, leaves no gap of more than 20 ms (measured).
"""

from __future__ import annotations

import threading
from typing import Final

from PySide6.QtCore import Q_ARG, QCoreApplication, QMetaObject, QObject, Qt, Signal, Slot
from PySide6.QtTextToSpeech import QTextToSpeech

from lesson_player.speech.quiet import hush_speech

SLOW: Final = frozenset({"speechd"})
"""Engines that are loaded here. Those of Windows and macOS are quick, and belong to the thread they are made
on."""
_NONE: Final = "none"
"""What Qt calls an object that has no engine yet."""


_under_way: set[EngineLoading] = set()
"""Those that nobody may let go of yet: an engine that ends on the thread that made it may end the program."""


class EngineLoading(QObject):
    """One engine that is being loaded."""

    loaded = Signal(object)
    """The engine, on the thread of the application. As an object, which keeps it alive on the way."""
    _made = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._wanted = True
        self._made.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    def begin(self, name: str) -> None:
        """Load the Qt engine of that name. A service that never answers keeps nothing but its thread."""
        hush_speech()
        _under_way.add(self)
        threading.Thread(target=self._load, args=(name,), name=f"loading {name}", daemon=True).start()

    def give_up(self) -> None:
        """Let the engine go as soon as it is there: `loaded` never comes."""
        self._wanted = False

    def _load(self, name: str) -> None:
        engine = QTextToSpeech(_NONE)
        QMetaObject.invokeMethod(
            engine, "setEngine", Qt.ConnectionType.DirectConnection, Q_ARG("QString", name)
        )
        application = QCoreApplication.instance()
        if application is not None:
            engine.moveToThread(application.thread())
            self._made.emit(engine)

    @Slot(object)
    def _hand_over(self, engine: QTextToSpeech) -> None:
        """Runs on the thread of the application, where an engine may be used and may end."""
        _under_way.discard(self)
        if self._wanted:
            self.loaded.emit(engine)
        else:
            engine.deleteLater()
