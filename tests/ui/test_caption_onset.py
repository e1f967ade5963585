"""A caption is painted together with the frame that it came with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage

from lesson_player.model.slide import ScreenKind
from lesson_player.rendering.paint import paint
from lesson_player.ui.widgets import class_picture
from tests.support.teacher_views import class_view, film_picture, film_view
from tests.ui.conftest import Audience


def frame(colour: str) -> QImage:
    image = QImage(64, 36, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def test_no_caption_is_painted_with_the_frame_before_it(
    audience: Callable[..., Audience], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It used to be: the window painted the new caption at once, and the frame that brought it after that."""
    silent = film_picture().model_copy(update={"cues": ()})
    _, fake, probe = audience(film_view(class_view=class_view(screen=ScreenKind.FILM, film=silent, step=4)))
    fake.show_frame(frame("#C03030"))
    probe.settle()
    painted: list[QColor] = []

    def watched(painter: Any, layout: Any, *others: Any, **named: Any) -> None:
        if layout.targets_of("caption"):
            painted.append(others[2].pixelColor(1, 1))
        paint(painter, layout, *others, **named)

    monkeypatch.setattr(class_picture, "paint", watched)
    fake.frame = frame("#3030C0")
    fake.show(film_view())
    fake.show_frame(fake.frame)
    probe.settle()
    assert painted
    assert {colour.name() for colour in painted} == {"#3030c0"}
