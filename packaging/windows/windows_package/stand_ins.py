"""Stand-ins for two libraries of Windows 10 that Wine 8 lacks, so that the program can be tried there.

Nothing of this is packed. ``icuuc.dll`` gives 0 for all that Qt asks of it, which takes away only text in old
encodings; ``bcryptprimitives.dll`` gives Windows' own random numbers under their newer name.
"""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from windows_package.encoders import COMPILER
from windows_package.inputs import InputError
from windows_package.pe import imports

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

ICU, RANDOM = "icuuc.dll", "bcryptprimitives.dll"
_RANDOM_NUMBERS = """
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL ProcessPrng(PBYTE bytes, SIZE_T count)
{
    return SystemFunction036(bytes, (ULONG)count);
}
"""


def lay_stand_ins(program: Path, system: Path) -> None:
    """Put into Wine's folder *system* what the files in the folder *program* ask for and Wine lacks.

    A library that is there already, as in a newer Wine, stays. Raises InputError where the compiler lacks.
    """
    files = [path for path in sorted(program.rglob("*")) if path.suffix in {".dll", ".pyd"}]
    names = {name for path in files for one in imports(path) if one.library == ICU for name in one.names}
    asked = "".join(f"__declspec(dllexport) void *{name}(void) {{ return 0; }}\n" for name in sorted(names))
    for library, source, linked in ((ICU, asked, ()), (RANDOM, _RANDOM_NUMBERS, ("-ladvapi32",))):
        if not (system / library).exists():
            make_library(source, system / library, linked)


def make_library(source: str, path: Path, linked: Iterable[str] = ()) -> None:
    """Compile the C text *source* to the library *path* for Windows. Raises InputError."""
    command = [COMPILER, "-shared", "-s", "-Os", "-x", "c", "-", "-o", str(path), *linked]
    try:
        subprocess.run(command, input=source, text=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise InputError(f"{COMPILER} could not make {path.name}: {error}") from error
