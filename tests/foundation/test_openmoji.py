"""The bundled symbols: whole, safe, small, in British words, and without what does not suit a class."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import lesson_player.foundation as package
from lesson_player.foundation.openmoji import openmoji_files, openmoji_svg, openmoji_words
from lesson_player.foundation.svg import check_svg

FOLDER = Path(package.__path__[0]) / "openmoji"
MOST_BYTES = 6_000_000


def rows() -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(openmoji_words())))


def test_each_symbol_has_a_drawing_and_each_drawing_words() -> None:
    assert sorted(row["file"] for row in rows()) == sorted(openmoji_files())
    assert len(openmoji_files()) > 1500
    assert all(row["name"] for row in rows())
    assert sum(bool(row["tags"]) for row in rows()) > 0.9 * len(rows())


def test_every_drawing_is_safe() -> None:
    for name in openmoji_files():
        check_svg(openmoji_svg(name) or b"")


def test_what_is_not_there_is_nothing() -> None:
    assert openmoji_svg("../LICENSE.txt") is None


def test_it_stays_small_and_carries_its_licence() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < MOST_BYTES
    assert "Attribution-ShareAlike 4.0" in (FOLDER / "LICENSE.txt").read_text(encoding="utf-8")
    notice = (FOLDER / "NOTICE").read_text(encoding="utf-8")
    assert f"{len(openmoji_files()):,} of its colour symbols" in notice


def test_names_are_british() -> None:
    names = {row["name"] for row in rows()}
    assert {"biscuit", "trousers", "torch", "lift", "plaster", "sweets", "chips", "aubergine"} <= names
    american = {"cookie", "jeans", "flashlight", "elevator", "candy", "french fries", "eggplant", "wrench"}
    assert names & american == set()
    assert not [name for name in names if "color" in name or "gray" in name]


def test_british_and_american_words_are_both_tags() -> None:
    tags = {row["name"]: row["tags"].split(", ") for row in rows()}
    assert "cookie" in tags["biscuit"]
    assert "biscuits" in tags["biscuit"]
    assert "flashlight" in tags["torch"]


def test_what_does_not_suit_is_left_out() -> None:
    names = " ; ".join(row["name"] for row in rows())
    for word in ("flag:", "dagger", "bomb", "beer", "cigarette", "middle finger", "skin tone", "coffin"):
        assert word not in names


def test_nothing_that_could_frighten_and_what_an_alarm_needs_stays() -> None:
    names = {row["name"] for row in rows()}
    frightening = {"red eye", "skull and crossbones", "ghost", "drop of blood", "tsunami", "radioactive"}
    assert names & frightening == set()
    assert {"assembly point", "emergency exit", "fire extinguisher", "shelter", "first aid", "brain"} <= names
