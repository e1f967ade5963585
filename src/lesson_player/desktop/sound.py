"""Which sound outputs there are."""

from __future__ import annotations

from PySide6.QtMultimedia import QMediaDevices


def sound_outputs() -> tuple[str, ...]:
    """Names of the sound outputs, the one in use first; none where the machine has no sound."""
    default = QMediaDevices.defaultAudioOutput()
    others = [device for device in QMediaDevices.audioOutputs() if device != default]
    found = [device for device in (default, *others) if not device.isNull()]
    return tuple(device.description() for device in found)
