"""A pointer that rests presses once, and only after it has been left again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lesson_player.teaching.dwell import Dwell, moved, spent, tick


def test_it_presses_after_the_time_and_not_before() -> None:
    dwell = moved(Dwell(), "next")
    dwell, pressed = tick(dwell, 1.0, 0.9)
    assert (pressed, dwell.share(1.0)) == (False, 0.9)
    dwell, pressed = tick(dwell, 1.0, 0.1)
    assert (pressed, dwell.share(1.0)) == (True, 0.0)


def test_leaving_cancels() -> None:
    dwell, _ = tick(moved(Dwell(), "next"), 1.0, 0.9)
    dwell = moved(moved(dwell, None), "next")
    assert tick(dwell, 1.0, 0.9) == (Dwell("next", 0.9), False)


def test_moving_about_on_one_thing_is_resting_there() -> None:
    dwell, _ = tick(moved(Dwell(), "next"), 1.0, 0.5)
    assert tick(moved(dwell, "next"), 1.0, 0.5)[1]


def test_what_was_pressed_by_hand_is_not_pressed_again() -> None:
    assert not tick(spent(moved(Dwell(), "next")), 1.0, 9.0)[1]


def test_nothing_fills_nothing() -> None:
    assert Dwell().share(1.0) == 0.0
    assert tick(Dwell(), 1.0, 9.0) == (Dwell(), False)


def test_where_nothing_shall_move_the_ring_fills_in_quarters() -> None:
    shares = [Dwell("next", at / 20).share(1.0, steps=True) for at in range(20)]
    assert sorted(set(shares)) == [0.0, 0.25, 0.5, 0.75]


HAPPENS = st.lists(
    st.one_of(
        st.tuples(st.just("move"), st.sampled_from(["next", "back", None])),
        st.tuples(st.just("tick"), st.floats(0, 3)),
    ),
    max_size=60,
)


@given(HAPPENS, st.floats(0.5, 5.0))
def test_it_never_presses_twice_without_leaving(
    happens: list[tuple[str, str | float | None]], rest_s: float
) -> None:
    dwell, presses = Dwell(), 0
    for kind, value in happens:
        if kind == "move":
            if value != dwell.on:
                presses = 0
            dwell = moved(dwell, value)
        else:
            assert isinstance(value, float)
            dwell, pressed = tick(dwell, rest_s, value)
            assert not pressed or dwell.on is not None
            presses += pressed
        assert presses <= 1
