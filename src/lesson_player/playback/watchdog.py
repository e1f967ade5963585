"""Notices a film that neither plays nor says why: a stick pulled out, a network drive gone."""

from __future__ import annotations

from lesson_player.playback.state import Status

OPENING_LIMIT_S = 10.0
"""A school's slowest disk shows the first picture well before; PLATFORM figures are 0.13 s."""

STALL_LIMIT_S = 4.0
"""libVLC reports its time at least each half second while it plays."""


class Watchdog:
    """Remembers when the film last got on."""

    def __init__(self) -> None:
        self._progress_s = 0.0
        self._furthest_s = float("-inf")

    def restart(self, now_s: float) -> None:
        """Begin to wait afresh: something was asked of the engine."""
        self._progress_s = now_s
        self._furthest_s = float("-inf")

    def note(self, media_s: float, now_s: float) -> None:
        """The engine was seen at ``media_s``; only getting further counts as life."""
        if media_s > self._furthest_s:
            self._furthest_s = media_s
            self._progress_s = now_s

    def is_late(self, status: Status, now_s: float) -> bool:
        """Whether the engine has been silent for longer than it may be."""
        limit = {Status.OPENING: OPENING_LIMIT_S, Status.PLAYING: STALL_LIMIT_S}.get(status)
        return limit is not None and now_s - self._progress_s > limit
