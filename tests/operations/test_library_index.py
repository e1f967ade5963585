"""Headings are kept from one start to the next, and read again as soon as a file is another one."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lesson_player.formats.bundle import read_heading
from lesson_player.foundation.paths import Places, standard_places
from lesson_player.model.library import PlaceCard
from lesson_player.operations import library_index
from lesson_player.operations.library import LibraryPage, LibraryWish, read_lessons, read_page
from lesson_player.operations.library_index import LibraryIndex
from lesson_player.operations.own_lessons import make_lesson, templates_of


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A place with fourteen lessons of one's own and none that came with the program."""
    data, state, config = (tmp_path / name for name in ("data", "state", "config"))
    made = replace(standard_places(), user_data=data, user_state=state, user_config=config)
    blank = next(one.folder for one in templates_of(made) if one.folder.name == "blank")
    for number in range(14):
        make_lesson(made, blank, f"Lesson {number:02}", about="On a bus." if number % 2 else "At home.")
    return replace(made, shipped=tmp_path / "nothing")


def page(places: Places, words: str = "", most: int = 12, kept: tuple[PlaceCard, ...] = ()) -> LibraryPage:
    index = LibraryIndex(places.library_index)
    found = read_page(places, kept, "", LibraryWish(words, most), index)
    index.keep()
    return found


def ids(found: LibraryPage) -> list[str]:
    return [card.id for card in found.cards]


def test_a_page_has_some_lessons_and_says_how_many_there_are(places: Places) -> None:
    found = page(places)
    assert (len(found.cards), found.found, found.all) == (12, 14, 14)
    assert ids(page(places, most=20)) == [card.id for card in read_lessons(places, ())]


def test_every_word_is_looked_for_in_title_and_purpose(places: Places) -> None:
    assert ids(page(places, "BUS lesson 07")) == ["lesson-07"]
    assert (page(places, "bus").found, page(places, "home").found, page(places, "boat").found) == (7, 7, 0)


def test_lessons_that_were_begun_come_first_where_not_all_are_shown(places: Places) -> None:
    begun = PlaceCard(
        key="a",
        lesson="lesson-13",
        sitting="sitting-1",
        sitting_title="Sitting 1",
        version_title="As written",
        step_number=1,
        step_title="New slide",
        saved=datetime(2026, 11, 23, tzinfo=UTC),
    )
    assert ids(page(places, kept=(begun,)))[0] == "lesson-13"
    assert ids(page(places, most=20, kept=(begun,)))[0] == "lesson-00"


def test_a_lesson_that_is_wished_for_is_on_the_page(places: Places) -> None:
    index = LibraryIndex(places.library_index)
    found = read_page(places, (), "", LibraryWish(first="lesson-13"), index)
    assert ids(found)[:2] == ["lesson-13", "lesson-00"]


def test_only_headings_that_are_new_are_read(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    page(places)
    read: list[str] = []

    def watched(folder: Path) -> dict[str, str]:
        read.append(folder.name)
        return read_heading(folder)

    monkeypatch.setattr(library_index, "read_heading", watched)
    page(places)
    assert read == []
    path = places.lessons[0] / "lesson-03" / "lesson.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("title: Lesson 03", "title: Swimming"))
    assert ids(page(places, "swimming")) == ["lesson-03"]
    assert read == ["lesson-03"]


def test_a_file_of_the_same_size_and_time_is_another_one_when_it_was_put_there_anew(places: Places) -> None:
    page(places)
    path = places.lessons[0] / "lesson-03" / "lesson.yaml"
    was = path.stat()
    other = path.with_suffix(".new")
    other.write_bytes(path.read_bytes().replace(b"title: Lesson 03", b"title: Lesson XY"))
    os.utime(other, ns=(was.st_atime_ns, was.st_mtime_ns))
    other.replace(path)
    assert ids(page(places, "xy")) == ["lesson-03"]


def test_lessons_come_and_go(places: Places) -> None:
    page(places)
    folder = places.lessons[0] / "lesson-03"
    folder.rename(folder.with_name("lesson-99"))
    found = page(places, most=20)
    assert found.all == 14
    assert "lesson-99" in {card.folder.name for card in found.cards}
    kept = places.library_index.read_text(encoding="utf-8")
    assert str(folder) not in kept


@pytest.mark.parametrize(
    "text", ["", "[]", '{"version": 2, "lessons": {}}', '{"version": 1, "lessons": {"a": [1]}}']
)
def test_what_is_kept_can_be_anything_and_is_read_anew(places: Places, text: str) -> None:
    before = ids(page(places))
    places.library_index.write_text(text, encoding="utf-8")
    assert ids(page(places)) == before


def test_a_lesson_that_cannot_be_read_has_its_folders_name(tmp_path: Path) -> None:
    (tmp_path / "lesson.yaml").write_bytes(b"\xff\xfe[")
    heading = LibraryIndex(tmp_path / "index.json").heading(tmp_path)
    assert (heading.id, heading.title) == (tmp_path.name, tmp_path.name)
    gone = LibraryIndex(tmp_path / "index.json").heading(tmp_path / "gone")
    assert gone.id == "gone"
