"""The picture of what comes next, with a film's picture where it is known and a sign where it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from lesson_player.foundation.i18n import tr
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import Type, font, px
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.class_picture import ClassPicture

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QPaintEvent

    from lesson_player.rendering.pictures import PictureStore
    from lesson_player.teaching.views import TeacherView

_STILL_WIDTH = 480
"""Width in pixels of a picture that is kept: enough for the preview at 200 %."""
_WORDS_WIDTH = 150
"""Below this width of the film's place, in pixels at 100 %, the sign stands alone."""

Place = tuple[str, str, float]
"""Film, version and seconds."""


class FilmStills:
    """The film's pictures at the marks where it has rested in this lesson."""

    def __init__(self) -> None:
        self._kept: dict[Place, QImage] = {}
        self._last = (0, -1.0)

    def coming(self, view: TeacherView, frame: QImage | None) -> QImage | None:
        """The film's picture after Next, or None when nobody has seen it yet; *frame* is shown now."""
        film, following = view.film, view.next_view
        if film is None or following is None or following.film is None:
            return None
        if film.at_mark and frame is not None:
            self._keep(_place(view, film.at_s), frame)
        if film.status in {"resting", "failed"}:
            return frame
        if film.status == "playing" and film.next_pause_s is not None:
            return self._kept.get(_place(view, film.next_pause_s))
        return None

    def _keep(self, place: Place, frame: QImage) -> None:
        seen = (frame.cacheKey(), place[2])
        if seen != self._last:
            self._last = seen
            smooth = Qt.TransformationMode.SmoothTransformation
            self._kept[place] = frame.scaledToWidth(_STILL_WIDTH, smooth)


class NextPicture(ClassPicture):
    """The class screen after Next. A film whose picture there is not known has a sign in its place."""

    def __init__(self, pictures: PictureStore) -> None:
        super().__init__(pictures)
        self._still: QImage | None = None

    def show_still(self, still: QImage | None) -> None:
        """Show the film with that picture; None where it is not known."""
        if still is not self._still:
            self._still = still
            self.show_frame(still)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        layout = self.screen_layout()
        if layout is None or layout.film is None or self._still is not None or self.class_view is None:
            return
        film = self.class_view.film
        painter = drawing.painter_on(self)
        place = QRectF(self.to_logical(layout.film.rect.qrectf()))
        for hole in (layout.film, layout.signer):
            if hole is not None:
                painter.fillRect(self.to_logical(hole.rect.qrectf()), colour(self, Role.SOFT))
        self._draw_sign(painter, place, plays=film is not None and film.status == "playing")

    def _draw_sign(self, painter: QPainter, place: QRectF, *, plays: bool) -> None:
        size = min(place.width(), place.height()) * 0.34
        worded = place.width() >= px(_WORDS_WIDTH)
        middle = place.center() - QPointF(0, size * 0.5 if worded else 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self, Role.ACCENT))
        left, top, right = middle.x() - size / 2, middle.y() - size / 2, middle.x() + size / 2
        if plays:
            tip = QPointF(right, middle.y())
            painter.drawPolygon(QPolygonF([QPointF(left, top), tip, QPointF(left, top + size)]))
        else:
            bar = size * 0.34
            painter.drawRect(QRectF(left, top, bar, size))
            painter.drawRect(QRectF(right - bar, top, bar, size))
        if worded:
            words = tr("The film plays from here") if plays else tr("The film rests here")
            painter.setPen(colour(self, Role.INK))
            painter.setFont(font(Type.MINOR))
            below = place.adjusted(0, middle.y() + size * 0.7 - place.top(), 0, 0)
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, words)


def _place(view: TeacherView, at_s: float) -> Place:
    film = view.class_view.film
    return (film.film, film.version, round(at_s, 2)) if film is not None else ("", "", at_s)
