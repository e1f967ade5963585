"""A version, or a lesson of one's own, edited at random in a process that is killed, and what is left.

    python -m tests.support.killed_editor SEED

edits until it is killed, and tells on its standard output, a line each: every state that an edit made, with
the monotonic moment and whether somebody was typing, and every state that is on the disk. `kill_one` starts
it, kills it, and compares. Even seeds edit a version, odd ones a lesson itself.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer

from lesson_player.adapting.opened import Opened
from lesson_player.adapting.own_lesson import own_lesson
from lesson_player.adapting.step_edits import ChangeStep
from lesson_player.application import editor
from lesson_player.application.editor import course_of
from lesson_player.application.qt_application import without_windows
from lesson_player.control.editing import actions, lesson_actions
from lesson_player.control.editing.controller import Editing, EditingController
from lesson_player.desktop.jobs import JobRunner
from lesson_player.formats.version_file import read_version
from lesson_player.foundation.paths import Places, standard_places
from lesson_player.model.adaptation import Adaptation
from lesson_player.model.bundle import LessonBundle
from lesson_player.operations.library import find_lesson, load_lesson
from lesson_player.operations.own_lessons import make_lesson, open_lesson
from lesson_player.operations.versions import OpenedVersion, new_version, open_version, version_path
from tests.support.killed import lines_until_killed
from tests.support.small_version import FakeOthers, FakePictures

_EVERY_MS = 20
_MOST_LINES = 120


def digest(adaptation: Adaptation) -> str:
    """A short name of a state: of all that stands in its files."""
    kept = json.dumps(adaptation.model_dump(mode="json"), sort_keys=True)
    return hashlib.sha1(kept.encode()).hexdigest()


def _say(*words: object) -> None:
    # One write: a line is whole or not there, whichever thread it comes from.
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


class Driver:
    """Types words, and makes every other kind of edit between them."""

    def __init__(self, controller: EditingController, seed: int) -> None:
        self._controller, self._chance = controller, random.Random(seed)
        self._words = "We begin"
        self._timer = QTimer(interval=_EVERY_MS)
        self._timer.timeout.connect(self._act)
        self._timer.start()

    def _act(self) -> None:
        controller, chance = self._controller, self._chance
        view, before = controller.view, controller.opened
        typing = chance.random() < 0.7
        if typing:
            self._words = (self._words + chance.choice(("e", "n", "s ", "t")))[-40:]
            actions.write(controller, view.step.title.key, self._words)
        else:
            chance.choice((self._minutes, self._slide, self._move, self._go, self._undo))()
        if controller.opened.adaptation is not before.adaptation:
            _say("came", time.monotonic(), digest(controller.opened.adaptation), int(typing))

    def _minutes(self) -> None:
        step = self._controller.place.step
        self._controller.edit(ChangeStep(step, "minutes", self._chance.randint(1, 20)))

    def _slide(self) -> None:
        if len(self._controller.view.steps) < 20:
            actions.add_slide(self._controller, self._chance.choice(("rows", "words", "choice")))
        elif self._controller.opened.is_lesson:
            lesson_actions.move_sitting(self._controller, 1)

    def _move(self) -> None:
        actions.move_step(self._controller, self._controller.place.step, self._chance.choice((-1, 1)))

    def _go(self) -> None:
        steps = [row.id for row in self._controller.view.steps if not row.hidden]
        self._controller.go(self._controller.place.to_step(self._chance.choice(steps)))

    def _undo(self) -> None:
        self._controller.undo()


def main() -> None:
    seed = int(sys.argv[1])
    application = without_windows()
    places = standard_places()
    found, bundle = _opened(places, own=bool(seed % 2))

    def write(adaptation: Adaptation) -> None:
        editor._write(places, bundle, adaptation)
        _say("kept", digest(adaptation))

    editing = Editing(bundle, found, course_of, write, FakePictures(), FakeOthers())
    controller = EditingController(editing, JobRunner())
    _say("began", bundle.folder, found.adaptation.id)
    driver = Driver(controller, seed)
    application.exec()
    del driver


def _opened(places: Places, *, own: bool) -> tuple[Opened, LessonBundle]:
    source = find_lesson(places, "fire-drill")
    assert source is not None
    folder = make_lesson(places, source, "Killed") if own else source
    bundle, _ = load_lesson(folder, places)
    assert bundle is not None
    if own:
        found = open_lesson(bundle, places)
    else:
        name = new_version(bundle, places, "Killed", "For a test.").id
        bundle, _ = load_lesson(folder, places)
        assert bundle is not None
        found = open_version(bundle, places, name)
    assert isinstance(found, OpenedVersion)
    return found.opened, bundle


@dataclass(frozen=True)
class Killed:
    """What a killed editor left behind."""

    states: int
    """How many edits were made."""
    lost_s: float
    """From the first edit that is not on the disk to the kill, in seconds; 0 where all are."""
    durable: bool
    """Whether nothing is lost that was written before."""
    whole: bool
    """Whether the file loads without a problem, and is one of the states that were made."""


def kill_one(seed: int, home: Path) -> Killed:
    """Edit in a process with its files in *home*, kill it at a moment that *seed* chooses, and look."""
    wanted = random.Random(seed).randint(2, _MOST_LINES)
    lines, killed_s = lines_until_killed("tests.support.killed_editor", seed, home, wanted)
    return _found(lines, killed_s, home)


def _found(lines: list[str], killed_s: float, home: Path) -> Killed:
    told = [line.split() for line in lines if line.endswith("\n")]
    came = [(float(words[1]), words[2]) for words in told if words[0] == "came"]
    kept = [words[1] for words in told if words[0] == "kept"]
    began = next(words for words in told if words[0] == "began")
    now = _on_disk(Path(began[1]), began[2], home)
    names = [name for _, name in came]
    # Of a state that came twice the last one counts. Before the first edit the file is as it was opened.
    at = len(names) - 1 - names[::-1].index(now) if now in names else -1
    said = [name for name in kept if name in names]
    said_at = len(names) - 1 - names[::-1].index(said[-1]) if said else -1
    lost_s = killed_s - came[at + 1][0] if at + 1 < len(came) else 0.0
    return Killed(len(came), lost_s, at >= said_at, bool(now) and (now in names or not said))


def _on_disk(folder: Path, name: str, home: Path) -> str:
    """The name of the state that the files hold; empty where they do not load whole."""
    data = home / "data"
    places = Places(data, home / "state", home / "config", home / "no-machine", Path.cwd())
    bundle, problems = load_lesson(folder, places)
    if bundle is None or problems:
        return ""
    if folder.is_relative_to(data):
        own = own_lesson(bundle.lesson, bundle.services.services)
        return digest(own)
    document = read_version(version_path(places, bundle.lesson.id, name), bundle.lesson.id)
    return digest(document.value) if document.value is not None and document.complete else ""


if __name__ == "__main__":
    main()
