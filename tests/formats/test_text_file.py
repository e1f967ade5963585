from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesson_player.formats.text_file import decode, read_bytes
from lesson_player.model.limits import MOST_PROBLEMS


def test_every_line_with_an_unreadable_byte_is_named() -> None:
    text, problems = decode(b"a\xe9b\nc\r\n\xc3\xa9x\xff\xfe\rd\xe9", "lesson.yaml")
    assert text == "a\ufffdb\nc\r\néx\ufffd\ufffd\rd\ufffd"
    assert [(one.code, one.line, one.column) for one in problems] == [
        ("not-utf-8", 1, 2),
        ("not-utf-8", 3, 3),
        ("not-utf-8", 4, 2),
    ]
    assert "FF" in problems[1].sentence


def test_a_byte_order_mark_is_no_text() -> None:
    assert decode(b"\xef\xbb\xbfa: 1", "lesson.yaml") == ("a: 1", [])


def test_control_characters_are_named_by_line() -> None:
    text, problems = decode(b"a\x07b\x07\nc\x00", "lesson.yaml")
    assert text == "a\ufffdb\ufffd\nc\ufffd"
    assert [(one.code, one.line, one.column) for one in problems] == [
        ("control-character", 1, 2),
        ("control-character", 2, 2),
    ]


def test_a_file_of_nothing_but_faults_has_an_end() -> None:
    assert len(decode(b"\xff\n" * 5_000, "lesson.yaml")[1]) == MOST_PROBLEMS
    assert len(decode(b"\x07\n" * 5_000, "lesson.yaml")[1]) == MOST_PROBLEMS


@pytest.mark.parametrize(("size", "code"), [(10, []), (11, ["too-large"])])
def test_the_limit_is_the_last_size_that_is_read(tmp_path: Path, size: int, code: list[str]) -> None:
    path = tmp_path / "lesson.yaml"
    path.write_bytes(b"a" * size)
    data, problems = read_bytes(path, "lesson.yaml", 10)
    assert [problem.code for problem in problems] == code
    assert (data is None) == bool(code)


@given(st.binary())
def test_any_bytes_have_a_text_or_a_problem(data: bytes) -> None:
    text, problems = decode(data, "lesson.yaml")
    assert text is not None or problems
    assert all(problem.line >= 1 and problem.column >= 1 for problem in problems)
