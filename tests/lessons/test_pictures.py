"""The lesson's own pictures: complete, plain, inside their ground, legible small and without colour."""

from __future__ import annotations

import re
import subprocess
import sys
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, qGray
from PySide6.QtSvg import QSvgRenderer

from lesson_player.model.pictures import PictureCatalogue

FOLDER = Path(__file__).resolve().parents[2] / "lessons" / "mayas-story" / "pictures"
FILES = sorted(FOLDER.glob("*.svg"))
SVG = "{http://www.w3.org/2000/svg}"
SHAPE_ATTRIBUTES = {"d", "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin"}
COLOUR = re.compile(r"#[0-9A-F]{6}|none")
SMALL_PX, TINY_PX = 96, 24
ALPHA = QImage.Format.Format_Alpha8

each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def catalogue() -> PictureCatalogue:
    return PictureCatalogue.model_validate(
        yaml.safe_load((FOLDER / "catalogue.yaml").read_text(encoding="utf-8"))
    )


def grey(path: Path, size_px: int) -> list[int]:
    """The picture's grey levels, 0 to 255, row by row, on white."""
    renderer = QSvgRenderer(str(path))
    assert renderer.isValid()
    image = QImage(size_px, size_px, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, size_px, size_px))
    painter.end()
    levels = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return [level for row in range(size_px) for level in row_of(levels, row)]


def row_of(image: QImage, row: int) -> bytes:
    line: memoryview = image.constScanLine(row)  # type: ignore[assignment]  # what it truly is
    return bytes(line)[: image.width()]


def alpha_with_margin(svg: str) -> list[int]:
    """How opaque each point is when the picture is drawn at 128 px in the middle of a clear 256 px square."""
    image = QImage(256, 256, QImage.Format.Format_ARGB32)
    image.fill(QColor("transparent"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(svg.encode()).render(painter, QRectF(64, 64, 128, 128))
    painter.end()
    alpha = image.convertToFormat(ALPHA)
    return [level for row in range(256) for level in row_of(alpha, row)]


def luminance(level: int) -> float:
    """Relative luminance of a grey level, as WCAG 2.2 defines it."""
    share = level / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def contrast(one: int, other: int) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def ground_of(path: Path) -> int:
    """The grey of the picture's own ground, which is its first path."""
    root = ET.fromstring(path.read_text(encoding="utf-8"))
    colour = QColor(root[0].get("fill", ""))
    return qGray(colour.rgb())


def test_there_are_at_least_forty_five() -> None:
    assert len(FILES) >= 45


def test_the_catalogue_and_the_files_are_the_same() -> None:
    listed = {picture_id: picture.file for picture_id, picture in catalogue().pictures.items()}
    assert listed == {path.stem: path.name for path in FILES}


def test_each_picture_is_described_in_one_plain_sentence_and_can_be_searched() -> None:
    faults = [
        picture_id
        for picture_id, picture in catalogue().pictures.items()
        if not re.fullmatch(r"[A-Z][^!?]*[a-z]\.", picture.alt)
        or len(picture.alt.split()) > 15
        or not picture.words
    ]
    assert faults == []


def test_no_two_pictures_have_the_same_description() -> None:
    described = [picture.alt for picture in catalogue().pictures.values()]
    assert sorted(set(described)) == sorted(described)


@each_file
def test_it_holds_plain_paths_alone(path: Path) -> None:
    # Paths with flat colours alone: so no script, text, image, style, link, filter or outside reference.
    root = ET.fromstring(path.read_text(encoding="utf-8"))
    assert root.tag == f"{SVG}svg"
    assert root.attrib == {"version": "1.2", "baseProfile": "tiny", "viewBox": "0 0 512 512"}
    assert {element.tag for element in root.iter()} == {f"{SVG}svg", f"{SVG}path"}
    for shape in root:
        assert set(shape.attrib) <= SHAPE_ATTRIBUTES
        assert COLOUR.fullmatch(shape.get("fill", ""))
        assert COLOUR.fullmatch(shape.get("stroke", "none"))
        assert not (shape.text or "").strip()


@each_file
def test_nothing_is_drawn_outside_its_ground(path: Path, qapp: object) -> None:
    # Qt does not cut off what lies outside the view box or the round corners: so nothing may lie there.
    whole = path.read_text(encoding="utf-8")
    ground_alone = re.sub(r"(<svg.*?/>\n).*(</svg>)", r"\1\2", whole, flags=re.DOTALL)
    assert ground_alone.count("<path") == 1
    drawn, ground = alpha_with_margin(whole), alpha_with_margin(ground_alone)
    spilt = sum(after > before + 64 for after, before in zip(drawn, ground, strict=True))
    assert spilt == 0


@each_file
def test_it_is_legible_small_and_in_grey(path: Path, qapp: object) -> None:
    # Measured at 96 px without colour: the share of points that stand out from the picture's own ground by
    # at least 3:1, WCAG 2.2's figure for graphics (1.4.11). Under 5 % it is faint or nearly blank, over 65 %
    # a dark block. And the darkest hundredth must stand out by 7:1: so the outline survives the scaling.
    levels = grey(path, SMALL_PX)
    ground = ground_of(path)
    share = sum(contrast(level, ground) >= 3 for level in levels) / len(levels)
    assert 0.05 <= share <= 0.65
    assert contrast(sorted(levels)[len(levels) // 100], ground) >= 7


def test_no_two_pictures_look_alike_in_grey(qapp: object) -> None:
    # Measured at 24 px: in any two pictures at least 6 % of the points differ by a quarter of the grey scale.
    tiny = {path.stem: grey(path, TINY_PX) for path in FILES}
    alike = [
        (one, other)
        for one, other in combinations(tiny, 2)
        if sum(abs(a - b) > 64 for a, b in zip(tiny[one], tiny[other], strict=True)) < 0.06 * TINY_PX**2
    ]
    assert alike == []


def test_the_files_are_what_the_drawing_script_makes() -> None:
    script = FOLDER / "source" / "build.py"
    done = subprocess.run(
        [sys.executable, str(script), "--check"], capture_output=True, text=True, check=False
    )
    assert done.stdout == ""
    assert done.returncode == 0, done.stderr
