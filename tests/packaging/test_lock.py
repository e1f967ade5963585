"""requirements.lock pins all that is asked for, with hashes, and names no index."""

from __future__ import annotations

import re

from tests.support.source_tree import REPOSITORY

LOCK = (REPOSITORY / "requirements.lock").read_text(encoding="utf-8")


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_everything_asked_for_is_pinned() -> None:
    asked = set()
    for file in ("requirements.in", "requirements-dev.in"):
        text = (REPOSITORY / file).read_text(encoding="utf-8")
        asked |= {normal(name) for name in re.findall(r"^[A-Za-z][\w.-]*", text, re.MULTILINE)}
    pinned = {normal(name) for name in re.findall(r"^([\w.-]+)==", LOCK, re.MULTILINE)}
    assert "pydantic" in asked
    assert asked - pinned == set()


def test_every_pin_has_hashes() -> None:
    pins = re.split(r"^(?=[\w.-]+==)", LOCK, flags=re.MULTILINE)[1:]
    assert pins
    assert [pin.split("==")[0] for pin in pins if "--hash=sha256:" not in pin] == []


def test_no_index_is_named() -> None:
    assert re.findall(r"https?:|--index|--extra-index|--find-links| @ ", LOCK) == []
