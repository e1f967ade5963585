"""A Debian with nothing in it but what every Debian has, without a network, for what users install.

It is made once by debootstrap, which asks Debian's mirror, and kept in ``build/`` with
what the package asks for.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.source_tree import REPOSITORY

SUITE = "bookworm"
TEACHER = "teacher"
SESSION = "/run/session"
"""The folder that a desktop makes for a user who logs on."""
KEPT = REPOSITORY / "build" / "bare-debian"
_ENTER = """
set -e
mount -t proc proc "$0/proc"
mkdir -p "$0/tmp/.X11-unix"
if [ -d /tmp/.X11-unix ]; then mount --bind /tmp/.X11-unix "$0/tmp/.X11-unix"; fi
exec chroot --userspec="$1" "$0" /usr/bin/env -i -C "$2" "${@:3}"
"""
_OF_DPKG = (
    "var/lib/dpkg",
    "var/lib/apt",
    "var/cache",
    "var/log",
    "etc/ld.so.cache",
    "run",
    "tmp",
    "home",
    "stick",
)
"""Where Debian itself keeps account of what it does, and what is the test's own."""


@dataclass(frozen=True)
class BareDebian:
    """One such system, thrown away when its test is over."""

    root: Path

    @property
    def home(self) -> Path:
        """The folder of its one user."""
        return self.root / "home" / TEACHER

    def entering(self, user: str, *command: str, **more: str) -> list[str]:
        """A command that runs *command* in there as *user*, without any network."""
        home = "/root" if user == "root" else f"/home/{user}"
        around = {
            "HOME": home,
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
        }
        told = [
            f"{name}={value}"
            for name, value in {**around, "DEBIAN_FRONTEND": "noninteractive", **more}.items()
        ]
        return ["unshare", "-n", "-m", "bash", "-c", _ENTER, str(self.root), user, home, *told, *command]

    def run(self, user: str, *command: str) -> str:
        """What the command prints. The test fails when the command does."""
        done = subprocess.run(
            self.entering(user, *command), capture_output=True, text=True, timeout=300, check=False
        )
        assert done.returncode == 0, f"{command}: {done.stdout[-2000:]}{done.stderr[-2000:]}"
        return done.stdout

    def files(self) -> set[str]:
        """Every path in it but Debian's own books and what is the test's."""
        found = set()
        for folder, folders, names in os.walk(self.root):
            here = Path(folder).relative_to(self.root)
            folders[:] = [
                name for name in folders if (here / name).as_posix() not in (*_OF_DPKG, "proc", "sys", "dev")
            ]
            found |= {(here / name).as_posix() for name in (*folders, *names)} - set(_OF_DPKG)
        return found


@contextmanager
def bare_debian(deb: Path, folder: Path) -> Iterator[BareDebian]:
    """A fresh one with an ordinary user, and a stick that holds what *deb* asks for.

    The test is skipped where none can be made.
    """
    tree = _kept(deb)
    root = folder / "debian"
    try:
        subprocess.run(["cp", "-a", "--reflink=auto", tree / "tree", root], check=True)
        made = BareDebian(root)
        made.run("root", "useradd", "--create-home", TEACHER)
        made.run("root", "install", "--directory", f"--owner={TEACHER}", "--mode=700", SESSION)
        shutil.copytree(tree / "needs", root / "stick")
        yield made
    finally:
        subprocess.run(["rm", "-rf", root], check=True)


def _kept(deb: Path) -> Path:
    asked = subprocess.run(
        ["dpkg-deb", "-f", deb, "Depends"], capture_output=True, text=True, check=True
    ).stdout
    kept = KEPT / SUITE
    if (kept / "needs.txt").is_file() and (kept / "needs.txt").read_text() == asked:
        return kept
    if os.geteuid() != 0 or shutil.which("debootstrap") is None:
        pytest.skip("a bare Debian is made by root with debootstrap, which `make test-packages` installs")
    shutil.rmtree(kept, ignore_errors=True)
    try:
        _make(kept, [each.split()[0] for each in asked.split(", ")])
    except (OSError, subprocess.SubprocessError) as error:
        pytest.skip(f"no bare Debian could be made, is Debian's mirror within reach? {error}")
    (kept / "needs.txt").write_text(asked)
    return kept


def _make(kept: Path, needs: list[str]) -> None:
    tree = kept / "tree"
    tree.mkdir(parents=True)
    _quietly("debootstrap", "--variant=minbase", SUITE, str(tree))
    _quietly(
        *("chroot", str(tree), "apt-get", "install", "--yes", "--no-install-recommends", "--download-only"),
        *needs,
    )
    (tree / "var/cache/apt/archives").rename(kept / "needs")
    for name in ("lock", "partial"):
        _quietly("rm", "-rf", str(kept / "needs" / name))
    _quietly("rm", "-rf", str(tree / "var/lib/apt/lists"))
    (tree / "var/cache/apt/archives/partial").mkdir(parents=True)


def _quietly(*command: str) -> None:
    subprocess.run(command, capture_output=True, check=True, timeout=900)
