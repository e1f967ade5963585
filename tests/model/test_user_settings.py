"""What can be set for all lessons: what makes no sense falls back, and is told."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesson_player.foundation.policy import Policy
from lesson_player.model.appearance import Appearance
from lesson_player.model.user_settings import SECTIONS, sound_policy, sound_values, trouble_in


def test_what_fits_is_taken_and_the_rest_is_named() -> None:
    values = {"theme": "dark", "text_percent": 130, "line_spacing": "wide", "colour": 3}

    assert sound_values("appearance", values) == (
        {"theme": "dark", "text_percent": 130},
        ("colour", "line_spacing"),
    )


@pytest.mark.parametrize(
    ("section", "key", "value"),
    [
        ("appearance", "theme", "midnight"),
        ("appearance", "theme", ["cream"]),
        ("appearance", "font", "comic"),
        ("captions", "font", "wingdings"),
        ("program", "theme", "midnight"),
        ("program", "text_percent", 400),
        ("notes", "percent", 3),
        ("safeguarding", "name", "x" * 200),
        ("language", "chosen", "../../etc"),
    ],
)
def test_what_is_unknown_falls_back_and_says_so(section: str, key: str, value: object) -> None:
    values = {key: value}
    good, wrong = sound_values(section, values)

    assert (good, wrong) == ({}, (key,))
    told = trouble_in(section, wrong, values)
    assert f"{section}.{key}" in told
    assert str(value)[:40] in told
    assert "usual one is used" in told


def test_where_all_is_well_nothing_is_told() -> None:
    assert trouble_in("appearance", (), {}) == ""


_ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=4), inside, max_size=3),
    max_leaves=6,
)


@given(st.sampled_from(sorted(SECTIONS)), st.data())
def test_nothing_in_a_section_stops_the_program(section: str, data: st.DataObject) -> None:
    keys = st.sampled_from([*SECTIONS[section].model_fields, "other"])
    values: dict[str, Any] = data.draw(st.dictionaries(keys, _ANY, max_size=6))
    good, wrong = sound_values(section, values)

    assert set(wrong) <= set(values)
    assert not set(good) & set(wrong)
    assert SECTIONS[section].model_validate(good).model_dump(exclude_none=True) == good


def test_locked_values_that_make_no_sense_are_left_out_and_told() -> None:
    locked: dict[str, dict[str, Any]] = {
        "appearance": {"theme": "midnight", "text_percent": 130},
        "keys": {"next": ["N"]},
    }
    policy = sound_policy(Policy(locked=locked, why="Ask."))

    assert policy.locked == {"appearance": {"text_percent": 130}, "keys": {}}
    assert "“appearance.theme”" in policy.trouble
    assert sound_policy(Policy(locked={"appearance": {"theme": "dark"}})).trouble == ""


def test_every_field_of_an_appearance_can_be_set() -> None:
    assert set(SECTIONS["appearance"].model_fields) == set(Appearance.model_fields)
