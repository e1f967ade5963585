"""Painting a layout: in a window, a preview, a thumbnail or a picture file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from lesson_player.model.overlay import class_theme
from lesson_player.rendering.colours import colour, qcolour
from lesson_player.rendering.geometry import Rect
from lesson_player.rendering.glyphs import device_scale, draw_edge, draw_text
from lesson_player.rendering.layout import WIDE, lay_out
from lesson_player.rendering.mark_paint import paint_veil, paint_words
from lesson_player.rendering.placed import (
    Placed,
    PlacedBox,
    PlacedFilm,
    PlacedPicture,
    PlacedRule,
    PlacedSigner,
    PlacedText,
    PlacedTick,
    PlacedVeil,
    PlacedWords,
    ScreenLayout,
)
from lesson_player.rendering.symbols import symbol_store
from lesson_player.rendering.text import measure

if TYPE_CHECKING:
    from lesson_player.model.slide import ClassView
    from lesson_player.model.theme import Theme
    from lesson_player.rendering.pictures import PictureStore

_SMOOTH_PIXELS = 2_500_000
"""A moving film on more pixels than this is scaled without smoothing, which takes about half the time at
3840x2160 and leaves the processor to the decoder. A film that rests is always smooth."""

_NEARLY = 16
"""A frame that is smaller than its room by fewer pixels than this is painted in its own size: engines that
scale a picture down keep to round numbers."""

_SYMBOL_CORNER = 0.14
"""Radius of the corners of a symbol's paper as a share of its side."""


def paint(
    painter: QPainter,
    layout: ScreenLayout,
    pictures: PictureStore,
    theme: Theme,
    frame: QImage | None = None,
    *,
    signer_frame: QImage | None = None,
    region: Rect | None = None,
) -> None:
    """Paint a layout with its corner at the painter's origin.

    *frame* is the film's, for a layout that has room for one; *signer_frame* that of the version of which the
    signer's window shows a part. With *region* (pixels), only what touches it is
    painted: pass the film's rectangle where nothing but the frame has changed.
    """
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    brush = _Brush(painter, pictures, theme, frame, signer_frame)
    brush.ground(layout, region)
    for thing in layout.placed:
        if region is None or thing.rect.overlaps(region):
            brush.thing(thing)


def prepare(layout: ScreenLayout, pictures: PictureStore, ratio: float = 1.0, *, tint: str = "") -> None:
    """Draw a layout's pictures before it is painted, as while the step before it is on screen.

    *ratio* is the window's device pixel ratio, *tint* the colour of the theme's overlay. May be called from a
    worker thread.
    """
    for thing in layout.pictures:
        pictures.prefetch((thing.picture.id,), _pixels(thing.rect, ratio), tint)
    for spot in (spot for text in layout.texts for spot in text.symbols):
        symbol_store().prefetch((spot.symbol,), _pixels(spot.rect, ratio), tint)


def to_image(
    view: ClassView,
    width: int,
    height: int,
    pictures: PictureStore,
    frame: QImage | None = None,
    *,
    signer_frame: QImage | None = None,
    speakers: tuple[str, ...] = (),
) -> QImage:
    """What the class sees as a picture of *width* by *height* pixels."""
    layout = lay_out(
        view,
        width,
        height,
        film_aspect=aspect_of(frame),
        signer_aspect=aspect_of(signer_frame),
        speakers=speakers,
    )
    image = QImage(layout.width, layout.height, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        paint(painter, layout, pictures, class_theme(view.appearance), frame, signer_frame=signer_frame)
    return image


def aspect_of(frame: QImage | None) -> float:
    """Width by height of a frame; that of most films while there is none."""
    return frame.width() / frame.height() if frame is not None and not frame.isNull() else WIDE


@dataclass(frozen=True, slots=True)
class _Brush:
    """A painter with all that things are painted from."""

    painter: QPainter
    pictures: PictureStore
    theme: Theme
    frame: QImage | None
    signer_frame: QImage | None

    def colour(self, role: str) -> QColor:
        return qcolour(colour(self.theme, role))

    def ground(self, layout: ScreenLayout, region: Rect | None) -> None:
        """Fill the ground, but not behind a film that covers it anyway."""
        whole = region or Rect(0, 0, layout.width, layout.height)
        film = layout.film
        covered = self._frame_rect(film).toRect() if film and self.frame is not None else None
        fill = self.colour(layout.ground)
        if covered is None:
            self.painter.fillRect(whole.qrectf(), fill)
            return
        inner = covered.adjusted(1, 1, -1, -1)
        top, bottom = inner.top(), inner.bottom() + 1
        for rect in (
            QRectF(whole.x, whole.y, whole.width, top - whole.y),
            QRectF(whole.x, top, inner.left() - whole.x, bottom - top),
            QRectF(inner.right() + 1, top, whole.right - inner.right() - 1, bottom - top),
            QRectF(whole.x, bottom, whole.width, whole.bottom - bottom),
        ):
            if rect.isValid():
                self.painter.fillRect(rect, fill)

    def thing(self, thing: Placed) -> None:
        match thing:
            case PlacedText():
                self._symbols(thing)
                draw_edge(self.painter, thing, colour(self.theme, thing.role))
                draw_text(self.painter, thing, colour(self.theme, thing.role))
            case PlacedPicture():
                self._picture(thing)
            case PlacedBox():
                self._box(thing)
            case PlacedRule():
                rect = thing.rect.qrectf()
                rect.setHeight(max(rect.height(), 1.0))
                self.painter.fillRect(rect.toAlignedRect(), self.colour(thing.role))
            case PlacedTick():
                self._tick(thing)
            case PlacedFilm():
                self._film(thing)
            case PlacedSigner():
                self._signer(thing)
            case PlacedVeil():
                paint_veil(self.painter, thing, colour(self.theme, thing.role))
            case PlacedWords():
                paint_words(self.painter, thing, self.theme)

    def _picture(self, thing: PlacedPicture) -> None:
        if not self._image(self.pictures, thing.picture.id, thing.rect):
            self._words_for_picture(thing)

    def _image(self, store: PictureStore, name: str, rect: Rect) -> bool:
        """A picture fitted into a rectangle, pixel by pixel; gives whether there is one."""
        ratio = device_scale(self.painter)
        image = store.image(name, *_pixels(rect, ratio), self.theme.tint)
        if image is None:
            return False
        spot = rect.fitted(image.width() / image.height())
        x, y = round(spot.x * ratio) / ratio, round(spot.y * ratio) / ratio
        self.painter.drawImage(QRectF(x, y, image.width() / ratio, image.height() / ratio), image)
        return True

    def _symbols(self, thing: PlacedText) -> None:
        """The symbols above a text's words, on light paper as all pictures: they have dark outlines."""
        for spot in thing.symbols:
            self._box(PlacedBox(spot.rect, "picture_paper", radius=spot.rect.width * _SYMBOL_CORNER))
            self._image(symbol_store(), spot.symbol, spot.rect)

    def _words_for_picture(self, thing: PlacedPicture) -> None:
        """The picture's words in its place, where they have room."""
        size = measure(thing.words)
        width, height = size.width * thing.scale, size.height * thing.scale
        if height <= thing.rect.height:
            spot = thing.rect.centred(width, height)
            words = PlacedText(spot, thing.words, "on_picture", "picture_paper", thing.scale)
            draw_text(self.painter, words, colour(self.theme, words.role))

    def _box(self, thing: PlacedBox) -> None:
        if not thing.radius and not thing.border:
            self.painter.fillRect(_whole_pixels(thing.rect), self.colour(thing.fill))
            return
        rect = thing.rect.qrectf()
        half = thing.thickness / 2 if thing.border else 0.0
        pen = (
            QPen(self.colour(thing.border), max(thing.thickness, 1.0))
            if thing.border
            else QPen(Qt.PenStyle.NoPen)
        )
        self.painter.setPen(pen)
        self.painter.setBrush(self.colour(thing.fill) if thing.fill else Qt.BrushStyle.NoBrush)
        radius = max(min(thing.radius, rect.width() / 2, rect.height() / 2) - half, 0.0)
        self.painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)

    def _tick(self, thing: PlacedTick) -> None:
        rect = thing.rect
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.colour(thing.fill))
        self.painter.drawEllipse(rect.qrectf())
        pen = QPen(self.colour(thing.role), rect.width * 0.12)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self.painter.setPen(pen)
        places = ((0.28, 0.54), (0.44, 0.69), (0.73, 0.35))
        self.painter.drawPolyline(
            QPolygonF([QPointF(rect.x + x * rect.width, rect.y + y * rect.height) for x, y in places])
        )

    def _film(self, thing: PlacedFilm) -> None:
        if self.frame is None or self.frame.isNull():
            self.painter.fillRect(thing.rect.qrectf(), self.colour("film_empty"))
            return
        target = self._frame_rect(thing)
        smooth = thing.held or target.width() * target.height() <= _SMOOTH_PIXELS
        self.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        self.painter.drawImage(target, self.frame)
        self._lay_over(target)

    def _signer(self, thing: PlacedSigner) -> None:
        frame, target = self.signer_frame, QRectF(thing.rect.qrectf().toRect())
        if frame is None or frame.isNull():
            self.painter.fillRect(target, self.colour("film_empty"))
            return
        cut, width, height = thing.cut, frame.width(), frame.height()
        source = QRectF(cut.x * width, cut.y * height, cut.width * width, cut.height * height)
        smooth = thing.held or target.width() * target.height() <= _SMOOTH_PIXELS
        self.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        self.painter.drawImage(target, frame, source)
        self._lay_over(target)

    def _lay_over(self, film: QRectF) -> None:
        """The overlay over a film's picture, where it was asked for."""
        if self.theme.film_tint:
            self.painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            self.painter.fillRect(film, qcolour(self.theme.film_tint))
            self.painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

    def _frame_rect(self, thing: PlacedFilm) -> QRectF:
        """Where the frame goes, on whole pixels, so that its edges are sharp."""
        if self.frame is None or self.frame.isNull():
            return thing.rect.qrectf()
        fitted = thing.rect.fitted(self.frame.width() / self.frame.height()).qrectf().toRect()
        spare = fitted.size() - self.frame.size()
        if 0 <= spare.width() < _NEARLY and 0 <= spare.height() < _NEARLY:
            # Pixel by pixel: a hair's breadth of ground costs nothing, scaling costs more than decoding.
            fitted = QRect(
                fitted.topLeft() + QPoint(spare.width() // 2, spare.height() // 2), self.frame.size()
            )
        return QRectF(fitted)


def _pixels(rect: Rect, ratio: float) -> tuple[int, int]:
    return round(rect.width * ratio), round(rect.height * ratio)


def _whole_pixels(rect: Rect) -> QRect:
    """The rectangle with each edge on the nearest pixel, so that rectangles that touch leave no seam."""
    left, top = round(rect.x), round(rect.y)
    return QRect(left, top, round(rect.right) - left, round(rect.bottom) - top)
