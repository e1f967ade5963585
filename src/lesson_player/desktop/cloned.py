"""Whether the system shows one picture on several screens without telling Qt of more than one.

Windows and macOS make one screen of a duplicated pair. On Linux Qt knows both of them, at the same place.
"""

from __future__ import annotations

import ctypes
import sys

_ONLY_ACTIVE = 2
"""``QDC_ONLY_ACTIVE_PATHS`` of the Windows call ``QueryDisplayConfig``."""
_PATH_BYTES = 72
"""``sizeof(DISPLAYCONFIG_PATH_INFO)``."""
_MODE_BYTES = 64
"""``sizeof(DISPLAYCONFIG_MODE_INFO)``."""
_SOURCE_BYTES = 12
"""Its beginning: the graphics card (``LUID``, 8 bytes) and the number of the picture on it (4 bytes)."""
_CORE_GRAPHICS = "/System/Library/Frameworks/CoreGraphics.framework/CoreGraphics"


def screens_are_cloned() -> bool:
    """Whether one picture is on two screens at least; False where the system does not say."""
    try:
        if sys.platform == "win32":
            return shares_a_picture(_windows_paths())
        if sys.platform == "darwin":
            graphics = ctypes.CDLL(_CORE_GRAPHICS)
            return bool(graphics.CGDisplayIsInMirrorSet(graphics.CGMainDisplayID()))
    except (OSError, AttributeError):
        return False
    return False


def shares_a_picture(paths: bytes) -> bool:
    """Whether two of the *paths* from a picture to a screen, as Windows lists them, begin at one picture."""
    starts = range(0, len(paths) - _PATH_BYTES + 1, _PATH_BYTES)
    sources = [paths[start : start + _SOURCE_BYTES] for start in starts]
    return len(sources) > len(set(sources))


def _windows_paths() -> bytes:
    """All paths that are in use; nothing where the call fails."""
    user = ctypes.CDLL("user32")
    count, modes = ctypes.c_uint32(), ctypes.c_uint32()
    if user.GetDisplayConfigBufferSizes(_ONLY_ACTIVE, ctypes.byref(count), ctypes.byref(modes)):
        return b""
    paths = ctypes.create_string_buffer(count.value * _PATH_BYTES)
    held = ctypes.create_string_buffer(modes.value * _MODE_BYTES)
    if user.QueryDisplayConfig(
        _ONLY_ACTIVE, ctypes.byref(count), paths, ctypes.byref(modes), held, ctypes.c_void_p()
    ):
        return b""
    return paths.raw[: count.value * _PATH_BYTES]
