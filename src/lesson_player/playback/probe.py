"""Looks into a film without a window, for the check before class and for rehearsals.

The functions read as if they waited, but they run an event loop of their own with a limit: no busy waiting.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer

from lesson_player.foundation.i18n import tr
from lesson_player.playback.frame import Frame
from lesson_player.playback.state import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from lesson_player.playback.engines import Engine
    from lesson_player.playback.port import FilmPlayer

_PLAYS_PATIENCE_S = 15.0
_SEEN_TO_PLAY = 0.8
"""Share of the time asked for that must have passed in the film, so that rounding near its end does not
count."""


@dataclass(frozen=True, slots=True)
class SampleFailure:
    """Why there is no picture at ``time_s`` seconds, as one plain sentence."""

    time_s: float
    reason: str


def sample_frames(
    engine: Engine, path: Path, times_s: Sequence[float], timeout_s: float = 20.0
) -> list[Frame | SampleFailure]:
    """The picture at each time, in the order asked for; what takes longer than ``timeout_s`` in all fails.

    Each frame's image is a copy that stays good after the engine has gone. Needs a Qt application, on its
    thread.
    """
    player = engine.make_player(None)
    wait = _Wait(player, timeout_s)
    player.set_muted(True)
    found: list[Frame | SampleFailure] = []
    for at_s in times_s:
        player.open(path, at_s)
        wait.until(lambda: player.state.status in {Status.RESTING, Status.FAILED})
        found.append(_sample(player, at_s))
    player.close()
    player.deleteLater()
    return found


def plays_for(engine: Engine, path: Path, seconds: float) -> str:
    """An empty text if the film plays for so long (or to its end), else one plain sentence that says why not.

    The film plays in real time, without sound. Needs a Qt application, on its thread.
    """
    player = engine.make_player(None)
    wait = _Wait(player, seconds + _PLAYS_PATIENCE_S)
    frames: list[float] = []
    player.frame_ready.connect(lambda frame: frames.append(frame.time_s))
    player.set_muted(True)
    player.open(path)
    player.play()
    wait.until(lambda: player.state.status in {Status.ENDED, Status.FAILED} or player.position_s >= seconds)
    state, reached_s = player.state, player.position_s
    player.close()
    player.deleteLater()
    if state.status is Status.FAILED:
        return state.reason
    if reached_s < min(seconds, state.duration_s) * _SEEN_TO_PLAY or len(frames) < 2:
        return _no_picture(path)
    return ""


def _sample(player: FilmPlayer, at_s: float) -> Frame | SampleFailure:
    state, frame = player.state, player.frame
    if state.status is Status.FAILED:
        return SampleFailure(at_s, state.reason)
    if frame is None or state.path is None:
        name = state.path.name if state.path is not None else ""
        return SampleFailure(at_s, tr("The film {name} shows no picture at this place.", name=name))
    return Frame(frame.time_s, frame.number, frame.image.copy())


def _no_picture(path: Path) -> str:
    return tr("The film {name} was opened, but it does not play.", name=path.name)


class _Wait:
    """Runs an event loop until the player has come to something, within one limit for all waits together."""

    def __init__(self, player: FilmPlayer, limit_s: float) -> None:
        self._loop = QEventLoop()
        self._out_of_time = False
        self._condition: Callable[[], bool] = lambda: True
        self._limit = QTimer(player)
        self._limit.setSingleShot(True)
        self._limit.timeout.connect(self._give_up)
        self._limit.start(round(limit_s * 1000))
        for signal in (player.state_changed, player.frame_ready, player.failed):
            signal.connect(self._look)

    def until(self, condition: Callable[[], bool]) -> None:
        """Return when ``condition`` holds or time is up; looked at whenever the player signals."""
        self._condition = condition
        if not self._out_of_time and not condition():
            self._loop.exec()

    def _look(self, _value: object) -> None:
        if self._condition():
            self._loop.quit()

    def _give_up(self) -> None:
        self._out_of_time = True
        self._loop.quit()
