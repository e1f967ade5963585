"""libVLC behind the player's port."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lesson_player.playback.vlc.library import instance
from lesson_player.playback.vlc.session import Session

if TYPE_CHECKING:
    from lesson_player.playback.bridge import Bridge

LIBVLC = "libVLC"


class VlcDriver:
    """Keeps what outlives a film (volume, speed) and opens each film in a session of its own.

    Raises :class:`lesson_player.playback.vlc.library.LibVlcMissingError` when it is made without libVLC.
    """

    def __init__(self, bridge: Bridge) -> None:
        self._vlc, self._instance = instance()
        self._bridge = bridge
        self._session: Session | None = None
        self._path = Path()
        self._volume = 100
        self._muted = False
        self._sound_output = ""
        self._rate = 1.0
        self._room = (0, 0)

    sound_after_s = 1.5
    lands_exactly = False

    @property
    def frame_s(self) -> float:
        return self._session.frame_s if self._session is not None else 0.04

    def load(self, path: Path, at_s: float) -> None:
        fps = self._session.fps if self._session is not None and path == self._path else 0.0
        self.unload()
        self._path = path
        self._session = Session(self._vlc, self._instance, self._bridge, self._room)
        self._session.set_muted(self._muted)
        if self._sound_output:
            self._session.set_sound_output(self._sound_output)
        self._session.load(path, at_s, fps)
        self._session.set_volume(self._volume)
        self._session.set_rate(self._rate)

    def play(self) -> None:
        if self._session is not None:
            self._session.play()

    def pause(self) -> None:
        if self._session is not None:
            self._session.pause()

    def seek(self, at_s: float, *, resting: bool) -> None:
        if self._session is None:
            return
        if resting or self._session.is_landing:
            # Seeking while paused lands up to four frames early; opening afresh lands right.
            self.load(self._path, at_s)
            if not resting:
                self._session.play()
        else:
            self._session.seek_playing(at_s)

    def set_volume(self, volume: float) -> None:
        self._volume = round(volume)
        if self._session is not None:
            self._session.set_volume(self._volume)

    def set_muted(self, muted: bool) -> None:  # noqa: FBT001 - a setter
        self._muted = muted
        if self._session is not None:
            self._session.set_muted(muted)

    def set_sound_output(self, name: str) -> None:
        self._sound_output = name

    def set_room(self, width: int, height: int) -> None:
        self._room = (width, height)

    def set_rate(self, rate: float) -> None:
        self._rate = rate
        if self._session is not None:
            self._session.set_rate(rate)

    def unload(self) -> None:
        if self._session is not None:
            self._session.end()
            self._session = None
