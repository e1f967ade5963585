"""Packs of a school: found, kept in a cache, and read again when the pack or the cache has changed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lesson_player.operations import symbol_packs
from lesson_player.operations.symbol_packs import find_packs, load_pack


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "packs" / "school"
    folder.mkdir(parents=True)
    (folder / "symbols.csv").write_text(
        "name,tags,file\ncar,drive,car.svg\ngone,,gone.svg\n", encoding="utf-8"
    )
    (folder / "car.svg").write_text("<svg/>", encoding="utf-8")
    return folder


def forbid_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(_folder: Path) -> None:
        pytest.fail("the pack was read again")

    monkeypatch.setattr(symbol_packs, "read_symbol_pack", read)


def test_what_was_read_comes_from_the_cache(
    pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = load_pack(pack, tmp_path / "cache")
    forbid_reading(monkeypatch)
    assert load_pack(pack, tmp_path / "cache") == first
    assert [one.code for one in first[1]] == ["missing-symbol"]


def test_a_pack_that_has_changed_is_read_again(pack: Path, tmp_path: Path) -> None:
    load_pack(pack, tmp_path / "cache")
    (pack / "bus.svg").write_text("<svg/>", encoding="utf-8")
    (pack / "symbols.csv").write_text("name,tags,file\nbus,,bus.svg\n", encoding="utf-8")
    read, _ = load_pack(pack, tmp_path / "cache")
    assert read is not None
    assert [one.name for one in read.symbols] == ["bus"]


@pytest.mark.parametrize("harm", ["cut", "changed", "empty", "other-format", "nonsense"])
def test_a_cache_that_is_not_whole_is_made_again(pack: Path, tmp_path: Path, harm: str) -> None:
    cache = tmp_path / "cache"
    first = load_pack(pack, cache)
    path = next(cache.iterdir())
    data = path.read_bytes()
    digest, _, text = data.partition(b"\n")
    other = json.dumps({**json.loads(text), "format": 99}).encode()
    path.write_bytes(
        {
            "cut": data[:-9],
            "changed": data.replace(b"car", b"bar"),
            "empty": b"",
            "other-format": digest + b"\n" + other,
            "nonsense": b"\xff\x00",
        }[harm]
    )
    assert load_pack(pack, cache) == first
    assert path.read_bytes() == data


def test_a_cache_that_cannot_be_written_stops_nothing(pack: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert load_pack(pack, tmp_path / "file")[0] is not None


def test_packs_are_the_folders_with_a_list_and_a_name_counts_once(pack: Path, tmp_path: Path) -> None:
    other = tmp_path / "machine" / "school"
    other.mkdir(parents=True)
    (other / "symbols.csv").write_text("name,file\nbus,bus.svg\n", encoding="utf-8")
    (other / "bus.svg").write_text("<svg/>", encoding="utf-8")
    (pack.parent / "no-pack").mkdir()
    found = find_packs([pack.parent, other.parent, tmp_path / "nowhere"])
    assert [[symbol.name for symbol in one.symbols] for one in found.packs] == [["car"]]
    assert [one.code for one in found.problems] == ["missing-symbol"]
