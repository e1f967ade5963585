"""``lesson-player pack``, ``install`` and ``uninstall``, from one computer to another."""

from __future__ import annotations

from pathlib import Path

import pytest

from lesson_player.cli.main import main
from lesson_player.foundation.paths import standard_places
from lesson_player.operations.library import find_lesson
from tests.support.packs import put, sample_files


@pytest.fixture
def computers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """The school's computer, on which we are at first, and another one; each as its home folder."""
    homes = tmp_path / "school", tmp_path / "other"
    put(homes[0] / "data", sample_files())
    monkeypatch.setenv("LESSON_PLAYER_HOME", str(homes[0]))
    return homes


def test_a_lesson_goes_from_one_computer_to_another_and_out_again(
    computers: tuple[Path, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    pack = tmp_path / "reading.lessonpack"
    assert main(["pack", "reading", "--out", str(pack), "--licence", "For schools."]) == 0
    told = capsys.readouterr().out
    assert "Lesson “A quiet reading lesson”, with the versions: Short." in told
    assert "For schools." in told
    assert "No licence is stated for “Reading”." in told
    assert f"Written: {pack} (0.1 MB)" in told

    monkeypatch.setenv("LESSON_PLAYER_HOME", str(computers[1]))
    assert main(["install", str(pack), "--dry-run"]) == 0
    assert find_lesson(standard_places(), "reading") is None
    assert main(["install", str(pack)]) == 0
    assert find_lesson(standard_places(), "reading") == computers[1] / "data/lessons/reading"
    key = capsys.readouterr().out.split("lesson-player uninstall ")[1].strip()

    assert main(["uninstall"]) == 0
    assert f"{key}  A quiet reading lesson" in capsys.readouterr().out
    assert main(["uninstall", key]) == 0
    assert find_lesson(standard_places(), "reading") is None
    assert main(["uninstall", key, "--put-back"]) == 0
    assert find_lesson(standard_places(), "reading") is not None
    assert main(["uninstall", key, "--for-good"]) == 0
    assert list((computers[1] / "data/packs").glob("*/*")) == []
    assert main(["uninstall", key]) == 2
    assert "No pack called" in capsys.readouterr().out


def test_on_a_clash_it_says_what_can_be_chosen(
    computers: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = tmp_path / "reading.lessonpack"
    assert main(["pack", "reading", "--out", str(pack), "--without-films"]) == 0
    assert main(["install", str(pack)]) == 0
    assert "All of it is here already." in capsys.readouterr().out
    lesson = computers[0] / "data/lessons/reading/lesson.yaml"
    lesson.write_bytes(lesson.read_bytes() + b"# mine\n")
    assert main(["install", str(pack)]) == 2
    assert "Give --keep-both or --replace." in capsys.readouterr().out
    assert main(["install", str(pack), "--keep-both"]) == 0
    assert (computers[0] / "data/lessons/reading-2").is_dir()
    assert main(["install", str(pack), "--replace"]) == 0
    assert not lesson.read_bytes().endswith(b"# mine\n")


def test_versions_go_alone(
    computers: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = tmp_path / "short.lessonpack"
    assert main(["pack", "reading", "--out", str(pack), "--versions-only", "--adaptation", "short"]) == 0
    assert "Version “Short” of the lesson “reading”." in capsys.readouterr().out


def test_a_file_that_is_no_pack_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    letter = tmp_path / "letter.lessonpack"
    letter.write_text("Dear all")
    assert main(["install", str(letter)]) == 2
    assert capsys.readouterr().out.startswith("This is not a lesson pack. Nothing has been changed.")
    assert main(["install", str(tmp_path / "gone.lessonpack")]) == 2
    assert "gone.lessonpack could not be read" in capsys.readouterr().out


def test_where_the_school_hides_saving_nothing_is_written(
    computers: tuple[Path, Path], tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(home, {"policy.toml": b"hide_export = true\n"})
    assert main(["pack", "reading", "--out", str(tmp_path / "a.lessonpack")]) == 2
    assert "nothing is saved outside" in capsys.readouterr().out
    assert not (tmp_path / "a.lessonpack").exists()


def test_an_unknown_lesson_is_told(
    computers: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pack", "writing", "--out", str(tmp_path / "a.lessonpack")]) == 2
    assert "There is no lesson called “writing”." in capsys.readouterr().out
