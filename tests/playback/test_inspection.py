"""Looking into films as schools have them, and into files that only look like films."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesson_player.model.media import FilmUnreadable
from lesson_player.playback.inspection import process
from lesson_player.playback.inspection.container import copy_protected
from lesson_player.playback.inspection.process import FilmInspector
from tests.support import school_films as films
from tests.support.school_films import H264, HEVC, SURROUND, VP9, school_film

inspector = FilmInspector()


def nothing(_share: float) -> None:
    """Hears how far the work is, and does not stop it."""


def test_a_usual_film_is_described() -> None:
    facts = inspector.facts(films.plain())
    assert (facts.container, facts.video_codec, facts.sound_codec) == ("MP4", "h264", "aac")
    assert (facts.width, facts.height, facts.rotation) == (160, 90, 0)
    assert facts.duration_s == pytest.approx(3.0, abs=0.1)
    assert facts.frame_rate == pytest.approx(25)
    assert not facts.variable_rate
    assert facts.channels == 1
    assert facts.size_bytes == films.plain().stat().st_size


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda: school_film("hevc.mp4", *HEVC, "-c:a", "aac"), {"video_codec": "hevc"}),
        (lambda: school_film("film.mov", *H264, "-c:a", "aac"), {"container": "MOV"}),
        (films.other, {"container": "WebM", "video_codec": "vp9", "sound_codec": "opus"}),
        (lambda: school_film("film.mkv", *H264, "-c:a", "aac"), {"container": "MKV"}),
        (lambda: school_film("old.avi", "-c:v", "mpeg4", "-c:a", "mp2"), {"container": "AVI"}),
        (lambda: school_film("odd.webm", *VP9, size="161x91", sound=()), {"width": 161, "height": 91}),
        (lambda: school_film("fullscreen.mp4", *H264, size="160x120"), {"width": 160, "height": 120}),
        (lambda: school_film("portrait.mp4", *H264, size="90x160"), {"width": 90, "height": 160}),
        (lambda: school_film("mute.mp4", *H264, sound=()), {"sound_codec": "", "channels": 0}),
        (lambda: school_film("fast.mp4", *H264, rate="60"), {"frame_rate": pytest.approx(60)}),
        (
            lambda: school_film("large.mp4", *H264, size="3840x2160", seconds="1"),
            {"width": 3840, "height": 2160},
        ),
        (
            lambda: school_film("surround.mp4", *H264, "-c:a", "aac", sound=SURROUND),
            {"channels": 6},
        ),
        (
            lambda: films.copied(films.plain(), "turned.mp4", "-c", "copy", "-metadata:s:v", "rotate=90"),
            {"rotation": 90, "width": 90, "height": 160},
        ),
        (
            lambda: school_film("anamorphic.mp4", *H264, "-aspect", "16:9", size="144x108"),
            {"width": 192, "height": 108},
        ),
    ],
)
def test_films_as_schools_have_them(make: Callable[[], Path], expected: dict[str, object]) -> None:
    facts = inspector.facts(make())
    assert {name: getattr(facts, name) for name in expected} == expected
    assert inspector.examine(make(), nothing).decoded_to_s > facts.duration_s - 0.2


def test_a_varying_frame_rate_is_noticed() -> None:
    film = school_film(
        "varying.mp4", *H264, "-vf", "select='if(lt(t,1.5),1,not(mod(n,3)))'", "-vsync", "vfr", sound=()
    )
    assert inspector.facts(film).variable_rate


@pytest.mark.parametrize(
    ("name", "kind"), [("captions-inside.mp4", "mov_text"), ("captions-inside.mkv", "srt")]
)
def test_captions_inside_a_film_are_read(name: str, kind: str) -> None:
    film = films.with_captions(name, kind)
    (track,) = inspector.facts(film).embedded
    assert (track.language, track.readable) == ("eng", True)
    (cue,) = inspector.examine(film, nothing).captions[track.number].cues
    assert cue.text == "Hello & good morning"
    assert cue.start_s == pytest.approx(0.5, abs=0.05)
    assert cue.end_s == pytest.approx(1.9, abs=0.05)


def test_loudness_is_measured_as_broadcasters_do() -> None:
    # BS.1770: a full-scale sine of 997 Hz in one channel is -3.01 LUFS; -20 dB less is -23.0.
    film = school_film(
        "tone.mp4", *H264, "-c:a", "aac", "-b:a", "256k",
        sound=("-f", "lavfi", "-i", "aevalsrc='0.1*sin(2*PI*997*t)':s=48000:d=5"), seconds="5",
    )  # fmt: skip
    assert inspector.examine(film, nothing).loudness == pytest.approx(-23.0, abs=0.3)


def test_silence_and_a_missing_track_have_no_loudness() -> None:
    silent = school_film(
        "silent.mp4", *H264, "-c:a", "aac", sound=("-f", "lavfi", "-i", "anullsrc=d={seconds}")
    )
    assert inspector.examine(silent, nothing).loudness is None
    assert inspector.examine(school_film("mute.mp4", *H264, sound=()), nothing).loudness is None


@pytest.mark.parametrize(
    ("film", "kinds"),
    [
        (lambda: films.flashing(5), {"general"}),
        (lambda: films.flashing(2.5), set()),
        (lambda: films.flashing(5, red=True), {"general", "red"}),
        (films.plain, set()),
    ],
)
def test_flashing_is_found_in_the_film_itself(film: Callable[[], Path], kinds: set[str]) -> None:
    assert {one.kind for one in inspector.examine(film(), nothing).flashing} == kinds


def test_a_film_of_which_half_was_copied_ends_early(tmp_path: Path) -> None:
    cut = films.broken_off(tmp_path, films.plain())
    assert inspector.facts(cut).duration_s == pytest.approx(3.0, abs=0.1)
    assert inspector.examine(cut, nothing).decoded_to_s < 2.5


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.mp4", b"", "is an empty file"),
        ("letter.mp4", b"Dear all,\nthe film is on the share.\n" * 30, "is not a film"),
        ("rubbish.mp4", b"\x00\x00\x00\x20ftypisom" + bytes(range(256)) * 40, "cannot be read as a film"),
        ("half.webm", b"\x1a\x45\xdf\xa3\x01\x00\x00", "cannot be read as a film"),
        ("list.m3u", b"#EXTM3U\nhttp://192.0.2.1/a.mp4\n", "a list of other files"),
        ("list.pls", b"[playlist]\nFile1=http://192.0.2.1/a.mp4\n", "a list of other files"),
        ("list.xspf", b"<?xml version='1.0'?><playlist/>", "a list of other files"),
        ("list.asx", b"<asx version='3.0'></asx>", "a list of other files"),
        ("disguised.mp4", b"#EXTM3U\nhttp://192.0.2.1/a.mp4\n", "a list of other files"),
        ("stream.mp4", b"<ASX><ENTRY><REF HREF='mms://192.0.2.1/a'/></ENTRY></ASX>", "a list of other files"),
    ],
)
def test_what_is_no_film_gets_a_plain_sentence(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    for look in (lambda: inspector.facts(path), lambda: inspector.examine(path, nothing)):
        with pytest.raises(FilmUnreadable) as caught:
            look()
        assert name in str(caught.value)
        assert says in str(caught.value)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (
            "film.m3u8",
            b"#EXTM3U\n#EXT-X-TARGETDURATION:3\n#EXTINF:3,\nhttp://192.0.2.1/a.ts\n#EXT-X-ENDLIST\n",
        ),
        ("film.mp4", b"ffconcat version 1.0\nfile plain.mp4\n"),
        ("film.srt", b"1\n00:00:00,000 --> 00:00:01,000\nhello\n"),
    ],
)
def test_the_library_itself_follows_no_list_of_other_files(tmp_path: Path, name: str, content: bytes) -> None:
    # Past our own look at the first bytes, which refuses these before.
    path = tmp_path / name
    path.write_bytes(content)
    ((key, why),) = process._ask("facts", path)
    assert key == "unreadable"
    assert "not on whitelist" in str(why)


def test_a_film_without_its_index_gets_a_plain_sentence(tmp_path: Path) -> None:
    whole = school_film("index-last.mp4", *H264, "-c:a", "aac").read_bytes()
    path = tmp_path / "cut.mp4"
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(FilmUnreadable, match="damaged or cut off"):
        inspector.facts(path)


def _element(kind: str, body: bytes) -> bytes:
    return bytes.fromhex(kind) + (len(body) | 1 << 28).to_bytes(4, "big") + body


@pytest.mark.parametrize("lock", ["5035", "5034"])
@pytest.mark.parametrize("segment_of_unknown_size", [False, True])
def test_a_locked_webm_is_told_from_a_packed_one(
    tmp_path: Path, lock: str, segment_of_unknown_size: bool
) -> None:
    """ContentEncryption is a lock; ContentCompression beside it is none."""
    encoding = _element("6240", _element("5031", b"\x00") + _element(lock, b"\x47\xe1\x81\x05"))
    track = _element("ae", _element("d7", b"\x01") + _element("6d80", encoding))
    inside = _element("1549a966", b"") + _element("1654ae6b", track) + _element("1f43b675", b"\x00" * 50)
    segment = bytes.fromhex("18538067 01ffffffffffffff") + inside
    path = tmp_path / "film.webm"
    body = segment if segment_of_unknown_size else _element("18538067", inside)
    path.write_bytes(_element("1a45dfa3", b"\x42\x82\x84webm") + body)
    assert copy_protected(path) is (lock == "5035")


@given(cut=st.integers(0, 400), at=st.integers(0, 300), sign=st.integers(0, 255))
def test_looking_for_a_lock_survives_any_damage(
    tmp_path_factory: pytest.TempPathFactory, cut: int, at: int, sign: int
) -> None:
    data = bytearray(films.other().read_bytes()[: 10 + cut])
    if 4 <= at < len(data):
        data[at] = sign
    path = tmp_path_factory.mktemp("cut") / "film.webm"
    path.write_bytes(data)
    assert copy_protected(path) in {True, False}


def test_a_protected_film_is_named_as_such() -> None:
    assert not copy_protected(films.other())
    assert copy_protected(films.protected())
    assert not copy_protected(films.plain())
    with pytest.raises(FilmUnreadable, match="locked against copying"):
        inspector.facts(films.protected())


def test_a_missing_film_gets_a_plain_sentence(tmp_path: Path) -> None:
    with pytest.raises(FilmUnreadable, match="is missing"):
        inspector.facts(tmp_path / "gone.mp4")


def test_a_reader_that_dies_says_that_the_film_cannot_be_read(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(process, "program", lambda: [sys.executable, "-c", "import os; os.abort()"])
    with pytest.raises(FilmUnreadable, match="cannot be read as a film"):
        inspector.examine(films.plain(), nothing)
    assert "ended with" in caplog.text


def test_without_the_library_that_is_what_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "av.py").write_text("raise ImportError('no av')", encoding="utf-8")
    monkeypatch.setattr(
        process,
        "surroundings",
        lambda: {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path])},
    )
    with pytest.raises(FilmUnreadable, match="looks into films is missing"):
        inspector.facts(films.plain())
    assert "no av" in caplog.text


def test_the_work_can_be_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[str]] = []

    class Remembered(subprocess.Popen[str]):
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            started.append(self)

    monkeypatch.setattr(subprocess, "Popen", Remembered)

    def stop(_share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        inspector.examine(films.plain(), stop)
    assert started[0].poll() is not None
