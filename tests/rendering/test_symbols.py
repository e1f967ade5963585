"""Symbols stand above the words that have one: the same word always with the same symbol."""

from __future__ import annotations

import csv
from itertools import combinations
from pathlib import Path

import pytest

import lesson_player.rendering as package
from lesson_player.foundation.openmoji import openmoji_svg
from lesson_player.foundation.svg import check_svg
from lesson_player.model.appearance import TEXT_SIZES, Appearance
from lesson_player.model.overlay import tint_of
from lesson_player.model.slide import Row
from lesson_player.model.typeface import TYPEFACES
from lesson_player.rendering.layout import lay_out, pages
from lesson_player.rendering.marks import word_boxes
from lesson_player.rendering.paint import prepare, to_image
from lesson_player.rendering.pictures import PictureStore
from lesson_player.rendering.symbols import (
    GAP_SHARE,
    LEAST_SHARE,
    SMALL_SHARE,
    SYMBOL_SHARE,
    symbol_store,
    symbols_in,
    words_with_symbols,
)
from lesson_player.rendering.text import TextStyle, block, measure, symbol_spots, well_broken
from tests.rendering.views import CAMPAIGN, FEELINGS, rows_slide, view

FOLDER = Path(package.__path__[0]) / "symbols"
BODY = TextStyle(size=66, symbols=SYMBOL_SHARE)
WITH = Appearance(symbols=True)
ONLY_JOIN = (
    "the a an of and or but is are was were be to in on at it its he she they we you i this that for with "
    "by from as so then who which what"
)


def words(text: str) -> list[tuple[str, str]]:
    """The words of a text that have a symbol, and the name of the file."""
    return [(text[one.start : one.start + one.length], one.symbol) for one in symbols_in(text)]


def rows() -> list[dict[str, str]]:
    with (FOLDER / "symbols.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_every_symbol_is_there_safe_to_draw_and_small() -> None:
    for name in {row["file"] for row in rows()}:
        drawing = openmoji_svg(name)
        assert drawing is not None
        check_svg(drawing)
        assert len(drawing) < 100_000


def test_a_word_has_one_symbol_and_a_symbol_one_meaning() -> None:
    every = [word.strip() for row in rows() for word in row["words"].split(";")]
    assert len(every) == len(set(every)) == len(words_with_symbols())
    assert len({row["file"] for row in rows()}) == len(rows())
    assert len({row["name"] for row in rows()}) == len(rows())
    assert all(word == word.lower() and word for word in every)


def test_words_that_only_join_have_none() -> None:
    assert set(ONLY_JOIN.split()) & set(words_with_symbols()) == set()


@pytest.mark.parametrize("word", ["not", "no", "never", "nobody", "nothing", "cannot", "don’t", "do not"])
def test_what_turns_a_sentence_round_has_the_same_symbol(word: str) -> None:
    assert words(f"Maya may {word} answer")[0] == (word, "274C.svg")


def test_words_are_found_whatever_stands_around_them() -> None:
    assert [word for word, _ in words("“TELL” her, then: report. Retell!")] == ["TELL", "report"]
    assert words("Tell the child’s mum.") == [
        ("Tell", "1F5E3.svg"),
        ("child’s", "1F9D2.svg"),
        ("mum", "1F469-200D-1F467.svg"),
    ]
    assert words("") == words("of the and") == []


def test_a_phrase_comes_before_its_words_and_never_over_a_full_stop() -> None:
    assert words("It is never the child’s fault.") == [("never the child’s fault", "1F499.svg")]
    assert [word for word, _ in words("Never. Your fault?")] == ["Never"]
    assert [word for word, _ in words("key words, a key")] == ["key words", "key"]


def test_positions_count_as_qt_counts() -> None:
    assert [(one.start, one.length) for one in symbols_in("🙂🙂 tell")] == [(5, 4)]


def test_the_symbol_stands_above_the_middle_of_its_word() -> None:
    text = block("Maya can tell", BODY, 2000)
    made = measure(text)
    (spot,) = symbol_spots(text)
    before = measure(block("Maya can ", BODY, 2000)).width
    whole = made.width
    assert spot.rect.x + spot.rect.width / 2 == pytest.approx((before + whole) / 2, abs=8)
    assert spot.rect.width == spot.rect.height == pytest.approx(66 * SYMBOL_SHARE)
    assert spot.rect.bottom <= made.lines[0].height - BODY.line_height


def test_all_lines_of_a_text_with_symbols_are_equally_high_and_a_text_without_is_as_ever() -> None:
    made = block("Maya tells a person and then goes to her room", BODY, 520)
    heights = [line.height for line in measure(made).lines]
    assert len(heights) > 1
    assert heights == [pytest.approx(66 * (1.25 + SYMBOL_SHARE + GAP_SHARE))] * len(heights)
    plain = block("of the and", BODY, 520)
    assert measure(plain).lines[0].height == pytest.approx(66 * 1.25)


def test_better_line_breaks_keep_symbols_with_their_words() -> None:
    made = well_broken(block("Maya waits. She tells an adult at school today.", BODY, 900))
    names = [spot.symbol for spot in symbol_spots(made)]
    assert names == [symbol for _, symbol in words(made.text)]
    assert len(measure(made).lines) > 1


@pytest.mark.parametrize("font", TYPEFACES)
@pytest.mark.parametrize("weight", [400, 700])
def test_close_symbols_stand_clear_of_each_other(font: str, weight: int) -> None:
    style = TextStyle(size=66, symbols=SYMBOL_SHARE, font=font, weight=weight)
    for text in ("no ill no", "ill no tell", "sad bad ill"):
        found = symbol_spots(block(text, style, 2000))
        assert len(found) == 3
        assert not any(one.rect.overlaps(other.rect) for one, other in combinations(found, 2))
        assert all(spot.rect.width > 66 * 0.6 for spot in found), "they can still be made out"


SENTENCES = ("Maya tells a person she **trusts**.", "They block and report.", "Adults help a child.")


@pytest.mark.parametrize("percent", TEXT_SIZES)
def test_a_slide_with_symbols_keeps_the_chosen_size_and_splits(percent: int) -> None:
    look = Appearance(symbols=True, text_percent=percent)
    slide = rows_slide(*SENTENCES)
    split = pages(slide, look)
    assert [row for part in split for row in part] == ["row-0", "row-1", "row-2"]
    said = {row.text.replace("**", "") for row in slide.rows}
    for part in range(1, len(split) + 1):
        layout = lay_out(view(slide, look), 1920, 1080, part=part)
        assert layout.problems == ()
        bodies = [text for text in layout.texts if text.text in said]
        assert bodies
        assert all(text.size == pytest.approx(66 * percent / 100, abs=0.6) for text in bodies)
        assert all(text.symbols for text in bodies)
    assert len(split) >= len(pages(slide, Appearance(text_percent=percent)))


def test_where_they_have_no_room_symbols_grow_smaller_then_go_and_the_text_keeps_its_size() -> None:
    look = Appearance(symbols=True, text_percent=150)
    seen = []
    for times in (1, 3, 4, 5):
        words = " ".join(["Tell an adult you trust at school."] * times)
        layout = lay_out(view(rows_slide(words), look), 1920, 1080)
        body = next(text for text in layout.texts if text.text.startswith("Tell"))
        assert body.size == pytest.approx(99, abs=0.6)
        assert layout.problems == ()
        seen.append(body.block.style.symbols)
    assert seen == [SYMBOL_SHARE, SMALL_SHARE, LEAST_SHARE, 0.0]


def test_a_word_above_its_own_sentence_is_bold_in_it_before_symbols_go() -> None:
    look = Appearance(symbols=True, text_percent=200)
    row = Row(
        id="word",
        lead="Private",
        text="Private means just for you. Parts under underwear are **private**.",
    )
    slide = rows_slide("x").model_copy(update={"rows": (row,)})
    layout = lay_out(view(slide, look), 1920, 1080)
    (body,) = [text for text in layout.texts if text.line == "word"]
    assert (
        body.text.replace("\u2028", " ") == "Private means just for you. Parts under underwear are private."
    )
    assert (body.block.strong[0].start, body.block.strong[0].length) == (0, len("Private"))
    assert len(body.block.strong) == 2
    assert body.symbols
    assert layout.problems == ()
    assert [target.name for target in layout.targets_of("row")] == [
        f"Private: {body.text}".replace("\u2028", " ")
    ]
    # Both are read aloud: the word, then the sentence.
    assert word_boxes(body, 0) == word_boxes(body, 1)
    assert word_boxes(body, 2) != word_boxes(body, 1)
    assert word_boxes(body, 10)
    assert word_boxes(body, 11) == ()
    usual = lay_out(view(slide, WITH), 1920, 1080)
    (body,) = [text for text in usual.texts if text.line == "word"]
    assert body.text.startswith("Private\u2028Private means")


@pytest.mark.parametrize("lead", ["Priv", "Childline"])
def test_a_word_that_does_not_begin_its_sentence_stays_above_it(lead: str) -> None:
    look = Appearance(symbols=True, text_percent=200)
    row = Row(id="word", lead=lead, text="Private means just for you. Parts under underwear are private.")
    slide = rows_slide("x").model_copy(update={"rows": (row,)})
    (body,) = [text for text in lay_out(view(slide, look), 1920, 1080).texts if text.line == "word"]
    assert body.text.replace("\u2028", " ") == f"{lead} {row.text}"


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)])
def test_a_question_that_stands_alone_has_them(size: tuple[int, int]) -> None:
    look = Appearance(symbols=True, text_percent=200)
    slide = FEELINGS.model_copy(update={"cards": (), "heading": "Who can someone your age tell?"})
    (heading,) = [text for text in lay_out(view(slide, look), *size).texts if text.line == "heading"]
    assert heading.symbols


def test_small_text_has_none() -> None:
    layout = lay_out(view(CAMPAIGN, WITH), 1920, 1080)
    footer = next(text for text in layout.texts if "fault" in text.text)
    assert footer.symbols == ()
    assert any(text.symbols for text in layout.texts)


def test_cards_and_their_slide_have_them_too() -> None:
    layout = lay_out(view(FEELINGS, WITH), 1920, 1080)
    assert {text.text for text in layout.texts if text.symbols} >= {"Happy", "Worried", "Angry"}


def test_they_are_painted_and_drawn_before_they_are_wanted(pictures: PictureStore) -> None:
    look = Appearance(symbols=True, overlay="green")
    layout = lay_out(view(CAMPAIGN, look), 640, 360)
    spots = [spot for text in layout.texts for spot in text.symbols]
    prepare(layout, pictures, tint=tint_of(look))
    keys = set(symbol_store()._drawn)
    for spot in spots:
        side = round(spot.rect.width)
        assert (spot.symbol, side, round(spot.rect.height), tint_of(look)) in keys
    plain, shown = (to_image(view(CAMPAIGN, each), 640, 360, pictures) for each in (Appearance(), WITH))
    assert plain != shown
    assert to_image(view(CAMPAIGN, WITH), 640, 360, pictures) == shown


def test_without_them_nothing_of_it_is_read() -> None:
    assert block("Maya can tell", TextStyle(size=66), 2000).symbols == ()
