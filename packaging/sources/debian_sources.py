"""The source packages that a package's bill of materials names, and how Debian's are gathered."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_LINE = re.compile(
    r"^'(?P<address>\S+)' (?P<name>\S+) (?P<size>\d+) SHA256:(?P<sha256>[0-9a-f]{64})$", re.MULTILINE
)
_COPYLEFT = re.compile(r"\b(?:A|L)?GPL", re.IGNORECASE)
_OURS = "this project"


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """One of Debian's source packages, in the version that a package was built from."""

    name: str
    version: str


@dataclass(frozen=True, slots=True, order=True)
class SourceFile:
    """A file of a source package: its .dsc, which lists the others with their sums, or one of those."""

    name: str
    size: int
    sha256: str
    address: str


def components(bill: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every part in the bill, and those inside them; no files."""
    for one in bill.get("components", ()):
        if one["type"] != "file":
            yield one
            yield from components(one)


def of_debian(bill: dict[str, Any]) -> list[Source]:
    """Debian's source packages of the parts in the bill, each once."""
    found = set()
    for one in components(bill):
        facts = _facts(one)
        if "debian-source" in facts:
            found.add(Source(facts["debian-source"], facts["debian-source-version"]))
    return sorted(found)


def of_others(bill: dict[str, Any]) -> list[str]:
    """A line for each part under the GPL or LGPL that is not Debian's, with where its source is."""
    lines = set()
    for one in components(bill):
        facts = _facts(one)
        if "debian-source" not in facts and _COPYLEFT.search(licence(one)) and facts.get("source") != _OURS:
            named = " ".join(word for word in (one["name"], one.get("version", "")) if word)
            lines.add(f"{named} ({licence(one)}): {facts['source']}")
    return sorted(lines)


def licence(component: dict[str, Any]) -> str:
    """The component's licences in one line."""
    told = component.get("licenses", ())
    return ", ".join(
        one.get("expression") or one["license"].get("id") or one["license"]["name"] for one in told
    )


def _facts(component: dict[str, Any]) -> dict[str, str]:
    return {
        one["name"].removeprefix("lesson-player:"): one["value"] for one in component.get("properties", ())
    }


@dataclass(frozen=True, slots=True)
class Apt:
    """Debian's package tool with lists of its own in *folder*; this computer's settings stay as they are."""

    folder: Path

    def prepare(self, settings: Path = Path("/etc/apt")) -> None:
        """Take the addresses that this computer has for packages, for their sources."""
        shutil.rmtree(self.folder, ignore_errors=True)
        for name in ("lists/partial", "cache/archives/partial", "parts"):
            (self.folder / name).mkdir(parents=True)
        for file in [settings / "sources.list", *sorted((settings / "sources.list.d").glob("*"))]:
            if file.is_file() and file.suffix in {".list", ".sources"}:
                text = as_sources(file.read_text(encoding="utf-8"))
                (self.folder / "parts" / file.name).write_text(text, encoding="utf-8")
        self.run("update", "-qq")

    def files(self, sources: Iterable[Source]) -> tuple[list[SourceFile], list[Source]]:
        """The files of these source packages, and those packages that the mirrors no longer have."""
        found: list[SourceFile] = []
        missing = []
        asked = list(sources)
        done = self._print(asked)
        if done is not None:
            return done, []
        for one in asked:
            files = self._print([one])
            if files is None:
                missing.append(one)
            else:
                found += files
        return sorted(found), missing

    def fetch(self, sources: Iterable[Source], into: Path) -> None:
        """Download them into a folder; the tool holds every file to its sum."""
        into.mkdir(parents=True, exist_ok=True)
        self.run("source", "-qq", "--download-only", *map(_named, sources), cwd=into)

    def run(self, *words: str, cwd: Path | None = None) -> str:
        """Run ``apt-get``; gives what it says. Raises CalledProcessError where it fails."""
        own = {
            "Dir::Etc::SourceList": "/dev/null",
            "Dir::Etc::SourceParts": self.folder / "parts",
            "Dir::State::Lists": self.folder / "lists",
            "Dir::Cache": self.folder / "cache",
            "APT::Sandbox::User": "root",
        }
        told = [word for name, value in own.items() for word in ("-o", f"{name}={value}")]
        command = ["apt-get", *told, *words]
        return subprocess.run(command, cwd=cwd, check=True, capture_output=True, text=True).stdout

    def _print(self, sources: list[Source]) -> list[SourceFile] | None:
        if not sources:
            return []
        try:
            return read_addresses(
                self.run("source", "-qq", "--print-uris", "--download-only", *map(_named, sources))
            )
        except subprocess.CalledProcessError:
            return None


def as_sources(text: str) -> str:
    """Settings for packages (one-line or deb822 style), turned into settings for their sources."""
    text = re.sub(r"^Types:.*$", "Types: deb-src", text, flags=re.MULTILINE)
    return re.sub(r"^deb\s", "deb-src ", text, flags=re.MULTILINE)


def read_addresses(said: str) -> list[SourceFile]:
    """The files in what ``apt-get source --print-uris`` says."""
    return sorted(
        SourceFile(one["name"], int(one["size"]), one["sha256"], one["address"])
        for one in _LINE.finditer(said)
    )


def _named(source: Source) -> str:
    return f"{source.name}={source.version}"


def read_bill(path: Path) -> dict[str, Any]:
    """The bill of materials in a file."""
    told: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return told


def sums(folder: Path) -> str:
    """A line "SHA-256, two spaces, name" for each file in *folder*, as sha256sum writes and checks them."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.name != "SHA256SUMS")
    return "".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files)
