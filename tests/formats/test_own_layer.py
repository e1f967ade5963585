from __future__ import annotations

from pathlib import Path

import pytest

from lesson_player.formats.bundle import load_bundle
from lesson_player.formats.own_layer import keep_pauses, own_file
from lesson_player.model.adaptation import AddedPause
from lesson_player.model.bundle import LessonBundle
from lesson_player.model.layers import prepare
from lesson_player.model.lesson import FilmStep, Pause
from tests.support.example_lesson import Example, copy_example

LESSON = "asking-for-help"
FIRST = AddedPause(step="film-part", pause=Pause(id="my-pause-1", at="lost", after=3.2))
SECOND = AddedPause(step="film-part", pause=Pause(id="my-pause-2", at="begin", after=1.0))


@pytest.fixture
def example(tmp_path: Path) -> Example:
    return copy_example(tmp_path)


def loaded(example: Example, own: Path) -> LessonBundle:
    bundle, _ = load_bundle(example.lesson, example.films, own)
    assert bundle is not None
    return bundle


def pauses(bundle: LessonBundle) -> list[str]:
    step = prepare(bundle, ["one-word"], (), {}).lesson.step("film-part")
    assert isinstance(step, FilmStep)
    return [pause.id for pause in step.pauses]


def test_a_pause_that_is_kept_is_there_in_every_version_next_time(example: Example, tmp_path: Path) -> None:
    keep_pauses(tmp_path / "own", LESSON, [FIRST, SECOND], ())
    bundle = loaded(example, tmp_path / "own")

    assert bundle.problems == ()
    assert pauses(bundle) == ["my-pause-2", "pause-lost", "my-pause-1"]
    assert [one.id for one in bundle.adaptations] == ["one-word"], "it is not offered as a version"


def test_a_pause_is_taken_out_again_and_the_others_stay(example: Example, tmp_path: Path) -> None:
    keep_pauses(tmp_path / "own", LESSON, [FIRST], ())
    keep_pauses(tmp_path / "own", LESSON, [SECOND], ["my-pause-1"])

    assert pauses(loaded(example, tmp_path / "own")) == ["my-pause-2", "pause-lost"]


def test_what_a_person_wrote_into_the_layer_stays(example: Example, tmp_path: Path) -> None:
    path = own_file(tmp_path / "own", LESSON)
    path.parent.mkdir(parents=True)
    path.write_text(
        "{format: 1, id: own, lesson: asking-for-help, title: Mine, about: Ours.,"
        " steps: {rest: {minutes: 3}}}"
    )
    keep_pauses(tmp_path / "own", LESSON, [FIRST], ())
    bundle = loaded(example, tmp_path / "own")
    own = bundle.own

    assert bundle.problems == (), "the step “rest” is in one version only"
    assert own is not None
    assert (own.title, own.steps["rest"].minutes, own.add_pauses) == ("Mine", 3, (FIRST,))


def test_a_layer_that_cannot_be_read_is_a_problem_and_is_set_aside_before_it_is_written(
    example: Example, tmp_path: Path
) -> None:
    path = own_file(tmp_path / "own", LESSON)
    path.parent.mkdir(parents=True)
    path.write_text("format: 1\nid: [own\n")
    bundle = loaded(example, tmp_path / "own")
    assert bundle.own is None
    assert [problem.file for problem in bundle.problems] == ["adaptations/asking-for-help/own.yaml"]

    keep_pauses(tmp_path / "own", LESSON, [FIRST], ())
    assert path.with_name("own.yaml.broken-1").read_text() == "format: 1\nid: [own\n"
    assert pauses(loaded(example, tmp_path / "own")) == ["pause-lost", "my-pause-1"]


def test_a_pause_of_a_step_that_is_gone_is_reported_and_the_lesson_still_opens(
    example: Example, tmp_path: Path
) -> None:
    gone = AddedPause(step="gone", pause=Pause(id="my-pause-1", at="lost", after=3.2))
    keep_pauses(tmp_path / "own", LESSON, [gone], ())
    bundle = loaded(example, tmp_path / "own")

    assert [problem.code for problem in bundle.problems] == ["unknown-id"]
    assert pauses(bundle) == ["pause-lost"]


def test_nothing_is_written_where_nothing_changes(tmp_path: Path) -> None:
    keep_pauses(tmp_path / "own", LESSON, (), ["my-pause-1"])
    assert not (tmp_path / "own").exists()
