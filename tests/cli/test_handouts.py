"""``lesson-player handouts`` from a terminal: names, exit codes, and what goes wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from lesson_player.cli.main import main


def ask(*words: str) -> int:
    return main(["handouts", *words])


def test_files_are_written_by_names_that_sort(
    tmp_path: Path, qapp: object, capsys: pytest.CaptureFixture[str]
) -> None:
    code = ask("mayas-story", "--kind", "help-card", "--kind", "certificate", "--out", str(tmp_path / "out"))
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert code == 0
    assert names == ["07-help-card-a4.pdf", "07-help-card-a5.pdf", "10-certificate-a4.pdf"]
    assert (
        "Before you hand them out, confirm with the services themselves: Childline" in capsys.readouterr().out
    )


def test_versions_lie_beside_each_other(tmp_path: Path, qapp: object) -> None:
    for version in ([], ["--adaptation", "easy-read"]):
        assert (
            ask("mayas-story", "--kind", "certificate", "--ink", "grey", "--out", str(tmp_path), *version)
            == 0
        )
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "10-certificate-a4-easy-read.pdf",
        "10-certificate-a4.pdf",
    ]


@pytest.mark.parametrize(
    ("words", "name", "start"),
    [
        (["--form", "slides"], "fire-drill.pptx", b"pk"),
        (["--form", "web", "--kind", "help-card"], "07-help-card-a4.html", b"<!doctype html>"),
    ],
)
def test_a_lesson_is_written_in_the_form_asked_for(
    words: list[str], name: str, start: bytes, tmp_path: Path, qapp: object
) -> None:
    assert ask("fire-drill", *words, "--out", str(tmp_path)) == 0
    (only,) = tmp_path.iterdir()
    assert only.name == name
    assert only.read_bytes().lower().startswith(start)


def test_braille_is_written_in_the_grade_asked_for(tmp_path: Path, qapp: object) -> None:
    for grade in ([], ["--grade", "1"]):
        assert ask("mayas-story", "--form", "braille", *grade, "--out", str(tmp_path)) == 0
    letters, contracted = sorted(tmp_path.iterdir())
    assert (letters.name, contracted.name) == ("mayas-story-grade-1.brf", "mayas-story-grade-2.brf")
    assert letters.stat().st_size > contracted.stat().st_size


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["no-lesson"], "There is no lesson called “no-lesson”."),
        (["mayas-story", "--kind", "poster"], "There is no kind of handout called “poster”."),
        (["mayas-story", "--adaptation", "none"], "It has no adaptation “none”."),
        (["mayas-story", "--form", "slides", "--kind", "certificate"], "Leave out --kind."),
    ],
)
def test_what_is_unknown_is_told(
    words: list[str], told: str, tmp_path: Path, qapp: object, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ask(*words, "--out", str(tmp_path / "out")) == 2
    assert told in capsys.readouterr().out
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_written_is_a_sentence(
    tmp_path: Path, qapp: object, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "a-file"
    place.write_text("Mine", encoding="utf-8")
    assert ask("mayas-story", "--kind", "certificate", "--out", str(place)) == 2
    assert "What was there is untouched." in capsys.readouterr().out
    assert place.read_text(encoding="utf-8") == "Mine"
    assert list(tmp_path.iterdir()) == [place]
