"""Fingers on a board: real touch events, large things to touch, and nothing that needs a pointer to hover."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QSize

from lesson_player.model.slide import Card, ScreenKind, Slide, SlideLayout
from lesson_player.ui.audience.window import AudienceWindow
from lesson_player.ui.theme.measures import TARGET
from tests.support.fake_teaching import FakeTeaching
from tests.support.hands import Finger, seen_place, settle
from tests.support.probes import WindowProbe
from tests.support.teacher_views import teacher_view
from tests.ui.conftest import Audience, Presenter

SIX = tuple(Card(id=f"card-{n}", number=n, text=f"Choice {n}") for n in range(1, 7))
Board = tuple[AudienceWindow, FakeTeaching, Finger]


@pytest.fixture
def board(audience: Callable[..., Audience]) -> Callable[..., Board]:
    """A class window with six choices, and a finger."""

    def make(width: int = 1280, height: int = 720) -> Board:
        view = teacher_view()
        slide = Slide(id="choose", layout=SlideLayout.CARDS, heading="Which one?", cards=SIX)
        shown = view.class_view.model_copy(update={"slide": slide, "film": None, "screen": ScreenKind.SLIDE})
        changes = {"class_view": shown, "private": False, "film": None, "film_settings": None}
        window, fake, _ = audience(view.model_copy(update=changes), width, height)
        return window, fake, Finger(lambda: window)

    return make


def test_a_choice_is_touched_without_hovering(board: Callable[..., Board]) -> None:
    _, fake, finger = board()
    finger.press("6. Choice 6")
    assert fake.asked == [("choose", "card-6")]


def test_a_finger_that_slides_off_a_choice_chooses_nothing(board: Callable[..., Board]) -> None:
    window, fake, finger = board()
    finger.stroke(seen_place(window, "1. Choice 1"), seen_place(window, "2. Choice 2"))
    assert fake.asked == []


@pytest.mark.parametrize(
    ("start", "end", "asked"),
    [
        ((1275, 300), (900, 300), [("run", "next")]),
        ((5, 300), (400, 320), [("run", "back")]),
        ((1275, 300), (1275, 300), []),
        ((5, 300), (5, 300), []),
        ((1275, 300), (1200, 300), []),
        ((5, 300), (60, 300), []),
        ((700, 60), (300, 60), []),
    ],
    ids=["next", "back", "touch right", "touch left", "short left", "short right", "in the middle"],
)
def test_a_stroke_from_an_edge_turns_and_nothing_else_does(
    start: tuple[int, int],
    end: tuple[int, int],
    asked: list[tuple[str, str]],
    board: Callable[..., Board],
) -> None:
    _, fake, finger = board()
    finger.stroke(QPoint(*start), QPoint(*end))
    assert fake.asked == asked


def test_a_touch_at_the_lower_edge_brings_up_the_buttons(board: Callable[..., Board]) -> None:
    window, fake, finger = board()
    finger.touch(QPoint(200, 720 - TARGET + 2))
    assert window.strip.isVisible()
    finger.press("Back")
    assert fake.asked == [("run", "back")]


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (3840, 2160)])
def test_what_is_touched_is_large(size: tuple[int, int], board: Callable[..., Board]) -> None:
    window, _, _ = board(*size)
    WindowProbe(window).settle()
    layout = window.picture.screen_layout()
    assert layout is not None
    for card in layout.targets_of("card"):
        assert min(card.rect.width, card.rect.height) >= 0.15 * size[1]
    window.strip.bring_up()
    settle()
    for button in window.strip.buttons.values():
        if button.isVisible():
            least = max(TARGET, 0.05 * size[1])
            assert button.size().expandedTo(QSize(round(least), round(least))) == button.size()


def test_a_finger_takes_a_choice_on_a_sheet_and_a_line_of_a_list(presenter: Callable[..., Presenter]) -> None:
    window, fake, _ = presenter(None, 1280, 720)
    finger = Finger(lambda: window)
    steps = window.parts.steps
    second = steps.visualItemRect(steps.item(1)).center()
    finger.touch(steps.viewport().mapTo(window, second))
    assert fake.asked == [("go_to", 2)]
    window.sheets.captions.open_sheet()
    settle()
    finger.press("Whole room")
    assert fake.asked[-1][0] == "make"
