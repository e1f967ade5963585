"""Lines spoken and sounds encoded in processes of their own, and the microphone's sound made ready."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from lesson_player.formats.voice_manner import read_sayings
from lesson_player.speech.making import maker
from lesson_player.speech.making.maker import RATE, LineSpeaker, NotRecorded, encode
from lesson_player.speech.making.manner import Manner, said
from lesson_player.speech.making.sound import LEAD_S, faults, with_lead
from tests.support import fake_voice_child

CHILD = Path(fake_voice_child.__file__)


def speaker(trouble: str = "") -> LineSpeaker:
    return LineSpeaker([sys.executable, str(CHILD), *([trouble] if trouble else [])])


def test_lines_are_spoken_one_after_the_other_by_one_process() -> None:
    with speaker() as voice:
        first = voice.speak(Manner().line("Good morning."))
        second = voice.speak(Manner().line("Maya is not alone."))
    assert [len(one.words) for one in (first, second)] == [2, 4]
    assert len(second.pcm) == round(4 * fake_voice_child.WORD_S * RATE) * 2


def test_what_is_spoken_comes_out_whole_and_as_loud_as_all_lines() -> None:
    with speaker() as voice:
        spoken = voice.speak(Manner().line("Good morning to you all."))
    encoded = encode(with_lead(spoken.pcm, RATE), RATE)
    assert encoded.opus.startswith(b"OggS")
    assert encoded.measured.seconds == pytest.approx(2.1, abs=0.05)
    assert encoded.measured.lead == pytest.approx(LEAD_S + fake_voice_child.QUIET_S, abs=0.01)
    assert faults(encoded.measured) == ()


@pytest.mark.parametrize(
    ("trouble", "words"),
    [("die", "stopped in the middle"), ("fault", "cannot speak this line"), ("stopped", "It cannot.")],
)
def test_whatever_happens_to_it_is_told_in_a_sentence(trouble: str, words: str) -> None:
    with speaker(trouble) as voice:
        assert voice.speak(Manner().line("Good.")).pcm
        with pytest.raises(NotRecorded, match=words):
            voice.speak(Manner().line("A bad line."))


def test_a_process_that_was_stopped_or_never_came_says_so() -> None:
    voice = speaker()
    voice.stop()
    with pytest.raises(NotRecorded, match="Try again"):
        voice.speak(Manner().line("Good."))
    with LineSpeaker(["/nowhere/at-all"]) as nobody, pytest.raises(NotRecorded, match="Try again"):
        nobody.speak(Manner().line("Good."))


def test_without_the_part_that_encodes_that_is_what_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(maker, "program", lambda: [sys.executable, "-c", "import sys; sys.exit(1)"])
    with pytest.raises(NotRecorded, match="install Lesson Player again"):
        encode(b"\0\0" * 100, RATE)


def test_a_line_is_said_as_sentences_without_quotation_marks() -> None:
    assert said("Bus stop\nA place where “the bus” stops.") == "Bus stop. A place where the bus stops."
    line = Manner(sayings={"999": "/nˈIn/", "CEOP": "/sˈiːɒp/"}).line("Call 999 now")
    assert line["text"] == "Call 999 now."
    assert line["sayings"] == {"999": "/nˈIn/"}


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ('[sayings]\n"999" = "/nˈIn/"\n"18" = 18\n', {"999": "/nˈIn/"}),
        ("sayings = 3", {}),
        ("[sayings", {}),
        (None, {}),
    ],
)
def test_how_words_are_said_is_read_and_never_in_the_way(
    tmp_path: Path, written: str | None, found: dict[str, str]
) -> None:
    if written is not None:
        (tmp_path / "voice").mkdir()
        (tmp_path / "voice" / "voice.toml").write_text(written, encoding="utf-8")
    assert read_sayings(tmp_path) == found
