from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesson_player.formats.srt import parse_srt
from lesson_player.model.limits import CAPTION_CHARACTERS

FIRST = "1\n00:00:00,000 --> 00:00:01,000\n"
SECOND = "2\n00:00:02,000 --> 00:00:03,500\nb\n"

Cues = list[tuple[float, float, str]]

CASES: list[tuple[str, str, Cues]] = [
    ("two captions", f"{FIRST}a\n\n{SECOND}", [(0, 1, "a"), (2, 3.5, "b")]),
    ("CRLF", f"{FIRST}a\nc\n\n{SECOND}".replace("\n", "\r\n"), [(0, 1, "a\nc"), (2, 3.5, "b")]),
    ("CR alone", f"{FIRST}a\n\n{SECOND}".replace("\n", "\r"), [(0, 1, "a"), (2, 3.5, "b")]),
    ("points for commas", f"{FIRST}a\n".replace(",", "."), [(0, 1, "a")]),
    ("one digit of thousandths", "1\n00:00:00,5 --> 00:00:01,25\na\n", [(0.5, 1.25, "a")]),
    ("no thousandths", "1\n00:00:00 --> 00:00:01\na\n", [(0, 1, "a")]),
    ("no hours", "1\n00:00,000 --> 00:01,000\na\n", [(0, 1, "a")]),
    ("single digits", "1\n0:0:0,000 --> 0:0:1,000\na\n", [(0, 1, "a")]),
    (
        "no counters",
        "00:00:00,000 --> 00:00:01,000\na\n\n00:00:02,000 --> 00:00:03,500\nb\n",
        [(0, 1, "a"), (2, 3.5, "b")],
    ),
    ("wrong counters", f"7\n{FIRST[2:]}a\n\n7\n{SECOND[2:]}", [(0, 1, "a"), (2, 3.5, "b")]),
    ("no empty line between", f"{FIRST}a\n{SECOND}", [(0, 1, "a"), (2, 3.5, "b")]),
    ("neither empty line nor counter", f"{FIRST}a\n{SECOND[2:]}", [(0, 1, "a"), (2, 3.5, "b")]),
    ("a number as the words", f"{FIRST}42\n\n{SECOND}", [(0, 1, "42"), (2, 3.5, "b")]),
    ("a number as the words, no empty line", f"{FIRST}42\n{SECOND[2:]}", [(0, 1, "42"), (2, 3.5, "b")]),
    ("an empty line inside", f"{FIRST}a\n\nc\n\n{SECOND}", [(0, 1, "a\nc"), (2, 3.5, "b")]),
    ("no words", f"{FIRST}\n{SECOND}", [(0, 1, ""), (2, 3.5, "b")]),
    ("coordinates after the times", f"{FIRST[:-1]}  X1:1 X2:2 Y1:3 Y2:4\na\n", [(0, 1, "a")]),
    ("no space at the arrow", FIRST.replace(" --> ", "-->") + "a\n", [(0, 1, "a")]),
    ("an arrow of one hyphen", FIRST.replace("-->", "->") + "a\n", [(0, 1, "a")]),
    ("out of order", f"{SECOND}\n{FIRST}a\n", [(0, 1, "a"), (2, 3.5, "b")]),
    ("byte order mark", f"\ufeff{FIRST}a\n", [(0, 1, "a")]),
    ("NUL", f"{FIRST}a\0\n", [(0, 1, "a\ufffd")]),
    ("override", f"{FIRST}{{\\an8}}{{\\i1}}a\\Nc\n", [(0, 1, "a\nc")]),
    ("less-than signs", f"{FIRST}1 < 2 <3 <x>y\n", [(0, 1, "1 < 2 <3 <x>y")]),
    ("entities", f"{FIRST}a &amp; b &lt;i&gt;\n", [(0, 1, "a & b <i>")]),
    ("nothing", "", []),
]


@pytest.mark.parametrize(("text", "cues"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_captions_are_read_as_players_read_them(text: str, cues: Cues) -> None:
    track, problems = parse_srt(text)
    assert [(cue.start_s, cue.end_s, cue.text) for cue in track.cues] == cues
    assert problems == ()


def test_tags_become_styles() -> None:
    (cue,) = parse_srt(f'{FIRST}<i>a</i> <B>b</B>\n<font color="#fff"><u>c</u></font>\n')[0].cues
    assert [[span.model_dump(exclude_defaults=True) for span in line] for line in cue.lines] == [
        [{"text": "a", "italic": True}, {"text": " "}, {"text": "b", "bold": True}],
        [{"text": "c", "underline": True}],
    ]


@pytest.mark.parametrize(
    ("override", "line"), [("{\\an8}", 0), ("{\\a6}", 0), ("{\\pos(1,2)\\an9}", 0), ("{\\an2}", None)]
)
def test_the_top_of_the_picture_can_be_asked_for(override: str, line: float | None) -> None:
    (cue,) = parse_srt(f"{FIRST}{override}a\n")[0].cues
    assert (cue.text, cue.placement.line) == ("a", line)


@pytest.mark.parametrize(
    ("text", "code", "line", "left"),
    [
        (f"{FIRST}a\n\n2\n00:00:xx,000 --> 00:00:03,000\nb\n", "bad-caption-time", 6, ["a"]),
        (f"1\n00:00:03,000 --> 00:00:01,000\na\n\n{SECOND}", "caption-ends-before-start", 2, ["b"]),
        (f"My film\n\n{FIRST}a\n", "not-a-caption", 1, ["a"]),
        (FIRST + "a" * 3_000, "caption-too-long", 2, ["a" * CAPTION_CHARACTERS]),
    ],
)
def test_what_is_skipped_is_reported_with_its_line(text: str, code: str, line: int, left: list[str]) -> None:
    track, problems = parse_srt(text, "captions.srt")
    assert [(one.code, one.file, one.line) for one in problems] == [(code, "captions.srt", line)]
    assert [cue.text for cue in track.cues] == left
    assert all(one.sentence and one.remedy for one in problems)


PIECES = st.sampled_from(
    ["1", "\n", "\n\n", "00:00:00,000", " --> ", "->", "00:00:01,000", "<i>", "</i>", "{\\an8}", "{", "x"]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=50).map("".join)))
def test_any_text_is_read(text: str) -> None:
    for given_text in (text, FIRST + text):
        track, problems = parse_srt(given_text)
        starts = [cue.start_s for cue in track.cues]
        assert starts == sorted(starts)
        assert all(cue.start_s < cue.end_s for cue in track.cues)
        assert all(problem.line >= 1 for problem in problems)
