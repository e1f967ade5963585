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
SPACE = " \t\n\f\r"
DEEPEST = 30
"""Tags nested deeper are ignored, so that no hostile cue makes each span carry thousands of classes."""


@dataclass(frozen=True, slots=True)
class _Open:
    """A tag that is open, with the span it stands for: its own style and that of all tags around it."""

    name: str
    style: Span


def parse_cue_text(text: str) -> tuple[tuple[Span, ...], ...]:
    """Lines of spans. Ruby text stands in brackets after its base; tags never closed end with the cue."""
    lines: list[list[Span]] = [[]]
    stack = [_Open("", Span(text=""))]
    from_s: float | None = None
    for kind, token in _tokens(text):
        if kind == "text":
            _add_text(lines, unescape(token), stack[-1].style.model_copy(update={"from_s": from_s}))
        elif token.startswith("/"):
            if _closes_ruby_text(token, stack):
                _add_text(lines, ")", stack[-1].style)
            _close(token[1:], stack)
        elif token[:1].isdigit() and token[:1].isascii():
            at_s = timestamp(token)
            from_s = at_s if at_s is not None else from_s
        else:
            opened = _opened(token, stack[-1])
            if opened is not None and len(stack) <= DEEPEST:
                stack.append(opened)
                if opened.name == "rt":
                    _add_text(lines, "(", opened.style)
    if any(one.name == "rt" for one in stack):
        _add_text(lines, ")", stack[-1].style)
    return tuple(tuple(line) for line in lines)


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    """Text and what stands between angle brackets, in order."""
    position = 0
    while position < len(text):
        start = text.find("<", position)
        if start < 0:
            yield "text", text[position:]
            return
        if start > position:
            yield "text", text[position:start]
        end = text.find(">", start)
        end = len(text) if end < 0 else end
        yield "tag", text[start + 1 : end]
        position = end + 1


def _opened(token: str, around: _Open) -> _Open | None:
    """What a start tag opens inside *around*, or None when it means nothing there."""
    head, *_ = re.split(f"[{SPACE}]", token, maxsplit=1)
    annotation = " ".join(unescape(token[len(head) :]).split())
    name, *classes = head.split(".")
    if name not in TAGS or (name == "rt" and around.name != "ruby"):
        return None
    outer = around.style
    more: dict[str, object] = {"classes": tuple(dict.fromkeys([*outer.classes, *filter(None, classes)]))}
    match name:
        case "b":
            more["bold"] = True
        case "i":
            more["italic"] = True
        case "u":
            more["underline"] = True
        case "v":
            more["voice"] = annotation
        case "lang":
            more["language"] = annotation
    return _Open(name, outer.model_copy(update=more))


def _closes_ruby_text(token: str, stack: list[_Open]) -> bool:
    return stack[-1].name == "rt" and token[1:] in {"rt", "ruby"}


def _close(name: str, stack: list[_Open]) -> None:
    """End the innermost tag if it has this name; the end of a ruby ends its ruby text too."""
    if name == "ruby" and stack[-1].name == "rt":
        del stack[-2:]
    elif name == stack[-1].name and len(stack) > 1:
        stack.pop()


def _add_text(lines: list[list[Span]], text: str, style: Span) -> None:
    """Append *text* to the lines, joined to the span before it where the style is the same."""
    for number, part in enumerate(text.split("\n")):
        if number:
            lines.append([])
        if not part:
            continue
        last = lines[-1][-1] if lines[-1] else None
        if last is not None and last.model_copy(update={"text": ""}) == style:
            lines[-1][-1] = last.model_copy(update={"text": last.text + part})
        else:
            lines[-1].append(style.model_copy(update={"text": part}))
