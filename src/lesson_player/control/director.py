"""The film director: makes the player do what the lesson's state says."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - used in a dataclass-like attribute
from typing import TYPE_CHECKING

from lesson_player.model.lesson import FilmStep
from lesson_player.playback.pair import OtherVersion
from lesson_player.playback.state import Status
from lesson_player.playback.story_map import StoryMap
from lesson_player.teaching import film_moves, moves
from lesson_player.teaching.loudness import UNDER_A_VOICE, volume_for
from lesson_player.teaching.state import FilmStatus, Screen

if TYPE_CHECKING:
    from lesson_player.model.bundle import LoadedFilm
    from lesson_player.model.film import Film
    from lesson_player.playback.pair import VersionPair
    from lesson_player.teaching.course import Course
    from lesson_player.teaching.state import LessonState


class FilmDirector:
    """Follows the lesson's state with one pair of players: opens, seeks, swaps, plays and rests the film.

    The state says what ought to be; the director compares it with what it last asked of the player and asks
    for the difference. So the same state may be followed any number of times.
    """

    def __init__(self, course: Course, player: VersionPair) -> None:
        self._course = course
        self._player = player
        self._path: Path | None = None
        self._jump = -1
        self._playing = False
        self._mark_s: float | None = None
        self._sound: tuple[int, bool] | None = None
        self._rate = 1.0
        self._frames = 0
        self._stepped = False

    @property
    def stepped(self) -> bool:
        """Whether the film rests at a frame that it was stepped to, and not at a place it was sent to."""
        return self._stepped

    @property
    def on_film(self) -> bool:
        """Whether a film is open for the step that was followed last."""
        return self._path is not None

    def follow(self, state: LessonState) -> None:
        """Bring the player to where *state* is."""
        step = moves.current_step(self._course, state)
        if not isinstance(step, FilmStep) or state.film.status is FilmStatus.MISSING:
            self._leave()
            return
        film = state.film
        playing = film.status is FilmStatus.PLAYING and state.screen is Screen.OPEN and not film.held
        self._follow_sound(step, state)
        self._follow_rate(state.rate)
        if self._playing and not playing:
            self._player.pause()
            self._playing = False
        self._follow_place(step, state)
        self._follow_mark(step, state)
        if playing and not self._playing:
            self._stepped = False
            self._play(state.film.at_s)
        self._playing = playing

    def rested(self) -> None:
        """The player has come to rest by itself, at its pause point or at the film's end."""
        self._playing = False

    def close(self) -> None:
        """Let go of the film."""
        self._player.close()
        self._path = None

    def _play(self, at_s: float) -> None:
        if self._player.state.status is Status.ENDED:
            # A player whose film has run out starts again from the beginning of the file.
            self._player.seek(at_s)
        self._player.play()

    def _leave(self) -> None:
        if self._path is not None:
            self.close()
        self._playing = False
        self._mark_s = None

    def _follow_sound(self, step: FilmStep, state: LessonState) -> None:
        film = self._course.film(step)
        version = film_moves.version_on(self._course, step, state)
        volume = volume_for(film.film, version, state.volume) if film else state.volume
        self._player.turn_down_to(UNDER_A_VOICE if state.film.telling is not None else 1.0)
        sound = (volume, state.muted)
        if sound != self._sound:
            self._player.set_volume(volume)
            self._player.set_muted(state.muted)
            self._sound = sound

    def _follow_rate(self, rate: float) -> None:
        if rate != self._rate:
            self._rate = rate
            self._player.set_rate(rate)

    def _follow_place(self, step: FilmStep, state: LessonState) -> None:
        film = self._course.film(step)
        if film is None:
            return
        path = film.path(film_moves.version_on(self._course, step, state))
        if path != self._path:
            self._path, self._jump, self._mark_s = path, state.film.jump, None
            self._forget_frames(state)
            self._show(self._file_now(path), state.film.at_s, self._other(film, step, state))
        elif state.film.jump != self._jump:
            self._jump = state.film.jump
            self._forget_frames(state)
            self._player.seek(state.film.at_s)
        elif state.film.frames != self._frames:
            frames = state.film.frames - self._frames
            self._frames, self._stepped = state.film.frames, True
            self._player.step_frames(frames)

    def _file_now(self, path: Path) -> Path:
        """Where a film's file can be read at this moment."""
        return self._course.coming.get(path, path)

    def _forget_frames(self, state: LessonState) -> None:
        self._frames, self._stepped = state.film.frames, False

    def _show(self, path: Path, at_s: float, other: OtherVersion | None) -> None:
        if self._player.shows(path, other) and self._player.swap(at_s):
            return
        self._playing = False
        self._player.set_pause_point(None)
        self._player.open(path, at_s, other)

    def _other(self, film: LoadedFilm, step: FilmStep, state: LessonState) -> OtherVersion | None:
        version = film_moves.other_version(self._course, step, state)
        if version is None:
            return None
        here = film_moves.version_on(self._course, step, state)
        there = self._file_now(film.path(version))
        return OtherVersion(there, story_map(film.film, here, version), story_map(film.film, version, here))

    def _follow_mark(self, step: FilmStep, state: LessonState) -> None:
        wanted = film_moves.stop_s(self._course, step, state)
        if wanted != self._mark_s:
            self._mark_s = wanted
            self._player.set_pause_point(wanted)


def story_map(film: Film, version: str, other: str) -> StoryMap:
    """The times of *version* and of *other* that belong together, as :meth:`Film.same_moment_s` has them."""
    told = film.versions[version]
    times = sorted({0.0, told.duration, *(at_s for at_s in told.moments.values() if at_s <= told.duration)})
    return StoryMap(tuple((at_s, film.same_moment_s(at_s, version, other)) for at_s in times))
