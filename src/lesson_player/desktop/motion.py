"""Whether the person at this computer has asked it for less motion."""

from __future__ import annotations

import configparser
import os
import shutil
import subprocess
import sys
from pathlib import Path

_PATIENCE_S = 2.0
"""A settings service that takes longer than this is taken to say nothing."""
_QUESTIONS = {
    "linux": ("gsettings get org.gnome.desktop.interface enable-animations", "false"),
    "darwin": ("defaults read com.apple.universalaccess reduceMotion", "1"),
}
"""Command and the answer that asks for less motion: GNOME's "Animation effects", macOS's "Reduce motion"."""
_CLIENT_AREA_ANIMATION = 0x1042
"""Windows' SPI_GETCLIENTAREAANIMATION: "Show animations in Windows"."""


def wants_less_motion() -> bool:
    """Whether the system's own setting asks for less motion; False where it does not say."""
    if sys.platform == "win32":
        return _windows_asks()
    command, answer = _QUESTIONS.get(sys.platform, ("", ""))
    return _said(command) == answer != "" or _plasma_asks()


def _said(command: str) -> str:
    name, *arguments = command.split() or [""]
    program = shutil.which(name)
    if program is None:
        return ""
    try:
        done = subprocess.run(  # noqa: S603 - one of the two commands above
            [program, *arguments], capture_output=True, text=True, timeout=_PATIENCE_S, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.strip()


def _plasma_asks() -> bool:
    """KDE Plasma keeps how long animations last; 0 is none."""
    folder = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    settings = configparser.ConfigParser(strict=False, interpolation=None)
    try:
        settings.read(folder / "kdeglobals", encoding="utf-8")
        return settings.getfloat("KDE", "AnimationDurationFactor", fallback=1.0) == 0.0
    except (configparser.Error, OSError, ValueError):
        return False


def _windows_asks() -> bool:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - there is no such library elsewhere

        shows = ctypes.c_int(1)
        asked = ctypes.windll.user32.SystemParametersInfoW(_CLIENT_AREA_ANIMATION, 0, ctypes.byref(shows), 0)
        return bool(asked) and shows.value == 0
    return False
