from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesson_player.formats.caption_encoding import decode_captions
from lesson_player.formats.captions import read_cues
from lesson_player.model.limits import CAPTION_FILE_BYTES

SRT = "1\n00:00:00,000 --> 00:00:01,000\nCafé – “Ja”\n"
VTT = "WEBVTT\n\n00:00.000 --> 00:01.000\nCafé – “Ja”\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_srt_comes_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "captions.srt"
    path.write_bytes(SRT.encode(encoding))
    track, problems = read_cues(path)
    assert [cue.text for cue in track.cues] == ["Café – “Ja”"]
    assert problems == ()


@pytest.mark.parametrize(("encoding", "codes"), [("utf-8", []), ("utf-8-sig", []), ("utf-16", ["not-utf-8"])])
def test_webvtt_is_utf_8(tmp_path: Path, encoding: str, codes: list[str]) -> None:
    path = tmp_path / "captions.vtt"
    path.write_bytes(VTT.encode(encoding))
    track, problems = read_cues(path)
    assert [cue.text for cue in track.cues] == ["Café – “Ja”"]
    assert [problem.code for problem in problems] == codes


def test_webvtt_of_another_encoding_loses_a_character_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "captions.vtt"
    path.write_bytes("WEBVTT\n\n00:00.000 --> 00:01.000\nCafé\n".encode("cp1252"))
    track, problems = read_cues(path)
    assert [cue.text for cue in track.cues] == ["Caf\ufffd"]
    assert [(problem.code, problem.line) for problem in problems] == [("not-utf-8", 4)]


@pytest.mark.parametrize(
    ("name", "text"), [("captions.vtt", SRT), ("captions.srt", VTT), ("captions.txt", VTT)]
)
def test_the_content_says_which_kind_it_is(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    track, problems = read_cues(path)
    assert [cue.text for cue in track.cues] == ["Café – “Ja”"]
    assert [problem.code for problem in problems] == (["no-webvtt-header"] if name.endswith("vtt") else [])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "no-webvtt-header"),
        (b"WEBVTT\n\n", "no-captions"),
        (b"\x00\x01\x02 no captions at all", "no-webvtt-header"),
        (b"a" * (CAPTION_FILE_BYTES + 1), "too-large"),
    ],
)
def test_a_file_without_captions_says_why(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "captions.srt"
    path.write_bytes(data)
    track, problems = read_cues(path)
    assert track.cues == ()
    assert [problem.code for problem in problems] == [code]


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    track, problems = read_cues(tmp_path / "captions.vtt")
    assert track.cues == ()
    assert [(problem.code, problem.file) for problem in problems] == [("missing-file", "captions.vtt")]
    assert [problem.code for problem in read_cues(tmp_path)[1]] == ["unreadable-file"]


@given(st.binary())
def test_any_bytes_are_some_text(data: bytes) -> None:
    text, problems = decode_captions(data, "captions.srt")
    assert isinstance(text, str)
    assert len(problems) <= 1


@given(st.text(alphabet=st.characters(codec="cp1252"), min_size=1).filter(lambda text: not text.isascii()))
def test_windows_1252_reads_as_it_was_written(text: str) -> None:
    data = ("é" + text + "é").encode("cp1252")
    read = decode_captions(data, "")[0]
    assert read in {"é" + text + "é", data.decode("utf-8", errors="replace")}
    assert read == "é" + text + "é" or "\ufffd" not in read
