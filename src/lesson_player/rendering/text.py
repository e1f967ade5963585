"""Text measured and shaped once, in page units, and kept for painting at any size.

A page unit is a 1080th of the page's height, whatever the window's size in pixels. Text is shaped without
hinting, so its widths grow in step with its size and lines break at the same words on every screen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from lesson_player.rendering import fonts
from lesson_player.rendering.symbols import SymbolSpot, WordSymbol, band, spots, symbols_in

if TYPE_CHECKING:
    from collections.abc import Iterator

LINE_BREAK = "\u2028"
"""Starts a new line inside a text (Unicode line separator)."""

_STRONG = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
_SENTENCE_END = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][”’])) (?=[“‘]?[^\W\d_a-z])")
"""The space between two sentences."""
_MOST_BALANCED = 4
"""Lines: longer texts are read as paragraphs."""
_LEAST_LINE = 1.15
"""Least height of a line as a multiple of its size: accents of one line stay clear of the line above."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text is set. Size in page units; spacing in em, as an appearance has it."""

    size: int
    weight: int = 400
    """400 regular, 500 medium, 600 semi-bold, 700 bold."""
    font: str = fonts.ATKINSON
    letter_spacing: float = 0.0
    word_spacing: float = 0.0
    line_spacing: float = 1.25
    symbols: float = 0.0
    """Side of the symbols above words as a multiple of the size; 0 for none."""

    @property
    def line_height(self) -> float:
        """Height of one line in page units, without symbols."""
        return self.size * max(self.line_spacing, _LEAST_LINE)

    @property
    def most_line_height(self) -> float:
        """Height of one line in page units, with symbols where the style has them."""
        return self.line_height + band(self.size, self.symbols)


@dataclass(frozen=True, slots=True)
class Strong:
    """A part of a text that is set in bold, counted as Qt counts: in UTF-16 units."""

    start: int
    length: int


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A text set in a style and wrapped to a width in page units."""

    text: str
    style: TextStyle
    width: float
    strong: tuple[Strong, ...] = ()
    symbols: tuple[WordSymbol, ...] = ()
    again: int = 0
    """So many of its first words are said twice, once as a lead of their own, and written once."""

    @property
    def band(self) -> float:
        """Room for symbols above each line, in page units; the same in all lines, so that they stay even."""
        return band(self.style.size, self.style.symbols) if self.symbols else 0.0

    @property
    def line_height(self) -> float:
        """Height of one line in page units, its symbols with it."""
        return self.style.line_height + self.band


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line as it came out, in page units from the block's corner."""

    start: int
    length: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Measured:
    """How much room a block takes, in page units."""

    width: float
    height: float
    lines: tuple[TextLine, ...]
    broken: bool
    """Whether a word was too long for a line and had to be broken."""


def marked(text: str) -> tuple[str, tuple[Strong, ...]]:
    """A text without its ``**`` marks, and the parts that stood between them."""
    plain, strong, last = "", [], 0
    for match in _STRONG.finditer(text):
        plain += text[last : match.start()]
        strong.append(Strong(_units(plain), _units(match[1])))
        plain += match[1]
        last = match.end()
    return plain + text[last:], tuple(strong)


def block(text: str, style: TextStyle, width: float, lead: str = "") -> TextBlock:
    """A block of *text*, whose ``**words**`` are strong, under a bold *lead* on a line of its own."""
    plain, strong = marked(text)
    if not lead:
        return _with_symbols(TextBlock(plain, style, width, strong))
    head, _ = marked(lead)
    start = _units(head + LINE_BREAK)
    moved = tuple(Strong(part.start + start, part.length) for part in strong)
    return _with_symbols(
        TextBlock(head + LINE_BREAK + plain, style, width, (Strong(0, _units(head)), *moved))
    )


def _with_symbols(block: TextBlock) -> TextBlock:
    return replace(block, symbols=symbols_in(block.text)) if block.style.symbols else block


@lru_cache(maxsize=4096)
def measure(block: TextBlock) -> Measured:
    """Lines and size of a block."""
    shaped = shape(block)
    lines = tuple(_line(block, shaped.lineAt(index), index) for index in range(shaped.lineCount()))
    side = block.style.size * block.style.symbols if block.symbols else 0.0
    return Measured(
        width=max((side, *(line.width for line in lines))),
        height=len(lines) * block.line_height,
        lines=lines,
        broken=any(_breaks_word(block.text, line.start) for line in lines[1:]),
    )


@lru_cache(maxsize=1024)
def well_broken(block: TextBlock) -> TextBlock:
    """The block with better line breaks, in no more lines than before.

    A new sentence starts a new line where that costs none (Easy Read). Else the lines come out about as long
    as each other, so that no short word is left on its own.
    """
    before = measure(block)
    if not 1 < len(before.lines) <= _MOST_BALANCED or before.broken:
        return block
    by_sentence = replace(block, text=_SENTENCE_END.sub(LINE_BREAK, block.text))
    after = measure(by_sentence)
    if by_sentence != block and len(after.lines) <= len(before.lines) and not after.broken:
        return by_sentence
    return replace(block, width=_least_width(block, len(before.lines)))


def _least_width(block: TextBlock, lines: int) -> float:
    """The least width, to a quarter of an em, at which a block has that many lines and no broken word."""
    narrow, wide = block.width / 2, block.width
    while wide - narrow > block.style.size / 4:
        width = (narrow + wide) / 2
        tried = measure(replace(block, width=width))
        if len(tried.lines) == lines and not tried.broken:
            wide = width
        else:
            narrow = width
    return wide


@lru_cache(maxsize=1024)
def shape(block: TextBlock) -> QTextLayout:
    """The block as Qt has shaped it; shared, so never change it."""
    shaped = QTextLayout(block.text, font(block.style))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    shaped.setTextOption(option)
    shaped.setFormats([_bold(part) for part in block.strong])
    shaped.setCacheEnabled(True)
    metrics = QFontMetricsF(font(block.style))
    height = block.line_height
    above = block.band + (block.style.line_height - metrics.ascent() - metrics.descent()) / 2
    shaped.beginLayout()
    line = shaped.createLine()
    while line.isValid():
        line.setLineWidth(max(block.width, 1.0))
        line.setPosition(QPointF(0, height * line.lineNumber() + above + metrics.ascent() - line.ascent()))
        line = shaped.createLine()
    shaped.endLayout()
    return shaped


@lru_cache(maxsize=64)
def font(style: TextStyle) -> QFont:
    """Qt's font for a style; shared, so never change it."""
    fonts.load_fonts()
    made = QFont(fonts.family(style.font))
    made.setPixelSize(style.size)
    made.setWeight(QFont.Weight(style.weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, style.letter_spacing * style.size)
    made.setWordSpacing(style.word_spacing * style.size)
    return made


def _bold(part: Strong) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = part.start, part.length
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    made.format = look
    return made


def _line(block: TextBlock, line: QTextLine, index: int) -> TextLine:
    height = block.line_height
    return TextLine(
        start=line.textStart(),
        length=line.textLength(),
        x=line.naturalTextRect().x(),
        y=index * height,
        width=line.naturalTextWidth(),
        height=height,
    )


@lru_cache(maxsize=1024)
def symbol_spots(block: TextBlock) -> tuple[SymbolSpot, ...]:
    """Where a block's symbols stand, in page units from its corner, line by line.

    One for a phrase that goes over two lines stands above its first part.
    """
    return tuple(_spots(block, min(measure(block).width, block.width))) if block.symbols else ()


def _spots(block: TextBlock, width: float) -> Iterator[SymbolSpot]:
    shaped = shape(block)
    for index in range(shaped.lineCount()):
        line = shaped.lineAt(index)
        end = line.textStart() + line.textLength()
        middles = []
        for word in block.symbols:
            if line.textStart() <= word.start < end:
                left, right = (_x(line, at) for at in (word.start, min(word.start + word.length, end)))
                middles.append((word.symbol, (left + right) / 2))
        if middles:
            top, style = index * block.line_height, block.style
            yield from spots(middles, top, style.size, style.symbols, width)


def _x(line: QTextLine, at: int) -> float:
    """How far from the left a letter begins."""
    found: tuple[float, int] = line.cursorToX(at)  # type: ignore[assignment] # the stubs say object
    return found[0]


def _units(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def _breaks_word(text: str, at: int) -> bool:
    """Whether a line that starts at unit *at* starts in the middle of a word."""
    whole = text.encode("utf-16-le")
    before, after = (
        whole[: 2 * at].decode("utf-16-le", "ignore"),
        whole[2 * at :].decode("utf-16-le", "ignore"),
    )
    return bool(before and after) and before[-1].isalnum() and after[0].isalnum()
