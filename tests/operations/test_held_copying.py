from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from lesson_player.operations.held.copying import KeepsChanging, NotPlain, copy_checked, stamp_of


@pytest.fixture
def spare(tmp_path: Path) -> Path:
    folder = tmp_path / "spare"
    folder.mkdir()
    return folder


@pytest.fixture
def share(tmp_path: Path) -> Path:
    folder = tmp_path / "share"
    folder.mkdir()
    return folder


def test_a_copy_is_the_same_and_says_how_the_file_stood(share: Path, spare: Path, tmp_path: Path) -> None:
    (share / "film").write_bytes(b"x" * 3_000_000)
    told: list[int] = []

    stamp = copy_checked(share, "film", tmp_path / "here" / "film", spare, told.append)

    assert (tmp_path / "here" / "film").read_bytes() == (share / "film").read_bytes()
    assert stamp == stamp_of(share, "film")
    assert told == sorted(told)
    assert told[-1] == 3_000_000
    assert list(spare.iterdir()) == []


def test_a_file_that_changes_once_is_taken_again(share: Path, spare: Path, tmp_path: Path) -> None:
    (share / "film").write_bytes(b"x" * 2_000_000)
    changes = iter([b"y" * 2_500_000])

    def change(_done: int) -> None:
        if (new := next(changes, None)) is not None:
            (share / "film").write_bytes(new)

    stamp = copy_checked(share, "film", tmp_path / "film", spare, change)

    assert (tmp_path / "film").read_bytes() == b"y" * 2_500_000
    assert stamp.size == 2_500_000


def test_a_file_that_keeps_growing_is_told_and_leaves_nothing(
    share: Path, spare: Path, tmp_path: Path
) -> None:
    (share / "film").write_bytes(b"x" * 2_000_000)

    def grow(_done: int) -> None:
        with (share / "film").open("ab") as file:
            file.write(b"more")

    with pytest.raises(KeepsChanging, match="being changed"):
        copy_checked(share, "film", tmp_path / "film", spare, grow)
    assert not (tmp_path / "film").exists()
    assert list(spare.iterdir()) == []


def test_who_stops_a_copy_leaves_no_half_file(share: Path, spare: Path, tmp_path: Path) -> None:
    (share / "film").write_bytes(b"x" * 2_000_000)
    (tmp_path / "film").write_bytes(b"the former one")

    def stop(_done: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        copy_checked(share, "film", tmp_path / "film", spare, stop)
    assert (tmp_path / "film").read_bytes() == b"the former one"
    assert list(spare.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes as POSIX has them")
def test_nothing_but_plain_files_of_the_folder_is_read(share: Path, spare: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("not the school's")
    (share / "out").symlink_to(tmp_path / "secret")
    (share / "real").write_text("the school's")
    (share / "within").symlink_to("real")
    os.mkfifo(share / "pipe")
    (share / "folder").mkdir()

    for name in ("out", "pipe", "folder", "../secret", "/etc/hostname"):
        assert stamp_of(share, name) is None
    for name in ("out", "pipe", "folder", "../secret"):
        with pytest.raises((NotPlain, IsADirectoryError)):
            copy_checked(share, name, tmp_path / "copied", spare)
    assert not (tmp_path / "copied").exists()

    copy_checked(share, "within", tmp_path / "copied", spare)
    assert (tmp_path / "copied").read_text() == "the school's"
    assert not (tmp_path / "copied").is_symlink()
