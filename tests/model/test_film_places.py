from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesson_player.model.film_places import place_of, time_of
from tests.support.small_lesson import film

FILM = film()


def test_a_place_at_a_moment_is_the_moment() -> None:
    assert time_of(FILM, "clue", 0.0, "bsl") == 6.0
    assert place_of(FILM, 4.0, "film") == ("clue", 0.0)


def test_a_place_after_a_moment_is_at_the_same_place_of_the_story_in_each_version() -> None:
    assert time_of(FILM, "clue", 1.5, "film") == 5.5
    assert time_of(FILM, "clue", 1.5, "bsl") == 8.5


@given(st.floats(0.0, 10.0), st.sampled_from(["film", "bsl"]))
def test_a_place_that_was_named_is_found_again(share: float, version: str) -> None:
    at_s = share * FILM.versions[version].duration / 10.0
    named = place_of(FILM, at_s, version)
    assert named is not None
    assert time_of(FILM, *named, version) == pytest.approx(at_s, abs=0.002)


def test_before_the_first_moment_there_is_no_place() -> None:
    later = FILM.versions["film"].model_copy(update={"moments": {"clue": 4.0}})
    assert place_of(FILM.model_copy(update={"versions": {"film": later}}), 1.0, "film") is None
