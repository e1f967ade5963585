"""The film maker: line breaks, reading time, drawing, and one clear line when something is missing."""

from __future__ import annotations

import importlib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

maker = importlib.import_module("film_maker")
captions = importlib.import_module("film_maker.captions")
recording = importlib.import_module("film_maker.recording")
script_module = importlib.import_module("film_maker.script")
sound = importlib.import_module("film_maker.sound")
timeline_module = importlib.import_module("film_maker.timeline")

WORDS = st.lists(st.text("abcdefgh.,?!", min_size=1, max_size=12), min_size=1, max_size=14).map(" ".join)


@given(WORDS)
def test_broken_lines_keep_every_word_and_the_width(text: str) -> None:
    lines = captions.break_lines(text)
    if lines is None:
        assert len(text) > captions.LINE_CHARACTERS
    else:
        assert " ".join(lines) == text
        assert len(lines) <= 2
        assert max(map(len, lines)) <= captions.LINE_CHARACTERS


def test_a_line_breaks_at_a_sentence_where_it_can() -> None:
    assert captions.break_lines("Maya is fourteen. She loves to draw.") == (
        "Maya is fourteen.",
        "She loves to draw.",
    )
    assert captions.break_lines("It is not your fault.") == ("It is not your fault.",)


@given(st.lists(st.tuples(st.floats(0.2, 4), st.floats(0.1, 4), st.integers(1, 4)), min_size=1, max_size=12))
def test_settled_captions_never_overlap_and_leave_no_short_gap(times: list[tuple[float, float, int]]) -> None:
    cues, at = [], 0.0
    for length, rest, count in times:
        cues.append(captions.Cue(at, at + length, "Maya", ("word " * count,)))
        at += length + rest
    settled = captions.settle(cues)
    assert [cue.start for cue in settled] == [cue.start for cue in cues]
    for before, after in pairwise(settled):
        gap = after.start - before.end
        assert gap == 0 or gap >= captions.SMALLEST_GAP


def test_a_stamp_counts_hours_minutes_and_thousandths() -> None:
    assert captions.stamp(3661.0425) == "01:01:01.042"
    assert captions.stamp(59.9996) == "00:01:00.000"


def test_markup_in_a_caption_is_escaped() -> None:
    written = captions.write_vtt([captions.Cue(0, 1, "Maya", ("1 < 2 & 3",))], "A note.")
    assert "<v Maya>1 &lt; 2 &amp; 3</v>" in written


def test_sentences_keep_closing_quotes() -> None:
    assert script_module.sentences("He says: “Go.” Why?") == ["He says: “Go.”", "Why?"]


def test_every_scene_is_drawn_and_waits_for_lines_that_exist(script: dict[str, Any], qapp: object) -> None:
    scenes = importlib.import_module("film_maker.scenes")
    stage_module = importlib.import_module("film_maker.picture.stage")
    read = script_module.read_script(recording.REPOSITORY / "media/mayas-story/source/script.yaml")
    silence = recording.Spoken(b"\0\0" * 24_000, 1.0, (recording.Word("word", 0.1, 0.9),))
    names = [f"see:{scene.id}" for scene in read.scenes] + [
        line.id for scene in read.scenes for line in scene.lines
    ]
    timeline = timeline_module.make_timeline(read, dict.fromkeys(names, silence), pause=0)
    assert {timed.scene.id for timed in timeline.scenes} == set(scenes.PICTURES)
    for timed in timeline.scenes:
        picture = scenes.PICTURES[timed.scene.id]
        assert set(picture.chimes) <= {line.line.id for line in timed.lines}
        for moment in (0.0, (timed.end - timed.start) / 2, timed.end - timed.start):
            stage = stage_module.Stage(timed, moment, read.words)
            assert picture.backdrop(stage).startswith("<")
            assert "nan" not in picture.action(stage)


def test_a_longer_pause_moves_every_later_moment() -> None:
    read = script_module.read_script(recording.REPOSITORY / "media/mayas-story/source/script.yaml")
    silence = recording.Spoken(b"\0\0" * 24_000, 1.0, (recording.Word("word", 0.1, 0.9),))
    names = [f"see:{scene.id}" for scene in read.scenes] + [
        line.id for scene in read.scenes for line in scene.lines
    ]
    quick, slow = (
        timeline_module.make_timeline(read, dict.fromkeys(names, silence), pause=pause)
        for pause in (0.0, 0.8)
    )
    assert slow.duration - quick.duration == pytest.approx(
        0.8 * len(read.scenes), abs=0.05 * len(read.scenes)
    )
    assert [name for name in quick.moments if slow.moments[name] < quick.moments[name]] == []


def test_without_ffmpeg_one_line_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(maker.FilmNotMade) as caught:
        sound.ffmpeg(["-version"])
    assert str(caught.value).startswith("ffmpeg is missing")
    assert "\n" not in str(caught.value)


def test_without_voices_one_line_says_how_to_get_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    class NothingSetUp:
        BUILD = tmp_path

        @staticmethod
        def is_ready() -> bool:
            return False

    monkeypatch.setattr(recording, "_set_up", NothingSetUp)
    read = script_module.read_script(recording.REPOSITORY / "media/mayas-story/source/script.yaml")
    with pytest.raises(maker.FilmNotMade, match=r"packaging/voice/set_up\.py"):
        recording.record([("Maya", "Hello.")], read)


def test_a_missing_piece_leaves_the_film_as_it_was(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    making = importlib.import_module("film_maker.making")
    make_film = importlib.import_module("make_film")
    (tmp_path / "film.yaml").write_text("as it was")

    def no_voices(_script: object) -> None:
        raise maker.FilmNotMade("The voices are not here yet.")

    monkeypatch.setattr(making, "record_script", no_voices)
    monkeypatch.setattr("sys.argv", ["make_film.py", "--out", str(tmp_path)])
    assert make_film.main() == 1
    assert capsys.readouterr().err == "The voices are not here yet.\n"
    assert [path.name for path in tmp_path.iterdir()] == ["film.yaml"]
    assert (tmp_path / "film.yaml").read_text() == "as it was"


def test_without_the_typeface_one_line_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qapp: object
) -> None:
    lettering = importlib.import_module("film_maker.picture.lettering")
    monkeypatch.setattr(lettering, "FONTS", tmp_path)
    lettering._family.cache_clear()
    with pytest.raises(maker.FilmNotMade, match="The typeface is missing"):
        lettering._family("bold")
    lettering._family.cache_clear()
