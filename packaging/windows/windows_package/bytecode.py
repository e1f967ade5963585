"""Python's modules, compiled by the very Python that will run them.

Where the program is installed nobody may write, so nothing could be compiled there later, and each start
would take seconds. The sources are left out: a file has one place, and PySide6 searches none of them at
every start.
"""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from windows_package.inputs import InputError

if TYPE_CHECKING:
    from windows_package.wine import Wine

_COMPILE = """
import compileall, py_compile, sys
ok = compileall.compile_dir(
    sys.argv[1], maxlevels=40, stripdir=sys.argv[1], quiet=1, legacy=True,
    invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
)
open(sys.argv[2], "w").write("compiled" if ok else "failed")
"""


def compile_modules(program: Path, archive: zipfile.ZipFile, wine: Wine) -> None:
    """Put a ``.pyc`` in place of each ``.py`` below *program*. Raises InputError where one cannot be."""
    with tempfile.TemporaryDirectory(prefix="lesson-player-python-") as made:
        python = Path(made)
        for name in archive.namelist():
            # Without its ._pth Python obeys PYTHONHASHSEED, which makes its output the same every time.
            if not name.endswith(("/", "._pth")):
                (python / PurePosixPath(name).name).write_bytes(archive.read(name))
        (python / "compile.py").write_text(_COMPILE, encoding="ascii")
        said = python / "said.txt"
        heard = wine.run(
            python / "python.exe",
            wine.windows_path(python / "compile.py"),
            wine.windows_path(program),
            wine.windows_path(said),
            PYTHONHOME=wine.windows_path(python),
            PYTHONPATH=wine.windows_path(python / "python313.zip"),
            PYTHONHASHSEED="0",
            PYTHONUTF8="1",
        )
        if not said.is_file() or said.read_text() != "compiled":
            raise InputError(f"Python's modules could not be compiled:\n{heard.stdout[-2000:]}")
    for path in sorted(program.rglob("*.py")):
        if not path.with_suffix(".pyc").is_file():
            raise InputError(f"{path.relative_to(program)} was not compiled.")
        path.unlink()
    for path in sorted(program.rglob("__pycache__")):
        shutil.rmtree(path)
