"""Large text drawn quickly.

Qt keeps pictures of letters up to 64 pixels high. Larger ones it draws anew from their outlines each time,
which takes about 60 microseconds a letter: more than a frame's time for a slide on a 4K board. So large
letters are drawn once here, and kept.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from functools import lru_cache
from math import cos, pi, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QImage, QPainter, QPainterPath, QRawFont, QTransform

from lesson_player.model.caption_look import CaptionEdge, edge_colour
from lesson_player.rendering.colours import qcolour
from lesson_player.rendering.text import TextBlock, shape

if TYPE_CHECKING:
    from lesson_player.rendering.placed import PlacedText

LARGEST_OF_QT = 60
"""Pixels: up to this height Qt's own way is as fast."""

_KEPT_BYTES = 96_000_000
_EDGE_SHARE = 0.055
"""Thickness of letters' edges as a share of their size."""
_EDGES: dict[CaptionEdge, tuple[tuple[float, float], ...]] = {
    CaptionEdge.NONE: (),
    CaptionEdge.OUTLINE: tuple((cos(angle * pi / 6), sin(angle * pi / 6)) for angle in range(12)),
    CaptionEdge.SHADOW: ((0.5, 0.5), (1, 1), (1.5, 1.5)),
}
"""Where the letters are drawn beforehand, in thicknesses."""
_Letter = tuple[QPoint, QImage]
_Run = tuple[QRawFont, str, tuple[tuple[int, float, float], ...]]


class LetterCache:
    """Pictures of large letters, by typeface, size and colour."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, int, int, str], _Letter] = OrderedDict()
        self._bytes = 0

    def letter(self, face: str, raw: QRawFont, glyph: int, size: int, colour: str) -> _Letter:
        """A letter's picture and where its corner stands from the pen; *raw* has the size already."""
        key = (face, glyph, size, colour)
        found = self._kept.get(key)
        if found is None:
            found = _draw(raw.pathForGlyph(glyph), colour)
            self._kept[key] = found
            self._bytes += found[1].sizeInBytes()
            while self._bytes > _KEPT_BYTES:
                _, old = self._kept.popitem(last=False)
                self._bytes -= old[1].sizeInBytes()
        return found


_letters = LetterCache()


def draw_text(painter: QPainter, text: PlacedText, colour: str) -> None:
    """Draw a placed text whose rectangle is in the painter's own units."""
    ratio = device_scale(painter)
    runs = _runs(text.block) if text.size * ratio > LARGEST_OF_QT and _is_upright(painter) else None
    if runs is None:
        painter.save()
        painter.setPen(qcolour(colour))
        painter.translate(text.rect.x, text.rect.y)
        painter.scale(text.scale, text.scale)
        shape(text.block).draw(painter, QPointF(0, 0))
        painter.restore()
        return
    factor = text.scale * ratio
    painter.save()
    painter.scale(1 / ratio, 1 / ratio)
    for font, face, letters in runs:
        raw = _sized(font, face, round(font.pixelSize() * factor * 64))
        pixels = round(raw.pixelSize() * 64)
        for glyph, x, y in letters:
            corner, picture = _letters.letter(face, raw, glyph, pixels, colour)
            if not picture.isNull():
                at = QPoint(round(text.rect.x * ratio + x * factor), round(text.rect.y * ratio + y * factor))
                painter.drawImage(at + corner, picture)
    painter.restore()


def draw_edge(painter: QPainter, text: PlacedText, colour: str) -> None:
    """Draw what makes the letters of a text in *colour* stand out: an outline all round, or a shadow."""
    thick = text.size * _EDGE_SHARE
    for across, down in _EDGES[text.edge]:
        moved = replace(text.rect, x=text.rect.x + across * thick, y=text.rect.y + down * thick)
        draw_text(painter, replace(text, rect=moved), edge_colour(colour))


def device_scale(painter: QPainter) -> float:
    """Device pixels for each unit of the painter."""
    return painter.device().devicePixelRatio() * abs(painter.transform().m11())


def _is_upright(painter: QPainter) -> bool:
    """Whether the painter only moves and scales what it draws, by the same factor in both directions."""
    transform = painter.transform()
    plain = transform.type().value <= QTransform.TransformationType.TxScale.value
    return plain and transform.m11() == transform.m22() > 0


_sizes: dict[tuple[str, int], QRawFont] = {}


def _sized(font: QRawFont, face: str, size_64: int) -> QRawFont:
    key = (face, size_64)
    if key not in _sizes:
        if len(_sizes) > 64:
            _sizes.clear()
        raw = QRawFont(font)
        raw.setPixelSize(size_64 / 64)
        _sizes[key] = raw
    return _sizes[key]


@lru_cache(maxsize=1024)
def _runs(block: TextBlock) -> tuple[_Run, ...] | None:
    """The letters of a block with their places in page units; None where some have no outline, as emoji."""
    runs: list[_Run] = []
    for run in shape(block).glyphRuns():
        raw = run.rawFont()
        glyphs, positions = run.glyphIndexes(), run.positions()
        if any(raw.pathForGlyph(glyph).isEmpty() and raw.boundingRect(glyph).width() > 0 for glyph in glyphs):
            return None
        places = tuple((glyph, at.x(), at.y()) for glyph, at in zip(glyphs, positions, strict=True))
        runs.append((raw, f"{raw.familyName()}/{raw.styleName()}/{raw.weight()}", places))
    return tuple(runs)


def _draw(path: QPainterPath, colour: str) -> _Letter:
    if path.isEmpty():
        return QPoint(), QImage()
    bounds = path.boundingRect().toAlignedRect().adjusted(-1, -1, 1, 1)
    image = QImage(bounds.size(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-bounds.topLeft())
    painter.fillPath(path, qcolour(colour))
    painter.end()
    return bounds.topLeft(), image
