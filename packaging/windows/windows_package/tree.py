r"""The folder as it will stand in ``C:\Program Files\Lesson Player``.

::

    LessonPlayer.exe, lesson-player.exe   the launchers
    runtime\                              Python, and Microsoft's C runtime
    program\                              the program, its lessons and films, and the packages it uses
    vlc\                                  libVLC, where it was given
    licences\                             ours and theirs
"""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from windows_package import encoders, kept, typefaces
from windows_package.inputs import InputError
from windows_package.pe import imports, is_part_of_windows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from windows_package.inputs import Wheel

PATHS = "python313.zip\n.\n..\\program\n"
"""``python313._pth``: the only places that Python takes modules from. It makes Python isolated."""

CHANGED = """Files of others that are not as their makers published them

In _typst.pyd, typefaces that are in it twice, and those for mathematics, have been replaced by zeros. The
libraries in av.libs that are named here are empty ones of the same name, in place of encoders, decoders and
character sets that this program does not use. All else of others is as it was published.

"""
"""Beginning of ``licences/changed-files.txt``."""

_CODE_NEVER = frozenset({"__pycache__", ".mypy_cache", ".ruff_cache", ".hypothesis", ".pytest_cache"})
_CODE_ENDINGS_NEVER = frozenset({".po", ".pyi", ".pyc"})
_CONTENT_ENDINGS = frozenset(
    (".yaml", ".txt", ".md", ".svg", ".png", ".jpg", ".json", ".opus", ".vtt", ".webm", ".mp4", ".brf")
)


def lay_python(archive: zipfile.ZipFile, root: Path) -> None:
    """Python's own part, as ``runtime``. Raises InputError where something lacks."""
    runtime = root / "runtime"
    runtime.mkdir(parents=True)
    held = {PurePosixPath(name).name.lower(): name for name in archive.namelist() if not name.endswith("/")}
    missing = [name for name in kept.RUNTIME if name not in held]
    if missing:
        raise InputError(
            f"The embeddable Python has no {', '.join(missing)}; it must be 3.13 for 64-bit Windows."
        )
    for name in kept.RUNTIME:
        place = root / "licences" / "Python.txt" if name == "license.txt" else runtime / name
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(archive.read(held[name]))
    _lay_standard_library(runtime / "python313.zip")
    (runtime / "python313._pth").write_text(PATHS, encoding="ascii", newline="\r\n")


def _lay_standard_library(archive: Path) -> None:
    """Write it again without what is never imported, and not packed: packages pack it better."""
    with zipfile.ZipFile(archive) as given:
        modules = {name: given.read(name) for name in given.namelist() if kept.of_standard_library(name)}
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as made:
        for name in sorted(modules):
            made.writestr(zipfile.ZipInfo(name), modules[name])


def lay_wheels(wheels: Iterable[Wheel], root: Path) -> list[Path]:
    """What is kept of the wheels, into ``program``; licences stay where the wheels have them.

    Gives the libraries that are not as their makers have made them.
    """
    for wheel in wheels:
        with zipfile.ZipFile(wheel.path) as archive:
            for name in archive.namelist():
                if not name.endswith("/") and kept.of_wheel(wheel.distribution, name):
                    _put(archive, name, root / "program")
            if wheel.distribution == kept.C_RUNTIME_FROM:
                for name in kept.C_RUNTIME:
                    (root / "runtime" / name).write_bytes(archive.read(f"PySide6/{name}"))
    libraries = root / "program" / "av.libs"
    replaced = [libraries / name for name in encoders.replace_never_needed(libraries)]
    typst = root / "program" / "typst" / "_typst.pyd"
    typefaces.leave_out_spare_typefaces(typst)
    changed = [*(path for path in replaced if path.is_file()), typst]
    _say_what_was_changed(changed, root)
    return changed


def _say_what_was_changed(changed: Iterable[Path], root: Path) -> None:
    """Apache-2.0, section 4 b, and LGPL-2.1, section 2 b, ask that changed files are said to be changed."""
    lines = [str(PureWindowsPath(path.relative_to(root))) for path in changed]
    text = CHANGED + "".join(f"  {line}\n" for line in lines)
    (root / "licences").mkdir(exist_ok=True)
    (root / "licences" / "changed-files.txt").write_text(text, encoding="ascii", newline="\r\n")


def lay_program(project: Path, root: Path) -> None:
    """Our own code, lessons, films and licences."""
    package = project / "src" / "lesson_player"
    for path in sorted(package.rglob("*")):
        inside = path.relative_to(package)
        if path.is_file() and not _CODE_NEVER & set(inside.parts) and path.suffix not in _CODE_ENDINGS_NEVER:
            _copy(path, root / "program" / "lesson_player" / inside)
    _copy(project / "packaging" / "windows" / "windows_start.py", root / "program" / "windows_start.py")
    for name in ("lessons", "media"):
        for path in content_files(project / name):
            _copy(
                path, root / "program" / "lesson_player" / "content" / name / path.relative_to(project / name)
            )
    _copy(project / "LICENSE", root / "licences" / "LICENSE.txt")
    for path in sorted((project / "LICENSES").glob("*.txt")):
        _copy(path, root / "licences" / path.name)


def content_files(folder: Path) -> list[Path]:
    """The files of lessons or films in *folder* that the program reads, without what they were drawn from."""

    def belongs(path: Path) -> bool:
        parts = path.relative_to(folder).parts
        hidden = any(part.startswith((".", "__")) or part == "source" for part in parts)
        return path.is_file() and path.suffix in _CONTENT_ENDINGS and not hidden

    return sorted(path for path in folder.rglob("*") if belongs(path))


def lay_vlc(folder: Path, root: Path) -> None:
    """What is kept of VLC, as ``vlc``."""
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if path.is_file() and kept.of_vlc(inside.as_posix()):
            _copy(path, root / "vlc" / inside)


def missing_libraries(root: Path) -> list[str]:
    """Libraries that some file asks for and that are neither in the package nor a part of Windows."""
    files = [path for path in sorted(root.rglob("*")) if path.suffix.lower() in {".dll", ".pyd", ".exe"}]
    here = {path.name.lower() for path in files}
    missing = []
    for path in files:
        missing += [
            f"{path.relative_to(root)} asks for {wanted.library}"
            for wanted in imports(path)
            if wanted.library.lower() not in here and not is_part_of_windows(wanted.library)
        ]
    return missing


def _put(archive: zipfile.ZipFile, name: str, folder: Path) -> None:
    # A wheel may put files beside its packages under NAME.data/purelib and platlib.
    parts = PurePosixPath(name).parts
    if parts[0].endswith(".data"):
        if len(parts) < 3 or parts[1] not in {"purelib", "platlib"}:
            return
        parts = parts[2:]
    place = folder.joinpath(*parts)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(archive.read(name))


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
