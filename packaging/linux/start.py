"""Where the packaged program begins: nothing of the surroundings decides from where it loads its parts."""

from __future__ import annotations

import os
import struct
import sys
from importlib.machinery import SourceFileLoader
from types import ModuleType

_FORMER = "LD_LIBRARY_PATH_ORIG"
_NEVER = (
    "VLC_PLUGIN_PATH",
    "QT_PLUGIN_PATH",
    "QT_QPA_PLATFORM_PLUGIN_PATH",
    "QML2_IMPORT_PATH",
    "QML_IMPORT_PATH",
)


def settle_surroundings(environment: dict[str, str] | os._Environ[str]) -> None:
    """Parts come from the program's own folder alone; programs that it starts find theirs as ever.

    Printers are asked for through this computer's own print service, by its socket file: without a service
    CUPS would try the network. The program starts itself again to look into films: that start, too, has to
    settle where its libraries are, and would take it for settled if PyInstaller were not told.
    """
    for name in _NEVER:
        environment.pop(name, None)
    former = environment.pop(_FORMER, "")
    environment.pop("LD_LIBRARY_PATH", None)
    if former:
        environment["LD_LIBRARY_PATH"] = former
    environment["CUPS_SERVER"] = "/run/cups/cups.sock"
    environment["PYINSTALLER_RESET_ENVIRONMENT"] = "1"


def settle_file_of(module: ModuleType, folder: str) -> None:
    """PyInstaller's start leaves "struct.py", without a folder, as where that one module is.

    Whoever asks Python for a module's source, as PySide6 does, would open that file of the current folder.
    """
    module.__file__ = f"{folder}/{module.__name__}.py"
    if isinstance(module.__loader__, SourceFileLoader):
        module.__loader__.path = module.__file__


if __name__ == "__main__":
    settle_surroundings(os.environ)
    settle_file_of(struct, sys._MEIPASS)  # noqa: SLF001 - by it PyInstaller says where it is
    from lesson_player.__main__ import main

    sys.exit(main())
