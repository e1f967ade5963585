"""Where libVLC sends the sound."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def sound_arguments() -> list[str]:
    """Arguments for an instance: on Linux without any sound device, a silent output.

    Without it libVLC tries to open the missing device again for each packet of sound, and ALSA writes eight
    lines to the terminal each time.
    """
    if sys.platform != "linux" or _has_sound_server() or _has_sound_card():
        return []
    return ["--aout=dummy"]


def _has_sound_server() -> bool:
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR", f"/run/user/{os.getuid()}"))
    return bool(os.environ.get("PULSE_SERVER")) or (runtime / "pulse" / "native").exists()


def _has_sound_card() -> bool:
    devices = Path("/dev/snd")
    return devices.is_dir() and any(devices.glob("pcmC*p"))
