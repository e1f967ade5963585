"""Python packages: their names, licences and texts, from an environment or from a wheel."""

from __future__ import annotations

import functools
import json
import re
import zipfile
from collections.abc import Callable, Iterable
from email.message import Message
from email.parser import Parser
from importlib import metadata
from pathlib import Path, PurePosixPath
from typing import Any

from bill.part import Part

_TEXT_FILES = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
_KNOWN = {
    "python-vlc": "LGPL-2.1-or-later",
    "defusedxml": "PSF-2.0",
    "tomli-w": "MIT",
    "pyinstaller": "GPL-2.0-or-later WITH Bootloader-exception",
}
"""Licences as SPDX writes them, of packages that say it in other words."""
_BY_ITS_NAME = {"libjpeg / libjpeg-turbo": "libjpeg-turbo", "Little CMS 2": "Little CMS", "raqm": "Raqm"}
"""Names in wheels' own bills, and those that the same libraries have elsewhere."""
_NOT_BUILT_IN = frozenset({"libimagequant", "FriBiDi", "libavif", "libwebp"})
"""Of what Pillow can be built with: not in its wheels, or in modules that no package takes."""
_MIT = "License :: OSI Approved :: MIT License"
_QT = frozenset({"pyside6-essentials", "pyside6-addons", "shiboken6"})
_SAID_BY_QT = "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only"


def plain_name(name: str) -> str:
    """The one way of writing a distribution's name (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def of_wheel(wheel: Path) -> tuple[Part, dict[str, int]]:
    """The part that a wheel is, and the places of its files with their CRC-32."""
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        papers = [name for name in names if ".dist-info/" in name]

        def read(name: str) -> str:
            return archive.read(name).decode("utf-8", "replace")

        return _part(papers, read), {_installed(name): archive.getinfo(name).CRC for name in names}


def installed(site: Path) -> dict[str, Part]:
    """The part that each file of an environment belongs to, by its place below *site*."""
    found = {}
    for one in metadata.distributions(path=[str(site)]):
        files = [path.as_posix() for path in one.files or ()]
        part = _of_installed(site, tuple(name for name in files if ".dist-info/" in name))
        found.update(dict.fromkeys(files, part))
    return found


@functools.cache
def _of_installed(site: Path, papers: tuple[str, ...]) -> Part:
    def read(name: str) -> str:
        return (site / name).read_text(encoding="utf-8", errors="replace")

    return _part([name for name in papers if (site / name).is_file()], read)


def _installed(name: str) -> str:
    # A wheel may put files beside its packages under NAME.data/purelib and platlib.
    parts = PurePosixPath(name).parts
    if parts[0].endswith(".data") and len(parts) > 2:
        parts = parts[2:]
    return "/".join(parts)


def _part(papers: Iterable[str], read: Callable[[str], str]) -> Part:
    papers = sorted(papers)
    about = Parser().parsestr(read(next(name for name in papers if name.endswith("/METADATA"))))
    name, version = about["Name"], about["Version"]
    licence = _licence(about)
    texts = tuple(read(one) for one in papers if _TEXT_FILES.search(PurePosixPath(one).name))
    boms = [json.loads(read(one)) for one in papers if "/sboms/" in one]
    return Part(
        name,
        version,
        licence=licence,
        purl=f"pkg:pypi/{plain_name(name)}@{version}",
        origin=_origin(name, version),
        # Qt's wheels bring no text but that of a licence nobody here has.
        texts=() if plain_name(name) in _QT else texts,
        inside=tuple(
            sorted({each for bom in boms for each in _built_in(bom)}, key=lambda one: (one.name, one.version))
        ),
    )


def _licence(about: Message) -> str:
    name = plain_name(about["Name"])
    if name in _QT:
        return _SAID_BY_QT
    said = (about.get("License-Expression") or about.get("License") or "").split("\n")[0].strip()
    return _KNOWN.get(name) or said or ("MIT" if _MIT in about.get_all("Classifier", []) else "")


def _origin(name: str, version: str) -> str:
    if plain_name(name) in _QT:
        return (
            f"download.qt.io, official_releases/QtForPython, PySide6 {version}: pyside-setup-everywhere-src"
        )
    return f"source distribution {name} {version} of the Python Package Index"


def _built_in(bom: dict[str, Any]) -> Iterable[Part]:
    """Libraries that a wheel says it was built with: Rust's, those of the system it was built on, others."""
    for one in bom.get("components", ()):
        name, purl = one["name"], one.get("purl", "")
        name = _BY_ITS_NAME.get(name, name)
        if purl.startswith("pkg:pypi/") or one.get("scope") == "excluded" or name in _NOT_BUILT_IN:
            continue
        said = " AND ".join(
            each.get("expression") or each["license"].get("id") or each["license"]["name"]
            for each in one.get("licenses", ())
        )
        yield Part(
            name,
            one.get("version", ""),
            licence=" ".join(said.split()),
            purl=purl if purl.startswith(("pkg:cargo/", "pkg:rpm/")) else "",
            origin=f"Rust crate {name} {one['version']}" if purl.startswith("pkg:cargo/") else "",
        )
