"""The package for Debian and Ubuntu: the program's folder, a menu entry, an icon, a file type, a manual page.

It has no scripts of its own: menus, icons and file types are brought up to date by dpkg's triggers. Nothing
runs as root while it is installed or removed, and what it leaves is what dpkg leaves: nothing.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
from email.utils import formatdate
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "sbom"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bill import debian, papers
from bill.own import version
from man_page import write as man_page
from reproducible import ROOT, environment, epoch, settle

SHARE = Path(__file__).resolve().parent / "share"
CONTROL = """Package: lesson-player
Version: {version}
Architecture: amd64
Maintainer: The Lesson Player authors <lesson-player@example.invalid>
Installed-Size: {size}
Depends: {needs}
Recommends: {helps}, shared-mime-info, desktop-file-utils
Suggests: speech-dispatcher
Section: education
Priority: optional
Description: teach a safeguarding lesson with its film, offline
 Steps a teacher through a lesson around a film: slides, questions, easy-read
 pages and the film with captions or in its British Sign Language version, on a
 class screen that is driven from the teacher's own. It needs no internet, opens
 no network socket and stores nothing about any pupil.
 .
 A sample lesson and a sample film come with it, and everything that it needs to
 play films.
"""
PROGRAM = "usr/lib/lesson-player"
CHANGELOG = """lesson-player ({version}) stable; urgency=medium

  * What is new: see the folder "changes" of the program's source.

 -- The Lesson Player authors <lesson-player@example.invalid>  {date}
"""
"""A form that Debian's tools expect. The address is nobody's: who hands the package on puts in their own."""
DO_WITHOUT = {"libasound2": "libasound2 | libasound2t64", "libcups2": "libcups2 | libcups2t64"}
"""What only sound or paper needs: the program works without. Newer systems have them under another name."""


def place_beside(root: Path, prefix: str, bundle: Path, parts: Path) -> None:
    """Menu entry, icon, file type, manual page and papers below *root*/*prefix*."""
    share = root / prefix / "share"
    for source, place in (
        (SHARE / "lesson-player.desktop", "applications/lesson-player.desktop"),
        (SHARE / "lesson-player.metainfo.xml", "metainfo/lesson-player.metainfo.xml"),
        (SHARE / "lesson-player.xml", "mime/packages/lesson-player.xml"),
        (ROOT / "packaging" / "icon.svg", "icons/hicolor/scalable/apps/lesson-player.svg"),
        (SHARE / "copyright", "doc/lesson-player/copyright"),
    ):
        (share / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, share / place)
    write_gz(share / "man/man1/lesson-player.1.gz", man_page(version(), epoch()))
    write_gz(share / f"doc/lesson-player/{papers.NOTICES}.gz", papers.linux_notices(bundle, parts))


def write_gz(target: Path, text: str) -> None:
    """Compressed without a name and a time of its own."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def build(bundle: Path, parts: Path, work: Path, dist: Path) -> Path:
    """Make the .deb of a bundle; gives the file."""
    root = work / "deb"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(bundle, root / PROGRAM, symlinks=True)
    (root / "usr/bin").mkdir(parents=True)
    (root / "usr/bin/lesson-player").symlink_to("../lib/lesson-player/lesson-player")
    place_beside(root, "usr", bundle, parts)
    _put_for_debian(root)
    (root / "etc/lesson-player").mkdir(parents=True)
    shutil.copyfile(SHARE / "policy.toml", root / "etc/lesson-player/policy.toml")
    size = sum(path.lstat().st_size for path in root.rglob("*") if path.is_file()) // 1024
    control = root / "DEBIAN"
    control.mkdir()
    (control / "conffiles").write_text("/etc/lesson-player/policy.toml\n")
    needs, helps = _needs(parts)
    (control / "control").write_text(CONTROL.format(version=version(), size=size, needs=needs, helps=helps))
    _settle_all_but_plugins(root)
    dist.mkdir(parents=True, exist_ok=True)
    target = dist / f"lesson-player_{version()}_amd64.deb"
    level = os.environ.get("LESSON_PLAYER_XZ_LEVEL", "9")
    subprocess.run(
        [
            *("dpkg-deb", "--root-owner-group", "--threads-max=2", "-Zxz", f"-z{level}", "--build"),
            *(root, target),
        ],
        env=environment(),
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return target


def _put_for_debian(root: Path) -> None:
    """Papers that Debian's own tools look for."""
    write_gz(
        root / "usr/share/doc/lesson-player/changelog.gz",
        CHANGELOG.format(version=version(), date=formatdate(epoch())),
    )
    overrides = root / "usr/share/lintian/overrides/lesson-player"
    overrides.parent.mkdir(parents=True)
    shutil.copyfile(SHARE / "lintian-overrides", overrides)


def _settle_all_but_plugins(root: Path) -> None:
    # The plug-ins' times are already the epoch, with which libVLC's cache was made; they stay so.
    settle(root, programs=(f"{PROGRAM}/lesson-player",))


def _needs(parts: Path) -> tuple[str, str]:
    """Packages that bring what the bundle leaves to the computer, by this Debian's own records.

    First those without which nothing works, then those that :data:`DO_WITHOUT` names.
    """
    told = json.loads(parts.read_text())
    glibc = ".".join(map(str, told["glibc"]))
    owners = {debian.package_of(name) for name in told["of_the_machine"]} - {"", "libc6"}
    needs = sorted({f"libc6 (>= {glibc})", *(owners - set(DO_WITHOUT))})
    return ", ".join(needs), ", ".join(DO_WITHOUT[name] for name in sorted(owners & set(DO_WITHOUT)))
