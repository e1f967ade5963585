"""A lesson taught in a program that is not ours to look into: real keys go in, and its kept place is read.

The place is what the program writes for the next power cut, so it says at any time where the lesson stands.
"""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

_PATIENCE_S = 60.0
_AGAIN_S = 6.0
"""After so long without an answer the key is pressed once more: the window may not have had the keys yet."""
_LOOK_S = 0.05


@dataclass
class Outside:
    """Somebody at the keyboard of a screen, who sees the folder of places too."""

    environment: dict[str, str]
    """With the display to which the keys go."""
    places: Path
    program: subprocess.Popen[bytes]
    known: set[str]
    """Places of former lessons, by name."""
    plays_s: float = 1.0
    """For so long of its own time each part of the film plays before it goes on to its next pause."""
    steps: list[int] = field(default_factory=list)
    """Numbers of the steps that were come to, in order."""
    films_played: int = 0

    def teach(self) -> None:
        """From the first step to the last by one key, then end the lesson and the program."""
        while not (place := self.place) or not place["finished"]:
            self._press_until("Next", partial(self._has_moved_from, _where(place)))
            self._look_at_the_film()
            if (place := self.place) and place["step_number"] not in self.steps:
                self.steps.append(place["step_number"])
        self._end()

    @property
    def place(self) -> dict[str, Any] | None:
        """Where the lesson of this program stands; None before its first place was written."""
        found = sorted(path for path in self.places.glob("*.json") if path.name not in self.known)
        return json.loads(found[-1].read_text(encoding="utf-8")) if found else None

    def _has_moved_from(self, before: tuple[object, ...]) -> bool:
        return _where(self.place) != before

    def _look_at_the_film(self) -> None:
        place = self.place
        if place is None or place["state"]["film"]["status"] != "playing":
            return
        begun = place["state"]["film"]["at_s"]
        self._wait(lambda: self._film_has_come_to(begun + self.plays_s))
        self.films_played += 1

    def _film_has_come_to(self, at_s: float) -> bool:
        film = (self.place or {})["state"]["film"]
        return bool(film["at_s"] >= at_s or film["status"] != "playing")

    def _end(self) -> None:
        """Esc asks, Enter says yes; what is left on the screen goes by Esc."""
        for key in ("Escape", "Return", *["Escape"] * 20):
            if self.program.poll() is None:
                self._press(key)
                self._let_pass(0.5)
        self.program.wait(_PATIENCE_S)

    def _press_until(self, key: str, what: Callable[[], bool]) -> None:
        ends = time.monotonic() + _PATIENCE_S
        while time.monotonic() < ends:
            self._press(key)
            again = time.monotonic() + _AGAIN_S
            while time.monotonic() < again:
                if what():
                    return
                self._let_pass(_LOOK_S)
        raise AssertionError(f"{key} was pressed, and nothing came of it: {_where(self.place)}")

    def _wait(self, what: Callable[[], bool]) -> None:
        ends = time.monotonic() + _PATIENCE_S
        while not what():
            if time.monotonic() > ends:
                raise AssertionError(f"nothing went on: {_where(self.place)}")
            self._let_pass(_LOOK_S)

    def _press(self, key: str) -> None:
        subprocess.run(["xdotool", "key", key], env=self.environment, check=True, timeout=30)

    def _let_pass(self, seconds: float) -> None:
        """Unless the program ends meanwhile."""
        try:
            self.program.wait(seconds)
        except subprocess.TimeoutExpired:
            return


def _where(place: dict[str, Any] | None) -> tuple[object, ...]:
    if place is None:
        return ()
    state = place["state"]
    film = state["film"]
    return (
        place["step_number"],
        state["beat"],
        film["status"],
        film["leg"],
        film["reached"],
        place["finished"],
    )
