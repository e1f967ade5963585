"""The sources that go with a package: the list is complete for what is under the GPL and LGPL."""

from __future__ import annotations

import hashlib
import importlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.packaging.built import package
from tests.support.source_tree import REPOSITORY

SOURCES = REPOSITORY / "packaging" / "sources"
sys.path.insert(0, str(SOURCES))
sources = importlib.import_module("debian_sources")

_SAID = """NOTICE: 'libogg' packaging is maintained elsewhere
Need to get 449 kB of source archives.
'http://mirror/libo/libogg_1.3.5-3.dsc' libogg_1.3.5-3.dsc 2206 SHA256:{sum}
""".format(sum="d" * 64)


def _component(name: str, licence: str, **facts: str) -> dict[str, object]:
    told = [
        {"name": f"lesson-player:{key.replace('_', '-')}", "value": value} for key, value in facts.items()
    ]
    return {
        "type": "library",
        "name": name,
        "version": "1",
        "licenses": [{"license": {"name": licence}}],
        "properties": told,
    }


def test_each_source_package_is_listed_once_with_its_version() -> None:
    facts = {"debian_source": "vlc", "debian_source_version": "3.0.24-0+deb12u1"}
    bill = {
        "components": [
            _component("libvlc5", "LGPL-2.1-or-later", **facts),
            _component("libvlccore9", "GPL-2.0-or-later", **facts),
        ]
    }
    assert sources.of_debian(bill) == [sources.Source("vlc", "3.0.24-0+deb12u1")]
    assert sources.of_others(bill) == []


def test_what_is_under_the_gpl_and_not_debian_s_says_where_its_source_is() -> None:
    inner = _component("libiconv", "LGPL-2.1-or-later", source="gnu.org")
    bill = {
        "components": [
            {**_component("lxml", "BSD-3-Clause", source="there"), "components": [inner]},
            _component("Qt", "LGPL-3.0-only OR GPL-2.0-only", source="download.qt.io"),
            _component("Opus", "BSD-3-Clause", source="opus-codec.org"),
        ]
    }
    assert sources.of_others(bill) == [
        "Qt 1 (LGPL-3.0-only OR GPL-2.0-only): download.qt.io",
        "libiconv 1 (LGPL-2.1-or-later): gnu.org",
    ]


def test_what_apt_says_is_read_and_its_settings_are_turned_to_sources() -> None:
    assert sources.read_addresses(_SAID) == [
        sources.SourceFile("libogg_1.3.5-3.dsc", 2206, "d" * 64, "http://mirror/libo/libogg_1.3.5-3.dsc")
    ]
    assert sources.as_sources("Types: deb\nURIs: http://a\n") == "Types: deb-src\nURIs: http://a\n"
    assert sources.as_sources("deb [x=y] http://a b main\n") == "deb-src [x=y] http://a b main\n"


def test_sums_are_such_as_sha256sum_reads(tmp_path: Path) -> None:
    (tmp_path / "a.dsc").write_bytes(b"a")
    (tmp_path / "SHA256SUMS").write_text(sources.sums(tmp_path))
    assert sources.sums(tmp_path) == f"{hashlib.sha256(b'a').hexdigest()}  a.dsc\n"
    subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=tmp_path, check=True, capture_output=True
    )


@pytest.mark.packages
@pytest.mark.parametrize("name", ["lesson-player-*-linux-x86_64.cdx.json", "LessonPlayer-x64.cdx.json"])
def test_every_part_under_the_gpl_has_its_source_in_the_list(name: str) -> None:
    bill = sources.read_bill(package(name))
    listed = {(one.name, one.version) for one in sources.of_debian(bill)}
    elsewhere = sources.of_others(bill)
    for one in sources.components(bill):
        facts = sources._facts(one)
        if facts.get("source") == "this project":
            continue
        if one.get("purl", "").startswith("pkg:deb/") and "debian-source" in facts:
            assert (facts["debian-source"], facts["debian-source-version"]) in listed
        elif "GPL" in sources.licence(one):
            assert [line for line in elsewhere if line.startswith(f"{one['name']} ")], one["name"]
    assert any(line.startswith("Qt 6") for line in elsewhere)
    assert any(line.startswith("FFmpeg of av ") for line in elsewhere)
    if "linux" in name:
        assert {"vlc", "ffmpeg"} <= {one for one, _ in listed}


@pytest.mark.slow
@pytest.mark.packages
def test_a_small_source_package_is_fetched_and_has_the_sums_of_the_list(tmp_path: Path) -> None:
    version = subprocess.run(
        ["dpkg-query", "-W", "-f", "${source:Version}", "libogg0"], capture_output=True, text=True, check=True
    ).stdout
    facts = {"debian_source": "libogg", "debian_source_version": version}
    bill = tmp_path / "bill.json"
    bill.write_text(json.dumps({"components": [_component("libogg0", "BSD-3-Clause", **facts)]}))
    command = [sys.executable, str(SOURCES / "fetch"), str(bill)]
    listed = subprocess.run([*command, "--list"], capture_output=True, text=True, check=True).stdout
    subprocess.run([*command, "--out", str(tmp_path / "out")], capture_output=True, check=True)
    (dsc,) = (tmp_path / "out").glob("*.dsc")
    assert hashlib.sha256(dsc.read_bytes()).hexdigest() in listed
    assert list((tmp_path / "out").glob("*.orig.tar.*"))
    subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=tmp_path / "out", check=True
    )
