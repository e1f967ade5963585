from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from lesson_player.formats.schema import MODELS, Kind, json_schema
from lesson_player.model.presets import presets

DOCS = Path(__file__).parents[2] / "docs" / "lesson-format"


def keys(schema: object) -> set[str]:
    """Every key that a file of this schema can have."""
    if isinstance(schema, list):
        return {key for one in schema for key in keys(one)}
    if not isinstance(schema, dict):
        return set()
    return {*schema.get("properties", {}), *(key for one in schema.values() for key in keys(one))}


@pytest.mark.parametrize("kind", list(MODELS))
def test_every_key_is_described(kind: Kind) -> None:
    described = set(
        re.findall(r"`([a-z0-9_]+)(?::[^`]*)?`", (DOCS / "README.md").read_text(encoding="utf-8"))
    )
    assert keys(json_schema(kind)) - described == set()


def test_every_preset_is_described() -> None:
    text = (DOCS / "README.md").read_text(encoding="utf-8")
    assert re.findall(
        r"^\| `([a-z-]+)` \|", text.split("### Presets")[1].split("\n## ")[0], re.MULTILINE
    ) == list(presets())


@pytest.mark.parametrize("kind", list(MODELS))
def test_the_schema_beside_the_description_is_the_programs_own(
    kind: Kind, request: pytest.FixtureRequest
) -> None:
    path = DOCS / "schema" / f"{kind}.json"
    wanted = json.dumps(json_schema(kind), indent=1, ensure_ascii=False) + "\n"
    if request.config.getoption("--update"):
        path.write_text(wanted, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == wanted
