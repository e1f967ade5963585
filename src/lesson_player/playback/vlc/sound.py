"""Where libVLC sends the sound."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import ModuleType


def sound_arguments() -> list[str]:
    """Arguments for an instance: on Linux without any sound device, a silent output; on Windows, DirectSound.

    Without the first libVLC tries to open the missing device again for each packet of sound, and ALSA writes
    eight lines to the terminal each time. Without the second all players of a process share one volume, so
    the silent second version of a film would silence the first (known of libVLC 3, Vlc.DotNet issue 600).
    """
    if sys.platform == "win32":
        return ["--aout=directsound,any"]
    if sys.platform != "linux" or _has_sound_server() or _has_sound_card():
        return []
    return ["--aout=dummy"]


def send_sound_to(vlc: ModuleType, player: Any, name: str) -> None:
    """Have *player*, before it begins, play on the output of that name; without one, as the system does."""
    devices = device = player.audio_output_device_enum()
    while device:
        if (device.contents.description or b"").decode(errors="replace") == name:
            player.audio_output_device_set(None, device.contents.device)
            break
        device = device.contents.next
    if devices:
        vlc.libvlc_audio_output_device_list_release(devices)


def _has_sound_server() -> bool:
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR", f"/run/user/{os.getuid()}"))
    return bool(os.environ.get("PULSE_SERVER")) or (runtime / "pulse" / "native").exists()


def _has_sound_card() -> bool:
    devices = Path("/dev/snd")
    return devices.is_dir() and any(devices.glob("pcmC*p"))
