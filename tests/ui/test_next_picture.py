"""What comes next is never a black hole: the film's picture where it is known, a sign where it is not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QColor, QImage

from lesson_player.model.slide import ScreenKind
from lesson_player.teaching.views import FilmControls, TeacherView
from lesson_player.ui.presenter.next_picture import NextPicture
from lesson_player.ui.theme.roles import Role, colour
from tests.support.teacher_views import class_view, film_picture, film_view
from tests.ui.conftest import Presenter


def picture(ink: str) -> QImage:
    image = QImage(640, 360, QImage.Format.Format_RGB32)
    image.fill(QColor(ink))
    return image


def view(
    status: str, following: str = "resting", *, at_mark: bool = False, at_s: float = 12.0
) -> TeacherView:
    controls = FilmControls(status=status, at_s=at_s, start_s=0, end_s=40, next_pause_s=25.0, at_mark=at_mark)
    coming = class_view(screen=ScreenKind.FILM, film=film_picture(following))
    return film_view(status, film=controls, next_view=coming)


def colour_in_the_film(shown: NextPicture) -> str:
    layout = shown.screen_layout()
    assert layout is not None
    assert layout.film is not None
    place = shown.to_logical(layout.film.rect.qrectf())
    return shown.grab().toImage().pixelColor(place.left() + place.width() // 8, place.center().y()).name()


def test_a_film_nobody_has_seen_there_has_a_sign(presenter: Callable[..., Presenter]) -> None:
    window, fake, probe = presenter(view("playing"))
    fake.show_frame(picture("#123456"))
    probe.settle()
    shown = window.parts.now.next
    assert colour_in_the_film(shown) == colour(shown, Role.SOFT).name(), "neither black nor another moment"
    resting = shown.grab().toImage()
    fake.show(view("ready", "playing"))
    probe.settle()
    assert shown.grab().toImage() != resting, "play and rest have different signs"


def test_a_film_that_rests_is_shown_as_it_is(presenter: Callable[..., Presenter]) -> None:
    window, fake, probe = presenter(view("resting", at_mark=True, at_s=25.0))
    fake.show_frame(picture("#aa3355"))
    probe.settle()
    assert colour_in_the_film(window.parts.now.next) == "#aa3355"


def test_a_pause_that_was_reached_before_is_shown_with_its_picture(
    presenter: Callable[..., Presenter],
) -> None:
    window, fake, probe = presenter(view("resting", at_mark=True, at_s=25.0))
    fake.show_frame(picture("#aa3355"))
    fake.show(view("playing"))
    fake.show_frame(picture("#123456"))
    probe.settle()
    assert colour_in_the_film(window.parts.now.next) == "#aa3355"
