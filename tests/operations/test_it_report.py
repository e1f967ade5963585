from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from lesson_player.foundation.paths import Places, standard_places
from lesson_player.foundation.settings import Settings
from lesson_player.operations.it_report import ReportPart, in_words, report_parts, write_report

_LEAD = {"name": "Ms Example", "room": "12", "telephone": "01234 567890"}


@pytest.fixture
def places(home: Path) -> Places:
    found = standard_places()
    found.logs.mkdir(parents=True)
    (found.logs / "lesson-player.log").write_text(f"Ms Example asked {Path.home()}/films; step 12\n")
    (found.logs / "crash-2026-11-02-090000.txt").write_text("Fatal Python error")
    (found.logs / "running-1.txt").write_text("not yet")
    return found


def parts(places: Places) -> dict[str, str]:
    settings = Settings(places.settings)
    settings.keep("appearance", {"theme": "dark"})
    settings.keep("safeguarding", _LEAD)
    settings.keep("switches", {"count": 1})
    settings.keep("rooms", {"board": {"sound": "Headphones of Sam"}})
    return {part.name: part.text for part in report_parts(places, settings, '{"lines": "Ms Example"}')}


def test_it_has_what_a_technician_needs(places: Places) -> None:
    found = parts(places)

    assert set(found) == {
        *("computer.json", "settings.json", "lesson-player.log.txt", "crash-2026-11-02-090000.txt"),
    }
    assert '"theme": "dark"' in found["settings.json"]
    assert "step 12" in found["lesson-player.log.txt"]


@pytest.mark.parametrize("private", ["Ms Example", "01234", "Sam", "switches", str(Path.home())])
def test_it_has_nothing_about_a_person(places: Places, private: str) -> None:
    assert private not in "\n".join(parts(places).values())


def test_of_a_long_log_the_end_goes_with_it(places: Places) -> None:
    (places.logs / "lesson-player.log").write_text("early\n" + "x" * 300_000 + "\nlate\n")

    text = parts(places)["lesson-player.log.txt"]

    assert "late" in text
    assert "early" not in text


def test_what_is_shown_is_what_is_saved(places: Places, tmp_path: Path) -> None:
    made = [ReportPart("a.txt", "One", "first\n"), ReportPart("b.txt", "Two", "second\n")]
    write_report(tmp_path / "report.zip", made)

    with zipfile.ZipFile(tmp_path / "report.zip") as archive:
        saved = {name: archive.read(name).decode() for name in archive.namelist()}
    assert saved == {part.name: part.text for part in made}
    assert all(text.strip() in in_words(made) for text in saved.values())


def test_a_folder_that_cannot_be_written_leaves_nothing(places: Places, tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(OSError, match="file"):
        write_report(tmp_path / "file" / "report.zip", [])
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
