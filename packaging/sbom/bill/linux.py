"""What the bundle for Linux is made of, by the list that packaging/linux/bundle.py writes beside it."""

from __future__ import annotations

import sys
import sysconfig
from pathlib import Path
from typing import Any

from bill import debian, distributions, in_wheels, own
from bill.part import Part, sort_files

_INSIDE = "_internal/"


def parts(bundle: Path, told: dict[str, Any]) -> list[Part]:
    """Everything in the folder *bundle*; *told* is its ``parts.json``. Raises BillError for unknown files."""
    site = Path(sysconfig.get_path("purelib"))
    return gather(bundle, told, site, distributions.installed(site))


def gather(bundle: Path, told: dict[str, Any], site: Path, installed: dict[str, Part]) -> list[Part]:
    """The same for distributions that were *installed* in the folder *site*."""
    files: dict[str, str] = told["files"]
    owners = debian.owners(
        sorted({source for source in files.values() if source.startswith(("/usr/", "/lib"))})
    )
    python = _python()
    bootloader = next(part for part in installed.values() if part.name.lower() == "pyinstaller")

    def owner(place: str) -> Part | None:
        inside = place.removeprefix(_INSIDE)
        source = files.get(inside, "")
        if place == inside:
            return bootloader
        if inside in told["stand_ins"]:
            return own.STAND_INS
        if inside.startswith("lesson_player/"):
            return own.part_of(inside)
        if inside == "vlc/plugins/plugins.dat":
            return debian.part("libvlccore9")
        if _is_python(source, inside):
            return python
        if source in owners:
            return debian.part(owners[source])
        wheel = installed.get(_below(source, site))
        return in_wheels.part_of(inside, wheel, (bundle / place).read_bytes) if wheel else None

    places = [path.relative_to(bundle).as_posix() for path in bundle.rglob("*") if _is_file(path)]
    packed = {_below(source, site) for source in told["modules"].values()}
    alone = {installed[module] for module in packed if module in installed}
    found = sort_files(places, owner, alone - {bootloader})
    return in_wheels.finish(found)


def _python() -> Part:
    """The Python that the bundle was made with; Debian's keeps its licence with Debian's papers."""
    version = ".".join(map(str, sys.version_info[:3]))
    file = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    said = None
    if not file.is_file():
        said = debian.part(debian.package_of(f"libpython{sysconfig.get_python_version()}.so.1.0"))
    return Part(
        "CPython",
        version,
        "framework",
        "PSF-2.0",
        f"pkg:generic/python@{version}",
        said.origin if said else f"python.org/ftp/python/{version}",
        said.texts if said else (file.read_text(encoding="utf-8"),),
        inside=in_wheels.built_into("python"),
        facts=said.facts if said else (),
    )


def _is_python(source: str, inside: str) -> bool:
    library = Path(sysconfig.get_path("stdlib"))
    if inside == "base_library.zip" or inside.startswith("libpython"):
        return True
    return _in(source, library) and "site-packages" not in source and "dist-packages" not in source


def _below(source: str, site: Path) -> str:
    """A file's place below *site*; PyInstaller follows a link to that folder for some files alone."""
    for folder in (site, site.resolve()):
        if _in(source, folder):
            return Path(source).relative_to(folder).as_posix()
    return ""


def _in(source: str, folder: Path) -> bool:
    return bool(source) and Path(source).is_relative_to(folder)


def _is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()
