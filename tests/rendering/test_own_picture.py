"""Pictures of the school's own: nothing of where they were taken is kept, hostile ones are refused."""

from __future__ import annotations

import random
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QIODevice, QPointF
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

from lesson_player.model.problem import Problem
from lesson_player.rendering.own_picture import LARGEST_FILE, LONGEST_SIDE, OwnPicture, own_image, own_picture

SECRET = b"GPS 51.5007N 0.1246W Secret School"


def photo(width: int = 64, height: int = 32, *, clear: bool = False) -> QImage:
    """Left half red, right half blue."""
    image = QImage(width, height, QImage.Format.Format_ARGB32 if clear else QImage.Format.Format_RGB32)
    image.fill(QColor(255, 0, 0, 128 if clear else 255))
    painter = QPainter(image)
    painter.fillRect(width // 2, 0, width, height, QColor("blue"))
    painter.end()
    return image


def saved(image: QImage, kind: str, quality: int = -1) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind, quality)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def jpeg_with_exif(image: QImage, orientation: int) -> bytes:
    """A JPEG with an EXIF block that has an orientation and a description, and a comment."""
    entry = struct.pack("<HHIHH", 0x0112, 3, 1, orientation, 0)
    text = struct.pack("<HHII", 0x010E, 2, len(SECRET), 38)
    tiff = (
        b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", 2) + text + entry + struct.pack("<I", 0) + SECRET
    )
    exif = b"Exif\0\0" + tiff
    data = saved(image, "JPG", 95)
    parts = [(0xE1, exif), (0xFE, SECRET)]
    return (
        data[:2]
        + b"".join(struct.pack(">BBH", 0xFF, mark, len(body) + 2) + body for mark, body in parts)
        + data[2:]
    )


def png_with_text(image: QImage) -> bytes:
    data = saved(image, "PNG")
    return data[:33] + b"".join(chunk(name, b"Comment\0" + SECRET) for name in (b"tEXt", b"eXIf")) + data[33:]


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def chunks(data: bytes) -> list[bytes]:
    at, found = 8, []
    while at < len(data):
        length = struct.unpack_from(">I", data, at)[0]
        found.append(data[at + 4 : at + 8])
        at += length + 12
    return found


def taken(data: bytes) -> OwnPicture:
    made = own_picture(data)
    assert isinstance(made, OwnPicture), made
    return made


def refused(data: bytes) -> str:
    made = own_picture(data)
    assert isinstance(made, Problem)
    assert made.remedy
    return made.code


@pytest.mark.parametrize("kind", ["PNG", "JPG", "WEBP"])
def test_usual_kinds_are_taken(kind: str) -> None:
    made = taken(saved(photo(), kind, 95))
    image = QImage.fromData(made.data)
    assert (image.width(), image.height()) == (64, 32)
    assert image.pixelColor(5, 16).red() > 200
    assert image.pixelColor(60, 16).blue() > 200


def test_nothing_of_where_a_photo_was_taken_is_kept() -> None:
    before = jpeg_with_exif(photo(), 1)
    assert SECRET in before
    made = taken(before)
    assert SECRET not in made.data
    assert b"Exif" not in made.data
    assert QImage.fromData(made.data).textKeys() == []


def test_no_text_of_a_png_is_kept() -> None:
    before = png_with_text(photo())
    assert QImage.fromData(before).textKeys()
    made = taken(before)
    assert SECRET not in made.data
    assert set(chunks(made.data)) <= {b"IHDR", b"IDAT", b"IEND", b"pHYs", b"sRGB", b"gAMA"}


def test_a_photo_that_lies_on_its_side_is_put_upright() -> None:
    image = QImage.fromData(taken(jpeg_with_exif(photo(), 6)).data)
    assert (image.width(), image.height()) == (32, 64)
    assert image.pixelColor(16, 5).red() > 200


def noisy(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    shade = QLinearGradient(QPointF(0, 0), QPointF(width, height))
    shade.setColorAt(0, QColor("red"))
    shade.setColorAt(1, QColor("blue"))
    painter.fillRect(image.rect(), shade)
    dice = random.Random(1)
    for _ in range(20_000):
        painter.setPen(QColor(dice.randrange(256), dice.randrange(256), dice.randrange(256)))
        painter.drawPoint(dice.randrange(width), dice.randrange(height))
    painter.end()
    return image


def test_a_large_photo_is_made_smaller_and_stays_a_photo() -> None:
    made = taken(saved(noisy(3000, 2000), "JPG", 90))
    image = QImage.fromData(made.data)
    assert (image.width(), image.height()) == (LONGEST_SIDE, 1280)
    assert made.ending == "jpg"


def test_what_is_clear_stays_clear_and_a_small_drawing_exact() -> None:
    made = taken(saved(photo(clear=True), "PNG"))
    assert made.ending == "png"
    assert QImage.fromData(made.data).pixelColor(5, 5).alpha() == 128
    assert QImage.fromData(taken(saved(photo(), "PNG")).data).pixelColor(5, 5) == QColor("red")


def test_a_drawing_is_taken_as_it_is_drawn() -> None:
    made = taken(
        b'\xef\xbb\xbf<svg xmlns="http://www.w3.org/2000/svg"><title>x</title><path d="M0 0"/></svg>'
    )
    assert made.ending == "svg"
    assert b"title" not in made.data


def head_of_png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))


def test_a_picture_of_30000_by_30000_is_refused_from_its_head() -> None:
    assert refused(head_of_png(30_000, 30_000) + chunk(b"IDAT", b"")) == "picture-too-large"
    jpeg = saved(photo(), "JPG")
    at = jpeg.index(b"\xff\xc0") + 5
    assert refused(jpeg[:at] + struct.pack(">HH", 30_000, 30_000) + jpeg[at + 4 :]) == "picture-too-large"
    assert refused(b"\xff\xd8" + b"x" * LARGEST_FILE) == "picture-too-large"


@pytest.mark.parametrize(
    "data",
    [b"", b"nothing", b"GIF89a", b"\x89PNG\r\n\x1a\n", head_of_png(4, 4), b"%PDF-1.7", b"PK\x03\x04"],
)
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    assert refused(data) == "picture-unreadable"


@pytest.mark.parametrize(
    "inside",
    ["<script>1</script>", '<image href="https://example.org/a.png"/>', '<a href="file:///etc/passwd"/>'],
)
def test_unsafe_drawings_are_refused(inside: str) -> None:
    assert refused(f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>'.encode()) == "picture-unsafe"
    assert refused(b"<!DOCTYPE svg><svg/>") == "picture-unsafe"


@pytest.mark.qt_log_ignore(".")  # the decoders say what is wrong with each of them
@given(st.binary(max_size=60), st.sampled_from(["PNG", "JPG", "WEBP"]), st.integers(0, 200))
def test_a_damaged_picture_is_never_an_exception(harm: bytes, kind: str, at: int) -> None:
    data = saved(photo(), kind)
    made = own_picture(data[:at] + harm + data[at + len(harm) :])
    assert isinstance(made, OwnPicture | Problem)


def test_what_was_copied_in_another_program_is_taken() -> None:
    image = photo()
    image.setText("Author", "Secret School")
    made = own_image(image)
    assert isinstance(made, OwnPicture)
    assert b"Secret" not in made.data
    assert isinstance(own_image(QImage()), Problem)
