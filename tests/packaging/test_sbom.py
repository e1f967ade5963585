"""Bills of materials: every file of a package belongs to one part, and the bill says what the file is."""

from __future__ import annotations

import hashlib
import importlib
import json
import subprocess
import sys
import tarfile
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from tests.packaging.built import package
from tests.support.source_tree import REPOSITORY

sys.path.insert(0, str(REPOSITORY / "packaging" / "sbom"))
part = importlib.import_module("bill.part")
linux = importlib.import_module("bill.linux")
windows = importlib.import_module("bill.windows")
debian = importlib.import_module("bill.debian")
cyclonedx_json = importlib.import_module("bill.cyclonedx_json")

EPOCH = 1_700_000_000
_CODE = (b"\x7fELF", b"MZ")


def _write(folder: Path, files: dict[str, bytes]) -> None:
    for place, data in files.items():
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_bytes(data)


def _made_up(tmp_path: Path, *more: str) -> list[Any]:
    """The parts of a bundle of our own, an installed package with FFmpeg in it, and PyInstaller's starter."""
    bundle, site, linked = tmp_path / "bundle", tmp_path / "site", tmp_path / "linked"
    site.mkdir()
    linked.symlink_to(site)
    told = {"_internal/lesson_player/content/lessons/a.yaml": b"a", "lesson-player": b"\x7fELF starter"}
    told["_internal/av.libs/libavcodec-0123abcd.so.62.1"] = (
        b"\x7fELF FFmpeg version 8.1.2\0license: LGPL version 3 or later"
    )
    told["_internal/av.libs/libswscale-0123abcd.so.9"] = b"\x7fELF"
    told["_internal/av/_core.abi3.so"] = b"\x7fELF core"
    told["_internal/libempty.so.1"] = b"\x7fELF empty"
    told["_internal/lesson_player/ui/keys.txt"] = b"keys"
    _write(bundle, told | dict.fromkeys(more, b"?"))
    files = {
        place.removeprefix("_internal/"): str(site / place.removeprefix("_internal/"))
        for place in told
        if "/av" in place
    }
    av = part.Part("av", "18.1.0", licence="BSD-3-Clause", purl="pkg:pypi/av@18.1.0")
    starter = part.Part("PyInstaller", "6", licence="GPL-2.0-or-later WITH Bootloader-exception")
    mdurl = part.Part("mdurl", "1", licence="MIT", purl="pkg:pypi/mdurl@1")
    installed = dict.fromkeys(files, av) | {"PyInstaller/x.py": starter, "mdurl/__init__.py": mdurl}
    listed = {
        "files": files,
        "modules": {"mdurl": str(site / "mdurl/__init__.py")},
        "stand_ins": {"libempty.so.1": "real"},
    }
    return list(linux.gather(bundle, listed, linked, installed))


def test_every_file_belongs_to_one_part(tmp_path: Path) -> None:
    parts = {one.name: one for one in _made_up(tmp_path)}
    assert parts["Lesson Player"].files == ("_internal/lesson_player/ui/keys.txt",)
    assert parts["Lessons and sample films of Lesson Player"].files
    assert parts["PyInstaller"].files == ("lesson-player",)
    assert parts["Empty stand-ins for libraries that are not used"].files == ("_internal/libempty.so.1",)
    ffmpeg = parts["FFmpeg of av"]
    assert (ffmpeg.version, ffmpeg.licence, len(ffmpeg.files)) == ("8.1.2", "LGPL-3.0-or-later", 2)
    assert parts["mdurl"].files == ()  # packed into the starter, and so with no file of its own
    places = [
        path.relative_to(tmp_path / "bundle").as_posix()
        for path in (tmp_path / "bundle").rglob("*")
        if path.is_file()
    ]
    assert Counter(places) == Counter(place for one in parts.values() for place in one.files)


def test_a_file_of_nobody_s_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(part.BillError, match=r"libwho\.so"):
        _made_up(tmp_path, "_internal/libwho.so")


def test_a_bill_is_valid_and_the_same_every_time(tmp_path: Path) -> None:
    parts = _made_up(tmp_path)
    for name, told in (("one", parts), ("two", list(reversed(parts)))):
        cyclonedx_json.write(tmp_path / name, "a package", (tmp_path / "bundle").joinpath, told, EPOCH)
    text = (tmp_path / "one").read_text()
    assert text == (tmp_path / "two").read_text()
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    bill = json.loads(text)
    assert bill["metadata"]["timestamp"] == "2023-11-14T22:13:20+00:00"
    assert {one["name"] for one in bill["components"]} >= {"av", "FFmpeg of av", "mdurl", "PyInstaller"}
    assert dict(_files(bill))["lesson-player"] == hashlib.sha256(b"\x7fELF starter").hexdigest()


def test_a_library_of_debian_s_has_its_source_package() -> None:
    known = debian.part("dpkg")
    assert known.purl.startswith("pkg:deb/debian/dpkg@")
    assert known.origin == f"Debian source package dpkg {known.version}"
    assert "GPL-2.0-or-later" in known.licence


def _files(bill: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for one in [bill["metadata"]["component"], *bill["components"]]:
        for each in one.get("components", ()):
            if each["type"] == "file":
                yield each["name"], each["hashes"][0]["content"]


def _read(name: str) -> dict[str, Any]:
    text = package(name).read_text(encoding="utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    bill: dict[str, Any] = json.loads(text)
    return bill


def _holds(bill: dict[str, Any], contents: Iterable[tuple[str, bytes]]) -> int:
    """Hold the bill against a package: code is in one part, and what is listed is what was packed."""
    listed = list(_files(bill))
    assert [place for place, times in Counter(place for place, _ in listed).items() if times > 1] == []
    sums, seen, unlisted, other = dict(listed), set(), [], []
    for place, data in contents:
        seen.add(place)
        if place not in sums:
            unlisted += [place] if data.startswith(_CODE) else []
        elif sums[place] != hashlib.sha256(data).hexdigest():
            other.append(place)
    assert (unlisted, other, sorted(sums.keys() - seen)) == ([], [], [])
    return len(seen)


@pytest.mark.packages
def test_the_bill_for_linux_is_of_what_the_deb_holds() -> None:
    bill = _read("lesson-player-*-linux-x86_64.cdx.json")
    top = "./usr/lib/lesson-player/"
    command = ["dpkg-deb", "--fsys-tarfile", str(package("lesson-player_*_amd64.deb"))]

    def contents() -> Iterator[tuple[str, bytes]]:
        with (
            subprocess.Popen(command, stdout=subprocess.PIPE) as child,
            tarfile.open(fileobj=child.stdout, mode="r|") as tar,
        ):
            for member in tar:
                file = tar.extractfile(member) if member.isreg() else None
                if file and member.name.startswith(top):
                    yield member.name.removeprefix(top), file.read()

    assert _holds(bill, contents()) > 500
    names = {one["name"] for one in bill["components"]}
    assert names >= {
        "CPython",
        "Qt",
        "FFmpeg of Qt Multimedia",
        "libvlc5",
        "vlc-plugin-base",
        "typst",
        "OpenMoji",
    }
    assert names >= {"Andika", "Lexend", "OpenDyslexic", "Atkinson Hyperlegible Next"}
    assert all(one.get("licenses") for one in bill["components"])


@pytest.mark.packages
def test_the_bill_for_windows_is_of_what_the_portable_folder_holds() -> None:
    bill = _read("LessonPlayer-x64.cdx.json")
    with zipfile.ZipFile(package("LessonPlayer-x64-portable.zip")) as archive:
        files = (name for name in archive.namelist() if not name.endswith("/"))
        assert _holds(bill, ((name.partition("/")[2], archive.read(name)) for name in files)) > 500
    names = {one["name"] for one in bill["components"]}
    assert names >= {
        "CPython",
        "Qt",
        "FFmpeg of Qt Multimedia",
        "Microsoft Visual C++ runtime",
        "typst",
        "OpenMoji",
    }
    assert all(one.get("licenses") for one in bill["components"])
