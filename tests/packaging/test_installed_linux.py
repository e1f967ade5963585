"""What users install on Linux, as they have it: unpacked, started, taught with, looked into."""

from __future__ import annotations

import importlib
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from lesson_player.formats.bundle import load_bundle
from tests.packaging.built import package
from tests.support import system_calls, virtual_desktop
from tests.support.source_tree import PACKAGE, REPOSITORY, modules
from tests.support.taught_from_outside import Outside

pytestmark = [
    pytest.mark.packages,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the package is for Linux"),
]
DEB = "lesson-player_*_amd64.deb"
SITTINGS = ("getting-ready", "something-is-not-right", "maya-tells", "block-report-tell")
OF_A_USER = re.compile(
    r"\.local/state/lesson-player(/(places|logs|handed-over))?"
    r"|\.local/state/lesson-player/(places/[\w.-]+\.json|library\.json|logs/[\w.-]+|handed-over/\w+\.lock)[\w.-]*"
    r"|\.local|\.local/state"
)
"""What docs/privacy.md says that a lesson writes below the user's own folder, and the folders on the way."""
OF_THE_SESSION = re.compile(r"(pulse|dconf(/user)?)?")
"""What the computer's own sound and settings keep in the session's folder; it goes when a user logs off."""
OF_THE_SYSTEM = re.compile(r"/dev/(null|tty|shm/[\w.-]+)|/proc/self/.*")
OF_A_PUPIL = re.compile(
    r"(^|_)(pupil|pupils|child|children|student|learner|class_list|answers?|marks?|scores?|attendance|diagnosis)($|_)"
)
PLANTED = (
    *(
        "libvlc.so.5",
        "libvlc.so",
        "libvlccore.so.9",
        "libGL.so.1",
        "libEGL.so.1",
        "libcups.so.2",
        "libasound.so.2",
    ),
    *("libQt6Core.so.6", "libc.so.6", "libpython3.11.so.1.0", "libpulse.so.0", "libspeechd.so.2"),
    *("plugins/platforms/libqxcb.so", "platforms/libqoffscreen.so", "plugins/codec/libavcodec_plugin.so"),
    *("vlc/libvlc.so.5", "vlc/plugins/codec/libavcodec_plugin.so", "qt.conf", "pyvenv.cfg"),
    *("yaml.py", "vlc.py", "sitecustomize.py", "encodings/__init__.py", "lesson_player/__init__.py"),
)
"""Names that a program that looks around itself would load."""


@dataclass(frozen=True)
class Installed:
    """The package unpacked into a folder."""

    root: Path

    @property
    def program(self) -> Path:
        return self.root / "usr/lib/lesson-player/lesson-player"

    @property
    def inside(self) -> Path:
        return self.program.parent / "_internal"

    def libraries(self) -> Iterator[Path]:
        for path in self.program.parent.rglob("*"):
            if path.is_file() and not path.is_symlink() and path.read_bytes()[:4] == b"\x7fELF":
                yield path


@dataclass(frozen=True)
class Taught:
    """A lesson that was taught: what the program asked of the system, and what its user then has."""

    calls: list[Path]
    home: Path
    steps: dict[str, list[int]]
    """For each sitting the numbers of the steps that were come to, in order."""
    films_played: int


def surroundings(home: Path, **more: str) -> dict[str, str]:
    """Those of a user who is new on a computer."""
    return {
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        "LANG": "C.UTF-8",
    } | {
        "XDG_RUNTIME_DIR": str(home.with_name("session")),
        **more,
    }


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    root = tmp_path_factory.mktemp("installed")
    subprocess.run(["dpkg-deb", "-x", package(DEB), root], check=True, timeout=300)
    return Installed(root)


def run(installed: Installed, home: Path, *arguments: str) -> str:
    """What a command of the program prints, without any network."""
    home.mkdir(exist_ok=True)
    done = subprocess.run(
        [*system_calls.without_network(), installed.program, *arguments],
        cwd=home,
        env=surroundings(home),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    assert done.stderr == ""
    return done.stdout


def test_it_checks_itself_and_the_lesson_and_writes_nothing_beside(
    installed: Installed, tmp_path: Path
) -> None:
    assert "Nothing would stop the lesson." in run(installed, tmp_path / "home", "check", "mayas-story")
    told = json.loads(run(installed, tmp_path / "home", "check", "--machine", "--json"))
    found = {line["id"]: line["readiness"] for line in told["lines"]}
    assert {found[name] for name in ("engine", "decodes-h264-aac", "decodes-vp9-opus", "fonts")} == {"good"}
    assert "VLC" in next(line["sentence"] for line in told["lines"] if line["id"] == "engine")


@pytest.mark.parametrize(
    ("form", "ending", "begins"),
    [
        ("pdf", ".pdf", b"%PDF-"),
        ("slides", ".pptx", b"PK\x03\x04"),
        ("web", ".html", b"<!DOCTYPE html>"),
        ("braille", ".brf", b""),
    ],
)
def test_it_makes_handouts_of_every_form(
    form: str, ending: str, begins: bytes, installed: Installed, tmp_path: Path
) -> None:
    run(
        installed, tmp_path / "home", "handouts", "fire-drill", "--form", form, "--out", str(tmp_path / "out")
    )

    made = list((tmp_path / "out").rglob(f"*{ending}"))
    assert made
    assert all(
        path.stat().st_size > 100 and path.read_bytes().lower().startswith(begins.lower()) for path in made
    )


def test_it_looks_into_films(installed: Installed, tmp_path: Path) -> None:
    film = installed.inside / "lesson_player/content/media/mayas-story/mayas-story.webm"
    told = json.loads(run(installed, tmp_path / "home", "inspect-film", "facts", str(film)))
    assert (told["facts"]["video_codec"], told["facts"]["sound_codec"]) == ("vp9", "opus")


def test_it_looks_into_a_film_that_is_put_in(installed: Installed, tmp_path: Path) -> None:
    film = installed.inside / "lesson_player/content/media/mayas-story/mayas-story.webm"
    assert "VP9" in run(
        installed, tmp_path / "home", "film", "import", "mayas-story", "--film", str(film), "--dry-run"
    )


def test_every_module_and_file_of_the_program_is_in_it(installed: Installed) -> None:
    readers = importlib.import_module("PyInstaller.archive.readers")
    program = readers.CArchiveReader(str(installed.program))
    held = {*program.toc, *program.open_embedded_archive("PYZ.pyz").toc}
    with zipfile.ZipFile(installed.inside / "base_library.zip") as library:
        names = [name.removesuffix(".pyc").replace("/", ".") for name in library.namelist()]
    held |= {name.removesuffix(".__init__") for name in names}
    held |= {path.name.split(".")[0] for path in (installed.inside / "python3.11/lib-dynload").iterdir()}

    ours = {f"lesson_player.{each.name}".rstrip(".") for each in modules() if each.name != "__main__"}
    of_voice_packs = {
        line
        for line in (REPOSITORY / "packaging/voice/standard_library.txt").read_text().splitlines()
        if line and not line.startswith(("#", "typing."))
    } - {*sys.builtin_module_names, "zipimport"}
    assert {*ours, *of_voice_packs} - held == set()
    # A catalogue is read from its .mo; its .po is for translators.
    not_read = {".py", ".pyc", ".po", ".typed"}
    data = [path for path in PACKAGE.rglob("*") if path.is_file() and path.suffix not in not_read]
    assert [
        path for path in data if not (installed.inside / path.relative_to(PACKAGE.parent)).is_file()
    ] == []


def test_its_libraries_look_for_others_beside_themselves_alone(installed: Installed) -> None:
    for library in installed.libraries():
        said = subprocess.run(["objdump", "-p", library], capture_output=True, text=True, check=True).stdout
        for search in re.findall(r"^\s+R(?:UN)?PATH\s+(\S*)$", said, re.MULTILINE):
            for each in search.split(":"):
                assert each.startswith("$ORIGIN"), library
                place = Path(os.path.normpath(each.replace("$ORIGIN", str(library.parent))))
                assert place.is_relative_to(installed.program.parent), library
        assert not library.stat().st_mode & 0o6000, f"{library} runs as somebody else"


def test_nothing_of_the_folder_it_starts_in_or_of_a_lesson_is_loaded(
    installed: Installed, tmp_path: Path
) -> None:
    if why_not := system_calls.why_not():
        pytest.skip(why_not)
    home, calls = tmp_path / "home", tmp_path / "calls.txt"
    lesson = home / ".local/share/lesson-player/lessons/own"
    shutil.copytree(installed.inside / "lesson_player/content/lessons/fire-drill", lesson)
    here = tmp_path / "here"
    for folder in (here, lesson):
        for name in PLANTED:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text("raise SystemExit('loaded')")
    around = surroundings(home) | dict.fromkeys(
        ("VLC_PLUGIN_PATH", "QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "PYTHONPATH", "PYTHONHOME"), "."
    )

    done = subprocess.run(
        system_calls.watching(calls, [str(installed.program), "check"], files=True),
        cwd=here,
        env=around,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )

    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    tried = {path if path.startswith("/") else str(here / path) for path in system_calls.tried(calls)}
    planted = {str(folder / name) for folder in (here, lesson) for name in PLANTED}
    assert tried & planted == set()
    assert [path for path in tried if Path(path).parent == here] == []
    assert str(lesson / "lesson.yaml") in tried, "the lesson was looked at"


@pytest.mark.parametrize(
    ("check", "what", "known"),
    [
        (["desktop-file-validate"], "applications/lesson-player.desktop", ""),
        # Its id would have to begin with the publisher's domain, and the project has none.
        (["appstreamcli", "validate", "--no-net"], "metainfo/*.xml", "cid-desktopapp-is-not-rdns"),
        (["mandoc", "-T", "lint", "-W", "warning"], "man/man1/lesson-player.1.gz", ""),
    ],
)
def test_what_desktops_read_is_as_they_ask_for(
    check: list[str], what: str, known: str, installed: Installed
) -> None:
    if shutil.which(check[0]) is None:
        pytest.skip(f"{check[0]} is not installed; `make test-packages` brings it")
    files = sorted((installed.root / "usr/share").glob(what))
    assert files
    done = subprocess.run([*check, *files], capture_output=True, text=True, check=False)
    found = [
        line
        for line in (done.stdout + done.stderr).splitlines()
        if re.match(r"[WE]:|.*(WARNING|ERROR|error)", line)
    ]
    assert [line for line in found if not known or known not in line] == []
    assert done.returncode == 0 or known


@pytest.mark.slow
def test_lintian_finds_nothing_that_is_not_explained() -> None:
    """What stays is explained in the package's own list, packaging/linux/share/lintian-overrides."""
    if shutil.which("lintian") is None:
        pytest.skip("lintian is not installed; `make test-packages` brings it")
    done = subprocess.run(
        ["lintian", "--allow-root", "--fail-on", "error,warning", package(DEB)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def taught(installed: Installed, tmp_path_factory: pytest.TempPathFactory) -> Taught:
    """Maya's story in all its sittings, on a screen in memory, by one key, where there is no network."""
    why_not = system_calls.why_not() or virtual_desktop.why_not()
    if not why_not and shutil.which("xdotool") is None:
        why_not = "xdotool is not installed"
    if why_not:
        pytest.skip(why_not)
    folder = tmp_path_factory.mktemp("taught")
    home, session = folder / "home", folder / "session"
    home.mkdir()
    session.mkdir(mode=0o700)
    steps: dict[str, list[int]] = {}
    films_played = 0
    with virtual_desktop.virtual_desktop(1366, 768) as desktop:
        for sitting in SITTINGS:
            teacher = _teach(installed, home, desktop, sitting, folder / f"{sitting}.txt")
            steps[sitting] = teacher.steps
            films_played += teacher.films_played
    return Taught([folder / f"{sitting}.txt" for sitting in SITTINGS], home, steps, films_played)


def _teach(installed: Installed, home: Path, desktop: dict[str, str], sitting: str, calls: Path) -> Outside:
    teach = [str(installed.program), "teach", "mayas-story", "--sitting", sitting, "--screens", "shared"]
    places = home / ".local/state/lesson-player/places"
    with (
        calls.with_suffix(".said").open("wb") as said,
        subprocess.Popen(
            [*system_calls.without_network(), *system_calls.watching(calls, teach, files=True)],
            cwd=home,
            env=surroundings(home, DISPLAY=desktop["DISPLAY"]),
            stdout=said,
            stderr=said,
        ) as program,
    ):
        teacher = Outside(desktop, places, program, {path.name for path in places.glob("*.json")})
        try:
            teacher.teach()
        finally:
            program.terminate()
    assert (program.returncode, calls.with_suffix(".said").read_text()) == (0, "")
    return teacher


def test_the_whole_lesson_is_taught_and_its_film_plays(taught: Taught) -> None:
    lesson, _ = load_bundle(REPOSITORY / "lessons/mayas-story", (REPOSITORY / "media",))
    assert lesson is not None
    for sitting, steps in taught.steps.items():
        assert steps == list(range(steps[0], len(lesson.lesson.sitting(sitting).steps) + 1)), sitting
        assert steps[0] <= 2, "by the first key the second step may have been come to"
    assert taught.films_played >= 2


def test_a_lesson_asks_nothing_of_a_network(taught: Taught) -> None:
    for calls in taught.calls:
        families = system_calls.families(calls)
        assert families, "nothing was written down, so nothing was watched"
        assert families <= system_calls.LOCAL_FAMILIES


def test_a_lesson_writes_what_is_documented_and_nothing_about_a_pupil(taught: Taught) -> None:
    written = {path for calls in taught.calls for path in system_calls.written(calls)}
    assert any("/places/" in path for path in written), "nothing was written down, so nothing was watched"
    of_user = {path.relative_to(taught.home).as_posix() for path in taught.home.rglob("*")}
    session = taught.home.with_name("session")
    for each in map(Path, written):
        if each.is_relative_to(taught.home):
            of_user.add(each.relative_to(taught.home).as_posix())
        elif each.is_relative_to(session):
            assert OF_THE_SESSION.fullmatch(each.relative_to(session).as_posix()), each
        else:
            assert OF_THE_SYSTEM.fullmatch(str(each)), each
    assert {path for path in of_user if not OF_A_USER.fullmatch(path)} == set()
    kept = [path for path in taught.home.rglob("*.json") if path.is_file()]
    assert kept
    for path in kept:
        names = set(_names_in(json.loads(path.read_text(encoding="utf-8"))))
        assert names
        assert {name for name in names if OF_A_PUPIL.search(name)} == set(), path.name


def _names_in(value: object) -> Iterator[str]:
    """Names of all fields of a JSON file, however deep."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield name
            yield from _names_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _names_in(inner)
