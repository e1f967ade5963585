"""A described film in a taught lesson, with the real engines and a recorded voice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lesson_player.control import narrator
from lesson_player.control.keeper import PlaceKeeper
from lesson_player.control.teaching import TeachingController
from lesson_player.desktop.jobs import JobRunner
from lesson_player.playback.engines import choose_engine
from lesson_player.playback.pair import VersionPair
from lesson_player.playback.state import Status
from lesson_player.rendering.pictures import PictureStore
from lesson_player.speech.first import FirstVoice
from lesson_player.speech.port import Voice
from lesson_player.speech.recorded import RecordedVoice
from lesson_player.speech.system import SystemVoice
from lesson_player.teaching.course import Course
from lesson_player.teaching.description import BREATH_S
from lesson_player.teaching.journal import Journal
from lesson_player.teaching.state import FilmStatus
from tests.speech.conftest import make_tone
from tests.support.described_lesson import described_course
from tests.support.hand_jobs import AtOnce
from tests.support.numbered_film import NumberedFilm, make_numbered_film
from tests.support.small_lesson import at_step

BUILD = Path(__file__).parents[2] / "build"
FILM = NumberedFilm("webm", 10.0)
CUE_S, CUE_ENDS_S = 1.0, 2.0


@dataclass
class Room:
    """A class that watches: which frames it saw, and at which of them a voice was asked and was done."""

    controller: TeachingController
    player: VersionPair
    voice: Voice
    bot: QtBot
    seen_s: list[float] = field(default_factory=list)
    began_s: list[float] = field(default_factory=list)
    ended_s: list[float] = field(default_factory=list)

    def listen(self) -> None:
        self.player.frame_ready.connect(lambda frame: self.seen_s.append(frame.time_s))
        self.controller.view_changed.connect(self._look_for_a_telling)
        self.voice.finished.connect(lambda _one: self.ended_s.append(self.shown_s()))

    def _look_for_a_telling(self, _view: object) -> None:
        film = self.controller.state.film
        if film.telling is not None and not self.voice.utterance:
            self.began_s.append(film.at_s)

    def shown_s(self) -> float:
        """The time of the frame that the class sees."""
        assert self.player.frame is not None
        return self.player.frame.time_s

    def press(self, *commands: str) -> None:
        for command in commands:
            assert self.controller.run(command), command

    def until(self, condition: Callable[[], bool]) -> None:
        self.bot.waitUntil(condition, timeout=20_000)

    def rests(self) -> bool:
        return self.player.state.status is Status.RESTING


@pytest.fixture(params=["vlc", "qt"])
def engine(request: pytest.FixtureRequest) -> str:
    name = str(request.param)
    if choose_engine(name).key != name:
        pytest.skip(choose_engine(name).sentence)
    return name


@pytest.fixture
def enter(
    qtbot: QtBot, tmp_path: Path, engine: str, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Room]]:
    """Opens the film step with the film ready to be played."""
    monkeypatch.setattr(narrator, "_LOOKS_AFTER_MS", 0)
    rooms: list[Room] = []

    def make(*, recorded: bool) -> Room:
        player = VersionPair(choose_engine(engine).make_player)
        made = _course(tmp_path, recorded=recorded)
        voice = FirstVoice(lambda: (RecordedVoice(), SystemVoice(engine="mock")))
        keeper = PlaceKeeper(made, Journal(tmp_path / "places"), "key", JobRunner(AtOnce()))
        pictures = PictureStore(lambda _id: None)
        controller = TeachingController(made, at_step(made, "watch"), player, pictures, keeper, voice)
        room = Room(controller, player, voice, qtbot)
        rooms.append(room)
        room.listen()
        controller.begin()
        room.until(room.rests)
        room.until(lambda: controller.state.no_voice == "")
        return room

    yield make
    for room in rooms:
        room.controller.end()
        room.player.deleteLater()


def _course(folder: Path, *, recorded: bool) -> Course:
    """The small lesson with a numbered film; the first description has 30 words where nobody recorded it."""
    made = described_course(folder, recorded=recorded)
    film = made.bundle.films["small-film"]
    source = make_numbered_film(FILM, BUILD / "numbered-films")
    (folder / "film.webm").symlink_to(source)
    (folder / "d.opus").symlink_to(make_tone(BUILD / "sounds" / "tone-10s.opus", 10.0))
    if not recorded:
        first, *others = film.descriptions["film/standard"].cues
        span = first.lines[0][0].model_copy(update={"text": " ".join(["word"] * 30)})
        cues = (first.model_copy(update={"lines": ((span,),)}), *others)
        track = film.descriptions["film/standard"].model_copy(update={"cues": cues})
        film = film.model_copy(update={"descriptions": {"film/standard": track}})
    films = {"small-film": film.model_copy(update={"missing": ("bsl",)})}
    return replace(made, bundle=made.bundle.model_copy(update={"films": films}))


def test_a_recorded_description_begins_at_its_cue_and_the_film_plays_on(
    enter: Callable[..., Room],
) -> None:
    room = enter(recorded=True)
    room.press("description", "play")
    room.until(lambda: bool(room.ended_s))
    first_s = next(seen_s for seen_s in room.seen_s if seen_s >= CUE_S)
    assert room.began_s == [pytest.approx(first_s, abs=0.001)], "with the first frame of its cue"
    assert room.player.state.status is Status.PLAYING
    room.until(lambda: room.player.position_s > CUE_ENDS_S + 0.5)


def test_a_film_that_is_too_fast_for_its_description_waits_and_plays_on(enter: Callable[..., Room]) -> None:
    room = enter(recorded=True)
    room.voice.set_rate(0.7)
    room.press("faster", "faster", "faster", "description", "play")
    room.until(lambda: room.controller.state.film.held)
    room.until(room.rests)
    assert room.ended_s == []
    assert room.player.position_s == pytest.approx(CUE_ENDS_S + BREATH_S, abs=0.1)
    room.until(lambda: bool(room.ended_s))
    room.until(lambda: room.player.position_s > CUE_ENDS_S + BREATH_S + 0.3)
    assert room.controller.state.film.status is FilmStatus.PLAYING


def test_hiding_while_the_film_waits_is_silent_and_nothing_plays_by_itself(
    enter: Callable[..., Room],
) -> None:
    room = enter(recorded=False)
    room.press("description", "play")
    room.until(lambda: room.controller.state.film.held)
    room.until(room.rests)
    room.press("hide", "hide")
    assert room.controller.state.film.status is FilmStatus.RESTING
    assert room.ended_s == []
    room.press("play")
    room.until(lambda: len(room.began_s) == 2)
    room.until(lambda: len(room.ended_s) == 1)
    room.until(lambda: room.player.position_s > CUE_ENDS_S + BREATH_S + 0.3)
    assert len(room.began_s) == 2
