"""Every kind of handout of Maya’s story, in two versions: PDF/UA, typefaces, words and their order."""

from __future__ import annotations

import ctypes
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import page
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from lesson_player.application.handout_drawings import LessonDrawings
from lesson_player.application.handout_source import handout_source
from lesson_player.control.commands import table
from lesson_player.formats.bundle import load_bundle
from lesson_player.handouts.blocks import Block, Heading, PictureLine
from lesson_player.handouts.kinds import KINDS, file_stem, kind_called
from lesson_player.handouts.marked import plain
from lesson_player.handouts.typst_pdf import to_pdf
from lesson_player.rendering.fonts import FONT_FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QGuiApplication

    from lesson_player.handouts.handout import Handout

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "tests" / "reference" / "handouts"
VERSIONS = ("", "few-or-no-words")
OURS = ("AtkinsonHyperlegibleNext", "Lexend", "Andika", "OpenDyslexic")
KEPT = ("help-card-a4", "take-home-card-a4", "disclosure-card-a4", "certificate-a4", "letter-to-parents-a4")
"""Handouts whose words are compared with the last ones that somebody looked at."""


class Made(NamedTuple):
    """A handout and its PDF."""

    handout: Handout
    data: bytes


@cache
def printed(version: str) -> dict[str, Made]:
    """All handouts of a version by the name of their file; made once for all tests."""
    bundle, problems = load_bundle(ROOT / "lessons" / "mayas-story", [ROOT / "media"])
    assert bundle is not None, problems
    source, _ = handout_source(bundle, [version] if version else [], table())
    drawings = LessonDrawings(source.bundle)
    made: dict[str, Made] = {}
    for kind in KINDS:
        for paper in kind.papers:
            for handout in kind.make(source, paper):
                found = to_pdf(handout, drawings, FONT_FOLDER)
                assert found.problems == ()
                made[file_stem(kind, handout)[3:]] = Made(handout, found.data)
    return made


@pytest.fixture(params=VERSIONS)
def version(request: pytest.FixtureRequest, qapp: QGuiApplication) -> dict[str, Made]:
    return printed(str(request.param))


def words_of(data: bytes) -> str:
    """All that stands on the pages, in the order of the file."""
    with pypdfium2.PdfDocument(data) as document:
        text = " ".join(leaf.get_textpage().get_text_bounded() for leaf in document)
    return " ".join(text.replace("\ufffe", "").replace("\u200b", "").split())


def test_every_kind_passes_pdf_ua(version: dict[str, Made]) -> None:
    profile = page.ValidationProfile.PDF_UA_1
    reports = {name: page.validate_pdf_bytes(made.data, profile=profile) for name, made in version.items()}
    assert {name: report.failures for name, report in reports.items() if not report.is_compliant} == {}
    assert {made.handout.kind for made in version.values()} == {kind.id for kind in KINDS}


def test_only_our_typefaces_are_used_and_they_are_in_the_file(version: dict[str, Made]) -> None:
    fonts = {font for made in version.values() for font in fonts_of(made.data)}
    assert fonts
    assert [name for name, embedded in fonts if not embedded] == []
    assert [name for name, _ in fonts if not name.rpartition("+")[2].startswith(OURS)] == []


def test_what_is_printed_is_inside_the_page(version: dict[str, Made]) -> None:
    for name, made in version.items():
        with pypdfium2.PdfDocument(made.data) as document:
            for leaf in document:
                width, height = leaf.get_size()
                text = leaf.get_textpage()
                for index in range(text.count_rects()):
                    left, bottom, right, top = text.get_rect(index)
                    assert left >= 20, name
                    assert bottom >= 10, name
                    assert right <= width - 20, name
                    assert top <= height - 20, name


def test_no_page_is_empty(version: dict[str, Made]) -> None:
    for name, made in version.items():
        with pypdfium2.PdfDocument(made.data) as document:
            pages = [len(list(leaf.get_objects(max_depth=6))) for leaf in document]
        assert min(pages) > 5, name


def test_the_booklet_is_read_in_the_order_of_the_lesson(version: dict[str, Made]) -> None:
    made = version["easy-read-booklet-a4"]
    text, at = words_of(made.data), 0
    for words in spoken(made.handout.blocks):
        found = text.find(" ".join(plain(words).split()), at)
        assert found >= 0, words
        at = found + 1


def test_words_are_as_somebody_saw_them(qapp: QGuiApplication, request: pytest.FixtureRequest) -> None:
    for name in KEPT:
        words = words_of(printed("")[name].data).replace(". ", ".\n") + "\n"
        kept = REFERENCE / f"{name}.txt"
        if request.config.getoption("--update"):
            kept.parent.mkdir(exist_ok=True)
            kept.write_text(words, encoding="utf-8")
        assert words == kept.read_text(encoding="utf-8"), name


def test_what_a_pupil_takes_home_says_nothing_of_the_lesson(version: dict[str, Made]) -> None:
    for name in ("take-home-card-a4", "certificate-a4"):
        words = words_of(version[name].data).lower()
        assert "help" in words or "well done" in words
        for told in ("maya", "online", "picture", "private", "secret", "report", "sample", "film", "safe"):
            assert told not in words, (name, told)
        assert version[name].handout.foot == ""


def test_a_pdf_made_again_is_the_same_file(qapp: QGuiApplication) -> None:
    made = printed("")["certificate-a4"]
    bundle, _ = load_bundle(ROOT / "lessons" / "mayas-story", [ROOT / "media"])
    assert bundle is not None
    assert to_pdf(made.handout, LessonDrawings(bundle), FONT_FOLDER).data == made.data


def test_kinds_are_numbered_and_found_by_their_ids() -> None:
    assert [kind.number for kind in KINDS] == list(range(1, len(KINDS) + 1))
    assert all(kind_called(kind.id) is kind for kind in KINDS)
    assert kind_called("nothing") is None


def spoken(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, (Heading, PictureLine)):
            yield block.text


def fonts_of(data: bytes) -> Iterator[tuple[str, bool]]:
    """The names of the typefaces of a PDF, and whether each is in the file."""
    with pypdfium2.PdfDocument(data) as document:
        for leaf in document:
            for item in leaf.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=6):
                font = pdfium.FPDFTextObj_GetFont(item.raw)
                name = ctypes.create_string_buffer(200)
                pdfium.FPDFFont_GetBaseFontName(font, name, 200)
                yield name.value.decode(), bool(pdfium.FPDFFont_GetIsEmbedded(font))


def pages_of(made: Made) -> list[str]:
    """The words of each page."""
    with pypdfium2.PdfDocument(made.data) as document:
        return [" ".join(leaf.get_textpage().get_text_bounded().split()) for leaf in document]


def test_no_page_of_the_transcript_begins_in_the_middle_of_a_table(version: dict[str, Made]) -> None:
    pages = pages_of(version["transcript-a4"])
    assert len(pages) > 1
    assert [words[:40] for words in pages[1:] if not re.match(r"\d:\d\d\s+\S", words)] == []


def test_what_to_mind_stands_below_the_notes_that_it_belongs_to(version: dict[str, Made]) -> None:
    pages = pages_of(version["teachers-plan-a4"])
    assert [
        words[:60] for words in pages if words.startswith(("From Step", "• If someone", "If someone"))
    ] == []
    # Only the end of the whole plan may leave a page half empty.
    assert min(len(words) for words in pages[1:-1]) > 0.5 * max(len(words) for words in pages)
