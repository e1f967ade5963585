"""Symbol packs come from anywhere: each usual way of writing is read, and nothing in one is an exception."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesson_player.formats.symbol_pack import read_symbol_pack
from lesson_player.formats.symbol_table import LONGEST, MOST_WORDS, read_table

SVG = "<svg xmlns='http://www.w3.org/2000/svg'/>"


def pack(folder: Path, table: str | bytes, *files: str) -> Path:
    for name in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(SVG, encoding="utf-8")
    (folder / "symbols.csv").write_bytes(table if isinstance(table, bytes) else table.encode())
    return folder


def found(folder: Path) -> list[tuple[str, str, tuple[str, ...]]]:
    read, _ = read_symbol_pack(folder)
    assert read is not None
    return [(one.key, one.name, one.words) for one in read.symbols]


@pytest.mark.parametrize(
    "table",
    [
        "name,tags,file\ncar,vehicle; drive,car.svg\n",
        "name;tags;file\r\ncar;vehicle,drive;car.svg\r\n",
        "sep=;\nname;tags;file\ncar;vehicle,drive;car.svg\n",
        "Label\tKeywords\tFilename\ncar\tvehicle, drive\tcar.svg\n",
        'Name,Tags,"File name"\n"car","vehicle, drive","car.svg"\n',
        "FILE,TITLE,SYNONYMS\n./car.svg,car,vehicle|drive\n",
        "name,tags,file\rcar,vehicle; drive,car\r",
        "id,symbol-en,tags\n7,car,vehicle; drive\n",
        "car,car.svg,vehicle,drive\n",
        "\ufeffname,tags,file\ncar,vehicle; drive,CAR.SVG\n",
        "name,tags,file\n\n , ,\ncar,vehicle; drive,pictures\\car.svg\n",
    ],
)
def test_usual_lists_are_read(tmp_path: Path, table: str) -> None:
    folder = pack(tmp_path, table, "pictures/car.svg" if "pictures" in table else "car.svg")
    assert [(name, words) for _, name, words in found(folder)] == [("car", ("vehicle", "drive"))]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_of_spreadsheets_are_read(tmp_path: Path, encoding: str) -> None:
    table = "name,tags,file\ncafé,fiancée,cafe.svg\n".encode(encoding)
    assert found(pack(tmp_path, table, "cafe.svg")) == [("cafe.svg", "café", ("fiancée",))]


def test_a_list_without_files_finds_pictures_by_their_names(tmp_path: Path) -> None:
    folder = pack(
        tmp_path, "name,category\nfire engine,vehicles\nred_car,\n", "svg/fire_engine.svg", "red_car.png"
    )
    assert found(folder) == [
        ("svg/fire_engine.svg", "fire engine", ("vehicles",)),
        ("red_car.png", "red car", ()),
    ]


def test_what_cannot_be_used_is_said_and_the_rest_is_found(tmp_path: Path) -> None:
    table = "name,tags,file\ngone,,gone.svg\nout,,../car.svg\nweb,,https://example.org/a.svg\ncar,,car.svg\n"
    read, problems = read_symbol_pack(pack(tmp_path, table, "car.svg"))
    assert read is not None
    assert [one.name for one in read.symbols] == ["car"]
    assert sorted((one.code, one.line) for one in problems) == [
        ("missing-symbol", 2),
        ("unsafe-path", 3),
        ("unsafe-path", 4),
    ]


def test_a_folder_without_list_or_pictures_is_no_pack(tmp_path: Path) -> None:
    assert [one.code for one in read_symbol_pack(tmp_path)[1]] == ["no-symbol-list"]
    read, problems = read_symbol_pack(pack(tmp_path, "name,tags,file\ncar,,car.svg\n"))
    assert read is None
    assert [one.code for one in problems] == ["missing-symbol", "no-symbols"]
    assert read_symbol_pack(tmp_path / "nowhere")[0] is None


def test_many_problems_are_counted(tmp_path: Path) -> None:
    rows = "".join(f"n{n},,n{n}.svg\n" for n in range(500))
    _, problems = read_symbol_pack(pack(tmp_path, f"name,tags,file\ncar,,car.svg\n{rows}", "car.svg"))
    assert len(problems) == 101
    assert "400" in problems[-1].sentence


def test_links_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside.svg").write_text(SVG, encoding="utf-8")
    folder = tmp_path / "pack"
    folder.mkdir()
    (folder / "link.svg").symlink_to(tmp_path / "outside.svg")
    assert read_symbol_pack(pack(folder, "name,file\nlink,link.svg\n"))[0] is None


def test_its_licence_is_the_first_line_of_the_licence_file(tmp_path: Path) -> None:
    folder = pack(tmp_path / "our-symbols", "name,file\ncar,car.svg\n", "car.svg")
    assert read_symbol_pack(folder)[0].source.licence == ""  # type: ignore[union-attr]
    (folder / "LICENCE.txt").write_text("\n  CC BY-SA 4.0, by  the makers \nmore\n", encoding="utf-8")
    read, _ = read_symbol_pack(folder)
    assert read is not None
    assert (read.source.title, read.source.licence) == ("our symbols", "CC BY-SA 4.0, by the makers")


@given(st.binary(max_size=400))
def test_no_bytes_are_an_exception(data: bytes) -> None:
    table = read_table(data, "symbols.csv")
    assert all(len(row.name) <= LONGEST and len(row.words) <= MOST_WORDS for row in table.rows)


CELL = st.text(
    st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters='_,;|\t"\ufeff'), min_size=1
)


@given(st.lists(st.tuples(CELL, CELL), min_size=1, max_size=8), st.sampled_from([",", ";", "\t"]))
def test_whatever_names_are_written_come_back(rows: list[tuple[str, str]], sign: str) -> None:
    text = f"name{sign}tags\n" + "".join(f'"{name}"{sign}"{tag}"\n' for name, tag in rows)
    read = read_table(text.encode(), "symbols.csv").rows
    wanted = [" ".join(name.split())[:LONGEST] for name, _ in rows]
    assert [row.name for row in read] == [name for name in wanted if name]
