#!/usr/bin/env python3
"""Says in which files two builds of the packages differ, down to the files inside them.

    .venv/bin/python packaging/compare_packages.py dist another/dist

Nothing is said, and the exit code is 0, where all is the same to the byte.
"""

from __future__ import annotations

import io
import lzma
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

_TARS = (".tar", ".tar.xz", ".tar.gz", ".tar.zst")
_ZIPS = (".zip", ".whl", ".pptx", ".lessonpack")


def differences(one: Path, other: Path) -> list[str]:
    """The differing files of two folders, such as ``a.deb: data.tar.xz: ./usr/bin/a: byte 7 of 300``."""
    first = {path.relative_to(one).as_posix(): path for path in one.rglob("*") if path.is_file()}
    second = {path.relative_to(other).as_posix(): path for path in other.rglob("*") if path.is_file()}
    found = _only(set(first), set(second))
    for name in sorted(first.keys() & second.keys()):
        if not _same(first[name], second[name]):
            found += [
                f"{name}: {said}"
                for said in _inside(name, first[name].read_bytes(), second[name].read_bytes())
            ]
    return found


def _same(one: Path, other: Path) -> bool:
    if one.stat().st_size != other.stat().st_size:
        return False
    with one.open("rb") as first, other.open("rb") as second:
        while block := first.read(1 << 20):
            if block != second.read(1 << 20):
                return False
    return True


def _inside(name: str, one: bytes, other: bytes) -> Iterator[str]:
    """What differs in two files of one name, which are not the same."""
    held = _members(name, one), _members(name, other)
    if not held[0] or not held[1]:
        yield _where(one, other)
        return
    said = _only(set(held[0]), set(held[1]))
    if list(held[0]) != list(held[1]) and not said:
        said = ["the order of its files"]
    for member in sorted(held[0].keys() & held[1].keys()):
        (how, data), (other_how, other_data) = held[0][member], held[1][member]
        if data != other_data:
            said += [f"{member}: {each}" for each in _inside(member, data, other_data)]
        elif how != other_how:
            said.append(f"{member}: {how} and {other_how}")
    yield from said or [f"not in its files: {_where(one, other)}"]


def _only(one: set[str], other: set[str]) -> list[str]:
    return [f"{name}: in one alone" for name in sorted(one ^ other)]


def _where(one: bytes, other: bytes) -> str:
    shorter = min(len(one), len(other))
    place = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    return f"byte {place} of {len(one)}" + (f" and {len(other)}" if len(one) != len(other) else "")


def _members(name: str, data: bytes) -> dict[str, tuple[str, bytes]]:
    """The files in an archive, with what the archive says of each; empty where it is none."""
    try:
        if name.endswith(".deb"):
            return _of_ar(data)
        if name.endswith(_TARS):
            return _of_tar(data)
        if name.endswith(_ZIPS):
            return _of_zip(data)
        if name.endswith(".msi"):
            return _of_msi(data)
    except (
        OSError,
        EOFError,
        lzma.LZMAError,
        tarfile.TarError,
        zipfile.BadZipFile,
        subprocess.CalledProcessError,
    ):
        return {}
    return {}


def _of_ar(data: bytes) -> dict[str, tuple[str, bytes]]:
    """A .deb: before each file, which begins at an even byte, a header of 60 bytes (deb(5), ar(5))."""
    found = {}
    at = len(b"!<arch>\n")
    while at + 60 <= len(data):
        head = data[at : at + 60]
        name, size = head[:16].decode().rstrip().rstrip("/"), int(head[48:58])
        found[name] = (head[16:48].decode(), data[at + 60 : at + 60 + size])
        at += 60 + size + size % 2
    return found


def _of_tar(data: bytes) -> dict[str, tuple[str, bytes]]:
    found = {}
    with tarfile.open(fileobj=io.BytesIO(data)) as tar:
        for member in tar:
            how = f"{member.mode:o} {member.uid}:{member.gid} {member.uname} {member.mtime} {member.linkname}"
            file = tar.extractfile(member) if member.isreg() else None
            found[member.name] = (how, file.read() if file else b"")
    return found


def _of_zip(data: bytes) -> dict[str, tuple[str, bytes]]:
    found = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in archive.infolist():
            how = f"{entry.date_time} {entry.external_attr:o} {entry.create_system} {entry.compress_type}"
            found[entry.filename] = (how, archive.read(entry))
    return found


def _of_msi(data: bytes) -> dict[str, tuple[str, bytes]]:
    """The files of a Windows Installer package, and its tables as text."""
    with tempfile.TemporaryDirectory() as folder:
        file, out = Path(folder, "package.msi"), Path(folder, "out")
        file.write_bytes(data)
        subprocess.run(["msiextract", "--directory", str(out), str(file)], check=True, capture_output=True)
        tables = subprocess.run(
            ["msiinfo", "tables", str(file)], check=True, capture_output=True, text=True
        ).stdout
        found = {}
        for table in sorted(tables.split()):
            # What a table holds besides text, such as icons, is written to the current folder.
            said = subprocess.run(
                ["msiinfo", "export", str(file), table], cwd=out, check=False, capture_output=True
            ).stdout
            found[f"table {table}"] = ("", said)
        for path in sorted(out.rglob("*")):
            if path.is_file():
                found[path.relative_to(out).as_posix()] = ("", path.read_bytes())
    return found


def main() -> int:
    if len(sys.argv) != 3:
        print(__doc__)
        return 2
    said = differences(Path(sys.argv[1]), Path(sys.argv[2]))
    print("".join(f"{line}\n" for line in said), end="")
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main())
