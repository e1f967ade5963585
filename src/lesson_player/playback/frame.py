"""One picture of a film, as it goes from an engine to whoever paints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from collections.abc import Callable


class Frame:
    """A picture and its place in the film. Nothing changes the picture while anyone holds :attr:`image`.

    ``image`` may share memory with the engine: keep the frame or the very image object for as long as it is
    needed, and use ``QImage.copy()`` to keep the picture longer than that. An engine may leave the making
    of the image until it is first asked for, so that a frame which nobody paints costs nothing.
    """

    __slots__ = ("_image", "_render", "number", "time_s")

    def __init__(self, time_s: float, number: int, picture: QImage | Callable[[], QImage]) -> None:
        """``time_s``: film position in seconds; ``number`` counts the frames since the film was opened."""
        self.time_s = time_s
        self.number = number
        self._image = picture if isinstance(picture, QImage) else None
        self._render = None if isinstance(picture, QImage) else picture

    @property
    def image(self) -> QImage:
        """The picture in the film's own pixels; ``PlayerState`` has its shape on screen."""
        if self._image is None:
            self._image = self._render() if self._render is not None else QImage()
            self._render = None
        return self._image

    def __repr__(self) -> str:
        return f"Frame(number={self.number}, time_s={self.time_s:.3f})"
