"""The package for other Linux systems: one folder to unpack, with an install script."""

from __future__ import annotations

import shutil
from pathlib import Path

from deb import SHARE, place_beside, version
from reproducible import settle, write_tar_xz


def build(bundle: Path, parts: Path, work: Path, dist: Path) -> Path:
    """Make the .tar.xz of a bundle; gives the file."""
    name = f"lesson-player-{version()}-linux-x86_64"
    root = work / name
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(bundle, root / "lesson-player", symlinks=True)
    place_beside(root, "", bundle, parts)
    shutil.copyfile(SHARE.parent / "install.sh", root / "install.sh")
    settle(root, programs=("lesson-player/lesson-player", "install.sh"))
    target = dist / f"{name}.tar.xz"
    write_tar_xz(target, root, name)
    return target
