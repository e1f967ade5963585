"""Reading aloud in a taught lesson: a voice without sound, turned by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lesson_player.control.keeper import PlaceKeeper
from lesson_player.control.teaching import TeachingController
from lesson_player.desktop.jobs import JobRunner
from lesson_player.model.reading import ReadingChoice, SpokenMark
from lesson_player.model.voice import Recording, VoiceIndex, WordTime, recording_key
from lesson_player.playback.silent import HandClock
from lesson_player.rendering.pictures import PictureStore
from lesson_player.speech.silent import SilentVoice
from lesson_player.speech.utterance import Sound, Utterance
from lesson_player.teaching import moves, reading
from lesson_player.teaching.course import Course
from lesson_player.teaching.journal import Journal
from tests.control.conftest import seconds
from tests.support.described_lesson import described_course
from tests.support.hand_jobs import AtOnce
from tests.support.silent_pair import SilentPair
from tests.support.small_lesson import at_step

WORDS = (WordTime(word="Welcome", start=0.5, end=1.0, at=0),)
RECORDING = Recording(text="Welcome", file="welcome.opus", seconds=1.5, size=1, words=WORDS)


class PickyVoice(SilentVoice):
    """Cannot speak what has *cannot* in its text."""

    cannot = "no such words"

    def why_not(self, utterance: Utterance) -> str:
        return "No voice for it." if self.cannot in utterance.text else ""


@dataclass
class Room:
    controller: TeachingController
    voice: PickyVoice
    player: SilentPair
    course: Course
    qtbot: QtBot

    @property
    def speaking(self) -> str:
        """The text that is spoken now; empty for none."""
        utterance = self.voice.utterance
        return utterance.text if utterance is not None else ""

    @property
    def spoken(self) -> list[str]:
        return [utterance.text for utterance in self.voice.spoken]

    def mark(self) -> SpokenMark | None:
        return self.controller.view.class_view.spoken


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    """The welcome, whose heading is recorded."""
    for name in ("film.webm", "bsl.webm"):
        (tmp_path / name).write_bytes(b"\x1a\x45\xdf\xa3 not read by the silent player")
    key = recording_key("Welcome", "en-GB", "test")
    index = VoiceIndex(format=1, language="en-GB", voice="test", recordings={key: RECORDING})
    made = described_course(tmp_path)
    made = replace(made, bundle=made.bundle.model_copy(update={"voice": index}))
    voice, player = PickyVoice(by_hand=True), SilentPair(HandClock(), seconds)
    keeper = PlaceKeeper(made, Journal(tmp_path / "places"), "key", JobRunner(AtOnce()))
    controller = TeachingController(
        made, at_step(made, "welcome"), player, PictureStore(lambda _id: None), keeper, voice
    )
    controller.begin()
    yield Room(controller, voice, player, made, qtbot)
    controller.end()


def test_a_slide_is_read_with_its_recordings_and_each_word_is_marked_as_it_is_heard(room: Room) -> None:
    assert room.controller.run("read-aloud")
    sound = Sound(room.course.bundle.folder / "voice" / "welcome.opus", to_s=1.5)
    assert room.voice.spoken == [Utterance("Welcome", "en-GB", sound, WORDS)]
    room.voice.advance(0.49)
    assert room.mark() is None
    room.voice.advance(0.02)
    assert room.mark() == SpokenMark(line="heading", word=0)
    room.voice.advance(1.0)
    assert room.spoken == ["Welcome", "Text of hello."]
    room.voice.advance(0.4)
    assert room.mark() == SpokenMark(line="hello", word=1)
    room.voice.advance(5.0)
    assert room.mark() is None
    assert room.controller.state.reading is None
    assert not room.controller.view.reading.reading


@pytest.mark.parametrize("command", ["read-aloud", "next", "hide", "calm", "last"])
def test_it_is_silent_at_once(room: Room, command: str) -> None:
    room.controller.run("read-aloud")
    room.voice.advance(0.6)
    assert room.controller.run(command)
    assert room.speaking == ""
    assert room.mark() is None


def test_the_end_of_the_lesson_silences_it(room: Room) -> None:
    room.controller.run("read-aloud")
    room.voice.advance(0.6)
    room.controller.end()
    assert room.speaking == ""


def test_a_line_that_no_voice_can_speak_is_told_and_the_next_one_is_read(room: Room) -> None:
    room.voice.cannot = "Welcome"
    room.controller.run("read-aloud")
    room.qtbot.waitUntil(lambda: len(room.spoken) == 1)
    assert room.spoken == ["Text of hello."]
    assert room.controller.view.messages == ("No voice yet for “Welcome”. You can read it aloud.",)


def test_the_speed_is_the_reading_s_own_and_the_film_s_voices_keep_theirs(room: Room) -> None:
    room.controller.make(reading.choose(ReadingChoice(speed=0.7)))
    room.controller.run("read-aloud")
    assert room.voice.rate == 0.7
    room.controller.run("read-aloud")
    assert room.voice.rate == 1.0


def test_a_description_and_a_reading_never_speak_at_once(room: Room) -> None:
    room.controller.make(reading.choose(ReadingChoice(on_arrival=True)))
    ids = [step.id for step in room.course.steps("one")]
    room.controller.go_to(ids.index("watch") + 1)
    room.player.advance(0)
    room.controller.run("description")
    assert room.spoken[-1].startswith("Film"), "the notice before the film"
    room.controller.run("play")
    assert room.speaking == ""
    for _ in range(60):
        room.player.advance(0.04)
        room.voice.advance(0.04)
        state = room.controller.state
        assert state.reading is None or state.film.telling is None
    assert room.spoken[-1] not in {"Film, part 1", "Text of notice."}, "the film is described"
    room.controller.make(moves.next_beat)
    assert room.controller.state.film.telling is None
    assert room.controller.state.reading is not None
    assert room.speaking == "Question clues?"


def test_words_that_are_told_late_mark_nothing(room: Room) -> None:
    room.controller.run("read-aloud")
    room.voice.advance(0)
    room.controller.run("read-aloud")
    room.voice.word.emit(0, 7)
    assert room.mark() is None
