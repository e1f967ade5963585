"""Lessons with one fault: each file of tests/data/faults patches the example and names the problems expected.

Keys: ``file`` in the example; ``find`` and ``put`` (or ``put_hex`` for bytes) replace text in it; ``text``
replaces all of it; ``append_times`` adds a text many times; ``encoding`` saves it in another encoding;
``delete`` removes it; ``link`` puts a link to an outside file in its place; ``expected`` holds the problems
as a teacher reads them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.support.example_lesson import Example

FAULTS = Path(__file__).parents[1] / "data" / "faults"


def fault_names() -> list[str]:
    """Every fault, by the name of its file."""
    return sorted(path.stem for path in FAULTS.glob("*.json"))


def read_fault(name: str) -> dict[str, Any]:
    """One fault's patch and expectation."""
    fault: dict[str, Any] = json.loads((FAULTS / f"{name}.json").read_text(encoding="utf-8"))
    return fault


def write_expected(name: str, expected: list[str]) -> None:
    """Rewrite what a fault is expected to say."""
    fault = {**read_fault(name), "expected": expected}
    text = json.dumps(fault, ensure_ascii=False, indent=1)
    (FAULTS / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def put_fault(fault: dict[str, Any], example: Example) -> None:
    """Break the copy of the example."""
    path = example.root / fault["file"]
    if fault.get("delete") or "link" in fault:
        path.unlink()
    if "link" in fault:
        path.symlink_to(fault["link"])
    if fault.get("delete") or "link" in fault:
        return
    data = path.read_bytes()
    if "find" in fault:
        old = fault["find"].encode()
        new = bytes.fromhex(fault["put_hex"]) if "put_hex" in fault else fault["put"].encode()
        assert old in data, f"the example has no {fault['find']!r} any more"
        data = data.replace(old, new, 1)
    if "text" in fault:
        data = fault["text"].encode()
    if "append_times" in fault:
        line, times = fault["append_times"]
        data += line.encode() * times
    path.write_bytes(data.decode().encode(fault["encoding"]) if "encoding" in fault else data)
