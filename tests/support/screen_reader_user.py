"""Somebody with a screen reader: works the program from outside, by AT-SPI and keys, and notes what is said.

    dbus-run-session -- /usr/bin/python3 tests/support/screen_reader_user.py PYTHON FOLDER SITTING [--orca]

Runs with the system's Python, which has pyatspi; PYTHON is the one that runs the program. FOLDER becomes the
user's home. Opens the library, chooses an adaptation and a sitting, goes through the controls by Tab where
Orca runs, and teaches to the end by pressing buttons as a screen reader does. Prints what was found as JSON.
Nothing waits for a certain time: each step waits for what it brings about, up to PATIENCE_S.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import pyatspi  # type: ignore[import-not-found] # Debian has it for its own Python only

Node = Any
"""Something on the accessibility bus."""

PATIENCE_S = 120.0
MOST_PRESSES = 400
VERSION = "Easy read with symbols"
_SPOKEN = re.compile(r"^SPEECH OUTPUT: '(.*)'", re.MULTILINE)
_KEY = "tab '"
_WRITE_DOWN = """
import logging
_log = logging.getLogger("speech")
_log.setLevel(logging.INFO)
_log.addHandler(logging.FileHandler({path!r}, encoding="utf-8"))
"""
"""Orca's own way of being changed by its user: every line that it speaks is written down at once."""


def give_up(found: dict[str, object]) -> NoReturn:
    """Say where somebody was stuck, and end."""
    sys.stdout.write(json.dumps(found))
    sys.exit(1)


def wait(what: str, condition: Callable[[], Any]) -> Any:
    """Wait until *condition* gives something, and give it back."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.05)
    give_up({"stuck": what, "focus": focused(), "tree": [*tree(program())]})


def program() -> Node:
    """The program on the accessibility bus."""
    desktop = pyatspi.Registry.getDesktop(0)
    desktop.clear_cache()
    apps = (desktop.getChildAtIndex(index) for index in range(desktop.childCount))
    return next((app for app in apps if app is not None and app.name == "lesson-player"), None)


def nodes(root: Node) -> Iterator[Node]:
    """*root* and all that it holds. What goes away meanwhile is left out."""
    if root is None:
        return
    try:
        root.clear_cache()
        yield root
        children = [root.getChildAtIndex(index) for index in range(root.childCount)]
    except Exception:  # noqa: BLE001 - the bus tells what has gone in many ways
        return
    for child in children:
        yield from nodes(child)


def tree(root: Node) -> Iterator[str]:
    """Every node in a line, to see where somebody was stuck."""
    for node in nodes(root):
        yield f"{node.getRoleName()} {node.name!r} {'showing' if has(node, pyatspi.STATE_SHOWING) else ''}"


def has(node: Node, state: Any) -> bool:
    """Whether a node is in a state."""
    node.clear_cache()
    return bool(node.getState().contains(state))


def seen(role: str, starts: str) -> Node:
    """What is on show with that role and a name that starts so."""
    for node in nodes(program()):
        try:
            if (
                node.getRoleName() == role
                and node.name.startswith(starts)
                and has(node, pyatspi.STATE_SHOWING)
            ):
                return node
        except Exception:  # noqa: BLE001 - as above
            continue
    return None


def do(node: Node, *actions: str) -> None:
    """Do the first of *actions* that a node has, as a screen reader does."""
    offered = node.queryAction()
    names = [offered.getName(index).lower() for index in range(offered.nActions)]
    offered.doAction(next(names.index(action) for action in actions if action in names))


def choose(starts: str) -> None:
    """Choose one of several."""
    chip = wait(f"choice {starts}", lambda: seen("radio button", starts))
    if not has(chip, pyatspi.STATE_CHECKED):
        do(chip, "toggle", "press")
    wait(f"{starts} chosen", lambda: has(chip, pyatspi.STATE_CHECKED))


def press(starts: str) -> None:
    """Press a button."""
    do(wait(f"button {starts}", lambda: seen("push button", starts)), "press")


class Orca:
    """The screen reader, and the lines that it speaks. Without it, nothing is said."""

    def __init__(self, folder: Path, *, running: bool) -> None:
        self._spoken = folder / "spoken.txt"
        self._process: subprocess.Popen[bytes] | None = None
        if running:
            own = folder / ".local" / "share" / "orca"
            own.mkdir(parents=True)
            (own / "orca-customizations.py").write_text(_WRITE_DOWN.format(path=str(self._spoken)))
            # No voice is wanted: Orca then only says in its log what it would speak.
            self._process = subprocess.Popen(
                ["/usr/bin/orca"],
                env=os.environ | {"SPEECHD_CMD": "/bin/false"},
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            wait("Orca", self.lines)

    def lines(self) -> list[str]:
        """What it has said so far, without the keys that were pressed."""
        if not self._spoken.exists():
            return []
        said = _SPOKEN.findall(self._spoken.read_text(encoding="utf-8", errors="replace"))
        return [line.strip() for line in said if line.strip() and not line.startswith(_KEY)]

    def hears(self, action: Callable[[], object]) -> None:
        """Do something, and wait until it has said something more."""
        before = len(self.lines())
        action()
        if self._process is not None:
            wait("Orca's next line", lambda: len(self.lines()) > before)

    def end(self) -> None:
        """Switch it off."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait()


def focused() -> str:
    """What has the focus. The current line of a list says that it has, wherever the focus is."""
    for node in nodes(program()):
        if has(node, pyatspi.STATE_FOCUSED) and node.getRoleName() != "list item":
            return f"{node.getRoleName()}: {node.name}"
    return ""


def tab(orca: Orca) -> str:
    """Press Tab, and give what has the focus then."""
    before = focused()
    orca.hears(lambda: subprocess.run(["xdotool", "key", "Tab"], check=True))
    return str(wait("the next control", lambda: (now := focused()) != before and now))


def tab_to(starts: str, orca: Orca, most: int = 60) -> list[str]:
    """Go on by Tab to what has a name that starts so; gives the way there."""
    way: list[str] = []
    while not way or not way[-1].partition(": ")[2].startswith(starts):
        if len(way) == most:
            give_up({"stuck": f"Tab does not lead to {starts}", "way": way})
        way.append(tab(orca))
    return way


def names(node: Node, role: str) -> list[str]:
    """The names of all that a node holds in that role."""
    return [each.name for each in nodes(node) if each.getRoleName() == role]


def here(listed: Node) -> str:
    """The step at which the class is."""
    return next((name for name in names(listed, "list item") if name.endswith("the class is here")), "")


def teach() -> tuple[list[str], int]:
    """Press Next until there is no more; gives the steps that were seen, and how many there are."""
    listed = wait("the list of steps", lambda: seen("list", "Steps of this sitting"))
    button = wait("Next", lambda: seen("push button", "Next"))
    area = wait("what the class sees", lambda: seen("filler", "Now and next"))
    visited = [here(listed)]
    for _ in range(MOST_PRESSES):
        if not has(button, pyatspi.STATE_SENSITIVE):
            break
        go_on(button, area)
        if (now := here(listed)) != visited[-1]:
            visited.append(now)
    return visited, len(names(listed, "list item"))


def go_on(button: Node, area: Node) -> None:
    """Press Next, and wait until that has done something: the labels of now and next are others."""
    before = names(area, "label")
    do(button, "press")
    wait(
        "Next has done something",
        lambda: names(area, "label") != before or not has(button, pyatspi.STATE_SENSITIVE),
    )


def main() -> None:
    python, folder, sitting = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
    with_orca = "--orca" in sys.argv
    orca = Orca(folder, running=with_orca)
    own = {"LESSON_PLAYER_HOME": str(folder / "home"), "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    running = subprocess.Popen([python, "-m", "lesson_player", "--engine", "silent"], env=os.environ | own)
    found: dict[str, object] = {}
    try:
        choose(VERSION)
        choose(sitting)
        if with_orca:
            found["library"] = tab_to("Teach: Maya’s story", orca)
        press("Teach: Maya’s story")
        choose("I am preparing alone")
        press("Start")
        wait("the teacher's window", lambda: seen("frame", "Maya’s story, teacher"))
        # A teacher's first lesson begins with the tour.
        press("End the tour")
        wait("the tour gone", lambda: not seen("push button", "End the tour"))
        if with_orca:
            found["teacher"] = tab_to("End", orca)
        found["visited"], found["steps"] = teach()
        press("End")
        press("End the lesson")
        wait("the library again", lambda: seen("push button", "Teach: Maya’s story"))
        found["spoken"] = orca.lines()
    finally:
        running.terminate()
        running.wait()
        orca.end()
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
