"""Third-party notices: every part of a package has its licence in full."""

from __future__ import annotations

import gzip
import importlib
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.packaging.built import package
from tests.support.source_tree import REPOSITORY

sys.path.insert(0, str(REPOSITORY / "packaging" / "sbom"))
part = importlib.import_module("bill.part")
licences = importlib.import_module("bill.licences")
notices = importlib.import_module("bill.notices")
in_wheels = importlib.import_module("bill.in_wheels")

_OURS = ("Lesson Player", "Lessons and sample films of Lesson Player", "Empty stand-ins")


def test_a_text_stands_once_and_each_part_points_to_it() -> None:
    inner = part.Part("inner", "2", licence="MIT OR Zlib", origin="there")
    parts = [
        part.Part("one", "1", licence="MIT"),
        part.Part("two", licence="own", texts=("its own",), inside=(inner,)),
    ]
    text = notices.text("Parts", parts)
    assert "one 1: MIT  [1]\n" in text
    assert "offers you, and anybody else" in text
    assert "two: own  [2]\n" in text
    assert "built into it: inner 2: MIT OR Zlib; there  [1] [3]\n" in text
    assert text.count("Permission is hereby granted") == 1


def test_a_part_without_a_licence_is_refused() -> None:
    with pytest.raises(part.BillError, match="nobody 1"):
        notices.text("Parts", [part.Part("nobody", "1")])
    with pytest.raises(part.BillError, match=r"Strange-1\.0"):
        notices.text("Parts", [part.Part("strange", licence="Strange-1.0")])


def test_what_debian_leaves_to_its_common_licences_is_brought_along() -> None:
    texts = licences.texts_of(
        part.Part("lib", licence="GPL", texts=("see /usr/share/common-licenses/GPL-2.",))
    )
    assert "GNU GENERAL PUBLIC LICENSE" in texts[1]


def test_every_library_that_wheels_are_known_to_bring_has_a_text() -> None:
    built_in = [
        in_wheels.built_into(name) for name in ("qt", "python", "python-for-windows", "lxml", "pyyaml")
    ]
    known = [part.Part(one.name, licence=one.licence or "LGPL-2.1-or-later") for one in in_wheels._KNOWN]
    assert all(licences.texts_of(one) for one in [*known, *(each for group in built_in for each in group)])
    assert all(built_in)


def _components(bill: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for one in bill.get("components", ()):
        if one["type"] != "file":
            yield one
            yield from _components(one)


def _complete(bill: Path, text: str) -> None:
    """Every component of the bill stands in the notices, with numbers of texts that follow there."""
    head, _, texts = text.replace("\r\n", "\n").partition("=" * 78)
    lines = dict(re.findall(r"^(?: +built into it: )?(.+?): .*?((?: ?\[\d+\])+)$", head, re.MULTILINE))
    there = set(re.findall(r"^\[\d+\]$", texts, re.MULTILINE))
    components = [
        one for one in _components(json.loads(bill.read_text())) if not one["name"].startswith(_OURS)
    ]
    named = [" ".join(word for word in (one["name"], one.get("version", "")) if word) for one in components]
    assert [name for name in named if not set(lines.get(name, "[0]").split()) <= there] == []
    assert len(named) > 50
    assert "Whoever gives you this package offers you" in " ".join(head.split())


@pytest.mark.packages
def test_the_notices_for_linux_are_complete(tmp_path: Path) -> None:
    place = "./usr/share/doc/lesson-player/third-party-notices.txt.gz"
    archive = subprocess.run(
        ["dpkg-deb", "--fsys-tarfile", package("lesson-player_*_amd64.deb")], check=True, capture_output=True
    ).stdout
    (tmp_path / "deb.tar").write_bytes(archive)
    subprocess.run(["tar", "-xf", "deb.tar", place], cwd=tmp_path, check=True)
    text = gzip.decompress((tmp_path / place).read_bytes()).decode()
    _complete(package("lesson-player-*-linux-x86_64.cdx.json"), text)


@pytest.mark.packages
def test_the_notices_for_windows_are_complete() -> None:
    with zipfile.ZipFile(package("LessonPlayer-x64-portable.zip")) as archive:
        text = archive.read("Lesson Player/licences/third-party-notices.txt").decode()
    _complete(package("LessonPlayer-x64.cdx.json"), text)
