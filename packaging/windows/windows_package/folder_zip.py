"""The portable folder as a ZIP file: nothing is installed, and what the teacher makes stays in the folder."""

from __future__ import annotations

import time
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "Lesson Player"
PORTABLE = (
    "This file makes Lesson Player keep your own lessons, films and settings in the folder “own”\r\n"
    "beside it, and not on the computer. Delete it, and the program uses the computer's own folders.\r\n"
)


def make_zip(root: Path, epoch: int, out: Path) -> None:
    """Pack the folder *root*; every file has the time *epoch* in seconds, in UTC."""
    when = time.gmtime(epoch)[:6]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(path for path in root.rglob("*") if path.is_file()):
            _add(archive, f"{FOLDER}/{path.relative_to(root).as_posix()}", path.read_bytes(), when)
        _add(archive, f"{FOLDER}/portable.txt", PORTABLE.encode("utf-8-sig"), when)


def _add(archive: zipfile.ZipFile, name: str, data: bytes, when: tuple[int, ...]) -> None:
    entry = zipfile.ZipInfo(name, when)  # type: ignore[arg-type]
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0
    archive.writestr(entry, data)
