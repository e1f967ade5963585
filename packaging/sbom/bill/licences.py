"""Licences in full: those that a part brings, else the standard texts that its expression names."""

from __future__ import annotations

import functools
import re
from pathlib import Path

from bill.part import BillError, Part

ROOT = Path(__file__).resolve().parents[3]
STANDARD = Path(__file__).resolve().parents[1] / "licences"
COMMON = Path("/usr/share/common-licenses")
_IN_COMMON = {
    "Apache-2.0": "Apache-2.0", "CC0-1.0": "CC0-1.0", "MPL-2.0": "MPL-2.0",
    "GPL-2.0-only": "GPL-2", "GPL-2.0-or-later": "GPL-2",
    "GPL-3.0-only": "GPL-3", "GPL-3.0-or-later": "GPL-3",
    "LGPL-2.0-only": "LGPL-2", "LGPL-2.0-or-later": "LGPL-2", "LGPL-2.1-only": "LGPL-2.1",
    "LGPL-2.1-or-later": "LGPL-2.1", "LGPL-3.0-only": "LGPL-3", "LGPL-3.0-or-later": "LGPL-3",
}  # fmt: skip
"""Texts that every Debian has once."""
_NAME = re.compile(r"[A-Za-z0-9][\w.+-]*")
_WITHOUT_TEXT = frozenset({"GCC-exception-3.1", "Bootloader-exception"})
"""Exceptions that stand in the notices of the parts they belong to."""


def texts_of(part: Part) -> tuple[str, ...]:
    """The part's notices and licences in full. Raises BillError where there is none."""
    if part.texts:
        needed = tuple(_common(name) for name in _pointed_to(part))
        return part.texts + tuple(text for text in needed if text not in part.texts)
    names = [one for one in _NAME.findall(part.licence) if one not in {"AND", "OR", "WITH"}]
    texts = [standard(name) for name in names if name not in _WITHOUT_TEXT]
    if not texts:
        raise BillError(f"{part.name} {part.version} has no licence text: its licence is “{part.licence}”")
    return tuple(dict.fromkeys(texts))


def _pointed_to(part: Part) -> list[str]:
    """Texts that a Debian notice leaves to ``/usr/share/common-licenses``."""
    pointed = {name for text in part.texts for name in re.findall(r"/common-licenses/([A-Z][\w.-]*\w)", text)}
    return sorted(name for name in pointed if (COMMON / name).is_file())


@functools.cache
def _common(name: str) -> str:
    return (COMMON / name).resolve().read_text(encoding="utf-8", errors="replace")


@functools.cache
def standard(name: str) -> str:
    """The text of the licence with that SPDX name. Raises BillError where it is not here."""
    for file in (
        STANDARD / f"{name}.txt",
        COMMON / _IN_COMMON.get(name, "?"),
        ROOT / "LICENSES" / f"{name}.txt",
    ):
        if file.is_file():
            return file.read_text(encoding="utf-8", errors="replace")
    raise BillError(f"there is no text of the licence {name}: put it into packaging/sbom/licences/{name}.txt")
