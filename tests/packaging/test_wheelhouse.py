"""Wheelhouses: what pip is told, our own wheel, and an installation without a network."""

from __future__ import annotations

import importlib
import importlib.util
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

from tests.packaging.built import package
from tests.support.source_tree import REPOSITORY

KIT = REPOSITORY / "packaging" / "wheelhouse"
for folder in (REPOSITORY / "packaging", REPOSITORY / "packaging" / "sbom", KIT):
    sys.path.insert(0, str(folder))
wheels = importlib.import_module("house.wheels")
archive = importlib.import_module("house.archive")
own_wheel = importlib.import_module("house.own_wheel")


def _install_script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("wheelhouse_install", KIT / "install.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


install = _install_script()


@pytest.mark.parametrize("system", wheels.SYSTEMS.values(), ids=lambda one: one.name)
def test_only_what_the_program_needs_is_taken_and_all_of_it_is_locked(system: object) -> None:
    names = wheels.needed(REPOSITORY / "requirements.in", system)
    entries = wheels.locked(REPOSITORY / "requirements.lock", names)
    assert {"pyside6-essentials", "shiboken6", "pydantic-core", "lxml", "typst"} <= set(names)
    assert not {"pytest", "ruff", "pyinstaller"} & set(names)
    assert all("==" in line and hashes for line, hashes in entries.values())


def test_a_package_that_is_not_locked_is_named() -> None:
    with pytest.raises(wheels.WheelhouseError, match="not-there"):
        wheels.locked(REPOSITORY / "requirements.lock", ["not-there"])


def test_pip_is_told_the_sum_of_each_wheel_that_is_there(tmp_path: Path) -> None:
    held = [
        tmp_path / name
        for name in ("a_b-1-py3-none-any.whl", "a_b-1-cp311-abi3-x.whl", "lesson_player-2-py3-none-any.whl")
    ]
    for wheel in held:
        wheel.write_bytes(wheel.name.encode())
    text = archive.requirements(held, {"a-b": ("a-b==1", frozenset())}, "2")
    sums = sorted(wheels.sha256_of(wheel) for wheel in held[:2])
    assert text.startswith(f"a-b==1 \\\n    --hash=sha256:{sums[0]} \\\n    --hash=sha256:{sums[1]}\n")
    assert f"lesson-player==2 \\\n    --hash=sha256:{wheels.sha256_of(held[2])}\n" in text


def test_two_wheels_of_one_package_are_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    made = []
    for number, names in enumerate((("b.py", "a.py"), ("a.py", "b.py"))):
        top = tmp_path / str(number)
        for name in names:
            (top / "pack" / "in").mkdir(parents=True, exist_ok=True)
            (top / "pack" / "in" / name).write_text(name)
            os.utime(top / "pack" / "in" / name, (number * 99, number * 99))
            (top / "pack" / "in" / name).chmod(0o600 + number)
        info = top / "pack-1.dist-info"
        info.mkdir()
        (info / "WHEEL").write_text("Wheel-Version: 1.0\n")
        own_wheel._pack(top / "pack.whl", top / "pack", info)
        made.append((top / "pack.whl").read_bytes())
    assert made[0] == made[1]
    with zipfile.ZipFile(tmp_path / "0" / "pack.whl") as wheel:
        assert wheel.namelist() == [
            "pack/in/a.py",
            "pack/in/b.py",
            "pack-1.dist-info/WHEEL",
            "pack-1.dist-info/RECORD",
        ]
        assert wheel.read("pack-1.dist-info/RECORD").decode().endswith("pack-1.dist-info/RECORD,,\n")


def test_a_folder_that_is_not_ours_is_neither_filled_nor_removed(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    assert "other files" in install.install(tmp_path)
    assert "was not installed" in install.remove(tmp_path)
    assert (tmp_path / "letter.txt").read_text() == "mine"


def test_another_python_is_refused_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))
    assert "This is Python 3.10" in install.install(tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_an_installation_that_fails_leaves_the_former_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "Lesson Player"
    folder.mkdir()
    (folder / install.MARK).write_text("")
    (folder / "kept").write_text("the former one")

    def fails(new: Path) -> None:
        new.mkdir()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(install, "_fill", fails)
    assert "No space left" in install.install(folder)
    assert (folder / "kept").read_text() == "the former one"
    assert [path.name for path in tmp_path.iterdir()] == ["Lesson Player"]


def _installed(folder: Path) -> Path:
    folder.mkdir()
    (folder / install.MARK).write_text("")
    (folder / "kept").write_text("the former one")
    return folder


def test_a_version_that_cannot_be_set_aside_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = _installed(tmp_path / "Lesson Player")

    def refuses(_self: Path, _target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "rename", refuses)
    assert "could not be set aside" in install.install(folder)
    assert (folder / "kept").read_text() == "the former one"


def test_another_folder_whose_name_ends_in_former_is_not_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(install, "_fill", Path.mkdir)
    folder = _installed(tmp_path / "Lesson Player")
    letter = tmp_path / "Lesson Player.former" / "letter.txt"
    letter.parent.mkdir()
    letter.write_text("mine")
    assert "is in the way" in install.install(folder)
    assert (letter.read_text(), (folder / "kept").read_text()) == ("mine", "the former one")


def test_a_file_in_its_place_is_said_and_stays(tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("mine")
    assert "is no folder" in install.install(tmp_path / "letter")
    assert (tmp_path / "letter").read_text() == "mine"


def test_what_a_power_cut_left_is_replaced_and_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, former = tmp_path / "new", _installed(tmp_path / "new.former")

    class PowerCut(BaseException):
        pass

    def cut(*_words: object, **_more: object) -> None:
        raise PowerCut

    monkeypatch.setattr(subprocess, "run", cut)
    with pytest.raises(PowerCut):
        install.install(folder)
    assert former.is_dir()
    assert install.remove(folder) == ""
    assert list(tmp_path.iterdir()) == []


@pytest.mark.packages
def test_it_installs_checks_and_goes_without_a_network(tmp_path: Path) -> None:
    with zipfile.ZipFile(package("lesson-player-*-wheelhouse-linux.zip")) as whole:
        whole.extractall(tmp_path / "unpacked")
    (unpacked,) = (tmp_path / "unpacked").iterdir()
    home, own = tmp_path / "home", tmp_path / "home" / "own"
    home.mkdir()
    surroundings = {
        "HOME": str(home),
        "PATH": "/usr/bin:/bin",
        "QT_QPA_PLATFORM": "offscreen",
        "LESSON_PLAYER_HOME": str(own),
    }

    def run(*command: str | Path) -> str:
        whole = [*_without_network(), *map(str, command)]
        done = subprocess.run(whole, env=surroundings, cwd=home, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    python = Path(sys.base_prefix) / "bin" / f"python{sys.version_info[0]}.{sys.version_info[1]}"
    assert "Lesson Player is in" in run(python, unpacked / "install.py")
    starter = home / "Lesson Player" / "lesson-player"
    assert run(starter, "--version").strip()
    assert "Nothing would stop the lesson" in run(starter, "check", "mayas-story")
    assert "Removed" in run(python, unpacked / "install.py", "--remove")
    assert not (home / "Lesson Player").exists()


def _without_network() -> list[str]:
    """A command before which there is no network; skips where this computer does not let one make it."""
    command = ["unshare", "--net"] if os.geteuid() == 0 else ["unshare", "--net", "--map-root-user"]
    if subprocess.run([*command, "true"], check=False, capture_output=True).returncode:
        pytest.skip("this computer does not let a program be run without a network (unshare)")
    return command


@pytest.mark.packages
def test_the_one_for_macos_has_a_wheel_of_everything_for_each_python_and_processor() -> None:
    names = wheels.needed(REPOSITORY / "requirements.in", wheels.MACOS)
    with zipfile.ZipFile(package("lesson-player-*-wheelhouse-macos.zip")) as whole:
        held = [Path(name).name for name in whole.namelist() if name.endswith(".whl")]
        requirements = next(
            whole.read(name) for name in whole.namelist() if name.endswith("/requirements.txt")
        )
    assert requirements.decode().count("--hash=sha256:") == len(held)
    for name in [*names, "lesson-player"]:
        mine = [one for one in held if wheels.plain_name(one.split("-")[0]) == name]
        pure = any(one.endswith("-none-any.whl") for one in mine)
        for processor in ("arm64", "x86_64"):
            fits = [one for one in mine if processor in one or "universal2" in one]
            versions = {
                tag for one in fits for tag in ("cp311", "cp312", "cp313", "abi3") if f"-{tag}-" in one
            }
            assert pure or "abi3" in versions or versions == {"cp311", "cp312", "cp313"}, (
                name,
                processor,
                mine,
            )
