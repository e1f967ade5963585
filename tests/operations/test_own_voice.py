"""The voice of a version: what has none, recordings made and kept whole, played only where the words fit."""

from __future__ import annotations

import errno
import math
from array import array
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesson_player.application.courses import open_course
from lesson_player.control.utterances import read_out
from lesson_player.formats.bundle import load_bundle
from lesson_player.formats.writing import to_yaml
from lesson_player.model.adaptation import Adaptation
from lesson_player.model.bundle import LessonBundle
from lesson_player.model.layers import apply
from lesson_player.model.lesson import Wording
from lesson_player.model.voice import MadeBy, VoiceIndex
from lesson_player.operations.own_voice import store as storing
from lesson_player.operations.own_voice.lines import VersionVoice, version_voice
from lesson_player.operations.own_voice.record import make_recordings, take_recording
from lesson_player.operations.own_voice.store import OwnRecordings
from lesson_player.operations.packs.contents import look_into
from lesson_player.operations.packs.gather import PackWish
from lesson_player.operations.packs.share import share
from lesson_player.operations.versions import copy_version
from lesson_player.speech.making.maker import RATE, Encoded, NotRecorded, Spoken, encode
from lesson_player.speech.making.manner import Manner, shared_out
from lesson_player.speech.making.sound import Measured, faults
from lesson_player.teaching.state import ReadLine
from tests.support.example_lesson import copy_example
from tests.support.packs import nothing, places
from tests.support.recorded import voice
from tests.support.small_lesson import bundle

GREETING, OTHER = "Good morning to all.", "Hello to you all."
GOOD = Measured(seconds=2.0, peak=0.5, level=-20.4, lead=0.16)


def version(words: str = GREETING) -> Adaptation:
    plain = {"format": 1, "id": "mine", "lesson": "small", "title": "Mine", "about": "For tests."}
    return Adaptation.model_validate(plain | {"lines": {"hello": {"text": words}}})


class FakeSpeaker:
    """Speaks each word for half a second, as fast as it is asked to."""

    def __init__(self, broken: str = "nothing is") -> None:
        self.asked: list[Mapping[str, object]] = []
        self._broken = broken

    def speak(self, line: Mapping[str, object]) -> Spoken:
        self.asked.append(line)
        if self._broken in str(line["text"]):
            raise NotRecorded("It stopped.")
        step = 0.3 / float(str(line["speed"]))
        count = len(str(line["text"]).split())
        return Spoken(b"\0\0" * RATE, tuple((n * step, n * step + step / 2) for n in range(count)))


def fake_encode(pcm: bytes, rate: int) -> Encoded:
    assert rate == RATE
    return Encoded(b"OggS" + len(pcm).to_bytes(8, "big"), GOOD)


def made(folder: Path, *texts: str, speaker: FakeSpeaker | None = None) -> OwnRecordings:
    store = OwnRecordings(folder, "en-GB")
    make_recordings(texts, Manner(), speaker or FakeSpeaker(), fake_encode, store, nothing)
    return store


def stands(adaptation: Adaptation, own: VoiceIndex | None, spoken: VoiceIndex | None = None) -> VersionVoice:
    lesson = bundle().model_copy(update={"voice": spoken})
    changed, _ = apply(lesson.lesson, [adaptation])
    return version_voice(lesson, changed, Wording.STANDARD, own)


def test_what_the_lessons_own_voice_speaks_is_not_asked_for() -> None:
    spoken = voice(*(one.text for one in stands(version(), None).lines if one.text != GREETING))
    assert [one.text for one in stands(version(), None, spoken).missing] == [GREETING]
    (line,) = stands(version(), None, spoken).lines
    assert line.step == "welcome"


def test_without_any_voice_every_line_of_the_version_has_none() -> None:
    found = stands(version(), None).missing
    assert GREETING in [one.text for one in found]
    assert len(found) == len({one.text for one in found}) > 5


def test_a_line_that_was_changed_after_it_was_recorded_is_out_of_date(tmp_path: Path) -> None:
    store = made(tmp_path, GREETING)
    now = stands(version(OTHER), store.index)
    assert now.out_of_date == (GREETING,)
    assert OTHER in [one.text for one in now.missing]
    again = stands(version(), store.index)
    assert again.out_of_date == ()
    (line,) = [one for one in again.lines if one.text == GREETING]
    assert line.recording is not None, "with the former words, the former recording is right again"


def test_a_line_that_is_too_fast_is_spoken_again_more_slowly(tmp_path: Path) -> None:
    speaker = FakeSpeaker()
    store = made(tmp_path, GREETING, "Hi.", speaker=speaker)
    assert [one["speed"] for one in speaker.asked] == [0.92, 0.74, 0.92]
    recording = store.index.recording_of(GREETING)
    assert recording is not None
    assert [word.word for word in recording.words] == GREETING.split()
    assert recording.by is MadeBy.MAKER
    assert recording.words[0].start == pytest.approx(0.1)
    assert store.path(recording).read_bytes().startswith(b"OggS")


class Stop(Exception):
    """Raised by whoever is told how far the work is."""


def test_what_was_made_before_the_work_was_stopped_stays(tmp_path: Path) -> None:
    store, speaker = OwnRecordings(tmp_path, "en-GB"), FakeSpeaker(broken="Third")
    told: list[str] = []

    def say(_share: float, words: str) -> None:
        told.append(words)

    def stop(_share: float, words: str) -> None:
        if not words:
            raise Stop

    texts = ("First.", "Second.", "Third.", "Fourth.")
    with pytest.raises(NotRecorded, match="It stopped"):
        make_recordings(texts, Manner(), speaker, fake_encode, store, say)
    with pytest.raises(Stop):
        make_recordings(texts, Manner(), speaker, fake_encode, store, stop)
    assert told[:2] == ["1 of 4: First.", "2 of 4: Second."]
    again = OwnRecordings(tmp_path, "en-GB").index
    assert {one.text for one in again.recordings.values()} == {"First.", "Second."}


def test_a_sound_that_came_out_badly_is_not_kept(tmp_path: Path) -> None:
    store = OwnRecordings(tmp_path, "en-GB")

    def faint(pcm: bytes, rate: int) -> Encoded:
        return Encoded(fake_encode(pcm, rate).opus, Measured(2.0, 0.001, -70.0, 0.2))

    with pytest.raises(NotRecorded, match="did not come out well"):
        make_recordings([GREETING], Manner(), FakeSpeaker(), faint, store, nothing)
    assert not list(tmp_path.rglob("*.opus"))


def test_a_full_disk_leaves_the_former_recordings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = made(tmp_path, GREETING)
    before = {path.name: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    def full(_path: Path, _data: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(storing, "write_whole", full)
    with pytest.raises(OSError, match="No space"):
        make_recordings([OTHER], Manner(), FakeSpeaker(), fake_encode, store, nothing)
    assert {path.name: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    assert store.index.recording_of(GREETING) is not None


def test_taking_a_recording_away_keeps_a_sound_that_another_line_needs(tmp_path: Path) -> None:
    store = made(tmp_path, GREETING, OTHER)
    assert len(list(tmp_path.rglob("*.opus"))) == 1, "the fake sounds are the same"
    store.remove([GREETING])
    assert store.index.recording_of(GREETING) is None
    assert len(list(tmp_path.rglob("*.opus"))) == 1
    store.remove([OTHER])
    assert not list(tmp_path.rglob("*.opus"))


def test_the_version_is_heard_before_the_lesson_and_only_where_the_words_fit(tmp_path: Path) -> None:
    store = made(tmp_path / "mine", GREETING)
    plain = bundle()
    whole = plain.model_copy(
        update={
            "adaptations": (version(), version().model_copy(update={"id": "other"})),
            "layer_voices": {"mine": store.index},
            "layer_folders": {"mine": tmp_path},
            "voice": voice(GREETING),
        }
    )
    mine, _ = open_course(whole, ("mine",))
    found = read_out(mine, ReadLine(id="hello", text=GREETING))
    assert found.sound is not None
    assert found.sound.path.is_relative_to(tmp_path)
    assert [word.word for word in found.words] == GREETING.split()
    assert read_out(mine, ReadLine(id="hello", text=OTHER)).sound is None
    other, _ = open_course(whole, ("other",))
    of_lesson = read_out(other, ReadLine(id="hello", text=GREETING))
    assert of_lesson.sound is not None
    assert not of_lesson.sound.path.is_relative_to(tmp_path)


def tone(
    seconds: float, loudness: float, before: float = 0.5, after: float = 0.7, rate: int = 16_000
) -> bytes:
    """A room's noise, a tone, and noise again: signed 16-bit mono."""

    def wave(n: int) -> float:
        return loudness * math.sin(n * 2 * math.pi * 220 / rate)

    quiet = [0.001 * math.sin(n * 7.1) for n in range(round(max(before, after) * rate))]
    samples = [*quiet[: round(before * rate)], *map(wave, range(round(seconds * rate)))]
    samples += quiet[: round(after * rate)]
    return array("h", (round(max(-1, min(1, one)) * 32767) for one in samples)).tobytes()


def test_what_a_microphone_heard_is_trimmed_levelled_and_encoded(tmp_path: Path) -> None:
    recording, opus = take_recording(GREETING, tone(1.5, 0.1), 16_000, encode)
    assert recording.by is MadeBy.MICROPHONE
    assert 1.6 < recording.seconds < 2.0, "without the wait before and after it"
    assert opus.startswith(b"OggS")
    assert recording.words[0].start == pytest.approx(0.16, abs=0.02)
    assert recording.words[-1].end <= recording.seconds
    again = encode(b"\0\0" * 4800 + tone(1.5, 0.14, 0, 0), 16_000)
    assert faults(again.measured) == (), "as loud as every other line"
    kept = OwnRecordings(tmp_path, "en-GB").keep(recording, opus)
    assert kept.size == len(opus)
    assert OwnRecordings(tmp_path, "en-GB").index.recording_of(GREETING) == kept


@pytest.mark.parametrize(("loudness", "words"), [(0.0005, "heard nothing"), (3.0, "too loud")])
def test_what_cannot_be_used_is_told_in_a_sentence(loudness: float, words: str) -> None:
    with pytest.raises(NotRecorded, match=words):
        take_recording(GREETING, tone(1.0, loudness), 16_000, fake_encode)
    with pytest.raises(NotRecorded, match="heard nothing"):
        take_recording(GREETING, b"", 16_000, fake_encode)


@given(st.lists(st.text("abc.?", min_size=1, max_size=12), min_size=1, max_size=20), st.floats(0.1, 60.0))
def test_words_share_the_time_in_order(words: list[str], seconds: float) -> None:
    shared = shared_out(" ".join(words), 0.1, 0.1 + seconds)
    assert [word.word for word in shared] == words
    edges = [edge for word in shared for edge in (word.start, word.end)]
    assert edges == sorted(edges)
    assert edges[0] == pytest.approx(0.1, abs=0.001)
    assert edges[-1] == pytest.approx(0.1 + seconds, abs=0.002)


@pytest.fixture
def school(tmp_path: Path) -> tuple[LessonBundle, Any]:
    """A version of the example lesson with a recording, in the user's store."""
    example = copy_example(tmp_path)
    there = places(tmp_path / "school")
    folder = there.own_layers / "asking-for-help"
    adaptation = version().model_copy(update={"lesson": "asking-for-help", "lines": {}})
    folder.mkdir(parents=True)
    (folder / "mine.yaml").write_text(to_yaml(adaptation), encoding="utf-8")
    made(folder / "mine", GREETING)
    found, problems = load_bundle(example.lesson, example.films, adaptations=there.adaptations)
    assert found is not None
    assert problems == ()
    return found, there


def test_a_pack_carries_what_was_recorded_for_a_version(
    school: tuple[LessonBundle, Any], tmp_path: Path
) -> None:
    found, there = school
    assert found.recorded(GREETING, ("mine",)) is not None
    target = tmp_path / "one.lessonpack"
    shared = share(found, there, PackWish(("mine",), lesson=False, films=False), target, nothing)
    names = set(look_into(shared.path, nothing).manifest.files)
    assert "adaptations/asking-for-help/mine/voice/index.json" in names
    assert len(names) == 3


def test_a_copy_of_a_version_has_its_recordings(school: tuple[LessonBundle, Any]) -> None:
    found, there = school
    source = next(one for one in found.adaptations if one.id == "mine")
    copy = copy_version(found, there, source, "A copy")
    index = OwnRecordings(there.own_layers / "asking-for-help" / copy.id, "en-GB").index
    assert index.recording_of(GREETING) is not None


def test_a_list_that_cannot_be_used_is_a_warning(school: tuple[LessonBundle, Any], tmp_path: Path) -> None:
    found, there = school
    (there.own_layers / "asking-for-help" / "mine" / "voice" / "index.json").write_text("{", encoding="utf-8")
    again, problems = load_bundle(found.folder, (), adaptations=there.adaptations)
    assert again is not None
    assert again.recorded(GREETING, ("mine",)) is None
    assert "adaptations/mine/voice/index.json" in {one.file for one in problems}
