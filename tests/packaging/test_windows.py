"""The package for Windows: what goes into it, how it is described, and the template for Group Policy.

Nothing is built here; packaging/windows/build does that, and holds that no library is missing.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import re
import struct
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import pytest

from lesson_player.foundation import policy, policy_registry
from lesson_player.model.user_settings import SECTIONS, sound_policy
from tests.support.source_tree import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator

WINDOWS = REPOSITORY / "packaging" / "windows"
sys.path.insert(0, str(WINDOWS))
inputs = importlib.import_module("windows_package.inputs")
kept = importlib.import_module("windows_package.kept")
launchers = importlib.import_module("windows_package.launchers")
msi = importlib.import_module("windows_package.msi")
tree = importlib.import_module("windows_package.tree")
encoders = importlib.import_module("windows_package.encoders")
pe = importlib.import_module("windows_package.pe")
typefaces = importlib.import_module("windows_package.typefaces")

POLICY = "{http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions}"
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


def test_every_part_of_qt_that_the_program_imports_is_kept() -> None:
    used = set()
    for path in sorted((REPOSITORY / "src").rglob("*.py")):
        used.update(re.findall(r"from PySide6\.(Qt\w+) import", path.read_text(encoding="utf-8")))
    assert {"QtCore", "QtPdf", "QtMultimedia"} <= used
    for name in used - {"QtDBus"}:  # Linux desktops alone
        wheels = ("pyside6-essentials", "pyside6-addons")
        assert any(kept.of_wheel(wheel, f"PySide6/{name}.pyd") for wheel in wheels), name


_IMPORT = re.compile(r"^(?:import|from) (\w+)", re.MULTILINE)


def _sources(distribution: str) -> Iterator[Path]:
    for path in importlib.metadata.files(distribution) or ():
        if path.suffix == ".py" and kept.of_wheel(distribution, path.as_posix()):
            yield Path(str(path.locate()))


def test_no_module_of_python_is_left_out_that_something_imports() -> None:
    sources = list((REPOSITORY / "src").rglob("*.py"))
    for distribution in inputs.needed_distributions(REPOSITORY / "requirements.in"):
        sources += _sources(distribution)
    assert len(sources) > 1_000
    for path in sources:
        for name in _IMPORT.findall(path.read_text(encoding="utf-8")):
            assert kept.of_standard_library(f"{name}.pyc"), f"{path} imports {name}"


@pytest.mark.parametrize(
    ("path", "goes_in"),
    [
        ("logging/__init__.pyc", True),
        ("unittest/case.pyc", False),
        ("pdb.pyc", False),
        ("email/message.pyc", True),
    ],
)
def test_of_pythons_own_modules_goes_in_what_a_program_can_use(path: str, *, goes_in: bool) -> None:
    assert kept.of_standard_library(path) == goes_in


def _typeface(*names: bytes) -> bytes:
    """A file of tables, each with eight bytes, whose words add up as those of a typeface do."""
    tables = sorted({b"cmap", b"head", b"name", b"OS/2", *names})
    start = 12 + 16 * len(tables)
    head = b"OTTO" + struct.pack(">4H", len(tables), 0, 0, 0)
    for number, name in enumerate(tables):
        head += struct.pack(">4s3I", name, 0, start + 8 * number, 8)
    data = bytearray(head + b"".join(name * 2 for name in tables))
    total = sum(struct.unpack(f">{len(data) // 4}I", data)) - struct.unpack_from(">I", data, len(data) - 4)[0]
    struct.pack_into(">I", data, len(data) - 4, (0xB1B0AFBA - total) & 0xFFFFFFFF)
    return bytes(data)


def test_second_copies_of_typefaces_and_those_for_mathematics_become_zeros(tmp_path: Path) -> None:
    plain, other, formulas = _typeface(), _typeface(b"post"), _typeface(b"MATH")
    library = tmp_path / "_typst.pyd"
    library.write_bytes(b"MZ OTTO code" + plain + formulas + other + b"between" + plain + other + b"end")
    assert typefaces.leave_out_spare_typefaces(library) == len(plain + other + formulas)
    blank = [bytes(len(each)) for each in (formulas, plain, other)]
    assert library.read_bytes() == (
        b"MZ OTTO code" + plain + blank[0] + other + b"between" + blank[1] + blank[2] + b"end"
    )
    with pytest.raises(inputs.InputError, match="typefaces"):
        typefaces.leave_out_spare_typefaces(library)


def test_files_that_were_changed_are_said_to_be(tmp_path: Path) -> None:
    tree._say_what_was_changed([tmp_path / "program" / "typst" / "_typst.pyd"], tmp_path)
    said = (tmp_path / "licences" / "changed-files.txt").read_bytes()
    assert said.endswith(b"\r\n\r\n  program\\typst\\_typst.pyd\r\n")


def test_what_only_looks_like_a_typeface_stays(tmp_path: Path) -> None:
    damaged = _typeface(b"MATH")[:-1] + b"!"
    assert not list(typefaces.typefaces(damaged + b"OTTO" + b"\0\1\0\0" * 9))


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


def test_a_stand_in_has_the_names_and_nothing_else() -> None:
    assert encoders.stand_in(["x265_api_get_216"]).count("dllexport") == 1
    assert "return (void *)-1;" in encoders.stand_in(["libiconv_open"])
    with pytest.raises(inputs.InputError):
        encoders.stand_in(["x(void); int y"])


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


def _template() -> ET.Element:
    return ET.parse(WINDOWS / "admx" / "LessonPlayer.admx").getroot()


def _values(element: ET.Element) -> list[object]:
    """What an administrator can choose of it, at its edges."""
    kind = element.tag.removeprefix(POLICY)
    if kind == "text":
        return ["mine"]
    if kind == "multiText":
        return [["/school/lessons"]]
    if kind == "decimal":
        return [int(element.get(name, "")) for name in ("minValue", "maxValue")]
    items = element.findall(f"{POLICY}item/{POLICY}value/*")
    return [int(each.get("value", "")) if each.tag == f"{POLICY}decimal" else each.text for each in items]


def _chosen() -> list[tuple[str, str, object]]:
    """Section, name and value of everything that can be chosen in the template."""
    found: list[tuple[str, str, object]] = []
    for each in _template().iter(f"{POLICY}policy"):
        key = each.get("key", "").removeprefix(policy.REGISTRY_KEY).strip("\\")
        if name := each.get("valueName"):
            found += [(key, name, 1), (key, name, 0)]
        for element in each.findall(f"{POLICY}elements/*"):
            found += [(key, element.get("valueName", ""), value) for value in _values(element)]
    return found


@pytest.mark.parametrize(("section", "name", "value"), _chosen())
def test_what_the_template_offers_is_what_the_program_takes(section: str, name: str, value: object) -> None:
    values: dict[str, object] = {name: value}
    for part in reversed(section.split("\\") if section else []):
        values = {part: values}
    read = sound_policy(policy_registry.registry_policy(policy.REGISTRY_KEY, _Registry(values)))
    assert read.trouble == ""
    last = section.rsplit("\\", maxsplit=1)[-1]
    if last:
        assert read.locked[last][name] == value
    elif name in policy.HIDE:
        assert getattr(read, name) is bool(value)


def test_the_template_has_every_setting_and_every_section() -> None:
    chosen = _chosen()
    top = {name for section, name, _ in chosen if not section}
    sections = {section.split("\\")[-1] for section, _, _ in chosen if section}
    assert top == {"why", "adaptation", *policy.HIDE, "lesson_folders", "film_folders", "symbol_folders"}
    assert sections == set(SECTIONS)


def test_every_word_that_the_template_cites_is_there() -> None:
    words = ET.parse(WINDOWS / "admx" / "en-GB" / "LessonPlayer.adml").getroot()
    strings = {f"$(string.{each.get('id')})" for each in words.iter(f"{POLICY}string")}
    forms = {f"$(presentation.{each.get('id')})" for each in words.iter(f"{POLICY}presentation")}
    cited = {value for each in _template().iter() for value in each.attrib.values() if value.startswith("$(")}
    assert strings | forms == cited


class _Registry:
    """A registry with one key, as `winreg` shows it."""

    HKEY_LOCAL_MACHINE = None

    def __init__(self, values: dict[str, object]) -> None:
        self._values = values

    def OpenKey(self, key: _Key | None, sub_key: str) -> _Key:  # noqa: N802 - winreg's own
        below = self._values if key is None else key.values[sub_key]
        assert isinstance(below, dict)
        return _Key(below)

    def EnumValue(self, key: _Key, index: int) -> tuple[str, object, int]:  # noqa: N802 - winreg's own
        plain = [(name, value, 0) for name, value in key.values.items() if not isinstance(value, dict)]
        found: tuple[str, object, int] = _at(plain, index)
        return found

    def EnumKey(self, key: _Key, index: int) -> str:  # noqa: N802 - winreg's own
        found: str = _at([name for name, value in key.values.items() if isinstance(value, dict)], index)
        return found


class _Key:
    def __init__(self, values: dict[str, object]) -> None:
        self.values = values

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        return None


def _at(values: list[Any], index: int) -> Any:
    if index >= len(values):
        raise OSError(259, "no more")
    return values[index]
