"""What is found out about the files that somebody wants to put in, without any decoder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lesson_player.model.captions import CueTrack
from lesson_player.model.film import Flashing
from lesson_player.model.media import EmbeddedTrack, Examination, FilmUnreadable, MediaFacts
from lesson_player.model.problem import Severity
from lesson_player.operations.film_import.caption_findings import caption_findings
from lesson_player.operations.film_import.report import lengths_note, report
from lesson_player.operations.film_import.survey import Survey, survey
from lesson_player.operations.film_import.wish import FilmWish, signer_of
from tests.support.small_lesson import cues

VTT = "WEBVTT\n\n00:01.000 --> 00:03.000\nHello there\n"


def facts(**changes: object) -> MediaFacts:
    usual = MediaFacts(
        container="MP4",
        size_bytes=5_000_000,
        duration_s=60.0,
        width=1280,
        height=720,
        video_codec="h264",
        frame_rate=25.0,
        sound_codec="aac",
        channels=2,
    )
    return usual.model_copy(update=changes)


class FakeInspector:
    """Knows films by their file's name."""

    def __init__(self, **films: tuple[MediaFacts, Examination]) -> None:
        self.films = films
        self.examined: list[str] = []

    def facts(self, path: Path) -> MediaFacts:
        if path.stem not in self.films:
            raise FilmUnreadable(f"{path.name} cannot be read.")
        return self.films[path.stem][0]

    def examine(self, path: Path, say: Callable[[float], None]) -> Examination:
        self.examined.append(path.stem)
        say(0.5)
        return self.films[path.stem][1]


WHOLE = Examination(frames=1500, decoded_to_s=59.96, loudness=-23.0)


@pytest.fixture
def look(tmp_path: Path) -> Callable[..., Survey]:
    """Surveys a film, and perhaps a BSL version, that have these facts."""

    def make(
        film: tuple[MediaFacts, Examination],
        bsl: tuple[MediaFacts, Examination] | None = None,
        **wish: object,
    ) -> Survey:
        films = {"film": tmp_path / "film.mp4"} | ({"bsl": tmp_path / "bsl.mp4"} if bsl else {})
        for path in films.values():
            path.touch()
        known = {"film": film} | ({"bsl": bsl} if bsl else {})
        asked = FilmWish(lesson="small", films=films, **wish)  # type: ignore[arg-type]
        return survey(asked, FakeInspector(**known), lambda _share, _words: None)

    return make


def codes(found: Survey) -> list[str]:
    return [problem.code for problem in found.all_problems]


def test_two_good_films_can_be_put_in(look: Callable[..., Survey], tmp_path: Path) -> None:
    captions = tmp_path / "captions.vtt"
    captions.write_text(VTT.replace("00:03", "00:50"), encoding="utf-8")
    given = {"film": captions, "bsl": captions}
    found = look((facts(), WHOLE), (facts(duration_s=60.4), WHOLE), captions=given)
    assert codes(found) == []
    assert found.usable


@pytest.mark.parametrize(
    ("film", "code", "stops"),
    [
        ((facts(duration_s=12 * 3600.0), WHOLE), "film-too-long", True),
        ((facts(duration_s=0.2), WHOLE), "film-too-short", True),
        ((facts(), Examination(frames=700, decoded_to_s=28.0)), "film-breaks-off", True),
        ((facts(), Examination(frames=1500, decoded_to_s=59.96, damaged=2)), "film-damaged", False),
        ((facts(sound_codec="", channels=0), WHOLE), "film-silent", False),
        (
            (facts(), WHOLE.model_copy(update={"flashing": (Flashing(start=65, end=67, kind="red"),)})),
            "film-flashes",
            False,
        ),
    ],
)
def test_what_is_wrong_with_a_film_is_said(
    look: Callable[..., Survey], film: tuple[MediaFacts, Examination], code: str, stops: bool
) -> None:
    found = look(film)
    (problem,) = [one for one in found.all_problems if one.code == code]
    assert (problem.severity is Severity.ERROR) is stops
    assert found.usable is not stops
    assert "film.mp4" in problem.sentence
    assert problem.remedy


def test_flashing_is_reported_with_its_times(look: Callable[..., Survey]) -> None:
    flashing = (Flashing(start=12, end=14), Flashing(start=65, end=67, kind="red"))
    found = look((facts(), WHOLE.model_copy(update={"flashing": flashing})))
    assert "0:12 to 0:14, 1:05 to 1:07 (red)" in "\n".join(report(found))


def test_a_film_that_is_far_too_long_is_not_decoded(tmp_path: Path) -> None:
    inspector = FakeInspector(film=(facts(duration_s=12 * 3600.0), WHOLE))
    (tmp_path / "film.mp4").touch()
    survey(FilmWish("small", {"film": tmp_path / "film.mp4"}), inspector, lambda _share, _words: None)
    assert inspector.examined == []


def test_the_same_file_is_not_both_versions(tmp_path: Path) -> None:
    film, link = tmp_path / "film.mp4", tmp_path / "linked.mp4"
    film.touch()
    link.symlink_to(film)
    for other in (film, link):
        wish = FilmWish("small", {"film": film, "bsl": other})
        inspector = FakeInspector(film=(facts(), WHOLE))
        found = survey(wish, inspector, lambda _share, _words: None)
        assert codes(found) == ["same-file"]
        assert not found.usable
        assert inspector.examined == []


def test_a_film_alone_may_be_put_in_with_a_warning(look: Callable[..., Survey]) -> None:
    found = look((facts(), WHOLE), burnt_in=frozenset({"film"}))
    assert codes(found) == ["no-bsl"]
    assert found.usable


def test_each_bad_file_has_its_own_sentence(tmp_path: Path) -> None:
    wish = FilmWish("small", {"film": tmp_path / "a.mp4", "bsl": tmp_path / "b.mp4"})
    found = survey(wish, FakeInspector(), lambda _share, _words: None)
    assert [problem.sentence for problem in found.all_problems] == [
        "a.mp4 cannot be read.",
        "b.mp4 cannot be read.",
    ]


def test_captions_inside_the_film_are_used(look: Callable[..., Survey]) -> None:
    tracks = (
        EmbeddedTrack(number=2, kind="mov_text", language="cym"),
        EmbeddedTrack(number=3, kind="mov_text", language="eng", title="English"),
    )
    inside = {2: cues((1.0, 2.0)), 3: cues((1.0, 50.0), (51.0, 55.0))}
    film = facts(embedded=tracks), WHOLE.model_copy(update={"captions": inside})
    captions = look(film).versions["film"].captions
    assert captions is not None
    assert captions.cues == inside[3]
    assert captions.language == "en-GB"
    assert captions.path is None


def test_a_caption_file_wins_over_captions_inside(look: Callable[..., Survey], tmp_path: Path) -> None:
    inside = {2: cues((1.0, 50.0))}
    track = EmbeddedTrack(number=2, kind="mov_text")
    path = tmp_path / "own.vtt"
    path.write_text(VTT, encoding="utf-8")
    film = facts(embedded=(track,)), WHOLE.model_copy(update={"captions": inside})
    captions = look(film, captions={"film": path}).versions["film"].captions
    assert captions is not None
    assert captions.path == path


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("list.m3u", "#EXTM3U\nhttp://192.0.2.1/captions.vtt\n"),
        ("captions.vtt", "#EXTM3U\nhttp://192.0.2.1/captions.vtt\n"),
        ("captions.srt", "https://192.0.2.1/captions.srt\n"),
        ("captions.vtt", "<?xml version='1.0'?><smil><textstream src='http://192.0.2.1/a'/></smil>"),
    ],
)
def test_captions_that_point_elsewhere_are_refused(
    look: Callable[..., Survey], tmp_path: Path, name: str, text: str
) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    found = look((facts(), WHOLE), captions={"film": path})
    assert "captions-refused" in codes(found)
    assert not found.usable


def test_captions_without_a_caption_stop_and_missing_ones_warn(
    look: Callable[..., Survey], tmp_path: Path
) -> None:
    path = tmp_path / "words.vtt"
    path.write_text("These are only words.", encoding="utf-8")
    assert not look((facts(), WHOLE), captions={"film": path}).usable
    assert not look((facts(), WHOLE), captions={"film": tmp_path / "gone.vtt"}).usable
    assert "no-captions" in codes(look((facts(), WHOLE)))


@pytest.mark.parametrize(
    ("track", "length_s", "expected"),
    [
        (cues((1, 3), (4, 50)), 60, []),
        (cues(), 60, ["no-captions"]),
        (cues((70, 72)), 60, ["captions-past-end"]),
        (cues((1, 3), (59, 62)), 60, ["captions-past-end"]),
        (cues((1, 3), (59, 60.3)), 60, []),
        (cues((1, 3), (4, 6)), 60, ["captions-end-early"]),
        (cues((1, 1.5), (4, 50)), 60, ["captions-fast"]),
        (cues((1, 5), (4, 50)), 60, ["captions-overlap"]),
    ],
)
def test_captions_are_held_against_the_film(track: CueTrack, length_s: float, expected: list[str]) -> None:
    assert [problem.code for problem in caption_findings("captions.vtt", track, length_s)] == expected


def test_different_lengths_are_told(look: Callable[..., Survey]) -> None:
    shorter = Examination(frames=1150, decoded_to_s=45.96)
    found = look((facts(), WHOLE), (facts(duration_s=46.0), shorter))
    assert lengths_note(found).startswith("The BSL version is 14 seconds shorter than the film.")
    assert lengths_note(look((facts(), WHOLE))) == ""


@pytest.mark.parametrize(
    "text", ["", "0.6", "0.6,0,0.5,1", "a,b,c,d", "0,0,1", "-0.1,0,0.5,1", "nan,0,0.1,0.1"]
)
def test_a_rectangle_outside_the_picture_is_none(text: str) -> None:
    assert signer_of(text) is None


def test_a_rectangle_is_read() -> None:
    found = signer_of("0.6, 0.05, 0.4, 0.95")
    assert found is not None
    assert (found.x, found.width) == (0.6, 0.4)
