"""What each kind of class screen shows, and what can be touched, chosen and read out on it."""

from __future__ import annotations

import pytest

from lesson_player.model.appearance import Appearance
from lesson_player.model.slide import Card, NowNext, Row, ScreenKind, Slide, SlideLayout
from lesson_player.rendering.cards import badge_size, plan_cards
from lesson_player.rendering.geometry import Rect
from lesson_player.rendering.layout import lay_out
from lesson_player.rendering.page import type_scale
from lesson_player.rendering.placed import PlacedTick
from lesson_player.rendering.rows import plan_rows
from lesson_player.rendering.sheet import one_line
from lesson_player.rendering.text import measure
from tests.rendering.views import CALM, CAMPAIGN, FEELINGS, WORRIED, film_view, rows_slide, view


def test_chosen_card_is_marked_by_shape_as_well_as_colour() -> None:
    layout = lay_out(view(WORRIED), 1366, 768)
    ticks = [thing for thing in layout.placed if isinstance(thing, PlacedTick)]
    assert len(ticks) == 1
    assert [target.id for target in layout.targets_of("card") if target.chosen] == ["card-1"]
    assert [target.name for target in layout.targets_of("reply")] == ["Yes. It is good to tell someone."]


def test_cards_stay_in_place_when_the_reply_comes() -> None:
    before, after = lay_out(view(FEELINGS), 1366, 768), lay_out(view(WORRIED), 1366, 768)
    assert [t.rect for t in before.targets_of("card")] == [t.rect for t in after.targets_of("card")]


@pytest.mark.parametrize(("steps", "words"), [(12, set()), (14, {"Step 4 of 14"})])
def test_more_than_twelve_steps_are_told_in_words(steps: int, words: set[str]) -> None:
    layout = lay_out(view(CAMPAIGN, step_count=steps), 1366, 768)
    assert {text.text for text in layout.texts if text.text.startswith("Step")} == words
    assert [target.name for target in layout.targets if target.id == "place"] == [f"Step 4 of {steps}"]


def test_long_heading_and_strip_do_not_collide() -> None:
    slide = rows_slide("One.", heading="What could Maya do when the person asks again?")
    layout = lay_out(view(slide), 1366, 768)
    heading = next(target for target in layout.targets if target.role == "heading")
    strip = next(target for target in layout.targets if target.id == "now-next")
    assert strip.name.startswith("Now: Talk together. Next: Who can help?")
    assert strip.rect.bottom <= heading.rect.y


def test_next_gives_way_first_where_the_strip_is_short_of_room() -> None:
    seen = view(
        rows_slide("One.", heading="Talk"), now_next=NowNext(now="Talk together", next="A " + "long " * 30)
    )
    strip = next(target for target in lay_out(seen, 1366, 768).targets if target.id == "now-next")
    assert strip.name == "Now: Talk together."


def test_targets_answer_to_touch() -> None:
    layout = lay_out(view(FEELINGS), 1366, 768)
    for target in layout.targets_of("card"):
        assert layout.target_at(target.rect.x + 5, target.rect.y + 5) == target
        assert min(target.rect.width, target.rect.height) >= 44
    assert layout.target_at(1, 1) is None


def test_equal_views_give_equal_layouts_at_no_cost() -> None:
    first = lay_out(view(CAMPAIGN), 1366, 768)
    assert lay_out(view(CAMPAIGN), 1366, 768) is first
    assert lay_out(view(CALM), 1366, 768) != first


def test_hidden_and_calm_screens_are_plain() -> None:
    for screen in (ScreenKind.HIDDEN, ScreenKind.CALM):
        layout = lay_out(view(CALM, screen=screen), 1366, 768)
        assert not {"now-next", "place"} & {target.id for target in layout.targets}
    hidden = lay_out(view(CALM, screen=ScreenKind.HIDDEN), 1366, 768)
    assert "It is never Maya’s fault." not in {text.text for text in hidden.texts}


def test_film_that_is_ready_shows_its_title_and_notice() -> None:
    seen = view(
        rows_slide("The film is about Maya.", "You can look away.", heading="Film, part 1"),
        screen=ScreenKind.FILM,
        film=film_view(status="ready").film,
    )
    layout = lay_out(seen, 1366, 768)
    assert [target.name for target in layout.targets_of("heading")] == ["Maya’s story"]
    assert [target.name for target in layout.targets_of("row")] == [
        "The film is about Maya.",
        "You can look away.",
    ]
    assert layout.film is None


def test_missing_film_gives_its_calm_sentence() -> None:
    layout = lay_out(film_view(status="missing", message="We talk about the story together."), 1366, 768)
    assert [target.name for target in layout.targets_of("row")] == ["We talk about the story together."]
    assert layout.film is None


def test_question_stands_beside_the_held_frame() -> None:
    slide = rows_slide("Maya could …", "I think she …", heading="What could Maya do?")
    layout = lay_out(film_view(status="resting", prompt=slide), 1366, 768)
    assert layout.film is not None
    assert layout.film.held
    assert all(layout.film.rect.right < target.rect.x for target in layout.targets_of("row", "heading"))


@pytest.mark.parametrize("layout", [SlideLayout.ROWS, SlideLayout.CALM, SlideLayout.TITLE])
def test_slide_of_a_heading_alone_never_loses_it(layout: SlideLayout) -> None:
    words = "We will start again in a moment, " * 12 + "together."
    slide = Slide(id="words", layout=layout, heading=words)
    shown = lay_out(view(slide, Appearance(text_percent=200)), 1366, 768)
    assert [target.name for target in shown.targets_of("heading")] == [words]
    assert [problem.code for problem in shown.problems] == ["slide-does-not-fit"]


def test_quiet_slide_stays_whole_at_the_largest_text() -> None:
    rows = tuple(Row(id=f"row-{n}", text="Breathe in and out slowly.") for n in range(3))
    slide = CALM.model_copy(update={"rows": rows})
    layout = lay_out(view(slide, Appearance(text_percent=200)), 1366, 768)
    assert layout.parts == 1
    assert len(layout.targets_of("row")) == 3
    assert layout.problems == ()


def test_short_words_without_pictures_stay_on_one_line() -> None:
    cards = tuple(
        Card(id=f"c{n}", number=n, text=words)
        for n, words in enumerate(("A parent", "A teacher", "A friend", "Childline"), 1)
    )
    plans = plan_cards(
        cards, Rect(100, 200, 1720, 640), type_scale(Appearance()), pictures=False, broken=False
    )
    assert plans is not None
    line = one_line("A teacher", type_scale(Appearance()).body)
    assert all(plan.words is not None and plan.spot.height <= measure(line).height * 1.1 for plan in plans)
    for plan in plans:
        number = Rect(plan.rect.x, plan.rect.y, badge_size(type_scale(Appearance())) + 16, plan.rect.height)
        assert plan.spot.x >= number.right or plan.spot.y >= plan.rect.y + number.width
        assert plan.spot.right <= plan.rect.right
        assert plan.spot.bottom <= plan.rect.bottom


@pytest.mark.parametrize(
    ("text", "strong", "lines"),
    [
        ("Trusted adult is a word.", ["Trusted adult"], 1),
        ("**Trusted adult** is a word.", ["Trusted adult"], 1),
        ("Trusted **adult** is a word.", ["Trusted adult", "adult"], 2),
    ],
)
def test_a_word_is_joined_to_its_sentence_where_that_begins_with_it_as_it_is(
    text: str, strong: list[str], lines: int
) -> None:
    row = Row(id="row", lead="Trusted adult", text=text)
    area, scale = Rect(100, 200, 1720, 640), type_scale(Appearance())
    plans = plan_rows([row], area, scale, pictures=False, broken=False, joined=True)
    assert plans is not None
    block = plans[0].words
    assert [block.text[one.start : one.start + one.length] for one in block.strong] == strong
    assert len(block.text.splitlines()) == lines
