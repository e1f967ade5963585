"""A colour over the class page: like a sheet of film over a book, and readable in every theme."""

from __future__ import annotations

from functools import cache
from itertools import product

import pytest
from PySide6.QtGui import QColor, QImage

from lesson_player.model.appearance import Appearance
from lesson_player.model.overlay import STRENGTHS, class_theme, overlays, tint_of, tinted
from lesson_player.model.slide import ClassView
from lesson_player.model.theme import Theme, contrast, theme_named, themes
from lesson_player.rendering.colours import colour
from lesson_player.rendering.layout import lay_out
from lesson_player.rendering.paint import to_image
from lesson_player.rendering.pictures import PictureStore
from lesson_player.rendering.placed import PlacedBox, PlacedTick
from tests.rendering.views import CALM, CAMPAIGN, TITLE, WORRIED, cue, film_view, frame, view

ALL = list(product(themes(), overlays()))


def screens() -> list[ClassView]:
    slides = [view(slide) for slide in (CAMPAIGN, WORRIED, CALM, TITLE)]
    return [*slides, film_view(cues=(cue("Hello."),)), film_view(status="resting", prompt=WORRIED)]


@cache
def text_pairs() -> frozenset[tuple[str, str]]:
    """Every pair of colour roles that a layout puts words in and on."""
    pairs = {(text.role, text.on) for seen in screens() for text in lay_out(seen, 1366, 768).texts}
    assert len(pairs) >= 7
    return frozenset(pairs) | {
        ("on_picture", "picture_paper"),
        ("ink", "paper"),
        ("quiet", "paper"),
        ("on_mark", "mark"),
    }


@pytest.mark.parametrize(("theme", "overlay"), ALL)
def test_class_text_keeps_seven_to_one_at_every_strength(theme: str, overlay: str) -> None:
    for percent in (*STRENGTHS, 10):
        colours = class_theme(Appearance(theme=theme, overlay=overlay, overlay_percent=percent))
        poor = {pair: contrast(colour(colours, pair[0]), colour(colours, pair[1])) for pair in text_pairs()}
        assert {pair: ratio for pair, ratio in poor.items() if ratio < 7} == {}, percent


@pytest.mark.parametrize(("theme", "overlay"), ALL)
def test_shapes_keep_three_to_one(theme: str, overlay: str) -> None:
    colours = class_theme(Appearance(theme=theme, overlay=overlay, overlay_percent=100))
    layouts = [lay_out(seen, 1366, 768) for seen in screens()]
    placed = [thing for layout in layouts for thing in layout.placed]
    borders = {box.border for box in placed if isinstance(box, PlacedBox) and box.border}
    ticks = {(tick.role, tick.fill) for tick in placed if isinstance(tick, PlacedTick)}
    assert borders
    assert ticks
    for role, on in {*((border, "ground") for border in borders), *ticks}:
        assert contrast(colour(colours, role), colour(colours, on)) >= 3


def test_a_sheet_takes_light_away_and_leaves_black_black() -> None:
    assert tinted("#FFFFFF", "#FFD9B8") == "#FFD9B8"
    assert tinted("#000000", "#FFD9B8") == "#000000"
    assert tinted("#80FF40", "#FF8000") == "#808000"
    assert tinted("#123456", "") == "#123456"


def test_strength_is_a_share_of_the_colour() -> None:
    full = overlays()["blue"].colour
    assert tint_of(Appearance(overlay="blue", overlay_percent=100)) == full
    half = tint_of(Appearance(overlay="blue", overlay_percent=50))
    assert contrast(half, "#000000") > contrast(full, "#000000")
    assert tint_of(Appearance()) == ""


def test_an_unknown_overlay_is_none() -> None:
    assert class_theme(Appearance(theme="dark", overlay="tartan")) == theme_named("dark")


def test_the_painted_page_is_the_page_under_the_sheet(pictures: PictureStore) -> None:
    """Words, boxes and pictures: each pixel is the one without an overlay, seen through the sheet."""
    plain = to_image(view(WORRIED), 640, 360, pictures)
    look = Appearance(overlay="rose", overlay_percent=50)
    shown = to_image(view(WORRIED, look), 640, 360, pictures)
    tint = tint_of(look)
    assert class_theme(look).quiet != tinted(theme_named("cream").quiet, tint)
    off = 0
    for x, y in product(range(0, 640, 3), range(0, 360, 3)):
        wanted = QColor(tinted(_name(plain, x, y), tint))
        seen = shown.pixelColor(x, y)
        off += max(abs(a - b) for a, b in zip(_rgb(wanted), _rgb(seen), strict=True)) > 3
    assert off < 0.03 * 640 * 360 / 9, "only less important words differ: they are set in ink"


@pytest.mark.parametrize("over_film", [False, True])
def test_the_films_picture_is_left_alone_unless_asked_for(pictures: PictureStore, over_film: bool) -> None:
    look = Appearance(overlay="yellow", overlay_percent=100, overlay_film=over_film)
    seen = film_view(look)
    image = to_image(seen, 640, 360, pictures, frame())
    film = lay_out(seen, 640, 360).film
    assert film is not None
    there = _name(image, round(film.rect.x + film.rect.width / 4), round(film.rect.middle))
    wanted = tinted("#C03030", overlays()["yellow"].colour if over_film else "")
    assert contrast(there, wanted) < 1.02


def test_a_theme_without_overlay_is_its_own() -> None:
    for name in themes():
        made: Theme = class_theme(Appearance(theme=name))
        assert made is theme_named(name)


def _name(image: QImage, x: int, y: int) -> str:
    return image.pixelColor(x, y).name().upper()


def _rgb(seen: QColor) -> tuple[int, int, int]:
    return seen.red(), seen.green(), seen.blue()
