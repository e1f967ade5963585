from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from lesson_player.rendering.pictures import PictureStore

PICTURES = Path(__file__).parent / "pictures"


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    """Text cannot be measured without one."""
    return qapp


@pytest.fixture(scope="session")
def pictures() -> PictureStore:
    return PictureStore(lambda picture_id: PICTURES / f"{picture_id}.svg")
