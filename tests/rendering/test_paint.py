"""What is painted is what was laid out. Reference pictures are looked at before they are committed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from lesson_player.model.appearance import Appearance
from lesson_player.model.caption_look import (
    CaptionEdge,
    CaptionLook,
    CaptionPosition,
    SignerPlace,
    SignerSize,
)
from lesson_player.model.film import Signer
from lesson_player.model.slide import ClassView, ScreenKind, SignerView
from lesson_player.model.theme import FILM_GROUND, theme_named
from lesson_player.rendering.layout import lay_out
from lesson_player.rendering.paint import paint, to_image
from lesson_player.rendering.pictures import PictureStore
from tests.rendering.views import (
    CALM,
    CAMPAIGN,
    FEELINGS,
    WORRIED,
    cue,
    film_view,
    frame,
    rows_slide,
    signed_frame,
    view,
)

REFERENCE = Path(__file__).parent.parent / "reference" / "rendering"
CREAM = theme_named("cream")
RED, SIGNED = QColor("#C03030"), QColor("#30A030")
MAYA = cue("I do not know this person.", "I feel worried.")
QUESTION = rows_slide("Maya could …", "I think she …", heading="What could Maya do?")

CUT = Signer(x=0.6, y=0.1, width=0.3, height=0.8)
OVER = CaptionLook(position=CaptionPosition.BOTTOM)
OUTLINE = CaptionLook(position=CaptionPosition.TOP, box_opacity=0, edge=CaptionEdge.OUTLINE, percent=150)
IN_ONE_BOX = CaptionLook(text="#000000", box_opacity=0, window="#FFFFFF", window_opacity=70)


def signer(place: SignerPlace) -> SignerView:
    return SignerView(version="bsl", cut=CUT, place=place, size=SignerSize.SMALL)


SCREENS = {
    "rows-cream-100": view(CAMPAIGN),
    "rows-yellow-on-black-200": view(CAMPAIGN, Appearance(theme="yellow-on-black", text_percent=200)),
    "cards-white-100": view(FEELINGS, Appearance(theme="white")),
    "chosen-yellow-on-black-130": view(WORRIED, Appearance(theme="yellow-on-black", text_percent=130)),
    "calm-blue-100": view(CALM, Appearance(theme="blue")),
    "hidden-dark-100": view(CALM, Appearance(theme="dark"), screen=ScreenKind.HIDDEN),
    "film-100": film_view(cues=(MAYA,)),
    "prompt-cream-100": film_view(status="resting", prompt=QUESTION),
    "film-200": film_view(Appearance(text_percent=200), cues=(MAYA,)),
    "film-signer-right": film_view(cues=(MAYA,), signer=signer(SignerPlace.RIGHT)),
    "film-signer-below": film_view(cues=(MAYA,), signer=signer(SignerPlace.BELOW)),
    "film-signer-inside": film_view(cues=(MAYA,), signer=signer(SignerPlace.INSIDE), look=OVER),
    "film-signed-captions-over": film_view(cues=(MAYA,), signed=CUT, look=OVER),
    "film-outline": film_view(cues=(MAYA,), look=OUTLINE),
    "film-window": film_view(cues=(MAYA,), look=IN_ONE_BOX),
}


@pytest.mark.parametrize("name", SCREENS)
def test_reference_picture(name: str, pictures: PictureStore, *, update: bool) -> None:
    image = to_image(SCREENS[name], 640, 360, pictures, frame(), signer_frame=signed_frame())
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
    # Kept by name: what `constBits` gives does not keep the picture's memory alive.
    plain = scaled.convertToFormat(QImage.Format.Format_RGBX8888)
    return bytes(plain.constBits())


def painted(seen: ClassView, width: int, height: int, pictures: PictureStore, ratio: float = 1.0) -> QImage:
    image = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("#FF00FF"))
    painter = QPainter(image)
    theme = theme_named(seen.appearance.theme)
    paint(painter, lay_out(seen, width, height), pictures, theme, frame(), signer_frame=signed_frame())
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


def test_the_window_shows_the_signers_part_of_the_other_frame(pictures: PictureStore) -> None:
    layout = lay_out(SCREENS["film-signer-right"], 1366, 768)
    image = painted(SCREENS["film-signer-right"], 1366, 768, pictures)
    assert layout.signer is not None
    assert layout.film is not None
    window = layout.signer.rect
    assert window.width / window.height == pytest.approx(CUT.width * 16 / 9 / CUT.height, rel=0.01)
    for x, y in ((window.x + 3, window.y + 3), (window.right - 4, window.bottom - 4)):
        assert image.pixelColor(round(x), round(y)) == SIGNED, "the cut is the green part, to its edges"
    assert image.pixelColor(round(layout.film.rect.x) + 2, round(layout.film.rect.middle)) != SIGNED
    before = to_image(SCREENS["film-signer-right"], 1366, 768, pictures, frame())
    assert before.pixelColor(round(window.x + 3), round(window.y + 3)) == QColor("#000000")


def test_an_edge_is_drawn_round_the_letters(pictures: PictureStore) -> None:
    def dark(edge: CaptionEdge) -> int:
        look = CaptionLook(box_opacity=0, edge=edge, percent=200)
        image = to_image(film_view(cues=(MAYA,), look=look, status="resting"), 640, 360, pictures)
        ground = QColor(FILM_GROUND).lightness()
        seen = [image.pixelColor(x, y).lightness() for x in range(640) for y in range(250, 340)]
        return sum(lightness < ground - 4 for lightness in seen)

    assert dark(CaptionEdge.NONE) == 0
    assert dark(CaptionEdge.SHADOW) > 200
    assert dark(CaptionEdge.OUTLINE) > dark(CaptionEdge.SHADOW)


def test_a_box_that_is_not_solid_lets_the_picture_through(pictures: PictureStore) -> None:
    def behind(opacity: int) -> QColor:
        look = CaptionLook(position=CaptionPosition.BOTTOM, box_opacity=opacity)
        seen = film_view(cues=(MAYA,), look=look)
        box = lay_out(seen, 1280, 720).targets_of("caption")[0].rect
        return to_image(seen, 1280, 720, pictures, frame()).pixelColor(round(box.x) + 3, round(box.y) + 3)

    assert behind(100) == QColor("#000000")
    assert behind(0) == RED
    assert QColor("#000000").red() < behind(50).red() < RED.red()


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
