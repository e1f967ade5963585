"""What makes two builds of one commit byte for byte the same: times, modes, order."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = {"LC_ALL": "C.UTF-8", "TZ": "UTC", "PYTHONHASHSEED": "1", "PYTHONDONTWRITEBYTECODE": "1"}
"""What every program that builds something is given besides the epoch."""


def epoch() -> int:
    """Seconds since 1970 that every file gets: SOURCE_DATE_EPOCH, else the time of the last commit."""
    told = os.environ.get("SOURCE_DATE_EPOCH")
    if told is None:
        told = subprocess.run(
            ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout
    return int(told)


def environment() -> dict[str, str]:
    """The surroundings of a build, with nothing of this machine's but its paths."""
    return {**os.environ, **ENVIRONMENT, "SOURCE_DATE_EPOCH": str(epoch())}


def in_order(folder: Path) -> Iterator[Path]:
    """Everything in *folder*, folders before what is in them, by name."""
    for path in sorted(folder.iterdir(), key=lambda each: each.name):
        yield path
        if path.is_dir() and not path.is_symlink():
            yield from in_order(path)


def settle(folder: Path, *, programs: tuple[str, ...] = ()) -> None:
    """Give everything in *folder* the epoch as its time, and modes that do not depend on who builds.

    Readable for all and writable for the owner; folders and the files named in *programs* may be run.
    """
    at = epoch()
    for path in (folder, *in_order(folder)):
        if not path.is_symlink():
            runs = path.is_dir() or path.relative_to(folder).as_posix() in programs
            path.chmod(0o755 if runs else 0o644)
        os.utime(path, (at, at), follow_symlinks=False)


def write_tar_xz(target: Path, folder: Path, inside: str) -> None:
    """Pack *folder* as ``inside/`` into a tar.xz that depends on nothing but its files.

    ``LESSON_PLAYER_XZ_LEVEL`` packs it less, and sooner.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    made = target.with_name(f".{target.name}.part")
    level = os.environ.get("LESSON_PLAYER_XZ_LEVEL", "9")
    # Always two threads and blocks of one size: what xz writes depends on both, and not on the machine.
    command = ["xz", f"-{level}", "--threads=2", "--block-size=96MiB", "--stdout"]
    with made.open("wb") as out, subprocess.Popen(command, stdin=subprocess.PIPE, stdout=out) as packer:
        with tarfile.open(fileobj=packer.stdin, mode="w|") as tar:
            tar.addfile(_member(folder, inside))
            for path in in_order(folder):
                member = _member(path, f"{inside}/{path.relative_to(folder).as_posix()}")
                if member.isreg():
                    with path.open("rb") as file:
                        tar.addfile(member, file)
                else:
                    tar.addfile(member)
        packer.communicate()
    if packer.returncode:
        raise SystemExit(f"xz could not pack {target.name}")
    made.replace(target)


def _member(path: Path, name: str) -> tarfile.TarInfo:
    about = path.lstat()
    member = tarfile.TarInfo(name)
    member.mtime = epoch()
    member.mode = 0o755 if stat.S_ISDIR(about.st_mode) or about.st_mode & 0o100 else 0o644
    if path.is_symlink():
        member.type, member.linkname, member.mode = tarfile.SYMTYPE, str(path.readlink()), 0o777
    elif path.is_dir():
        member.type = tarfile.DIRTYPE
    else:
        member.size = about.st_size
    return member


def copy_content(target: Path) -> None:
    """Copy lessons and films to *target* as users get them: without what they were made with."""
    for kind in ("lessons", "media"):
        shutil.copytree(ROOT / kind, target / kind, ignore=_not_for_users)


def _not_for_users(_folder: str, names: list[str]) -> set[str]:
    return {
        name for name in names if name.startswith((".", "__")) or name == "source" or name.endswith(".py")
    }
