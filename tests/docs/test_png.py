from __future__ import annotations

from PySide6.QtGui import QColor, QImage

from docs.pictures.png import small_png


def test_few_colours_stay_exactly_as_they_were() -> None:
    image = QImage(61, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#FBF6EA"))
    for x in range(61):
        image.setPixelColor(x, x % 40, QColor(4 * x, 255 - 4 * x, 90))

    again = QImage.fromData(small_png(image))

    assert again.convertToFormat(QImage.Format.Format_RGB32) == image


def test_many_colours_stay_near_and_the_ground_stays_itself() -> None:
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("#FBF6EA"))
    for x in range(100):
        for y in range(100):
            image.setPixelColor(x, y, QColor(2 * x, 2 * y, x + y))

    data = small_png(image)
    again = QImage.fromData(data)

    assert again.colorCount() <= 256
    assert again.pixelColor(150, 150) == QColor("#FBF6EA")
    apart = [
        abs(image.pixelColor(x, y).red() - again.pixelColor(x, y).red())
        for x in range(100)
        for y in range(100)
    ]
    assert max(apart) <= 24
