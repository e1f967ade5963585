"""Text is measured once, in page units, and comes out the same at every size."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtGui import QFontInfo, QFontMetricsF

from lesson_player.rendering.fonts import family, load_fonts, typefaces
from lesson_player.rendering.text import (
    LINE_BREAK,
    Strong,
    TextStyle,
    block,
    font,
    marked,
    measure,
    well_broken,
)

BODY = TextStyle(size=66)


def test_shipped_typeface_is_used() -> None:
    load_fonts()
    load_fonts()
    assert QFontInfo(font(BODY)).family() == family("atkinson") == "Atkinson Hyperlegible Next"
    assert family("no-such-typeface") == family("atkinson")


@pytest.mark.parametrize("name", typefaces())
def test_each_typeface_that_can_be_chosen_comes_along(name: str) -> None:
    for weight in (400, 700):
        made = font(replace(BODY, font=name, weight=weight))
        assert QFontInfo(made).family() == typefaces()[name]
        assert QFontInfo(made).weight() == weight
        assert all(QFontMetricsF(made).inFontUcs4(ord(letter)) for letter in "aZ£“”’–…ŵŷ")


@pytest.mark.parametrize(
    ("text", "plain", "strong"),
    [
        ("Maya tells.", "Maya tells.", ()),
        ("She **trusts** him.", "She trusts him.", (Strong(4, 6),)),
        ("**Block.** **Report.**", "Block. Report.", (Strong(0, 6), Strong(7, 7))),
        ("2 ** 3", "2 ** 3", ()),
        ("😀 **tell**", "😀 tell", (Strong(3, 4),)),
    ],
)
def test_marks_of_strong_words(text: str, plain: str, strong: tuple[Strong, ...]) -> None:
    assert marked(text) == (plain, strong)


def test_lead_stands_in_bold_on_its_own_line() -> None:
    made = block("You feel **safe**.", BODY, 2000, lead="Trust")
    assert made.text == f"Trust{LINE_BREAK}You feel safe."
    assert made.strong == (Strong(0, 5), Strong(15, 4))
    assert len(measure(made).lines) == 2


def test_width_grows_in_step_with_size() -> None:
    words = "Maya tells a person she trusts."
    widths = [
        measure(block(words, TextStyle(size=size), 1e6)).width / size for size in (16, 33, 66, 132, 264)
    ]
    assert max(widths) - min(widths) < 0.03


def test_wrapped_lines_hold_all_words_and_keep_to_the_width() -> None:
    made = block("Maya tells a person she trusts. They block and report together.", BODY, 600)
    lines = measure(made).lines
    assert len(lines) > 2
    assert all(line.width <= 600 for line in lines)
    assert "".join(made.text[line.start : line.start + line.length] for line in lines) == made.text
    assert {round(low.y - high.y, 3) for high, low in pairwise(lines)} == {round(BODY.line_height, 3)}
    assert not measure(made).broken


def test_word_too_long_for_a_line_is_broken_and_told() -> None:
    assert measure(block("Llanfairpwllgwyngyllgogerych", BODY, 400)).broken


def test_spacing_widens_and_heightens() -> None:
    words = "Maya tells a person"
    plain = measure(block(words, BODY, 1e6))
    letters = measure(block(words, TextStyle(size=66, letter_spacing=0.12), 1e6))
    between = measure(block(words, TextStyle(size=66, word_spacing=0.5), 1e6))
    lines = measure(block(words, TextStyle(size=66, line_spacing=2.0), 1e6))
    assert letters.width - plain.width == pytest.approx(0.12 * 66 * len(words), rel=0.06)
    assert between.width - plain.width == pytest.approx(0.5 * 66 * 3, rel=0.02)
    assert lines.height == pytest.approx(132)


def test_even_lines_leave_no_word_alone() -> None:
    made = block("A person can not send you messages any more.", BODY, 1300)
    even = well_broken(made)
    before, after = measure(made).lines, measure(even).lines
    assert len(before) == len(after) == 2
    assert before[1].width < before[0].width / 3
    assert after[1].width > after[0].width / 2
    assert well_broken(block("One line.", BODY, 1300)).width == 1300


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        (
            "At the end we look at who can help. Then we are calm.",
            ["At the end we look at who can help.", "Then we are calm."],
        ),
        (
            "“Do not tell.” That is a secret, she says to him.",
            ["“Do not tell.”", "That is a secret, she says to him."],
        ),
        ("One. Two. Three. Four. Five. Six. Seven. Eight. Nine.", None),
        ("It takes 2. 5 hours or so, more or less, all in all.", None),
    ],
)
def test_new_sentence_starts_a_new_line_where_that_costs_none(text: str, broken: list[str] | None) -> None:
    made = well_broken(block(text, BODY, 1250))
    assert len(measure(made).lines) == 2
    assert made.text.split(LINE_BREAK) == (broken or [text])
