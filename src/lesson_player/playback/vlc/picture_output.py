"""libVLC's picture output: the callbacks that it draws through, on its own threads."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from lesson_player.playback.pictures import PicturePool

if TYPE_CHECKING:
    from types import ModuleType

    from PySide6.QtGui import QImage

_HARDWARE_FORMATS = frozenset(
    {
        b"VAOP",
        b"VAO0",
        b"VDV0",
        b"VDV2",
        b"VDV4",
        b"VDOR",
        b"DXA9",
        b"DXA0",
        b"DX11",
        b"DX10",
        b"MMAL",
        b"ANOP",
    }
    | {b"CVPN", b"CVPI", b"CVPB", b"CVPU", b"CVPP"}
)
"""Pictures that never leave the graphics card. libVLC offers each of them first even when told to decode in
software; refusing at once saves it from building and tearing down an output for each, 8 ms apiece."""

_UInt = ctypes.POINTER(ctypes.c_uint)
# python-vlc declares the chroma argument as a Python string, which is a copy: writing to it changes nothing.
_FormatCallback = ctypes.CFUNCTYPE(
    ctypes.c_uint, ctypes.c_void_p, ctypes.c_void_p, _UInt, _UInt, _UInt, _UInt
)
_CleanupCallback = ctypes.CFUNCTYPE(None, ctypes.c_void_p)
_LockCallback = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.POINTER(ctypes.c_void_p))
_DisplayCallback = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)

SizeOf = Callable[[int, int], tuple[int, int]]


class PictureOutput:
    """Connects one libVLC player with a pool of pictures.

    ``size_of`` is told the size of the decoder's buffer and answers with that of the picture in it;
    ``shown`` gets each picture at the moment it is due. Both run on libVLC's threads and must be quick.
    """

    def __init__(self, size_of: SizeOf, shown: Callable[[QImage], None]) -> None:
        self._size_of = size_of
        self._shown = shown
        self._pool: PicturePool | None = None
        # libVLC keeps bare addresses: these must live as long as the player does.
        self._format = _FormatCallback(self._on_format)
        self._cleanup = _CleanupCallback(self._on_cleanup)
        self._lock = _LockCallback(self._on_lock)
        self._display = _DisplayCallback(self._on_display)

    def attach(self, vlc: ModuleType, player: Any) -> None:
        """Make the player draw here. Call before it plays; keep this object until the player has stopped."""
        set_callbacks = vlc.dll.libvlc_video_set_callbacks
        set_callbacks.restype, set_callbacks.argtypes = None, (ctypes.c_void_p,) * 5
        set_formats = vlc.dll.libvlc_video_set_format_callbacks
        set_formats.restype, set_formats.argtypes = None, (ctypes.c_void_p,) * 3
        set_callbacks(player, self._lock, None, self._display, None)
        set_formats(player, self._format, self._cleanup)

    def _on_format(self, _opaque: Any, chroma: int, width: Any, height: Any, pitches: Any, lines: Any) -> int:
        if ctypes.string_at(chroma, 4) in _HARDWARE_FORMATS:
            return 0
        width[0], height[0] = self._size_of(width[0], height[0])
        self._pool = PicturePool(width[0], height[0])
        ctypes.memmove(chroma, b"RV32", 4)
        pitches[0], lines[0] = self._pool.stride, height[0]
        return 1

    def _on_cleanup(self, _opaque: Any) -> None:
        self._pool = None

    def _on_lock(self, _opaque: Any, planes: Any) -> int:
        pool = self._pool
        if pool is None:
            return 0
        ticket, block = pool.take()
        planes[0] = block.address
        return ticket

    def _on_display(self, _opaque: Any, ticket: int | None) -> None:
        pool = self._pool
        block = pool.drawn(ticket) if pool is not None and ticket else None
        if block is not None:
            self._shown(block.image())
