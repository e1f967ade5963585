"""The set-up program for Windows: what it lays and takes away, and that it is installed and removed in Wine.

The tests of the package go through the life of one installation, in the order in which they stand here.
"""

from __future__ import annotations

import importlib
import os
import re
import shutil
import sys
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

import pytest

from tests.packaging import built
from tests.support.source_tree import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WINDOWS = REPOSITORY / "packaging" / "windows"
sys.path.insert(0, str(WINDOWS))
folder_zip = importlib.import_module("windows_package.folder_zip")
inputs = importlib.import_module("windows_package.inputs")
launchers = importlib.import_module("windows_package.launchers")
msi = importlib.import_module("windows_package.msi")
setup_program = importlib.import_module("windows_package.setup_program")
signing = importlib.import_module("windows_package.signing")
wine = importlib.import_module("windows_package.wine")

EPOCH = 1764547200
NEWER = "99.0.0"
LISTED = r"HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall\Lesson Player"
TOO_NEW_IS_THERE, BY_MSI = 11, 12
"""What the set-up program ends with (packaging/windows/setup/setup.nsi)."""
ICON = launchers.icon_file({16: b"\x89PNG\r\n\x1a\n" + bytes(40)})
NAMES = ("LessonPlayer.exe", "program/a & b/it's $5.yaml", "program/a.txt", "runtime/python313.dll")
MSI_NAMES = ("LessonPlayer.exe", "program/a & b/it's.yaml")

needs_nsis = pytest.mark.skipif(
    shutil.which("makensis") is None, reason="makensis lacks (packaging/system-packages.txt, group packages)"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return _small_tree(tmp_path, "one")


def test_every_file_is_laid_and_exactly_those_are_taken_away(root: Path) -> None:
    laid = setup_program.install_lines(NAMES, root).splitlines()
    assert laid == [
        'SetOutPath "$INSTDIR"',
        f'File "/oname=LessonPlayer.exe" "{root}/LessonPlayer.exe"',
        'SetOutPath "$INSTDIR\\program\\a & b"',
        f'File "/oname=it\'s $$5.yaml" "{root}/program/a & b/it\'s $5.yaml"',
        'SetOutPath "$INSTDIR\\program"',
        f'File "/oname=a.txt" "{root}/program/a.txt"',
        'SetOutPath "$INSTDIR\\runtime"',
        f'File "/oname=python313.dll" "{root}/runtime/python313.dll"',
    ]
    assert setup_program.remove_lines(NAMES).splitlines() == [
        'Delete "$INSTDIR\\LessonPlayer.exe"',
        'Delete "$INSTDIR\\program\\a & b\\it\'s $$5.yaml"',
        'Delete "$INSTDIR\\program\\a.txt"',
        'Delete "$INSTDIR\\runtime\\python313.dll"',
        'RMDir "$INSTDIR\\program\\a & b"',
        'RMDir "$INSTDIR\\program"',
        'RMDir "$INSTDIR\\runtime"',
    ]


def test_nothing_but_single_files_and_empty_folders_is_ever_removed() -> None:
    script = (WINDOWS / "setup" / "setup.nsi").read_text(encoding="utf-8")
    assert "RMDir /r" not in script + setup_program.remove_lines(NAMES)
    assert re.findall(r"DeleteRegKey HKLM \"(.+?)\"", script) == [r"Software\Classes\${PACK}", "${LISTED}"]


@pytest.mark.parametrize("name", ['a"b.txt', "a`b.txt", "a\nb.txt"])
def test_a_name_that_could_end_a_text_of_nsis_is_refused(root: Path, name: str) -> None:
    with pytest.raises(inputs.InputError, match="cannot be packed"):
        setup_program.install_lines([name], root)


def test_both_packages_say_the_same_of_packs_and_of_each_other(root: Path) -> None:
    script = (WINDOWS / "setup" / "setup.nsi").read_text(encoding="utf-8")
    described = msi.wxs(root, root.parent / "icon.ico", "1.0.0")
    for text in (msi.PACK_KIND, msi.PACK_NAME, str(msi.OLDEST_BUILD), r"Software\Lesson Player"):
        assert text in script
        assert text in described
    assert '" open "%1"' in script
    assert "&quot; open &quot;%1&quot;" in described or '" open "%1"' in described
    assert 'OTHERINSTALLER = "setup"' in described.replace("&quot;", '"')
    assert '$0 == "msi"' in script


# A picture is painted, for which a plain QGuiApplication would be made, and stay, where there is none yet.
@pytest.mark.usefixtures("qapp")
@needs_nsis
def test_two_set_up_programs_of_the_same_files_are_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for name in ("one", "two"):
        root = _small_tree(tmp_path, name)
        out = tmp_path / f"{name}.exe"
        side = tmp_path / f"{name}.bmp"
        launchers.make_side_picture(REPOSITORY / "packaging" / "icon.svg", side)
        setup_program.make_setup(root, root.parent / "icon.ico", "1.2.3", EPOCH, out, side=side)
        made.append(out.read_bytes())
    assert made[0] == made[1]
    assert "1.2.3".encode("utf-16-le") in made[0]


@pytest.mark.skipif(
    shutil.which("wixl") is None or shutil.which("faketime") is None,
    reason="wixl or faketime lacks (packaging/system-packages.txt, group packages)",
)
def test_two_msis_and_two_portable_folders_of_the_same_files_are_the_same_bytes(tmp_path: Path) -> None:
    made: list[tuple[bytes, bytes]] = []
    for name in ("one", "two"):
        root = _small_tree(tmp_path, name, MSI_NAMES)
        os.utime(root / "LessonPlayer.exe", (len(made), len(made)))
        msi.make_msi(root, root.parent / "icon.ico", "1.2.3", EPOCH, tmp_path / f"{name}.msi")
        folder_zip.make_zip(root, EPOCH, tmp_path / f"{name}.zip")
        made.append(((tmp_path / f"{name}.msi").read_bytes(), (tmp_path / f"{name}.zip").read_bytes()))
    assert made[0] == made[1]


@needs_nsis
def test_the_program_that_removes_is_signed_before_it_is_packed(tmp_path: Path, root: Path) -> None:
    signer, record = _signer(tmp_path, 'head -c 2 "$1"')
    setup_program.make_setup(
        root, root.parent / "icon.ico", "1.0.0", EPOCH, tmp_path / "s.exe", sign=signer, quick=True
    )
    assert record.read_text(encoding="utf-8") == "MZ"


def test_every_file_is_signed_in_its_order(tmp_path: Path, root: Path) -> None:
    signer, record = _signer(tmp_path, 'basename "$1"')
    signing.sign(signer, [root / "runtime" / "python313.dll", root / "LessonPlayer.exe"])
    assert record.read_text(encoding="utf-8") == "python313.dll\nLessonPlayer.exe\n"


@pytest.mark.parametrize(("does", "said"), [("exit 3", "could not be signed"), ("exit 0", "did not sign")])
def test_a_signer_that_fails_or_does_nothing_stops_the_build(
    tmp_path: Path, root: Path, does: str, said: str
) -> None:
    signer = tmp_path / "sign"
    signer.write_text(f"#!/bin/sh\n{does}\n", encoding="ascii")
    signer.chmod(0o755)
    with pytest.raises(inputs.InputError, match=said):
        signing.sign(signer, [root / "LessonPlayer.exe"])


@pytest.fixture(scope="module")
def package() -> Path:
    missing = [name for name in ("wine", "wineserver", "makensis") if shutil.which(name) is None]
    if missing:
        pytest.skip(f"{', '.join(missing)} lacks: packaging/system-packages.txt lists what tests need")
    return built.package("LessonPlayer-x64-setup.exe")


@pytest.fixture(scope="module")
def pc(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    made = wine.Wine(tmp_path_factory.mktemp("wine"))
    made.prepare()
    yield made
    made.stop()


@pytest.mark.packages
def test_it_installs_silently_every_file_of_the_portable_folder(pc: Any, package: Path) -> None:
    assert _run(pc, package, "/S") == 0
    with zipfile.ZipFile(built.package("LessonPlayer-x64-portable.zip")) as archive:
        packed = {entry.filename.partition("/")[2]: entry.CRC for entry in archive.infolist()}
    packed.pop("portable.txt")
    installed = _sums(_program(pc))
    installed.pop("uninstall.exe")
    assert installed == packed
    assert [path.name for path in _drive(pc).rglob("*.lnk")] == ["Lesson Player.lnk"]
    kept = pc.run("reg", "query", r"HKLM\Software\Classes\LessonPlayer.Pack\shell\open\command").stdout
    assert r'"C:\Program Files\Lesson Player\LessonPlayer.exe" open "%1"' in kept


@pytest.mark.packages
def test_the_msi_leaves_what_the_set_up_program_has_installed(pc: Any, tmp_path: Path) -> None:
    before = _sums(_program(pc))
    pc.run("msiexec", "/i", pc.windows_path(_small_msi(tmp_path)), "/qn")
    pc.end()
    assert _sums(_program(pc)) == before


@pytest.mark.packages
def test_a_newer_one_replaces_it_and_an_older_one_is_refused(pc: Any, package: Path, tmp_path: Path) -> None:
    theirs = _program(pc) / "program" / "theirs.txt"
    theirs.write_text("put there by somebody else", encoding="utf-8")
    root = _small_tree(tmp_path, "newer")
    setup_program.make_setup(root, root.parent / "icon.ico", NEWER, EPOCH, tmp_path / "newer.exe", quick=True)
    assert _run(pc, tmp_path / "newer.exe", "/S") == 0
    wanted = {**_sums(root), "program/theirs.txt": zlib.crc32(theirs.read_bytes())}
    assert _without_remover(_sums(_program(pc))) == wanted
    assert NEWER in pc.run("reg", "query", LISTED).stdout

    assert _run(pc, package, "/S") == TOO_NEW_IS_THERE
    assert _without_remover(_sums(_program(pc))) == wanted


@pytest.mark.packages
def test_removal_leaves_nothing_but_what_somebody_else_put_there(pc: Any) -> None:
    # Without “_?=” it removes from a copy of itself, and goes on when the call has returned.
    assert _run(pc, _program(pc) / "uninstall.exe", "/S") == 0
    pc.end()
    assert list(_sums(_program(pc))) == ["program/theirs.txt"]
    shutil.rmtree(_program(pc))
    assert list(_drive(pc).rglob("*.lnk")) == []
    assert _named_in_the_registry(pc) == []


@pytest.mark.packages
def test_it_leaves_what_the_msi_has_installed(pc: Any, package: Path, tmp_path: Path) -> None:
    small = _small_msi(tmp_path)
    pc.run("msiexec", "/i", pc.windows_path(small), "/qn")
    pc.end()
    before = _sums(_program(pc))
    assert set(before) == set(MSI_NAMES)
    assert _run(pc, package, "/S") == BY_MSI
    assert _sums(_program(pc)) == before
    pc.run("msiexec", "/x", pc.windows_path(small), "/qn")
    pc.end()
    assert not _program(pc).exists()
    assert _named_in_the_registry(pc) == []


def _small_tree(folder: Path, name: str, names: tuple[str, ...] = NAMES) -> Path:
    root = folder / name / "Lesson Player"
    for inside in names:
        (root / inside).parent.mkdir(parents=True, exist_ok=True)
        (root / inside).write_text(inside, encoding="utf-8")
    (root.parent / "icon.ico").write_bytes(ICON)
    return root


def _small_msi(folder: Path) -> Path:
    root = _small_tree(folder, "small", MSI_NAMES)
    msi.make_msi(root, root.parent / "icon.ico", "1.0.0", EPOCH, folder / "small.msi")
    return folder / "small.msi"


def _signer(folder: Path, tells: str) -> tuple[Path, Path]:
    """A program that signs by adding a line, and writes down what *tells* says of each file."""
    signer, record = folder / "sign", folder / "signed.txt"
    signer.write_text(f'#!/bin/sh\n{tells} >>"{record}"\necho signed >>"$1"\n', encoding="ascii")
    signer.chmod(0o755)
    return signer, record


def _run(pc: Any, program: Path, *arguments: str) -> int:
    code: int = pc.run(pc.windows_path(program), *arguments).returncode
    return code


def _drive(pc: Any) -> Path:
    drive: Path = pc.prefix / "drive_c"
    return drive


def _program(pc: Any) -> Path:
    return _drive(pc) / "Program Files" / "Lesson Player"


def _sums(folder: Path) -> dict[str, int]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): zlib.crc32(path.read_bytes()) for path in files}


def _without_remover(sums: dict[str, int]) -> dict[str, int]:
    return {name: value for name, value in sums.items() if name != "uninstall.exe"}


def _named_in_the_registry(pc: Any) -> list[str]:
    """Lines of the registry that name us; ends the programs that still run."""
    pc.stop()
    lines = (pc.prefix / "system.reg").read_text(encoding="utf-8", errors="replace").splitlines()
    return [line for line in lines if re.search(r"lesson.?player|lessonpack", line, re.IGNORECASE)]
