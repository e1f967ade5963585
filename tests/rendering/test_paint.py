"""What is painted is what was laid out. Reference pictures are looked at before they are committed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from lesson_player.model.appearance import Appearance
from lesson_player.model.slide import ClassView, ScreenKind
from lesson_player.model.theme import FILM_GROUND, theme_named
from lesson_player.rendering.layout import lay_out
from lesson_player.rendering.paint import paint, to_image
from lesson_player.rendering.pictures import PictureStore
from tests.rendering.views import CALM, CAMPAIGN, FEELINGS, WORRIED, cue, film_view, frame, rows_slide, view

REFERENCE = Path(__file__).parent.parent / "reference" / "rendering"
CREAM = theme_named("cream")
MAYA = cue("I do not know this person.", "I feel worried.")
QUESTION = rows_slide("Maya could …", "I think she …", heading="What could Maya do?")

SCREENS = {
    "rows-cream-100": view(CAMPAIGN),
    "rows-yellow-on-black-200": view(CAMPAIGN, Appearance(theme="yellow-on-black", text_percent=200)),
    "cards-white-100": view(FEELINGS, Appearance(theme="white")),
    "chosen-yellow-on-black-130": view(WORRIED, Appearance(theme="yellow-on-black", text_percent=130)),
    "calm-blue-100": view(CALM, Appearance(theme="blue")),
    "hidden-dark-100": view(CALM, Appearance(theme="dark"), screen=ScreenKind.HIDDEN),
    "film-100": film_view(cues=(MAYA,)),
    "prompt-cream-100": film_view(status="resting", prompt=QUESTION),
}


@pytest.mark.parametrize("name", SCREENS)
def test_reference_picture(name: str, pictures: PictureStore, *, update: bool) -> None:
    image = to_image(SCREENS[name], 640, 360, pictures, frame())
    path = REFERENCE / f"{name}.png"
    if update:
        path.parent.mkdir(parents=True, exist_ok=True)
        assert image.save(str(path))
    reference = QImage(str(path))
    assert reference.size() == image.size()
    assert difference(image, reference) <= 24, f"{name} looks different; if it is better, run with --update"


def difference(one: QImage, other: QImage) -> int:
    """The largest difference of a colour, 0 to 255, where pictures are seen from so far that edges blur."""
    first, second = small(one), small(other)
    return max(abs(a - b) for a, b in zip(first, second, strict=True))


def small(image: QImage) -> bytes:
    scaled = image.scaled(
        160, 90, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    return bytes(scaled.convertToFormat(QImage.Format.Format_RGBX8888).constBits())


def painted(seen: ClassView, width: int, height: int, pictures: PictureStore, ratio: float = 1.0) -> QImage:
    image = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("#FF00FF"))
    painter = QPainter(image)
    paint(painter, lay_out(seen, width, height), pictures, theme_named(seen.appearance.theme), frame())
    painter.end()
    image.setDevicePixelRatio(1.0)
    return image


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (333, 271)])
def test_every_pixel_is_painted(name: str, size: tuple[int, int], pictures: PictureStore) -> None:
    image = painted(SCREENS[name], *size, pictures)
    assert image.format() == QImage.Format.Format_RGB32
    assert 0xFFFF00FF not in memoryview(image.constBits()).cast("I")


@pytest.mark.parametrize("name", ["rows-cream-100", "film-100"])
def test_scaled_screen_shows_the_same(name: str, pictures: PictureStore) -> None:
    """A window of 640x360 on a screen with scaling of 250 % looks like one of 1600x900 without."""
    scaled = painted(SCREENS[name], 640, 360, pictures, 2.5)
    plain = painted(SCREENS[name], 1600, 900, pictures)
    assert difference(scaled, plain) <= 24


@pytest.mark.parametrize("name", ["rows-cream-100", "film-100"])
def test_painter_in_device_pixels_shows_the_same(name: str, pictures: PictureStore) -> None:
    """The class window lays out in device pixels and scales its painter back."""
    image = QImage(1600, 900, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(2.5)
    painter = QPainter(image)
    painter.scale(1 / 2.5, 1 / 2.5)
    paint(painter, lay_out(SCREENS[name], 1600, 900), pictures, CREAM, frame())
    painter.end()
    image.setDevicePixelRatio(1.0)
    assert difference(image, painted(SCREENS[name], 1600, 900, pictures)) <= 2


@pytest.mark.parametrize("name", ["rows-cream-100", "film-100"])
def test_large_letters_look_like_small_ones(name: str, pictures: PictureStore) -> None:
    """Large letters are drawn by ourselves, small ones by Qt; from afar nobody can tell."""
    large, usual = (painted(SCREENS[name], width, width * 9 // 16, pictures) for width in (3840, 960))
    assert difference(large, usual) <= 40


def test_film_frame_fills_its_room(pictures: PictureStore) -> None:
    layout = lay_out(film_view(), 1366, 768)
    image = painted(film_view(), 1366, 768, pictures)
    assert layout.film is not None
    rect = layout.film.rect
    y = round(rect.middle)
    assert image.pixelColor(round(rect.x) + 2, y) == QColor("#C03030")
    assert image.pixelColor(round(rect.right) - 3, y) == QColor("#3030C0")
    assert image.pixelColor(round(rect.x) - 2, y) == QColor(FILM_GROUND)


def test_frame_of_another_shape_keeps_its_proportions(pictures: PictureStore) -> None:
    image = to_image(film_view(caption_room=False, status="ended"), 1366, 768, pictures, frame(400, 400))
    row = [image.pixelColor(x, 384) for x in range(1366)]
    width = sum(pixel != QColor(FILM_GROUND) for pixel in row)
    column = [image.pixelColor(683, y) for y in range(768)]
    assert width == pytest.approx(sum(pixel != QColor(FILM_GROUND) for pixel in column), abs=2)


def test_before_the_first_frame_the_picture_is_black(pictures: PictureStore) -> None:
    image = to_image(film_view(), 1366, 768, pictures)
    assert image.pixelColor(683, 300) == QColor("#000000")


def test_painting_a_region_changes_nothing_else(pictures: PictureStore) -> None:
    layout = lay_out(SCREENS["film-100"], 1366, 768)
    assert layout.film is not None
    whole = painted(SCREENS["film-100"], 1366, 768, pictures)
    again = whole.copy()
    painter = QPainter(again)
    paint(painter, layout, pictures, CREAM, frame(), region=layout.film.rect)
    painter.end()
    assert difference(whole, again) == 0
    other = whole.copy()
    painter = QPainter(other)
    paint(painter, layout, pictures, CREAM, None, region=layout.film.rect)
    painter.end()
    assert other.pixelColor(683, 300) == QColor("#000000")
    assert other.pixelColor(10, 760) == whole.pixelColor(10, 760)


def test_strong_words_are_bolder(pictures: PictureStore) -> None:
    def ink(text: str) -> int:
        image = to_image(view(rows_slide(text, heading="")), 640, 360, pictures)
        return sum(image.pixelColor(x, y).lightness() < 128 for x in range(300, 620) for y in range(60, 300))

    assert ink("**trusts**") > ink("trusts") * 1.15
