"""When everything happens, for each version of the film, from the lengths of the recorded lines."""

from __future__ import annotations

import math
from dataclasses import dataclass

from film_maker import FRAMES_PER_SECOND
from film_maker.recording import Spoken, Word
from film_maker.script import Line, Scene, Script

FADE = 0.6
"""Seconds in which a scene gives way to the next, at the start of the next."""
SHORTEST_LEAD = 1.6
"""A scene is looked at for so long, fade included, before anyone speaks."""
LEAD_AFTER_DESCRIPTION = 0.3
TAIL = 0.7
STOP_TAIL = 1.6
STOP_BEFORE_END = 0.5
"""A stop point lies so long before its scene ends, so that the held picture is whole."""
LAST_TAIL = 2.4
MOMENT_AFTER_START = FADE + 0.04
"""A moment is the first whole picture of its scene: one frame after the fade."""


@dataclass(frozen=True, slots=True)
class TimedLine:
    """A line in its place; times in seconds from the start of the version."""

    line: Line
    start: float
    end: float
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class TimedScene:
    """A scene in its place. ``description`` is None where nothing is described."""

    scene: Scene
    start: float
    end: float
    lines: tuple[TimedLine, ...]
    description: TimedLine | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """One version of the film, scene by scene."""

    scenes: tuple[TimedScene, ...]
    duration: float
    moments: dict[str, float]

    @property
    def lines(self) -> tuple[TimedLine, ...]:
        """All spoken lines in order, without descriptions."""
        return tuple(line for scene in self.scenes for line in scene.lines)


def _on_frame(seconds: float) -> float:
    return math.ceil(round(seconds * FRAMES_PER_SECOND, 6)) / FRAMES_PER_SECOND


def _timed(line: Line, start: float, spoken: Spoken) -> TimedLine:
    return TimedLine(line, start, start + spoken.seconds, tuple(word.moved(start) for word in spoken.words))


def time_scene(scene: Scene, start: float, spoken: dict[str, Spoken], *, tail: float) -> TimedScene:
    """Place the description, then the lines, then a rest of ``tail`` seconds; the end lies on a frame."""
    description = None
    at = start + SHORTEST_LEAD
    if scene.see:
        seen = Line("Describer", scene.see, f"see:{scene.id}", (), 0)
        description = _timed(seen, start + FADE, spoken[seen.id])
        at = max(at, description.end + LEAD_AFTER_DESCRIPTION)
    lines = []
    for line in scene.lines:
        timed = _timed(line, at, spoken[line.id])
        lines.append(timed)
        at = timed.end + line.after
    end = _on_frame(lines[-1].end + tail)
    return TimedScene(scene, start, end, tuple(lines), description)


def make_timeline(script: Script, spoken: dict[str, Spoken], *, pause: float) -> Timeline:
    """Time the whole film. ``pause`` seconds are added to every scene, in which eyes can move."""
    scenes: list[TimedScene] = []
    at = 0.0
    for number, scene in enumerate(script.scenes, 1):
        tail = STOP_TAIL if scene.stop else LAST_TAIL if number == len(script.scenes) else TAIL
        scenes.append(time_scene(scene, at, spoken, tail=tail + pause))
        at = scenes[-1].end
    return Timeline(tuple(scenes), round(at, 3), _moments(script, scenes))


def _moments(script: Script, scenes: list[TimedScene]) -> dict[str, float]:
    times: dict[str, float] = {}
    for timed in scenes:
        if timed.scene.begins:
            times[timed.scene.begins] = timed.start + (MOMENT_AFTER_START if timed.start else 0)
        if timed.scene.stop:
            times[timed.scene.stop] = timed.end - STOP_BEFORE_END
    times["end"] = scenes[-1].end - STOP_BEFORE_END
    return {name: round(times[name], 3) for name in script.moments}
