"""The computer stays awake while a lesson is taught, and no longer."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lesson_player.desktop.awake import Awake, BusWay, bus_address


class NotedWay:
    def __init__(self, *, fails: bool = False) -> None:
        self.asked: list[str] = []
        self._fails = fails

    def hold(self) -> None:
        self.asked.append("hold")
        if self._fails:
            raise OSError("nobody there")

    def let_go(self) -> None:
        self.asked.append("let go")


def test_it_is_asked_once_and_taken_back_once() -> None:
    way = NotedWay()
    awake = Awake(way)
    awake.let_go()
    awake.hold()
    awake.hold()
    awake.let_go()
    awake.let_go()
    assert way.asked == ["hold", "let go"]


def test_a_system_that_cannot_be_asked_does_not_stop_a_lesson() -> None:
    awake = Awake(NotedWay(fails=True))
    awake.hold()
    awake.let_go()


def test_only_a_bus_of_this_computer_is_used(tmp_path: Path) -> None:
    assert bus_address({}) == ""
    assert bus_address({"DBUS_SESSION_BUS_ADDRESS": "disabled:"}) == ""
    assert bus_address({"DBUS_SESSION_BUS_ADDRESS": "tcp:host=school,port=1"}) == ""
    assert bus_address({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/x"}) == "unix:path=/x"
    assert bus_address({"XDG_RUNTIME_DIR": str(tmp_path)}) == ""
    (tmp_path / "bus").touch()
    assert bus_address({"XDG_RUNTIME_DIR": str(tmp_path)}) == f"unix:path={tmp_path}/bus"


@pytest.mark.parametrize("address", ["", "unix:path=/nowhere/at/all"])
def test_without_a_bus_it_says_so_at_once(address: str, qapp: object) -> None:
    way = BusWay({"DBUS_SESSION_BUS_ADDRESS": address})
    with pytest.raises(OSError, match=r"no session bus|socket"):
        way.hold()
    way.let_go()


_HOLDS = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from lesson_player.desktop.awake import Awake
application = QCoreApplication([])
awake = Awake()
awake.hold()
QTimer.singleShot(0, application.quit)
application.exec()
awake.let_go()
"""
_WATCHES = """
dbus-monitor --session > "$1" & monitor=$!
until grep -q NameAcquired "$1"; do sleep 0.05; done
"$2" -c "$3"
until grep -q 'member=Inhibit' "$1" && grep -q Notifications "$1"; do sleep 0.05; done
kill $monitor
"""


@pytest.mark.skipif(not shutil.which("dbus-run-session"), reason="dbus is not installed")
def test_screen_saver_and_notices_are_asked_over_the_bus(tmp_path: Path) -> None:
    said = tmp_path / "said"
    said.touch()
    command = ["dbus-run-session", "--", "bash", "-c", _WATCHES, "-", str(said), sys.executable, _HOLDS]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
    subprocess.run(command, env=environment, check=True, timeout=60, stderr=subprocess.DEVNULL)

    words = said.read_text()
    assert "destination=org.freedesktop.ScreenSaver" in words
    assert "destination=org.freedesktop.Notifications" in words
    assert "A lesson is being taught" in words
