"""A lesson taught at random in a process of its own, killed at a random moment, and what it left behind.

    python -m tests.support.killed_lesson SEED

teaches until it is killed, and tells on its standard output, a line each: every state that came, with the
monotonic moment, and every state that is on the disk. `kill_one` starts it, kills it, and compares.
"""

from __future__ import annotations

import hashlib
import os
import random
import sys
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer

from lesson_player.application.desk import Screens, Sitting
from lesson_player.application.program import Program
from lesson_player.application.qt_application import with_windows
from lesson_player.formats.bundle import load_bundle
from lesson_player.operations.library import find_lesson
from lesson_player.teaching.journal import Journal, KeptPlace
from lesson_player.teaching.state import FilmStatus, LessonState
from tests.support.killed import lines_until_killed

SITTINGS = ("something-is-not-right", "maya-tells", "block-report-tell")
_EVERY_MS = 15
_COMMANDS = (
    "next",
    "next",
    "next",
    "back",
    "larger",
    "smaller",
    "hide",
    "calm",
    "timer",
    "captions",
    "version",
)
_FILM_COMMANDS = ("play", "mute", "description", "caption-look", "pause-point", "louder", "slower")
_MOST_LINES = 200


def digest(state: LessonState) -> str:
    """A short name of a state, without what is told to the teacher: that is not kept."""
    return hashlib.sha1(state.model_copy(update={"messages": ()}).model_dump_json().encode()).hexdigest()


def _say(*words: object) -> None:
    # One write: a line is whole or not there, whichever thread it comes from.
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


class TellingJournal(Journal):
    """Tells of each place that is on the disk."""

    def keep(self, place: KeptPlace) -> None:
        super().keep(place)
        _say("kept", place.key, digest(place.state))


class Driver:
    """Presses keys at random, changes settings, and seeks."""

    def __init__(self, program: Program, seed: int) -> None:
        self._program, self._chance = program, random.Random(seed)
        assert program.desk is not None
        self._control = program.desk.controller
        self._timer = QTimer(interval=_EVERY_MS)
        self._timer.timeout.connect(self._act)
        self._timer.start()

    def _act(self) -> None:
        control, chance = self._control, self._chance
        in_film = control.state.film.status in {FilmStatus.PLAYING, FilmStatus.RESTING}
        if chance.random() < 0.1:
            self._program.own_settings.book.choose("captions", "percent", chance.choice((75, 100, 150, 200)))
        elif in_film and chance.random() < 0.3:
            film = control.view.film
            assert film is not None
            control.seek_film(chance.uniform(film.start_s, film.end_s))
        else:
            control.run(chance.choice((*_COMMANDS, *(_FILM_COMMANDS if in_film else ()))))
        if not control.view.can_go_on:
            control.go_to(chance.randint(1, len(control.view.steps)))


def main() -> None:
    seed = int(sys.argv[1])
    application = with_windows()
    program = Program("silent")
    program.journal = TellingJournal(program.places.kept_places)
    folder = find_lesson(program.places, "mayas-story")
    assert folder is not None
    bundle, _ = load_bundle(folder, program.places.films, program.places.own_layers)
    assert bundle is not None
    program.teach(Sitting(bundle, SITTINGS[seed % len(SITTINGS)], screens=Screens.ALONE))
    assert program.desk is not None
    control = program.desk.controller
    keep = control._keeper.keep

    def told(state: LessonState) -> None:
        _say("came", time.monotonic(), digest(state))
        keep(state)

    control._keeper.keep = told  # type: ignore[method-assign] # every state passes here
    driver = Driver(program, seed)
    application.exec()
    del driver


@dataclass(frozen=True)
class Killed:
    """What a killed lesson left behind."""

    states: int
    """How many states came."""
    lost_s: float
    """From the first state that is not on the disk to the kill, in seconds; 0 where all are."""
    durable: bool
    """Whether nothing is lost that was said to be on the disk."""
    broken: tuple[str, ...]
    """Files that do not load, and errors of the program's own."""


def kill_one(seed: int, home: Path) -> Killed:
    """Teach in a process with its files in *home*, kill it at a moment that *seed* chooses, and look."""
    wanted = random.Random(seed).randint(1, _MOST_LINES)
    lines, killed_s = lines_until_killed("tests.support.killed_lesson", seed, home, wanted)
    return _found(lines, killed_s, home)


def _found(lines: list[str], killed_s: float, home: Path) -> Killed:
    told = [line.split() for line in lines if line.endswith("\n")]
    came = [(float(words[1]), words[2]) for words in told if words[0] == "came"]
    kept = [(words[1], words[2]) for words in told if words[0] == "kept"]
    places, problems = Journal(home / "state" / "places").places()
    names = [name for _, name in came]
    here = next((place for place in places if kept and place.key == kept[-1][0]), None)
    on_disk = digest(here.state) if here is not None else ""
    # The first state came before anybody listened; of a state that came twice the last one counts.
    at = len(names) - 1 - names[::-1].index(on_disk) if on_disk in names else -1
    said = [name for _, name in kept if name in names]
    said_at = len(names) - 1 - names[::-1].index(said[-1]) if said else -1
    lost_s = killed_s - came[at + 1][0] if at + 1 < len(came) else 0.0
    return Killed(len(came), lost_s, at >= said_at, (*map(str, problems), *_broken(home)))


def _broken(home: Path) -> list[str]:
    found = [str(path) for path in home.rglob("*.broken-*")]
    for path in home.rglob("*.log"):
        words = path.read_text(encoding="utf-8", errors="replace")
        found += [words] if "Unexpected error" in words else []
    for path in home.rglob("*.toml"):
        try:
            tomllib.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            found.append(f"{path}: {error}")
    for path in (home / "data").rglob("*.yaml"):
        folder = Path("lessons/mayas-story")
        bundle, problems = load_bundle(folder, (Path("media"),), home / "data" / "adaptations")
        if bundle is None or any(problem.severity == "error" for problem in problems):
            found.append(str(path))
    return found


if __name__ == "__main__":
    main()
