"""The package for Windows: what goes into it, and how it is described.

Nothing is built here; packaging/windows/build does that, and holds that no library is missing.
"""

from __future__ import annotations

import importlib
import struct
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.support.source_tree import REPOSITORY

WINDOWS = REPOSITORY / "packaging" / "windows"
sys.path.insert(0, str(WINDOWS))
inputs = importlib.import_module("windows_package.inputs")
kept = importlib.import_module("windows_package.kept")
launchers = importlib.import_module("windows_package.launchers")
msi = importlib.import_module("windows_package.msi")
tree = importlib.import_module("windows_package.tree")
pe = importlib.import_module("windows_package.pe")

WIX = "{http://schemas.microsoft.com/wix/2006/wi}"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = tmp_path / "Lesson Player"
    for name in ("LessonPlayer.exe", "runtime/python313.dll", "program/a & b/it's.yaml"):
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_text(name, encoding="utf-8")
    return made


def test_every_package_that_the_program_needs_is_locked() -> None:
    names = inputs.needed_distributions(REPOSITORY / "requirements.in")
    entries = inputs.locked(REPOSITORY / "requirements.lock", names)
    assert {"pyside6-essentials", "shiboken6", "pydantic-core", "lxml"} <= set(names)
    assert not {"pytest", "ruff", "pyinstaller"} & set(names)
    assert entries.count("==") == len(names)
    assert entries.count("--hash=sha256:") >= len(names)


def test_a_package_that_is_not_locked_is_named() -> None:
    with pytest.raises(inputs.InputError, match="not-there"):
        inputs.locked(REPOSITORY / "requirements.lock", ["not-there"])


def test_inputs_that_cannot_be_fetched_are_said_and_leave_nothing_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    for _ in range(2):
        with pytest.raises(inputs.InputError, match="Nothing was built"):
            inputs.wheels(REPOSITORY, tmp_path)
    with pytest.raises(inputs.InputError, match="Nothing was built"):
        inputs.embedded_python(tmp_path, None, "")
    assert list(tmp_path.rglob("*.whl")) == []


def test_a_file_that_is_not_the_pinned_one_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "python.zip"
    other.write_bytes(b"another Python")
    with pytest.raises(inputs.InputError, match="SHA-256"):
        inputs.embedded_python(tmp_path, other, "0" * 64)


def test_a_folder_that_is_not_the_pinned_vlc_is_refused(tmp_path: Path) -> None:
    (tmp_path / "plugins").mkdir()
    (tmp_path / "libvlc.dll").write_bytes(b"vlc")
    right = inputs.folder_sha256(tmp_path)
    assert inputs.vlc_folder(tmp_path, right) == tmp_path
    (tmp_path / "plugins" / "more.dll").write_bytes(b"more")
    with pytest.raises(inputs.InputError, match="--vlc-sha256"):
        inputs.vlc_folder(tmp_path, right)


@pytest.mark.parametrize(
    ("distribution", "path", "goes_in"),
    [
        ("pyside6-essentials", "PySide6/Qt6Core.dll", True),
        ("pyside6-essentials", "PySide6/Qt6Quick.dll", False),
        ("pyside6-essentials", "PySide6/plugins/tls/qschannelbackend.dll", False),
        ("pyside6-addons", "PySide6/Qt6WebEngineCore.dll", False),
        ("pyside6-addons", "PySide6/avcodec-61.dll", True),
        ("pydantic", "pydantic/main.py", True),
        ("pydantic", "pydantic/__pycache__/main.pyc", False),
        ("pillow", "PIL/_avif.cp313-win_amd64.pyd", False),
        ("lxml", "lxml-6.1.3.dist-info/licenses/LICENSE.txt", True),
    ],
)
def test_of_a_wheel_goes_in_what_is_used(distribution: str, path: str, *, goes_in: bool) -> None:
    assert kept.of_wheel(distribution, path) == goes_in


@pytest.mark.parametrize(
    ("path", "goes_in"),
    [
        ("libvlc.dll", True),
        ("vlc.exe", False),
        ("plugins/access/libfilesystem_plugin.dll", True),
        ("plugins/access/libhttp_plugin.dll", False),
        ("plugins/demux/libmkv_plugin.dll", True),
        ("plugins/demux/libplaylist_plugin.dll", False),
        ("plugins/demux/libadaptive_plugin.dll", False),
        ("plugins/lua/liblua_plugin.dll", False),
    ],
)
def test_of_vlc_goes_in_nothing_that_opens_an_address(path: str, *, goes_in: bool) -> None:
    assert kept.of_vlc(path) == goes_in


def test_of_vlcs_folder_go_in_the_right_files_in_the_right_places(tmp_path: Path) -> None:
    """A folder as VLC's ZIP for 64-bit Windows has it, made up."""
    vlc, root = tmp_path / "vlc-3.0.21", tmp_path / "Lesson Player"
    given = {
        "libvlc.dll": True,
        "libvlccore.dll": True,
        "vlc.exe": False,
        "axvlc.dll": False,
        "npvlc.dll": False,
        "COPYING.txt": True,
        "AUTHORS.txt": True,
        "skins/default.vlt": False,
        "lua/http/index.html": False,
        "locale/cy/LC_MESSAGES/vlc.mo": False,
        "plugins/plugins.dat": False,
        "plugins/access/libfilesystem_plugin.dll": True,
        "plugins/access/libdvdread_plugin.dll": False,
        "plugins/access/libsftp_plugin.dll": False,
        "plugins/audio_output/libmmdevice_plugin.dll": True,
        "plugins/codec/libavcodec_plugin.dll": True,
        "plugins/codec/libdav1d_plugin.dll": True,
        "plugins/control/libhotkeys_plugin.dll": False,
        "plugins/demux/libmp4_plugin.dll": True,
        "plugins/demux/libplaylist_plugin.dll": False,
        "plugins/gui/libqt_plugin.dll": False,
        "plugins/services_discovery/libupnp_plugin.dll": False,
        "plugins/stream_out/libstream_out_chromecast_plugin.dll": False,
        "plugins/video_output/libvmem_plugin.dll": True,
        "plugins/video_output/libdirect3d11_plugin.dll": False,
    }
    for name in given:
        (vlc / name).parent.mkdir(parents=True, exist_ok=True)
        (vlc / name).write_text(name, encoding="ascii")
    tree.lay_vlc(inputs.vlc_folder(vlc, inputs.folder_sha256(vlc)), root)
    laid = {path.relative_to(root / "vlc").as_posix() for path in root.rglob("*") if path.is_file()}
    assert laid == {name for name, goes_in in given.items() if goes_in}
    assert (root / "vlc" / "plugins/codec/libavcodec_plugin.dll").read_text() == (
        "plugins/codec/libavcodec_plugin.dll"
    )
    with pytest.raises(inputs.InputError, match="not VLC's folder"):
        inputs.vlc_folder(vlc / "plugins", "")


def test_lessons_go_in_without_what_they_were_drawn_from(tmp_path: Path) -> None:
    names = (
        "lesson.yaml",
        "voice/a.opus",
        "source/draw.svg",
        ".mypy_cache/a.json",
        "notes.py",
        "pictures/a.svg",
    )
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = {path.relative_to(tmp_path).as_posix() for path in tree.content_files(tmp_path)}
    assert found == {"lesson.yaml", "voice/a.opus", "pictures/a.svg"}


def test_python_takes_modules_from_the_package_alone() -> None:
    assert tree.PATHS.splitlines() == ["python313.zip", ".", "..\\program"]


def test_every_file_is_a_component_of_its_own_and_stays_the_same(root: Path) -> None:
    text = msi.wxs(root, root.parent / "icon.ico", "1.2.3")
    assert text == msi.wxs(root, root.parent / "icon.ico", "1.2.3")
    product = ET.fromstring(text)[0]
    files = [each.get("Source") for each in product.iter(f"{WIX}File")]
    assert files == [
        "Lesson Player/LessonPlayer.exe",
        "Lesson Player/program/a & b/it's.yaml",
        "Lesson Player/runtime/python313.dll",
    ]
    made = [each.get("Id") for each in product.iter(f"{WIX}Component")]
    wanted = [each.get("Id") for each in product.iter(f"{WIX}ComponentRef")]
    assert len(set(made)) == len(made) == len(files) + 2
    assert set(made) == set(wanted)
    guids = [each.get("Guid") for each in product.iter(f"{WIX}Component")]
    assert len(set(guids)) == len(guids)
    # Without it, what the registry is given lands among the entries of 32-bit programs.
    assert {each.get("Win64") for each in product.iter(f"{WIX}Component")} == {"yes"}


def test_an_upgrade_lays_every_file_and_restarts_no_computer(root: Path) -> None:
    """Without it Windows leaves out each file that has a version, and the older package takes it away."""
    product = ET.fromstring(msi.wxs(root, root, "1.0.0"))[0]
    told = {one.get("Id"): one.get("Value") for one in product.iter(f"{WIX}Property")}
    assert (told["REINSTALLMODE"], told["REBOOT"]) == ("amus", "ReallySuppress")


def test_a_version_has_a_product_code_of_its_own_and_all_have_one_upgrade_code(root: Path) -> None:
    one, other = (ET.fromstring(msi.wxs(root, root, version))[0] for version in ("1.0.0", "1.0.1"))
    assert one.get("Id") != other.get("Id")
    assert one.get("UpgradeCode") == other.get("UpgradeCode") == msi.UPGRADE_CODE
    assert one.find(f"{WIX}MajorUpgrade") is not None
    package = one.find(f"{WIX}Package")
    assert package is not None
    assert package.get("InstallScope") == "perMachine"


@pytest.mark.parametrize(
    ("version", "numbers"), [("0.1.0", "0 1 0 0"), ("1.2", "1 2 0 0"), ("1.2.3rc1", "1 2 3 0")]
)
def test_a_version_has_four_numbers(version: str, numbers: str) -> None:
    assert launchers.version_numbers(version) == numbers.split()


def test_an_icon_holds_a_picture_of_each_size() -> None:
    pictures = {256: b"large picture", 16: b"small"}
    data = launchers.icon_file(pictures)
    assert struct.unpack_from("<3H", data) == (0, 1, 2)
    for number, (side, picture) in enumerate(pictures.items()):
        entry = struct.unpack_from("<4B2H2I", data, 6 + 16 * number)
        assert entry[0] == side % 256
        assert data[entry[7] : entry[7] + entry[6]] == picture


def test_what_is_no_program_of_windows_is_said(tmp_path: Path) -> None:
    for data in (b"", b"\x7fELF", b"MZ" + bytes(80)):
        (tmp_path / "a.dll").write_bytes(data)
        with pytest.raises(ValueError, match="Windows"):
            pe.imports(tmp_path / "a.dll")


@pytest.mark.parametrize(
    ("library", "is_there"),
    [("KERNEL32.dll", True), ("api-ms-win-crt-math-l1-1-0.dll", True), ("libvlc.dll", False)],
)
def test_libraries_of_windows_are_known(library: str, *, is_there: bool) -> None:
    assert pe.is_part_of_windows(library) == is_there
