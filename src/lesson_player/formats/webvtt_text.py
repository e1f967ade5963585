"""WebVTT cue text: tags and character references turned into styled spans (W3C WebVTT, 6.4 and 6.5)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

from lesson_player.formats.webvtt_time import timestamp
from lesson_player.model.captions import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

TAGS = frozenset({"c", "i", "b", "u", "ruby", "rt", "v", "lang"})
NAME = re.compile(r"[^ \t\n\f\r.]*")
CLASSES = re.compile(r"\.([^ \t\n\f\r]*)")
DEEPEST = 30
"""Tags nested deeper are ignored, so that no hostile cue makes each span carry thousands of classes."""
MOST_CLASSES = 10
"""Classes of one tag that are kept, for the same reason."""


@dataclass(frozen=True, slots=True)
class _Open:
    """A tag that is open, with its own style and that of all tags around it."""

    name: str = ""
    voice: str = ""
    classes: tuple[str, ...] = ()
    bold: bool = False
    italic: bool = False
    underline: bool = False
    language: str = ""

    def span(self, text: str, from_s: float | None) -> Span:
        """*text* in this style."""
        return Span(
            text=text,
            voice=self.voice,
            classes=self.classes,
            bold=self.bold,
            italic=self.italic,
            underline=self.underline,
            language=self.language,
            from_s=from_s,
        )


def parse_cue_text(text: str) -> tuple[tuple[Span, ...], ...]:
    """Lines of spans. Ruby text stands in brackets after its base; tags never closed end with the cue."""
    if "<" not in text:
        words = (unescape(line) for line in text.split("\n"))
        return tuple((Span(text=line),) if line else () for line in words)
    return _Reader().read(text)


class _Reader:
    """Reads the text of one cue."""

    def __init__(self) -> None:
        self._lines: list[list[Span]] = [[]]
        self._stack = [_Open()]
        self._from_s: float | None = None

    def read(self, text: str) -> tuple[tuple[Span, ...], ...]:
        """All lines of *text*."""
        for tag, token in _tokens(text):
            if tag:
                self._tag(token)
            else:
                self._add(unescape(token))
        if any(one.name == "rt" for one in self._stack):
            self._add(")")
        return tuple(tuple(line) for line in self._lines)

    def _tag(self, token: str) -> None:
        first = token[:1]
        if first == "/":
            self._close(token[1:])
        elif first.isascii() and first.isdigit():
            at_s = timestamp(token)
            self._from_s = at_s if at_s is not None else self._from_s
        else:
            opened = _opened(token, self._stack[-1])
            if opened is not None and len(self._stack) <= DEEPEST:
                self._stack.append(opened)
                if opened.name == "rt":
                    self._add("(")

    def _close(self, name: str) -> None:
        """End the innermost tag if it has this name; the end of a ruby ends its ruby text too."""
        inner = self._stack[-1].name
        if inner == "rt" and name in {"rt", "ruby"}:
            self._add(")")
            del self._stack[-1 if name == "rt" else -2 :]
        elif name == inner and len(self._stack) > 1:
            self._stack.pop()

    def _add(self, text: str) -> None:
        """Append *text* in the style of the open tags."""
        for number, part in enumerate(text.split("\n")):
            if number:
                self._lines.append([])
            if part:
                self._lines[-1].append(self._stack[-1].span(part, self._from_s))


def _tokens(text: str) -> Iterator[tuple[bool, str]]:
    """Text (False) and what stands between angle brackets (True), in order."""
    position = 0
    while position < len(text):
        start = text.find("<", position)
        if start < 0:
            yield False, text[position:]
            return
        if start > position:
            yield False, text[position:start]
        end = text.find(">", start)
        end = len(text) if end < 0 else end
        yield True, text[start + 1 : end]
        position = end + 1


def _opened(token: str, around: _Open) -> _Open | None:
    """What a start tag opens inside *around*, or None when it means nothing there."""
    found = NAME.match(token)
    name = found[0] if found else ""
    if name not in TAGS or (name == "rt" and around.name != "ruby"):
        return None
    head = CLASSES.match(token, len(name))
    classes = around.classes
    if head is not None:
        own = filter(None, head[1].split(".", MOST_CLASSES)[:MOST_CLASSES])
        classes = tuple(dict.fromkeys([*classes, *own]))
    rest = token[head.end() if head else len(name) :]
    annotation = " ".join(unescape(rest).split()) if rest else ""
    return _Open(
        name,
        voice=annotation if name == "v" else around.voice,
        classes=classes,
        bold=around.bold or name == "b",
        italic=around.italic or name == "i",
        underline=around.underline or name == "u",
        language=annotation if name == "lang" else around.language,
    )
