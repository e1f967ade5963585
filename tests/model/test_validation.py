from __future__ import annotations

from typing import Any

import pytest

from lesson_player.model.adaptation import Adaptation
from lesson_player.model.film import Film
from lesson_player.model.guess import did_you_mean, nearest
from lesson_player.model.lesson import Lesson
from lesson_player.model.presets import presets
from lesson_player.model.theme import themes
from lesson_player.model.validation import validate

ADAPTATION = {"format": 1, "id": "a", "lesson": "l", "title": "T", "about": "A."}


def flaws(model: Any, data: dict[str, Any]) -> dict[tuple[str | int, ...], str]:
    value, found = validate(model, data)
    assert (value is None) == bool(found)
    return {flaw.path: flaw.kind for flaw in found}


def test_paths_are_those_of_the_file_whatever_kind_a_step_has() -> None:
    steps = [
        {"kind": "words", "id": "w", "title": "T", "minutes": 1, "words": [{"id": "x", "word": "x"}]},
        {"kind": "words", "id": "w"},
        {
            "kind": "film",
            "id": "f",
            "title": "T",
            "minutes": 1,
            "from": "a",
            "pauses": [{"id": "p", "prompt": {}}],
        },
        {"kind": "nothing"},
        {},
    ]
    found = flaws(Lesson, {"steps": steps})
    assert found["steps", 0, "words", 0, "text"] == "missing"
    assert found["steps", 1, "words"] == "missing"
    assert found["steps", 1, "title"] == "missing"
    assert found["steps", 2, "to"] == "missing"
    assert found["steps", 2, "pauses", 0, "prompt", "text"] == "missing"
    assert found["steps", 3] == "union_tag_invalid"
    assert found["steps", 4] == "union_tag_not_found"


@pytest.mark.parametrize("line", [{"id": "x"}, {"id": "x", "word": "w"}, {"id": "x", "reply": "r"}])
def test_paths_into_added_lines_have_no_kind_in_them(line: dict[str, str]) -> None:
    assert flaws(Adaptation, {**ADAPTATION, "add_lines": [{"step": "s", "line": line}]}) == {
        ("add_lines", 0, "line", "text"): "missing"
    }


@pytest.mark.parametrize(
    ("data", "known"),
    [
        ({"stepz": {}}, {"steps", "lines", "add_steps"}),
        ({"steps": {"s": {"frm": 1}}}, {"from", "to", "hidden_pauses"}),
        ({"add_steps": [{"sitting": "s", "step": {"kind": "film", "x": 1}}]}, {"pauses", "from"}),
        ({"lines": {"l": {"x": 1}}}, {"reply_easy", "hidden"}),
    ],
)
def test_an_unknown_key_comes_with_the_keys_that_are_known_there(
    data: dict[str, Any], known: set[str]
) -> None:
    _, found = validate(Adaptation, {**ADAPTATION, **data})
    (flaw,) = (one for one in found if one.kind == "extra_forbidden")
    assert known <= set(flaw.known)
    assert "start" not in flaw.known


def test_times_are_seconds_or_as_a_player_shows_them() -> None:
    version = {"title": "F", "file": "f.webm", "duration": "1:00:05", "sha256": "0" * 64}
    data = {
        "format": 1,
        "id": "f",
        "edition": "sample",
        "title": "F",
        "moments": [{"id": "a", "title": "A"}] * 2,
    }
    film, _ = validate(Film, {**data, "versions": {"film": {**version, "moments": {"a": "1:05.25", "b": 7}}}})
    assert film is not None
    assert film.versions["film"].duration == 3605
    assert film.versions["film"].moments == {"a": 65.25, "b": 7}
    wrong = {**data, "versions": {"film": {**version, "moments": {"a": "1:5:x", "b": "-1:00"}}}}
    assert set(flaws(Film, wrong)) == {("versions", "film", "moments", name) for name in "ab"}


def test_a_guess_is_near_and_cheap() -> None:
    known = ["welcome", "rules", "see-it-better"]
    assert nearest("welcom", known) == "welcome"
    assert nearest("see_it_better", known) == "see-it-better"
    assert nearest("zebra", known) is None
    assert nearest("w" * 200, known) is None
    assert nearest("welcom", [f"welcome-{number}" for number in range(6_000)]) is None
    assert did_you_mean("zebra", known, "No.") == "No."


def test_presets_use_what_there_is() -> None:
    for preset in presets().values():
        assert preset.appearance.theme in {None, *themes()}
        assert preset.film.caption_track in {None, "standard", "easy-read"}
