"""Files are written whole, survive a power cut, and leave nothing half done behind."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import time
from pathlib import Path

import pytest

from lesson_player.foundation.files import STALE_S, sha256_of, sweep_parts, write_whole


def test_a_file_is_written_whole_and_nothing_else_is_left(tmp_path: Path) -> None:
    target = tmp_path / "new" / "place.json"
    write_whole(target, b"first")
    write_whole(target, b"second")

    assert target.read_bytes() == b"second"
    assert list(target.parent.iterdir()) == [target]


def test_the_folder_is_put_on_the_disk_after_the_new_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, settled = os.fsync, []

    def note(handle: int) -> None:
        is_folder = stat.S_ISDIR(os.fstat(handle).st_mode)
        settled.append(("folder" if is_folder else "file", (tmp_path / "place.json").exists()))
        real(handle)

    monkeypatch.setattr(os, "fsync", note)
    write_whole(tmp_path / "place.json", b"words")

    assert settled == [("file", False), ("folder", True)]


def test_a_folder_that_cannot_be_settled_does_not_lose_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def refuse(path: str, flags: int, *mode: int) -> int:
        if Path(path).is_dir():
            raise PermissionError(path)
        return real(path, flags, *mode)

    monkeypatch.setattr(os, "open", refuse)
    write_whole(tmp_path / "place.json", b"words")

    assert (tmp_path / "place.json").read_bytes() == b"words"


def test_a_disk_that_is_full_leaves_the_former_file_and_no_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "place.json"
    write_whole(target, b"former")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(target, b"new")

    assert target.read_bytes() == b"former"
    assert list(tmp_path.iterdir()) == [target]


def test_only_old_parts_of_our_own_are_swept(tmp_path: Path) -> None:
    old = time.time() - 2 * STALE_S
    names = {
        ".place.json.abcd_123.part": old,
        ".place.json.efgh_456.part": time.time(),
        "film.webm.part": old,
        ".notes.part": old,
        "place.json": old,
    }
    for name, changed in names.items():
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (changed, changed))
    sweep_parts(tmp_path)

    assert {path.name for path in tmp_path.iterdir()} == names.keys() - {".place.json.abcd_123.part"}


def test_a_folder_that_is_not_there_has_nothing_to_sweep(tmp_path: Path) -> None:
    sweep_parts(tmp_path / "nowhere")

    assert list(tmp_path.iterdir()) == []


def test_a_digest_says_how_far_it_has_come(tmp_path: Path) -> None:
    film = tmp_path / "film.webm"
    film.write_bytes(b"f" * 2_500_000)
    read: list[int] = []

    assert sha256_of(film, read.append) == sha256_of(film) == hashlib.sha256(film.read_bytes()).hexdigest()
    assert read == sorted(read)
    assert len(read) >= 3
    assert read[-1] == 2_500_000


@pytest.mark.parametrize(("system", "attempts"), [("win32", 3), ("linux", 1)])
def test_a_virus_scanner_that_holds_the_former_file_for_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, attempts: int
) -> None:
    target = tmp_path / "place.json"
    target.write_bytes(b"former")
    real, tried = Path.replace, []

    def held_at_first(part: Path, path: Path) -> Path:
        tried.append(path)
        if len(tried) < 3:
            raise PermissionError(path)
        return real(part, path)

    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(time, "sleep", lambda _s: None)
    monkeypatch.setattr(Path, "replace", held_at_first)
    if system == "win32":
        write_whole(target, b"new")
    else:
        with pytest.raises(PermissionError):
            write_whole(target, b"new")

    assert len(tried) == attempts
    assert target.read_bytes() == (b"new" if system == "win32" else b"former")
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_that_is_held_on_windows_for_good_is_an_error_and_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "place.json"
    target.write_bytes(b"former")

    def held(_part: Path, path: Path) -> Path:
        raise PermissionError(path)

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(time, "sleep", lambda _s: None)
    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(PermissionError):
        write_whole(target, b"new")

    assert target.read_bytes() == b"former"
    assert list(tmp_path.iterdir()) == [target]
