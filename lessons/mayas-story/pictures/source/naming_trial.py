"""Make a naming trial: ``python naming_trial.py FOLDER`` writes every picture at 96 px under a number.

The numbers are in a fixed shuffled order. The reader is given the folder's ``pictures``; ``key.csv``, which
says what each number is, stays with whoever compares the answers.
"""

from __future__ import annotations

import csv
import os
import random
import sys
from pathlib import Path

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZE_PX = 96
PAPER = "#FFFDF7"
SOURCES = Path(__file__).resolve().parent.parent


def rendered(path: Path) -> QImage:
    """One picture at the size of a small row on a slide, on the lesson's paper."""
    image = QImage(QSize(SIZE_PX, SIZE_PX), QImage.Format.Format_RGB32)
    image.fill(QColor(PAPER))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(path)).render(painter, QRectF(0, 0, SIZE_PX, SIZE_PX))
    painter.end()
    return image


def main() -> int:
    """Write the numbered pictures and the key."""
    if len(sys.argv) != 2:
        print("Say which folder to write to: python naming_trial.py FOLDER")
        return 2
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication(sys.argv[:1])
    folder = Path(sys.argv[1])
    (folder / "pictures").mkdir(parents=True, exist_ok=True)
    paths = sorted(SOURCES.glob("*.svg"))
    random.Random(96).shuffle(paths)
    with (folder / "key.csv").open("w", encoding="utf-8", newline="") as file:
        key = csv.writer(file)
        key.writerow(["number", "picture"])
        for number, path in enumerate(paths, start=1):
            rendered(path).save(str(folder / "pictures" / f"{number:02}.png"))
            key.writerow([f"{number:02}", path.stem])
    print(f"{len(paths)} pictures at {SIZE_PX} px.")
    app.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
