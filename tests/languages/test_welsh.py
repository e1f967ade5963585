"""The Welsh catalogue: whole for the teacher's window, its placeholders exact, and what the program reads."""

from __future__ import annotations

import importlib
import re
from collections import Counter

from tests.languages.teachers_words import ELSEWHERE, is_for_the_teacher
from tests.support.source_tree import PACKAGE

catalogues = importlib.import_module("catalogues")
po_file = importlib.import_module("po_file")

PO = PACKAGE / "foundation" / "catalogues" / "cy.po"
PLACEHOLDER = re.compile(r"\{[^}]*\}")
ENTRIES = po_file.read(PO.read_text(encoding="utf-8")).entries
KEPT = {"{", "}", "“", "”", "…", "\n"}
"""Signs of which a translation has as many as its English."""


def test_every_word_of_the_teachers_window_is_there() -> None:
    """Say a new text in Welsh in cy.po after `make languages`, then `make languages` again."""
    said = {(entry.one, entry.many) for entry in ENTRIES if entry.translated}
    wanted = {words for words, places in catalogues.all_words().items() if is_for_the_teacher(places)}

    assert sorted(wanted - said) == []


def test_there_is_as_much_in_each_place_as_it_says() -> None:
    assert [each for each in ELSEWHERE if not (PACKAGE / each).exists()] == []


def test_placeholders_are_those_of_the_english() -> None:
    """In a form for one certain number the number itself may be left out."""
    wrong = []
    for entry in ENTRIES:
        for said in entry.said:
            if not said:
                continue
            there, wanted = Counter(PLACEHOLDER.findall(said)), Counter(PLACEHOLDER.findall(entry.one))
            counted = Counter(["{n}"]) if entry.many else Counter()
            if there not in (wanted, wanted - counted, wanted | counted):
                wrong.append((entry.one, said))

    assert wrong == []


def test_quotation_marks_line_ends_and_spaces_are_kept() -> None:
    def shape(text: str) -> tuple[object, ...]:
        signs = tuple(text.count(sign) for sign in sorted(KEPT - {"{", "}"}))
        return (*signs, text[:1].isspace(), text[-1:].isspace(), text.endswith(":"))

    pairs = [(entry.one, said) for entry in ENTRIES for said in entry.said if said]

    assert [pair for pair in pairs if shape(pair[0]) != shape(pair[1])] == []


def test_a_counting_text_has_every_form() -> None:
    assert [entry.one for entry in ENTRIES if entry.many and len(entry.said) != 6] == []


def test_the_program_reads_what_the_translators_wrote() -> None:
    compiled = po_file.compiled(po_file.read(PO.read_text(encoding="utf-8")))

    assert PO.with_suffix(".mo").read_bytes() == compiled, "run `make languages`"
