"""Who made what is in the package, in which version and under which licence, from the very files in it."""

from __future__ import annotations

import functools
import json
import subprocess
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

COPYRIGHTS = Path("/usr/share/doc")
COMMON = Path("/usr/share/common-licenses")
_LICENCE_FILES = ("licen", "copying", "notice", "authors")


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """One thing in the package that others made."""

    kind: str
    """``python``, ``pypi`` or ``deb``."""
    name: str
    version: str
    source: str
    """Debian's source package and its version; empty for others."""
    licence: str
    texts: tuple[str, ...]
    """Its licences in full."""


@functools.cache
def debian_package(library: str) -> str:
    """The Debian package that a library or file belongs to; empty if none."""
    asked = subprocess.run(["dpkg-query", "-S", library], capture_output=True, text=True, check=False).stdout
    owners = {line.split(":")[0] for line in asked.splitlines() if line.endswith("/" + Path(library).name)}
    return min(owners, default="")


def parts_of(parts: Path) -> list[Part]:
    """Everything that others made, each once, in order."""
    told = json.loads(parts.read_text())
    sources = {*told["files"].values(), *told["modules"].values()}
    found = {_python()}
    found.update(map(_debian, sorted({owner for owner in map(_owner, sources) if owner})))
    found.update(_distributions(sources))
    return sorted(found)


def text(parts: Path) -> str:
    """The notices as one text."""
    lines = ["Third-party parts of Lesson Player for Linux", ""]
    found = parts_of(parts)
    lines += [f"  {one.name} {one.version}  ({one.licence or one.source})" for one in found]
    lines += ["", "Replaced by empty libraries of the same name, and so not in the package:", ""]
    lines += [f"  {name}" for name in json.loads(parts.read_text())["stand_ins"]]
    seen: set[str] = set()
    for one in found:
        lines += [
            "",
            "=" * 78,
            f"{one.name} {one.version}",
            f"source: {one.source}" if one.source else "",
            "",
        ]
        for each in one.texts:
            lines += ["(as above)"] if each in seen else [each]
            seen.add(each)
    for licence in sorted(COMMON.iterdir()) if COMMON.is_dir() else ():
        if not licence.is_symlink():
            lines += ["", "=" * 78, f"{licence.name}", "", licence.read_text(errors="replace")]
    return "\n".join(lines) + "\n"


def _owner(source: str) -> str:
    if not source.startswith(("/usr/", "/lib/")):
        return ""
    return debian_package(source) or debian_package(source.removeprefix("/usr"))


def _debian(package: str) -> Part:
    asked = "${Version}\t${source:Package} ${source:Version}\n"
    said = subprocess.run(
        ["dpkg-query", "-W", "-f", asked, package], capture_output=True, text=True, check=True
    ).stdout.splitlines()[0]
    version, source = said.split("\t")
    file = COPYRIGHTS / package / "copyright"
    texts = (file.read_text(errors="replace"),) if file.is_file() else ()
    return Part("deb", package, version, source, "", texts)


def _python() -> Part:
    version = sysconfig.get_python_version()
    folder = Path(sysconfig.get_path("stdlib"))
    file = folder / "LICENSE.txt"
    texts = (file.read_text(),) if file.is_file() else ()
    full = ".".join(map(str, __import__("sys").version_info[:3]))
    return Part("python", "CPython", full or version, "", "PSF-2.0", texts)


def _distributions(sources: set[str]) -> Iterator[Part]:
    site = Path(sysconfig.get_path("purelib"))
    used = {Path(one).relative_to(site).parts[0] for one in sources if Path(one).is_relative_to(site)}
    for one in metadata.distributions(path=[str(site)]):
        tops = {path.parts[0] for path in one.files or () if path.parts[0] != ".."}
        if used & {top for top in tops if not top.endswith(".dist-info")}:
            about = one.metadata
            licence = about.get("License-Expression") or about.get("License") or ""
            texts = tuple(
                path.locate().read_text(errors="replace")
                for path in sorted(one.files or (), key=str)
                if path.name.lower().startswith(_LICENCE_FILES) and path.locate().is_file()
            )
            yield Part(
                "pypi", about["Name"], one.version, "", licence.splitlines()[0] if licence else "", texts
            )
