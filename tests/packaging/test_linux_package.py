"""The package for Linux: what may go in, and that archives of one tree are the same bytes."""

from __future__ import annotations

import gzip
import importlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from lesson_player.cli.main import _parser
from tests.support.source_tree import REPOSITORY

LINUX = REPOSITORY / "packaging" / "linux"
sys.path[:0] = [str(REPOSITORY / "packaging"), str(LINUX)]
reproducible = importlib.import_module("reproducible")
man_page = importlib.import_module("man_page")
start = importlib.import_module("start")

NETWORK = (
    "http",
    "ftp",
    "smb",
    "udp",
    "tcp",
    "rtp",
    "rtsp",
    "sap",
    "rist",
    "srt",
    "live",
    "chromecast",
    "lua",
)


@pytest.mark.parametrize("kind", NETWORK)
def test_no_part_of_libvlc_that_opens_a_network_is_taken(kind: str) -> None:
    lines = (LINUX / "vlc-plugins.txt").read_text(encoding="utf-8").splitlines()
    taken = [line for line in lines if line and not line.startswith("#")]
    assert [line for line in taken if line.startswith("access/")] == ["access/libfilesystem_plugin.so"]
    assert [line for line in taken if kind in line] == []


def test_two_archives_of_one_tree_are_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    made: list[bytes] = []
    for name, names in (("one", ("b", "a")), ("two", ("a", "b"))):
        tree = tmp_path / name
        (tree / "folder").mkdir(parents=True)
        for each in names:
            (tree / "folder" / each).write_text(each)
            os.utime(tree / "folder" / each, (len(made) + 5, len(made) + 5))
        (tree / "link").symlink_to("folder/a")
        reproducible.write_tar_xz(tmp_path / f"{name}.tar.xz", tree, "inside")
        made.append((tmp_path / f"{name}.tar.xz").read_bytes())
    assert made[0] == made[1]


def test_nothing_around_it_decides_where_parts_are_loaded_from() -> None:
    around = {
        "LD_LIBRARY_PATH": "/bundle:/users",
        "LD_LIBRARY_PATH_ORIG": "/users",
        "VLC_PLUGIN_PATH": ".",
        "QT_PLUGIN_PATH": ".",
        "HOME": "/home/a",
    }
    start.settle_surroundings(around)
    assert around == {"LD_LIBRARY_PATH": "/users", "HOME": "/home/a", "CUPS_SERVER": "/run/cups/cups.sock"}


def test_the_manual_page_has_every_command() -> None:
    page = man_page.man_page(_parser(), "1.0", 0)
    for command in ("teach", "check", "rehearse", "install", "film import"):
        assert f".SS {command}\n" in page
    assert "1970\\-01\\-01" in page or "1970-01-01" in page


def test_the_install_script_takes_away_what_it_put_in_and_nothing_else(tmp_path: Path) -> None:
    if os.getuid() == 0:
        identity = tmp_path / "bin" / "id"
        identity.parent.mkdir()
        identity.write_text("#!/bin/sh\necho 1000\n")
        identity.chmod(0o755)
    unpacked, home = tmp_path / "unpacked", tmp_path / "home"
    (unpacked / "lesson-player").mkdir(parents=True)
    (unpacked / "lesson-player" / "lesson-player").write_text("program")
    (unpacked / "share" / "man" / "man1").mkdir(parents=True)
    (unpacked / "share" / "man" / "man1" / "lesson-player.1.gz").write_bytes(gzip.compress(b"page"))
    script = unpacked / "install.sh"
    script.write_bytes((LINUX / "install.sh").read_bytes())
    own = home / ".local" / "share" / "lesson-player" / "lessons" / "own.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("mine")
    around = {"HOME": str(home), "PATH": f"{tmp_path / 'bin'}:/usr/bin:/bin"}

    subprocess.run(["sh", script], env=around, check=True, capture_output=True)
    assert (home / ".local" / "bin" / "lesson-player").resolve().read_text() == "program"
    assert (home / ".local" / "share" / "man" / "man1" / "lesson-player.1.gz").is_file()

    subprocess.run(["sh", script, "--remove"], env=around, check=True, capture_output=True)
    left = [path for path in home.rglob("*") if path.is_file() and "mime" not in path.parts]
    assert left == [own]
