"""Windows programs run here, in Wine: to compile Python's modules, and for the tests of what was built."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from windows_package.inputs import InputError


@dataclass(frozen=True, slots=True)
class Wine:
    """A Windows of our own in the folder *prefix*; nothing of the user's is looked at."""

    prefix: Path

    def prepare(self) -> None:
        """Make it, once, as Windows 10. Takes half a minute. Raises InputError where there is no Wine."""
        if shutil.which("wine") is None:
            raise InputError(
                "Wine is not installed; packaging/system-packages.txt lists what packages are built with."
            )
        if (self.prefix / "made.txt").is_file():
            return
        self.prefix.mkdir(parents=True, exist_ok=True)
        self.run("wineboot", "--init")
        self.run("winecfg", "-v", "win10")
        self.end()
        (self.prefix / "made.txt").write_text("Windows 10\n", encoding="ascii")

    def run(
        self, *command: str | Path, timeout_s: float = 600, cwd: Path | None = None, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Run a Windows program. Its exit code proves little: look at what it did."""
        return subprocess.run(
            ["wine", *map(str, command)],
            env=self._surroundings(environment),
            input="",
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            timeout=timeout_s,
            check=False,
            cwd=cwd,
        )

    def start(
        self, *command: str | Path, cwd: Path | None = None, **environment: str
    ) -> subprocess.Popen[bytes]:
        """Start a Windows program with windows, and do not wait for it."""
        started = subprocess.Popen(
            ["wine", *map(str, command)],
            env=self._surroundings(environment),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=cwd,
        )
        # Python in Wine does not take /dev/null for its input: an empty pipe does.
        if started.stdin is not None:
            started.stdin.close()
        return started

    def stop(self) -> None:
        """End all of its programs now; what is in the registry is written first."""
        for how in ("--kill", "--wait"):
            subprocess.run(["wineserver", how], env=self._surroundings({}), timeout=120, check=False)

    def end(self) -> None:
        """Wait until all of its programs have ended."""
        subprocess.run(["wineserver", "--wait"], env=self._surroundings({}), timeout=120, check=False)

    def windows_path(self, path: Path) -> str:
        """How a file of this computer is called there."""
        return "Z:" + str(path.absolute()).replace("/", "\\")

    def _surroundings(self, more: dict[str, str]) -> dict[str, str]:
        plain = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("PYTHON", "QT_", "WINE"))
        }
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "LESSON_PLAYER_HOME"):
            plain.pop(name, None)
        own = {"WINEPREFIX": str(self.prefix.absolute()), "WINEARCH": "win64", "WINEDEBUG": "-all"}
        # No offers to download Mono and Gecko; no menu entries on this computer.
        own["WINEDLLOVERRIDES"] = "mscoree,mshtml=;winemenubuilder.exe=d"
        return {**plain, **own, **more}
