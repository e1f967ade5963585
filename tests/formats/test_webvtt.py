from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesson_player.formats.webvtt import parse_webvtt
from lesson_player.model.captions import Cue
from lesson_player.model.limits import CAPTION_CHARACTERS, MOST_PROBLEMS

DATA = Path(__file__).parents[1] / "data" / "captions"
CASES = json.loads((DATA / "webvtt.json").read_text(encoding="utf-8"))
"""Made from the grammar and the parsing rules of the W3C's WebVTT specification, each with its section."""


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_cues_are_what_the_specification_says(case: dict[str, Any]) -> None:
    track, _ = parse_webvtt(case["text"])
    assert [(cue.start_s, cue.end_s, cue.text) for cue in track.cues] == [
        (wanted["start"], wanted["end"], wanted["text"]) for wanted in case["cues"]
    ]
    for cue, wanted in zip(track.cues, case["cues"], strict=True):
        assert_details(cue, wanted)


def assert_details(cue: Cue, wanted: dict[str, Any]) -> None:
    if "id" in wanted:
        assert cue.id == wanted["id"]
    placed = cue.placement.model_dump()
    assert {key: placed[key] for key in wanted.get("placement", {})} == wanted.get("placement", {})
    if "spans" in wanted:
        said = [span.model_dump(mode="json", exclude_defaults=True) for line in cue.lines for span in line]
        assert said == wanted["spans"]


def test_every_kind_of_rule_has_cases() -> None:
    assert {case["section"] for case in CASES} == {"6.1", "6.2", "6.3", "6.4", "6.5"}


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("WEBVT\n\n00:00.000 --> 00:01.000\na", "no-webvtt-header", 1),
        ("WEBVTT\n\n00:00.000 --> 00:01\na", "bad-caption-time", 3),
        ("WEBVTT\n\nx\n00:00,000 --> 00:01.000\na", "bad-caption-time", 4),
        ("WEBVTT\n\n00:02.000 --> 00:01.000\na", "caption-ends-before-start", 3),
        ("WEBVTT\n\nNOTE x\n\nWords.\n", "not-a-caption", 5),
        ("WEBVTT\n\n00:00.000 --> 00:01.000\n" + "a" * (CAPTION_CHARACTERS + 1), "caption-too-long", 3),
    ],
)
def test_what_is_skipped_is_reported_with_its_line(text: str, code: str, line: int) -> None:
    track, problems = parse_webvtt(text, "captions.vtt")
    assert [(one.code, one.file, one.line) for one in problems] == [(code, "captions.vtt", line)]
    assert all(one.sentence and one.remedy for one in problems)
    assert all(len(cue.text) <= CAPTION_CHARACTERS for cue in track.cues)


def test_notes_styles_and_regions_are_no_problem() -> None:
    style = "STYLE\n::cue {}\n\n"
    text = f"WEBVTT\n\nNOTE x\n\n{style}REGION\nid:a\n\n00:00.000 --> 00:01.000\na\n\n{style}"
    assert parse_webvtt(text)[1] == ()


def test_a_file_of_nothing_but_faults_reports_a_hundred() -> None:
    track, problems = parse_webvtt("WEBVTT\n\n" + "-->\n\n" * 1_000)
    assert track.cues == ()
    assert len(problems) == MOST_PROBLEMS


def test_tags_in_each_other_have_an_end() -> None:
    deep = "".join(f"<c.a{number}>" for number in range(150)) + "x"
    (cue,) = parse_webvtt(f"WEBVTT\n\n00:00.000 --> 00:01.000\n{deep}")[0].cues
    assert cue.text == "x"
    assert len(cue.lines[0][0].classes) == 30


PIECES = st.sampled_from(
    [
        "WEBVTT",
        "NOTE",
        "STYLE",
        "REGION",
        "id:r",
        "00:00.000",
        " --> ",
        "00:01.000",
        "line:",
        "1%",
        ",",
        "9" * 30,
        " ",
    ]
)
MARKS = st.sampled_from([*"\n\r\0\ufeff<>/.&x", "\n\n", "v", "ruby", "rt", "&amp;"])


@given(st.one_of(st.text(), st.lists(PIECES | MARKS, max_size=60).map("".join)))
def test_any_text_is_read_and_any_cue_has_its_place_in_time(text: str) -> None:
    for given_text in (text, f"WEBVTT\n\n{text}", f"WEBVTT\n\n00:00.000 --> 00:01.000\n{text}"):
        track, problems = parse_webvtt(given_text)
        starts = [cue.start_s for cue in track.cues]
        assert starts == sorted(starts)
        assert all(cue.start_s < cue.end_s for cue in track.cues)
        assert all("\n" not in span.text for cue in track.cues for line in cue.lines for span in line)
        assert all(problem.line >= 1 for problem in problems)


@given(
    st.text(alphabet=st.characters(exclude_characters="<&\n\r\0"), min_size=1).filter(
        lambda text: "-->" not in text
    )
)
def test_plain_words_come_through_unchanged(words: str) -> None:
    (cue,) = parse_webvtt(f"WEBVTT\n\n00:00.000 --> 00:01.000\n{words}\n")[0].cues
    assert cue.text == words
