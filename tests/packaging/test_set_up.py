"""packaging/setup: what it installs, what it says where it may not, and that it does nothing twice.

Debian's and Python's programs are stood in for by small scripts that write down how they were called.
"""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.source_tree import REPOSITORY

PACKAGES = "film libvlc5 # films\nrun libegl1 # Qt\nrun libglib2.0-0 # Qt\ntests xvfb # a screen\n"
INSTALLED = "installed libegl1 \ninstalled libglib2.0-0t64 libglib2.0-0 (= 2.84), other\ndeinstalled xvfb \n"


@dataclass(frozen=True, slots=True)
class Machine:
    """A folder with the project's set-up in it, and a bin folder that stands in for the machine."""

    project: Path
    bin: Path

    def program(self, name: str, script: str) -> None:
        file = self.bin / name
        file.write_text(f'#!/bin/bash\necho "{name} $*" >>"{self.bin}/calls"\n{script}\n', encoding="utf-8")
        file.chmod(0o755)

    def calls(self) -> list[str]:
        """What was called since the last time, without the questions that change nothing."""
        log = self.bin / "calls"
        lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
        log.unlink(missing_ok=True)
        questions = ("dpkg-query", "id", "python -c", "venv-python -c")
        return [line for line in lines if not line.startswith(questions)]

    def set_up(self, *groups: str, **environment: str) -> subprocess.CompletedProcess[str]:
        path = f"{self.bin}:/usr/bin:/bin"
        return subprocess.run(
            [self.project / "packaging" / "setup", *groups],
            env={"PATH": path, "PYTHON": str(self.bin / "python"), "LC_ALL": "C", **environment},
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    made = Machine(tmp_path / "project", tmp_path / "bin")
    (made.project / "packaging").mkdir(parents=True)
    made.bin.mkdir()
    shutil.copy(REPOSITORY / "packaging" / "setup", made.project / "packaging")
    (made.project / "packaging" / "system-packages.txt").write_text(PACKAGES)
    (made.project / "requirements.lock").write_text("a==1\n")
    made.program("dpkg-query", f"[[ $* == *Provides* ]] && printf '{INSTALLED}'")
    made.program("id", "echo 0")
    made.program("apt-get", "")
    site = "mkdir -p .venv/site; if [[ $1 == -c && $2 == *purelib* ]]; then echo .venv/site; fi"
    made.program("venv-python", site)
    made.program(
        "python",
        f'if [[ $2 == venv ]]; then mkdir -p "$3/bin"; cp "{made.bin}/venv-python" "$3/bin/python"; fi',
    )
    return made


BUILT = [
    "python --version",
    "python -m venv .venv",
    (
        "venv-python -m pip install --quiet --disable-pip-version-check --no-input"
        " --require-hashes --only-binary :all: -r requirements.lock"
    ),
]


def test_the_first_call_builds_and_the_second_does_nothing(machine: Machine) -> None:
    assert machine.set_up("run").returncode == 0
    assert machine.calls() == BUILT
    path_file = machine.project / ".venv" / "site" / "lesson_player.pth"
    assert path_file.read_text() == f"{machine.project}/src\n"

    again = machine.set_up("run")

    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    assert machine.calls() == []


def test_another_lock_is_installed(machine: Machine) -> None:
    machine.set_up("run")
    machine.calls()
    (machine.project / "requirements.lock").write_text("a==2\n")
    assert machine.set_up("run").returncode == 0
    assert machine.calls() == BUILT


def test_after_a_move_the_environment_is_built_afresh(machine: Machine) -> None:
    machine.set_up("run")
    (machine.project / ".venv" / "old").touch()
    moved = Machine(machine.project.rename(machine.project.with_name("elsewhere")), machine.bin)
    moved.calls()
    assert moved.set_up("run").returncode == 0
    assert moved.calls() == BUILT
    assert not (moved.project / ".venv" / "old").exists()


def test_a_failed_install_is_tried_again(machine: Machine) -> None:
    machine.program("venv-python", "[[ $1 == -c ]]")
    failed = machine.set_up("run")
    assert failed.returncode == 1
    assert "could not be installed" in failed.stderr
    machine.calls()
    assert machine.set_up("run").returncode == 1
    assert machine.calls() == BUILT


def test_only_what_is_missing_is_installed(machine: Machine) -> None:
    assert machine.set_up("run", "film", "tests").returncode == 0
    assert [call for call in machine.calls() if call.startswith("apt-get")] == [
        "apt-get update -qq",
        "apt-get install -y -qq --no-install-recommends libvlc5 xvfb",
    ]


def test_venv_is_installed_where_python_comes_without_it(machine: Machine) -> None:
    machine.program("python", "[[ $2 != *ensurepip* ]]")
    machine.set_up("run")
    assert "apt-get install -y -qq --no-install-recommends python3-venv" in machine.calls()


def test_sudo_is_used_where_it_asks_for_no_password(machine: Machine) -> None:
    machine.program("id", "echo 1000")
    machine.program("sudo", "")
    assert machine.set_up("film").returncode == 0
    assert [call for call in machine.calls() if call.startswith("sudo")] == [
        "sudo -n true",
        "sudo -n apt-get update -qq",
        "sudo -n env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libvlc5",
    ]


def test_elsewhere_one_line_to_run_is_printed_and_nothing_done(machine: Machine) -> None:
    machine.program("id", "echo 1000")
    machine.program("sudo", "exit 1")
    stopped = machine.set_up("run", "film")
    line = "sudo apt-get update && sudo apt-get install --no-install-recommends -y libvlc5"
    assert stopped.returncode == 1
    assert [text.strip() for text in stopped.stderr.splitlines() if "apt-get" in text] == [line]
    assert machine.calls() == ["sudo -n true"]

    assert machine.set_up("run", "film", SETUP_SYSTEM="skip").returncode == 0
    assert machine.calls() == BUILT


def test_an_unknown_group_is_named(machine: Machine) -> None:
    stopped = machine.set_up("windws")
    assert stopped.returncode == 1
    assert "no group 'windws'" in stopped.stderr


def test_every_group_of_the_makefile_exists() -> None:
    lines = (REPOSITORY / "packaging" / "system-packages.txt").read_text(encoding="utf-8").splitlines()
    groups = {line.split()[0] for line in lines if line and not line.startswith("#")}
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    calls = [line.split()[1:] for line in makefile.splitlines() if line.startswith("\t@packaging/setup")]
    assert calls
    assert {group for call in calls for group in call} == groups
