"""A technician tries a policy before it is put in, and lessons begin as the school wants."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lesson_player.application.settings_here import policy_line, settings_here
from lesson_player.cli.main import main
from lesson_player.control.key_book import KeyBook
from lesson_player.foundation import policy as policies
from lesson_player.foundation.policy import Policy
from lesson_player.model.library import Readiness, VersionCard
from lesson_player.operations.library import find_lesson, read_lessons
from lesson_player.ui.library.first_choice import first_choice


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "policy.toml"
    path.write_text('adaptation = "easy-read"\nhide_export = true\n[locked.appearance]\ntheme = "white"\n')
    path.chmod(0o644)
    return path


def test_the_check_says_what_the_school_has_set(file: Path) -> None:
    line = policy_line(settings_here(file)[1].policy)

    assert line is not None
    assert line.readiness is Readiness.GOOD
    assert line.sentence == "Set by your school: appearance.theme, easy-read, nothing saved outside"
    assert policy_line(settings_here()[1].policy) is None


def test_a_policy_that_cannot_be_used_fails_the_check(
    file: Path, capsys: pytest.CaptureFixture[str], qapp: object
) -> None:
    file.write_text("[")
    code = main(["--engine", "silent", "check", "mayas-story", "--policy", str(file)])
    out = capsys.readouterr().out

    assert code == 1
    assert "policy could not be used" in " ".join(out.split())
    assert "docs/it/policy.md" in out


def test_the_program_reads_no_policy_but_the_machines(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(policies, "POLICY_FILE", file)

    assert settings_here()[1].section("appearance") == {"theme": "white"}


def test_lessons_begin_in_the_version_that_the_school_wants() -> None:
    places, _ = settings_here()
    card = next(each for each in read_lessons(places, (), "easy-read") if each.id == "mayas-story")
    versions = [version for version in card.versions if version.ready]

    assert versions[first_choice(card, versions).version].adaptations == ("easy-read",)
    plain = next(each for each in read_lessons(places, ()) if each.id == "mayas-story")
    assert first_choice(plain, plain.versions).version == 0
    assert not any(version.first for version in plain.versions)


def test_what_was_taught_last_comes_before_what_the_school_wants() -> None:
    places, _ = settings_here()
    card = next(each for each in read_lessons(places, (), "easy-read") if each.id == "mayas-story")
    from lesson_player.model.library import PlaceCard

    place = PlaceCard(
        key="k",
        lesson=card.id,
        sitting=card.sittings[0].id,
        sitting_title="",
        version_title="",
        step_number=1,
        step_title="",
        saved=datetime.now(UTC),
    )
    again = card.model_copy(update={"places": (place,)})

    assert first_choice(again, card.versions).version == 0


def test_a_school_can_hide_what_saves_outside(
    monkeypatch: pytest.MonkeyPatch, file: Path, qapp: object
) -> None:
    from lesson_player.application.keys import OwnKeys

    monkeypatch.setattr(policies, "POLICY_FILE", file)
    keys = OwnKeys(settings_here()[1], lambda _words: None)

    assert not keys.book.may_save
    assert KeyBook().may_save
    assert not VersionCard(adaptations=(), title="x").first
    assert Policy().hide_export is False


@pytest.mark.parametrize("asked", [["easy-read", "ours"], ["film", "undo", "ours"]], ids=" ".join)
def test_a_terminal_sees_the_lessons_of_the_schools_folders(
    asked: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lesson = find_lesson(settings_here()[0], "mayas-story")
    assert lesson is not None
    copy_lesson(lesson, tmp_path / "lessons" / "ours")
    file = tmp_path / "school.toml"
    file.write_text(f'lesson_folders = ["{tmp_path / "lessons"}"]\n')
    file.chmod(0o644)
    main(asked)
    assert "There is no lesson" in capsys.readouterr().out
    monkeypatch.setattr(policies, "POLICY_FILE", file)
    main(asked)
    assert "There is no lesson" not in capsys.readouterr().out


def copy_lesson(lesson: Path, target: Path) -> None:
    shutil.copytree(lesson, target)
    written = (target / "lesson.yaml").read_text(encoding="utf-8")
    (target / "lesson.yaml").write_text(written.replace("id: mayas-story", "id: ours", 1), encoding="utf-8")


def test_how_slides_are_read_can_be_locked(tmp_path: Path) -> None:
    file = tmp_path / "reading.toml"
    file.write_text("[locked.reading]\nspeed = 0.8\nhighlight = 3\n")
    file.chmod(0o644)
    _, settings = settings_here(file)
    assert settings.section("reading") == {"speed": 0.8}
    assert "reading.highlight" in settings.policy.trouble
