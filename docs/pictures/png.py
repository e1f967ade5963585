"""PNG with a palette: for drawn pictures and text a third of the bytes, and as good to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter

if TYPE_CHECKING:
    from numpy.typing import NDArray

_COLOURS = 256
_SMALLEST = 0
"""Qt's quality for PNG: the least bytes, the most time."""


def small_png(image: QImage) -> bytes:
    """*image* as an opaque PNG with at most 256 colours."""
    pixels = _pixels(image)
    packed = pixels @ np.array([1 << 16, 1 << 8, 1])
    found, where, counts = np.unique(packed, return_inverse=True, return_counts=True)
    colours = np.stack([found >> 16, found >> 8 & 255, found & 255], axis=1).astype(float)
    palette = _palette(colours, counts.astype(float))
    nearest = np.concatenate([_nearest(part, palette) for part in np.array_split(colours, 64)])
    return _written(nearest[where].astype(np.uint8).reshape(image.height(), image.width()), palette)


def _pixels(image: QImage) -> NDArray[np.int64]:
    """One row of red, green and blue for each pixel."""
    plain = image.convertToFormat(QImage.Format.Format_RGBX8888)
    lines = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine() // 4, 4)
    return lines[:, : plain.width(), :3].reshape(-1, 3).astype(np.int64)


def _palette(colours: NDArray[np.float64], counts: NDArray[np.float64]) -> NDArray[np.float64]:
    """Split the colours where they differ most over all pixels, until there are enough."""
    boxes = [np.arange(len(colours))]
    spreads = [_spread(colours, counts)]
    while len(boxes) < min(_COLOURS, len(colours)):
        widest = int(np.argmax([spread.max() for spread in spreads]))
        box, channel = boxes[widest], int(spreads[widest].argmax())
        values = colours[box, channel]
        middle = np.average(values, weights=counts[box])
        for at, part in ((widest, box[values <= middle]), (len(boxes), box[values > middle])):
            boxes[at : at + 1] = [part]
            spreads[at : at + 1] = [_spread(colours[part], counts[part])]
    return np.array([_stands_for(colours[box], counts[box]) for box in boxes])


def _spread(colours: NDArray[np.float64], counts: NDArray[np.float64]) -> NDArray[np.float64]:
    """Squared distance from the mean in each channel, over all pixels."""
    apart: NDArray[np.float64] = colours - np.average(colours, axis=0, weights=counts)
    total: NDArray[np.float64] = (apart**2 * counts[:, None]).sum(axis=0)
    return total


def _stands_for(colours: NDArray[np.float64], counts: NDArray[np.float64]) -> NDArray[np.float64]:
    """The colour that most pixels have, so that grounds keep theirs exactly; else the mean."""
    most = int(counts.argmax())
    chosen = colours[most] if counts[most] * 2 > counts.sum() else np.average(colours, axis=0, weights=counts)
    rounded: NDArray[np.float64] = np.round(chosen)
    return rounded


def _nearest(colours: NDArray[np.float64], palette: NDArray[np.float64]) -> NDArray[np.int64]:
    apart = ((colours[:, None, :] - palette[None, :, :]) ** 2).sum(axis=2)
    nearest: NDArray[np.int64] = apart.argmin(axis=1)
    return nearest


def _written(indices: NDArray[np.uint8], palette: NDArray[np.float64]) -> bytes:
    height, width = indices.shape
    image = QImage(indices.tobytes(), width, height, width, QImage.Format.Format_Indexed8)
    image.setColorTable(
        [0xFF000000 | int(red) << 16 | int(green) << 8 | int(blue) for red, green, blue in palette]
    )
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    writer.setQuality(_SMALLEST)
    if not writer.write(image):
        raise OSError(f"the PNG could not be written: {writer.errorString()}")
    return bytes(data.data())
