from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesson_player.playback import film_file
from lesson_player.playback.film_file import film_file_problem

FILMS = {
    "MP4": b"\x00\x00\x00\x20ftypisom",
    "MOV": b"\x00\x00\x00\x14ftypqt  ",
    "MOV without ftyp": b"\x00\x00\x00\x08wide\x00\x00\x01\x00mdat",
    "WebM": b"\x1a\x45\xdf\xa3\x9f\x42\x86",
    "Ogg": b"OggS\x00\x02",
    "AVI": b"RIFF\x00\x10\x00\x00AVI LIST",
    "MPEG program": b"\x00\x00\x01\xba\x44",
    "MPEG transport": (b"G" + b"\x00" * 187) * 3,
    "MPEG transport with times": (b"\x00" * 4 + b"G" + b"\x00" * 187) * 3,
    "WMV": b"\x30\x26\xb2\x75\x8e\x66\xcf\x11\xa6\xd9",
}
NO_FILMS = {
    "M3U": b"#EXTM3U\nhttp://192.0.2.1/a.mp4",
    "PLS": b"[playlist]\nFile1=http://192.0.2.1/a.mp4",
    "XSPF": b"<?xml version='1.0'?><playlist/>",
    "ASX": b"<ASX version='3.0'>",
    "reference": b"[Reference]\nRef1=http://192.0.2.1/a.mp4",
    "QuickTime link": b"RTSPtextRTSP://192.0.2.1/a",
    "bare address": b"http://192.0.2.1/a.mp4\n",
    "text": b"Good morning",
    "UTF-16 text": "#EXTM3U\nhttp://192.0.2.1".encode("utf-16"),
    "picture": b"\x89PNG\r\n\x1a\n" + b"\x00" * 40,
    "sound": b"RIFF\x00\x10\x00\x00WAVEfmt ",
    "PDF": b"%PDF-1.7",
    "zip": b"PK\x03\x04",
    "one byte": b"G",
}


@pytest.mark.parametrize("kind", FILMS)
def test_what_begins_like_a_film_may_go_on(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "film.bin"
    path.write_bytes(FILMS[kind])
    assert film_file_problem(path) is None


@pytest.mark.parametrize("kind", NO_FILMS)
def test_anything_else_is_refused_by_name(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "film.mp4"
    path.write_bytes(NO_FILMS[kind])
    problem = film_file_problem(path)
    assert problem is not None
    assert "film.mp4" in problem


@pytest.mark.parametrize("suffix", [".m3u", ".M3U8", ".pls", ".xspf", ".asx", ".sdp", ".strm", ".url"])
def test_names_of_playlists_are_refused_whatever_is_inside(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"film{suffix}"
    path.write_bytes(FILMS["MP4"])
    assert film_file_problem(path) is not None


def test_an_address_is_no_file() -> None:
    assert film_file_problem(Path("http://192.0.2.1/film.mp4")) is not None
    assert film_file_problem(Path("film\0.mp4")) is not None


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1).filter(
        lambda text: text[0] != "G"
    )
)
def test_no_text_passes_as_a_film(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "text.mp4"
    path.write_text(f"{text[0]}: {text}", encoding="utf-8")
    assert film_file_problem(path) is not None


def test_a_share_that_does_not_answer_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = Event()

    def hang(_path: Path) -> bytes:
        answer.wait(30)
        return b""

    monkeypatch.setattr(film_file, "_beginning", hang)
    monkeypatch.setattr(film_file, "_ANSWERS_WITHIN_S", 0.01)

    assert "cannot be read" in str(film_file_problem(tmp_path / "film.webm"))
    answer.set()
