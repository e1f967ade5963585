"""Captions below the film's picture: how much room they need, where each line stands, and in which colour.

After the BBC Subtitle Guidelines: two lines, black behind each line with half an em at each side, white
words, lines 7 to 8 % of the picture high, up to 68 % of a 16:9 picture wide. A speaker's name is written out;
its colour only helps.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING
from zlib import crc32

from lesson_player.rendering.geometry import Rect
from lesson_player.rendering.placed import PlacedBox
from lesson_player.rendering.sheet import one_line
from lesson_player.rendering.text import TextBlock, TextStyle, measure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lesson_player.model.captions import Cue, Span
    from lesson_player.rendering.page import Page
    from lesson_player.rendering.sheet import Sheet

LINE_SHARE = 1.2
"""Height of a caption's line as a multiple of its text."""
WIDTH_SHARE = 0.68
"""Width of captions at standard size as a share of the picture's width, or of a 16:9 picture's as high."""
BELOW_PICTURE = 0.028
"""Between the picture and its captions, as a share of the page's height."""

_SIZE_SHARE = 0.05
"""Text size as a share of the page's height: read from 8 m, and 8 % of a picture that leaves it room."""
_LINES, _CHARACTERS = 2, 37
"""What a caption holds at standard size; larger text gets more lines, so that the same words have room."""
_MOST_LINES = 5
_NAME_ROLES = ("caption_yellow", "caption_cyan", "caption_green")
_CLASS_ROLES = {
    "white": "caption_white",
    "yellow": "caption_yellow",
    "cyan": "caption_cyan",
    "lime": "caption_green",
    "green": "caption_green",
}
_SMALLEST = 8


@dataclass(frozen=True, slots=True)
class CaptionRoom:
    """The room for captions below a picture."""

    picture: Rect
    rect: Rect
    style: TextStyle
    lines: int
    width: float
    """Of the words; the black box is half an em wider at each side."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one line in one colour."""

    text: str
    role: str = "caption_white"
    bold: bool = False


@lru_cache(maxsize=64)
def caption_room(page: Page, within: Rect, aspect: float, percent: int) -> CaptionRoom:
    """The largest picture of *aspect* in *within* that leaves captions the room which *percent* asks for."""
    body = page.scale.body
    size = round(page.height * _SIZE_SHARE * percent / 100)
    style = replace(body, size=size, weight=500, line_spacing=LINE_SHARE)
    each = measure(one_line("The quick brown fox jumps over the lazy dog", style)).width / 43
    for lines in range(_LINES, _MOST_LINES + 1):
        room = _room(page, within, aspect, style, lines)
        if lines * (room.width // each) >= _LINES * _CHARACTERS or lines == _MOST_LINES:
            return room
    raise AssertionError("the last number of lines is always taken")


def _room(page: Page, within: Rect, aspect: float, style: TextStyle, lines: int) -> CaptionRoom:
    needed = style.line_height * lines
    gap = page.height * BELOW_PICTURE
    height = min(within.height - needed - gap, within.width / aspect)
    top = within.y + (within.height - height - gap - needed) / 2
    picture = Rect(within.x + (within.width - height * aspect) / 2, top, height * aspect, height)
    rect = Rect(within.x, picture.bottom + gap, within.width, needed)
    enlarged = max(style.size / (page.height * _SIZE_SHARE), 1.0)
    usual = max(picture.width, height * 16 / 9)
    width = min(usual * WIDTH_SHARE * enlarged, within.width - style.size)
    return CaptionRoom(picture, rect, style, lines, width)


def draw_captions(sheet: Sheet, cues: Sequence[Cue], room: CaptionRoom, speakers: tuple[str, ...]) -> None:
    """Place captions, the first line nearest the picture."""
    lines, style = _fitted(cues, room, speakers)
    if not lines:
        return
    height = style.line_height
    boxes = []
    for index, line in enumerate(lines):
        blocks = [one_line(piece.text, replace(style, weight=700) if piece.bold else style) for piece in line]
        width = sum(measure(block).width for block in blocks)
        x = room.rect.x + (room.rect.width - width) / 2
        y = room.rect.y + index * height
        boxes.append(Rect(x - style.size / 2, y, width + style.size, height))
        sheet.placed.append(PlacedBox(boxes[-1], fill="caption_box"))
        for piece, block in zip(line, blocks, strict=True):
            x = sheet.text(block, x, y, piece.role, "caption_box").right
    left, right = min(box.x for box in boxes), max(box.right for box in boxes)
    words = " ".join("".join(piece.text for piece in line) for line in lines)
    sheet.target(
        "caption", Rect(left, boxes[0].y, right - left, boxes[-1].bottom - boxes[0].y), words, "caption"
    )


def name_role(name: str, speakers: tuple[str, ...]) -> str:
    """The colour role of a name: by its place among *speakers*, else always the same for the same name."""
    index = speakers.index(name) if name in speakers else crc32(name.encode())
    return _NAME_ROLES[index % len(_NAME_ROLES)]


def _fitted(
    cues: Sequence[Cue], room: CaptionRoom, speakers: tuple[str, ...]
) -> tuple[list[tuple[Piece, ...]], TextStyle]:
    """Lines that fit the room: as written, else run on, else smaller; never over the picture."""
    written = [list(_pieces(line, speakers, said)) for cue in cues for said, line in _with_former(cue)]
    run_on = [
        [piece for said, line in _with_former(cue) for piece in _joined(line, speakers, said)] for cue in cues
    ]
    style = room.style
    as_written = [line for pieces in written for line in _wrapped(pieces, style, room.width)]
    lines = [line for pieces in run_on for line in _wrapped(pieces, style, room.width)]
    if len(as_written) <= room.lines and len(as_written) <= max(len(written), len(lines)):
        return as_written, style
    while len(lines) * style.line_height > room.rect.height and style.size > _SMALLEST:
        style = replace(style, size=round(style.size * 0.92))
        lines = [line for pieces in run_on for line in _wrapped(pieces, style, room.width)]
    return lines, style


def _with_former(cue: Cue) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """Each line of a cue with who spoke at the end of the line before."""
    said = ""
    for line in cue.lines:
        yield said, line
        said = line[-1].voice if line else said


def _pieces(line: Sequence[Span], speakers: tuple[str, ...], said: str) -> Iterator[Piece]:
    for span in line:
        if span.voice and span.voice != said:
            yield Piece(f"{span.voice}: ", name_role(span.voice, speakers))
        said = span.voice
        text = span.text.removeprefix(f"{span.voice}:").lstrip() if span.voice else span.text
        role = next((_CLASS_ROLES[name] for name in span.classes if name in _CLASS_ROLES), "caption_white")
        yield Piece(text, role, bold=span.bold)


def _joined(line: Sequence[Span], speakers: tuple[str, ...], said: str) -> Iterator[Piece]:
    yield from _pieces(line, speakers, said)
    yield Piece(" ")


def _wrapped(pieces: Sequence[Piece], style: TextStyle, width: float) -> Iterator[tuple[Piece, ...]]:
    """The lines that pieces make at a width, without blank ends."""
    whole = "".join(piece.text for piece in pieces).rstrip()
    data = whole.encode("utf-16-le")
    for line in measure(TextBlock(whole, style, width)).lines:
        words = data[2 * line.start : 2 * (line.start + line.length)].decode("utf-16-le")
        start = len(data[: 2 * line.start].decode("utf-16-le"))
        made = tuple(_cut(pieces, start, start + len(words.rstrip())))
        if made:
            yield made


def _cut(pieces: Sequence[Piece], start: int, end: int) -> Iterator[Piece]:
    """The pieces between two characters."""
    at = 0
    for piece in pieces:
        first, last = max(start - at, 0), min(end - at, len(piece.text))
        if first < last:
            yield replace(piece, text=piece.text[first:last])
        at += len(piece.text)
