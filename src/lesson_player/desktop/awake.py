"""No sleep, screen saver or notice over the class screen while a lesson is taught.

Windows and macOS are asked by their own means, Linux desktops over the session's D-Bus, where KDE Plasma also
holds back its notices. Windows holds them back by itself while a window fills a screen (docs/design.md).
"""

from __future__ import annotations

import ctypes
import logging
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

_LOG = logging.getLogger(__name__)
_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x1, 0x2
"""``ES_CONTINUOUS``, ``ES_SYSTEM_REQUIRED`` and ``ES_DISPLAY_REQUIRED`` of ``SetThreadExecutionState``."""
_BUS_NAME = "lesson-player-awake"


class Way(Protocol):
    """How a system is asked. Each request holds until it is taken back, or until the program ends."""

    def hold(self) -> None:
        """Ask for a screen that stays on. Returns at once; raises OSError where that cannot be asked."""

    def let_go(self) -> None:
        """Take it back."""


class Awake:
    """Keeps the computer awake between ``hold`` and ``let_go``. A system that cannot be asked is logged."""

    def __init__(self, way: Way | None = None) -> None:
        self._way = way or _way_here()
        self._held = False

    def hold(self) -> None:
        """Keep the screens on from now; a second call changes nothing."""
        if self._held:
            return
        self._held = True
        try:
            self._way.hold()
        except OSError as error:
            _LOG.info("The computer could not be asked to stay awake: %s", error)

    def let_go(self) -> None:
        """Let the computer sleep again when it wants to."""
        if self._held:
            self._held = False
            self._way.let_go()


class WindowsWay:
    """``SetThreadExecutionState``, which holds for the thread that asks: that of the windows."""

    def hold(self) -> None:
        """Ask for the system and the display."""
        if not _kernel32().SetThreadExecutionState(_CONTINUOUS | _SYSTEM | _DISPLAY):
            raise OSError("SetThreadExecutionState gave 0")

    def let_go(self) -> None:
        """Only the continuous flag: as it was before."""
        _kernel32().SetThreadExecutionState(_CONTINUOUS)


class MacWay:
    """The system's own ``caffeinate``, which ends with this program at the latest."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def hold(self) -> None:
        """Keep display and system on while this process lives."""
        command = ["/usr/bin/caffeinate", "-d", "-i", "-w", str(os.getpid())]
        self._process = subprocess.Popen(command)  # noqa: S603 - all of it is ours

    def let_go(self) -> None:
        """End it."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
            self._process = None


class BusWay:
    """The screen saver's and the notices' D-Bus services. Leaving the bus takes every request back."""

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        self._address = bus_address(environment)

    def hold(self) -> None:
        """Send both requests. A desktop that has no such service sends back an error, which nobody reads."""
        if not self._address:
            raise OSError("there is no session bus")
        from PySide6.QtDBus import QDBusConnection, QDBusMessage  # noqa: PLC0415 - Linux alone needs it

        bus = QDBusConnection.connectToBus(self._address, _BUS_NAME)
        if not bus.isConnected():
            QDBusConnection.disconnectFromBus(_BUS_NAME)
            raise OSError(bus.lastError().message())
        name, reason = "lesson-player", tr("A lesson is being taught")
        call = QDBusMessage.createMethodCall
        saver = "org.freedesktop.ScreenSaver"
        quiet = call(saver, "/org/freedesktop/ScreenSaver", saver, "Inhibit")
        quiet.setArguments([name, reason])
        notices = "org.freedesktop.Notifications"
        silent = call(notices, "/org/freedesktop/Notifications", notices, "Inhibit")
        silent.setArguments([name, reason, {}])
        for message in (quiet, silent):
            # A service that is not running is not started for this.
            message.setAutoStartService(False)
            bus.send(message)

    def let_go(self) -> None:
        """Leave the bus."""
        if self._address:
            from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - as above

            QDBusConnection.disconnectFromBus(_BUS_NAME)


def bus_address(environment: Mapping[str, str]) -> str:
    """The session bus, where it is a socket of this computer; an empty text where there is none.

    No bus is ever started, and none over a network is used.
    """
    named = environment.get("DBUS_SESSION_BUS_ADDRESS", "")
    if named:
        return named if named.startswith("unix:") else ""
    folder = environment.get("XDG_RUNTIME_DIR", "")
    usual = Path(folder) / "bus"
    return f"unix:path={usual}" if folder and usual.exists() else ""


def _way_here() -> Way:
    if sys.platform == "win32":
        return WindowsWay()
    return MacWay() if sys.platform == "darwin" else BusWay()


def _kernel32() -> ctypes.CDLL:
    return ctypes.CDLL("kernel32")
