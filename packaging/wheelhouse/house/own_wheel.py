"""Our own wheel, with lessons and films inside, where the program looks for them."""

from __future__ import annotations

import base64
import hashlib
import os
import shutil
import stat
import subprocess
import sys
import time
import zipfile
from pathlib import Path

from reproducible import ROOT, copy_content, environment, epoch, in_order

_METADATA = """
import sys
from setuptools import build_meta
print(build_meta.prepare_metadata_for_build_wheel(sys.argv[1]))
"""
_WHEEL = "Wheel-Version: 1.0\nGenerator: lesson-player\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
_NEVER = shutil.ignore_patterns("__pycache__", "*.pyc", ".*", "*.po", "*.egg-info")


def build(work: Path, target_folder: Path) -> Path:
    """Make the wheel in *target_folder*; *work* is for what is made on the way. Gives the file."""
    stage = work / "own"
    shutil.rmtree(stage, ignore_errors=True)
    shutil.copytree(ROOT / "src" / "lesson_player", stage / "src" / "lesson_player", ignore=_NEVER)
    for name in ("pyproject.toml", "README.md", "LICENSE", "requirements.in"):
        shutil.copyfile(ROOT / name, stage / name)
    shutil.copytree(ROOT / "LICENSES", stage / "LICENSES")
    info = _metadata(stage)
    contents = stage / "src"
    copy_content(contents / "lesson_player" / "content")
    version = info.name.removeprefix("lesson_player-").removesuffix(".dist-info")
    target = target_folder / f"lesson_player-{version}-py3-none-any.whl"
    _pack(target, contents / "lesson_player", info)
    return target


def _metadata(stage: Path) -> Path:
    """What setuptools makes of pyproject.toml: name, version, needs, the command."""
    made = stage / "metadata"
    made.mkdir()
    said = subprocess.run(
        [sys.executable, "-c", _METADATA, str(made)],
        cwd=stage,
        env=environment(),
        check=True,
        capture_output=True,
        text=True,
    ).stdout.splitlines()[-1]
    info = made / said
    for name in ("top_level.txt", "SOURCES.txt"):
        (info / name).unlink(missing_ok=True)
    (info / "WHEEL").write_text(_WHEEL, encoding="utf-8")
    shutil.rmtree(info / "licenses", ignore_errors=True)
    (info / "licenses").mkdir()
    shutil.copyfile(stage / "LICENSE", info / "licenses" / "LICENSE")
    shutil.copytree(stage / "LICENSES", info / "licenses" / "LICENSES")
    return info


def _pack(target: Path, package: Path, info: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    record = []
    with zipfile.ZipFile(
        target, "w", zipfile.ZIP_DEFLATED, compresslevel=int(os.environ.get("LESSON_PLAYER_ZIP_LEVEL", "9"))
    ) as made:
        for top in (package, info):
            for path in in_order(top):
                if path.is_file():
                    name, data = f"{top.name}/{path.relative_to(top).as_posix()}", path.read_bytes()
                    add(made, name, data)
                    digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
                    record.append(f"{name},sha256={digest},{len(data)}\n")
        record.append(f"{info.name}/RECORD,,\n")
        add(made, f"{info.name}/RECORD", "".join(record).encode())


def add(archive: zipfile.ZipFile, name: str, data: bytes, *, runs: bool = False) -> None:
    """Put a file into a zip with the epoch's time and modes that do not depend on who builds."""
    entry = zipfile.ZipInfo(name, time.gmtime(epoch())[:6])
    entry.compress_type = archive.compression
    entry.create_system = 3
    entry.external_attr = (stat.S_IFREG | (0o755 if runs else 0o644)) << 16
    archive.writestr(entry, data, compresslevel=archive.compresslevel)
