r"""Finds libVLC in safe places and loads it.

``python-vlc`` itself would try ``.\libvlc.dll`` in the current folder, where a file beside a lesson could
pose as the library, and ends the process if ``PYTHON_VLC_LIB_PATH`` is wrong. So the path is decided here,
always absolute, before ``vlc`` is imported for the first time.
"""

from __future__ import annotations

import contextlib
import ctypes
import importlib
import importlib.util
import os
import sys
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lesson_player.foundation.i18n import tr
from lesson_player.playback.vlc.sound import sound_arguments

if TYPE_CHECKING:
    from types import ModuleType

_ARGUMENTS = (
    "--quiet",
    "--ignore-config",
    "--no-video-title-show",
    "--no-lua",
    "--no-metadata-network-access",
    "--no-auto-preparse",
    "--no-interact",
    "--no-stats",
    "--no-osd",
    # Bilinear: while scaling down, the default (bicubic) takes 13 % more of the whole for no visible gain.
    "--swscale-mode=1",
    "--no-spu",
    "--no-sub-autodetect-file",
    "--no-snapshot-preview",
    "--no-mkv-preload-local-dir",
    "--avcodec-hw=none",
)
"""Nothing from the user's VLC settings, nothing over the network, no captions or titles of VLC's own, no
other files."""

_instance: Any = None


class LibVlcMissingError(Exception):
    """libVLC is not there or does not start; the text says which."""


def find_library() -> Path | None:
    """The libVLC to use, by absolute path: the one that came with the program, else the machine's."""
    return next((path for path in _candidates() if path.is_absolute() and path.is_file()), None)


def is_available() -> tuple[bool, str]:
    """Whether libVLC can be tried, and one sentence that says why or why not. Loads nothing."""
    if importlib.util.find_spec("vlc") is None:
        return False, tr("The Python part of VLC (python-vlc) is not installed.")
    path = find_library()
    if path is None:
        return False, tr("VLC is not installed on this computer.")
    return True, tr("VLC was found in {folder}.", folder=path.parent)


def instance() -> tuple[ModuleType, Any]:
    """The ``vlc`` module and the one libVLC instance of this process, made when first asked for.

    Raises :class:`LibVlcMissingError`.
    """
    global _instance  # noqa: PLW0603 - libVLC wants one instance in a process
    vlc = _import_vlc()
    if _instance is None:
        _instance = vlc.Instance([*_ARGUMENTS, _plugin_search(), *sound_arguments()])
        if _instance is None:
            raise LibVlcMissingError(tr("VLC was found but does not start: its plug-ins are missing."))
    return vlc, _instance


def _plugin_search() -> str:
    """Packed for Linux the list of plug-ins is made with the package; for Windows it cannot be made there."""
    made = getattr(sys, "frozen", False) and sys.platform != "win32"
    return "--no-plugins-scan" if made else "--plugins-cache"


def _import_vlc() -> ModuleType:
    if "vlc" in sys.modules:
        return sys.modules["vlc"]
    available, why = is_available()
    path = find_library()
    if not available or path is None:
        raise LibVlcMissingError(why)
    try:
        _prepare(path)
        os.environ["PYTHON_VLC_LIB_PATH"] = str(path)
        return importlib.import_module("vlc")
    except (OSError, ImportError, NotImplementedError, AttributeError, SystemExit) as error:
        sys.modules.pop("vlc", None)
        raise LibVlcMissingError(tr("VLC was found but cannot be loaded.")) from error


def _prepare(path: Path) -> None:
    """Load what libVLC needs, so that a broken library is known before ``vlc`` is imported."""
    os.environ.pop("PYTHON_VLC_MODULE_PATH", None)
    for plugins in (path.parent / "plugins", path.parent.parent / "plugins"):
        if sys.platform != "linux" and plugins.is_dir():
            os.environ["PYTHON_VLC_MODULE_PATH"] = str(plugins)
            break
    if sys.platform == "win32":
        os.add_dll_directory(str(path.parent))
    for core in sorted(path.parent.glob("libvlccore.*")):
        if core.suffix in {".dll", ".dylib"}:
            ctypes.CDLL(str(core))
    ctypes.CDLL(str(path))


def _candidates() -> list[Path]:
    bundled = [Path(sys.executable).parent / "vlc", Path(getattr(sys, "_MEIPASS", sys.prefix)) / "vlc"]
    if sys.platform == "win32":
        return [folder / "libvlc.dll" for folder in [*bundled, *_windows_folders()]]
    if sys.platform == "darwin":
        installed = Path("/Applications/VLC.app/Contents/MacOS/lib")
        return [folder / "libvlc.dylib" for folder in [*bundled, installed]]
    multiarch = sysconfig.get_config_var("MULTIARCH") or "x86_64-linux-gnu"
    roots = ["/usr/local/lib", f"/usr/lib/{multiarch}", "/usr/lib64", "/usr/lib", "/app/lib"]
    return [folder / "libvlc.so.5" for folder in [*bundled, *(Path(root) for root in roots)]]


def _windows_folders() -> list[Path]:
    folders: list[Path] = []
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 - exists on Windows only

        # The computer's key alone: in the user's own, any program could name a library to be loaded.
        machine = winreg.HKEY_LOCAL_MACHINE
        with contextlib.suppress(OSError), winreg.OpenKey(machine, r"Software\VideoLAN\VLC") as key:
            folders.append(Path(str(winreg.QueryValueEx(key, "InstallDir")[0])))
    return folders
