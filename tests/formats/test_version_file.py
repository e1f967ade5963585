from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lesson_player.adapting.opened import Opened, edited, opened
from lesson_player.formats.document import read_text
from lesson_player.formats.version_file import read_version, version_yaml, write_version
from lesson_player.model.adaptation import Adaptation
from tests.support import small_lesson
from tests.support.adapted import version
from tests.support.some_edits import edits
from tests.support.source_tree import REPOSITORY

LESSON = small_lesson.lesson()
PLAIN = """\
# A version of a lesson. The program writes this file anew when somebody changes the version in it.
format: 1
id: short-lines
lesson: small
title: Short lines
about: For a test.
# Lines that say something else, have another picture, or are hidden, by their ids.
lines:
  hello:
    text: Hi.
  rule-2:
    hidden: true
# Where the film rests besides.
add_pauses:
- step: watch
  pause:
    id: rest
    at: clue
# What the lesson said when these changes were made. A newer lesson is held against it.
base:
  lines:
    hello:
      text: Text of hello.
"""
OURS = version(
    lines={"rule-2": {"hidden": True}, "hello": {"text": "Hi."}},
    add_pauses=[{"step": "watch", "pause": {"id": "rest", "at": "clue"}}],
    base={"lines": {"hello": {"text": "Text of hello."}}},
)


def back(text: str) -> Adaptation:
    document = read_text(text, "a.yaml", Adaptation)
    assert document.problems == []
    assert document.value is not None
    return document.value


def test_it_is_readable_and_in_the_order_of_the_lesson() -> None:
    assert version_yaml(OURS, LESSON) == PLAIN
    assert back(PLAIN) == OURS


def test_written_twice_it_is_the_same_and_the_file_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "short-lines.yaml"
    write_version(path, OURS, LESSON)
    assert path.read_text(encoding="utf-8") == PLAIN
    before = path.stat().st_ino
    write_version(path, OURS, LESSON)
    assert path.stat().st_ino == before
    assert read_version(path, "small").value == OURS


@settings(max_examples=40, deadline=None)
@given(st.lists(edits(), max_size=10))
def test_any_version_is_read_back_equal_and_written_the_same(run: list[Any]) -> None:
    desk = opened(LESSON, version())
    for one in run:
        found = edited(desk, one)
        desk = found if isinstance(found, Opened) else desk
    text = version_yaml(desk.adaptation, LESSON)
    assert back(text) == desk.adaptation
    assert version_yaml(back(text), LESSON, text) == text


class TestComments:
    MINE = """\
# For our blue group.
format: 1
id: short-lines
lesson: small
title: Short lines   # as the sign on the door says
about: >-
  For a test. # not a comment
# Few words.
lines:
  # They like this one.
  hello: {text: "Hi."}
  rule-2: {hidden: true}
add_pauses:
  # Breathe here.
  - step: watch
    pause: {id: rest, at: clue}
steps:
  # Shorter now.
  rules: {minutes: 2}
# The end.
"""

    def test_they_stay_with_what_they_belong_to(self) -> None:
        ours = back(self.MINE).model_copy(update={"base": OURS.base})
        text = version_yaml(ours, LESSON, self.MINE)
        lines = [line.strip() for line in text.splitlines()]
        for comment, follower in (
            ("# For our blue group.", "# A version of a lesson."),
            ("# as the sign on the door says", "title: Short lines"),
            ("# Few words.", "lines:"),
            ("# They like this one.", "hello:"),
            ("# Breathe here.", "- step: watch"),
            ("# Shorter now.", "rules:"),
        ):
            assert lines[lines.index(comment) + 1].startswith(follower), comment
        assert lines[-1] == "# The end."
        assert "# not a comment" not in lines
        assert back(text) == ours
        assert version_yaml(ours, LESSON, text) == text

    def test_those_of_a_change_that_was_taken_out_come_last(self) -> None:
        fewer = back(self.MINE).model_copy(update={"steps": {}})
        text = version_yaml(fewer, LESSON, self.MINE)
        assert text.endswith("# Shorter now.\n# The end.\n")
        assert version_yaml(fewer, LESSON, text) == text

    @pytest.mark.parametrize("former", ["", "{", "a: &a [*a] # x", "# only this", "x: [\n", "\x00"])
    def test_a_former_file_that_cannot_be_read_has_none(self, former: str) -> None:
        assert back(version_yaml(OURS, LESSON, former)) == OURS

    @pytest.mark.parametrize(
        "path", sorted((REPOSITORY / "lessons").glob("*/adaptations/*.yaml")), ids=lambda p: p.stem
    )
    def test_a_file_written_by_hand_keeps_all_of_its_comments(self, path: Path) -> None:
        former = path.read_text(encoding="utf-8")
        ours = back(former)
        text = version_yaml(ours, None, former)
        assert back(text) == ours
        wanted = [line.strip() for line in former.splitlines() if line.strip().startswith("#")]
        there = [line.strip() for line in text.splitlines()]
        assert [line for line in wanted if line not in there] == []
