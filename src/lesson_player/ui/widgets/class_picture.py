"""The class screen as a widget: full size in the class window, small and true in the teacher's window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from lesson_player.model.overlay import class_theme, tint_of
from lesson_player.rendering.geometry import Rect
from lesson_player.rendering.layout import lay_out
from lesson_player.rendering.marks import changed_marks
from lesson_player.rendering.paint import aspect_of, paint, prepare

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent

    from lesson_player.model.slide import ClassView
    from lesson_player.rendering.pictures import PictureStore
    from lesson_player.rendering.placed import ScreenLayout, Target


class ClassPicture(QWidget):
    """Paints a class view at the window's device pixels, by the same layout everywhere.

    The layout's units grow with the height of the page, so a small picture of the same proportions breaks its
    lines at the same words as the class screen does.
    """

    TOUCHED = frozenset({"row", "card"})
    """Roles of what can be touched."""
    touched = Signal(str)
    """Id of the row or card that was touched or clicked."""

    def __init__(self, pictures: PictureStore, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._view: ClassView | None = None
        self._frame: QImage | None = None
        self._signer_frame: QImage | None = None
        self._layout: ScreenLayout | None = None
        self._shape: float | None = None
        self.changed = QRect()
        """What a new view has changed, in this widget's own coordinates."""
        self._pressed = ""
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def class_view(self) -> ClassView | None:
        """What is shown."""
        return self._view

    def screen_layout(self) -> ScreenLayout | None:
        """Where everything stands, in device pixels; None while there is nothing to show."""
        size = self.device_size()
        if self._view is None or size.isEmpty():
            return None
        if self._layout is None or (self._layout.width, self._layout.height) != (size.width(), size.height()):
            self._layout = self._lay_out(self._view, size)
        return self._layout

    def device_size(self) -> QSize:
        """Size in device pixels."""
        ratio = self.devicePixelRatioF()
        return QSize(round(self.width() * ratio), round(self.height() * ratio))

    def stand_for(self, shape: float) -> None:
        """Be a small picture of a screen of that *shape*, width by height, with its lines and parts."""
        if shape != self._shape:
            self._shape = shape
            self._lay_out_again()

    def show_view(self, view: ClassView | None) -> bool:
        """Show *view* from the next repaint on; gives whether anything of it is new."""
        if view == self._view:
            return False
        former, self._view = self._view, view
        if former is not None and view is not None and former.unmarked == view.unmarked:
            self._mark_again()
        else:
            self._lay_out_again()
        return True

    def prepare(self, view: ClassView) -> None:
        """Lay *view* out and draw its pictures, so that showing it later costs only the painting."""
        size = self.device_size()
        if not size.isEmpty():
            prepare(self._lay_out(view, size), self._pictures, tint=tint_of(view.appearance))

    def show_frame(self, frame: QImage | None) -> None:
        """Show a new film frame; only the film's own part is painted again."""
        if aspect_of(frame) != aspect_of(self._frame):
            self._lay_out_again()
        self._frame = frame
        layout = self.screen_layout()
        if layout is not None and layout.film is not None:
            self.update(self.to_logical(layout.film.rect.qrectf()))

    def show_signer_frame(self, frame: QImage | None) -> None:
        """Show a new frame of the signed version, a part of which is seen in the signer's window."""
        if aspect_of(frame) != aspect_of(self._signer_frame):
            self._lay_out_again()
        self._signer_frame = frame
        layout = self.screen_layout()
        if layout is not None and layout.signer is not None:
            self.update(self.to_logical(layout.signer.rect.qrectf()))

    def film_room(self, view: ClassView) -> QSize:
        """The device pixels that the film's frames have while it plays; empty where there is no film.

        A signer's window shows a part of a frame, which as a whole may have to be larger than the film's.
        """
        if view.film is None or self.device_size().isEmpty():
            return QSize()
        film = view.film.model_copy(update={"status": "playing", "cues": (), "prompt": None})
        playing = self._lay_out(view.model_copy(update={"film": film}), self.device_size())
        if playing.film is None:
            return QSize()
        width, height = playing.film.rect.width, playing.film.rect.height
        if playing.signer is not None:
            width = max(width, playing.signer.rect.width / playing.signer.cut.width)
            height = max(height, playing.signer.rect.height / playing.signer.cut.height)
        return QSize(round(width), round(height))

    def to_logical(self, rect: QRectF) -> QRect:
        """A rectangle of the layout in this widget's own coordinates, rounded outwards."""
        ratio = self.devicePixelRatioF()
        corner, size = rect.topLeft() / ratio, rect.size() / ratio
        return QRectF(corner, size).toAlignedRect()

    def target_at(self, place: QPointF) -> Target | None:
        """The row, card or other named thing at a place in this widget."""
        layout = self.screen_layout()
        ratio = self.devicePixelRatioF()
        return layout.target_at(place.x() * ratio, place.y() * ratio) if layout is not None else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Where a touch or click begins; what lies behind the picture may want to know it too."""
        self._pressed = self._touched_at(event)
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A touch or click that began on a row or card chooses it; Qt makes a touch into a click."""
        pressed, self._pressed = self._pressed, ""
        if pressed and self._touched_at(event) == pressed:
            self.touched.emit(pressed)
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The next repaint lays the view out for the new size."""
        self._layout = None
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        layout = self.screen_layout()
        # Ended in any case: a painter that outlives an error takes the program with it.
        with QPainter(self) as painter:
            if layout is None or self._view is None:
                painter.fillRect(self.rect(), self.palette().window())
                return
            ratio = self.devicePixelRatioF()
            painter.scale(1 / ratio, 1 / ratio)
            seen = event.rect()
            paint(
                painter,
                layout,
                self._pictures,
                class_theme(self._view.appearance),
                self._frame,
                signer_frame=self._signer_frame,
                region=Rect(seen.x() * ratio, seen.y() * ratio, seen.width() * ratio, seen.height() * ratio),
            )

    def _touched_at(self, event: QMouseEvent) -> str:
        """Id of the row or card under a press of the left button or a finger; empty for none."""
        target = self.target_at(event.position()) if event.button() is Qt.MouseButton.LeftButton else None
        return target.id if target is not None and target.role in self.TOUCHED else ""

    def _lay_out_again(self) -> None:
        self._layout = None
        self.changed = self.rect()
        self.update()

    def _mark_again(self) -> None:
        """Only what is marked has changed: a word that is heard costs no more than painting it."""
        before, self._layout = self._layout, None
        after = self.screen_layout()
        changed = changed_marks(before, after) if before is not None and after is not None else None
        self.changed = self.rect() if changed is None else self.to_logical(changed.qrectf())
        self.update(self.changed)

    def _lay_out(self, view: ClassView, size: QSize) -> ScreenLayout:
        return lay_out(
            view,
            size.width(),
            size.height(),
            film_aspect=aspect_of(self._frame),
            signer_aspect=aspect_of(self._signer_frame),
            shape=self._shape,
        )
