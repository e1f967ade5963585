"""The voices that a lesson has: recordings, then the computer's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.speech.first import FirstVoice

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from lesson_player.speech.port import Voice


def lesson_voice(parent: QObject) -> Voice:
    """One voice that plays what is recorded and has the computer speak the rest."""
    return FirstVoice(_voices, parent)


def _voices() -> tuple[Voice, ...]:
    # Loading Qt Multimedia costs a tenth of a second that a lesson should not wait for.
    from lesson_player.speech.recorded import RecordedVoice  # noqa: PLC0415
    from lesson_player.speech.system import SystemVoice  # noqa: PLC0415

    return RecordedVoice(), SystemVoice()
