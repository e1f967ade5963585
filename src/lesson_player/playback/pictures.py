"""The memory that engines draw into, and the size at which they do.

Each picture has its own block of memory, wrapped without a copy in a ``QImage``. A block is used again only
when nobody holds that image any more, so a picture never changes while it is being painted, however late
the painter is.
"""

from __future__ import annotations

import ctypes
import weakref

from PySide6.QtGui import QImage

BYTES_A_PIXEL = 4
_ALIGNMENT = 64
_MOST_BLOCKS = 12
"""100 MB of 1080p pictures: whoever holds more has forgotten them, and loses frames instead of all memory."""

_WHOLE_WIDTH, _WHOLE_HEIGHT = 8, 2
"""Scaled pictures are so many pixels, or a multiple: at odd widths the converter takes three times as long
(measured: 1651 pixels against 1648)."""


def scaled_into(room: tuple[int, int], width: int, height: int, shown_width: int) -> tuple[int, int]:
    """The size in square pixels at which a picture of *width* by *height* is asked of an engine.

    Its own, unless on screen, where it is *shown_width* wide, it is larger than *room*.
    """
    shown_width = shown_width or width
    if not all(room) or (shown_width <= room[0] and height <= room[1]):
        return shown_width, height
    factor = min(room[0] / shown_width, room[1] / height)
    scaled_width = round(shown_width * factor) // _WHOLE_WIDTH * _WHOLE_WIDTH
    scaled_height = round(height * factor) // _WHOLE_HEIGHT * _WHOLE_HEIGHT
    return max(scaled_width, _WHOLE_WIDTH), max(scaled_height, _WHOLE_HEIGHT)


class _PictureImage(QImage):
    """An image that keeps the memory it shows."""

    block: Block


class Block:
    """Memory for one picture."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self.stride = -(-width * BYTES_A_PIXEL // _ALIGNMENT) * _ALIGNMENT
        size = self.stride * height
        self._memory = (ctypes.c_uint8 * (size + _ALIGNMENT))()
        start = ctypes.addressof(self._memory)
        offset = -start % _ALIGNMENT
        self.address = start + offset
        self._view = memoryview(self._memory)[offset : offset + size]
        self._image: weakref.ref[_PictureImage] | None = None
        self.being_drawn = False

    @property
    def is_free(self) -> bool:
        """Whether libVLC may draw here."""
        return not self.being_drawn and (self._image is None or self._image() is None)

    def image(self) -> QImage:
        """The picture; the block is not drawn into again while this very object lives."""
        image = _PictureImage(self._view, self.width, self.height, self.stride, QImage.Format.Format_RGB32)
        image.block = self
        self._image = weakref.ref(image)
        self.being_drawn = False
        return image


class PicturePool:
    """The blocks of one film. Used by one thread alone."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self._blocks: list[Block] = []
        self._spill = Block(width, height)

    @property
    def stride(self) -> int:
        """Bytes from one line of pixels to the next."""
        return self._spill.stride

    def take(self) -> tuple[int, Block]:
        """A block to draw into and its ticket; ticket 0 is a block whose picture nobody can be given."""
        for index, block in enumerate(self._blocks):
            if block.is_free:
                block.being_drawn = True
                return index + 1, block
        if len(self._blocks) >= _MOST_BLOCKS:
            return 0, self._spill
        block = Block(self.width, self.height)
        block.being_drawn = True
        self._blocks.append(block)
        return len(self._blocks), block

    def drawn(self, ticket: int) -> Block | None:
        """The block behind a ticket of :meth:`take`; None for the one that is not handed out."""
        return self._blocks[ticket - 1] if ticket else None
