from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesson_player.formats.safe_path import inside, outside


@pytest.mark.parametrize(
    "name", ["film.webm", "more/film.webm", "Ein Film.webm", "a.b.c", "console.svg", "..x", "café.svg"]
)
def test_plain_names_may_be_used(name: str, tmp_path: Path) -> None:
    assert outside(name) == ""
    assert inside(tmp_path, name) == tmp_path / name


@pytest.mark.parametrize(
    "name",
    [
        *("", ".", "./film.webm", "a//b", "a/", "..", "../film.webm", "a/../../film.webm", "a/.."),
        *("/film.webm", "//server/film.webm", "\\\\server\\film.webm", "a\\b", "~/film.webm"),
        *(
            "C:film.webm",
            "c:/film.webm",
            "file:///film.webm",
            "http://x.org/f",
            "smb:x",
            "mailto:x",
            "concat:a|b",
        ),
        *(
            "con",
            "CON.svg",
            "a/nul.webm",
            "lpt1",
            "CONIN$",
            "conout$.vtt",
            "nul .webm",
            "a/Com1 .svg",
            "film.webm:more",
            "film.webm::$DATA",
            "..\\film.webm",
            "a/..\\..\\film.webm",
            "\\\\?\\C:\\film.webm",
            "\\\\.\\nul",
            "a./film.webm",
            "a /film.webm",
            "film.webm.",
            "film.webm ",
            "a?b",
            "a*b",
            "a:b",
            'a"b',
            "a\0b",
            "a\nb",
        ),
    ],
)
def test_names_that_lead_out_or_cannot_be_used_are_refused(name: str, tmp_path: Path) -> None:
    assert outside(name)
    assert inside(tmp_path, name) is None


def test_links_are_followed_only_inside(tmp_path: Path) -> None:
    folder, other = tmp_path / "folder", tmp_path / "other"
    folder.mkdir()
    other.mkdir()
    (folder / "film.webm").touch()
    (folder / "good").symlink_to(folder / "film.webm")
    (folder / "bad").symlink_to(other)
    (folder / "round").symlink_to(folder / "round")
    assert inside(folder, "good") == folder / "good"
    assert inside(folder, "bad/film.webm") is None
    assert inside(folder, "round") is None or not (folder / "round").is_file()


@given(st.text(st.sampled_from("ab./\\:~ \0cC")))
def test_no_name_leads_out(name: str) -> None:
    folder = Path("/nowhere/folder")
    found = inside(folder, name)
    assert found is None or (found.is_relative_to(folder) and ".." not in found.parts)
