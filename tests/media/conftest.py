"""The sample film's scripts lie outside the package: make them importable for their tests."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
FILM = ROOT / "media" / "mayas-story"
SOURCE = FILM / "source"
sys.path.insert(0, str(SOURCE))

VERSIONS = ("film", "bsl")


@pytest.fixture(scope="session")
def film_folder() -> Path:
    return FILM


@pytest.fixture(scope="session")
def manifest() -> dict[str, Any]:
    read = yaml.safe_load((FILM / "film.yaml").read_text("utf-8"))
    assert isinstance(read, dict)
    return read


@pytest.fixture(scope="session")
def script() -> dict[str, Any]:
    read = yaml.safe_load((SOURCE / "script.yaml").read_text("utf-8"))
    assert isinstance(read, dict)
    return read


@pytest.fixture(params=VERSIONS)
def version(request: pytest.FixtureRequest) -> str:
    return str(request.param)
