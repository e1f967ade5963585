"""The part of a pair of versions that looks like a single player: what the shown version does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lesson_player.playback.ducking import Ducking
from lesson_player.playback.frame import Frame
from lesson_player.playback.state import PlayerState, Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance

    from lesson_player.playback.port import FilmPlayer


class ShownVersion(QObject):
    """Makes the players, and passes on what the shown one says and what it is asked.

    The signals are those of :class:`lesson_player.playback.port.FilmPlayer`, of the shown version alone.
    """

    frame_ready = Signal(Frame)
    state_changed = Signal(PlayerState)
    pause_reached = Signal(float)
    ended = Signal()
    failed = Signal(str)

    def __init__(
        self, make_player: Callable[[QObject | None], FilmPlayer], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._make_player = make_player
        self._players: list[FilmPlayer] = []
        self._room = (0, 0)
        self._sound_output = ""
        self._ducking = Ducking(self._set_beneath, self)
        self._shown = self._new_player()

    @property
    def engine_name(self) -> str:
        """The engine that decodes both versions."""
        return self._shown.engine_name

    @property
    def state(self) -> PlayerState:
        """What the shown version is doing."""
        return self._shown.state

    @property
    def position_s(self) -> float:
        """Where the shown version is now, in its own seconds."""
        return self._shown.position_s

    @property
    def stands_s(self) -> float:
        """Where a rest would leave the shown version, as :attr:`FilmPlayer.stands_s`."""
        return self._shown.stands_s

    @property
    def frame(self) -> Frame | None:
        """The picture that is on show."""
        return self._shown.frame

    @property
    def frame_s(self) -> float:
        """How long one frame of the shown version is shown, in seconds."""
        return self._shown.frame_s

    @property
    def frames_dropped(self) -> int:
        """Frames of the shown version that came too late to be collected."""
        return self._shown.frames_dropped

    def set_pause_point(self, at_s: float | None) -> None:
        """Rest by itself at ``at_s`` seconds of the shown version; None to play through."""
        self._shown.set_pause_point(at_s)

    def pause(self) -> None:
        """Rest here, picture kept."""
        self._shown.pause()

    def set_volume(self, volume: int) -> None:
        """Loudness from 0 to 100, of both versions."""
        for player in self._players:
            player.set_volume(volume)

    @property
    def turned_down_to(self) -> float:
        """The share of its sound pressure that the film has, or is on its way to."""
        return self._ducking.wanted

    def turn_down_to(self, share: float) -> None:
        """Give way to a voice: have *share* of the sound pressure, 1 for all of it; softly while it plays."""
        self._ducking.turn_to(share)
        if self.state.status is not Status.PLAYING:
            self._ducking.stop()

    def set_muted(self, muted: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Sound off or on, volume kept, in both versions."""
        for player in self._players:
            player.set_muted(muted)

    def set_sound_output(self, name: str) -> None:
        """Where the sound of both versions goes, as :meth:`FilmPlayer.set_sound_output`."""
        self._sound_output = name
        for player in self._players:
            player.set_sound_output(name)

    def set_room(self, width: int, height: int) -> None:
        """How many pixels the picture has on screen at most, in both versions."""
        self._room = (width, height)
        for player in self._players:
            player.set_room(width, height)

    def _set_beneath(self, share: float) -> None:
        for player in self._players:
            player.set_beneath(share)

    def _spare_player(self) -> FilmPlayer:
        """The player that is not shown, made when it is first needed."""
        spare = next((player for player in self._players if player is not self._shown), None)
        return spare if spare is not None else self._new_player()

    def _new_player(self) -> FilmPlayer:
        player = self._make_player(self)
        if self._players:
            player.set_volume(self.state.volume)
            player.set_muted(self.state.muted)
        self._players.append(player)
        player.set_room(*self._room)
        player.set_beneath(self._ducking.share)
        if self._sound_output:
            player.set_sound_output(self._sound_output)
        player.frame_ready.connect(lambda frame: self._on_frame(player, frame))
        player.state_changed.connect(lambda state: self._on_state(player, state))
        player.pause_reached.connect(lambda at_s: self._pass_on(player, self.pause_reached, at_s))
        player.ended.connect(lambda: self._pass_on(player, self.ended))
        player.failed.connect(lambda sentence: self._on_failed(player, sentence))
        return player

    def _on_frame(self, player: FilmPlayer, frame: Frame) -> None:
        if player is self._shown:
            self.frame_ready.emit(frame)

    def _on_state(self, player: FilmPlayer, state: PlayerState) -> None:
        if player is self._shown:
            self.state_changed.emit(state)

    def _on_failed(self, player: FilmPlayer, sentence: str) -> None:
        if player is self._shown:
            self.failed.emit(sentence)

    def _pass_on(self, player: FilmPlayer, signal: SignalInstance, *values: float) -> None:
        if player is self._shown:
            signal.emit(*values)
