"""Taking words out of the source, and keeping translations of them."""

from __future__ import annotations

import gettext
import importlib
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

catalogues = importlib.import_module("catalogues")
po_file = importlib.import_module("po_file")
Entry, Catalogue = po_file.Entry, po_file.Catalogue

HEADER = Entry(
    "",
    said=("Language: cy\nPlural-Forms: nplurals=2; plural=n!=1;\nContent-Type: text/plain; charset=utf-8\n",),
)
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), min_size=1).filter(
    lambda text: text == text.strip("\n") and "\x1c" not in repr(text)
)


def translations(catalogue: object) -> gettext.GNUTranslations:
    return gettext.GNUTranslations(io.BytesIO(po_file.compiled(catalogue)))


def test_words_are_taken_out_of_the_source() -> None:
    source = 'a = tr("Step {n}", n=1)\nb = tr_n("{n} step", "{n} steps", 2)\nc = len("no")\nd = tr(x)\n'
    assert list(catalogues.words_in(source)) == [("Step {n}", ""), ("{n} step", "{n} steps")]


def test_words_are_taken_out_of_data() -> None:
    assert list(catalogues.words_of_data('[a]\ntitle = "Cream"\ncolour = "#fff"\nabout = "Warm"\n')) == [
        ("Cream", ""),
        ("Warm", ""),
    ]


def test_a_translation_is_kept_while_its_english_stays() -> None:
    former = Catalogue(HEADER, (Entry("Next", said=("Nesaf",)), Entry("Gone", said=("Wedi mynd",))))
    now = catalogues.brought_up_to_date(
        former, {("Next", ""): ("a.py",), ("{n} step", "{n} steps"): ("b.py",)}
    )
    assert [(entry.one, entry.said, entry.places) for entry in now.entries] == [
        ("Next", ("Nesaf",), ("a.py",)),
        ("{n} step", ("", ""), ("b.py",)),
    ]
    assert [entry.translated for entry in now.entries] == [True, False]


def test_the_program_reads_what_is_translated_and_nothing_else() -> None:
    entries = (
        Entry("Next", said=("Nesaf",)),
        Entry("Back"),
        Entry("{n} step", "{n} steps", ("{n} cam", "{n} o gamau")),
        Entry("{n} row", "{n} rows", ("{n} rhes", "")),
    )
    read = translations(Catalogue(HEADER, entries))
    assert (read.gettext("Next"), read.gettext("Back")) == ("Nesaf", "Back")
    assert [read.ngettext("{n} step", "{n} steps", n) for n in (1, 2)] == ["{n} cam", "{n} o gamau"]
    assert read.ngettext("{n} row", "{n} rows", 1) == "{n} row"
    assert read.info()["language"] == "cy"


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=5, unique_by=lambda pair: pair[0]))
def test_what_is_written_is_read_again(pairs: list[tuple[str, str]]) -> None:
    written = Catalogue(HEADER, tuple(Entry(one, said=(said,), places=("a.py",)) for one, said in pairs))
    assert po_file.read(po_file.write(written)) == written
    assert all(translations(written).gettext(one) == said for one, said in pairs)


@pytest.mark.parametrize("text", ["", 'msgid "a"\nmsgstr "b"\n', 'msgid ""\nmsgstr ""\n\nnonsense\n'])
def test_a_file_that_is_no_catalogue_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"catalogue begins|belongs nowhere"):
        po_file.read(text)
