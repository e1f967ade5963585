"""The film's captions keep the BBC's limits, and say what is said."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.media.vtt import ReadCue, read_cues

SLACK = 0.002
"""Times are written in thousandths of a second."""


@pytest.fixture(params=["standard", "easy-read"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def cues(manifest: dict[str, Any], film_folder: Path, version: str, kind: str) -> list[ReadCue]:
    tracks = {track["id"]: track["file"] for track in manifest["versions"][version]["captions"]}
    return read_cues(film_folder / tracks[kind])


def test_two_lines_at_most_and_none_too_wide(cues: list[ReadCue]) -> None:
    assert [cue.text for cue in cues if len(cue.lines) > 2 or max(map(len, cue.lines)) > 37] == []


def test_each_stays_long_enough_to_be_read(cues: list[ReadCue]) -> None:
    for cue in cues:
        seconds = cue.end - cue.start + SLACK
        assert seconds >= 0.3 * len(cue.words), cue.text
        assert len(cue.words) / seconds * 60 <= 180, cue.text
        assert seconds >= 0.8, cue.text


def test_gaps_are_a_second_or_none(cues: list[ReadCue]) -> None:
    gaps = [(before.text, round(after.start - before.end, 3)) for before, after in pairwise(cues)]
    assert [gap for gap in gaps if gap[1] < -SLACK or SLACK < gap[1] < 1 - SLACK] == []


def test_every_caption_lies_inside_the_film_and_names_its_speaker(
    cues: list[ReadCue], manifest: dict[str, Any], script: dict[str, Any], version: str
) -> None:
    assert cues[-1].end < manifest["versions"][version]["duration"]
    assert {cue.speaker for cue in cues} == set(script["voices"]) - {"Describer"}


def test_standard_captions_are_the_script_word_for_word(
    manifest: dict[str, Any], film_folder: Path, script: dict[str, Any], version: str
) -> None:
    said = [
        (line["by"], word)
        for scene in script["scenes"]
        for line in scene["lines"]
        for word in line["say"].split()
    ]
    cues = read_cues(film_folder / manifest["versions"][version]["captions"][0]["file"])
    assert [(cue.speaker, word) for cue in cues for word in cue.words] == said


def test_easy_read_captions_are_one_short_sentence_each(
    manifest: dict[str, Any], film_folder: Path, version: str
) -> None:
    cues = read_cues(film_folder / manifest["versions"][version]["captions"][1]["file"])
    assert [cue.text for cue in cues if len(cue.words) > 12] == []
    endings = [mark for cue in cues for mark in " ".join(cue.words).replace("says: ", "") if mark in ".?!:"]
    assert len(endings) == len(cues)


def test_both_versions_carry_the_same_captions_at_their_own_times(
    manifest: dict[str, Any], film_folder: Path
) -> None:
    film, bsl = (
        read_cues(film_folder / manifest["versions"][name]["captions"][0]["file"]) for name in ("film", "bsl")
    )
    assert [cue.text for cue in film] == [cue.text for cue in bsl]
    assert [cue.start for cue in film] != [cue.start for cue in bsl]
    assert all(slow.start >= quick.start for quick, slow in zip(film, bsl, strict=True))


def test_descriptions_fall_between_the_captions(
    manifest: dict[str, Any], film_folder: Path, version: str
) -> None:
    entry = manifest["versions"][version]
    spoken = read_cues(film_folder / entry["captions"][0]["file"])
    seen = read_cues(film_folder / entry["descriptions"][0]["file"])
    assert len(seen) >= 13
    for description in seen:
        covered = [
            cue.text
            for cue in spoken
            if cue.start < description.end - SLACK and description.start < cue.end - 1.5
        ]
        assert covered == []


def test_the_transcript_holds_everything_said_and_described(
    film_folder: Path, script: dict[str, Any]
) -> None:
    transcript = (film_folder / "transcript.txt").read_text("utf-8")
    for scene in script["scenes"]:
        assert scene.get("see", "") in transcript
        assert [
            line["say"] for line in scene["lines"] if f"{line['by']}: {line['say']}\n" not in transcript
        ] == []
