"""PDF of any handout: every block, words that nobody would write in good faith, pictures that are gone."""

from __future__ import annotations

from dataclasses import replace

import page
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lesson_player.handouts.blocks import Card, CardGrid, Heading, Paragraph, Picture, PictureLine
from lesson_player.handouts.handout import Handout, Ink, Lettering, Paper, Reader
from lesson_player.handouts.page_plan import Section, planned
from lesson_player.handouts.page_text import page_blocks
from lesson_player.handouts.typst_pdf import Printed, to_pdf
from lesson_player.handouts.typst_text import STAND_IN, clean, language, set_text
from lesson_player.rendering.fonts import FONT_FOLDER
from tests.support.drawn_pictures import DrawnPictures
from tests.support.every_block import every_block


def sheet(*blocks: Paragraph | PictureLine | CardGrid | Heading, **fields: object) -> Handout:
    made = Handout(
        id="sheet", kind="sheet", title="A sheet", language="en-GB", reader=Reader.PUPILS, blocks=blocks
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def pdf(handout: Handout, ink: Ink = Ink.COLOUR) -> Printed:
    found = to_pdf(handout, DrawnPictures("sun"), FONT_FOLDER, ink)
    report = page.validate_pdf_bytes(found.data, profile=page.ValidationProfile.PDF_UA_1)
    assert report.failures == []
    return found


def words_of(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as document:
        text = "".join(leaf.get_textpage().get_text_bounded() for leaf in document)
    return text.replace("\u200b", "").replace("\r\n", "")


@pytest.mark.parametrize("ink", list(Ink))
def test_every_block_is_printed_and_tagged(ink: Ink) -> None:
    words = words_of(pdf(every_block(), ink).data)
    for told in (
        "Some strong words.",
        "A lost dog",
        "0800 1111",
        "What helps?",
        "Monday",
        "She draws a dog.",
    ):
        assert told in words


@pytest.mark.parametrize(
    "text",
    [
        '#read("/etc/hostname")',
        '#import "@preview/cetz:0.1.0"',
        "= no heading, *no* _mark_ `code` $x^2$ @label <label> #{1+1} \\ [x] // gone",
        "</script><img src=x>",
        "**",
        "**half",
        '"quotes" and – dashes -- …',
    ],
)
def test_words_that_look_like_markup_are_words(text: str) -> None:
    assert " ".join(words_of(pdf(sheet(Paragraph(text))).data).split()).count(text) == 1


def test_control_characters_are_left_out_and_other_scripts_are_printed() -> None:
    text = "be\u0007fore\u0000 \ud800half \u202eturned\ufeff שלום Привет Ŵyn"
    words = words_of(pdf(sheet(Paragraph(text), title=text)).data)
    assert "before half turned" in words
    assert "Привет" in words
    assert {"ש", "ל", "ם"} <= set(words)


def test_a_letter_that_no_typeface_has_is_a_square_and_is_told() -> None:
    found = pdf(sheet(Paragraph("a\U0010fffdb")))
    assert f"a{STAND_IN}b" in words_of(found.data)
    assert [problem.code for problem in found.problems] == ["handout-letters"]
    assert "U+10FFFD" in found.problems[0].sentence


def test_a_word_that_never_ends_stays_on_the_page() -> None:
    word = "w" * 380
    blocks = (
        PictureLine(word, Picture("sun", "A sun")),
        CardGrid((Card(word, Picture("sun", "A sun")),), 3, 3),
    )
    with pypdfium2.PdfDocument(pdf(sheet(*blocks)).data) as document:
        for leaf in document:
            text = leaf.get_textpage()
            rights = [text.get_rect(index)[2] for index in range(text.count_rects())]
            assert max(rights) < leaf.get_width() - 20


@pytest.mark.parametrize("tag", ["cy-GB", "ar", "nonsense!", "en-GB-oxendict", "", "zh-Hant-TW"])
def test_any_language_tag_is_taken(tag: str) -> None:
    assert pdf(sheet(Paragraph("Words"), language=tag)).data.startswith(b"%PDF")


def test_a_missing_picture_prints_its_words_and_decoration_says_nothing() -> None:
    lines = PictureLine("Text", Picture("gone", "A dog on a sofa")), PictureLine("More", Picture("sun", ""))
    data = pdf(sheet(*lines)).data
    assert "A dog on a sofa" in words_of(data)


def test_headings_never_skip_a_level() -> None:
    assert pdf(sheet(Heading("Deep", 3), Heading("Wide", 2), titled=False)).problems == ()


def test_languages_of_typst() -> None:
    assert language("en-GB") == ("en", "GB")
    assert language("cy") == ("cy", None)
    assert language("../x") == ("en", None)


@settings(max_examples=40)
@given(st.text(max_size=80))
def test_clean_text_is_one_line_that_utf_8_can_hold(text: str) -> None:
    found = clean(text)
    assert clean(found) == found
    assert found.encode("utf-8").decode() == found
    assert not any(ord(letter) < 32 for letter in found)
    assert "".join(str(run["text"]) for run in set_text(text)).isprintable() or not found.isprintable()


@settings(max_examples=30)
@given(st.lists(st.lists(st.text("ab ", max_size=150), min_size=1, max_size=9), min_size=1, max_size=6))
def test_planned_pages_keep_every_line_in_its_order(sections: list[list[str]]) -> None:
    handout = sheet(paper=Paper.A5, lettering=Lettering(size_pt=24.0))
    parts = [Section("Part", tuple(PictureLine(text) for text in lines)) for lines in sections]
    blocks = planned(handout, "Title", parts)
    assert [block.text for block in blocks if isinstance(block, PictureLine)] == [
        text for lines in sections for text in lines
    ]
    assert sum(isinstance(block, Heading) and block.level == 3 for block in blocks) == len(sections)


def test_the_page_for_families_is_divided_by_its_notes() -> None:
    text = (
        "# Top\n\nNot shown.\n\n## Learn\n<!-- handout: letter -->\nSome *plain* words\nand more.\n\n"
        "## Home\n- **T: Talk.** Early.\n  Often.\n\n1. One\n2. Two\n\n| a | b |\n|---|---|\n| c |\n\n"
        "## Figures\n<!-- handout: none -->\nNever."
    )
    learn, words = page_blocks(text, "letter")
    assert (learn, words) == (Heading("Learn"), Paragraph("Some plain words and more."))
    home, letters, numbers, table = page_blocks(text, "talk")
    assert home == Heading("Home")
    assert "Often." in str(letters)
    assert "ordered=True" in str(numbers)
    assert "rows=(('c', ''),)" in str(table)
    assert page_blocks("", "talk") == ()
