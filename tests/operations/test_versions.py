from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from lesson_player.adapting.line_edits import ChangeLine, HideLine
from lesson_player.adapting.newer import Fit
from lesson_player.formats.version_file import read_version
from lesson_player.foundation.paths import Places
from lesson_player.model.bundle import LessonBundle
from lesson_player.model.layers import apply
from lesson_player.model.problem import Problem
from lesson_player.operations.library import load_lesson
from lesson_player.operations.versions import (
    FORMER_KEPT,
    OpenedVersion,
    copy_version,
    delete_version,
    deleted_versions,
    former_versions,
    free_id,
    free_name,
    keep_former,
    new_version,
    open_version,
    restore_version,
    save_version,
    version_path,
    versions_of,
)
from tests.support.adapted import after
from tests.support.example_lesson import copy_example

LESSON = "asking-for-help"
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    example = copy_example(tmp_path / "shipped")
    return Places(
        tmp_path / "data", tmp_path / "state", tmp_path / "config", tmp_path / "machine", example.root
    )


def loaded(places: Places) -> LessonBundle:
    bundle, _ = load_lesson(places.shipped / "lessons" / LESSON, places)
    assert bundle is not None
    return bundle


def open_one(places: Places, name: str) -> OpenedVersion:
    found = open_version(loaded(places), places, name)
    assert isinstance(found, OpenedVersion), found
    return found


class TestMade:
    def test_a_new_version_is_there_at_once_and_changes_nothing(self, places: Places) -> None:
        made = new_version(loaded(places), places, "Short lines, more pictures", "For the blue group.")
        assert made.id == "short-lines-more-pictures"
        bundle = loaded(places)
        assert [(one.id, one.own) for one in versions_of(bundle, places)] == [
            ("short-lines-more-pictures", True),
            ("one-word", False),
        ]
        found = open_one(places, made.id)
        assert found.opened.lesson == bundle.lesson
        assert found.opened.history.is_saved
        assert bundle.problems == ()

    def test_ids_never_clash(self, places: Places) -> None:
        assert free_id(loaded(places), places, "One word") == "one-word-2"
        for wanted in ("mine", "mine-2", "mine-3"):
            assert new_version(loaded(places), places, "Mine", "x").id == wanted
        assert free_id(loaded(places), places, "Own") == "own-2"
        assert free_id(loaded(places), places, "¿?") == "version"
        assert len(free_id(loaded(places), places, "long " * 70)) <= 40

    def test_a_title_that_cannot_be_is_refused_and_nothing_is_written(self, places: Places) -> None:
        with pytest.raises(ValueError, match="title"):
            new_version(loaded(places), places, " ", "x")
        assert not places.own_layers.exists()

    def test_what_came_with_the_lesson_is_copied_not_changed(self, places: Places) -> None:
        bundle = loaded(places)
        refused = open_version(bundle, places, "one-word")
        assert isinstance(refused, Problem)
        assert refused.code == "not-own"
        source = bundle.adaptations[0]
        made = copy_version(bundle, places, source, "Ours")
        assert made.id == "ours"
        assert open_one(places, "ours").opened.lesson.steps == apply(bundle.lesson, [source])[0].steps
        assert (bundle.folder / "adaptations" / "one-word.yaml").read_text(encoding="utf-8")

    def test_pictures_are_copied_along(self, places: Places) -> None:
        bundle = loaded(places)
        made = new_version(bundle, places, "First", "x")
        folder = places.own_layers / LESSON / made.id / "pictures"
        folder.mkdir(parents=True)
        (folder / "cat.png").write_bytes(b"a picture")
        entry = {"file": "cat.png", "alt": "A cat", "words": []}
        with_picture = type(made).model_validate({**dict(made), "pictures": {"cat": entry}})
        save_version(places, with_picture, bundle.lesson)
        copy_version(loaded(places), places, with_picture, "Second")
        assert (places.own_layers / LESSON / "second" / "pictures" / "cat.png").read_bytes() == b"a picture"


class TestOpened:
    def test_what_was_written_is_there_again_with_what_the_lesson_said(self, places: Places) -> None:
        new_version(loaded(places), places, "Mine", "x")
        desk = after(open_one(places, "mine").opened, ChangeLine("welcome-hello", "text", "Hi."))
        save_version(places, desk.adaptation, desk.base)
        again = open_one(places, "mine")
        assert again.opened.adaptation == desk.adaptation
        assert again.review.words == "1 of your changes still fits."
        assert desk.adaptation.base.lines["welcome-hello"].text == desk.base.steps[1].lines[0].text  # type: ignore[union-attr]

    def test_a_newer_lesson_is_held_against_it(self, places: Places) -> None:
        new_version(loaded(places), places, "Mine", "x")
        desk = after(
            open_one(places, "mine").opened,
            ChangeLine("welcome-hello", "text", "Hi."),
            HideLine("notice"),
        )
        save_version(places, desk.adaptation, desk.base)
        file = places.shipped / "lessons" / LESSON / "lesson.yaml"
        text = file.read_text(encoding="utf-8")
        former = desk.adaptation.base.lines["welcome-hello"].text
        assert former is not None
        assert text.count(former) == 1
        file.write_text(text.replace(former, "Good morning."), encoding="utf-8")
        review = open_one(places, "mine").review
        assert review.words == "1 of your changes still fits, 1 needs a look."
        (one,) = review.to_look_at
        assert (one.fit, one.former, one.difference.base) == (Fit.LOOK, former, "Good morning.")

    def test_a_file_that_cannot_be_read_is_a_problem_with_its_line(self, places: Places) -> None:
        path = version_path(places, LESSON, "mine")
        path.parent.mkdir(parents=True)
        path.write_text("format: 1\nid: [", encoding="utf-8")
        found = open_version(loaded(places), places, "mine")
        assert isinstance(found, Problem)
        assert found.place.startswith(f"adaptations/{LESSON}/mine.yaml:")

    def test_a_file_that_is_partly_wrong_opens_without_that_and_says_so(self, places: Places) -> None:
        made = new_version(loaded(places), places, "Mine", "x")
        path = version_path(places, LESSON, made.id)
        path.write_text(path.read_text(encoding="utf-8") + "steps: {rest: {minutes: 99}}\n", encoding="utf-8")
        found = open_one(places, "mine")
        assert found.opened.adaptation.steps["rest"].minutes is None
        assert [problem.line for problem in found.problems] == [7]


class TestFormer:
    def test_each_state_before_editing_is_kept_once_and_the_oldest_go(self, places: Places) -> None:
        made = new_version(loaded(places), places, "Mine", "x")
        base = loaded(places).lesson
        for number in range(FORMER_KEPT + 3):
            state = made.model_copy(update={"title": f"State {number}"})
            save_version(places, state, base)
            now = NOON + timedelta(minutes=number)
            first = keep_former(places, LESSON, "mine", now)
            assert keep_former(places, LESSON, "mine", now + timedelta(seconds=1)) == first
        kept = former_versions(places, LESSON, "mine")
        assert len(kept) == FORMER_KEPT
        assert kept[0][0] == NOON + timedelta(minutes=FORMER_KEPT + 2)
        assert f"State {FORMER_KEPT + 2}" in kept[0][1].read_text(encoding="utf-8")

    def test_a_version_without_a_file_has_none(self, places: Places) -> None:
        assert keep_former(places, LESSON, "nowhere") is None
        assert former_versions(places, LESSON, "nowhere") == ()


class TestDeleted:
    def test_it_is_set_aside_with_its_pictures_and_comes_back(self, places: Places) -> None:
        made = new_version(loaded(places), places, "Mine", "x")
        pictures = places.own_layers / LESSON / made.id / "pictures"
        pictures.mkdir(parents=True)
        (pictures / "cat.png").write_bytes(b"a picture")
        aside = delete_version(places, LESSON, made.id, NOON)
        assert [one.id for one in versions_of(loaded(places), places)] == ["one-word"]
        assert deleted_versions(places, LESSON) == (("Mine", aside),)
        assert restore_version(places, LESSON, aside) == "mine"
        assert (pictures / "cat.png").read_bytes() == b"a picture"
        assert open_one(places, "mine").opened.adaptation == made
        assert deleted_versions(places, LESSON) == ()

    def test_it_never_takes_the_place_of_another(self, places: Places) -> None:
        new_version(loaded(places), places, "Mine", "x")
        aside = delete_version(places, LESSON, "mine", NOON)
        new_version(loaded(places), places, "Mine", "y")
        found = restore_version(places, LESSON, aside)
        assert isinstance(found, Problem)
        assert found.code == "version-there"
        assert len(deleted_versions(places, LESSON)) == 1


WRITER = """
import itertools, sys
from pathlib import Path
from lesson_player.formats.version_file import write_version
from lesson_player.model.adaptation import Adaptation
for number in itertools.count():
    made = Adaptation(format=1, id="mine", lesson="l", title=f"State {number}", about="x" * 2000)
    write_version(Path(sys.argv[1]), made)
    print(number, flush=True)
"""


@pytest.mark.parametrize("at", [1, 5, 12])
def test_a_kill_at_any_moment_loses_no_edit_that_was_written(tmp_path: Path, at: int) -> None:
    path = tmp_path / "mine.yaml"
    command = [sys.executable, "-c", WRITER, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        told = [int(writer.stdout.readline()) for _ in range(at)]
        writer.kill()
        told += [int(line) for line in writer.stdout.read().splitlines()]
    found = read_version(path, "l")
    assert found.problems == []
    assert found.value is not None
    assert int(found.value.title.removeprefix("State ")) in {told[-1], told[-1] + 1}


@pytest.mark.parametrize(("title", "name"), [("Aux", "version"), ("Com1", "version"), ("Console", "console")])
def test_no_version_is_called_what_windows_keeps_for_a_device(title: str, name: str) -> None:
    assert free_name(title, (), "version") == name
