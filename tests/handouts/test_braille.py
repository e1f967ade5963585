"""Braille: pages of 40 by 25 cells, the words that pupils read, and what is stored with the lesson."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesson_player.handouts.braille import CELLS, LINES, Grade, brf, cells_of, number_sign, pages
from lesson_player.handouts.braille_copy import braille_copy, made
from lesson_player.handouts.braille_store import BRAILLE_FOLDER, INDEX, stored, stored_files, stored_name
from lesson_player.handouts.braille_text import BrailleLine, Part, braille_text, digest_of
from lesson_player.handouts.liblouis import TranslationFailed, liblouis, translate
from lesson_player.handouts.source import HandoutSource
from lesson_player.model.lesson import Wording
from lesson_player.model.problem import Problem
from tests.support.small_lesson import SECRET
from tests.support.small_lesson import bundle as small_bundle

WORDS = st.text("ABCDEFG ,#", min_size=1, max_size=300).filter(lambda text: text.strip())
TEXTS = st.lists(st.builds(BrailleLine, st.sampled_from(Part), WORDS), min_size=1, max_size=60)
needs_liblouis = pytest.mark.skipif(liblouis() is None, reason="Liblouis translates into Braille")


def small_source(folder: Path | None = None, wording: Wording = Wording.STANDARD) -> HandoutSource:
    bundle = small_bundle()
    bundle = bundle.model_copy(update={"folder": folder or bundle.folder})
    return HandoutSource(
        bundle=bundle, lesson=bundle.lesson, wording=wording, version_title="As written", adaptations=()
    )


@given(TEXTS)
def test_no_page_is_larger_than_40_by_25_cells_and_no_word_is_lost(text: list[BrailleLine]) -> None:
    found = pages(text)
    assert {len(page) for page in found} == {LINES}
    assert max(len(line) for page in found for line in page) <= CELLS
    assert [page[-1].strip() for page in found] == [number_sign(at + 1) for at in range(len(found))]
    told = "".join("".join(page[:-1]).replace(" ", "").replace("-", "") for page in found)
    assert told == "".join(line.text.replace(" ", "") for line in text)


HEADINGS = st.lists(st.sampled_from([Part.TITLE, Part.SITTING, Part.STEP]), max_size=3)
BODY = st.tuples(st.sampled_from([Part.PARAGRAPH, Part.ITEM]), st.integers(1, 90))


@given(st.lists(st.tuples(HEADINGS, BODY), min_size=1, max_size=20))
def test_no_heading_is_the_last_line_of_a_page(sections: list[tuple[list[Part], tuple[Part, int]]]) -> None:
    text = [
        line
        for headings, (part, words) in sections
        for line in (*(BrailleLine(each, "H") for each in headings), BrailleLine(part, "A " * words))
    ]
    for page in pages(text):
        assert [line.strip() for line in page[:-1] if line.strip()][-1].startswith("A")


def test_each_part_begins_in_its_own_cell() -> None:
    long = "A" * 18
    text = [
        BrailleLine(Part.TITLE, "ABCD"),
        BrailleLine(Part.STEP, "STEP"),
        BrailleLine(Part.PARAGRAPH, f"{long} {long} {long}"),
        BrailleLine(Part.ITEM, f"{long} {long} {long}"),
    ]
    lines = pages(text)[0]
    assert lines[0] == " " * 18 + "ABCD"
    assert lines[1] == ""
    assert lines[2] == "    STEP"
    assert lines[3:5] == (f"  {long} {long}", long)
    assert lines[5:7] == (f"{long} {long}", f"  {long}")


def test_a_file_has_one_form_feed_a_page_and_dos_line_ends() -> None:
    data = brf(pages([BrailleLine(Part.PARAGRAPH, "A")] * 30))
    assert data.count(b"\f") == 2
    assert data.count(b"\r\n") == 2 * LINES
    assert number_sign(120) == "#ABJ"


def test_only_braille_ascii_is_taken() -> None:
    assert cells_of(",maya's /ory4 ") == ",MAYA'S /ORY4"
    with pytest.raises(ValueError, match="not Braille ASCII"):
        cells_of("'\\x1f600' ’")


def test_pupils_words_are_there_in_order_and_notes_are_not() -> None:
    text = braille_text(small_source())
    assert text[0] == BrailleLine(Part.TITLE, small_bundle().lesson.title)
    assert SECRET not in " ".join(line.text for line in text)
    items = [line.text for line in text if line.part is Part.ITEM]
    assert any(item.startswith("1. Choice ") for item in items)
    assert any("Reply to" in item for item in items)
    easy = braille_text(small_source(wording=Wording.EASY))
    assert any(line.text.startswith("Easy ") for line in easy)
    assert digest_of(easy) != digest_of(text)


@needs_liblouis
def test_both_grades_of_unified_english_braille() -> None:
    program = liblouis()
    assert program is not None
    line = BrailleLine(Part.PARAGRAPH, "It is never your fault. Call 0800 1111.")
    plain, contracted = (translate([line], grade, program)[0].text for grade in Grade)
    assert plain == ',IT IS NEVER YOUR FAULT4 ,CALL #JHJJ"AAAA4'
    assert contracted == ',X IS N"E YR FAULT4 ,CALL #JHJJ"AAAA4'


def test_a_translator_that_gives_nonsense_is_refused(tmp_path: Path) -> None:
    program = tmp_path / "lou_translate"
    program.write_text("#!/bin/sh\ncat >/dev/null\necho one line\n")
    program.chmod(0o755)
    with pytest.raises(TranslationFailed, match="2 lines went in, 1 came out"):
        translate([BrailleLine(Part.PARAGRAPH, "A")] * 2, Grade.CONTRACTED, program)
    found = braille_copy(small_source(tmp_path), Grade.CONTRACTED, lambda: program)
    assert isinstance(found, Problem)
    assert "could not put" in found.sentence


def test_without_liblouis_the_stored_file_is_given_and_only_for_its_own_words(tmp_path: Path) -> None:
    source = small_source(tmp_path)
    place = tmp_path / BRAILLE_FOLDER
    place.mkdir()
    (place / stored_name("as-written", Grade.CONTRACTED)).write_bytes(b"A\r\n\f")
    index = {"format": 1, "texts": {digest_of(braille_text(source)): "as-written"}}
    (place / INDEX).write_text(json.dumps(index))
    assert braille_copy(source, Grade.CONTRACTED, lambda: None) == b"A\r\n\f"
    assert stored_files(tmp_path) == (f"{BRAILLE_FOLDER}/{INDEX}", f"{BRAILLE_FOLDER}/as-written-grade-2.brf")
    other = braille_copy(small_source(tmp_path, Wording.EASY), Grade.CONTRACTED, lambda: None)
    assert isinstance(other, Problem)
    assert other.sentence.startswith("There is no Braille of “As written” here")
    assert "Liblouis" in other.remedy


@pytest.mark.parametrize(
    "index", ['{"texts": {"%s": "../../secret"}}', '{"texts": []}', "[1", "null", '{"texts": {"%s": 3}}']
)
def test_an_index_that_makes_no_sense_gives_no_file(tmp_path: Path, index: str) -> None:
    source = small_source(tmp_path)
    text = braille_text(source)
    place = tmp_path / BRAILLE_FOLDER
    place.mkdir()
    (place / INDEX).write_text(index % digest_of(text) if "%s" in index else index)
    assert stored(tmp_path, text, Grade.CONTRACTED) is None
    assert stored_files(tmp_path) == ()


@needs_liblouis
def test_a_version_of_the_schools_own_is_made_here_and_never_opens_another_program(tmp_path: Path) -> None:
    program = liblouis()
    assert program is not None
    source = small_source(tmp_path)
    made_here = braille_copy(source, Grade.UNCONTRACTED)
    assert made_here == made(braille_text(source), Grade.UNCONTRACTED, program)
    assert isinstance(made_here, bytes)
    assert b"\f" in made_here
