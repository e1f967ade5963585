"""Keeps known, harmless complaints of Qt's sound and speech modules off the terminal and out of the log.

The film player's room hushes the same modules in the same way: rules for Qt's categories replace each other.
"""

from __future__ import annotations

import contextlib
import ctypes
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import PySide6
from PySide6.QtCore import QLoggingCategory, QMessageLogContext, QtMsgType, qInstallMessageHandler

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_HARMLESS = (
    "PulseAudioService: pa_context_connect() failed",
    "No audio device detected",
    "Error loading text-to-speech plug-in",
    "No engine set",
    "Text-to-speech plug-in ",
    "Connection to speech-dispatcher failed",
)
_RULES = (
    "qt.multimedia*.debug=false\nqt.multimedia*.info=false\nqt.multimedia.symbolsresolver*=false"
    # What cannot be opened is reported by the voice itself.
    "\nqt.multimedia.ffmpeg.mediadataholder.warning=false"
)
_AV_LOG_FATAL = 8
"""``libavutil/log.h``: speak only when the process is about to go down."""


def hush_categories() -> None:
    """Before a sound is opened: no description of each file on the terminal."""
    QLoggingCategory.setFilterRules(_RULES)


def hush_speech() -> None:
    """Before a speech engine is loaded on a thread of its own, where messages cannot be held back one by one:
    what goes wrong is reported by the voice itself."""
    QLoggingCategory.setFilterRules(f"{_RULES}\nqt.speech*=false")


def hush_ffmpeg() -> None:
    """After the first player was made, which sets FFmpeg up: no remark on each damaged packet."""
    folder = Path(PySide6.__file__).parent
    for library in (*folder.glob("Qt/lib/libavutil*"), *folder.glob("avutil*.dll")):
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(str(library)).av_log_set_level(_AV_LOG_FATAL)


@contextmanager
def without_known_noise() -> Iterator[None]:
    """While it lasts, drops those messages and passes all others on to whoever handled them before."""
    before: Callable[[QtMsgType, QMessageLogContext, str], Any] | None = None

    def handle(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if before is not None and not message.startswith(_HARMLESS):
            before(kind, context, message)

    before = qInstallMessageHandler(handle)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
