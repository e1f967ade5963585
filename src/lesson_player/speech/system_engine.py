"""Which speech engine of the operating system can be used, found out without starting it."""

from __future__ import annotations

import ctypes
import os
from typing import Final

from PySide6.QtMultimedia import QMediaDevices
from PySide6.QtTextToSpeech import QTextToSpeech

from lesson_player.foundation.i18n import tr
from lesson_player.speech.quiet import hush_categories, without_known_noise

_NOT_A_VOICE: Final = "mock"
"""Qt's own stand-in for tests."""
_SPEECH_DISPATCHER: Final = "speechd"
_LIBRARY: Final = "libspeechd.so.2"
_ADDRESS: Final = "SPEECHD_ADDRESS"
"""Where speech-dispatcher is, for programs; a machine may be set up to reach it over the network."""


def best_engine() -> str:
    """The name of Qt's engine for this computer; empty when there is none."""
    return next((name for name in QTextToSpeech.availableEngines() if name != _NOT_A_VOICE), "")


def why_no_engine() -> str:
    """One plain sentence why the computer's own voice cannot be used here; empty when it seems that it can.

    Speech-dispatcher waits for ever on a machine without sound, and so would whoever asks it.
    """
    engine = best_engine()
    if not engine or (engine == _SPEECH_DISPATCHER and not _has_library()):
        return tr("This computer has no voice of its own.")
    if engine == _SPEECH_DISPATCHER and os.environ.get(_ADDRESS, "").startswith("inet_socket"):
        return tr("This computer's voice is reached over the network, which Lesson Player never uses.")
    hush_categories()
    with without_known_noise():
        if not QMediaDevices.audioOutputs():
            return tr("This computer has no sound output.")
    return ""


def _has_library() -> bool:
    try:
        ctypes.CDLL(_LIBRARY)
    except OSError:
        return False
    return True
