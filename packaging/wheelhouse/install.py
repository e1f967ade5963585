#!/usr/bin/env python3
"""Installs Lesson Player from this folder, without the internet, into one folder of its own.

    python3 install.py                 for you alone, into "Lesson Player" in your home folder
    python3 install.py --into FOLDER   somewhere else
    python3 install.py --remove        takes it away again; your lessons, films and settings stay

It needs Python 3.11, 3.12 or 3.13 (python.org, Homebrew or your system's). Every file is held against the
SHA-256 that requirements.txt has for it. Never tried on macOS: see README.txt.
"""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
MARK = "lesson-player-was-installed-here.txt"
PYTHONS = ((3, 11), (3, 12), (3, 13))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--into", type=Path, default=Path.home() / "Lesson Player", metavar="FOLDER")
    parser.add_argument("--remove", action="store_true", help="take it away again")
    asked = parser.parse_args()
    # Below /opt it is for everybody, whatever the technician's own files are like.
    os.umask(0o022)
    folder = asked.into.expanduser().resolve()
    problem = remove(folder) if asked.remove else install(folder)
    if problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


def install(folder: Path) -> str:
    """Make the folder; gives what is wrong, in words, or nothing."""
    if sys.version_info[:2] not in PYTHONS:
        have = ".".join(map(str, sys.version_info[:2]))
        return f"This is Python {have}. Lesson Player needs 3.11, 3.12 or 3.13; nothing was changed."
    if folder.exists() and not folder.is_dir():
        return f"{folder} is no folder. Name another one with --into; nothing was changed."
    former, installed = _former(folder), (folder / MARK).is_file()
    if not installed and folder.exists() and any(folder.iterdir()):
        return f"{folder} has other files in it. Name another folder with --into; nothing was changed."
    if former.exists() and not (former / MARK).is_file():
        return f"{former} is in the way. Move it, or name another folder with --into; nothing was changed."
    try:
        if installed:
            if former.exists():
                shutil.rmtree(former)
            folder.rename(former)
    except OSError as error:
        return f"What is in {folder} could not be set aside: {error}. It is there still."
    try:
        _fill(folder)
    except (OSError, subprocess.CalledProcessError, KeyboardInterrupt) as error:
        why = str(error) or "it was stopped"
        return f"It could not be installed: {why}. {_put_back(former, folder)}"
    shutil.rmtree(former, ignore_errors=True)
    print(f"Lesson Player is in {folder}.")
    print(f"Start it with {_starter(folder)}")
    print(f"Is this computer ready for a lesson?  {shlex.quote(str(_starter(folder)))} check --machine")
    return ""


def _former(folder: Path) -> Path:
    """Where the version that was installed waits until the new one is whole."""
    return folder.with_name(f"{folder.name}.former")


def _put_back(former: Path, folder: Path) -> str:
    shutil.rmtree(folder, ignore_errors=True)
    try:
        if former.exists():
            former.rename(folder)
    except OSError:
        return f"What was there before is in {former}."
    return "What was there before is there still."


def _fill(folder: Path) -> None:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON"))
    }
    environment["PIP_CONFIG_FILE"] = os.devnull
    folder.mkdir(parents=True, exist_ok=True)
    # First of all: what a power cut leaves is known as ours, and is replaced or removed the next time.
    (folder / MARK).write_text("All of this folder goes when Lesson Player is removed.\n", encoding="utf-8")
    subprocess.run([sys.executable, "-I", "-m", "venv", str(folder / "venv")], check=True, env=environment)
    python = folder / "venv" / "bin" / "python"
    print("Installing (a minute or two) ...", flush=True)
    pip = [str(python), "-I", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    pip += ["--no-cache-dir", "--no-index", "--find-links", str(HERE / "wheels"), "--only-binary", ":all:"]
    subprocess.run(
        [*pip, "--require-hashes", "-r", str(HERE / "requirements.txt")], check=True, env=environment
    )
    starter = _starter(folder)
    command = shlex.quote(str(folder / "venv" / "bin" / "python"))
    starter.write_text(f'#!/bin/sh\nexec {command} -I -m lesson_player "$@"\n', encoding="utf-8")
    starter.chmod(0o755)


def _starter(folder: Path) -> Path:
    # The Finder runs a .command by a double-click.
    return folder / ("Lesson Player.command" if sys.platform == "darwin" else "lesson-player")


def remove(folder: Path) -> str:
    """Take the folder away, if it is ours; gives what is wrong, in words, or nothing."""
    if not (folder / MARK).is_file():
        return f"Lesson Player was not installed in {folder} by this program; nothing was changed."
    former = _former(folder)
    try:
        shutil.rmtree(folder)
        if (former / MARK).is_file():
            shutil.rmtree(former)
    except OSError as error:
        return f"Not all of {folder} could be removed: {error}"
    print(f"Removed {folder}. Your own lessons, films and settings are still there.")
    return ""


if __name__ == "__main__":
    sys.exit(main())
