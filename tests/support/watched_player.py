"""A film player that notes what it signals, and the ways to wait for it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from statistics import median

from pytestqt.qtbot import QtBot

from lesson_player.playback.frame import Frame
from lesson_player.playback.port import FilmPlayer
from lesson_player.playback.silent import SILENT
from lesson_player.playback.state import PlayerState, Status
from tests.support.numbered_film import read_number

PATIENCE_MS = 20_000
"""Only a broken player takes that long; a busy machine may take a second."""


class WatchedPlayer:
    """Keeps the numbers of all frames that came, and every signal with the thread it came on."""

    def __init__(self, player: FilmPlayer, qtbot: QtBot) -> None:
        self.player = player
        self.numbers: list[int] = []
        self.frames: list[Frame] = []
        self._dated_s: list[float] = []
        self.statuses: list[Status] = []
        self.pauses: list[float] = []
        self.sentences: list[str] = []
        self.ends = 0
        self.threads: set[int] = set()
        # libVLC does not say which frame it shows, and a busy machine makes it skip the first one.
        self.slack = 1 if player.engine_name == "libVLC" else 0
        self._qtbot = qtbot
        player.frame_ready.connect(self._on_frame)
        player.state_changed.connect(self._on_state)
        player.pause_reached.connect(self._on_pause)
        player.failed.connect(self._on_failed)
        player.ended.connect(self._on_ended)

    @property
    def status(self) -> Status:
        return self.player.state.status

    def number_on_show(self) -> int:
        """The number of the film's frame that is shown now."""
        frame = self.player.frame
        assert frame is not None, "there is no picture"
        return self._number(frame)

    def shows(self, number: int) -> bool:
        """Whether that frame is on show, as nearly as the engine can tell frames apart."""
        return abs(self.number_on_show() - number) <= self.slack

    def dated_ahead_s(self) -> float:
        """By how many seconds most frames' times are later than their numbers say."""
        return median(self._dated_s)

    def until(self, condition: Callable[[], bool]) -> None:
        """Let events come until the condition holds."""
        self._qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def until_status(self, *statuses: Status) -> None:
        self.until(lambda: self.status in statuses)

    def until_pause_at(self, at_s: float) -> None:
        self.until(lambda: self.pauses[-1:] == [at_s])

    def until_frames(self, count: int) -> None:
        """Wait for that many more frames."""
        wanted = len(self.numbers) + count
        self.until(lambda: len(self.numbers) >= wanted)

    def _number(self, frame: Frame) -> int:
        if self.player.engine_name == SILENT:
            return round(frame.time_s * 25)
        return read_number(frame.image)

    def _on_frame(self, frame: Frame) -> None:
        self.numbers.append(self._number(frame))
        self.frames = [*self.frames[-2:], frame]
        self._dated_s.append(frame.time_s - self.numbers[-1] / 25)
        self._note_thread()

    def _on_state(self, state: PlayerState) -> None:
        if not self.statuses or self.statuses[-1] is not state.status:
            self.statuses.append(state.status)
        self._note_thread()

    def _on_pause(self, at_s: float) -> None:
        self.pauses.append(at_s)
        self._note_thread()

    def _on_failed(self, sentence: str) -> None:
        self.sentences.append(sentence)
        self._note_thread()

    def _on_ended(self) -> None:
        self.ends += 1
        self._note_thread()

    def _note_thread(self) -> None:
        self.threads.add(threading.get_ident())
