"""Searching symbols: the right one first, by British words, by other forms, and with a slip of a key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesson_player.model.symbols import Symbol
from lesson_player.operations.picture_library import openmoji_pack
from lesson_player.operations.symbol_search import SymbolIndex, asked_words, slips, stem


@pytest.fixture(scope="module")
def library() -> SymbolIndex:
    return SymbolIndex(openmoji_pack().symbols)


def index(*symbols: tuple[str, str]) -> SymbolIndex:
    return SymbolIndex(
        Symbol("test", name, name, tuple(word for word in tags.split(",") if word)) for name, tags in symbols
    )


def names(found: tuple[Symbol, ...]) -> list[str]:
    return [one.name for one in found]


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("biscuit", "biscuit"),
        ("Biscuits", "biscuit"),
        ("trousers", "trousers"),
        ("fire engine", "fire engine"),
        ("block", "not allowed"),
        ("trust", "handshake"),
        ("tell", "person who speaks"),
        ("private", "locked"),
        ("secret", "shushing face"),
        ("aeroplne", "aeroplane"),
        ("ambulnace", "ambulance"),
        ("hous", "house"),
        ("worry", "worried face"),
    ],
)
def test_the_likeliest_comes_first(library: SymbolIndex, asked: str, first: str) -> None:
    assert names(library.search(asked))[0] == first


@pytest.mark.parametrize(
    "word", ["pavement", "torch", "lorry", "chips", "plaster", "sweets", "rubbish", "lift"]
)
def test_british_words_find_something(library: SymbolIndex, word: str) -> None:
    assert library.search(word)


def test_a_line_of_a_lesson_can_be_asked_for(library: SymbolIndex) -> None:
    assert "person who speaks" in names(library.search("Maya tells a person she trusts."))[:3]


def test_what_fits_more_words_comes_before_what_fits_fewer() -> None:
    found = index(("adult", ""), ("person", "tell,adult"), ("bell", "tell")).search("tell, adult")
    assert names(found)[0] == "person"


def test_a_name_comes_before_a_tag_and_a_word_before_a_beginning() -> None:
    found = index(("carpet", ""), ("wheel", "car"), ("car", "")).search("car")
    assert names(found) == ["car", "wheel", "carpet"]


def test_a_whole_name_comes_first_whatever_its_words() -> None:
    assert names(index(("door", ""), ("our door", "")).search("our door"))[0] == "our door"


def test_nothing_asked_for_gives_the_first_ones() -> None:
    some = index(("a", ""), ("b", ""), ("c", ""))
    assert names(some.search("  ", most=2)) == ["a", "b"]
    assert some.search("!?") == ()
    assert some.search("zebra") == ()


def test_words_that_only_join_count_where_there_are_no_others() -> None:
    assert asked_words("the dog") == ("dog",)
    assert asked_words("the") == ("the",)


@pytest.mark.parametrize(
    ("one", "other"),
    [("worries", "worry"), ("running", "run"), ("shops", "shop"), ("boxes", "box"), ("asked", "ask")],
)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_accents_and_capitals_make_no_difference() -> None:
    assert names(index(("Café", "")).search("CAFE")) == ["Café"]


LETTERS = st.text("abcdefgh", min_size=4, max_size=9)


@given(LETTERS, st.data())
def test_one_slip_still_finds_the_word(word: str, data: st.DataObject) -> None:
    slip = data.draw(st.sampled_from(sorted(set(slips(word)))))
    if len(slip) >= 4:
        assert names(index((word, "")).search(slip)) == [word]


@given(st.lists(st.tuples(st.text(max_size=20), st.text(max_size=30)), max_size=12), st.text(max_size=60))
def test_any_query_of_any_symbols_gives_some_of_them_each_once(
    symbols: list[tuple[str, str]], asked: str
) -> None:
    found = index(*symbols).search(asked, most=5)
    assert len(found) <= 5
    assert {one.name for one in found} <= {name for name, _ in symbols}


@given(st.lists(LETTERS, min_size=1, max_size=8, unique=True))
def test_every_symbol_is_found_by_its_own_name(words: list[str]) -> None:
    some = index(*((word, "") for word in words))
    assert all(names(some.search(word))[0] == word for word in words)
