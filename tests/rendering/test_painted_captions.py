"""The contrast of captions, measured on what is painted: over a white picture, a black one and a busy one."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage

from lesson_player.model.caption_look import CaptionLook, CaptionPosition, CaptionPreset, caption_presets
from lesson_player.model.theme import contrast
from lesson_player.rendering.layout import lay_out
from lesson_player.rendering.paint import to_image
from lesson_player.rendering.pictures import PictureStore
from tests.rendering.views import cue, film_view, frame

WIDTH, HEIGHT = 1366, 768
LEAST = 7.0
SAID = cue("I do not know this person.", voice="")


def plain(colour: str) -> QImage:
    picture = QImage(640, 360, QImage.Format.Format_RGB32)
    picture.fill(QColor(colour))
    return picture


def chequered() -> QImage:
    picture = plain("#FFFFFF")
    for x in range(0, 640, 2):
        for y in range(0, 360, 2):
            picture.setPixelColor(x, y, QColor("#000000"))
    return picture


PICTURES = {"white": plain("#FFFFFF"), "black": plain("#000000"), "colours": frame(), "busy": chequered()}


@pytest.mark.parametrize("behind", PICTURES)
@pytest.mark.parametrize("position", list(CaptionPosition))
@pytest.mark.parametrize("preset", caption_presets(), ids=lambda preset: preset.id)
def test_letters_stand_out_from_all_that_is_painted_around_them(
    preset: CaptionPreset, position: CaptionPosition, behind: str
) -> None:
    chosen = preset.look.over(CaptionLook()).model_copy(update={"position": position})
    seen = film_view(cues=(SAID,), look=chosen)
    layout = lay_out(seen, WIDTH, HEIGHT)
    painted = to_image(seen, WIDTH, HEIGHT, PictureStore(lambda _name: None), PICTURES[behind])
    words = [text for text in layout.texts if "person" in text.text]
    assert words
    letters = QColor(chosen.text)
    for text in words:
        x, top, bottom = round(text.rect.x) - 3, round(text.rect.y) + 2, round(text.rect.bottom) - 2
        # Left of the words there is the box alone; within, the letters.
        ground = {painted.pixelColor(x, y).name() for y in range(top, bottom)}
        inside = {
            painted.pixelColor(across, y).name()
            for across in range(round(text.rect.x), round(text.rect.right))
            for y in range(top, bottom)
        }
        assert letters.name() in inside, "the letters have their own colour"
        assert min(contrast(letters.name(), each) for each in ground) >= LEAST
