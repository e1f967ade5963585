"""``lesson-player film``: putting in a film from a terminal, going back, and files that cannot be used."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from lesson_player.cli.main import main
from tests.support import school_films as films

MOMENTS = """versions:
  film: {start: 0, clues: 0.5, what-can-maya-do: 1, maya-tells: 1.2, who-can-you-tell: 2, end: 2.8}
  bsl: {start: 0.1, clues: 0.6, what-can-maya-do: 1.4, maya-tells: 2, who-can-you-tell: 3, end: 3.9}
"""


@dataclass(frozen=True)
class Done:
    """A command that has ended."""

    returncode: int
    stdout: str


class Terminal:
    """A technician at a terminal, with a home folder of their own."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.store = home / "data" / "media" / "mayas-story"

    def run(self, *arguments: object) -> Done:
        """The command as a call: what it prints, and its exit code. An error in it fails the test."""
        said = io.StringIO()
        with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(said):
            patch.setenv("LESSON_PLAYER_HOME", str(self.home))
            try:
                code = main(["--engine", "silent", *map(str, arguments)])
            except SystemExit as ended:
                code = int(ended.code or 0)
        return Done(code, said.getvalue())

    def run_apart(self, *arguments: object) -> Done:
        """The command as a process of its own."""
        done = subprocess.run(
            [sys.executable, "-m", "lesson_player", "--engine", "silent", *map(str, arguments)],
            env=os.environ
            | {
                "PYTHONPATH": os.pathsep.join(sys.path),
                "LESSON_PLAYER_HOME": str(self.home),
                "QT_QPA_PLATFORM": "offscreen",
            },
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert "Traceback" not in done.stderr
        return Done(done.returncode, done.stdout)

    def put_in(self, *arguments: object) -> Done:
        return self.run("film", "import", "mayas-story", *arguments)

    def files(self) -> dict[str, bytes]:
        found = self.store.rglob("*") if self.store.exists() else ()
        return {str(path.relative_to(self.store)): path.read_bytes() for path in found if path.is_file()}


@pytest.fixture
def terminal(home: Path, qapp: object) -> Terminal:
    return Terminal(home)


def test_a_film_is_put_in_checked_and_taken_out_again(terminal: Terminal, tmp_path: Path) -> None:
    moments = tmp_path / "moments.yaml"
    moments.write_text(MOMENTS, encoding="utf-8")
    done = terminal.run_apart(
        *("film", "import", "mayas-story", "--film", films.with_captions(), "--bsl", films.other()),
        *("--moments", moments, "--signer", "0.5,0,0.5,1"),
    )
    assert done.returncode == 0, done.stdout
    assert "1 caption, from the captions inside the film" in done.stdout
    assert "6 steps tell the story of the sample film" in done.stdout
    assert "With the IWF’s film" in done.stdout
    assert "only worked out" not in done.stdout

    checked = terminal.run_apart("check", "mayas-story")
    assert "Film: the file is whole" in checked.stdout
    assert "British Sign Language version: the file is whole" in checked.stdout
    assert "nobody has looked" not in checked.stdout
    wrong = [line for line in checked.stdout.splitlines() if "PROBLEM" in line]
    assert [line for line in wrong if "Film" not in line and "marked" not in line] == []

    undone = terminal.run_apart("film", "undo", "mayas-story")
    assert undone.returncode == 0
    assert "the sample film." in undone.stdout
    assert "the IWF’s film." in terminal.run("film", "undo", "mayas-story").stdout


def test_easy_captions_and_the_bsl_versions_description_are_put_in(
    terminal: Terminal, tmp_path: Path
) -> None:
    words = tmp_path / "words.vtt"
    words.write_text("WEBVTT\n\n00:00.500 --> 00:02.500\nMaya is home.\n", encoding="utf-8")
    done = terminal.put_in(
        *("--film", films.plain(), "--bsl", films.other(), "--easy-captions", words),
        *("--bsl-easy-captions", words, "--bsl-descriptions", words),
    )
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("1 easy-read caption, from words.vtt") == 2
    assert done.stdout.count("1 description, from words.vtt") == 1
    written = "\n".join(terminal.files())
    for name in ("film-easy-captions.vtt", "bsl-easy-captions.vtt", "bsl-descriptions.vtt"):
        assert name in written


def test_estimated_moments_stay_a_warning_until_somebody_has_looked(terminal: Terminal) -> None:
    done = terminal.put_in("--film", films.plain(), "--bsl", films.other(), "--burnt-in-captions")
    assert done.returncode == 0
    assert "only worked out from the length" in done.stdout
    assert "no captions" not in done.stdout
    checked = terminal.run("check", "mayas-story")
    assert "Film: nobody has looked at its moments yet" in checked.stdout
    assert "Film: captions are in the picture" in checked.stdout
    assert "British Sign Language version: captions are in the picture" in checked.stdout


def test_one_version_alone_may_carry_captions(terminal: Terminal) -> None:
    terminal.put_in("--film", films.plain(), "--bsl", films.other(), "--burnt-in-captions", "bsl")
    checked = terminal.run("check", "mayas-story")
    assert "Film: has no captions" in checked.stdout
    assert "British Sign Language version: captions are in the picture" in checked.stdout


def test_a_dry_run_changes_nothing(terminal: Terminal) -> None:
    done = terminal.put_in("--film", films.flashing(5), "--bsl", films.other(), "--dry-run")
    assert done.returncode == 0
    assert "flashes more than three times in a second: 0:0" in done.stdout
    assert "the files were only looked at" in done.stdout
    assert terminal.files() == {}


def test_a_flashing_film_is_put_in_and_the_check_says_where(terminal: Terminal) -> None:
    terminal.put_in("--film", films.flashing(5))
    assert "Film: flashes fast, at 0:00" in terminal.run("check", "mayas-story").stdout


def test_for_all_users_it_needs_the_rights(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    # What Linux calls /usr/local/share is taken from the environment; a file stands where it should be.
    terminal.home.mkdir(parents=True)
    blocked = terminal.home / "blocked"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_DATA_DIRS", str(blocked))
    done = terminal.put_in("--film", films.plain(), "--machine")
    assert done.returncode == 2
    assert "cannot be changed from this account" in done.stdout


def test_for_all_users_it_goes_into_the_machines_store(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_DIRS", str(terminal.home / "machine"))
    assert terminal.put_in("--film", films.plain(), "--machine").returncode == 0
    assert (terminal.home / "machine" / "lesson-player" / "media" / "mayas-story" / "film.yaml").is_file()
    assert terminal.files() == {}
    undone = terminal.run("film", "undo", "mayas-story", "--machine")
    assert "the sample film." in undone.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("undo", "mayas-story"), "nothing to undo"),
        (("undo", "nothing"), "There is no lesson called “nothing”"),
        (("import", "nothing", "--film", "a.mp4"), "There is no lesson called “nothing”"),
        (("import", "mayas-story", "--film", "a.mp4", "--signer", "1,1,1,1"), "is no rectangle"),
        (("import", "mayas-story", "--film", "a.mp4", "--moments", "gone.yaml"), "gone.yaml"),
    ],
)
def test_what_cannot_be_done_is_said(terminal: Terminal, arguments: tuple[str, ...], says: str) -> None:
    done = terminal.run("film", *arguments)
    assert done.returncode == 2
    assert says in done.stdout


def text_renamed(folder: Path) -> Path:
    (folder / "letter.mp4").write_text("Dear all, the film is on the share.\n" * 40, encoding="utf-8")
    return folder / "letter.mp4"


def zero_bytes(folder: Path) -> Path:
    (folder / "empty.mp4").touch()
    return folder / "empty.mp4"


def playlist(folder: Path) -> Path:
    (folder / "film.xspf").write_text("<?xml version='1.0'?><playlist/>", encoding="utf-8")
    return folder / "film.xspf"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory, qapp: object) -> Path:
    """A home folder into which a film was put."""
    terminal = Terminal(tmp_path_factory.mktemp("installed"))
    assert terminal.put_in("--film", films.plain()).returncode == 0
    return terminal.home


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (films.broken_off, "breaks off at 0:0"),
        (text_renamed, "is not a film"),
        (zero_bytes, "is an empty file"),
        (playlist, "is a list of other files"),
        (lambda _folder: films.protected(), "locked against copying"),
        (lambda _folder: films.twelve_hours(), "says that it lasts 12:0"),
        (lambda folder: folder / "gone.mp4", "is missing"),
        (lambda _folder: films.other(), "was given as the film and as its BSL version"),
    ],
)
def test_a_bad_film_is_refused_and_the_former_one_stays(
    installed: Path, tmp_path: Path, make: Callable[[Path], Path], says: str
) -> None:
    terminal = Terminal(installed)
    before = terminal.files()
    done = terminal.put_in("--film", make(tmp_path), "--bsl", films.other())
    assert done.returncode == 1
    assert says in done.stdout
    assert "Nothing was changed" in done.stdout
    assert terminal.files() == before != {}


def test_the_commands_help_names_what_there_is(terminal: Terminal) -> None:
    said = terminal.run("film", "import", "--help").stdout
    for option in ("--film", "--bsl", "--captions", "--easy-captions", "--descriptions", "--moments"):
        assert option in said
    assert "inspect-film" not in terminal.run("--help").stdout
