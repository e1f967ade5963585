"""What Debian says of the files that were taken from it: package, source package, version, licences."""

from __future__ import annotations

import functools
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

from bill.part import BillError, Part

PAPERS = Path("/usr/share/doc")
_SPDX = {
    "Expat": "MIT", "expat": "MIT", "GPL-2": "GPL-2.0-only", "GPL-2+": "GPL-2.0-or-later",
    "GPL-2.0+": "GPL-2.0-or-later", "GPL-3": "GPL-3.0-only", "GPL-3+": "GPL-3.0-or-later",
    "LGPL-2": "LGPL-2.0-only", "LGPL-2+": "LGPL-2.0-or-later", "LGPL-2.0+": "LGPL-2.0-or-later",
    "LGPL-2.1": "LGPL-2.1-only", "LGPL-2.1+": "LGPL-2.1-or-later", "LGPL-3": "LGPL-3.0-only",
    "LGPL-3+": "LGPL-3.0-or-later", "BSD-2-clause": "BSD-2-Clause", "BSD-3-clause": "BSD-3-Clause",
    "Apache-2.0": "Apache-2.0", "ISC": "ISC", "Zlib": "Zlib", "zlib": "Zlib", "MPL-2.0": "MPL-2.0",
    "CC0-1.0": "CC0-1.0", "CC0": "CC0-1.0", "MIT": "MIT", "AFL-2.1": "AFL-2.1", "X11": "X11",
}  # fmt: skip
"""Debian's short names and SPDX's. What is not here is named as Debian names it."""
_STANZA = re.compile(r"^Files:.*?(?=^\s*$|\Z)", re.MULTILINE | re.DOTALL)
_LICENCE = re.compile(r"^License:[ \t]*(\S[^\n]*)$", re.MULTILINE)
_WORD = re.compile(r",|\s(?:and|or|and/or)\s")


def owners(files: Iterable[str]) -> dict[str, str]:
    """The package of each file that Debian knows; files are where they were read from.

    A file under ``/usr/lib`` may be registered as ``/lib`` and the other way round (Debian's merged /usr).
    """
    asked = sorted({file for one in files for file in (one, one.removeprefix("/usr"), f"/usr{one}")})
    said = ""
    for first in range(0, len(asked), 500):
        said += subprocess.run(
            ["dpkg-query", "--search", "--", *asked[first : first + 500]],
            capture_output=True,
            text=True,
            check=False,
        ).stdout
    known: dict[str, str] = {}
    for line in said.splitlines():
        package, colon, file = line.partition(": ")
        if colon and not line.startswith("diversion by"):
            known[file.removeprefix("/usr")] = package.split(",")[0].split(":")[0]
    return {one: known[one.removeprefix("/usr")] for one in files if one.removeprefix("/usr") in known}


@functools.cache
def package_of(library: str) -> str:
    """The package that has a library of that name; empty if none is installed."""
    said = subprocess.run(["dpkg-query", "-S", library], capture_output=True, text=True, check=False).stdout
    found = {line.split(":")[0] for line in said.splitlines() if line.endswith("/" + Path(library).name)}
    return min(found, default="")


@functools.cache
def part(package: str) -> Part:
    """The part that an installed Debian package is."""
    asked = "${Version}\t${source:Package}\t${source:Version}\t${Architecture}\n"
    said = subprocess.run(
        ["dpkg-query", "-W", "-f", asked, package], capture_output=True, text=True, check=True
    ).stdout.splitlines()[0]
    version, source, source_version, architecture = said.split("\t")
    text = copyright_of(package)
    return Part(
        package,
        version,
        licence=", ".join(licences(text)),
        purl=f"pkg:deb/debian/{quote(package)}@{quote(version, safe='.+~-')}?arch={architecture}",
        origin=f"Debian source package {source} {source_version}",
        texts=(text,),
        facts=(("debian-source", source), ("debian-source-version", source_version)),
    )


def copyright_of(package: str) -> str:
    """What Debian's package says of its holders and licences. Raises BillError where it is not installed."""
    file = PAPERS / package / "copyright"
    if not file.is_file():
        raise BillError(f"{file} is missing: install {package}, which packaging/system-packages.txt lists")
    return file.read_text(encoding="utf-8", errors="replace")


def licences(text: str) -> list[str]:
    """The licences that a copyright file in Debian's machine-readable form names for its files."""
    names = {
        word.strip()
        for stanza in _STANZA.findall(text)
        for line in _LICENCE.findall(stanza)
        for word in _WORD.split(line)
    }
    return sorted({_SPDX.get(name, name) for name in names if name}) or ["as its notice says"]
