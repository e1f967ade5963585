"""The voice packs of this computer, and whether one is, byte for byte, a pack that this program trusts."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lesson_player.formats.pack.refusal import refused
from lesson_player.foundation.files import sha256_of
from lesson_player.foundation.i18n import tr
from lesson_player.model.limits import PACK_LIST_BYTES
from lesson_player.model.pack import MANIFEST, PackManifest
from lesson_player.model.validation import validate

if TYPE_CHECKING:
    from pathlib import Path

    from lesson_player.foundation.paths import Places
    from lesson_player.operations.voice_packs.pins import Pins

FOLDER: Final = "voices"
"""The folder of a content store in which voice packs are."""


@dataclass(frozen=True, slots=True)
class VoicePack:
    """A voice pack that is installed; whether its files are whole is seen by `check_whole`."""

    folder: Path
    manifest: PackManifest

    @property
    def platform(self) -> str:
        """What its folder is called by: the kind of computer that it is for."""
        return self.folder.name

    @property
    def size(self) -> int:
        """Bytes on the disk."""
        return sum(one.size for one in self.manifest.files.values())


def folders(places: Places) -> tuple[Path, ...]:
    """Where voice packs are looked for: the technician's before the user's."""
    return (places.machine_data / FOLDER, places.user_data / FOLDER)


def find_pack(pins: Pins, platform: str, places: Places) -> VoicePack | None:
    """The pack for this kind of computer, if a trusted one is installed. Its list alone is read."""
    for folder in folders(places):
        manifest = _trusted_list(pins, platform, folder / platform)
        if manifest is not None:
            return VoicePack(folder / platform, manifest)
    return None


def check_whole(pins: Pins, platform: str, folder: Path) -> PackManifest:
    """Raise PackRefused unless every file of the pack in *folder* is the one that was built, and no other is.

    Ask before anything of it is started: the user's folder can be written to by others than this program.
    """
    manifest = _trusted_list(pins, platform, folder)
    if manifest is None:
        raise _unknown()
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}
    if there != {MANIFEST, *manifest.files}:
        raise _changed()
    for name, listed in manifest.files.items():
        path = folder / name
        try:
            if path.is_symlink() or path.stat().st_size != listed.size or sha256_of(path) != listed.sha256:
                raise _changed()
        except OSError as error:
            raise _changed() from error
    return manifest


def _trusted_list(pins: Pins, platform: str, folder: Path) -> PackManifest | None:
    """The list of the pack in *folder*, where it is the very list that is pinned."""
    try:
        with (folder / MANIFEST).open("rb") as file:
            data = file.read(PACK_LIST_BYTES)
    except OSError:
        return None
    if hashlib.sha256(data).hexdigest() != pins.packs.get(platform):
        return None
    return validate(PackManifest, json.loads(data))[0]


def _unknown() -> Exception:
    return refused(
        "unknown-pack",
        tr("This is not a voice pack that this version of Lesson Player knows."),
        tr("Nothing of it was started. Ask your technician to install the voice pack of this version."),
    )


def _changed() -> Exception:
    return refused(
        "changed",
        tr("The installed voice pack is not whole, or was changed."),
        tr("Nothing of it was started. Ask your technician to install the voice pack again."),
    )
