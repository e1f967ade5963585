"""The MSI, installed in Wine as a technician does it: opened on the sample lesson, upgraded, removed.

The tests go through the life of one installation, in the order in which they stand here. Wine's own exit code
proves nothing: files, the registry and what the program says are looked at.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import re
import shutil
import subprocess
import time
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from tests.packaging import built, windows_pc
from tests.packaging.windows_pc import wait_for
from tests.packaging.x_screen import close_window, wait_for_window, x_screen, xdotool

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.packaging.windows_pc import WindowsPc

pytestmark = pytest.mark.packages

POLICY = r"HKLM\Software\Policies\Lesson Player"
CLASSES = r"HKLM\Software\Classes"
TOUR_SEEN = '[teacher-window]\ntour = "shown"\n'
TEACHER = "Maya’s story, teacher"
EPOCH = 1764547200


@pytest.fixture(scope="module")
def package() -> Path:
    missing = [name for name in ("wine", "wineserver", "msiextract", "Xvfb") if shutil.which(name) is None]
    if missing:
        pytest.skip(f"{', '.join(missing)} lacks: packaging/system-packages.txt lists what tests need")
    return built.package("LessonPlayer-x64.msi")


@pytest.fixture(scope="module")
def packed(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The files of the package, unpacked by another program than the one that installs them."""
    folder = tmp_path_factory.mktemp("packed")
    subprocess.run(["msiextract", "-C", str(folder), str(package)], check=True, stdout=subprocess.DEVNULL)
    yield next(folder.rglob("LessonPlayer.exe")).parent
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def pc(packed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[WindowsPc]:
    made = windows_pc.set_up(tmp_path_factory.mktemp("wine"), tmp_path_factory.mktemp("lesson"), packed)
    yield made
    made.system.stop()
    # Pytest keeps what the last three runs have left, and this is a gigabyte.
    shutil.rmtree(made.prefix)


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    with x_screen() as display:
        yield display


@pytest.fixture(scope="module")
def installed(pc: WindowsPc, package: Path) -> WindowsPc:
    pc.msiexec("/i", package)
    return pc


def test_libraries_planted_in_the_current_folder_would_be_loaded_if_they_were_looked_for(
    pc: WindowsPc,
) -> None:
    pc.run("rundll32", "planted.dll,nothing")
    assert pc.marks() == [f"planted.dll{windows_pc.LOADED}"]
    (pc.planted / f"planted.dll{windows_pc.LOADED}").unlink()


def test_every_file_is_installed_as_it_was_packed(installed: WindowsPc, packed: Path) -> None:
    assert _files(installed.program) == _files(packed)
    assert len(_files(packed)) > 1000
    links = [path.name for path in installed.drive.rglob("*.lnk")]
    assert links == ["Lesson Player.lnk"]
    opened = installed.run("reg", "query", rf"{CLASSES}\LessonPlayer.Pack\shell\open\command", "/ve").stdout
    assert r'"C:\Program Files\Lesson Player\LessonPlayer.exe" open "%1"' in opened


def test_the_check_for_scripts_says_that_the_computer_is_ready(installed: WindowsPc) -> None:
    code, lines = _machine(installed)
    assert code == 0
    assert [name for name, line in lines.items() if line["readiness"] == "problem"] == []
    for kind in ("decodes-h264-aac", "decodes-vp9-opus"):
        assert lines[kind]["readiness"] == "good"
    assert "Windows 10" in lines["program"]["sentence"]
    assert "Qt Multimedia" in lines["engine"]["sentence"]
    assert "mayas-story" in lines["lessons"]["sentence"]


def test_the_sample_lesson_is_whole_and_its_films_play(installed: WindowsPc) -> None:
    said = installed.lesson_player("check", "mayas-story")
    assert said.stdout.count(": plays\n") == 2, said.stdout
    assert "PROBLEM" not in said.stdout
    assert said.returncode == 0


def test_a_teacher_steps_to_the_film_and_it_plays(installed: WindowsPc, screen: str) -> None:
    installed.own.mkdir(parents=True, exist_ok=True)
    (installed.own / "settings.toml").write_text(TOUR_SEEN, encoding="utf-8")
    started = installed.start(
        screen, "teach", "mayas-story", "--sitting", "something-is-not-right", "--screens", "alone"
    )
    wait_for_window(screen, TEACHER)
    _play_the_film(installed, screen)
    close_window(screen, started, TEACHER)
    assert _place(installed)["step_id"] == "film-part-1"
    assert list(installed.own.glob("logs/running-*")) == []


def test_the_library_opens_and_closes_as_from_the_start_menu(installed: WindowsPc, screen: str) -> None:
    started = installed.start(screen)
    wait_for_window(screen, "^Lesson Player$")
    close_window(screen, started, "^Lesson Player$")
    assert list(installed.own.glob("logs/running-*")) == []
    log = (installed.own / "logs" / "lesson-player.log").read_text(encoding="utf-8")
    assert "ERROR" not in log
    assert "Traceback" not in log


def test_the_commands_of_a_technician_do_their_work(installed: WindowsPc, tmp_path: Path) -> None:
    for command in (
        ("rehearse", "fire-drill", "--out", installed.named(tmp_path / "rehearsal")),
        ("handouts", "fire-drill", "--kind", "help-card", "--out", installed.named(tmp_path / "handouts")),
        ("report", "--out", installed.named(tmp_path / "report.zip")),
    ):
        assert "Traceback" not in installed.lesson_player(*command).stdout
    assert len(list((tmp_path / "rehearsal").glob("*.png"))) > 20
    assert all(path.read_bytes().startswith(b"%PDF") for path in (tmp_path / "handouts").glob("*.pdf"))
    assert list((tmp_path / "handouts").glob("*.pdf"))
    assert "computer.json" in zipfile.ZipFile(tmp_path / "report.zip").namelist()


def test_the_program_without_a_console_answers_when_it_starts_itself(installed: WindowsPc) -> None:
    film = next(installed.program.rglob("h264-aac.mp4"))
    program = r"C:\Program Files\Lesson Player\LessonPlayer.exe"
    said = installed.run(program, "inspect-film", "facts", installed.named(film))
    assert json.loads(said.stdout.splitlines()[-1])["facts"]["video_codec"] == "h264"


def test_the_policy_in_the_registry_holds(installed: WindowsPc, packed: Path) -> None:
    lessons = packed / "program" / "lesson_player" / "content" / "lessons"
    installed.add_to_registry(POLICY, "hide_export", "REG_DWORD", "1")
    installed.add_to_registry(POLICY, "lesson_folders", "REG_MULTI_SZ", installed.named(lessons))
    installed.add_to_registry(rf"{POLICY}\locked\captions", "percent", "REG_DWORD", "150")
    lines = _machine(installed)[1]
    installed.run("reg", "delete", POLICY, "/f")
    assert lines["policy"]["readiness"] == "good"
    for part in ("captions.percent", "nothing saved outside", installed.named(lessons)):
        assert part in lines["policy"]["sentence"]
    assert lines["school-folder-1"]["readiness"] == "good"


def test_no_library_comes_from_the_current_folder_path_or_the_users_registry(installed: WindowsPc) -> None:
    folder = installed.named(installed.planted)
    installed.add_to_registry(r"HKCU\Software\VideoLAN\VLC", "InstallDir", "REG_SZ", folder)
    lines = _machine(installed)[1]
    assert "Qt Multimedia" in lines["engine"]["sentence"]
    # All that ran before this test was started from there too.
    assert installed.marks() == []


def test_a_newer_version_replaces_it_an_older_one_is_refused_and_nothing_is_left(
    installed: WindowsPc, package: Path, packed: Path, tmp_path: Path
) -> None:
    newer = _newer(packed, tmp_path)
    lesson = installed.own / "lessons" / "ours" / "lesson.yaml"
    lesson.parent.mkdir(parents=True)
    lesson.write_text("id: ours\n", encoding="utf-8")
    own = _sums(installed.own)

    installed.msiexec("/i", newer)
    assert _files(installed.program) == _files(tmp_path / "Lesson Player")
    assert installed.lesson_player("--version").stdout.strip()

    installed.msiexec("/i", package)
    assert _files(installed.program) == _files(tmp_path / "Lesson Player")

    installed.msiexec("/x", newer)
    assert not installed.program.exists()
    assert list(installed.drive.rglob("*.lnk")) == []
    assert _ours_in_the_registry(installed) == []
    assert _sums(installed.own) == own


def test_the_set_up_program_lays_the_same_files_and_takes_them_away_again(
    pc: WindowsPc, package: Path, packed: Path
) -> None:
    setup = built.package("LessonPlayer-x64-setup.exe")
    if pc.program.exists():
        pc.msiexec("/x", package)
    pc.system.run(pc.named(setup), "/S", timeout_s=windows_pc.PATIENCE_S)
    laid = _files(pc.program)
    assert laid.pop("uninstall.exe")
    assert laid == _files(packed)
    assert pc.lesson_player("--version").stdout.strip()

    pc.system.run(r"C:\Program Files\Lesson Player\uninstall.exe", "/S", timeout_s=windows_pc.PATIENCE_S)
    # It goes on from a copy of itself, since it cannot take itself away.
    pc.system.end()
    assert not pc.program.exists()
    assert list(pc.drive.rglob("*.lnk")) == []
    assert _ours_in_the_registry(pc) == []


def _machine(pc: WindowsPc) -> tuple[int, dict[str, Any]]:
    said = pc.lesson_player("check", "--machine", "--json")
    told = json.loads(said.stdout[said.stdout.index("{") : said.stdout.rindex("}") + 1])
    assert told["exit_code"] == said.returncode
    return said.returncode, {line["id"]: line for line in told["lines"]}


def _place(pc: WindowsPc) -> dict[str, Any]:
    """The place that is kept: its step, and how far the step and its film are."""
    newest = max(pc.own.glob("places/*.json"), key=lambda path: path.stat().st_mtime, default=None)
    if newest is None:
        return {"step_id": "", "film": {"status": "ready", "at_s": 0.0}}
    kept = json.loads(newest.read_text(encoding="utf-8"))
    return {"step_id": kept["step_id"], "beat": kept["state"]["beat"], "film": kept["state"]["film"]}


def _play_the_film(pc: WindowsPc, screen: str) -> None:
    """Press the key for "next" until the film has played for a second; each press waits for the last."""

    def has_played() -> bool:
        return bool(_place(pc)["step_id"] == "film-part-1" and _place(pc)["film"]["at_s"] > 1)

    def go_on() -> None:
        before = _place(pc)
        if before["film"]["status"] == "playing":
            return
        xdotool(screen, "key", "space")
        heard_by = time.monotonic() + 5
        while _place(pc) == before and time.monotonic() < heard_by:
            time.sleep(0.25)

    wait_for(has_played, "the film plays", go_on)


def _newer(packed: Path, folder: Path) -> Path:
    """A package of a later version: without engines, so that it is made in seconds, and with a file more."""
    msi = importlib.import_module("windows_package.msi")
    root = folder / "Lesson Player"
    parts = ("PySide6", "av", "av.libs", "typst", "lxml", "PIL", "content")
    shutil.copytree(packed, root, ignore=shutil.ignore_patterns(*parts))
    (root / "program" / "newer.txt").write_text("newer", encoding="ascii")
    (folder / "icon.ico").write_bytes(next(packed.rglob("*.exe")).read_bytes()[:64])
    msi.make_msi(root, folder / "icon.ico", "99.0.0", EPOCH, folder / "newer.msi")
    return folder / "newer.msi"


def _files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def _ours_in_the_registry(pc: WindowsPc) -> list[str]:
    """What the registry still has about the program."""
    ours = re.compile(r"lesson.?player|lessonpack", re.IGNORECASE)
    return [line for line in pc.registry().splitlines() if ours.search(line)]


def _sums(folder: Path) -> dict[str, str]:
    """What is the user's own: all but logs."""
    return {name: digest for name, digest in _files(folder).items() if not name.startswith("logs/")}
