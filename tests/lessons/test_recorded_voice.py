"""The recorded voice of the shipped lesson: every line that a class can see has one, and each is whole."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from array import array
from itertools import pairwise
from pathlib import Path

import pytest

from lesson_player.model.appearance import Appearance
from lesson_player.model.bundle import LessonBundle
from lesson_player.model.layers import apply
from lesson_player.model.lesson import FilmStep, Lesson, Wording
from lesson_player.model.slide import Slide
from lesson_player.model.spoken import pupil_texts
from lesson_player.model.voice import Recording, VoiceIndex
from lesson_player.teaching.course import Course
from lesson_player.teaching.slides import beats, question_beats, quiet_slide, title_slide
from tests.lessons.conftest import FOLDER
from tests.support.ogg_opus import read_opus

MOST_BYTES = 12_000_000
NEVER_CUT_S = 0.1
"""Sound outputs may swallow the first moment after they wake up."""
WORDS_A_MINUTE = (120, 170)
FULL_SCALE = 32_768
LOWEST_PEAK, HIGHEST_PEAK = 0.2, 0.98
"""Of full scale: below the one a line is as good as blank, above the other it is clipped."""
RATE = 8_000
EVERY = 40
"""One in so many sounds is decoded: all of them would take a minute."""

needs_ffmpeg = pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="ffmpeg decodes the sounds")


@pytest.fixture(scope="session")
def voice(bundle: LessonBundle) -> VoiceIndex:
    assert bundle.voice is not None
    return bundle.voice


@pytest.fixture(scope="session")
def recordings(voice: VoiceIndex) -> list[Recording]:
    return list(voice.recordings.values())


def whole(slide: Slide, appearance: Appearance) -> tuple[tuple[str, ...], ...]:
    """A pager for which everything fits."""
    return (tuple(row.id for row in slide.rows) + tuple(card.id for card in slide.cards),)


def seen(bundle: LessonBundle, lesson: Lesson, wording: Wording) -> set[tuple[str, str]]:
    """All texts on all class screens of a version, each with the bold word before it."""
    course = Course(bundle=bundle, lesson=lesson, wording=wording, version_title="", pages=whole)
    slides = [title_slide(course), quiet_slide(course, lesson.calm), quiet_slide(course, lesson.hidden)]
    strip: set[str] = set()
    for step in lesson.steps:
        made = beats(course, step, Appearance())
        slides += made
        if made[0].id != lesson.id:
            strip.add(step.now_words)
        if isinstance(step, FilmStep):
            strip.add(step.heading(wording))
            for pause in step.pauses:
                slides += question_beats(course, pause.prompt, Appearance()) if pause.prompt else ()
    texts = {(text, "") for slide in slides for text in (slide.heading, slide.reply) if text}
    texts |= {(row.text, row.lead) for slide in slides for row in slide.rows}
    texts |= {(card.text, "") for slide in slides for card in slide.cards}
    assert lesson.footer is not None
    return texts | {(text, "") for text in (*strip, lesson.footer.words(wording))}


@pytest.mark.parametrize("wording", Wording)
def test_every_text_on_every_class_screen_is_recorded(
    bundle: LessonBundle, version: Lesson, wording: Wording, voice: VoiceIndex
) -> None:
    texts = seen(bundle, version, wording)
    assert len(texts) > 100
    assert [text for text in sorted(texts) if voice.recording_for(*text) is None] == []


def test_every_text_of_every_two_versions_together_is_recorded(
    bundle: LessonBundle, voice: VoiceIndex
) -> None:
    for first in bundle.adaptations:
        for second in bundle.adaptations:
            lesson = apply(bundle.lesson, [first, second])[0]
            texts = seen(bundle, lesson, Wording.EASY) | seen(bundle, lesson, Wording.STANDARD)
            assert [text for text in sorted(texts) if voice.recording_for(*text) is None] == []


def test_every_word_that_an_adaptation_writes_for_pupils_is_recorded(
    bundle: LessonBundle, recordings: list[Recording]
) -> None:
    spoken = {one.text.split("\n")[-1] for one in recordings}
    written = {
        re.sub(r"\*\*", "", words)
        for adaptation in bundle.adaptations
        for name, change in adaptation.lines.items()
        if not name.startswith(("card-", "prep-", "ready-", "after-", "follow-")) and not change.hidden
        for words in (change.text, change.easy, change.reply, change.reply_easy)
        if words
    }
    assert len(written) > 100
    assert written - spoken == set()


def test_nothing_is_recorded_that_no_line_uses(bundle: LessonBundle, recordings: list[Recording]) -> None:
    assert {one.text for one in recordings} == set(pupil_texts(bundle))
    files = {path.name for path in (FOLDER / "voice").glob("*.opus")}
    assert files == {one.file for one in recordings}


def test_the_list_is_within_what_is_read_and_has_a_line_for_each_recording(voice: VoiceIndex) -> None:
    text = (FOLDER / "voice" / "index.json").read_text(encoding="utf-8")
    assert len(text.encode()) < 1_048_576
    assert text.count("\n") == len(voice.recordings) + 7
    assert list(json.loads(text)) == ["format", "language", "voice", "recordings"]


def test_every_sound_is_whole_opus_as_long_as_the_list_says(recordings: list[Recording]) -> None:
    for one in recordings:
        data = (FOLDER / "voice" / one.file).read_bytes()
        opus = read_opus(data)
        assert opus.channels == 1
        assert opus.seconds == pytest.approx(one.seconds, abs=0.02), one.text
        assert len(data) == one.size


def test_the_words_are_the_texts_own_in_their_places(recordings: list[Recording]) -> None:
    for one in recordings:
        assert [word.word for word in one.words] == one.text.split()
        for word in one.words:
            assert one.text[word.at : word.at + len(word.word)] == word.word


def test_the_words_follow_each_other_within_the_sound(recordings: list[Recording]) -> None:
    for one in recordings:
        edges = [edge for word in one.words for edge in (word.start, word.end)]
        assert all(before <= after for before, after in pairwise(edges)), one.text
        assert edges[0] >= NEVER_CUT_S, one.text
        assert edges[-1] <= one.seconds, one.text


def test_the_pace_can_be_followed(recordings: list[Recording]) -> None:
    long = [one for one in recordings if len(one.words) >= 4]
    paces = [len(one.words) * 60 / (one.words[-1].end - one.words[0].start) for one in long]
    words = sum(len(one.words) for one in long)
    spoken = sum(one.words[-1].end - one.words[0].start for one in long)
    assert WORDS_A_MINUTE[0] <= words * 60 / spoken <= WORDS_A_MINUTE[1]
    assert sum(pace > WORDS_A_MINUTE[1] * 1.05 for pace in paces) <= len(paces) / 20


def test_all_recordings_together_are_small(recordings: list[Recording]) -> None:
    assert sum(path.stat().st_size for path in Path(FOLDER, "voice").iterdir()) <= MOST_BYTES
    assert max(one.seconds for one in recordings) < 20


def test_all_sounds_were_measured_and_none_is_blank_clipped_or_cut_off(recordings: list[Recording]) -> None:
    told = (FOLDER / "voice" / "measured.txt").read_text(encoding="utf-8")
    sounds = {one.file for one in recordings}
    assert f"recordings: {len(recordings)} texts in {len(sounds)} sounds" in told
    figures = (
        r"half: (\S+) to (\S+) dB of full scale\nloudest sample: (\S+) of .*\n.* sound: (\S+) to (\S+) s"
    )
    measured = re.search(figures, told)
    assert measured
    quietest, level, peak, least_lead, lead = map(float, measured.groups())
    assert -22 <= quietest <= level <= -19
    assert LOWEST_PEAK < peak <= HIGHEST_PEAK
    assert NEVER_CUT_S <= least_lead <= lead <= 0.25


@needs_ffmpeg
def test_words_are_timed_where_they_are_heard(recordings: list[Recording]) -> None:
    for one in sorted(recordings, key=lambda each: each.file)[::EVERY]:
        samples = decoded(FOLDER / "voice" / one.file)
        peak = max(map(abs, samples))
        assert LOWEST_PEAK < peak / FULL_SCALE <= HIGHEST_PEAK, one.text
        heard = [number / RATE for number, sample in enumerate(samples) if abs(sample) > peak / 50]
        assert one.words[0].start == pytest.approx(heard[0], abs=0.1), one.text
        assert one.words[-1].end == pytest.approx(heard[-1], abs=0.3), one.text


def decoded(path: Path) -> array[int]:
    done = subprocess.run(
        ["ffmpeg", "-v", "error", "-i", str(path), "-f", "s16le", "-ac", "1", "-ar", str(RATE), "pipe:1"],
        capture_output=True,
        check=True,
    )
    return array("h", done.stdout)
