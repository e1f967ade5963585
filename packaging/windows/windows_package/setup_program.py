"""The set-up program, made by NSIS from ``setup/setup.nsi``: the same files as the MSI, packed as one."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from windows_package.inputs import InputError
from windows_package.launchers import version_numbers

if TYPE_CHECKING:
    from collections.abc import Iterable

SCRIPT = Path(__file__).resolve().parent.parent / "setup" / "setup.nsi"


def make_setup(
    root: Path,
    icon: Path,
    version: str,
    epoch: int,
    out: Path,
    *,
    side: Path | None = None,
    sign: Path | None = None,
    quick: bool = False,
) -> None:
    """Pack the folder *root* with everything in it at the time *epoch*, in seconds.

    *side* is the picture beside its words. *sign* is called with the program that removes, before it is
    packed. *quick* packs in seconds instead of minutes, and a third larger.

    Raises InputError where NSIS fails.
    """
    for path in [root, *root.rglob("*"), *([side] if side else [])]:
        os.utime(path, (epoch, epoch))
    files = sorted(path for path in root.rglob("*") if path.is_file())
    names = [path.relative_to(root).as_posix() for path in files]
    with tempfile.TemporaryDirectory(prefix="lesson-player-setup-") as made:
        (Path(made) / "install.nsh").write_text(install_lines(names, root), encoding="utf-8-sig")
        (Path(made) / "remove.nsh").write_text(remove_lines(names), encoding="utf-8-sig")
        given = {
            "VERSION": version,
            "NUMBERS": ".".join(version_numbers(version)),
            "ICON": str(icon),
            "OUT": str(out),
            "FILES": made,
            "SIZE_KIB": str(sum(path.stat().st_size for path in files) // 1024),
            **({"SIDE": str(side)} if side else {}),
            **({"SIGN": str(sign)} if sign else {}),
            **({"QUICK": "1"} if quick else {}),
        }
        command = ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8"]
        command += [f"-D{name}={value}" for name, value in given.items()]
        surroundings = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch), "TZ": "UTC"}
        try:
            subprocess.run([*command, str(SCRIPT)], check=True, env=surroundings)
        except (OSError, subprocess.CalledProcessError) as error:
            raise InputError(f"makensis could not make {out.name}: {error}") from error


def install_lines(names: Iterable[str], root: Path) -> str:
    """NSIS that lays the files of *root* named *names*, folder by folder."""
    lines, folder = [], None
    for name in names:
        path = PurePosixPath(name)
        if path.parent != folder:
            folder = path.parent
            lines.append(f"SetOutPath {_quoted(_place(folder))}")
        lines.append(f"File {_quoted(f'/oname={_plain(path.name)}', root / name)}")
    return "\n".join(lines) + "\n"


def remove_lines(names: Iterable[str]) -> str:
    """NSIS that takes away those files, then the folders that are empty without them."""
    paths = [PurePosixPath(name) for name in names]
    folders = {folder for path in paths for folder in path.parents if folder.parts}
    deepest_first = sorted(folders, key=lambda folder: (-len(folder.parts), folder.as_posix()))
    lines = [f"Delete {_quoted(_place(path))}" for path in paths]
    lines += [f"RMDir {_quoted(_place(folder))}" for folder in deepest_first]
    return "\n".join(lines) + "\n"


def _place(path: PurePosixPath) -> str:
    return "\\".join(["$INSTDIR", *(_plain(part) for part in path.parts)])


def _plain(text: str) -> str:
    """As NSIS has to be given it where it looks for its variables."""
    return text.replace("$", "$$")


def _quoted(*words: object) -> str:
    for word in words:
        if set(str(word)) & set('"`\r\n'):
            raise InputError(f"{word} cannot be packed: its name has a quotation mark or a line end.")
    return " ".join(f'"{word}"' for word in words)
