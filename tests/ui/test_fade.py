"""Slides go over into each other, softly and at once, and not where nothing may move."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage

from lesson_player.model.slide import ClassView, ScreenKind
from lesson_player.ui.audience.fade import FADE_MS, Fade
from lesson_player.ui.audience.window import AudienceWindow
from tests.support.teacher_views import cards_slide, class_view, film_picture, rows_slide, teacher_view
from tests.ui.conftest import Audience

OLD, NEW = class_view(rows_slide(1)), class_view(cards_slide())


def shown(window: AudienceWindow) -> QImage:
    """What is on the class screen."""
    return window.grab().toImage()


def fade_of(window: AudienceWindow) -> Fade:
    found = window.picture.findChild(Fade)
    assert found is not None
    return found


@pytest.fixture
def changed(audience: Callable[..., Audience]) -> Callable[..., tuple[AudienceWindow, Fade]]:
    """A class window that had time to keep *former*, and then was given *view*."""

    def make(former: ClassView = OLD, view: ClassView = NEW) -> tuple[AudienceWindow, Fade]:
        window, fake, probe = audience(teacher_view(class_view=former))
        probe.settle()
        window._ahead.timeout.emit()
        fake.show(teacher_view(class_view=view))
        if fade_of(window).isVisible():
            fade_of(window)._share.pause()
        return window, fade_of(window)

    return make


def test_a_slide_goes_over_into_the_next(changed: Callable[..., tuple[AudienceWindow, Fade]]) -> None:
    window, fade = changed()
    assert fade.isVisible()
    assert fade._share.duration() == FADE_MS == 120
    pictures = []
    for at_ms in (0, 60, 110):
        fade._share.setCurrentTime(at_ms)
        pictures.append(shown(window))
    fade.forget()
    new = shown(window)
    distances = [distance(picture, new) for picture in pictures]
    assert distances == sorted(distances, reverse=True)
    assert distances[0] > distances[-1] > 0
    window._ahead.stop()


def distance(one: QImage, other: QImage) -> int:
    """How far two pictures are from each other, in steps of brightness over a grid of places."""
    return sum(
        abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness())
        for x in range(0, one.width(), 16)
        for y in range(0, one.height(), 16)
    )


def test_the_first_frame_shows_the_new_slide(changed: Callable[..., tuple[AudienceWindow, Fade]]) -> None:
    window, fade = changed()
    first = shown(window)
    fade.forget()
    new = shown(window)
    old_window, _ = changed(OLD, OLD)
    assert distance(first, new) < distance(shown(old_window), new)
    window._ahead.stop()


COVERED = class_view(screen=ScreenKind.HIDDEN)
FILM = class_view(screen=ScreenKind.FILM, film=film_picture())
LARGER = class_view(cards_slide(), text_percent=150)
STILL = class_view(cards_slide(), motion=False)


@pytest.mark.parametrize(
    ("former", "view"),
    [(OLD, COVERED), (OLD, FILM), (FILM, NEW), (COVERED, NEW), (OLD, LARGER), (STILL, STILL), (OLD, STILL)],
)
def test_all_else_changes_at_once(
    former: ClassView, view: ClassView, changed: Callable[..., tuple[AudienceWindow, Fade]]
) -> None:
    window, fade = changed(former, view)
    assert not fade.isVisible()
    window._ahead.stop()


def test_quick_presses_do_not_wait_for_a_fade(audience: Callable[..., Audience]) -> None:
    window, fake, _ = audience(teacher_view(class_view=OLD))
    fake.show(teacher_view(class_view=NEW))
    assert not fade_of(window).isVisible(), "nothing was kept yet"
    window._ahead.timeout.emit()
    fake.show(teacher_view(class_view=OLD))
    fake.show(teacher_view(class_view=class_view(rows_slide(2))))
    assert fade_of(window)._share.currentTime() == 0
    fade_of(window).forget()
    window._ahead.stop()


def test_after_a_fade_the_slide_is_kept_for_the_next_one(
    changed: Callable[..., tuple[AudienceWindow, Fade]],
) -> None:
    window, fade = changed()
    fade._share.resume()
    fade._share.setCurrentTime(FADE_MS)
    assert not fade.isVisible()
    assert fade._former is not None
    window._ahead.stop()
