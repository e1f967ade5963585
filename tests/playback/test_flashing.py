"""More than three flashes in one second, by WCAG's definitions, told from what only looks like it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lesson_player.model.film import Flashing
from lesson_player.playback.inspection.flashing import CELLS, FlashSearch

Colour = tuple[int, int, int]
DARK, LIGHT, RED, BLUE, GREEN = (40, 40, 40), (255, 255, 255), (255, 0, 0), (0, 0, 255), (0, 160, 0)


def picture(colour: Colour, rest: Colour = (0, 0, 0), share: float = 1.0) -> bytes:
    """A picture of which a share has one colour and the rest another."""
    cells = round(CELLS * share)
    return bytes(colour) * cells + bytes(rest) * (CELLS - cells)


def search(draw: Callable[[float], bytes], seconds: float = 3.0, fps: float = 25.0) -> tuple[Flashing, ...]:
    found = FlashSearch()
    for number in range(round(seconds * fps)):
        found.see(number / fps, draw(number / fps))
    return found.found()


def blink(hertz: float, one: Colour, other: Colour, share: float = 1.0) -> Callable[[float], bytes]:
    return lambda at_s: picture(one if int(at_s * hertz * 2 + 1e-6) % 2 else other, other, share)


@pytest.mark.parametrize("fps", [24, 25, 29.97, 50, 60])
def test_four_flashes_a_second_are_found(fps: float) -> None:
    (found,) = search(blink(4, LIGHT, DARK), fps=fps)
    assert found.kind == "general"
    assert found.start < 0.3
    assert found.end == pytest.approx(2.9, abs=0.15)


@pytest.mark.parametrize("fps", [24, 25, 30, 60])
def test_three_flashes_a_second_are_not_too_many(fps: float) -> None:
    assert search(blink(3, LIGHT, DARK), fps=fps) == ()


def test_a_still_picture_and_a_slow_fade_do_not_flash() -> None:
    assert search(lambda _at_s: picture(LIGHT)) == ()
    assert search(lambda at_s: picture((int(80 * at_s),) * 3)) == ()


def test_gradual_flashes_count_as_well() -> None:
    def swell(at_s: float) -> bytes:
        level = abs((at_s * 5) % 1 - 0.5) * 2
        return picture((int(60 + 190 * level),) * 3)

    assert [one.kind for one in search(swell)] == ["general"]


def test_a_change_of_less_than_a_tenth_is_no_flash() -> None:
    # 100 and 118 of 255 are 0.127 and 0.181 of the greatest luminance.
    assert search(blink(6, (118,) * 3, (100,) * 3)) == ()


def test_light_pictures_may_change_among_themselves() -> None:
    # 0.81 and 1.0: more than a tenth apart, the darker one not below 0.80.
    assert search(blink(6, LIGHT, (232,) * 3)) == ()


@pytest.mark.parametrize(("share", "expected"), [(0.2, 0), (0.3, 1)])
def test_a_quarter_of_the_picture_decides(share: float, expected: int) -> None:
    assert len(search(blink(5, LIGHT, DARK, share))) == expected


def test_two_bursts_are_told_apart_and_a_single_flash_is_none() -> None:
    def bursts(at_s: float) -> bytes:
        on = at_s < 1.2 or at_s > 5.0
        return picture(LIGHT if on and int(at_s * 10) % 2 else DARK)

    first, second = search(bursts, seconds=7)
    assert first.end < 1.5
    assert second.start > 4.8
    assert search(lambda at_s: picture(LIGHT if 1.0 < at_s < 1.1 else DARK)) == ()


def test_saturated_red_is_found_even_where_the_light_hardly_changes() -> None:
    # The green is as light as the red: only the colour changes.
    assert {one.kind for one in search(blink(4, RED, GREEN))} == {"red"}
    assert search(blink(3, RED, GREEN)) == ()


def test_other_colours_are_no_red_flash() -> None:
    assert {one.kind for one in search(blink(4, BLUE, GREEN))} == {"general"}
    assert {one.kind for one in search(blink(4, (200, 120, 120), (90, 60, 60)))} == {"general"}


def test_the_noise_of_a_dark_picture_is_no_red_flash() -> None:
    assert search(blink(8, (20, 0, 0), (0, 0, 0))) == ()
