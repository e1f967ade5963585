"""The class window: nothing but the lesson, and a strip on demand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QImage,
    QMouseEvent,
    QPaintEvent,
    QRegion,
    QWindowStateChangeEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lesson_player.model.theme import FILM_GROUND
from lesson_player.rendering.layout import lay_out
from lesson_player.ui.audience import strip as strip_module
from lesson_player.ui.audience.window import POINTER_STAYS_MS
from tests.support.probes import WindowProbe
from tests.support.teacher_views import (
    cards_slide,
    class_view,
    film_view,
    rows_slide,
    teacher_view,
)
from tests.ui.conftest import Audience


def move_pointer(probe: WindowProbe, x: int, y: int) -> None:
    """Move the pointer without a button, as Qt delivers it."""
    place = QPointF(x, y)
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(QMouseEvent.Type.MouseMove, place, place, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(probe.window, event)


def test_it_fills_its_screen_without_a_frame(audience: Callable[..., Audience]) -> None:
    window, _, probe = audience()
    screen = QGuiApplication.primaryScreen()
    window.show_on(screen)
    probe.settle()
    assert window.isFullScreen()
    assert window.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert window.picture.size() == window.size() == screen.size()


class ByTheDesktop(QWindowStateChangeEvent):
    """A change that the system has made, not the program."""

    def spontaneous(self) -> bool:
        return True


def test_a_desktop_that_forgets_that_it_fills_the_screen_is_told_again(
    audience: Callable[..., Audience],
) -> None:
    window, _, probe = audience()
    window.show_on(QGuiApplication.primaryScreen())
    found = []
    for _ in range(5):
        window.setWindowState(Qt.WindowState.WindowNoState)
        QApplication.sendEvent(window, ByTheDesktop(Qt.WindowState.WindowFullScreen))
        probe.settle()
        found.append(window.isFullScreen())
    assert (found[0], found[-1]) == (True, False), "it is not argued with for ever"
    window.show_on(QGuiApplication.primaryScreen())
    window.hide()
    QApplication.sendEvent(window, ByTheDesktop(Qt.WindowState.WindowFullScreen))
    probe.settle()
    assert not window.isVisible(), "what is put away stays away"


def test_it_shows_nothing_but_the_lesson_until_it_is_asked(audience: Callable[..., Audience]) -> None:
    _, _, probe = audience()
    assert probe.buttons() == []
    assert probe.texts() == ""


def test_the_pointer_goes_when_it_rests(audience: Callable[..., Audience]) -> None:
    window, _, probe = audience()
    move_pointer(probe, 300, 200)
    assert window.cursor().shape() is Qt.CursorShape.ArrowCursor
    assert window._pointer.isActive()
    assert window._pointer.interval() == POINTER_STAYS_MS == 2000
    window._pointer.timeout.emit()
    assert window.cursor().shape() is Qt.CursorShape.BlankCursor
    move_pointer(probe, 310, 200)
    assert window.cursor().shape() is Qt.CursorShape.ArrowCursor
    window._pointer.stop()


def test_the_strip_comes_up_at_the_bottom_edge_and_goes_by_itself(audience: Callable[..., Audience]) -> None:
    window, fake, probe = audience()
    move_pointer(probe, 600, 300)
    assert not window.strip.isVisible()
    move_pointer(probe, 600, 715)
    words = [button.text() for button in probe.buttons()]
    assert words == ["Back", "Next", "Read aloud", "Hide", "Calm", "End"]
    probe.press("Next")
    assert fake.asked == [("run", "next")]
    assert window.strip._stays.interval() == strip_module.STAYS_MS
    window.strip._stays.timeout.emit()
    assert not window.strip.isVisible()
    window._pointer.stop()


def test_the_strip_stays_while_it_holds_the_keys(audience: Callable[..., Audience]) -> None:
    window, fake, probe = audience()
    probe.key(Qt.Key.Key_Tab)
    assert probe.focus() is probe.button("Next")
    window.strip._stays.timeout.emit()
    assert window.strip.isVisible()
    probe.key(Qt.Key.Key_Space)
    assert fake.asked == [("run", "next")]
    probe.key(Qt.Key.Key_Escape)
    assert not window.strip.isVisible()
    probe.key(Qt.Key.Key_Space)
    assert fake.asked == [("run", "next"), ("run", "next")]


@pytest.mark.parametrize(("width", "height"), [(640, 360), (1280, 720), (1920, 1080), (3840, 2160)])
def test_the_strips_buttons_are_large_enough_and_inside(
    audience: Callable[..., Audience], width: int, height: int
) -> None:
    window, _, probe = audience(film_view(), width, height)
    window.strip.bring_up()
    probe.settle()
    assert window.rect().contains(window.strip.geometry())
    for button in probe.buttons():
        assert min(button.width(), button.height()) >= 44 * max(1, height / 800)
        assert window.strip.rect().contains(button.geometry())
    window.strip.put_away()


def test_a_touch_on_a_card_chooses_it(audience: Callable[..., Audience]) -> None:
    window, fake, probe = audience(teacher_view(class_view=class_view(cards_slide())))
    layout = window.picture.screen_layout()
    assert layout is not None
    card = layout.targets_of("card")[2]
    probe.click(window.picture, window.picture.to_logical(card.rect.qrectf()).center())
    assert fake.asked == [("choose", card.id)]


def test_a_touch_beside_everything_chooses_nothing(audience: Callable[..., Audience]) -> None:
    window, fake, probe = audience()
    probe.click(window.picture, QPoint(3, 3))
    assert fake.asked == []


def test_a_new_frame_repaints_the_films_place_alone(audience: Callable[..., Audience]) -> None:
    window, fake, probe = audience(film_view())
    frame = QImage(1280, 720, QImage.Format.Format_RGB32)
    frame.fill(QColor("#336699"))
    fake.show_frame(frame)
    probe.settle()
    painted: list[QRegion] = []
    original = window.picture.paintEvent

    def note(event: QPaintEvent) -> None:
        painted.append(event.region())
        original(event)

    window.picture.paintEvent = note  # type: ignore[method-assign]
    fake.show_frame(frame)
    probe.settle()
    layout = window.picture.screen_layout()
    assert layout is not None
    assert layout.film is not None
    film = window.picture.to_logical(layout.film.rect.qrectf())
    assert [region.boundingRect() for region in painted] == [film]
    shown = window.picture.grab().toImage()
    assert shown.pixelColor(film.center()) == QColor("#336699")


def test_a_film_keeps_its_shape(audience: Callable[..., Audience]) -> None:
    window, fake, _ = audience(film_view())
    fake.show_frame(QImage(640, 480, QImage.Format.Format_RGB32))
    assert window.picture.screen_layout() == lay_out(fake.view.class_view, 1280, 720, film_aspect=640 / 480)


def test_a_view_that_is_the_same_paints_nothing(audience: Callable[..., Audience]) -> None:
    window, fake, probe = audience(teacher_view(class_view=class_view(motion=False)))
    probe.settle()
    painted: list[object] = []
    window.picture.paintEvent = painted.append  # type: ignore[method-assign, assignment]
    fake.show(teacher_view(class_view=class_view(motion=False), progress="line 3 of 3"))
    probe.settle()
    assert painted == []
    fake.show(teacher_view(class_view=class_view(rows_slide(3), motion=False)))
    probe.settle()
    assert len(painted) == 1


def test_the_picture_is_drawn_for_device_pixels(audience: Callable[..., Audience]) -> None:
    window, _, _ = audience()
    ratio = window.devicePixelRatioF()
    layout = window.picture.screen_layout()
    assert layout is not None
    assert (layout.width, layout.height) == (round(1280 * ratio), round(720 * ratio))


def test_on_its_own_screen_the_class_never_sees_a_question(audience: Callable[..., Audience]) -> None:
    window, fake, probe = audience()
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_F9):
        probe.key(key)
    assert [asked[1] for asked in fake.asked] == ["end", "keys", "disclosure"]
    assert not window.strip.isVisible()
    assert probe.texts() == ""


def test_where_the_class_sees_this_screen_the_strip_asks_before_the_end(
    audience: Callable[..., Audience],
) -> None:
    window, fake, probe = audience(teacher_view(private=False))
    probe.key(Qt.Key.Key_Escape)
    assert "Your place is kept." in probe.texts()
    assert ("end",) not in fake.asked
    probe.key(Qt.Key.Key_Escape)
    assert not window.strip.isVisible()
    probe.key(Qt.Key.Key_Escape)
    probe.press("End the lesson")
    assert fake.asked[-1] == ("end",)
    window.strip.put_away()


def test_tab_goes_round_in_the_question_and_it_stays_until_it_is_answered(
    audience: Callable[..., Audience],
) -> None:
    window, fake, probe = audience(teacher_view(private=False))
    probe.key(Qt.Key.Key_Escape)
    seen = [probe.focus()]
    for _ in range(4):
        probe.key(Qt.Key.Key_Tab)
        seen.append(probe.focus())
        window.strip._stays.timeout.emit()
    end, stay = window.strip.end_button, window.strip.stay_button
    assert seen == [end, stay, end, stay, end]
    probe.key(Qt.Key.Key_Backtab)
    assert probe.focus() is stay
    window.setFocus()
    window.strip._stays.timeout.emit()
    assert "Your place is kept." in probe.texts()
    probe.press("Go on teaching")
    assert not window.strip.isVisible()
    assert ("end",) not in fake.asked


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1080), (1024, 768)])
def test_captions_are_never_under_the_strip(
    audience: Callable[..., Audience], width: int, height: int
) -> None:
    window, fake, probe = audience(film_view(), width, height)
    layout = window.picture.screen_layout()
    assert layout is not None
    (caption,) = layout.targets_of("caption")
    window.strip.bring_up()
    probe.settle()
    assert window.picture.screen_layout() == layout, "nothing is smaller than before"
    place = window.picture.to_logical(caption.rect.qrectf())
    assert window.picture.mapTo(window, place.bottomLeft()).y() < window.strip.y()
    assert window.grab().toImage().pixelColor(2, height - 2).name() == FILM_GROUND.lower()
    window.strip.put_away()
    assert window.picture.pos() == QPoint(0, 0)
    window.strip.bring_up()
    fake.show(teacher_view())
    assert window.picture.pos() == QPoint(0, 0), "a slide stays where it is"
    window.strip.put_away()


def test_tab_goes_round_in_the_strip(audience: Callable[..., Audience]) -> None:
    window, _, probe = audience(teacher_view(can_go_back=False))
    words = []
    for _ in range(6):
        probe.key(Qt.Key.Key_Tab)
        holder = probe.focus()
        assert window.strip.isAncestorOf(holder)
        words.append(holder.accessibleName())
    assert words == ["Next", "Hide", "Calm", "End", "Next", "Hide"]
    window.strip.put_away()


def test_where_the_class_sees_this_screen_no_note_has_a_way_here(audience: Callable[..., Audience]) -> None:
    window, _fake, probe = audience(teacher_view(private=False))
    probe.key(Qt.Key.Key_F9)
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert "promise" not in probe.texts()
    assert [button.hint for button in probe.buttons()] == ["←", "Space · →", "R", "B", "K", "Esc"]
    window.strip.put_away()


def test_a_person_who_closes_it_is_asked_first(audience: Callable[..., Audience]) -> None:
    window, fake, probe = audience()
    assert not probe.close_as_person()
    assert fake.asked == [("run", "end")]
    assert window.close()


def test_on_a_shared_screen_a_typed_number_is_all_that_is_seen_of_it(
    audience: Callable[..., Audience],
) -> None:
    _, fake, probe = audience(teacher_view(private=False))
    probe.type("12")
    assert probe.texts() == "12"
    probe.key(Qt.Key.Key_Return)
    assert fake.asked == [("go_to", 12)]
    assert probe.texts() == "No step 12"


def test_on_its_own_screen_the_class_sees_nothing_of_a_typed_number(
    audience: Callable[..., Audience],
) -> None:
    _, fake, probe = audience()
    probe.type("2")
    assert probe.texts() == ""
    probe.key(Qt.Key.Key_Return)
    assert fake.asked == [("go_to", 2)]


def test_the_film_is_asked_for_in_the_size_that_it_has_on_the_screen(
    audience: Callable[..., Audience],
) -> None:
    """Also where the lesson is carried on in the film: before it has its screen, the window has no size."""
    window, fake, probe = audience(film_view())
    window.show_on(QGuiApplication.primaryScreen())
    probe.settle()
    room = window.picture.film_room(fake.view.class_view)
    assert room.width() > window.width() / 2
    fitted = [asked for asked in fake.asked if asked[0] == "fit_film"]
    assert fitted[-1] == ("fit_film", room.width(), room.height())
    window.showNormal()
    window.resize(400, 300)
    probe.settle()
    smaller = window.picture.film_room(fake.view.class_view)
    assert smaller.width() < room.width()
    assert fake.asked[-1] == ("fit_film", smaller.width(), smaller.height())
