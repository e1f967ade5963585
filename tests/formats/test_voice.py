from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesson_player.formats import voice as reader
from lesson_player.formats.bundle import load_bundle
from lesson_player.formats.voice import load_voice
from lesson_player.model.problem import Severity, errors
from tests.support.example_lesson import copy_example
from tests.support.recorded import voice, write_voice

INDEX = voice("Hello.", "Maya is not alone.")


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    write_voice(tmp_path, INDEX)
    return tmp_path


def change(lesson: Path, text: str, **fields: object) -> str:
    """Change one recording in the list; gives the name of its file."""
    path = lesson / "voice" / "index.json"
    plain: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    entry = next(one for one in plain["recordings"].values() if one["text"] == text)
    name = str(entry["file"])
    entry.update(fields)
    path.write_text(json.dumps(plain, indent=1), encoding="utf-8")
    return name


def loaded_texts(lesson: Path) -> tuple[list[str], list[str], list[str]]:
    """The texts that have a recording, and the codes and sentences of the problems, all of them warnings."""
    index, problems = load_voice(lesson)
    assert errors(problems) == ()
    assert {problem.file for problem in problems} <= {"voice/index.json"}
    assert all(problem.remedy for problem in problems)
    texts = [one.text for one in index.recordings.values()] if index else []
    return texts, [problem.code for problem in problems], [problem.sentence for problem in problems]


def test_a_voice_is_read_as_it_was_written(lesson: Path) -> None:
    assert load_voice(lesson) == (INDEX, ())


def test_a_lesson_without_voice_has_no_problem(tmp_path: Path) -> None:
    assert load_voice(tmp_path) == (None, ())


def test_the_bundle_has_the_voice_and_knows_where_its_sounds_are(tmp_path: Path) -> None:
    example = copy_example(tmp_path)
    write_voice(example.lesson, INDEX)
    bundle, problems = load_bundle(example.lesson, example.films)
    assert problems == ()
    assert bundle is not None
    assert bundle.voice == INDEX
    assert all(bundle.sound_path(one).is_file() for one in INDEX.recordings.values())


def test_a_missing_sound_leaves_its_line_to_another_voice(lesson: Path) -> None:
    name = change(lesson, "Hello.")
    (lesson / "voice" / name).unlink()
    texts, codes, sentences = loaded_texts(lesson)
    assert texts == ["Maya is not alone."]
    assert codes == ["missing-recording"]
    assert sentences == [f"1 recording is not in the folder “voice”: {name}"]


def test_many_missing_sounds_are_one_problem(lesson: Path) -> None:
    for path in (lesson / "voice").glob("*.opus"):
        path.unlink()
    texts, codes, sentences = loaded_texts(lesson)
    assert (texts, codes) == ([], ["missing-recording"])
    assert sentences[0].startswith("2 recordings are not in the folder “voice”, such as ")


def test_a_sound_that_was_cut_off_is_not_played(lesson: Path) -> None:
    name = change(lesson, "Hello.")
    (lesson / "voice" / name).write_bytes(b"sou")
    texts, codes, _ = loaded_texts(lesson)
    assert (texts, codes) == (["Maya is not alone."], ["broken-recording"])


@pytest.mark.parametrize(
    "name",
    ["../hello.opus", "/etc/hello.opus", "C:hello.opus", "\\\\share\\hello.opus", "https://x.example/a.opus"],
)
def test_a_sound_outside_the_folder_is_never_played(lesson: Path, name: str) -> None:
    (lesson / "hello.opus").write_bytes(b"sound")
    change(lesson, "Hello.", file=name)
    texts, codes, sentences = loaded_texts(lesson)
    assert (texts, codes) == (["Maya is not alone."], ["unsafe-path"])
    assert name in sentences[0]


def test_a_link_is_never_played(lesson: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("elsewhere") / "hello.opus"
    outside.write_bytes(b"sound")
    path = lesson / "voice" / change(lesson, "Hello.")
    path.unlink()
    path.symlink_to(outside)
    assert loaded_texts(lesson)[:2] == (["Maya is not alone."], ["unsafe-path"])


def test_a_folder_in_the_place_of_a_sound_is_a_missing_sound(lesson: Path) -> None:
    path = lesson / "voice" / change(lesson, "Hello.")
    path.unlink()
    path.mkdir()
    assert loaded_texts(lesson)[1] == ["missing-recording"]


def test_a_list_that_is_a_link_out_of_the_lesson_is_not_read(
    lesson: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("elsewhere")
    path = lesson / "voice" / "index.json"
    path.rename(other / "index.json")
    path.symlink_to(other / "index.json")
    assert loaded_texts(lesson)[:2] == ([], ["unsafe-path"])


def test_a_recording_with_a_fault_is_left_out_and_its_line_named(lesson: Path) -> None:
    change(lesson, "Hello.", seconds="long")
    index, problems = load_voice(lesson)
    assert index is not None
    assert [one.text for one in index.recordings.values()] == ["Maya is not alone."]
    assert [(one.code, one.severity, one.line) for one in problems] == [("wrong-type", Severity.WARNING, 9)]


def test_a_list_that_breaks_off_is_a_problem_with_its_place(lesson: Path) -> None:
    path = lesson / "voice" / "index.json"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: len(text) // 2], encoding="utf-8")
    index, problems = load_voice(lesson)
    assert index is None
    assert [one.severity for one in problems] == [Severity.WARNING]
    assert problems[0].line > 1


def test_a_list_of_a_later_format_asks_for_a_newer_program(lesson: Path) -> None:
    path = lesson / "voice" / "index.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"format": 1', '"format": 2'), encoding="utf-8")
    assert loaded_texts(lesson)[:2] == ([], ["newer-format"])


def test_a_list_too_large_is_not_read(lesson: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "TEXT_FILE_BYTES", 10)
    assert loaded_texts(lesson)[:2] == ([], ["too-large"])


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@given(st.binary(max_size=200) | JSON.map(lambda value: json.dumps(value).encode()))
def test_no_list_stops_the_lesson(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.mktemp("lesson")
    (folder / "voice").mkdir()
    (folder / "voice" / "index.json").write_bytes(data)
    index, problems = load_voice(folder)
    assert index is not None or problems
    assert errors(problems) == ()
