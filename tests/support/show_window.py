"""Shows one window with hand-made values: python -m tests.support.show_window presenter --theme dark."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication, QImage, QLinearGradient, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from lesson_player.rendering.pictures import PictureStore
from lesson_player.teaching.views import TeacherView
from lesson_player.ui.theme.apply import apply_theme
from tests.support import teacher_views as views
from tests.support.fake_teaching import FakeTeaching

PICTURES = Path(__file__).parents[2] / "lessons" / "mayas-story" / "pictures"
STEPS = ("rows", "cards", "film", "message", "one-screen", "long")


def picture_store() -> PictureStore:
    """The pictures of the shipped lesson."""
    return PictureStore(lambda name: next(iter(sorted(PICTURES.glob(f"{name}.*"))), None))


def film_frame(width: int = 1280, height: int = 720) -> QImage:
    """A frame such as a film might have."""
    frame = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(frame)
    shade = QLinearGradient(0, 0, width, height)
    for place, colour in ((0.0, "#264b5d"), (0.6, "#7d5c8e"), (1.0, "#d98b5f")):
        shade.setColorAt(place, QColor(colour))
    painter.fillRect(frame.rect(), shade)
    painter.end()
    return frame


def view_named(step: str, theme: str) -> TeacherView:
    """The teacher's view of one kind of step."""
    if step == "film":
        return views.film_view()
    shown = views.class_view(views.cards_slide() if step == "cards" else None, theme=theme)
    if step == "long":
        return views.long_view()
    message = "The film stopped. The class sees its last picture. Press Next to go on without it."
    return views.teacher_view(
        class_view=shown, messages=(message,) if step == "message" else (), private=step != "one-screen"
    )


def presenter(fake: FakeTeaching) -> QWidget:
    from lesson_player.ui.presenter.window import PresenterWindow

    window = PresenterWindow(fake.as_controller())
    window.set_class_screen("Class screen: board, 1920 × 1080", QSize(1920, 1080))
    return window


def audience(fake: FakeTeaching) -> QWidget:
    from lesson_player.ui.audience.window import AudienceWindow

    return AudienceWindow(fake.as_controller())


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("window", choices=("presenter", "audience", "both", "library", "start"))
    parser.add_argument("--step", choices=STEPS, default="rows")
    parser.add_argument("--theme", default="cream")
    parser.add_argument("--class-theme", default="cream")
    parser.add_argument("--scale", type=float, default=1.0)
    args = parser.parse_args()
    app = QApplication(sys.argv)
    apply_theme(app, args.theme, args.scale)
    if args.window in {"library", "start"}:
        from tests.support.library_cards import shown_window

        window = shown_window(args.window)
        return app.exec()
    fake = FakeTeaching(view_named(args.step, args.class_theme), picture_store())
    windows = []
    if args.window != "audience":
        windows.append(presenter(fake))
    if args.window != "presenter":
        windows.append(audience(fake))
    for window, screen in zip(windows, QGuiApplication.screens()[-len(windows) :], strict=False):
        window.setGeometry(screen.geometry())
        window.showFullScreen()
    if args.step == "film":
        fake.show_frame(film_frame())
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
