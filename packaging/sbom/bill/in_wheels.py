"""Libraries that others put into wheels: Qt, the two FFmpegs with what they call, and what Pillow calls.

A wheel says little of them. Their versions are read from the files themselves where a file tells, and from
its name elsewhere; their notices are those of the same libraries in Debian, or the text of their licence.
packaging/sbom/libraries.toml lists them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from bill import debian
from bill.distributions import plain_name
from bill.part import Part

IN_WHEEL = "in-wheel"
"""The fact that says in which wheel a library came."""
_HASH = re.compile(r"-[0-9a-f]{8,64}(?=[.]|$)")
_FILE = re.compile(
    r"^(?:lib)?(?P<name>.+?)(?:[-.](?P<number>\d[\d.]*))?(?:\.dll|\.so(?:\.(?P<so>[\d.]+))?|\.dylib)$"
)
_QT_LICENCE = "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only"


@dataclass(frozen=True, slots=True)
class _Known:
    name: str
    source: str
    files: tuple[str, ...]
    licence: str = ""
    debian: str = ""
    told: str = ""


_TABLE = tomllib.loads((Path(__file__).resolve().parents[1] / "libraries.toml").read_text(encoding="utf-8"))
_KNOWN = [_Known(**{**one, "files": tuple(one["files"])}) for one in _TABLE["library"]]
_BY_FILE = {stem: known for known in _KNOWN for stem in known.files}
MICROSOFT = Part(
    "Microsoft Visual C++ runtime",
    licence="LicenseRef-Microsoft-Visual-C-Redistributable",
    origin="in the wheel of PySide6_Essentials",
    texts=(
        """Distributable Code of Microsoft Visual Studio. The files vcruntime140*.dll and msvcp140*.dll are
named in Microsoft's list of redistributable files. They are passed on unchanged with a program, as it allows.
""",
    ),
)


def built_into(name: str) -> tuple[Part, ...]:
    """What a part was built with and does not say: of ``qt``, ``python``, or a distribution's plain name."""
    return tuple(
        Part(one["name"], licence=one["licence"], origin=one["source"])
        for one in _TABLE["built_in"]
        if one["into"] == name
    )


def part_of(place: str, wheel: Part, read: Callable[[], bytes]) -> Part | None:
    """The part that a file of a wheel belongs to: the wheel's own, or a library that the wheel brings.

    None for a library in a folder of libraries that libraries.toml does not list.
    """
    folder = place.split("/", maxsplit=1)[0]
    if folder == "PySide6":
        if "/libicu" in place:
            return _icu(place)
        known, _ = _known(place)
        if known is not None and known.name == "FFmpeg":
            return _library(place, read(), replace(wheel, name="Qt Multimedia", inside=()))
        if place.startswith("PySide6/Qt/") or "/Qt6" in place or "/plugins/" in place:
            return _qt(wheel.version)
    if folder.endswith(".libs") or "/.dylibs/" in place:
        return _library(place, read(), wheel)
    return wheel


def finish(parts: Iterable[Part]) -> list[Part]:
    """Put files of one library together, and tell what was built into wheels and has no file of its own."""
    found = _together(parts)
    apart = {(_wheel_of(part), part.name) for part in found}
    finished = []
    for part in found:
        # What a wheel took from the system that it was built on lies in it as files.
        told = (*part.inside, *built_into(plain_name(part.name)))
        inside = (each for each in told if not each.purl.startswith("pkg:rpm/"))
        finished.append(
            replace(part, inside=tuple(one for one in inside if (part.name, one.name) not in apart))
        )
    return finished


def _known(place: str) -> tuple[_Known | None, str]:
    """The library that a file is by its name, and the number in that name."""
    told = _FILE.match(_HASH.sub("", PurePosixPath(place).name))
    if told is None:
        return None, ""
    known = _BY_FILE.get(told["name"]) or _BY_FILE.get(re.sub(r"-?\d+$", "", told["name"]))
    return known, told["so"] or told["number"] or ""


def _library(place: str, data: bytes, wheel: Part) -> Part | None:
    known, number = _known(place)
    if known is None:
        return None
    said = next((one for one in wheel.inside if one.name == known.name), None)
    version = _asked(known.told, data) or (said.version if said else "")
    facts: tuple[tuple[str, str], ...] = ((IN_WHEEL, wheel.name),)
    # Several files of one library have numbers of their own, which say nothing of the whole.
    if not version and number and len(known.files) == 1:
        version = number
        facts += (("version-is", "of the library's interface, from the name of its file"),)
    plain = f"pkg:generic/{known.name.lower().replace(' ', '-')}"
    return Part(
        f"FFmpeg of {wheel.name}" if known.name == "FFmpeg" else known.name,
        version,
        licence=known.licence or _ffmpeg_licence(data),
        purl=(said.purl if said else "") or (f"{plain}@{version}" if version else plain),
        origin=known.source,
        texts=(debian.copyright_of(known.debian),) if known.debian else (),
        facts=facts,
    )


def _asked(pattern: str, data: bytes) -> str:
    found = re.search(pattern.encode(), data) if pattern else None
    return found[1].decode() if found else ""


def _ffmpeg_licence(data: bytes) -> str:
    """What this FFmpeg says of itself (``avcodec_license`` and the like)."""
    said = re.search(rb"license: (L?GPL) version ([\d.]+) or later", data)
    if said is None:
        return "GPL-3.0-or-later"
    version = said[2].decode()
    return f"{said[1].decode()}-{version}{'' if '.' in version else '.0'}-or-later"


def _qt(version: str) -> Part:
    return Part(
        "Qt",
        version,
        kind="framework",
        licence=_QT_LICENCE,
        purl=f"pkg:generic/qt@{version}",
        origin=f"download.qt.io, official_releases/qt: qt-everywhere-src-{version}",
        inside=built_into("qt"),
    )


def _icu(place: str) -> Part:
    """The Unicode library that Qt for Linux brings."""
    version = place.rsplit(".", 1)[-1]
    return Part(
        "ICU",
        version,
        licence="Unicode-3.0",
        purl=f"pkg:generic/icu@{version}",
        origin="icu.unicode.org",
        facts=((IN_WHEEL, "PySide6_Essentials"),),
    )


def _wheel_of(part: Part) -> str:
    return dict(part.facts).get(IN_WHEEL, "")


def _together(parts: Iterable[Part]) -> list[Part]:
    """Of one library's files in a wheel some tell its version and others do not."""
    told: dict[tuple[str, str, str], Part] = {}
    for part in sorted(parts, key=lambda one: (not one.version, one.name.lower(), one.version)):
        wheel = _wheel_of(part)
        same = [key for key in told if wheel and key[:2] == (part.name, wheel)]
        key = same[0] if same and not part.version else (part.name, wheel, part.version + part.purl)
        held = told.get(key)
        told[key] = replace(held, files=tuple(sorted((*held.files, *part.files)))) if held else part
    return sorted(told.values(), key=lambda one: (one.name.lower(), one.version, one.purl))
