"""Two screens in memory, as in a classroom: the teacher's laptop, and the projector that the class sees."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LAPTOP = (1366, 768)
"""The smallest screen that schools still use much; in pixels."""
PROJECTOR = (1280, 720)
PROJECTOR_NAME = "Projector"


def platform_with_two_screens(folder: Path) -> str:
    """The value for QT_QPA_PLATFORM; its description of the screens is written into *folder*."""
    # The platform goes by their names, and takes the first as the primary screen.
    screens = [_described("Laptop", 0, LAPTOP), _described(PROJECTOR_NAME, LAPTOP[0], PROJECTOR)]
    described = folder / "screens.json"
    described.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    return f"offscreen:configfile={described}"


def _described(name: str, left: int, size: tuple[int, int]) -> dict[str, object]:
    width, height = size
    where = {"name": name, "x": left, "y": 0, "width": width, "height": height}
    return {**where, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
