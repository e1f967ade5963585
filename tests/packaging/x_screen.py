"""A screen in memory for programs with windows, and the keys that a test presses there."""

from __future__ import annotations

import os
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.packaging.windows_pc import wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def x_screen() -> Iterator[str]:
    """The name of an X display with a window manager, which focus needs."""
    reading, writing = os.pipe()
    options = ["-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(["Xvfb", *options], pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as said:
        display = f":{said.readline().strip()}"
    windows = subprocess.Popen(["openbox"], env={**os.environ, "DISPLAY": display}, stderr=subprocess.DEVNULL)
    yield display
    for process in (windows, server):
        process.terminate()
        process.wait(timeout=60)


def xdotool(screen: str, *command: str) -> subprocess.CompletedProcess[str]:
    """Press a key or look for a window; whether there was one is in what it prints."""
    return subprocess.run(
        ["xdotool", *command],
        env={**os.environ, "DISPLAY": screen},
        capture_output=True,
        text=True,
        check=False,
    )


def wait_for_window(screen: str, title: str) -> None:
    """Wait until a window has that *title* (a regular expression), and give it the keys."""
    wait_for(
        lambda: bool(xdotool(screen, "search", "--onlyvisible", "--name", title).stdout),
        f"a window “{title}”",
    )
    xdotool(screen, "search", "--onlyvisible", "--name", title, "windowactivate")


def close_window(screen: str, started: subprocess.Popen[bytes], title: str) -> None:
    """Close the window as a user does, and answer what the program may ask with what it proposes."""

    def ask() -> None:
        xdotool(screen, "search", "--onlyvisible", "--name", title, "windowactivate")
        xdotool(screen, "key", "alt+F4")
        xdotool(screen, "key", "Return")

    wait_for(lambda: started.poll() is not None, "the program ends", ask)
