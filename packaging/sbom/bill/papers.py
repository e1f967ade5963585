"""The papers of a package: notices that lie in it, and its bill of materials that lies beside it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from bill import cyclonedx_json, linux, notices, windows

NOTICES = "third-party-notices.txt"
TITLE = "Third-party parts of Lesson Player for {system}"


def linux_notices(bundle: Path, parts_file: Path) -> str:
    """The notices of the bundle for Linux, whose list of files is *parts_file*."""
    told = json.loads(parts_file.read_text(encoding="utf-8"))
    text = notices.text(TITLE.format(system="Linux"), linux.parts(bundle, told))
    gone = "".join(f"  {name}\n" for name in sorted(told["stand_ins"]))
    return f"{text}\nReplaced by empty libraries of the same name, and so not in the package:\n\n{gone}"


def linux_bill(bundle: Path, parts_file: Path, target: Path, epoch: int) -> None:
    """Write the bill of the bundle for Linux, which both packages for Linux hold."""
    told = json.loads(parts_file.read_text(encoding="utf-8"))
    cyclonedx_json.write(target, "Lesson Player for Linux", bundle.joinpath, linux.parts(bundle, told), epoch)


def windows_papers(root: Path, wheels: Sequence[Path], target: Path, epoch: int) -> None:
    """Put the notices into the folder for Windows, then write its bill, in which they are."""
    text = notices.text(TITLE.format(system="Windows"), windows.parts(root, wheels))
    (root / "licences" / NOTICES).write_text(text, encoding="utf-8", newline="\r\n")
    cyclonedx_json.write(
        target, "Lesson Player for Windows", root.joinpath, windows.parts(root, wheels), epoch
    )
