"""A question that is too large for a slide splits; its answers and their replies keep the chosen size."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lesson_player.model.appearance import TEXT_SIZES, Appearance
from lesson_player.model.slide import NowNext, Slide
from lesson_player.model.theme import BODY
from lesson_player.rendering.layout import lay_out, pages
from lesson_player.rendering.placed import ScreenLayout
from lesson_player.rendering.symbols import LEAST_SIDE
from tests.rendering.test_layout import check_sound
from tests.rendering.views import FEELINGS, cards_slide, film_view, rows_slide, view

SHAPES = [(1024, 768), (1280, 800), (1366, 768)]
FOOTER = "It is never Maya’s fault."
short = st.lists(st.sampled_from(["tell", "an adult", "not", "sure", "worried"]), min_size=1, max_size=3)
words = st.sampled_from(["Yes.", "They", "can", "tell", "an adult", "report", "picture", "It is", "fine."])
replies = st.lists(words, min_size=2, max_size=7).map(" ".join)
looks = st.builds(Appearance, text_percent=st.sampled_from(TEXT_SIZES), symbols=st.booleans())
LONG_QUESTION = "Someone asks for a private picture of a child. They say that they are 14."


def texts_like(layout: ScreenLayout, *wanted: str) -> list[float]:
    """Sizes of the lesson's words on a layout, as shares of the board's height."""
    return [text.size / layout.height for text in layout.texts if text.text.replace("\u2028", " ") in wanted]


@settings(max_examples=30)
@given(
    st.lists(short.map(" ".join), min_size=2, max_size=4, unique=True),
    replies,
    looks,
    st.sampled_from(SHAPES),
    st.booleans(),
    st.data(),
)
def test_a_marked_card_and_its_reply_keep_the_chosen_size(
    texts: list[str],
    reply: str,
    look: Appearance,
    size: tuple[int, int],
    prompt: bool,
    data: st.DataObject,
) -> None:
    chosen = data.draw(st.integers(0, len(texts) - 1))
    slide = cards_slide(*texts, chosen=chosen, reply=reply)
    layout = lay_out(film_view(look, status="resting", prompt=slide) if prompt else view(slide, look), *size)
    assert layout.problems == ()
    check_sound(layout)
    assert texts_like(layout, reply) == [pytest.approx(BODY * look.text_percent / 100, abs=0.001)]
    assert [target.id for target in layout.targets_of("card") if target.chosen] == [f"card-{chosen}"]


@settings(max_examples=30)
@given(
    st.lists(short.map(" ".join), min_size=2, max_size=6, unique=True),
    st.sampled_from(["How does Maya feel?", LONG_QUESTION]),
    looks,
    st.sampled_from(SHAPES),
)
def test_every_card_is_in_one_group_that_has_room_for_it(
    texts: list[str], heading: str, look: Appearance, size: tuple[int, int]
) -> None:
    slide = cards_slide(*texts, heading=heading)
    groups = pages(slide, look, aspect=size[0] / size[1], footer=FOOTER, sample="Sample")
    assert [card for group in groups for card in group] == [card.id for card in slide.cards]
    assert all(groups[1:]), "only the question stands alone"
    for group in groups:
        cards = tuple(card for card in slide.cards if card.id in group)
        layout = lay_out(view(slide.model_copy(update={"cards": cards}), look), *size)
        assert layout.problems == ()
        check_sound(layout)
        wanted = {card.text for card in cards}
        sizes = texts_like(layout, *wanted)
        assert sizes == [pytest.approx(BODY * look.text_percent / 100, abs=0.001)] * len(cards)
    if heading != LONG_QUESTION and look.text_percent <= 100:
        assert groups[0], "a short question stays with its answers"


def test_a_question_that_leaves_no_room_stands_alone_and_its_answers_come_after() -> None:
    look = Appearance(text_percent=200)
    slide = cards_slide("Tell", "Block", "Not sure", heading=LONG_QUESTION)
    groups = pages(slide, look, aspect=4 / 3, footer=FOOTER)
    assert groups[0] == ()
    alone = lay_out(view(slide.model_copy(update={"cards": ()}), look), 1024, 768)
    assert alone.problems == ()
    assert alone.targets_of("heading")
    first = tuple(card for card in slide.cards if card.id in groups[1])
    after = lay_out(view(slide.model_copy(update={"cards": first}), look), 1024, 768)
    assert after.problems == ()
    assert len(after.targets_of("card")) == len(first)
    assert after.pictures


def test_cards_are_as_few_groups_as_fit_and_evenly_full() -> None:
    slide = cards_slide("Tell", "Block", "Report", "Not sure", heading="A nice voice asks to talk alone.")
    sizes = [len(group) for group in pages(slide, Appearance(text_percent=150), aspect=4 / 3)]
    assert sizes == [2, 2]


def test_a_long_reply_folds_its_card_to_number_and_picture() -> None:
    look = Appearance(text_percent=200)
    reply = "That is right too. Some bodies give no sign."
    slide = cards_slide("No sign, or not sure", "Other", chosen=0, reply=reply)
    layout = lay_out(view(slide, look), 1024, 768)
    (card,) = layout.targets_of("card")
    assert card.name == "1. No sign, or not sure"
    assert card.chosen
    assert len(layout.pictures) == 1
    assert texts_like(layout, "No sign, or not sure") == []
    assert texts_like(layout, reply) == [pytest.approx(BODY * 2, abs=0.001)]


def test_room_for_a_reply_is_kept_only_while_pictures_are_not_much_smaller_for_it() -> None:
    def side(slide: Slide, percent: int) -> float:
        return max(
            picture.rect.width
            for picture in lay_out(view(slide, Appearance(text_percent=percent)), 1920, 1080).pictures
        )

    short_reply = FEELINGS.model_copy(
        update={
            "reply": "Yes.",
            "cards": tuple(card.model_copy(update={"chosen": card.number == 1}) for card in FEELINGS.cards),
        }
    )
    assert side(FEELINGS, 100) == side(short_reply, 100)
    assert side(FEELINGS, 130) >= side(short_reply, 130)


def test_spacing_and_then_the_strip_give_way_before_the_text_does() -> None:
    look = Appearance(
        text_percent=200, line_spacing=2.0, letter_spacing=0.12, word_spacing=0.16, now_next=True
    )
    row = "Private means just for you. Body parts are private."
    layout = lay_out(view(rows_slide(row), look, now_next=NowNext(now="Key words")), 1024, 768)
    assert layout.problems == ()
    (text,) = [text for text in layout.texts if text.text.startswith("Private")]
    assert text.size == pytest.approx(BODY * 2 * 768, abs=0.6)
    assert text.block.style.line_spacing == 1.0
    usual = lay_out(view(rows_slide("Private."), look, now_next=NowNext(now="Key words")), 1024, 768)
    (text,) = [text for text in usual.texts if text.text.startswith("Private")]
    assert text.block.style.line_spacing == 2.0
    assert usual.targets_of("text")


@pytest.mark.parametrize("percent", [100, 130, 150, 200])
def test_no_symbol_is_too_small_to_be_made_out(percent: int) -> None:
    look = Appearance(symbols=True, text_percent=percent)
    for times in range(1, 10):
        said = " ".join(["Tell an adult you trust at school."] * times)
        layout = lay_out(view(rows_slide(said), look), 1920, 1080)
        for text in layout.texts:
            style = text.block.style
            assert style.symbols == 0 or style.size * style.symbols >= LEAST_SIDE


def test_the_line_at_the_foot_loses_its_spacing_before_its_size() -> None:
    look = Appearance(text_percent=200, letter_spacing=0.12, word_spacing=0.16)
    words = "It is never your fault. People can help you."
    seen = view(rows_slide("One.", "Two.", "Three."), look, footer=words)
    layout = lay_out(seen, 1024, 768)
    assert layout.problems == ()
    (foot,) = [text for text in layout.texts if text.text == words]
    assert foot.size == pytest.approx(0.030 * 2 * 768, abs=0.6)
    assert foot.block.style.letter_spacing == 0
    wide = lay_out(seen, 1920, 1080)
    (foot,) = [text for text in wide.texts if text.text.replace("\u2028", " ") == words]
    assert "fault.\u2028People" in foot.text, "a new sentence begins a new line"
    assert foot.block.style.letter_spacing == 0.12
