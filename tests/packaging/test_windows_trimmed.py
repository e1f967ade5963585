"""What is left out of the package for Windows, and that nothing of it is missed. Nothing is built here."""

from __future__ import annotations

import importlib
import importlib.metadata
import re
import struct
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.source_tree import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator

sys.path.insert(0, str(REPOSITORY / "packaging" / "windows"))
encoders = importlib.import_module("windows_package.encoders")
inputs = importlib.import_module("windows_package.inputs")
kept = importlib.import_module("windows_package.kept")
tree = importlib.import_module("windows_package.tree")
typefaces = importlib.import_module("windows_package.typefaces")


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


def test_a_stand_in_has_the_names_and_nothing_else() -> None:
    assert encoders.stand_in(["x265_api_get_216"]).count("dllexport") == 1
    assert "return (void *)-1;" in encoders.stand_in(["libiconv_open"])
    with pytest.raises(inputs.InputError):
        encoders.stand_in(["x(void); int y"])


@pytest.mark.packages
def test_a_stand_in_is_the_same_wherever_it_is_made(tmp_path: Path) -> None:
    made = []
    for folder in ("one", "another folder"):
        path = tmp_path / folder / "libx265-1.dll"
        path.parent.mkdir()
        encoders.make_stand_in(path, ["x265_api_get_216"])
        made.append(path.read_bytes())
    assert made[0] == made[1]
