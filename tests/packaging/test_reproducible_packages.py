"""Two builds of one commit are the same to the byte, whoever builds and where; a difference is named."""

from __future__ import annotations

import gzip
import importlib
import io
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.support.source_tree import REPOSITORY

sys.path.insert(0, str(REPOSITORY / "packaging"))
compare = importlib.import_module("compare_packages")


def _tar(files: dict[str, bytes], mode: str = "w:gz", time: int = 0) -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode=mode) as tar:  # type: ignore[call-overload] # a mode is any text here
        for name, data in files.items():
            member = tarfile.TarInfo(name)
            member.size, member.mtime = len(data), time
            tar.addfile(member, io.BytesIO(data))
    return held.getvalue()


def _zip(files: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return held.getvalue()


def _deb(data: bytes) -> bytes:
    head = f"{'data.tar.xz/':<16}{0:<12}{0:<6}{0:<6}{100644:<8}{len(data):<10}`\n"
    return b"!<arch>\n" + head.encode() + data + b"\n" * (len(data) % 2)


@pytest.mark.parametrize(
    ("name", "one", "other", "said"),
    [
        ("a.txt", b"same", b"sane", "a.txt: byte 2 of 4"),
        ("a.zip", _zip({"in/a": b"1"}), _zip({"in/a": b"2"}), "a.zip: in/a: byte 0 of 1"),
        ("a.zip", _zip({"a": b"", "b": b""}), _zip({"b": b"", "a": b""}), "a.zip: the order of its files"),
        ("a.zip", _zip({"a": b"1"}), _zip({"b": b"1"}), "a.zip: a: in one alone"),
        (
            "a.deb",
            _deb(_tar({"./usr/a": b"12"}, "w:xz")),
            _deb(_tar({"./usr/a": b"12!"}, "w:xz")),
            "a.deb: data.tar.xz: ./usr/a: byte 2 of 2 and 3",
        ),
        ("a.tar.gz", gzip.compress(b"", mtime=0), gzip.compress(b"", mtime=9), "a.tar.gz: byte 4 of"),
        (
            "w.zip",
            _zip({"x.whl": _zip({"a.py": b"1"})}),
            _zip({"x.whl": _zip({"a.py": b"2"})}),
            "w.zip: x.whl: a.py: byte 0",
        ),
    ],
)  # fmt: skip
def test_what_differs_is_named_down_to_the_file_inside(
    name: str, one: bytes, other: bytes, said: str, tmp_path: Path
) -> None:
    for folder, data in (("one", one), ("other", other)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_bytes(data)
    found = compare.differences(tmp_path / "one", tmp_path / "other")
    assert found[0].startswith(said)
    assert compare.differences(tmp_path / "one", tmp_path / "one") == []


def test_other_times_in_an_archive_are_named(tmp_path: Path) -> None:
    for number, folder in enumerate(("one", "other")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.tar").write_bytes(_tar({"a": b"1"}, "w", time=number))
    (said,) = compare.differences(tmp_path / "one", tmp_path / "other")
    assert said.startswith("a.tar: a: ")


@pytest.mark.slow
@pytest.mark.packages
def test_two_builds_in_other_surroundings_are_the_same(tmp_path: Path) -> None:
    commit, epoch = subprocess.run(
        ["git", "log", "-1", "--format=%H %ct"], cwd=REPOSITORY, capture_output=True, text=True, check=True
    ).stdout.split()
    common = {"SOURCE_DATE_EPOCH": epoch, "QUICK_PACKAGES": "1", "PIP_CACHE_DIR": str(tmp_path / "cache")}
    others = (
        ("first", "022", {"TZ": "UTC", "LANG": "C.UTF-8", "HOME": str(tmp_path / "home")}),
        (
            "a second one elsewhere",
            "077",
            {"TZ": "Asia/Tokyo", "LANG": "cy_GB.UTF-8", "HOME": str(tmp_path)},
        ),
    )
    for name, mask, around in others:
        folder = tmp_path / name
        folder.mkdir()
        archive = subprocess.run(
            ["git", "archive", commit], cwd=REPOSITORY, capture_output=True, check=True
        ).stdout
        subprocess.run(["tar", "-x"], cwd=folder, input=archive, check=True)
        (folder / ".venv").symlink_to(REPOSITORY / ".venv")
        script = f"umask {mask} && exec packaging/build"
        done = subprocess.run(
            ["bash", "-c", script],
            cwd=folder,
            env=os.environ | common | around,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]
    assert compare.differences(*(tmp_path / name / "dist" for name, _, _ in others)) == []
    assert len(list((tmp_path / "first" / "dist").iterdir())) > 8
