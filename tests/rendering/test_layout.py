"""Whatever is said and however it is set: nothing overlaps, nothing is cut off, none leaves the margins."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lesson_player.model.appearance import TEXT_SIZES, Appearance
from lesson_player.model.slide import NowNext, ScreenKind, Slide, SlideLayout
from lesson_player.model.theme import MARGIN
from lesson_player.model.typeface import TYPEFACES
from lesson_player.rendering.geometry import Rect
from lesson_player.rendering.layout import lay_out, pages
from lesson_player.rendering.placed import (
    PlacedFilm,
    PlacedPicture,
    PlacedText,
    PlacedTick,
    ScreenLayout,
)
from lesson_player.rendering.text import measure
from tests.rendering.views import (
    CALM,
    CAMPAIGN,
    FACE,
    FEELINGS,
    TITLE,
    WORRIED,
    cards_slide,
    film_view,
    rows_slide,
    view,
)

SIZES = [(1366, 768), (1920, 1080), (1024, 768), (1280, 800), (3840, 2160), (480, 270)]
ODD_SIZES = [(1280, 1024), (800, 1200), (333, 271), (3440, 900)]
sizes = st.sampled_from([*SIZES, *ODD_SIZES])

word = (
    st.text(st.sampled_from("aeioumnrst"), min_size=1, max_size=9)
    | st.sampled_from(
        [
            "Maya",
            "trusted",
            "**never**",
            "Ms Okafor",
            "mummy’s",
            "safeguarding",
            "Llanfairpwllgwyngyllgogerych",
        ]
    )
    | st.sampled_from(
        ["tell", "no", "ill", "**block**", "report.", "do not", "It is never the child’s fault"]
    )
)
sentence = st.lists(word, min_size=1, max_size=9).map(" ".join)
looks = st.builds(
    Appearance,
    text_percent=st.sampled_from(TEXT_SIZES),
    letter_spacing=st.sampled_from([0.0, 0.12, 0.3]),
    word_spacing=st.sampled_from([0.0, 0.16, 1.0]),
    line_spacing=st.sampled_from([1.0, 1.25, 1.5, 2.0]),
    now_next=st.booleans(),
    font=st.sampled_from(list(TYPEFACES)),
    symbols=st.booleans(),
)
strips = st.none() | st.builds(
    NowNext, now=st.lists(word, min_size=1, max_size=3).map(" ".join), next=sentence
)


def check_sound(layout: ScreenLayout) -> None:
    """What holds for every slide."""
    board = Rect(0, 0, layout.width, layout.height)
    margin = board.inset(layout.width * MARGIN, layout.height * MARGIN)
    for thing in layout.placed:
        assert margin.holds_rect(thing.rect, slack=0.51), thing
    for text in layout.texts:
        for line in text.lines:
            assert text.rect.holds_rect(line, slack=0.51), text
        assert measure(text.block).height * text.scale <= text.rect.height + 0.01
        check_symbols(text)
    solid = [t for t in layout.placed if isinstance(t, PlacedText | PlacedPicture | PlacedFilm | PlacedTick)]
    for one, other in combinations(solid, 2):
        assert not one.rect.overlaps(other.rect, slack=0.51), (one, other)
    for one_target, other_target in combinations(
        layout.targets_of("row", "card", "reply", "heading", "film"), 2
    ):
        assert not one_target.rect.overlaps(other_target.rect, slack=0.51), (one_target, other_target)
    assert all(target.name for target in layout.targets)


def check_symbols(text: PlacedText) -> None:
    """Symbols stand in their text's own room, above their line's letters, none on another."""
    spots = [spot.rect for spot in text.symbols]
    assert len(spots) == len(text.block.symbols)
    letters = [
        Rect(line.x, line.bottom - text.block.style.line_height * text.scale, line.width, 1)
        for line in text.lines
    ]
    for spot in spots:
        assert text.rect.holds_rect(spot, slack=0.51), text
        assert spot.width > 0
        assert not any(spot.overlaps(line, slack=0.51) for line in letters), text
    assert not any(one.overlaps(other, slack=0.51) for one, other in combinations(spots, 2)), text


@settings(max_examples=30)
@given(st.lists(sentence, max_size=7), sentence, looks, sizes, strips, st.data())
def test_rows(
    texts: list[str],
    heading: str,
    look: Appearance,
    size: tuple[int, int],
    now_next: NowNext | None,
    data: st.DataObject,
) -> None:
    shown = data.draw(st.integers(1, 7))
    slide = rows_slide(*texts, heading=heading, shown=shown, current=data.draw(st.integers(-1, shown - 1)))
    if data.draw(st.booleans()):
        bare = tuple(row.model_copy(update={"picture": None, "lead": "Trust"}) for row in slide.rows)
        slide = slide.model_copy(update={"picture": FACE, "rows": bare})
    check_sound(lay_out(view(slide, look, now_next=now_next), *size))


@settings(max_examples=30)
@given(
    st.lists(sentence, min_size=2, max_size=6),
    sentence,
    looks,
    sizes,
    st.booleans(),
    st.data(),
)
def test_cards(
    texts: list[str], heading: str, look: Appearance, size: tuple[int, int], prompt: bool, data: st.DataObject
) -> None:
    chosen = data.draw(st.integers(-1, len(texts) - 1))
    reply = data.draw(sentence) if chosen >= 0 else ""
    slide = cards_slide(*texts, heading=heading, chosen=chosen, reply=reply)
    seen = film_view(look, status="resting", prompt=slide) if prompt else view(slide, look)
    layout = lay_out(seen, *size)
    check_sound(layout)
    expected = {card.id for card in slide.cards} if not reply else {f"card-{chosen}"}
    assert expected <= {target.id for target in layout.targets_of("card")}


@settings(max_examples=25)
@given(
    st.sampled_from(list(SlideLayout)),
    sentence,
    st.lists(sentence, max_size=3),
    looks,
    sizes,
)
def test_every_screen(
    layout: SlideLayout, heading: str, texts: list[str], look: Appearance, size: tuple[int, int]
) -> None:
    rows = rows_slide(*texts).rows
    slide = Slide(id="slide", layout=layout, heading=heading, rows=rows, picture=FACE)
    for screen in (ScreenKind.SLIDE, ScreenKind.HIDDEN, ScreenKind.CALM):
        check_sound(lay_out(view(slide, look, screen=screen), *size))
    for status in ("ready", "missing", "resting"):
        check_sound(lay_out(film_view(look, status=status, message=heading, prompt=slide), *size))


@settings(max_examples=30)
@given(st.lists(sentence, min_size=1, max_size=7), sentence, looks, sizes)
def test_every_row_is_on_exactly_one_part_and_shown_there(
    texts: list[str], heading: str, look: Appearance, size: tuple[int, int]
) -> None:
    slide = rows_slide(*texts, heading=heading)
    split = pages(slide, look, aspect=size[0] / size[1], footer="It is never Maya’s fault.", sample="Sample")
    assert [row for part in split for row in part] == [row.id for row in slide.rows]
    assert all(1 <= len(part) <= 3 for part in split)
    for number, part in enumerate(split, start=1):
        for index, row in enumerate(slide.rows):
            if row.id in part:
                current = rows_slide(*texts, heading=heading, shown=index + 1, current=index)
                layout = lay_out(view(current, look), *size)
                assert (layout.part, layout.parts) == (number, len(split))
                assert row.id in {target.id for target in layout.targets_of("row")}


@pytest.mark.parametrize("percent", TEXT_SIZES)
@pytest.mark.parametrize("slide", [CAMPAIGN, FEELINGS, WORRIED, CALM, TITLE], ids=lambda slide: slide.layout)
def test_same_layout_at_every_size_of_one_shape(slide: Slide, percent: int) -> None:
    small = lay_out(view(slide, Appearance(text_percent=percent)), 480, 270)
    large = lay_out(view(slide, Appearance(text_percent=percent)), 3840, 2160)
    assert len(small.placed) == len(large.placed)
    for one, other in zip(small.placed, large.placed, strict=True):
        assert one.rect.scaled(8).x == pytest.approx(other.rect.x)
        assert one.rect.scaled(8).height == pytest.approx(other.rect.height)


@pytest.mark.parametrize("percent", TEXT_SIZES)
def test_words_of_the_lesson_keep_the_chosen_size(percent: int) -> None:
    look = Appearance(text_percent=percent)
    for slide in (CAMPAIGN, CALM, TITLE):
        for part in range(1, len(pages(slide, look)) + 1):
            layout = lay_out(view(slide, look), 1920, 1080, part=part)
            assert layout.problems == ()
            words = {target.name for target in layout.targets_of("row")}
            for text in layout.texts:
                if text.text in words:
                    assert text.size == pytest.approx(0.061 * 1080 * percent / 100, abs=0.6)


def test_sizes_are_those_of_the_type_scale() -> None:
    layout = lay_out(view(CAMPAIGN), 1920, 1080)
    size = {text.text: text.size / 1080 for text in layout.texts}
    assert size["What Maya can do"] == pytest.approx(0.078, abs=0.0005)
    assert size["Maya tells a person she trusts."] == pytest.approx(0.061, abs=0.0005)
    assert size["It is never Maya’s fault."] == pytest.approx(0.030, abs=0.0005)
    assert size["Maya tells a person she trusts."] >= 0.05


def test_large_text_splits_and_never_shrinks() -> None:
    texts = ["Maya tells a person she trusts.", "They block the person together.", "They report it together."]
    standard = pages(rows_slide(*texts), Appearance())
    large = pages(rows_slide(*texts), Appearance(text_percent=200))
    assert standard == (("row-0", "row-1", "row-2"),)
    assert large == (("row-0",), ("row-1", "row-2"))
    layout = lay_out(view(rows_slide(*texts, shown=2), Appearance(text_percent=200)), 1920, 1080)
    assert (layout.part, layout.parts) == (2, 2)
    assert "Part 2 of 2" in {text.text for text in layout.texts}


def test_part_follows_the_row_being_talked_about_or_the_last_shown() -> None:
    look = Appearance(text_percent=200)
    texts = ["Maya tells a person she trusts.", "They block the person together.", "They report it together."]
    back = lay_out(view(rows_slide(*texts, current=0), look), 1920, 1080)
    last = lay_out(view(rows_slide(*texts), look), 1920, 1080)
    asked = lay_out(view(rows_slide(*texts), look), 1920, 1080, part=1)
    assert (back.part, last.part, asked.part) == (1, 2, 1)


def test_four_rows_split_evenly() -> None:
    slide = rows_slide("One thing.", "Two things.", "Three things.", "Four things.")
    assert pages(slide, Appearance()) == (("row-0", "row-1"), ("row-2", "row-3"))


def test_cards_split_at_large_text_and_each_part_keeps_pictures_and_size() -> None:
    look = Appearance(text_percent=200)
    assert pages(FEELINGS, Appearance()) == (("card-0", "card-1", "card-2", "card-3"),)
    groups = pages(FEELINGS, look)
    assert len(groups) > 1
    for group in groups:
        cards = tuple(card for card in FEELINGS.cards if card.id in group)
        layout = lay_out(view(FEELINGS.model_copy(update={"cards": cards}), look), 1920, 1080)
        assert layout.problems == ()
        assert len(layout.pictures) == len(cards)


def test_row_that_waits_keeps_its_room_and_paints_nothing() -> None:
    waiting, shown = rows_slide("One.", "Two.", shown=1), rows_slide("One.", "Two.")
    before, after = lay_out(view(waiting), 1366, 768), lay_out(view(shown), 1366, 768)
    assert set(before.placed) < set(after.placed)
    assert [target.id for target in before.targets_of("row")] == ["row-0"]


def test_bar_marks_the_current_row_only_among_others() -> None:
    def boxes(slide: Slide) -> int:
        return len(lay_out(view(slide), 1366, 768).placed)

    alone = rows_slide("One.", "Two.", shown=1)
    several = rows_slide("One.", "Two.", shown=2)
    assert boxes(rows_slide("One.", "Two.", shown=1, current=0)) == boxes(alone)
    assert boxes(rows_slide("One.", "Two.", shown=2, current=1)) == boxes(several) + 1
    first_of_a_part = ("One.", "Two.", "Three.", "Four.")
    assert boxes(rows_slide(*first_of_a_part, shown=3, current=2)) == boxes(
        rows_slide(*first_of_a_part, shown=3)
    )


def test_words_that_fit_no_page_are_told_and_still_whole() -> None:
    slide = rows_slide("safeguarding together " * 18)
    layout = lay_out(view(slide, Appearance(text_percent=200)), 1366, 768)
    assert [problem.code for problem in layout.problems] == ["slide-does-not-fit"]
    check_sound(layout)
