"""Every text that a layout really places is readable on what is really behind it, in every theme."""

from __future__ import annotations

import pytest

from lesson_player.model.appearance import Appearance
from lesson_player.model.slide import ClassView
from lesson_player.model.theme import contrast, themes
from lesson_player.rendering.colours import colour
from lesson_player.rendering.layout import lay_out
from lesson_player.rendering.placed import PlacedBox, PlacedTick
from tests.rendering.views import CALM, CAMPAIGN, TITLE, WORRIED, cue, film_view, view


def screens(theme: str) -> list[ClassView]:
    look = Appearance(theme=theme)
    speakers = tuple(cue("Hello.", voice=name) for name in ("Maya", "Sam", "Mum"))
    slides = [view(slide, look) for slide in (CAMPAIGN, WORRIED, CALM, TITLE)]
    return [*slides, film_view(look, cues=speakers), film_view(look, status="resting", prompt=WORRIED)]


@pytest.mark.parametrize("theme", themes())
def test_class_text_has_seven_to_one(theme: str) -> None:
    pairs = {(text.role, text.on) for seen in screens(theme) for text in lay_out(seen, 1366, 768).texts}
    assert len(pairs) >= 8
    colours = themes()[theme]
    poor = {pair: contrast(colour(colours, pair[0]), colour(colours, pair[1])) for pair in pairs}
    assert {pair: ratio for pair, ratio in poor.items() if ratio < 7} == {}


@pytest.mark.parametrize("theme", themes())
def test_shapes_that_mean_something_have_three_to_one(theme: str) -> None:
    colours = themes()[theme]
    layouts = [lay_out(seen, 1366, 768) for seen in screens(theme)]
    borders = {
        box.border for layout in layouts for box in layout.placed if isinstance(box, PlacedBox) and box.border
    }
    ticks = {
        (tick.role, tick.fill) for layout in layouts for tick in layout.placed if isinstance(tick, PlacedTick)
    }
    assert borders == {"quiet", "accent"}
    assert ticks == {("on_accent", "accent")}
    for role in borders | {"accent"}:
        assert contrast(colour(colours, role), colours.ground) >= 3
    for role, on in ticks:
        assert contrast(colour(colours, role), colour(colours, on)) >= 3
