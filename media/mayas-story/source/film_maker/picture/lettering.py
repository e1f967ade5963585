"""Words in the picture, as outlines of the project's own typeface: the same on every machine."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QPainterPath

from film_maker import FilmNotMade
from film_maker.picture.ink import INK, number, shape

FONTS = Path(__file__).resolve().parents[5] / "src" / "lesson_player" / "rendering" / "fonts"
FAMILY = "Atkinson Hyperlegible Next"
FILES = {"regular": "AtkinsonHyperlegibleNext-Regular.ttf", "bold": "AtkinsonHyperlegibleNext-Bold.ttf"}


@cache
def _family(weight: str) -> str:
    path = FONTS / FILES[weight]
    loaded = QFontDatabase.addApplicationFont(str(path)) if path.is_file() else -1
    if loaded < 0:
        raise FilmNotMade(
            f"The typeface is missing: {path.name} should be in src/lesson_player/rendering/fonts."
        )
    return QFontDatabase.applicationFontFamilies(loaded)[0]


@cache
def _font(weight: str) -> QFont:
    for each in FILES:
        _family(each)
    font = QFont(_family(weight))
    font.setPixelSize(1000)
    font.setBold(weight == "bold")
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    return font


def width_of(text: str, size: float, weight: str = "regular") -> float:
    """How wide a text is at a size."""
    return QFontMetricsF(_font(weight)).horizontalAdvance(text) * size / 1000


@cache
def _outline(text: str, size: float, weight: str) -> str:
    path = QPainterPath()
    path.addText(0, 0, _font(weight), text)
    scale = size / 1000
    d: list[str] = []
    index = 0
    while index < path.elementCount():
        part = path.elementAt(index)
        if part.isMoveTo():
            d.append(f"M{number(part.x * scale)},{number(part.y * scale)}")
        elif part.isLineTo():
            d.append(f"L{number(part.x * scale)},{number(part.y * scale)}")
        else:
            others = [path.elementAt(index + ahead) for ahead in (0, 1, 2)]
            d.append("C" + " ".join(f"{number(p.x * scale)},{number(p.y * scale)}" for p in others))
            index += 2
        index += 1
    return "".join(d)


def letter(
    text: str,
    x: float,
    y: float,
    size: float,
    *,
    weight: str = "regular",
    fill: str = INK,
    centre: bool = False,
    opacity: float = 1,
) -> str:
    """A line of text with its baseline at ``y``."""
    if opacity <= 0 or not text:
        return ""
    text = text.replace("'", "’")
    left = x - width_of(text, size, weight) / 2 if centre else x
    faint = f' opacity="{number(opacity)}"' if opacity < 1 else ""
    return (
        f'<g transform="translate({number(left)} {number(y)})"{faint}>'
        f"{shape(_outline(text, size, weight), fill, 0)}</g>"
    )


def wrap(text: str, width: float, size: float, weight: str = "regular") -> list[str]:
    """Break a text into lines no wider than ``width``."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width_of(longer, size, weight) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
