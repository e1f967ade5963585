"""The voice of a version in the editor: made in the background, listened to, recorded, kept, taken away."""

from __future__ import annotations

import array
import errno
import math
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from lesson_player.control.editing.recorder import LONGEST_S, LineRecorder, Stage
from lesson_player.control.editing.voice import Maker, VoiceController
from lesson_player.desktop.jobs import JobRunner
from lesson_player.model.layers import apply
from lesson_player.model.lesson import Wording
from lesson_player.model.spoken import class_texts
from lesson_player.operations.own_voice import store as storing
from lesson_player.operations.own_voice.lines import VersionVoice, version_voice
from lesson_player.operations.own_voice.store import OwnRecordings
from lesson_player.speech.making.maker import RATE, Encoded, NotRecorded, Spoken
from lesson_player.speech.making.manner import Manner
from lesson_player.speech.making.sound import Measured
from lesson_player.speech.silent import SilentVoice
from tests.support.hand_jobs import AtOnce, HandExecutor
from tests.support.recorded import voice
from tests.support.small_lesson import bundle
from tests.support.small_version import version

LINES = ("Good morning to all.", "Maya is not alone.")
SPOKEN = voice(*(one.text for one in class_texts(bundle().lesson, Wording.STANDARD, bundle().services)))


class FakeSpeaker:
    """Speaks everything until it is stopped."""

    def __init__(self) -> None:
        self.stopped = False
        self.says: list[str] = []

    def speak(self, line: Mapping[str, object]) -> Spoken:
        text = str(line["text"])
        self.says.append(text)
        if self.stopped or "bad" in text:
            raise NotRecorded("It stopped.")
        count = len(text.split())
        return Spoken(b"\0\0" * RATE, tuple((n * 0.5, n * 0.5 + 0.4) for n in range(count)))

    def stop(self) -> None:
        self.stopped = True

    close = stop


def fake_encode(pcm: bytes, _rate: int) -> Encoded:
    return Encoded(b"OggS" + pcm[:40], Measured(2.0, 0.5, -20.4, 0.16))


class FakeMicrophone(QObject):
    """Hears what the test says."""

    level = Signal(float)
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.hears = False
        self.missing = ""
        self.heard = tone()

    def is_on(self) -> bool:
        return self.hears

    def why_not(self) -> str:
        return self.missing

    def start(self) -> None:
        self.hears = True

    def stop(self) -> tuple[bytes, int]:
        self.hears = False
        return self.heard, 16_000


def tone(loudness: int = 6000) -> bytes:
    wave = (round(loudness * math.sin(n / 10)) for n in range(16_000))
    return array.array("h", wave).tobytes()


class Desk:
    """A version whose lines the test says, with everything that speaks and records."""

    def __init__(self, folder: Path, why_not: str = "", executor: HandExecutor | None = None) -> None:
        self.executor = executor or AtOnce()
        self.jobs = JobRunner(self.executor)
        self.recordings = OwnRecordings(folder, "en-GB")
        self.voice = SilentVoice(by_hand=True)
        self.speaker = FakeSpeaker()
        self.microphone = FakeMicrophone()
        self.lines = LINES
        maker = Maker(lambda: self.speaker, fake_encode, Manner(), why_not)
        self.controller = VoiceController(
            self.look, lambda _step: "Welcome", self.recordings, maker, self.voice, self.jobs
        )
        self.recorder = LineRecorder(self.recordings, self.microphone, fake_encode, self.voice, self.jobs)
        self.told: list[str] = []
        self.controller.told.connect(self.told.append)
        self.recorder.told.connect(self.told.append)

    def look(self) -> VersionVoice:
        made = bundle().model_copy(update={"voice": SPOKEN})
        texts = {"hello": {"text": self.lines[0]}, "plan": {"text": self.lines[1]}}
        lesson, _ = apply(made.lesson, [version(lines=texts)])
        return version_voice(made, lesson, Wording.STANDARD, self.recordings.index)

    def settle(self, qtbot: QtBot) -> None:
        qtbot.waitUntil(lambda: not self.jobs._jobs and self.controller.view.share is None)

    def stage(self) -> Stage:
        return self.recorder.view.stage

    def states(self) -> list[str]:
        return [row.state for row in self.controller.view.rows]


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.controller.close()
    made.recorder.close()
    made.settle(qtbot)


def test_lines_without_a_voice_are_made_and_can_be_heard(desk: Desk, qtbot: QtBot) -> None:
    assert [row.words for row in desk.controller.view.rows] == list(LINES)
    assert desk.controller.view.missing == 2
    desk.controller.make_all()
    desk.settle(qtbot)
    assert desk.controller.view.missing == 0
    assert desk.states() == ["Made by the voice pack"] * 2
    assert desk.speaker.stopped, "its process is ended"
    desk.controller.listen(LINES[1])
    assert desk.controller.view.heard == LINES[1]
    (heard,) = desk.voice.spoken
    assert heard.sound is not None
    assert heard.sound.path.is_file()
    desk.voice.advance(10.0)
    assert desk.controller.view.heard == ""
    assert desk.told == []


def test_a_changed_line_is_asked_for_again_and_the_old_one_can_be_taken_away(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.controller.make_all()
    desk.settle(qtbot)
    desk.lines = ("Hello.", LINES[1])
    view = desk.controller.view
    assert (view.missing, view.out_of_date) == (1, 1)
    desk.lines = LINES
    assert desk.controller.view.out_of_date == 0, "undone"
    desk.lines = ("Hello.", LINES[1])
    desk.controller.remove_out_of_date()
    assert desk.controller.view.out_of_date == 0
    assert desk.recordings.index.recording_of(LINES[0]) is None
    assert desk.recordings.index.recording_of(LINES[1]) is not None


def test_making_is_stopped_at_once_and_what_was_made_stays(tmp_path: Path, qtbot: QtBot) -> None:
    desk = Desk(tmp_path, executor=HandExecutor())
    desk.controller.make_all()
    view = desk.controller.view
    assert view.share == 0.0
    assert view.doing
    desk.controller.make_all()
    assert len(desk.executor.waiting) == 1, "one at a time"
    desk.controller.cancel()
    assert desk.speaker.stopped
    desk.executor.turn()
    desk.settle(qtbot)
    assert desk.controller.view.share is None
    assert desk.controller.view.missing == 2
    assert desk.told == [], "who stops it need not be told"


def test_a_line_that_cannot_be_spoken_is_told_and_those_before_it_stay(desk: Desk, qtbot: QtBot) -> None:
    desk.lines = ("Good.", "A bad one.")
    desk.controller.make_all()
    desk.settle(qtbot)
    assert desk.told == ["It stopped."]
    assert desk.controller.view.missing == 1


def test_a_full_disk_is_told(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_path: Path, _data: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(storing, "write_whole", full)
    desk.controller.make_all()
    desk.settle(qtbot)
    assert "disk may be full" in desk.told[0]
    desk.recorder.begin(LINES[0])
    desk.recorder.record()
    desk.recorder.stop()
    qtbot.waitUntil(lambda: desk.stage() is Stage.TAKEN)
    assert not desk.recorder.keep()
    assert "disk may be full" in desk.told[1]
    assert desk.stage() is Stage.TAKEN, "it can be kept once there is room"
    monkeypatch.undo()
    assert desk.recorder.keep()


def test_without_a_voice_pack_nothing_is_started(tmp_path: Path) -> None:
    desk = Desk(tmp_path, why_not="It is not installed.")
    desk.controller.make_all()
    assert desk.controller.view.share is None
    assert desk.controller.view.maker_why_not == "It is not installed."
    assert desk.speaker.says == []


def test_a_line_is_recorded_heard_and_kept(desk: Desk, qtbot: QtBot) -> None:
    levels: list[str] = []
    desk.recorder.loudness.connect(lambda _level, words: levels.append(words))
    desk.recorder.begin(LINES[0])
    assert desk.stage() is Stage.READY
    desk.recorder.record()
    assert desk.microphone.is_on()
    for level in (0.01, 0.4, 0.99):
        desk.microphone.level.emit(level)
    assert levels == ["Too quiet", "Good", "Too loud"]
    desk.recorder.stop()
    qtbot.waitUntil(lambda: desk.stage() is Stage.TAKEN)
    assert not desk.microphone.is_on()
    assert desk.recordings.index.recordings == {}, "nothing is kept yet"
    desk.recorder.listen()
    heard = desk.voice.spoken[-1].sound
    assert heard is not None
    assert heard.path.is_file()
    assert desk.recorder.keep()
    assert not heard.path.exists(), "what was listened to is gone"
    recording = desk.recordings.index.recording_of(LINES[0])
    assert recording is not None
    assert "not exact" in desk.states()[0]


def test_what_is_not_kept_is_nowhere(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.recorder.begin(LINES[0])
    desk.recorder.record()
    desk.recorder.close()
    assert not desk.microphone.is_on()
    desk.recorder.begin(LINES[0])
    desk.recorder.record()
    desk.recorder.stop()
    qtbot.waitUntil(lambda: desk.stage() is Stage.TAKEN)
    desk.recorder.close()
    assert not desk.recorder.keep()
    assert list(tmp_path.rglob("*")) == []


def test_silence_is_told_and_it_can_be_tried_again(desk: Desk, qtbot: QtBot) -> None:
    desk.microphone.heard = tone(3)
    desk.recorder.begin(LINES[0])
    desk.recorder.record()
    desk.recorder.stop()
    qtbot.waitUntil(lambda: desk.stage() is Stage.READY)
    assert "heard nothing" in desk.told[0]
    assert not desk.recorder.view.why_not


def test_a_microphone_that_goes_is_told_and_a_long_recording_ends(desk: Desk, qtbot: QtBot) -> None:
    desk.recorder.begin(LINES[0])
    desk.recorder.record()
    desk.microphone.missing = "No microphone is connected."
    desk.microphone.failed.emit("It stopped being heard.")
    assert desk.told == ["It stopped being heard."]
    assert desk.recorder.view.why_not == "No microphone is connected."
    desk.recorder.record()
    assert not desk.microphone.is_on(), "without one, nothing begins"
    desk.microphone.missing = ""
    desk.recorder.begin(LINES[0])
    desk.recorder.record()
    for _ in range(LONGEST_S):
        desk.recorder._second()
    qtbot.waitUntil(lambda: desk.stage() is Stage.TAKEN)


def test_where_the_school_forbids_it_nothing_is_recorded(desk: Desk) -> None:
    forbidden = LineRecorder(
        desk.recordings, desk.microphone, fake_encode, desk.voice, desk.jobs, forbidden="Your school says no."
    )
    forbidden.begin(LINES[0])
    forbidden.record()
    assert forbidden.view.why_not == "Your school says no."
    assert not desk.microphone.is_on()
