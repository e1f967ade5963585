from __future__ import annotations

import pytest

from lesson_player.model.lesson import Sitting, TeacherStep
from lesson_player.teaching import moves
from lesson_player.teaching.course import Course
from lesson_player.teaching.ending import class_has_seen_all, nothing_follows
from tests.support.small_lesson import at_step, course, line, press_next, steps

AFTER = TeacherStep(kind="follow-up", id="after", title="After", minutes=0, lines=(line("after-1"),))
NAMES = ("prepare", "welcome", "watch", "calm-end", "after")


@pytest.fixture
def made() -> Course:
    return course(steps=(*steps(), AFTER), sittings=(Sitting(id="one", title="One", steps=NAMES),))


@pytest.mark.parametrize(
    ("step", "presses", "seen", "over"),
    [
        ("prepare", 0, False, False),
        ("welcome", 1, False, False),
        ("watch", 2, False, False),
        ("calm-end", 0, True, False),
        ("after", 0, True, True),
    ],
)
def test_the_class_has_seen_all_before_the_sitting_is_over(
    made: Course, step: str, presses: int, seen: bool, over: bool
) -> None:
    state = press_next(made, at_step(made, step), presses)

    assert class_has_seen_all(made, state) is seen
    assert nothing_follows(made, state) is over


def test_a_cover_over_the_class_screen_does_not_count(made: Course) -> None:
    covered = moves.hide(made, at_step(made, "after"))

    assert nothing_follows(made, covered)
    assert class_has_seen_all(made, moves.calm(made, at_step(made, "calm-end")))
