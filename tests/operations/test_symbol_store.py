"""Symbol packs are put in whole or not at all, listed, and set aside when they are taken out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lesson_player.cli.main import main
from lesson_player.foundation.paths import Places, standard_places
from lesson_player.model.problem import Problem
from lesson_player.operations.symbol_packs import find_packs
from lesson_player.operations.symbol_store import add_pack, packs_in, remove_pack, symbol_folder

SVG = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "Our symbols"
    (folder / "people").mkdir(parents=True)
    (folder / "hall.svg").write_text(SVG)
    (folder / "people" / "cook.svg").write_text(SVG)
    (folder / "diary.txt").write_text("not of the pack")
    (folder / "LICENCE.txt").write_text("Ours, CC BY 4.0")
    (folder / "list.csv").write_text("name,tags,file\nhall,lunch,hall.svg\ncook,dinner,people/cook.svg\n")
    return folder


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return replace(standard_places(), user_data=tmp_path / "data", machine_data=tmp_path / "all")


def test_a_pack_is_put_in_found_and_taken_out(pack: Path, places: Places) -> None:
    store = symbol_folder(places)
    added = add_pack(pack, store)
    assert not isinstance(added, Problem)
    assert len(added.symbols) == 2
    assert [name for name, _ in packs_in(store)] == ["our-symbols"]
    files = {path.relative_to(store).as_posix() for path in store.rglob("*") if path.is_file()}
    assert files == {
        f"our-symbols/{name}" for name in ("hall.svg", "people/cook.svg", "LICENCE.txt", "list.csv")
    }
    assert [one.source.title for one in find_packs(places.symbols).packs] == [added.source.title]

    again = add_pack(pack, store)
    assert not isinstance(again, Problem)
    assert [name for name, _ in packs_in(store)] == ["our-symbols", "our-symbols-2"]

    aside = remove_pack("our-symbols", store, places)
    assert aside is not None
    assert (aside / "hall.svg").is_file()
    assert [name for name, _ in packs_in(store)] == ["our-symbols-2"]


def test_what_is_no_pack_is_refused_and_nothing_is_left(tmp_path: Path, places: Places) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    for folder in (empty, tmp_path / "gone"):
        refused = add_pack(folder, symbol_folder(places))
        assert isinstance(refused, Problem)
        assert refused.code == "no-symbols"
    assert not symbol_folder(places).exists()
    assert packs_in(symbol_folder(places)) == ()


@pytest.mark.parametrize("name", ["gone", "..", ".", "../secret", ""])
def test_only_a_pack_is_taken_out(name: str, places: Places, pack: Path) -> None:
    store = symbol_folder(places)
    add_pack(pack, store)
    (places.user_data / "secret").mkdir()
    assert remove_pack(name, store, places) is None
    assert (places.user_data / "secret").is_dir()
    assert len(packs_in(store)) == 1


def test_the_command_adds_lists_and_removes(
    pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LESSON_PLAYER_HOME", str(tmp_path / "home"))
    assert main(["symbol-pack", "list"]) == 0
    assert main(["symbol-pack", "add", str(pack)]) == 0
    assert main(["symbol-pack", "list"]) == 0
    assert main(["symbol-pack", "remove", "our-symbols"]) == 0
    assert main(["symbol-pack", "remove", "our-symbols"]) == 2
    assert main(["symbol-pack", "add", str(tmp_path / "gone")]) == 2
    said = capsys.readouterr().out
    assert said.startswith(
        "No symbol pack has been put in.\nour-symbols: 2 symbols\nour-symbols: 2 symbols\n"
    )
    assert "There is no symbol pack “our-symbols”." in said
