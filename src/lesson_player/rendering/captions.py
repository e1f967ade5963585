"""Captions as they are drawn: where each line stands in its room, and in which colour.

After the BBC Subtitle Guidelines: two lines, black behind each line with half an em at each side, white
words, lines 7 to 8 % of the picture high. A speaker's name is written out; its colour only helps.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from zlib import crc32

from lesson_player.model.caption_look import LEAST_CONTRAST
from lesson_player.rendering.captions_room import SLACK
from lesson_player.rendering.colours import SPEAKERS, with_opacity
from lesson_player.rendering.geometry import Rect
from lesson_player.rendering.placed import PlacedBox
from lesson_player.rendering.sheet import one_line
from lesson_player.rendering.text import TextBlock, TextStyle, measure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lesson_player.model.caption_look import CaptionLook
    from lesson_player.model.captions import Cue, Span
    from lesson_player.rendering.captions_room import CaptionRoom
    from lesson_player.rendering.sheet import Sheet

_CLASS_COLOURS = {
    "white": "#FFFFFF",
    "yellow": SPEAKERS[0],
    "cyan": SPEAKERS[1],
    "lime": SPEAKERS[2],
    "green": SPEAKERS[2],
}
_SMALLEST = 8


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one line in one colour; without a colour of their own they have the look's."""

    text: str
    colour: str = ""
    bold: bool = False


def draw_captions(
    sheet: Sheet, cues: Sequence[Cue], room: CaptionRoom, look: CaptionLook, speakers: tuple[str, ...]
) -> None:
    """Place captions in their room, with what is behind them."""
    lines, style = _fitted(cues, room, look, speakers)
    if not lines:
        return
    boxes = _boxes(lines, style, room)
    across = Rect(min(box.x for box in boxes), boxes[0].y, max(box.width for box in boxes), 0)
    whole = replace(across, height=boxes[-1].bottom - across.y)
    if look.window_opacity:
        sheet.placed.append(PlacedBox(whole, with_opacity(look.window, look.window_opacity)))
    if look.box_opacity:
        fill = with_opacity(look.box, look.box_opacity)
        sheet.placed += [PlacedBox(box, fill) for box in boxes]
    for line, box in zip(lines, boxes, strict=True):
        x = box.x + style.size / 2
        for piece in line:
            made = _block(piece, style)
            x = sheet.text(made, x, box.y, _colour(piece, look), look.box, edge=look.edge).right
    words = " ".join("".join(piece.text for piece in line) for line in lines)
    sheet.target("caption", whole, words, "caption")


def _boxes(lines: Sequence[Sequence[Piece]], style: TextStyle, room: CaptionRoom) -> list[Rect]:
    """What is behind each line: as wide as its words, with half an em at each side."""
    height = style.line_height
    hang = room.from_top and height * len(lines) <= room.rect.height + SLACK
    top = room.rect.y if hang else room.rect.bottom - height * len(lines)
    boxes = []
    for index, line in enumerate(lines):
        width = sum(measure(_block(piece, style)).width for piece in line) + style.size
        x = room.rect.x + (room.rect.width - width) / 2
        boxes.append(Rect(x, top + index * height, width, height))
    return boxes


def _block(piece: Piece, style: TextStyle) -> TextBlock:
    return one_line(piece.text, replace(style, weight=700) if piece.bold else style)


def _colour(piece: Piece, look: CaptionLook) -> str:
    """A piece's own colour where it can be read on what is behind it, else the look's."""
    if piece.colour and look.contrast(piece.colour) >= LEAST_CONTRAST:
        return piece.colour
    return look.text


def name_colour(name: str, speakers: tuple[str, ...]) -> str:
    """The colour of a name: by its place among *speakers*, else always the same for the same name."""
    index = speakers.index(name) if name in speakers else crc32(name.encode())
    return SPEAKERS[index % len(SPEAKERS)]


def _fitted(
    cues: Sequence[Cue], room: CaptionRoom, look: CaptionLook, speakers: tuple[str, ...]
) -> tuple[list[tuple[Piece, ...]], TextStyle]:
    """Lines that fit the room: as written, else run on, else smaller."""
    written = [list(_pieces(line, speakers, said)) for cue in cues for said, line in _with_former(cue)]
    run_on = [
        [piece for said, line in _with_former(cue) for piece in _joined(line, speakers, said)] for cue in cues
    ]
    style = room.style
    as_written = [line for pieces in written for line in _wrapped(pieces, style, room.width)]
    lines = [line for pieces in run_on for line in _wrapped(pieces, style, room.width)]
    fewest = len(lines) if look.lines == 1 else max(len(written), len(lines))
    most = room.height + SLACK
    fits = len(as_written) * style.line_height <= most
    if fits and len(as_written) <= min(room.lines, fewest):
        return as_written, style
    while len(lines) * style.line_height > most and style.size > _SMALLEST:
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
            yield Piece(f"{span.voice}: ", name_colour(span.voice, speakers))
        said = span.voice
        text = span.text.removeprefix(f"{span.voice}:").lstrip() if span.voice else span.text
        colour = next((_CLASS_COLOURS[name] for name in span.classes if name in _CLASS_COLOURS), "")
        yield Piece(text, colour, bold=span.bold)


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
