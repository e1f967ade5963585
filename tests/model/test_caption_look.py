from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesson_player.model.appearance import FilmChoice, FilmChoiceChange
from lesson_player.model.caption_look import (
    LEAST_CONTRAST,
    CaptionEdge,
    CaptionLook,
    CaptionLookChange,
    CaptionPosition,
    SignerPlace,
    caption_presets,
    edge_colour,
    next_preset,
    preset_of,
)
from lesson_player.model.theme import contrast

colours = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06X}")


def test_the_standard_look_is_a_preset_and_the_default() -> None:
    here = preset_of(CaptionLook())
    assert here is not None
    assert here.id == "standard"
    assert CaptionLook().contrast("#FFFFFF") == pytest.approx(21)


def test_presets_are_for_the_room_readable_and_undo_each_other() -> None:
    assert [preset.id for preset in caption_presets()] == [
        "standard",
        "front-row",
        "whole-room",
        "very-large",
    ]
    for one in caption_presets():
        for other in caption_presets():
            look = one.look.over(other.look.over(CaptionLook(position=CaptionPosition.TOP)))
            assert preset_of(look) == one
            assert look.position is CaptionPosition.TOP, "where captions stand is not the preset's"
            assert look.readable


def test_the_next_preset_comes_round() -> None:
    look, seen = CaptionLook(percent=125), []
    for _ in range(5):
        preset = next_preset(look)
        look = preset.look.over(look)
        seen.append(preset.id)
    assert seen == ["standard", "front-row", "whole-room", "very-large", "standard"]


@pytest.mark.parametrize(
    ("look", "readable"),
    [
        (CaptionLook(), True),
        (CaptionLook(text="#777777", box="#888888"), False),
        (CaptionLook(box_opacity=0), False),
        (CaptionLook(box_opacity=0, window_opacity=100), True),
        (CaptionLook(box_opacity=0, edge=CaptionEdge.OUTLINE), True),
        (CaptionLook(box_opacity=75), True),
        (CaptionLook(text="#000000", box="#FFFFFF"), True),
    ],
)
def test_readable_means_on_any_picture(look: CaptionLook, readable: bool) -> None:
    assert look.readable is readable


@given(colours, colours, st.integers(0, 100), colours, st.integers(0, 100))
def test_a_more_solid_box_is_never_less_readable_than_a_picture_allows(
    text: str, box: str, opacity: int, window: str, window_opacity: int
) -> None:
    look = CaptionLook(text=text, box=box, box_opacity=opacity, window=window, window_opacity=window_opacity)
    assert 1 <= look.contrast(text) <= 21
    solid = look.model_copy(update={"box_opacity": 100})
    assert solid.contrast(text) == pytest.approx(contrast(text, box))


@given(colours)
def test_the_edge_stands_out_from_any_colour(text: str) -> None:
    assert contrast(text, edge_colour(text)) >= LEAST_CONTRAST


def test_a_layer_changes_what_it_names_alone() -> None:
    former = FilmChoice(caption_look=CaptionLook(percent=150, text="#FFFF00"), version="bsl")
    change = FilmChoiceChange(caption_look=CaptionLookChange(lines=3), signer=SignerPlace.LEFT)
    assert change.over(former) == FilmChoice(
        caption_look=CaptionLook(percent=150, text="#FFFF00", lines=3),
        version="bsl",
        signer=SignerPlace.LEFT,
    )


def test_a_choice_kept_by_a_former_version_still_loads() -> None:
    kept = '{"version":"bsl","captions":false,"caption_track":"easy-read"}'
    assert FilmChoice.model_validate_json(kept) == FilmChoice(
        version="bsl", captions=False, caption_track="easy-read"
    )
