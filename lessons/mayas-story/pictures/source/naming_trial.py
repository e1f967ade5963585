"""Make a naming trial: ``python naming_trial.py SHEET.png KEY.csv`` draws all at 96 px with numbers.

The numbers are in a shuffled order that is the same each time. The reader is given the sheet at its own size;
the key, which says what each number is, stays with whoever compares the answers.
"""

from __future__ import annotations

import csv
import os
import random
import sys
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZE_PX = 96
CELL_PX, NUMBER_PX = 120, 24
COLUMNS = 9
ORDER = 512
SOURCES = Path(__file__).resolve().parent.parent


def sheet_of(paths: list[Path]) -> QImage:
    """All pictures in rows on white, each at the size of a small row on a slide, with its number above it."""
    rows = -(-len(paths) // COLUMNS)
    image = QImage(COLUMNS * CELL_PX, rows * (CELL_PX + NUMBER_PX), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for index, path in enumerate(paths):
        x, y = index % COLUMNS * CELL_PX, index // COLUMNS * (CELL_PX + NUMBER_PX)
        painter.setPen(QColor("black"))
        painter.drawText(QRectF(x, y, CELL_PX, NUMBER_PX), Qt.AlignmentFlag.AlignCenter, str(index + 1))
        margin = (CELL_PX - SIZE_PX) / 2
        QSvgRenderer(str(path)).render(painter, QRectF(x + margin, y + NUMBER_PX, SIZE_PX, SIZE_PX))
    painter.end()
    return image


def main() -> int:
    """Write the sheet and the key."""
    if len(sys.argv) != 3:
        print("Say where to write to: python naming_trial.py SHEET.png KEY.csv")
        return 2
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication(sys.argv[:1])
    sheet, key_file = Path(sys.argv[1]), Path(sys.argv[2])
    paths = sorted(SOURCES.glob("*.svg"))
    random.Random(ORDER).shuffle(paths)
    if not sheet_of(paths).save(str(sheet)):
        print(f"The sheet could not be written to {sheet}.")
        return 1
    with key_file.open("w", encoding="utf-8", newline="") as file:
        key = csv.writer(file)
        key.writerow(["number", "picture"])
        key.writerows((number, path.stem) for number, path in enumerate(paths, start=1))
    print(f"{len(paths)} pictures at {SIZE_PX} px.")
    app.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
