"""The sample film as it is shipped: files, checksums, moments, loudness."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

STOPS = ("clues", "what-can-maya-do", "who-can-you-tell")
MEGABYTE = 1_000_000

needs_ffmpeg = pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="ffmpeg reads the film back")


def read_back(program: str, *arguments: str) -> str:
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=True)
    return done.stdout + done.stderr


def test_every_file_that_the_manifest_names_is_there(
    manifest: dict[str, Any], film_folder: Path, version: str
) -> None:
    entry = manifest["versions"][version]
    names = [entry["file"]]
    names += [track["file"] for track in entry["captions"] + entry["descriptions"]]
    names += [track["sound"] for track in entry["descriptions"]]
    assert [name for name in names if not (film_folder / name).is_file()] == []


def test_the_film_is_the_one_that_the_manifest_describes(
    manifest: dict[str, Any], film_folder: Path, version: str
) -> None:
    entry = manifest["versions"][version]
    content = (film_folder / entry["file"]).read_bytes()
    assert hashlib.sha256(content).hexdigest() == entry["sha256"]
    assert len(content) < 8 * MEGABYTE


def test_moments_stand_in_order_inside_the_film(manifest: dict[str, Any], version: str) -> None:
    entry = manifest["versions"][version]
    names = [moment["id"] for moment in manifest["moments"]]
    assert list(entry["moments"]) == names
    times = list(entry["moments"].values())
    assert times[0] == 0
    assert all(before < after for before, after in pairwise(times))
    assert times[-1] < entry["duration"]
    assert set(STOPS) < set(names)


def test_chapters_start_at_moments_in_order(manifest: dict[str, Any]) -> None:
    names = [moment["id"] for moment in manifest["moments"]]
    places = [names.index(chapter["moment"]) for chapter in manifest["chapters"]]
    assert places[0] == 0
    assert places == sorted(set(places))


def test_the_film_lasts_two_to_three_minutes_and_the_bsl_version_a_little_longer(
    manifest: dict[str, Any],
) -> None:
    film, bsl = (manifest["versions"][name]["duration"] for name in ("film", "bsl"))
    assert 120 <= film <= 180
    assert 8 <= bsl - film <= 15


def test_the_signer_has_a_third_of_the_picture(manifest: dict[str, Any]) -> None:
    signer = manifest["versions"]["bsl"]["signer"]
    assert signer["width"] * signer["height"] >= 1 / 3
    assert signer["x"] + signer["width"] <= 1
    assert signer["y"] + signer["height"] <= 1
    assert "signer" not in manifest["versions"]["film"]


def test_it_says_that_it_is_a_sample(manifest: dict[str, Any], script: dict[str, Any]) -> None:
    assert manifest["edition"] == "sample"
    assert "not the IWF's film" in manifest["notice"]
    assert script["sample_mark"] == "Sample"
    assert "No one signs in this sample." in script["signer_card"]


def test_nobody_speaks_at_a_stop_point(manifest: dict[str, Any], film_folder: Path, version: str) -> None:
    from tests.media.vtt import read_cues

    entry = manifest["versions"][version]
    cues = read_cues(film_folder / entry["captions"][0]["file"])
    for stop in STOPS:
        at = entry["moments"][stop]
        assert [cue.text for cue in cues if cue.start <= at < cue.end] == []


@needs_ffmpeg
def test_the_sound_is_at_programme_loudness(
    manifest: dict[str, Any], film_folder: Path, version: str
) -> None:
    file = film_folder / manifest["versions"][version]["file"]
    said = read_back(
        "ffmpeg", "-hide_banner", "-nostdin", "-i", str(file), "-vn", "-af", "ebur128", "-f", "null", "-"
    )
    summary = said[said.rindex("Integrated loudness") :]
    loudness = float(summary.split("I:")[1].split()[0])
    assert loudness == pytest.approx(-23, abs=1)


@needs_ffmpeg
def test_the_picture_is_as_asked_and_easy_to_seek(
    manifest: dict[str, Any], film_folder: Path, version: str
) -> None:
    entry = manifest["versions"][version]
    file = str(film_folder / entry["file"])
    shape = read_back(
        "ffprobe", "-v", "error", "-select_streams", "v", "-of", "csv=p=0",
        "-show_entries", "stream=codec_name,width,height,r_frame_rate", file,
    )  # fmt: skip
    assert shape.strip() == "vp9,1280,720,25/1"
    length = float(
        read_back("ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", file)
    )
    assert length == pytest.approx(entry["duration"], abs=0.002)
    packets = read_back(
        "ffprobe",
        "-v",
        "error",
        "-select_streams",
        "v",
        "-of",
        "csv=p=0",
        "-show_entries",
        "packet=pts_time,flags",
        file,
    )
    keys = [float(row.split(",")[0]) for row in packets.splitlines() if ",K" in row]
    assert max(after - before for before, after in pairwise([*keys, length])) <= 2.05


@needs_ffmpeg
def test_descriptions_last_as_long_as_their_film(
    manifest: dict[str, Any], film_folder: Path, version: str
) -> None:
    entry = manifest["versions"][version]
    file = str(film_folder / entry["descriptions"][0]["sound"])
    length = float(
        read_back("ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", file)
    )
    assert length == pytest.approx(entry["duration"], abs=0.1)
