"""The narrator in a taught lesson: a silent player and a silent voice, turned by hand together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lesson_player.control import narrator
from lesson_player.control.keeper import PlaceKeeper
from lesson_player.control.teaching import TeachingController
from lesson_player.desktop.jobs import JobRunner
from lesson_player.playback.silent import HandClock
from lesson_player.playback.state import Status
from lesson_player.rendering.pictures import PictureStore
from lesson_player.speech.silent import SilentVoice
from lesson_player.speech.utterance import Sound, Utterance
from lesson_player.teaching.description import BREATH_S
from lesson_player.teaching.journal import Journal
from lesson_player.teaching.state import FilmStatus
from tests.control.conftest import seconds
from tests.support.described_lesson import described_course, words
from tests.support.hand_jobs import AtOnce
from tests.support.silent_pair import SilentPair
from tests.support.small_lesson import MOMENTS, at_step

FRAME_S = 0.04


class SlowVoice(SilentVoice):
    """Takes as many seconds for anything as the test says."""

    takes_s = 0.5
    cannot = ""
    closed = False

    def __init__(self) -> None:
        super().__init__(by_hand=True)
        self.ready: list[Utterance] = []

    def why_not(self, _utterance: Utterance) -> str:
        return self.cannot

    def prepare(self, utterance: Utterance) -> None:
        self.ready.append(utterance)

    def close(self) -> None:
        super().close()
        self.closed = True

    def _begin(self, utterance: Utterance) -> None:
        super()._begin(utterance)
        self._due, self._end_s = [], self.takes_s


@dataclass
class Watching:
    controller: TeachingController
    player: SilentPair
    voice: SlowVoice
    folder: Path
    qtbot: QtBot

    def press(self, *commands: str) -> None:
        for command in commands:
            assert self.controller.run(command), command
            self.player.advance(0)

    def watch(self, for_s: float) -> None:
        """Let film and voice go on together, frame by frame."""
        for _ in range(round(for_s / FRAME_S)):
            self.player.advance(FRAME_S)
            self.voice.advance(FRAME_S)

    @property
    def spoken(self) -> list[str]:
        return [utterance.text for utterance in self.voice.spoken]

    def plays(self) -> bool:
        return self.player.state.status is Status.PLAYING


Start = Callable[..., Watching]


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Opens the film step; the voice has been looked for."""
    monkeypatch.setattr(narrator, "_LOOKS_AFTER_MS", 0)
    opened: list[TeachingController] = []
    for name in ("film.webm", "bsl.webm"):
        (tmp_path / name).write_bytes(b"\x1a\x45\xdf\xa3 not read by the silent player")

    def begin(*, recorded: bool = True, cannot: str = "") -> Watching:
        made = described_course(tmp_path, recorded=recorded)
        player, voice = SilentPair(HandClock(), seconds), SlowVoice()
        voice.cannot = cannot
        keeper = PlaceKeeper(made, Journal(tmp_path / "places"), "key", JobRunner(AtOnce()))
        controller = TeachingController(
            made, at_step(made, "watch"), player, PictureStore(lambda _id: None), keeper, voice
        )
        opened.append(controller)
        controller.begin()
        player.advance(0)
        qtbot.waitUntil(lambda: controller.state.no_voice is not None)
        return Watching(controller, player, voice, tmp_path, qtbot)

    yield begin
    for controller in opened:
        controller.end()


def test_a_description_plays_its_stretch_of_the_recording_at_its_cue(start: Start) -> None:
    desk = start()
    desk.press("description", "play")
    desk.watch(0.96)
    assert desk.spoken == []
    desk.watch(0.08)
    (utterance,) = desk.voice.spoken
    assert utterance == Utterance(words(1.0), "en-GB", Sound(desk.folder / "d.opus", 1.0, 2.0))


def test_the_file_is_opened_before_it_is_needed(start: Start) -> None:
    desk = start()
    desk.press("description")
    desk.qtbot.waitUntil(lambda: bool(desk.voice.ready))
    assert desk.voice.ready[0].sound == Sound(desk.folder / "d.opus")


def test_the_film_is_turned_down_while_it_is_described_and_up_again(start: Start) -> None:
    desk = start()
    desk.press("description", "play")
    desk.watch(1.2)
    assert desk.player.turned_down_to == 0.1
    assert desk.player.state.volume == 80, "the teacher's volume stays"
    desk.watch(0.6)
    assert desk.player.turned_down_to == 1.0
    assert desk.voice.volume == 80
    desk.press("quieter")
    assert desk.voice.volume == 70


def test_the_film_waits_for_a_slow_voice_and_plays_on_by_itself(start: Start) -> None:
    desk = start()
    desk.voice.takes_s = 3.0
    desk.press("description", "play")
    desk.watch(2.6)
    assert not desk.plays()
    assert desk.player.position_s == pytest.approx(2.0 + BREATH_S, abs=FRAME_S)
    assert desk.controller.view.film is not None
    assert desk.controller.view.film.status == "playing", "the button still says Rest"
    assert "waits for the description" in desk.controller.view.class_lines[-1]
    desk.watch(1.6)
    assert desk.plays()
    desk.watch(0.4)
    assert 2.3 < desk.player.position_s < 3.2


def test_a_voice_that_is_done_in_time_does_not_stop_the_film(start: Start) -> None:
    desk = start()
    desk.press("description", "play")
    desk.watch(3.0)
    assert desk.plays()
    assert desk.player.position_s == pytest.approx(3.0, abs=FRAME_S)


def test_the_question_of_a_pause_waits_for_the_description(start: Start) -> None:
    desk = start()
    desk.voice.takes_s = 1.5
    desk.press("description", "play")
    desk.watch(4.4)
    film = desk.controller.view.class_view.film
    assert film is not None
    assert film.prompt is None
    desk.watch(1.4)
    film = desk.controller.view.class_view.film
    assert film is not None
    assert film.prompt is not None
    assert desk.controller.state.film.at_s == MOMENTS["clue"]


@pytest.mark.parametrize(
    "command", ["play", "hide", "calm", "mute", "description", "version", "again", "next"]
)
def test_whatever_comes_between_silences_the_voice_at_once(start: Start, command: str) -> None:
    desk = start()
    desk.voice.takes_s = 5.0
    desk.press("description", "play")
    desk.watch(1.4)
    speaking = [desk.voice.utterance is not None]
    desk.press(command)
    speaking.append(desk.voice.utterance is not None)
    assert speaking == [True, False]


@pytest.mark.parametrize("command", ["hide", "calm"])
def test_after_hide_and_calm_the_film_rests_until_somebody_plays_it(start: Start, command: str) -> None:
    desk = start()
    desk.voice.takes_s = 3.0
    desk.press("description", "play")
    desk.watch(2.8)
    desk.press(command)
    desk.watch(4.0)
    desk.press(command)
    desk.watch(1.0)
    assert not desk.plays()
    desk.press("play")
    desk.watch(0.2)
    assert desk.spoken == [words(1.0), words(1.0)], "what was cut off is told again"


def test_ending_the_lesson_is_silent(start: Start) -> None:
    desk = start()
    desk.press("description", "play")
    desk.watch(1.2)
    desk.controller.end()
    assert desk.voice.utterance is None
    assert desk.voice.closed


def test_captions_are_read_aloud_and_the_newest_wins(start: Start) -> None:
    desk = start()
    desk.voice.takes_s = 4.5
    desk.press("spoken-captions", "play")
    desk.watch(4.2)
    assert desk.spoken == ["Maya: Words at 1.0"]
    desk.press("play")
    desk.watch(2.0)
    assert desk.spoken == ["Maya: Words at 1.0", "Words at 5.0"]


def test_captions_are_not_offered_where_there_is_no_voice_and_it_is_said_why(start: Start) -> None:
    desk = start(cannot="This computer has no voice of its own.")
    assert not desk.controller.run("spoken-captions")
    settings = desk.controller.view.film_settings
    assert settings is not None
    assert settings.no_spoken_captions == "This computer has no voice of its own."


def test_without_any_voice_the_teacher_reads_and_the_film_goes_on(start: Start) -> None:
    desk = start(recorded=False, cannot="This computer has no voice of its own.")
    desk.press("description", "play")
    desk.watch(0.2)
    desk.controller.make(lambda _course, state: state)
    assert desk.controller.view.class_lines[-1] == "Read aloud at 0:01: “Seen at 1.”"
    desk.watch(2.4)
    assert desk.spoken == []
    assert desk.plays()
    assert desk.player.turned_down_to == 1.0
    film = desk.controller.view.class_view.film
    assert film is not None
    assert film.description == words(1.0)


def test_a_recording_that_cannot_be_played_is_told_once_and_the_film_goes_on(start: Start) -> None:
    desk = start()
    desk.voice.cannot = "The recording d.opus is missing."
    desk.press("description", "play")
    for until_s in (1.2, 2.4, 3.6):
        desk.watch(until_s - desk.player.position_s)
        desk.qtbot.waitUntil(lambda: desk.controller.state.film.telling is None)
    assert desk.controller.view.messages == ("The recording d.opus is missing.",)
    assert desk.controller.state.film.status is FilmStatus.PLAYING
    assert not desk.controller.state.film.held


def test_the_class_hears_of_a_description_only_while_it_is_on(start: Start) -> None:
    desk = start()
    desk.press("play")
    desk.watch(1.2)
    assert desk.controller.view.class_view.announcement == "Film: Film, part 1"
    desk.press("again", "description")
    desk.watch(1.2)
    assert desk.controller.view.class_view.announcement == words(1.0)
    desk.watch(1.0)
    assert desk.controller.view.class_view.announcement == words(1.0), "it is not announced anew"
