"""The signer's window is painted in the class window and in the teacher's picture of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QColor, QImage

from lesson_player.model.caption_look import SignerPlace, SignerSize
from lesson_player.model.film import Signer
from lesson_player.model.slide import ScreenKind, SignerView
from lesson_player.teaching.views import TeacherView
from lesson_player.ui.widgets.class_picture import ClassPicture
from tests.support.teacher_views import class_view, film_picture, film_view
from tests.ui.conftest import Audience, Presenter

CUT = Signer(x=0.5, y=0.0, width=0.5, height=1.0)
RED, BLUE, GREEN = QColor("#C03030"), QColor("#3030C0"), QColor("#30A030")


def signed_view() -> TeacherView:
    signer = SignerView(version="bsl", cut=CUT, place=SignerPlace.RIGHT, size=SignerSize.SMALL)
    film = film_picture().model_copy(update={"signer": signer})
    return film_view(class_view=class_view(screen=ScreenKind.FILM, film=film, step=4))


def plain(left: QColor, right: QColor) -> QImage:
    image = QImage(64, 36, QImage.Format.Format_RGB32)
    image.fill(left)
    for x in range(32, 64):
        for y in range(36):
            image.setPixelColor(x, y, right)
    return image


def colours(picture: ClassPicture) -> tuple[QColor, QColor]:
    """In the middle of the film and of the signer's window."""
    layout = picture.screen_layout()
    assert layout is not None
    assert layout.film is not None
    assert layout.signer is not None
    seen = picture.grab().toImage()
    film, signer = layout.film.rect, layout.signer.rect
    return (
        seen.pixelColor(round(film.x + film.width / 4), round(film.y + film.height / 4)),
        seen.pixelColor(round(signer.x + signer.width / 2), round(signer.middle)),
    )


def test_the_class_sees_the_signers_part_beside_the_film(audience: Callable[..., Audience]) -> None:
    window, fake, probe = audience(signed_view())
    fake.show_frame(plain(RED, RED))
    fake.show_signer_frame(plain(BLUE, GREEN))
    probe.settle()
    assert colours(window.picture) == (RED, GREEN)


def test_the_teacher_sees_it_too(presenter: Callable[..., Presenter]) -> None:
    window, fake, probe = presenter(signed_view())
    fake.show_frame(plain(RED, RED))
    fake.show_signer_frame(plain(BLUE, GREEN))
    probe.settle()
    assert colours(window.parts.now.now) == (RED, GREEN)


def test_a_new_frame_of_the_signer_paints_his_window_alone(audience: Callable[..., Audience]) -> None:
    window, fake, probe = audience(signed_view())
    fake.show_frame(plain(RED, RED))
    fake.show_signer_frame(plain(BLUE, GREEN))
    probe.settle()
    former = window.picture.grab().toImage()
    fake.show_signer_frame(plain(GREEN, BLUE))
    probe.settle()
    assert colours(window.picture) == (RED, BLUE)
    layout = window.picture.screen_layout()
    assert layout is not None
    assert layout.signer is not None
    now, edge = window.picture.grab().toImage(), round(layout.signer.rect.x) - 2
    assert all(now.pixel(x, y) == former.pixel(x, y) for x in range(0, edge, 7) for y in range(0, 720, 7))


def test_frames_are_wanted_as_large_as_the_signer_needs_them(audience: Callable[..., Audience]) -> None:
    window, _, _ = audience(signed_view(), 1920, 1080)
    layout, room = window.picture.screen_layout(), window.picture.film_room(signed_view().class_view)
    assert layout is not None
    assert layout.film is not None
    assert layout.signer is not None
    assert room.width() == round(layout.signer.rect.width / CUT.width) > layout.film.rect.width
