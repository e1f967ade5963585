"""The wheels that the program needs on a system, each held to the hash that requirements.lock has for it."""

from __future__ import annotations

import hashlib
import importlib.metadata
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement

PYTHONS = ("3.11", "3.12", "3.13")
"""For each of these there are wheels. Most serve all of them (abi3), so three cost little more than one."""


@dataclass(frozen=True, slots=True)
class System:
    """A system that a wheelhouse is for: its name in the file's name, and pip's names of its platforms."""

    name: str
    title: str
    sys_platform: str
    machines: tuple[tuple[str, tuple[str, ...]], ...]
    """For each kind of processor the platforms whose wheels run there."""


MACOS = System(
    "macos",
    "macOS 14 or newer on Apple processors, 13 or newer on Intel's",
    "darwin",
    (("arm64", ("macosx_14_0_arm64",)), ("x86_64", ("macosx_13_0_x86_64",))),
)
LINUX = System(
    "linux",
    "Linux with glibc 2.34 or newer, 64-bit Intel and AMD processors",
    "linux",
    (
        (
            "x86_64",
            (*(f"manylinux_2_{minor}_x86_64" for minor in range(34, 16, -1)), "manylinux2014_x86_64"),
        ),
    ),
)
SYSTEMS = {one.name: one for one in (MACOS, LINUX)}


class WheelhouseError(Exception):
    """A wheel is missing or is not the one that is locked; the text says which."""


def needed(requirements: Path, system: System) -> list[str]:
    """The distributions of requirements.in, and what those need in their turn, on *system*."""
    surroundings = {
        "sys_platform": system.sys_platform,
        "platform_system": {"darwin": "Darwin", "linux": "Linux"}[system.sys_platform],
        "os_name": "posix",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
        "extra": "",
    }
    lines = [line.partition("#")[0].strip() for line in requirements.read_text(encoding="utf-8").splitlines()]
    waiting = [Requirement(line) for line in lines if line]
    found: set[str] = set()
    while waiting:
        one = waiting.pop()
        name = plain_name(one.name)
        wanted = one.marker is None or any(
            one.marker.evaluate({**surroundings, "python_version": each, "python_full_version": f"{each}.0"})
            for each in PYTHONS
        )
        if wanted and name not in found:
            found.add(name)
            waiting += [Requirement(text) for text in importlib.metadata.requires(name) or ()]
    return sorted(found)


def plain_name(name: str) -> str:
    """The one way of writing a distribution's name (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def locked(lock: Path, names: Iterable[str]) -> dict[str, tuple[str, frozenset[str]]]:
    """For each name its line in the lock, such as ``av==18.1.0``, and the SHA-256 of its files."""
    found: dict[str, tuple[str, frozenset[str]]] = {}
    entries = re.split(r"^(?=[A-Za-z0-9])", lock.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for entry in entries:
        line, *rest = entry.split("\\\n", 1)
        hashes = frozenset(re.findall(r"--hash=sha256:([0-9a-f]{64})", "".join(rest)))
        found[plain_name(line.partition("==")[0].strip())] = (line.strip(), hashes)
    missing = [name for name in names if name not in found]
    if missing:
        raise WheelhouseError(f"{lock.name} does not lock {', '.join(missing)}; run make lock")
    return {name: found[name] for name in names}


def fetch(system: System, entries: dict[str, tuple[str, frozenset[str]]], cache: Path) -> list[Path]:
    """The wheels for *system*, downloaded into *cache* unless they are there; pip holds each to its hash."""
    text = "".join(
        line + "".join(f" --hash=sha256:{one}" for one in sorted(hashes)) + "\n"
        for line, hashes in entries.values()
    )
    asked = f"{system}{PYTHONS}{text}"
    folder = cache / f"{system.name}-{hashlib.sha256(asked.encode()).hexdigest()[:16]}"
    if not folder.is_dir():
        part = folder.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        for machine, platforms in system.machines:
            _download(part, platforms, PYTHONS[0], text)
            own = _for_one_python(part, machine, PYTHONS[0])
            text_of_own = "".join(line for line in text.splitlines(keepends=True) if _named(line) in own)
            for python in PYTHONS[1:]:
                _download(part, platforms, python, text_of_own)
        part.rename(folder)
    known = {one for _, hashes in entries.values() for one in hashes}
    found = sorted(folder.glob("*.whl"))
    for wheel in found:
        if sha256_of(wheel) not in known:
            raise WheelhouseError(f"{wheel.name} has changed since it was downloaded; delete {folder}")
    return found


def _for_one_python(folder: Path, machine: str, python: str) -> set[str]:
    """The distributions whose wheels serve that Python alone, so that others need wheels of their own."""
    tag = f"cp{python.replace('.', '')}"
    found = (
        path.name
        for path in folder.glob(f"*-{tag}-{tag}-*.whl")
        if machine in path.name or "universal2" in path.name
    )
    return {plain_name(name.split("-")[0]) for name in found}


def _named(line: str) -> str:
    return plain_name(line.partition("==")[0].strip())


def _download(folder: Path, platforms: tuple[str, ...], python: str, text: str) -> None:
    (folder / "asked.txt").write_text(text, encoding="utf-8")
    told = [word for platform in platforms for word in ("--platform", platform)]
    command = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--disable-pip-version-check",
        "--no-input",
    ]
    command += ["--no-deps", "--require-hashes", "--only-binary=:all:", "--implementation", "cp", *told]
    command += ["--python-version", python, "--dest", str(folder), "-r", str(folder / "asked.txt")]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        raise WheelhouseError(
            f"pip could not fetch the wheels for {platforms[0]}, Python {python}:\n{done.stderr[-2000:]}"
        )


def sha256_of(path: Path) -> str:
    """The file's SHA-256 in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
