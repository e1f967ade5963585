"""Pictures come with a lesson, from anybody: what is missing, broken or unsafe is never an exception."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from lesson_player.rendering.layout import lay_out
from lesson_player.rendering.paint import prepare, to_image
from lesson_player.rendering.pictures import PictureStore
from tests.rendering.views import CAMPAIGN, TITLE, view

NAMES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
SVG = f'<svg {NAMES} viewBox="0 0 40 20">{{}}</svg>'
RED = '<rect width="40" height="20" fill="#FF0000"/>'


def store(folder: Path) -> PictureStore:
    return PictureStore(lambda picture_id: folder / picture_id)


def test_svg_keeps_its_proportions(tmp_path: Path) -> None:
    (tmp_path / "red.svg").write_text(SVG.format(RED), encoding="utf-8")
    image = store(tmp_path).image("red.svg", 300, 300)
    assert image is not None
    assert (image.width(), image.height()) == (300, 150)
    assert image.pixelColor(150, 75) == QColor("#FF0000")


def test_bitmap_is_scaled(tmp_path: Path) -> None:
    picture = QImage(80, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor("#00FF00"))
    assert picture.save(str(tmp_path / "green.png"))
    image = store(tmp_path).image("green.png", 200, 200)
    assert image is not None
    assert (image.width(), image.height()) == (200, 100)


def test_picture_is_drawn_once_for_a_size(tmp_path: Path) -> None:
    (tmp_path / "red.svg").write_text(SVG.format(RED), encoding="utf-8")
    pictures = store(tmp_path)
    pictures.prefetch(["red.svg"], (64, 64))
    (tmp_path / "red.svg").unlink()
    assert pictures.image("red.svg", 64, 64) is pictures.image("red.svg", 64, 64)
    assert pictures.image("red.svg", 32, 32) is not None
    pictures.forget()
    assert pictures.image("red.svg", 64, 64) is None


@pytest.mark.parametrize(
    "content", [b"", b"not a picture", b"\x89PNG\r\n\x1a\n cut off", b"<svg", b"<p/>", b"\xff\xfe<"]
)
@pytest.mark.parametrize("name", ["broken.svg", "broken.png"])
def test_broken_file_gives_nothing(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    assert store(tmp_path).image(name, 50, 50) is None


def test_who_keeps_the_record_of_a_broken_picture_keeps_none_of_those_who_paint(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "broken.svg").write_text("not a picture", encoding="utf-8")
    store(tmp_path).image("broken.svg", 50, 50)
    [record] = caplog.records
    assert isinstance(record.args, tuple)
    assert [type(each) for each in record.args] == [str, str]


def test_missing_file_unknown_id_and_folder_give_nothing(tmp_path: Path) -> None:
    assert store(tmp_path).image("none.svg", 50, 50) is None
    assert PictureStore(lambda _id: None).image("none", 50, 50) is None
    assert store(tmp_path).image(".", 50, 50) is None


def test_picture_made_to_fill_the_memory_is_refused(tmp_path: Path) -> None:
    picture = QImage(9000, 9000, QImage.Format.Format_Mono)
    picture.fill(0)
    assert picture.save(str(tmp_path / "huge.png"))
    assert (tmp_path / "huge.png").stat().st_size < 200_000
    assert store(tmp_path).image("huge.png", 50, 50) is None


def test_unsafe_svg_is_not_drawn(tmp_path: Path) -> None:
    (tmp_path / "bad.svg").write_text(SVG.format("<script>alert(1)</script>" + RED), encoding="utf-8")
    assert store(tmp_path).image("bad.svg", 50, 50) is None


def test_missing_picture_shows_its_words() -> None:
    nothing = PictureStore(lambda _id: None)
    layout = lay_out(view(TITLE), 1366, 768)
    rect = layout.pictures[0].rect
    shown = to_image(view(TITLE), 1366, 768, nothing)
    area = shown.copy(round(rect.x), round(rect.y), round(rect.width), round(rect.height))
    dark = sum(
        area.pixelColor(x, y).lightness() < 120
        for x in range(area.width())
        for y in range(0, area.height(), 3)
    )
    assert dark > 30


def test_pictures_of_a_layout_are_drawn_ahead(tmp_path: Path) -> None:
    for name in ("face", "house"):
        (tmp_path / name).with_suffix(".svg").write_text(SVG.format(RED), encoding="utf-8")
    pictures = PictureStore(lambda picture_id: tmp_path / f"{picture_id}.svg")
    layout = lay_out(view(CAMPAIGN), 640, 360)
    prepare(layout, pictures)
    for name in ("face", "house"):
        (tmp_path / name).with_suffix(".svg").unlink()
    assert layout.pictures
    shown = to_image(view(CAMPAIGN), 640, 360, pictures)
    for placed in layout.pictures:
        middle = placed.rect
        assert shown.pixelColor(round(middle.x + middle.width / 2), round(middle.middle)) == QColor("#FF0000")
