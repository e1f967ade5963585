"""Builds a voice pack from files that are on the disk: each is the pinned one, or nothing is written."""

from __future__ import annotations

import hashlib
import os
import tarfile
import tempfile
import zipfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lesson_player.formats.pack.names import check_names
from lesson_player.formats.pack.refusal import refused
from lesson_player.formats.pack.writing import manifest_text, write_pack
from lesson_player.foundation.files import sha256_of
from lesson_player.foundation.i18n import tr
from lesson_player.model.pack import PackedFile, PackManifest
from lesson_player.operations.packs.progress import Counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lesson_player.operations.packs.progress import Say
    from lesson_player.operations.voice_packs.pins import Input, Pins

OWN: Final = "voice_maker"
"""The folder of the inputs, and of the pack's engine, in which our own part is."""
_NOT_RUN: Final = (".pyi", ".pxd", ".pyx", ".h")
"""Endings of files that are for building other programs."""


def build(pins: Pins, platform: str, inputs: Path, target: Path, say: Say) -> str:
    """Write the pack for *platform* from the files in the folder *inputs*; gives the checksum of its list.

    Whatever stands in *target* stays until the new pack is whole. *say* is told the share done, 0 to 1, and
    may raise to stop. Raises PackRefused.
    """
    if platform not in pins.packs:
        raise refused(
            "unknown-platform",
            tr("Voice packs are built for {known}, and not for “{name}”.", known=_list(pins), name=platform),
            tr("Nothing was written."),
        )
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".voicepack-") as folder:
            return _build(pins, platform, inputs, Path(folder), target, say)
    except OSError as error:
        raise refused(
            "not-written",
            tr(
                "The voice pack cannot be written to {folder}: {why}",
                folder=target.parent,
                why=error.strerror,
            ),
            tr("What was there is untouched. Choose another folder, or make room."),
        ) from error


def _build(pins: Pins, platform: str, inputs: Path, folder: Path, target: Path, say: Say) -> str:
    sources = _gathered(pins, platform, inputs, folder, say)
    manifest = PackManifest(
        format=1,
        title=f"{pins.title} ({platform})",
        licences=tuple(dict.fromkeys(one.licence for one in pins.inputs_for(platform) if one.licence)),
        files={
            name: PackedFile(size=path.stat().st_size, sha256=sha256_of(path))
            for name, path in sources.items()
        },
    )
    total = sum(one.size for one in manifest.files.values())
    counted = Counted(lambda share, words: say(0.5 + share / 2, words), total)
    whole = folder / "whole"
    with whole.open("wb") as file:
        written = tr("Writing the voice pack")
        write_pack(file, manifest, sources, lambda more: counted.more(more, written), packed=True)
        file.flush()
        os.fsync(file.fileno())
    whole.chmod(0o644)
    whole.replace(target)
    return hashlib.sha256(manifest_text(manifest).encode()).hexdigest()


def _gathered(pins: Pins, platform: str, inputs: Path, folder: Path, say: Say) -> dict[str, Path]:
    """The files of the pack, by their names in it, each in a file of its own in *folder*."""
    parts: dict[str, list[bytes]] = defaultdict(list)
    chosen = pins.inputs_for(platform)
    for number, one in enumerate(chosen):
        say(0.5 * number / len(chosen), tr("Reading {name}", name=one.file))
        for name, data in _taken(one, _checked(inputs / one.file, one.sha256)):
            parts[name].append(data)
    for name, checksum in pins.own.items():
        path = _checked(inputs / OWN / name, checksum)
        parts[f"engine/{OWN}/{name}"].append(path.read_bytes())
    check_names(parts, anywhere=True)
    sources = {}
    for number, (name, found) in enumerate(sorted(parts.items())):
        sources[name] = folder / f"{number:05}"
        sources[name].write_bytes(b"".join(found))
    return sources


def _checked(path: Path, checksum: str) -> Path:
    if not path.is_file():
        raise refused(
            "missing",
            tr("“{name}” is not in the folder of inputs.", name=path.name),
            tr("Nothing was written. packaging/voice/fetch_pack_inputs.py brings all of them."),
            path.name,
        )
    if sha256_of(path) != checksum:
        raise refused(
            "wrong-hash",
            tr("“{name}” is not the pinned file: its checksum differs.", name=path.name),
            tr("Nothing was written. Fetch the inputs again."),
            path.name,
        )
    return path


def _taken(one: Input, path: Path) -> Iterator[tuple[str, bytes]]:
    """The files of an input that go into the pack, by their names in it."""
    members = _from_tar(path) if path.suffix == ".tgz" else _from_zip(path)
    for name, data in members:
        if name.startswith(one.leave) or name.endswith(_NOT_RUN):
            continue
        for source, goes_to in one.take:
            if name == source:
                yield goes_to, data
            elif source.endswith("/") and name.startswith(source):
                yield f"{goes_to}{name.removeprefix(source)}", data


def _from_zip(path: Path) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(path) as archive:
        for entry in sorted(archive.namelist()):
            if not entry.endswith("/"):
                yield entry, archive.read(entry)


def _from_tar(path: Path) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(path) as archive:
        for member in archive:
            file = archive.extractfile(member) if member.isfile() else None
            if file is not None:
                yield member.name, file.read()


def _list(pins: Pins) -> str:
    return ", ".join(sorted(pins.packs))
