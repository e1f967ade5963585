"""One engine playing a numbered film with captions in the class window, measured where it is painted.

    python -m benchmarks.captions_child ENGINE FILE WIDTH HEIGHT

Prints "playing", then for each caption "on MILLISECONDS" or "between MILLISECONDS": how late it is, in film
time, with the first frame that is painted together with it. The first are captions that begin with a frame.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from PySide6.QtTest import QTest

from benchmarks.film_child import FPS, class_window, course, wait_for
from lesson_player.application.qt_application import with_windows
from lesson_player.model.captions import Cue, CueTrack, Span
from lesson_player.rendering.paint import paint
from lesson_player.teaching.course import Course
from lesson_player.ui.widgets import class_picture
from tests.support.numbered_film import read_number

_FIRST_FRAME, _EVERY, _LONG = 40, 9, 6
"""In frames: the first caption, from one caption to the next, and how long each stays."""
_COUNT = 34


@dataclass
class Onsets:
    """The frame that was painted when each caption was first painted, by the caption's words."""

    frames: dict[str, int] = field(default_factory=dict)

    def paint(self, painter: Any, layout: Any, *others: Any, **named: Any) -> None:
        paint(painter, layout, *others, **named)
        frame = others[2]
        for target in layout.targets_of("caption"):
            if frame is not None and painter.device().width() > 1000:
                self.frames.setdefault(target.name, read_number(frame))


def cues() -> tuple[Cue, ...]:
    """Captions by turns at the time of a frame and half way to the next."""
    made = []
    for index in range(_COUNT):
        frame = _FIRST_FRAME + index * _EVERY
        start = frame + (0.2, 0.5, 0.8)[index % 3] * (index % 2)
        words = f"{'between' if index % 2 else 'on'} {start}"
        made.append(Cue(start_s=start / FPS, end_s=(frame + _LONG) / FPS, lines=((Span(text=words),),)))
    return tuple(made)


def with_cues(made: Course) -> Course:
    films = made.bundle.films
    captioned = films["small-film"].model_copy(update={"captions": {"film/standard": CueTrack(cues=cues())}})
    bundle = made.bundle.model_copy(update={"films": films | {"small-film": captioned}})
    return replace(made, bundle=bundle)


def main() -> None:
    engine, file, width, height = sys.argv[1:]
    _application = with_windows()
    onsets = Onsets()
    setattr(class_picture, "paint", onsets.paint)  # noqa: B010 - put in its place for this process
    made = with_cues(course(Path(file), captions=True))
    with class_window(engine, made, int(width), int(height)) as shown:
        shown.controller.go_to(shown.film_step)
        QTest.qWait(500)
        shown.controller.run("next")
        print("playing", flush=True)
        last_s = (_FIRST_FRAME + _COUNT * _EVERY) / FPS
        wait_for(lambda: shown.player.position_s >= min(last_s, 13.5))
        for words, frame in onsets.frames.items():
            kind, start = words.split()
            print(kind, (frame - float(start)) / FPS * 1000, flush=True)


if __name__ == "__main__":
    main()
