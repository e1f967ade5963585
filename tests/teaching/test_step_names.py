from __future__ import annotations

from lesson_player.teaching.desk import teacher_view
from lesson_player.teaching.step_names import step_names
from tests.support.small_lesson import at_step, course, press_next, steps


def test_steps_of_the_same_title_are_told_apart_and_the_others_keep_theirs() -> None:
    first, second, third, *others = steps()
    same = [each.model_copy(update={"title": "What can you do?"}) for each in (first, third)]

    assert step_names((same[0], second, same[1], *others)) == (
        "What can you do? (1 of 2)",
        second.title,
        "What can you do? (2 of 2)",
        *(each.title for each in others),
    )


def test_the_teacher_is_told_which_of_them_comes() -> None:
    titles = {"choose": "What can you do?", "practise": "What can you do?"}
    made = course(
        steps=tuple(each.model_copy(update={"title": titles.get(each.id, each.title)}) for each in steps())
    )
    view = teacher_view(made, press_next(made, at_step(made, "choose"), 2))

    assert [entry.title for entry in view.steps[6:8]] == [
        "What can you do? (1 of 2)",
        "What can you do? (2 of 2)",
    ]
    assert view.step_title == "What can you do? (1 of 2)"
    assert view.coming == "What can you do? (2 of 2)"
    assert view.pace.skippable == ("What can you do? (2 of 2)",)
    assert "(1 of 2)" not in view.class_view.model_dump_json(), "for the class they are one thing"
