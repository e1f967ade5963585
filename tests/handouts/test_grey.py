"""Greys are as light as the colours they stand for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lesson_player.handouts.grey import grey_of, grey_svg
from lesson_player.model.theme import luminance

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"{number:06X}")


@given(COLOURS)
def test_a_grey_is_as_light_as_its_colour(colour: str) -> None:
    grey = grey_of(colour)
    assert grey[1:3] == grey[3:5] == grey[5:7]
    assert abs(luminance(grey) - luminance(f"#{colour}")) < 0.006


def test_all_colours_of_a_drawing_are_found() -> None:
    drawing = (
        b'<svg><path fill="#FF0000" stroke="none"/><path style="fill:#0f0;stroke: white"/>'
        b'<use href="#abc"/><path fill="url(#fed)"/></svg>'
    )
    made = grey_svg(drawing)
    assert made is not None
    assert b"FF0000" not in made
    assert b"#0f0" not in made
    for kept in (b'stroke="none"', b'href="#abc"', b"url(#fed)"):
        assert kept in made


def test_a_drawing_with_named_colours_has_to_be_drawn() -> None:
    for paint in (b'fill="red"', b'style="stroke:rgb(1,2,3)"', b'stop-color="hsl(1,2%,3%)"'):
        assert grey_svg(b"<svg><path " + paint + b"/></svg>") is None
