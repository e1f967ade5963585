"""Marks on a page: the word that is heard, and the line that has the focus."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage

from lesson_player.model.appearance import TEXT_SIZES, Appearance
from lesson_player.model.reading import SpokenMark
from lesson_player.model.slide import ClassView, Slide
from lesson_player.model.theme import contrast, themes
from lesson_player.rendering.colours import colour
from lesson_player.rendering.geometry import Rect
from lesson_player.rendering.layout import lay_out
from lesson_player.rendering.mark_paint import VEIL_PERCENT
from lesson_player.rendering.marks import changed_marks, word_boxes
from lesson_player.rendering.paint import to_image
from lesson_player.rendering.pictures import PictureStore
from lesson_player.rendering.placed import PlacedBox, PlacedVeil, PlacedWords, ScreenLayout
from tests.rendering.views import CALM, CAMPAIGN, FEELINGS, WORRIED, film_view, rows_slide, view

SCREENS = ((1366, 768), (1920, 1080), (1024, 768), (3840, 2160))
LETTERS = st.characters(categories=("Ll", "Lu"), max_codepoint=0x24F, include_characters="’😀")
"""Latin letters, and one that Qt counts as two."""
WORDS = st.lists(st.text(LETTERS, min_size=1, max_size=9), min_size=1, max_size=14)


def marks(layout: ScreenLayout) -> tuple[PlacedWords, ...]:
    return tuple(thing for thing in layout.placed if isinstance(thing, PlacedWords))


def veil(layout: ScreenLayout) -> PlacedVeil:
    (found,) = [thing for thing in layout.placed if isinstance(thing, PlacedVeil)]
    return found


def spoken(slide: Slide, line: str, word: int | None, **more: object) -> ClassView:
    return view(slide, spoken=SpokenMark(line=line, word=word)).model_copy(update=more)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=WORDS, percent=st.sampled_from(TEXT_SIZES), screen=st.sampled_from(SCREENS), bold=st.booleans())
def test_each_word_has_its_own_room_in_the_order_of_reading(
    words: list[str], percent: int, screen: tuple[int, int], bold: bool
) -> None:
    text = " ".join(f"**{word}**" if bold and number % 3 == 1 else word for number, word in enumerate(words))
    page = lay_out(view(rows_slide(text), Appearance(text_percent=percent)), *screen)
    (placed,) = [one for one in page.texts if one.line == "row-0"]
    boxes = [word_boxes(placed, number) for number in range(len(words))]
    assert all(boxes)
    assert word_boxes(placed, len(words)) == ()
    firsts = [box[0] for box in boxes]
    assert firsts == sorted(firsts, key=lambda box: (round(box.middle), box.x))
    whole = placed.rect.inset(-placed.size / 2)
    assert all(whole.holds_rect(box) for each in boxes for box in each)
    for before, after in pairwise(boxes):
        assert not before[-1].overlaps(after[0], 1), "the mark of one word does not touch the next"


@pytest.mark.parametrize(
    ("slide", "line", "words"),
    [
        (CAMPAIGN, "heading", 4),
        (CAMPAIGN, "row-1", 6),
        (FEELINGS, "card-3", 4),
        (WORRIED, "reply", 7),
        (CALM, "in", 2),
        (CALM, "heading", 3),
    ],
)
def test_every_kind_of_line_can_be_marked_word_by_word(slide: Slide, line: str, words: int) -> None:
    for word in range(words):
        (mark,) = marks(lay_out(spoken(slide, line, word), 1366, 768))
        assert len(mark.boxes) == 1
        assert re.findall(r"\S+", mark.text.text)[word]
    assert marks(lay_out(spoken(slide, line, words), 1366, 768)) == ()


def test_a_question_beside_the_film_can_be_marked_too() -> None:
    seen = film_view(status="resting", prompt=FEELINGS)
    marked = seen.model_copy(update={"spoken": SpokenMark(line="card-1", word=0), "focus": "card-1"})
    page = lay_out(marked, 1366, 768)
    assert len(marks(page)) == 1
    assert veil(page).spot.holds_rect(next(one.rect for one in page.targets if one.id == "card-1"))


def test_all_of_a_line_is_marked_where_the_voice_tells_no_words() -> None:
    (mark,) = marks(lay_out(spoken(rows_slide("One two three. " * 8), "row-0", None), 1366, 768))
    assert len(mark.boxes) == len(mark.text.lines)


def test_a_sign_that_qt_counts_as_two_moves_no_mark() -> None:
    """An emoji before a word: without it the word has the same room."""
    texts = [lay_out(view(rows_slide(words)), 1366, 768).texts for words in ("😀 wow", "wow")]
    (with_sign,), (alone,) = [[one for one in each if one.line == "row-0"] for each in texts]
    (one,), (same,) = word_boxes(with_sign, 1), word_boxes(alone, 0)
    assert one.width == pytest.approx(same.width)


def test_a_line_that_is_not_on_this_page_is_not_marked() -> None:
    plain = lay_out(view(CAMPAIGN), 1366, 768)
    elsewhere = lay_out(spoken(CAMPAIGN, "row-2", 0, focus="row-9"), 1366, 768)
    assert elsewhere == plain


def test_marks_move_nothing() -> None:
    plain = lay_out(view(WORRIED), 1366, 768)
    marked = lay_out(spoken(WORRIED, "card-1", 0, focus="card-1"), 1366, 768)
    assert marked.placed[: len(plain.placed)] == plain.placed
    assert [target.rect for target in marked.targets] == [target.rect for target in plain.targets]
    assert [target.id for target in marked.targets if target.current] == ["card-1"]


def test_only_the_words_that_changed_are_painted_again() -> None:
    one, two = (lay_out(spoken(CAMPAIGN, "row-0", word), 1366, 768) for word in (0, 1))
    changed = changed_marks(one, two)
    assert changed is not None
    assert all(changed.holds_rect(mark.rect) for page in (one, two) for mark in marks(page))
    row = next(target.rect for target in one.targets if target.id == "row-0")
    assert row.holds_rect(changed)
    assert changed_marks(one, lay_out(view(CAMPAIGN, focus="row-0"), 1366, 768)) is None


@pytest.mark.parametrize("theme", themes())
def test_a_marked_word_has_seven_to_one_and_the_frame_three(theme: str) -> None:
    colours = themes()[theme]
    assert contrast(colours.on_mark, colours.mark) >= 7
    assert contrast(colours.accent, colours.ground) >= 3
    assert contrast(colours.mark, colours.ground) >= 3 or contrast(colours.ink, colours.mark) >= 7


@pytest.mark.parametrize("theme", themes())
@pytest.mark.parametrize(("slide", "line"), [(CAMPAIGN, "row-0"), (WORRIED, "reply"), (WORRIED, "card-1")])
def test_the_line_in_focus_keeps_its_contrast_and_the_others_recede(
    theme: str, slide: Slide, line: str, pictures: PictureStore
) -> None:
    seen = view(slide, Appearance(theme=theme))
    plain = to_image(seen, 1366, 768, pictures)
    focused = to_image(seen.model_copy(update={"focus": line}), 1366, 768, pictures)
    page = lay_out(seen.model_copy(update={"focus": line}), 1366, 768)
    for text in page.texts:
        if text.line == line:
            area = text.rect.inset(2)
            assert part(focused, area) == part(plain, area), "not a pixel of it changes"
            assert contrast(colour(themes()[theme], text.role), colour(themes()[theme], text.on)) >= 7
        elif text.line:
            assert part(focused, text.rect) != part(plain, text.rect)


@pytest.mark.parametrize("theme", themes())
def test_what_recedes_can_still_be_read(theme: str) -> None:
    colours = themes()[theme]
    ink, ground, paper = (QColor(name) for name in (colours.ink, colours.ground, colours.paper))
    assert contrast(veiled(ink, ground), veiled(ground, ground)) >= 3
    assert contrast(veiled(ink, ground), veiled(paper, ground)) >= 3


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("slide", [CAMPAIGN, WORRIED, CALM])
def test_a_frame_and_not_colour_alone_shows_the_line_in_focus(slide: Slide, screen: tuple[int, int]) -> None:
    for target in lay_out(view(slide), *screen).targets_of("heading", "row", "card", "reply"):
        page = lay_out(view(slide, focus=target.id), *screen)
        spot = veil(page).spot
        frames = [one for one in page.placed if isinstance(one, PlacedBox) and one.rect == spot]
        assert [(frame.border, frame.fill) for frame in frames] == [("accent", "")]
        assert frames[0].thickness >= 3
        assert spot.holds_rect(target.rect)
        others = [text.rect for text in page.texts if text.line not in {"", target.id}]
        assert not any(spot.overlaps(rect, 1) for rect in others)
        assert Rect(0, 0, *screen).holds_rect(spot)


def test_a_marked_word_is_painted_on_its_mark(pictures: PictureStore) -> None:
    seen = spoken(CAMPAIGN, "row-1", 1)
    (mark,) = marks(lay_out(seen, 1366, 768))
    (box,) = mark.boxes
    painted = to_image(seen, 1366, 768, pictures)
    cream = themes()["cream"]
    inside = painted.pixelColor(round(box.x + box.width / 2), round(box.y + 3))
    assert inside.name().upper() == cream.mark
    colours = {
        painted.pixelColor(x, y).name().upper()
        for x in range(round(box.x), round(box.right))
        for y in range(round(box.y), round(box.bottom))
    }
    assert cream.on_mark in colours, "the word itself"


def part(image: QImage, area: Rect) -> QImage:
    return image.copy(area.qrectf().toRect())


def veiled(one: QColor, ground: QColor) -> str:
    share = VEIL_PERCENT / 100

    def mixed(over: int, under: int) -> int:
        return round(over * share + under * (1 - share))

    return QColor(
        mixed(ground.red(), one.red()),
        mixed(ground.green(), one.green()),
        mixed(ground.blue(), one.blue()),
    ).name()
