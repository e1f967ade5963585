"""The Linux packages in a Debian that has nothing: installed, used, taken away again, without a network."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.packaging.bare_debian import TEACHER, BareDebian, bare_debian
from tests.packaging.built import package
from tests.support import virtual_desktop
from tests.support.source_tree import REPOSITORY
from tests.support.taught_from_outside import Outside

pytestmark = [
    pytest.mark.packages,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the package is for Linux"),
]
NO_FONTS = "Fontconfig error: Cannot load default config file: No such file: (null)"
"""Said where no typefaces are installed; the program has its own."""
PLACES = ".local/state/lesson-player/places"


@pytest.fixture
def debian(tmp_path: Path) -> Iterator[BareDebian]:
    with bare_debian(package("lesson-player_*_amd64.deb"), tmp_path) as made:
        yield made


def lay_own_lesson(debian: BareDebian) -> Path:
    """A lesson of the user's own, which nothing may take away."""
    own = debian.home / ".local/share/lesson-player/lessons/own"
    shutil.copytree(REPOSITORY / "lessons/fire-drill", own)
    debian.run("root", "chown", "-R", f"{TEACHER}:", f"/home/{TEACHER}/.local")
    return own


def test_it_is_installed_taught_with_and_purged_from_a_stick(debian: BareDebian) -> None:
    before, own = debian.files(), lay_own_lesson(debian)
    shutil.copy(package("lesson-player_*_amd64.deb"), debian.root / "stick")
    stick = sorted(f"/stick/{path.name}" for path in (debian.root / "stick").glob("*.deb"))

    debian.run("root", "apt-get", "install", "--yes", "--no-install-recommends", *stick)

    said = debian.run(TEACHER, "lesson-player", "check")
    assert "Nothing would stop the lesson." in said
    assert "Lesson: own" in said
    assert "Films play with VLC" in said
    debian.run(TEACHER, "lesson-player", "rehearse", "own", "--out", f"/home/{TEACHER}/rehearsal")
    assert len(list((debian.home / "rehearsal").rglob("*.png"))) >= 5
    teach_in(debian, "own")
    kept = sorted(debian.home.joinpath(PLACES).iterdir())
    assert kept

    debian.run("root", "apt-get", "purge", "--yes", "lesson-player")

    listed = debian.run("root", "bash", "-c", "cat /var/lib/dpkg/info/*.list").splitlines()
    # Debian's /lib is a link to /usr/lib, and some packages still list their files there.
    of_others = {f"{usr}{line.strip('/')}" for line in listed for usr in ("", "usr/")}
    assert debian.files() - before - of_others == set()
    assert (own / "lesson.yaml").read_bytes() == (REPOSITORY / "lessons/fire-drill/lesson.yaml").read_bytes()
    assert sorted(debian.home.joinpath(PLACES).iterdir()) == kept


def teach_in(debian: BareDebian, lesson: str) -> None:
    """Teach it to its end with real keys, on a screen outside."""
    if why_not := virtual_desktop.why_not():
        pytest.skip(why_not)
    with virtual_desktop.virtual_desktop(1366, 768) as desktop:
        command = debian.entering(
            *(TEACHER, "lesson-player", "teach", lesson, "--screens", "shared"), DISPLAY=desktop["DISPLAY"]
        )
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as program:
            teacher = Outside(desktop, debian.home / PLACES, program, set())
            try:
                teacher.teach()
            finally:
                program.terminate()
            assert program.stdout is not None
            said = program.stdout.read().decode()
    assert (program.returncode, set(said.splitlines()) - {NO_FONTS}) == (0, set())
    assert len(teacher.steps) >= 3


@pytest.mark.parametrize("user", [pytest.param("root", marks=pytest.mark.slow), TEACHER])
def test_the_archive_is_installed_and_removed_by_its_script(user: str, debian: BareDebian) -> None:
    needs = sorted(f"/stick/{path.name}" for path in (debian.root / "stick").glob("*.deb"))
    debian.run("root", "apt-get", "install", "--yes", "--no-install-recommends", *needs)
    own = lay_own_lesson(debian)
    archive = package("lesson-player-*-linux-x86_64.tar.xz")
    subprocess.run(["tar", "-C", debian.root / "stick", "-xf", archive], check=True)
    [folder] = [path.name for path in (debian.root / "stick").iterdir() if path.is_dir()]
    before, of_user = debian.files(), set(debian.home.rglob("*"))
    prefix = "/usr/local" if user == "root" else f"/home/{TEACHER}/.local"

    debian.run(user, f"/stick/{folder}/install.sh")
    assert "Nothing would stop the lesson." in debian.run(TEACHER, f"{prefix}/bin/lesson-player", "check")
    state = debian.home / ".local/state"
    debian.run(user, f"/stick/{folder}/install.sh", "--remove")

    assert debian.files() == before
    of_sound = {
        debian.home / ".config",
        *(debian.home / ".config").rglob("pulse*"),
        *debian.home.rglob("pulse/*"),
    }
    left = {path for path in debian.home.rglob("*") if not path.is_relative_to(state)}
    assert left - of_user - of_sound == set()
    assert (own / "lesson.yaml").is_file()
