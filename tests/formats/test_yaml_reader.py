from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lesson_player.formats import yaml_reader
from lesson_player.formats.document import read_text
from lesson_player.formats.yaml_reader import parse, scalar
from lesson_player.model.adaptation import Adaptation
from lesson_player.model.lesson import Lesson
from lesson_player.model.limits import MOST_PROBLEMS


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("true", True),
        ("FALSE", False),
        ("7", 7),
        ("-7", -7),
        ("1.5", 1.5),
        ("1e3", 1000.0),
        ("no", "no"),
        ("on", "on"),
        ("Yes", "Yes"),
        ("12:30", "12:30"),
        ("2026-09-01", "2026-09-01"),
        ("0x1F", "0x1F"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("1_000", "1_000"),
        ("9" * 400, "9" * 400),
        ("=", "="),
    ],
)
def test_words_mean_what_people_mean_by_them(written: str, meant: object) -> None:
    read = scalar(written)
    assert read == meant
    assert type(read) is type(meant)


def test_quoted_words_are_always_text() -> None:
    node, problems = parse("a: 'true'\nb: \"7\"\nc: |\n  7\n", "x.yaml")
    assert problems == []
    assert node is not None
    assert node.plain() == {"a": "true", "b": "7", "c": "7\n"}


def test_every_value_has_its_place() -> None:
    node, _ = parse("a: 1\nb:\n  - x: y\n", "x.yaml")
    assert node is not None
    assert node.place_of(("a",)) == (1, 4)
    assert node.place_of(("b", 0, "x")) == (3, 8)
    assert node.place_of(("b", 0, "x"), key=True) == (3, 5)
    assert node.place_of(("b", 0, "z")) == (3, 5)


def test_the_python_parser_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: [1, {b: no}]\nc: >-\n  x\n  y\n"
    fast, _ = parse(text, "x.yaml")
    monkeypatch.setattr(yaml_reader, "LOADER", yaml.SafeLoader)
    slow, _ = parse(text, "x.yaml")
    assert fast is not None
    assert slow is not None
    assert fast.plain() == slow.plain() == {"a": [1, {"b": "no"}], "c": "x y"}
    assert fast.place_of(("a", 1, "b")) == slow.place_of(("a", 1, "b"))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[" * 200_000, "too-deep"),
        ("{a: " * 50_000, "too-deep"),
        ("- " * 100_000, "too-deep"),
        ("a: [" + "1," * 200_000 + "1]", "too-many-values"),
        ("? [a]\n: b\n", "no-key"),
        ("&a [*a]", "anchor"),
        ("<<: *a", "alias"),
        ("a: !ruby/object:X {}", "tag"),
        ("%TAG ! tag:x,2000:\n---\na: !x y", "tag"),
    ],
)
def test_hostile_files_are_refused_by_name(text: str, code: str) -> None:
    _, problems = parse(text, "x.yaml")
    assert problems[0].code == code


def test_aliases_are_refused_before_they_grow() -> None:
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{','.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(12)
    )
    node, problems = parse(bomb, "x.yaml")
    assert node is not None
    assert {problem.code for problem in problems} == {"anchor", "alias"}
    assert len(str(node.plain())) < 2_000


def test_problems_of_one_file_have_an_end() -> None:
    text = "format: 1\nlines:\n" + "".join(f"  l{number}: {{tex: 1}}\n" for number in range(1_500))
    problems = read_text(text, "x.yaml", Adaptation).problems
    assert problems[-1].code == "more-problems"
    assert len(problems) == MOST_PROBLEMS + 1
    assert len(parse("a: 1\n" * 5_000, "x.yaml")[1]) == MOST_PROBLEMS


@given(st.binary(max_size=400).map(lambda data: data.decode("utf-8", "replace")))
def test_any_text_is_a_lesson_or_has_a_problem(text: str) -> None:
    document = read_text(text, "lesson.yaml", Lesson)
    assert (document.value is not None) or document.problems


KEYS = st.sampled_from(
    ["format", "id", "steps", "lines", "kind", "text", "line", "step", "add_lines", "question", "title"]
)
YAML = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-5, 5), st.text(max_size=5)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(KEYS, YAML))
def test_any_yaml_is_read_without_a_crash(data: dict[str, object]) -> None:
    text = yaml.safe_dump({**data, "format": 1})
    for model in (Lesson, Adaptation):
        document = read_text(text, "x.yaml", model)
        assert document.value is None
        assert all(problem.sentence and problem.remedy and problem.line >= 1 for problem in document.problems)
        assert document.problems
