"""What the teacher's window calls "what the class sees" is what the class sees, pixel by pixel."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from traceback import walk_tb

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from lesson_player.model.slide import ScreenKind
from lesson_player.rendering.pictures import PictureStore
from lesson_player.teaching.views import TeacherView
from lesson_player.ui.presenter.now_and_next import NowAndNext
from tests.support.show_window import film_frame, picture_store
from tests.support.teacher_views import (
    cards_slide,
    class_view,
    film_picture,
    film_view,
    rows_slide,
    teacher_view,
)
from tests.ui.conftest import Audience

BOARD = QSize(1280, 720)
VIEWS = {
    "rows": teacher_view(),
    "large text": teacher_view(class_view=class_view(text_percent=160)),
    "dark": teacher_view(class_view=class_view(cards_slide(), theme="dark")),
    "hidden": teacher_view(class_view=class_view(screen=ScreenKind.HIDDEN)),
    "calm": teacher_view(class_view=class_view(rows_slide(1), screen=ScreenKind.CALM)),
    "film": film_view(),
    "film at rest": film_view("resting"),
}


def grabbed(widget: QWidget) -> QImage:
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def preview(pictures: PictureStore, view: TeacherView, frame: QImage | None) -> NowAndNext:
    """The middle of the teacher's window, its picture as large as the class screen."""
    made = NowAndNext(pictures)
    made.set_screen_size(BOARD)
    made.show_view(view)
    made.show_frame(frame)
    made.now.setParent(None)
    made.now.setFixedSize(BOARD)
    return made


@pytest.mark.parametrize("name", VIEWS)
def test_at_the_size_of_the_class_screen_no_pixel_differs(
    audience: Callable[..., Audience], windows: list[QWidget], name: str
) -> None:
    view = VIEWS[name]
    board, fake, probe = audience(view, BOARD.width(), BOARD.height())
    fake.pictures = picture_store()
    board.picture._pictures = fake.pictures
    frame = film_frame() if view.film is not None else None
    if frame is not None:
        fake.show_frame(frame)
    probe.settle()
    middle = preview(fake.pictures, view, frame)
    windows += [middle, middle.now]
    assert grabbed(middle.now) == grabbed(board.picture)


def test_a_picture_that_differs_is_noticed(audience: Callable[..., Audience], windows: list[QWidget]) -> None:
    board, fake, _ = audience(VIEWS["rows"], BOARD.width(), BOARD.height())
    other = teacher_view(class_view=class_view(rows_slide(3)))
    middle = preview(fake.pictures, other, None)
    windows += [middle, middle.now]
    assert grabbed(middle.now) != grabbed(board.picture)


def test_in_a_changed_film_both_change(audience: Callable[..., Audience], windows: list[QWidget]) -> None:
    board, fake, probe = audience(film_view(), BOARD.width(), BOARD.height())
    middle = preview(fake.pictures, film_view(), film_frame())
    windows += [middle, middle.now]
    fake.show_frame(film_frame())
    other = film_frame()
    other.fill(0xFF203040)
    fake.show_frame(other)
    middle.show_frame(other)
    bare = film_picture().model_copy(update={"cues": ()})
    changed = film_view(class_view=class_view(screen=ScreenKind.FILM, film=bare, step=4))
    fake.show(changed)
    middle.show_view(changed)
    probe.settle()
    assert grabbed(middle.now) == grabbed(board.picture)


def test_an_error_while_painting_leaves_no_painter_behind(
    audience: Callable[..., Audience],
) -> None:
    def broken(_name: str) -> Path | None:
        raise RuntimeError("an error of the program's own")

    board, _, _ = audience(VIEWS["rows"])
    board.picture._pictures = PictureStore(broken)
    with pytest.raises(RuntimeError) as caught:
        board.picture.grab()
    painters = [
        value
        for frame, _ in walk_tb(caught.tb)
        for value in frame.f_locals.values()
        if isinstance(value, QPainter)
    ]
    assert painters
    assert not any(painter.isActive() for painter in painters)
