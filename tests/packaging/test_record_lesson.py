"""Recording a lesson: only changed lines are spoken again, and a fault changes nothing.

The speech network is stood in for by a tone for each word; ffmpeg is real.
"""

from __future__ import annotations

import importlib
import json
import shutil
from pathlib import Path

import pytest

from lesson_player.formats.bundle import load_bundle
from lesson_player.model.bundle import LessonBundle
from lesson_player.model.spoken import pupil_texts
from tests.packaging.tones import LEAD, LESSON_YAML, VOICE_TOML, WORD, Tones, tone
from tests.support.ogg_opus import read_opus

maker = importlib.import_module("lesson_voice")
index = importlib.import_module("lesson_voice.index")
limits = importlib.import_module("lesson_voice.limits")
making = importlib.import_module("lesson_voice.making")
settings_module = importlib.import_module("lesson_voice.settings")
sound = importlib.import_module("lesson_voice.sound")
speech = importlib.import_module("lesson_voice.speech")


@pytest.fixture
def tones(monkeypatch: pytest.MonkeyPatch) -> Tones:
    made = Tones()
    monkeypatch.setattr(speech, "speak", made)
    return made


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    """A lesson of few lines, so that recording it takes a second."""
    folder = tmp_path / "tiny"
    (folder / "voice").mkdir(parents=True)
    (folder / "voice" / "voice.toml").write_text(VOICE_TOML, encoding="utf-8")
    (folder / "lesson.yaml").write_text(LESSON_YAML, encoding="utf-8")
    return folder


def record(lesson: Path) -> str:
    to_do = making.plan(lesson, lesson.parent)
    return str(making.record(lesson, to_do, lesson.parent / "store"))


def load(lesson: Path) -> LessonBundle:
    bundle, problems = load_bundle(lesson, [])
    assert bundle is not None
    assert problems == ()
    return bundle


def contents(lesson: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (lesson / "voice").iterdir()}


def reword(lesson: Path, old: str, new: str) -> None:
    path = lesson / "lesson.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_every_line_is_recorded_once_and_only_changes_are_spoken_again(lesson: Path, tones: Tones) -> None:
    summary = record(lesson)
    bundle = load(lesson)
    texts = pupil_texts(bundle)
    assert bundle.voice is not None
    assert {one.text for one in bundle.voice.recordings.values()} == set(texts)
    assert texts == ("Asking", "A quiet moment.", "Wait.", "Hello", "Hello.", "Wait a moment.")
    assert sorted(tones.asked) == sorted({speech.said(text) for text in texts})
    assert "recordings: 6 texts in 5 sounds, spoken by bf_emma" in summary
    before = contents(lesson)

    tones.asked.clear()
    assert record(lesson) == summary
    assert tones.asked == []
    assert contents(lesson) == before

    reword(lesson, "A quiet moment.", "Good morning to all.")
    record(lesson)
    assert tones.asked == ["Good morning to all."]
    after = contents(lesson)
    assert len(set(after) - set(before)) == len(set(before) - set(after)) == 1
    assert load(lesson).voice is not None


def test_a_text_that_sounds_like_another_shares_its_sound(lesson: Path, tones: Tones) -> None:
    record(lesson)
    before = contents(lesson)
    tones.asked.clear()
    reword(lesson, "A quiet moment.", "“Wait”")
    record(lesson)
    assert tones.asked == []
    assert len(contents(lesson)) == len(before) - 1
    voice = load(lesson).voice
    assert voice is not None
    shared = [voice.recording_for(text) for text in ("“Wait”", "Wait.")]
    assert [[word.word for word in one.words] for one in shared if one] == [["“Wait”"], ["Wait."]]
    assert len({one.file for one in shared if one}) == 1


def test_the_same_lesson_gives_the_same_bytes(lesson: Path, tones: Tones) -> None:
    record(lesson)
    before = contents(lesson)
    shutil.rmtree(lesson / "voice")
    (lesson / "voice").mkdir()
    (lesson / "voice" / "voice.toml").write_text(VOICE_TOML, encoding="utf-8")
    record(lesson)
    assert contents(lesson) == before


def test_a_sound_that_was_lost_or_cut_off_is_made_again(lesson: Path, tones: Tones) -> None:
    record(lesson)
    before = contents(lesson)
    lost, cut, *_ = sorted((lesson / "voice").glob("*.opus"))
    lost.unlink()
    cut.write_bytes(cut.read_bytes()[:-9])
    tones.asked.clear()
    record(lesson)
    assert len(tones.asked) == 2
    assert contents(lesson) == before


def test_another_saying_changes_its_own_lines_alone(lesson: Path, tones: Tones) -> None:
    reword(lesson, "A quiet moment.", "Call 999.")
    record(lesson)
    tones.asked.clear()
    toml = lesson / "voice" / "voice.toml"
    toml.write_text(VOICE_TOML.replace("nine nine nine", "treble nine"), encoding="utf-8")
    record(lesson)
    assert tones.asked == ["Call 999."]


def test_a_line_that_comes_out_badly_changes_nothing(lesson: Path, tones: Tones) -> None:
    record(lesson)
    before = contents(lesson)
    reword(lesson, "A quiet moment.", "Good morning to all.")
    tones.amplitude = 0.001
    with pytest.raises(maker.VoiceNotRecorded, match=r"its level is -\d+.* 'Good morning to all\.'"):
        record(lesson)
    assert contents(lesson) == before


def test_without_ffmpeg_one_line_says_so_and_nothing_changes(
    lesson: Path, tones: Tones, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(lesson)
    monkeypatch.setenv("PATH", str(lesson.parent))
    with pytest.raises(maker.VoiceNotRecorded, match=r"^ffmpeg is missing[^\n]*$"):
        record(lesson)
    assert contents(lesson) == before
    assert tones.asked == []


def test_without_the_voices_one_line_says_what_to_run(lesson: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    set_up = speech._set_up()
    monkeypatch.setattr(set_up, "is_ready", lambda: False)
    monkeypatch.setattr(speech, "_set_up", lambda: set_up)
    before = contents(lesson)
    with pytest.raises(maker.VoiceNotRecorded, match=r"^[^\n]*python packaging/voice/set_up\.py$"):
        record(lesson)
    assert contents(lesson) == before


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"bf_emma"', '"bf_nobody"', "bf_nobody; there are only bf_emma"),
        ("speed = 1.0", "", "cannot be used: 'speed'"),
        ("[voice]", "[voice", "cannot be used"),
        ("[voice]", "sayings = 3\n[voice]", "cannot be used"),
    ],
)
def test_settings_that_cannot_be_used_are_one_line(lesson: Path, old: str, new: str, said: str) -> None:
    path = lesson / "voice" / "voice.toml"
    path.write_text(VOICE_TOML.partition("[sayings]")[0].replace(old, new), encoding="utf-8")
    with pytest.raises(maker.VoiceNotRecorded, match=rf"^[^\n]*{said}[^\n]*$"):
        making.plan(lesson, lesson.parent)


def test_a_lesson_with_a_problem_is_not_recorded(lesson: Path) -> None:
    reword(lesson, "text: Hello.", "txt: Hello.")
    with pytest.raises(maker.VoiceNotRecorded, match=r"lesson\.yaml:\d+"):
        making.plan(lesson, lesson.parent)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Who can help", "Who can help."),
        ("Who can help?", "Who can help?"),
        ("They can …", "They can …"),
        ("Private\nJust for you.", "Private. Just for you."),
        ("Say one thing. “They can …”", "Say one thing. They can …"),
        ("“Our secret.”", "Our secret."),
    ],
)
def test_what_the_voice_is_given_ends_as_a_sentence_and_keeps_its_words(text: str, said: str) -> None:
    assert speech.said(text) == said
    assert len(said.split()) == len(text.split())


def test_a_line_too_fast_is_spoken_again_more_slowly(tones: Tones, tmp_path: Path) -> None:
    path = tmp_path / "voice.toml"
    path.write_text(VOICE_TOML.replace("170", "100"), encoding="utf-8")
    settings = settings_module.read_settings(tmp_path)
    fast, short = speech.speak_paced(["One two three four five.", "One."], settings, tmp_path)
    assert speech.words_a_minute(fast.words) == pytest.approx(100, rel=0.02)
    assert speech.words_a_minute(short.words) == pytest.approx(150)
    assert len(tones.asked) == 3


def test_a_recording_is_opus_with_its_words_where_they_are_heard(tmp_path: Path) -> None:
    program = sound.find_ffmpeg()
    opus = sound.encode(program, tone(3, 1.0))
    measured = sound.measure(program, opus)
    assert read_opus(opus).seconds == pytest.approx(measured.seconds, abs=0.001)
    assert measured.lead == pytest.approx(sound.LEAD_SECONDS + LEAD, abs=0.01)
    assert measured.peak == pytest.approx(0.135, rel=0.1)
    one = index.Wanted("Key\nOne two.", "key", "file.opus")
    times = tuple((LEAD + n * WORD, LEAD + (n + 1) * WORD) for n in range(3))
    made = index.recording(one, speech.Spoken(b"", times), opus, measured.seconds)
    assert [(word.word, word.at) for word in made.words] == [("Key", 0), ("One", 4), ("two.", 8)]
    assert made.words[0].start == pytest.approx(measured.lead, abs=0.01)
    assert limits.faults(made, measured) == []


@pytest.mark.parametrize(
    ("peak", "level", "lead", "fault"),
    [
        (1.0, -20.5, 0.16, "loudest sample"),
        (0.5, -24.0, 0.16, "level"),
        (0.5, -20.5, 0.02, "silence"),
        (0.5, -20.5, 0.16, None),
    ],
)
def test_limits_name_what_is_wrong(peak: float, level: float, lead: float, fault: str | None) -> None:
    one = index.Wanted("One.", "key", "file.opus")
    made = index.recording(one, speech.Spoken(b"", ((0.06, 0.5),)), b"x", 1.0)
    found = limits.faults(made, sound.Measured(1.0, peak, level, lead))
    assert [fault in text for text in found] == [True] if fault else found == []


def test_the_list_is_one_line_for_each_recording_in_the_order_of_the_texts(
    lesson: Path, tones: Tones
) -> None:
    record(lesson)
    text = (lesson / "voice" / "index.json").read_text(encoding="utf-8")
    plain = json.loads(text)
    texts = [one["text"] for one in plain["recordings"].values()]
    assert texts == sorted(texts)
    assert text.count("\n") == len(texts) + 7
