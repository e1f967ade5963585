from __future__ import annotations

from typing import Any

import pytest

from lesson_player.model.layers import apply
from lesson_player.model.lesson import Lesson, Line
from lesson_player.model.names import outer_lines
from lesson_player.model.safeguards import ending_of, lost_by
from tests.support import small_lesson
from tests.support.adapted import version

SLIDE = {
    "id": "more",
    "kind": "rows",
    "title": "More",
    "minutes": 1,
    "lines": [{"id": "more-1", "text": "A line."}],
}
CALM = {**SLIDE, "kind": "calm"}
TEACHER = {**SLIDE, "kind": "follow-up"}


@pytest.fixture
def lesson() -> Lesson:
    return small_lesson.lesson()


def added(lesson: Lesson, step: dict[str, Any], after: str) -> tuple[list[str], list[str]]:
    layer = version(add_steps=[{"sitting": "two", "after": after, "step": step}])
    changed, problems = apply(lesson, [layer])
    return [one.code for one in problems], list(changed.sitting("two").steps)


class TestEnding:
    def test_nothing_but_help_calm_and_the_teachers_own_follows_the_help_slide(self, lesson: Lesson) -> None:
        for after in ("help", "calm-end"):
            codes, order = added(lesson, SLIDE, after)
            assert codes == ["locked-ending"]
            assert order == ["welcome", "more", "help", "calm-end"], "kept, before the ending"
        assert added(lesson, CALM, "help") == ([], ["welcome", "help", "more", "calm-end"])
        assert added(lesson, TEACHER, "calm-end") == ([], ["welcome", "help", "calm-end", "more"])
        assert added(lesson, SLIDE, "welcome") == ([], ["welcome", "more", "help", "calm-end"])

    def test_a_step_without_its_neighbour_goes_before_the_ending(self, lesson: Lesson) -> None:
        assert added(lesson, SLIDE, "nowhere") == (["unknown-id"], ["welcome", "more", "help", "calm-end"])

    def test_steps_are_not_moved_behind_it(self, lesson: Lesson) -> None:
        moved = version(move_steps=[{"sitting": "one", "step": "talk", "after": "calm-end"}])
        changed, problems = apply(lesson, [moved])
        assert [one.code for one in problems] == ["locked-ending"]
        assert changed == lesson

    def test_a_sitting_that_goes_on_after_its_help_slide_has_no_ending(self, lesson: Lesson) -> None:
        steps = [lesson.step(name) for name in ("help", "talk")]
        assert ending_of(steps) == 2
        assert ending_of([]) == 0
        assert ending_of([lesson.step("help")]) == 0
        assert ending_of([lesson.step("help").model_copy(update={"locked": False})]) == 1
        assert ending_of([lesson.step("help"), lesson.step("talk"), lesson.step("help")]) == 2


class TestWords:
    @pytest.mark.parametrize(
        ("former", "text", "lost"),
        [
            ("Call 999 first.", "Call 999.", ""),
            ("Call 0800 1111.", "Ring 08001111 today.", ""),
            ("Call 999 first.", "Call somebody.", "The number 999 has to stay in it."),
            ("It is never your fault.", "It is not your fault. Tell someone.", ""),
            ("It is never your fault.", "You did nothing wrong.", ""),
            ("It is never your fault.", "You aren’t to blame.", ""),
            (
                "It is never your fault.",
                "It is your fault.",
                "It has to say that it is not the child’s fault.",
            ),
            ("It is never your fault.", "Tell someone.", "It has to say that it is not the child’s fault."),
            (
                "It is never your fault.",
                "It was your fault. Never mind.",
                "It has to say that it is not the child’s fault.",
            ),
            ("Nobody has to answer.", "You can pass.", ""),
        ],
    )
    def test_numbers_and_whose_fault_it_is_not_stay(self, former: str, text: str, lost: str) -> None:
        assert lost_by(former, text, "en-GB") == lost

    def test_other_languages_keep_their_numbers_alone(self) -> None:
        assert lost_by("Ruf 112. No fault.", "Ruf an.", "de") == "The number 112 has to stay in it."
        assert lost_by("It is no fault.", "Hallo.", "de") == ""

    def test_a_layer_cannot_take_them_away_but_the_rest_of_it_holds(self, lesson: Lesson) -> None:
        locked = lesson.model_copy(
            update={"footer": Line(id="footer", text="It is never your fault.", locked=True)}
        )
        worded = version(
            lines={"footer": {"text": "Cheer up.", "easy": "It is not your fault.", "picture": "moon"}}
        )
        changed, problems = apply(locked, [worded])
        assert [one.code for one in problems] == ["locked-words"]
        line = next(line for line, _ in outer_lines(changed) if line.id == "footer")
        assert (line.text, line.easy, line.picture) == (
            "It is never your fault.",
            "It is not your fault.",
            "moon",
        )
