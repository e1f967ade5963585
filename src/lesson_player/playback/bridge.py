"""The way from an engine's threads to the GUI thread: in order, and never more than one picture behind.

Engines call :meth:`Bridge.post` and :meth:`Bridge.offer` from whatever thread they like. Both only append
to a queue and wake the GUI thread; nothing is done there that could wait. A frame that was not collected
before the next one came is dropped and counted: a late picture is of no use to anybody.
"""

from __future__ import annotations

import threading
from collections import deque

from PySide6.QtCore import QObject, Qt, Signal

from lesson_player.playback.events import Ended, EngineEvent, FrameHeldBack, TimeAnchor
from lesson_player.playback.frame import Frame

_OF_A_PLACE = (Frame, FrameHeldBack, Ended, TimeAnchor)


class Bridge(QObject):
    """Carries frames and events of one player, and keeps back frames behind the pause point."""

    event_arrived = Signal(object)
    frame_arrived = Signal(Frame)
    _woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.frames_dropped = 0
        self._lock = threading.Lock()
        self._queue: deque[Frame | EngineEvent] = deque()
        self._waking = False
        self._limit_s: float | None = None
        self._held: Frame | None = None
        self._woken.connect(self.drain, Qt.ConnectionType.QueuedConnection)

    def set_limit(self, limit_s: float | None) -> None:
        """Keep back frames behind this film position, in seconds; None lets all pass.

        That a frame was kept back which now lies before it is not told any more.
        """
        with self._lock:
            self._limit_s = limit_s
            self._held = None
            self._queue = deque(item for item in self._queue if not _lets_pass(limit_s, item))

    def post(self, event: EngineEvent) -> None:
        """Hand an event over, behind all that was handed over before. Any thread."""
        with self._lock:
            self._queue.append(event)
            wake = self._take_wake()
        if wake:
            self._woken.emit()

    def offer(self, frame: Frame) -> None:
        """Hand a frame over, unless it lies behind the pause point. Any thread."""
        with self._lock:
            self._accept(frame)
            wake = bool(self._queue) and self._take_wake()
        if wake:
            self._woken.emit()

    def release_held(self) -> None:
        """Hand over the frame that was kept back last, if there is one: the film has reached its end."""
        with self._lock:
            held, self._held = self._held, None
        if held is not None:
            self.frame_arrived.emit(held)

    def clear(self) -> None:
        """Forget what is under way: another film is being opened."""
        with self._lock:
            self._queue.clear()
            self._held = None
            self.frames_dropped = 0

    def forget_place(self) -> None:
        """Forget what is under way about where the film was, and where it was to stop: it goes elsewhere."""
        with self._lock:
            self._limit_s = None
            self._queue = deque(item for item in self._queue if not isinstance(item, _OF_A_PLACE))
            self._held = None

    def drain(self) -> None:
        """Deliver all that is under way. GUI thread only."""
        with self._lock:
            self._waking = False
            count = len(self._queue)
        for _ in range(count):
            with self._lock:
                # What was delivered before may have cleared the rest away.
                item = self._queue.popleft() if self._queue else None
            if isinstance(item, Frame):
                self.frame_arrived.emit(item)
            elif item is not None:
                self.event_arrived.emit(item)

    def _accept(self, frame: Frame) -> None:
        if self._limit_s is not None and frame.time_s > self._limit_s:
            if self._held is None:
                self._queue.append(FrameHeldBack(frame.time_s))
            self._held = frame
        elif self._queue and isinstance(self._queue[-1], Frame):
            self._queue[-1] = frame
            self.frames_dropped += 1
        else:
            self._queue.append(frame)

    def _take_wake(self) -> bool:
        wake, self._waking = not self._waking, True
        return wake


def _lets_pass(limit_s: float | None, item: Frame | EngineEvent) -> bool:
    """Whether *item* tells that a frame was kept back, for which there is no reason any more."""
    return isinstance(item, FrameHeldBack) and limit_s is not None and item.media_s <= limit_s
