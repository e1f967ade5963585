"""The middle of the teacher's window: what the class sees now, what comes next, the screen in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.ui.presenter.clock_words import skip_words
from lesson_player.ui.presenter.next_picture import FilmStills, NextPicture
from lesson_player.ui.theme.measures import Type, px, set_type
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.class_picture import ClassPicture
from lesson_player.ui.widgets.panel import Framed, Panel
from lesson_player.ui.widgets.text import LineLabel, label, short_label

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QResizeEvent

    from lesson_player.rendering.pictures import PictureStore
    from lesson_player.teaching.views import TeacherView

_NARROW = 340
"""Below this width, in pixels at 100 %, the words under the picture stand under one another."""
_NEXT_WIDTH = 190
"""Width of the picture of what comes next, in pixels at 100 %."""
_LEAST_PICTURE = 100
"""Least height, in pixels at 100 %, of the picture of the class screen."""


class NowAndNext(QWidget):
    """True pictures of the class screen, made by the class screen's own layout."""

    touched = Signal(str)
    """Id of a card or row chosen in the picture."""

    def __init__(self, pictures: PictureStore) -> None:
        super().__init__()
        self._aspect = 16 / 9
        self._short = False
        self._unseen = ""
        self._most: int | None = None
        self.progress = LineLabel(role=Role.QUIET)
        self.now = ClassPicture(pictures)
        self.now.touched.connect(self.touched)
        self._now_frame = Framed(self.now, Role.ACCENT, width=3)
        self._stage = Stage(self._now_frame)
        self.coming = label(step=Type.STRONG)
        self.after_next = label(step=Type.LABEL, role=Role.QUIET)
        self.skippable = label(step=Type.MINOR, role=Role.WARM)
        self.next = NextPicture(pictures)
        self._stills = FilmStills()
        self._view: TeacherView | None = None
        self._frame: QImage | None = None
        self.next.setAccessibleName(tr("Picture of what comes next"))
        self._next_frame = Framed(self.next, Role.LINE, width=2)
        self.screen_title = LineLabel(tr("Class screen"), role=Role.QUIET)
        self.screen_lines = label()
        self._next_panel, self._screen_panel = Panel(), Panel()
        self._lower = QWidget()
        self._lower_row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._lower)
        self._column = QVBoxLayout(self)
        self._lines: tuple[str, ...] = ()
        self._build()

    def show_view(self, view: TeacherView) -> None:
        """Show where the lesson stands."""
        self._view = view
        self.progress.setText(view.progress)
        self.now.show_view(view.class_view)
        self.now.setAccessibleName(tr("What the class sees now: {words}", words=view.class_view.announcement))
        self.next.show_view(view.next_view)
        self.next.show_still(self._stills.coming(view, self._frame))
        self.coming.setText(view.coming)
        self.after_next.setText(tr("Then: {step}", step=view.after_next) if view.after_next else "")
        self.after_next.setVisible(bool(view.after_next))
        self.skippable.setText(skip_words(view.pace))
        self.skippable.setVisible(bool(self.skippable.text()))
        lines = self._class_lines(view)
        if lines != self._lines:
            self._lines = lines
        self._fit()

    def show_frame(self, frame: QImage | None) -> None:
        """Show a new frame of the film."""
        self.now.show_frame(frame)
        self._frame = frame
        if self._view is not None:
            self.next.show_still(self._stills.coming(self._view, frame))

    def show_signer_frame(self, frame: QImage | None) -> None:
        """Show a new frame of the signed version."""
        self.now.show_signer_frame(frame)

    @property
    def unseen(self) -> str:
        """Why no class sees the lesson; empty where one does."""
        return self._unseen

    def set_screen_name(self, words: str) -> None:
        """Name the class screen over its state; empty where the name stands in the head of the window."""
        self.screen_title.setText(words or tr("Class screen"))

    def set_unseen(self, words: str) -> None:
        """Say that no class sees the lesson, and why; empty where one does."""
        if words != self._unseen:
            self._unseen = words
            if self._view is not None:
                self.show_view(self._view)

    def set_screen_size(self, size: QSize) -> None:
        """Take on the proportions of the class screen, in pixels, so that the picture is true."""
        if not size.isEmpty():
            self._aspect = size.width() / size.height()
            self.now.stand_for(self._aspect)
            self.next.stand_for(self._aspect)
            self._fit()

    def set_room(self, *, short: bool, most: int | None) -> None:
        """Make do with little height, or hold the picture of the class screen to *most* pixels of height."""
        if (short, most) != (self._short, self._most):
            self._short, self._most = short, most
            self._fit()

    def height_for(self, width: int) -> int:
        """Height in pixels at which the picture fills *width* and all the words under it can be read."""
        margins = self._column.contentsMargins()
        inner = width - margins.left() - margins.right()
        head, gaps = self.progress.sizeHint().height(), 2 * self._column.spacing()
        lower = self._lower_row.totalHeightForWidth(inner)
        return margins.top() + margins.bottom() + head + gaps + lower + self._stage.height_for(inner)

    def _class_lines(self, view: TeacherView) -> tuple[str, ...]:
        # The first line says what the class sees.
        return (self._unseen, *view.class_lines[1:]) if self._unseen else view.class_lines

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture is as large as the words below it leave room for."""
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(short_label(tr("What the class sees now")), 1)
        head.addWidget(self.progress)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self.coming)
        words.addWidget(self.after_next)
        words.addWidget(self.skippable)
        words.addStretch(1)
        inner = QHBoxLayout(self._next_panel)
        inner.setContentsMargins(px(10), px(10), px(10), px(10))
        inner.setSpacing(px(10))
        inner.addWidget(self._next_frame, 0, Qt.AlignmentFlag.AlignTop)
        inner.addLayout(words, 1)
        screen = QVBoxLayout(self._screen_panel)
        screen.setContentsMargins(px(12), px(10), px(12), px(10))
        screen.addWidget(self.screen_lines)
        screen.addStretch(1)
        lower = self._lower_row
        lower.setContentsMargins(0, 0, 0, 0)
        lower.setSpacing(px(12))
        titles = (short_label(tr("Next")), self.screen_title)
        for title, panel in zip(titles, (self._next_panel, self._screen_panel), strict=True):
            column = QVBoxLayout()
            column.setSpacing(px(4))
            column.addWidget(title)
            column.addWidget(panel, 1)
            lower.addLayout(column, 1)
        self._column.setContentsMargins(px(10), px(8), px(10), px(8))
        self._column.setSpacing(px(6))
        self._column.addLayout(head)
        self._column.addWidget(self._stage, 100)
        self._column.addWidget(self._lower, 1)

    def _fit(self) -> None:
        short = self._short
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._lower_row.setDirection(down if self.width() < px(_NARROW) else across)
        self._lower_row.setStretch(0, 2 if short else 1)
        self._lower_row.setStretch(1, 3 if short else 1)
        self._next_frame.setVisible(not short and self.next.class_view is not None)
        self._next_frame.setFixedSize(px(_NEXT_WIDTH), round(px(_NEXT_WIDTH) / self._aspect))
        self.screen_lines.setText((" · " if short else "\n").join(self._lines))
        set_type(self.screen_lines, Type.MINOR if short else Type.BODY)
        self._stage.set_shape(self._aspect, self._most)


class Stage(QWidget):
    """Room for a picture: at most as tall as its width asks for, with the picture in its middle."""

    def __init__(self, picture: QWidget) -> None:
        super().__init__()
        self._picture = picture
        self._aspect = 1.0
        self._most: int | None = None
        picture.setParent(self)
        self.setMinimumHeight(px(_LEAST_PICTURE))

    def set_shape(self, aspect: float, most: int | None) -> None:
        """The picture's width by its height, and its greatest height in pixels, if there is one."""
        if (aspect, most) != (self._aspect, self._most):
            self._aspect, self._most = aspect, most
            self._fit()

    def height_for(self, width: int) -> int:
        """The height that it would like in that width."""
        wanted = round(width / self._aspect)
        return max(px(_LEAST_PICTURE), wanted if self._most is None else min(wanted, self._most))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture grows with its room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setMaximumHeight(self.height_for(self.width()))
        across = min(self.width(), round(self.height() * self._aspect))
        self._picture.setGeometry((self.width() - across) // 2, 0, across, round(across / self._aspect))
