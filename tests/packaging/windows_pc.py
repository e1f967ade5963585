"""A computer with Windows for tests of what is installed there: Wine, with a folder of its own.

Every program is started from a folder that an attacker filled: libraries of all names that the program or
Windows knows, and modules of Python. Each leaves a mark when it is loaded. PATH leads there too,
and so does every variable that Python, Qt and VLC look at.
"""

from __future__ import annotations

import importlib
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.support.source_tree import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

sys.path.insert(0, str(REPOSITORY / "packaging" / "windows"))
wine = importlib.import_module("windows_package.wine")
stand_ins = importlib.import_module("windows_package.stand_ins")
pe = importlib.import_module("windows_package.pe")

LOADED = ".loaded"
"""Ending of the mark that a planted library or module leaves beside itself."""
_WITHOUT_WHICH_NOTHING_STARTS = frozenset({"ntdll.dll", "kernel32.dll", "kernelbase.dll"})
_LEAD_THERE = (
    "WINEPATH",
    "PYTHONPATH",
    "PYTHONHOME",
    "PYTHON_VLC_MODULE_PATH",
    "VLC_PLUGIN_PATH",
    "QT_PLUGIN_PATH",
    "QT_QPA_PLATFORM_PLUGIN_PATH",
)
"""Variables that name a folder of libraries or modules; Wine puts the first before PATH."""
_NAME_IT = ("PYTHON_VLC_LIB_PATH", "QT_OPENGL_DLL")
"""Variables that name a library."""
PATIENCE_S = 150.0
"""Seconds that a program, or a window, may take on a computer that is busy with other things."""
_PLANTED = """
#include <windows.h>
BOOL WINAPI DllMain(HINSTANCE self, DWORD why, void *rest)
{
    static wchar_t mark[1000];
    (void)rest;
    if (why == DLL_PROCESS_ATTACH) {
        lstrcpyW(mark + GetModuleFileNameW(self, mark, 900), L".loaded");
        CloseHandle(CreateFileW(mark, GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL));
    }
    return TRUE;
}
__declspec(dllexport) void nothing(void) { }
"""
_MODULE = "open(__file__ + '.loaded', 'w').close()\n"
_MODULES = (
    "sitecustomize.py",
    "usercustomize.py",
    "json.py",
    "windows_start.py",
    "lesson_player/__init__.py",
)


@dataclass(frozen=True, slots=True)
class WindowsPc:
    """Windows in ``prefix``; programs are started from the folder ``planted``."""

    prefix: Path
    planted: Path

    @property
    def system(self) -> Any:
        """What starts programs there (``windows_package.wine.Wine``)."""
        return wine.Wine(self.prefix)

    @property
    def drive(self) -> Path:
        """Drive ``C:``."""
        return self.prefix / "drive_c"

    @property
    def program(self) -> Path:
        """Where the program is installed."""
        return self.drive / "Program Files" / "Lesson Player"

    @property
    def own(self) -> Path:
        """The user's folder: lessons, places, settings, logs."""
        users = (path for path in (self.drive / "users").iterdir() if path.name != "Public")
        return next(users) / "AppData" / "Local" / "Lesson Player"

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a program from the planted folder, with an environment that leads there."""
        done: subprocess.CompletedProcess[str] = self.system.run(
            *command, timeout_s=PATIENCE_S, cwd=self.planted, **self._hostile()
        )
        return done

    def lesson_player(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the installed program for the command line."""
        return self.run(r"C:\Program Files\Lesson Player\lesson-player.exe", *arguments)

    def start(self, display: str, *arguments: str) -> subprocess.Popen[bytes]:
        """Start the installed program with windows on an X *display*."""
        started: subprocess.Popen[bytes] = self.system.start(
            r"C:\Program Files\Lesson Player\LessonPlayer.exe",
            *arguments,
            cwd=self.planted,
            DISPLAY=display,
            **self._hostile(),
        )
        return started

    def _hostile(self) -> dict[str, str]:
        folder = self.named(self.planted)
        return dict.fromkeys(_LEAD_THERE, folder) | dict.fromkeys(_NAME_IT, f"{folder}\\planted.dll")

    def named(self, path: Path) -> str:
        """How a file of this computer is called there."""
        name: str = self.system.windows_path(path)
        return name

    def msiexec(self, how: str, package: Path) -> None:
        """Install (``/i``) or remove (``/x``) a package silently. Its exit code says little."""
        self.system.run("msiexec", how, self.named(package), "/qn", timeout_s=PATIENCE_S)
        self.system.end()

    def add_to_registry(self, key: str, name: str, kind: str, value: str) -> None:
        """Set a value; *kind* is such as ``REG_DWORD``."""
        self.system.run("reg", "add", key, "/v", name, "/t", kind, "/d", value, "/f")

    def registry(self) -> str:
        """All of the registry, as Wine keeps it in its files; ends the programs that still run."""
        self.system.stop()
        files = (self.prefix / name for name in ("system.reg", "user.reg"))
        return "\n".join(file.read_text(encoding="utf-8", errors="replace") for file in files)

    def marks(self) -> list[str]:
        """Which of the planted files were loaded."""
        return sorted(path.name for path in self.planted.rglob(f"*{LOADED}"))


def set_up(prefix: Path, planted: Path, files: Path) -> WindowsPc:
    """A fresh Windows 10 without sound, for the program whose *files* lie there, and the planted folder."""
    pc = WindowsPc(prefix, planted)
    pc.system.prepare()
    stand_ins.lay_stand_ins(files, pc.drive / "windows" / "system32")
    pc.add_to_registry(r"HKCU\Software\Wine\Drivers", "Audio", "REG_SZ", "")
    _plant(planted, files)
    return pc


def wait_for(holds: Callable[[], bool], what: str, also: Callable[[], object] = lambda: None) -> None:
    """Wait until it *holds*, looking four times a second; *also* is done between two looks."""
    end = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < end, f"waited {PATIENCE_S:.0f} s in vain: {what}"
        also()
        time.sleep(0.25)


def _plant(folder: Path, files: Path) -> None:
    (folder / "lesson_player").mkdir(parents=True)
    for name in _MODULES:
        (folder / name).write_text(_MODULE, encoding="ascii")
    first = folder / "planted.dll"
    stand_ins.make_library(_PLANTED, first)
    for name in sorted(set(_libraries(files)) - _WITHOUT_WHICH_NOTHING_STARTS):
        (folder / name).hardlink_to(first)


def _libraries(files: Path) -> Iterator[str]:
    """All libraries that the program brings, those of Windows, and those that are looked for at run time."""
    yield from ("libvlc.dll", "libvlccore.dll", "opengl32sw.dll", "libegl.dll")
    yield from (f"{name}.dll" for name in pe.WINDOWS if "." not in name)
    for path in files.rglob("*"):
        if path.suffix.lower() in {".dll", ".pyd"}:
            yield path.name.lower()
            yield from (one.library.lower() for one in pe.imports(path))
