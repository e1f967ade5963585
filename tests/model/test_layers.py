from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from lesson_player.model.appearance import AppearanceChange, FilmChoiceChange, Preset
from lesson_player.model.bundle import LessonBundle
from lesson_player.model.layers import apply, prepare
from lesson_player.model.lesson import (
    DiscussionStep,
    Lesson,
    Wording,
)
from lesson_player.model.names import names, step_lines
from lesson_player.model.presets import presets
from tests.support.layering import REST, codes, layer, words


def test_nothing_changes_without_an_adaptation(lesson: Lesson) -> None:
    assert apply(lesson, []) == (lesson, ())
    assert apply(lesson, [layer()]) == (lesson, ())


class TestOrder:
    def test_a_later_adaptation_wins(self, lesson: Lesson) -> None:
        layers = [layer(n, lines={"welcome-hello": {"text": n}}) for n in ("one", "two")]
        assert words(apply(lesson, layers)[0], "welcome")[0] == "two"

    def test_lines_come_before_steps_and_moves_last(self, lesson: Lesson) -> None:
        everything = layer(
            move_steps=[{"sitting": "first", "step": "rest", "after": "before"}],
            add_steps=[{"sitting": "first", "step": REST}],
            split_steps=[{"step": "try-it", "before": "try-hand", "id": "try-2"}],
            add_lines=[{"step": "try-it", "line": {"id": "try-first", "text": "Look."}}],
        )
        changed, problems = apply(lesson, [everything])
        assert problems == ()
        assert changed.sitting("first").steps[:2] == ("before", "rest")
        assert words(changed, "try-it") == ["Look."]

    def test_a_change_to_what_an_earlier_layer_hid_is_a_warning(self, lesson: Lesson) -> None:
        hide = layer("hide", steps={"talk": {"hidden": True}}, lines={"notice": {"hidden": True}})
        change = layer("change", steps={"talk": {"title": "X"}}, lines={"notice": {"text": "X."}})
        changed, problems = apply(lesson, [hide, change])
        assert [(one.code, one.severity.value) for one in problems] == [("hidden-already", "warning")] * 2
        assert changed == apply(lesson, [hide])[0]
        assert apply(lesson, [hide, hide])[1] == ()

    def test_an_adaptation_of_another_lesson_is_left_out(self, lesson: Lesson) -> None:
        assert codes(lesson.model_copy(update={"id": "other"}), lines={"notice": {"text": "X."}}) == [
            "other-lesson"
        ]


class TestPrepare:
    def test_presets_come_after_adaptations_and_picked_ones_last(self, bundle: LessonBundle) -> None:
        def preset(name: str, **appearance: Any) -> Preset:
            change = AppearanceChange.model_validate(appearance)
            return Preset(id=name, title=name, about=name, appearance=change)

        named = preset("named", theme="white", text_percent=115)
        picked = preset("picked", text_percent=150)
        own = layer("own", appearance={"theme": "dark", "motion": False}, presets=["named"])
        with_layers = bundle.model_copy(update={"adaptations": (own,)})
        look = prepare(with_layers, ["own"], [picked], {"named": named}).appearance
        assert (look.theme, look.text_percent, look.motion) == ("white", 150, False)

    def test_wording_and_film_choice_of_the_last_layer_hold(self, bundle: LessonBundle) -> None:
        one = layer("one", wording="easy", film={"version": "bsl"})
        two = layer("two", film={"captions": False})
        with_layers = bundle.model_copy(update={"adaptations": (one, two)})
        prepared = prepare(with_layers, ["one", "two"], [], {})
        assert prepared.wording is Wording.EASY
        assert (prepared.film.version, prepared.film.captions) == ("bsl", False)
        assert prepared.adaptations == ("one", "two")

    def test_a_picked_preset_may_choose_the_film_version(self, bundle: LessonBundle) -> None:
        sign = presets()["sign-and-captions"]
        assert sign.film == FilmChoiceChange(version="bsl", captions=True, caption_track="standard")
        assert prepare(bundle, [], [sign], presets()).film.version == "bsl"

    def test_unknown_names_are_warnings(self, bundle: LessonBundle) -> None:
        with_layers = bundle.model_copy(update={"adaptations": (layer(presets=["calm-and-predictible"]),)})
        prepared = prepare(with_layers, ["layer", "nowhere"], [], presets())
        assert [(one.code, one.severity.value) for one in prepared.problems] == [
            ("unknown-adaptation", "warning"),
            ("unknown-preset", "warning"),
        ]
        assert prepared.problems[1].remedy == "Did you mean “calm-and-predictable”?"
        assert prepared.adaptations == ("layer",)

    def test_another_edition_of_the_film_is_a_warning(self, bundle: LessonBundle) -> None:
        film = bundle.films["sam-asks"]
        real = film.model_copy(update={"film": film.film.model_copy(update={"edition": "real"})})
        with_film = bundle.model_copy(update={"films": {"sam-asks": real}})
        found = [problem.sentence for problem in prepare(with_film, [], [], {}).problems]
        assert found == ["“Sam asks” is written for the film's edition “sample”; here is the edition “real”."]

    def test_the_example_adaptation_applies_whole(self, bundle: LessonBundle) -> None:
        prepared = prepare(bundle, ["one-word"], [], presets())
        assert prepared.problems == ()
        assert prepared.lesson.sitting("first").steps[4:6] == ("film-part", "rest")
        assert isinstance(bundle.lesson.step("talk"), DiscussionStep)
        assert all(step.id != "talk" for step in prepared.lesson.steps)


def test_every_need_of_the_design_has_a_preset() -> None:
    assert list(presets()) == [
        "calm-and-predictable",
        "one-thing-at-a-time",
        "see-it-better",
        "sign-and-captions",
        "read-more-easily",
        "few-or-no-words",
        "move-little",
    ]
    assert all(preset.about for preset in presets().values())


IDS = st.sampled_from(
    [
        "welcome",
        "rules",
        "rules-pass",
        "who-helps",
        "help-adult",
        "film-part",
        "pause-lost",
        "talk",
        "footer",
        "x",
        "first",
    ]
)
FLAGS = st.booleans()
LAYERS = st.fixed_dictionaries(
    {},
    optional={
        "lines": st.dictionaries(
            IDS, st.fixed_dictionaries({"hidden": FLAGS, "text": st.just("T.")}), max_size=5
        ),
        "steps": st.dictionaries(
            IDS, st.fixed_dictionaries({"hidden": FLAGS, "title": st.just("T")}), max_size=5
        ),
        "add_lines": st.lists(
            st.fixed_dictionaries(
                {"step": IDS, "after": IDS, "line": st.fixed_dictionaries({"id": IDS, "text": IDS})}
            ),
            max_size=2,
        ),
        "split_steps": st.lists(st.fixed_dictionaries({"step": IDS, "before": IDS, "id": IDS}), max_size=2),
        "add_steps": st.lists(
            st.fixed_dictionaries({"sitting": IDS, "after": IDS, "step": st.just(REST)}), max_size=2
        ),
        "move_steps": st.lists(
            st.fixed_dictionaries({"sitting": IDS, "step": IDS, "after": IDS}), max_size=3
        ),
    },
)


@given(st.lists(LAYERS, max_size=3))
@settings(max_examples=60)
def test_whatever_is_put_over_it_a_lesson_stays_whole_and_safe(
    bundle: LessonBundle, data: list[dict[str, Any]]
) -> None:
    lesson = bundle.lesson
    changed, _ = apply(lesson, [layer(f"layer-{number}", **one) for number, one in enumerate(data)])
    assert Lesson.model_validate(changed.model_dump(by_alias=True)) == changed
    ids = [name for name, _ in names(changed)]
    assert len(ids) == len(set(ids))
    steps = {step.id for step in changed.steps}
    assert {name for sitting in changed.sittings for name in sitting.steps} <= steps
    locked = {line.id for step in lesson.steps for line, _ in step_lines(step) if line.locked}
    assert locked | {"who-helps", "footer"} <= set(ids)
    order = changed.sitting("first").steps
    assert order.index("who-helps") < order.index("quiet")


def test_a_line_may_be_worded_anew_in_a_step_that_the_same_layer_hides(lesson: Lesson) -> None:
    changes = layer(lines={"talk-question": {"text": "Who?"}}, steps={"talk": {"hidden": True}})
    assert apply(lesson, [changes])[1] == ()
