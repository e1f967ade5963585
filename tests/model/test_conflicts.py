from __future__ import annotations

from lesson_player.formats.bundle import load_bundle
from lesson_player.model.bundle import LessonBundle
from lesson_player.model.conflicts import conflicts
from lesson_player.model.layers import prepare
from tests.support.adapted import version
from tests.support.layering import layer
from tests.support.source_tree import REPOSITORY


def test_each_thing_that_two_layers_change_differently_is_told_once() -> None:
    one = version(
        "one",
        title="One",
        wording="easy",
        appearance={"theme": "dark", "motion": False},
        lines={"hello": {"text": "Hi.", "picture": "sun"}},
        steps={"rules": {"minutes": 2, "notes": {"say": ["A."], "ask": ["B."]}}},
        move_steps=[{"sitting": "one", "step": "talk", "after": "rules"}],
    )
    two = version(
        "two",
        title="Two",
        wording="easy",
        appearance={"theme": "white"},
        lines={"hello": {"text": "Hello.", "easy": "Hi."}},
        steps={"rules": {"minutes": 3, "notes": {"say": ["C."]}}},
        move_steps=[{"sitting": "one", "step": "talk", "after": "welcome"}],
    )
    found = list(conflicts([one, two]))
    assert [problem.sentence for problem in found] == [
        f"“One” and “Two” both change “{place}”, in different ways."
        for place in (
            "appearance · theme",
            "lines · hello · text",
            "steps · rules · minutes",
            "steps · rules · notes · say",
            "move_steps · one · talk",
        )
    ]
    assert {(problem.code, problem.severity.value, problem.remedy) for problem in found} == {
        ("layers-conflict", "warning", "“Two” comes later, so it holds.")
    }
    assert list(conflicts([one, one])) == []


def test_a_version_of_two_layers_tells_its_conflicts(bundle: LessonBundle) -> None:
    layers = tuple(layer(name, lines={"welcome-hello": {"text": name}}) for name in ("one", "two"))
    prepared = prepare(bundle.model_copy(update={"adaptations": layers}), ["one", "two"], [], {})
    assert [problem.code for problem in prepared.problems] == ["layers-conflict"]
    assert prepared.lesson.step("welcome").lines[0].text == "two"  # type: ignore[union-attr]


def test_with_the_real_film_the_other_versions_of_mayas_story_have_no_conflict() -> None:
    loaded, _ = load_bundle(REPOSITORY / "lessons" / "mayas-story", [REPOSITORY / "media"])
    assert loaded is not None
    known = {one.id: one for one in loaded.adaptations}
    for other in known.values():
        assert list(conflicts([known["real-film"], other])) == []
