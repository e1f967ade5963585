"""A slide read aloud on the class screen, saying when the mark of each word was painted.

    python -m benchmarks.reading_child SOUND WIDTH HEIGHT

Prints "playing", then lines "mark MONOTONIC_SECONDS", one for each word.
"""

from __future__ import annotations

import sys
import tempfile
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtTest import QTest

from benchmarks.film_child import wait_for
from benchmarks.reading import EVERY_S, LEAD_S, SECONDS, WORDS
from lesson_player.application.qt_application import with_windows
from lesson_player.application.voices import lesson_voice
from lesson_player.control.keeper import PlaceKeeper
from lesson_player.control.teaching import TeachingController
from lesson_player.desktop.jobs import JobRunner
from lesson_player.model.lesson import Line
from lesson_player.model.reading import ReadingChoice
from lesson_player.model.voice import Recording, VoiceIndex, WordTime, recording_key
from lesson_player.playback.engines import choose_engine
from lesson_player.playback.pair import VersionPair
from lesson_player.rendering.paint import paint
from lesson_player.rendering.pictures import PictureStore
from lesson_player.rendering.placed import PlacedWords
from lesson_player.teaching import reading
from lesson_player.teaching.course import Course
from lesson_player.teaching.journal import Journal
from lesson_player.ui.audience.window import AudienceWindow
from lesson_player.ui.presenter.window import PresenterWindow
from lesson_player.ui.widgets import class_picture
from tests.support import small_lesson

_SPEEDS = (1.0, 0.7, 1.3)
_TEXT = "one two three four five six"
_LINES = 2
"""The heading and a line, of the same words."""


@dataclass
class Marks:
    """When the mark of each word was first painted on the class screen."""

    seen: list[tuple[int, int | None]] = field(default_factory=list)
    painted_s: list[float] = field(default_factory=list)
    controller: TeachingController | None = None

    def paint(self, painter: Any, layout: Any, *others: Any, **named: Any) -> None:
        paint(painter, layout, *others, **named)
        line = self.controller.state.reading if self.controller is not None else None
        on_board = painter.device().width() > 1500
        if line is None or not on_board or not any(isinstance(one, PlacedWords) for one in layout.placed):
            return
        if (line.turn, line.word) not in self.seen:
            self.seen.append((line.turn, line.word))
            self.painted_s.append(time.monotonic())


def course(sound: Path) -> Course:
    """A lesson whose welcome has a heading and a line of six words, recorded as beeps."""
    words = []
    for number, word in enumerate(_TEXT.split()):
        start = LEAD_S + number * EVERY_S
        words.append(WordTime(word=word, start=start, end=start + EVERY_S, at=_TEXT.index(word)))
    recording = Recording(text=_TEXT, file=sound.name, seconds=SECONDS, size=1, words=tuple(words))
    key = recording_key(_TEXT, "en-GB", "beeps")
    index = VoiceIndex(format=1, language="en-GB", voice="beeps", recordings={key: recording})
    made = small_lesson.course()
    welcome = made.lesson.step("welcome").model_copy(
        update={"title": _TEXT, "lines": (Line(id="line", text=_TEXT),)}
    )
    steps = tuple(welcome if step.id == "welcome" else step for step in made.lesson.steps)
    lesson = made.lesson.model_copy(update={"steps": steps})
    folder = sound.parent / "lesson"
    (folder / "voice").mkdir(parents=True, exist_ok=True)
    (folder / "voice" / sound.name).write_bytes(sound.read_bytes())
    bundle = made.bundle.model_copy(update={"lesson": lesson, "voice": index, "folder": folder})
    return replace(made, bundle=bundle, lesson=lesson)


def main() -> None:
    sound, width, height = sys.argv[1:]
    _application, owner = with_windows(), QObject()
    marks = Marks()
    setattr(class_picture, "paint", marks.paint)  # noqa: B010 - put in its place for this process
    made = course(Path(sound))
    player, voice = VersionPair(choose_engine("silent").make_player), lesson_voice(owner)
    keeper = PlaceKeeper(made, Journal(Path(tempfile.mkdtemp())), "bench", JobRunner())
    controller = marks.controller = TeachingController(
        made, small_lesson.at_step(made, "welcome"), player, PictureStore(lambda _id: None), keeper, voice
    )
    board, presenter = AudienceWindow(controller), PresenterWindow(controller)
    board.resize(int(width), int(height))
    board.show()
    presenter.show()
    controller.begin()
    QTest.qWait(500)
    print("playing", flush=True)
    for turn, speed in enumerate(_SPEEDS, start=1):
        controller.make(reading.choose(ReadingChoice(speed=speed)))
        controller.run("read-aloud")
        wait_for(lambda turn=turn: len(marks.painted_s) == turn * _LINES * WORDS)  # type: ignore[misc]
        wait_for(lambda: controller.state.reading is None)
    controller.end()
    for moment_s in marks.painted_s:
        print("mark", moment_s, flush=True)


if __name__ == "__main__":
    main()
