"""Handouts as HTML: one file, no script, headings in order, words for every picture, nothing from outside."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesson_player.handouts.blocks import Block, Heading, Paragraph
from lesson_player.handouts.handout import Handout, Lettering, Reader
from lesson_player.handouts.web.document import to_html
from lesson_player.model.theme import theme_named
from tests.support.drawn_pictures import DrawnPictures
from tests.support.every_block import every_block

VOID = {"meta", "img", "input", "br", "hr", "link"}
FONTS = Path(__file__).parents[2] / "src" / "lesson_player" / "rendering" / "fonts"


class Page(HTMLParser):
    """What a browser makes of a page: elements with their attributes, and the text in them."""

    def __init__(self, data: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text: list[str] = []
        self.unclosed: list[str] = []
        self.whole = data.decode("utf-8")
        self.feed(self.whole)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open[-1] != tag:
            self.unclosed.append(self.open.pop())
        if self.open:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text.append(data)

    def tags(self, *names: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.elements if tag in names]

    @property
    def heading_levels(self) -> list[int]:
        return [int(tag[1]) for tag, _ in self.elements if re.fullmatch("h[1-6]", tag)]


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(to_html(every_block(), DrawnPictures("sun"), FONTS))


def test_the_example_has_every_kind_of_block() -> None:
    assert {type(block) for block in every_block().blocks} == set(get_args(Block))


def test_elements_are_closed_in_their_order(page: Page) -> None:
    assert page.unclosed == []
    assert page.open == []


def test_headings_begin_with_one_and_leave_no_level_out(page: Page) -> None:
    levels = page.heading_levels
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - former <= 1 for former, later in pairwise(levels))


def test_a_level_that_the_handout_leaves_out_is_closed_up() -> None:
    blocks = (Heading("Deep", 3), Heading("Deeper", 3), Heading("Part", 2), Heading("Below", 3))
    made = Handout(
        id="x", kind="x", title="X", language="en-GB", reader=Reader.STAFF, blocks=blocks, titled=False
    )
    assert Page(to_html(made, DrawnPictures())).heading_levels == [1, 2, 3, 2, 3]


def test_it_says_its_language_title_and_landmarks(page: Page) -> None:
    assert page.tags("html")[0]["lang"] == "en-GB"
    assert "Every block" in page.text
    for landmark in ("header", "main", "footer"):
        assert len(page.tags(landmark)) == 1
    assert page.tags("meta")[0]["charset"] == "utf-8"


def test_every_picture_has_words_and_a_missing_one_is_words(page: Page) -> None:
    pictures = page.tags("img")
    assert pictures
    assert {picture["alt"] for picture in pictures} == {"A sun"}
    assert "A lost dog" in page.text


def test_nothing_comes_from_outside_and_nothing_runs(page: Page) -> None:
    for tag, attributes in page.elements:
        assert tag not in {"script", "iframe", "object", "embed", "link", "base", "form"}
        for name, value in attributes.items():
            assert not name.startswith("on")
            if name in {"src", "href", "srcset", "action", "data"}:
                assert (value or "").startswith("data:")
    assert re.findall(r"url\((?!data:)", page.whole) == []
    assert "@import" not in page.whole
    policy = page.tags("meta")[1]["content"] or ""
    assert policy.startswith("default-src 'none'")


def test_every_field_has_a_label_of_its_own(page: Page) -> None:
    fields = [field.get("id") for field in page.tags("textarea")]
    fields += [field.get("id") for field in page.tags("input") if field["type"] == "text"]
    labels = [label["for"] for label in page.tags("label") if "for" in label]
    assert sorted(map(str, fields)) == sorted(map(str, labels))
    assert len(set(fields)) == len(fields) == 3
    assert page.whole.count('class="tick"') == len([f for f in page.tags("input") if f["type"] == "checkbox"])


def test_tables_say_what_their_columns_are(page: Page) -> None:
    heads = page.tags("th")
    assert heads
    assert {head["scope"] for head in heads} == {"col"}
    assert "A plan" in page.text


def test_it_can_be_printed_enlarged_and_read_in_the_dark(page: Page) -> None:
    for wanted in ("@media print", "prefers-color-scheme: dark", "width=device-width", "@page { size: A4; }"):
        assert wanted in page.whole
    # Sizes follow what the reader's browser is set to: pixels are for edges alone.
    assert re.findall(r"font(?:-size)?:[^;]*\dp[xt]", page.whole) == []


def test_typeface_spacing_and_colours_are_those_of_the_version() -> None:
    letters = Lettering(typeface="opendyslexic", size_pt=24, letter_spacing=0.1)
    made = Handout(
        id="x", kind="x", title="X", language="en-GB", reader=Reader.PUPILS, blocks=(), lettering=letters
    )
    told = to_html(made, DrawnPictures(), FONTS, "yellow-on-black").decode()
    assert "font/otf;base64," in told
    assert '--typeface: "OpenDyslexic"' in told
    assert "--size: 2.000rem" in told
    assert "--letter: 0.100em" in told
    assert told.count(f"--ground: {theme_named('yellow-on-black').ground}") == 2


@given(st.text(st.characters(codec=None), max_size=60))
def test_lesson_text_never_becomes_markup(text: str) -> None:
    made = Handout(
        id="x",
        kind="x",
        title=f"Title {text}",
        language="en-GB",
        reader=Reader.PUPILS,
        blocks=(Paragraph(f"<script>{text}</script>"), Paragraph('" onclick="x')),
    )
    found = Page(to_html(made, DrawnPictures()))
    known = {"html", "head", "meta", "title", "style", "body", "header", "h1", "main", "p", "strong"}
    assert {tag for tag, _ in found.elements} <= known
    assert all("onclick" not in attributes for _, attributes in found.elements)
    assert not any(ord(sign) < 32 and sign not in "\t\n\r" for sign in found.whole)
