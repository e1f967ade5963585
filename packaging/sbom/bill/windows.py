"""What the folder for Windows is made of, by the wheels that it was laid out from."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from bill import distributions, in_wheels, own
from bill.part import Part, sort_files

_RUNTIME = "runtime/"
_PROGRAM = "program/"
# Its version is the one that CPython 3.13 is built with for Windows (PCbuild/get_externals.bat).
_LIBFFI = Part("libffi", "3.4.4", "library", "MIT", "pkg:generic/libffi@3.4.4", "github.com/libffi/libffi")


def parts(root: Path, wheels: Sequence[Path]) -> list[Part]:
    """Everything in the folder *root*, laid out from *wheels*. Raises BillError for unknown files."""
    by_place: dict[str, Part] = {}
    sums: dict[str, int] = {}
    for wheel in wheels:
        part, held = distributions.of_wheel(wheel)
        by_place.update((_compiled(place), part) for place in held)
        sums.update(held)
    cpython, vlc = _python(root), _vlc(root)

    def owner(place: str) -> Part | None:
        if place.startswith(_RUNTIME) or place == "licences/Python.txt":
            return _of_runtime(PurePosixPath(place).name) or cpython
        if place.startswith("vlc/"):
            return vlc
        inside = place.removeprefix(_PROGRAM)
        if inside in {place, "windows_start.pyc"}:
            return own.PROGRAM
        if inside.startswith("lesson_player/"):
            return own.part_of(inside)
        if ".libs/" in inside and zlib.crc32((root / place).read_bytes()) != sums.get(inside):
            return own.STAND_INS
        wheel = by_place.get(_compiled(inside))
        return in_wheels.part_of(inside, wheel, (root / place).read_bytes) if wheel else None

    places = [path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()]
    return in_wheels.finish(sort_files(places, owner, ()))


def _compiled(place: str) -> str:
    return f"{place.removesuffix('.py')}.pyc" if place.endswith(".py") else place


def _of_runtime(name: str) -> Part | None:
    if name.startswith(("msvcp", "vcruntime")):
        return in_wheels.MICROSOFT
    return _LIBFFI if name.startswith("libffi") else None


def _python(root: Path) -> Part:
    text = (root / "licences" / "Python.txt").read_text(encoding="utf-8", errors="replace")
    library = next((root / "runtime").glob("python3??.dll"))
    version = _product_version(library.read_bytes())
    return Part(
        "CPython",
        version,
        "framework",
        "PSF-2.0",
        f"pkg:generic/python@{version}",
        f"python.org/ftp/python/{version}: python-{version}-embed-amd64.zip",
        (text,),
        inside=(*in_wheels.built_into("python"), *in_wheels.built_into("python-for-windows")),
    )


def _product_version(library: bytes) -> str:
    """The version that a file for Windows says its product has; empty where it says none."""
    _, found, after = library.partition("ProductVersion".encode("utf-16-le"))
    told = re.search(r"\d+\.\d+\.\d+", after[:64].decode("utf-16-le", "ignore")) if found else None
    return told[0] if told else ""


def _vlc(root: Path) -> Part:
    papers = sorted(root.glob("vlc/*.txt"), key=lambda path: path.name.lower())
    texts = tuple(path.read_text(encoding="utf-8", errors="replace") for path in papers)
    library = root / "vlc" / "libvlc.dll"
    version = _product_version(library.read_bytes()) if library.is_file() else ""
    return Part(
        "VLC", version, "library", "GPL-2.0-or-later", "pkg:generic/vlc", "download.videolan.org/vlc", texts
    )
