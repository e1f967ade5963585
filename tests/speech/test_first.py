"""Several voices as one: recordings first, then whoever can."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lesson_player.speech.first import FirstVoice
from lesson_player.speech.port import Voice
from lesson_player.speech.recorded import RecordedVoice
from lesson_player.speech.silent import SilentVoice
from lesson_player.speech.utterance import Utterance
from tests.speech.conftest import WatchedVoice, recorded

WATCH = Callable[[Voice], WatchedVoice]
FRESH = Utterance("New words")


class Listener(SilentVoice):
    """Remembers where its sound goes."""

    output = "unknown"

    def set_sound_output(self, name: str) -> None:
        self.output = name


def test_a_recording_is_played_and_words_without_one_go_to_the_other_voice(
    watch: WATCH, utterance: Utterance
) -> None:
    other = SilentVoice()
    watched = watch(FirstVoice(lambda: [RecordedVoice(), other]))
    watched.voice.speak(utterance)
    watched.until_over()
    watched.voice.speak(FRESH)
    watched.until_over(2)
    assert watched.of("finished") == [utterance, FRESH]
    assert other.spoken == [FRESH]


def test_a_recording_that_is_gone_or_broken_is_spoken_by_the_other_voice(
    watch: WATCH, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.opus"
    broken.write_bytes(b"OggS" + bytes(400))
    other = SilentVoice()
    watched = watch(FirstVoice(lambda: [RecordedVoice(), other]))
    for number, path in enumerate((tmp_path / "gone.opus", broken), 1):
        watched.voice.speak(recorded(path, 0.0, 0.2))
        watched.until_over(number)
    assert watched.of("failed") == []
    assert len(other.spoken) == len(watched.of("finished")) == 2


def test_when_no_voice_can_the_last_reason_is_told(watch: WATCH) -> None:
    watched = watch(FirstVoice(lambda: [RecordedVoice()]))
    assert watched.voice.why_not(FRESH) == "Nobody has recorded these words yet."
    watched.voice.speak(FRESH)
    watched.until_over()
    assert watched.of("failed") == [(FRESH, "Nobody has recorded these words yet.")]


def test_without_any_voice_it_says_so(watch: WATCH) -> None:
    assert watch(FirstVoice(tuple)).voice.why_not(FRESH) == "There is no voice here."


def test_speed_loudness_and_output_reach_every_voice_before_and_after_they_are_made(watch: WATCH) -> None:
    voices = [Listener(), Listener()]
    watched = watch(FirstVoice(lambda: voices))
    watched.voice.set_rate(1.2)
    watched.voice.set_volume(40)
    watched.voice.set_sound_output("Speakers")
    assert watched.voice.why_not(FRESH) == ""
    assert [(voice.rate, voice.volume, voice.output) for voice in voices] == [(1.2, 40, "Speakers")] * 2
    watched.voice.set_rate(0.8)
    watched.voice.set_volume(70)
    watched.voice.set_sound_output("")
    assert [(voice.rate, voice.volume, voice.output) for voice in voices] == [(0.8, 70, "")] * 2


def test_no_voice_is_made_before_it_is_needed(watch: WATCH) -> None:
    made: list[Voice] = []

    def make() -> list[Voice]:
        made.append(SilentVoice())
        return made

    watched = watch(FirstVoice(make))
    watched.voice.set_volume(50)
    watched.voice.close()
    before = len(made)
    watched.voice.speak(FRESH)
    watched.until_over()
    assert (before, len(made)) == (0, 1)
