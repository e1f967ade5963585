"""The lesson's page for families, ``parents.md``, as blocks.

A small part of Markdown: headings with ``##``, paragraphs, lists, numbered lists, tables, ``**strong**``. A
line ``<!-- handout: letter -->`` below a heading says in which handout the section stands; ``none`` in no
handout; one without such a line stands in the T.A.L.K. sheet. Everything else is text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lesson_player.handouts.blocks import Bullets, Heading, Initial, Initials, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lesson_player.handouts.blocks import Block

_USUAL = "talk"
_FOR = re.compile(r"<!--\s*handout:\s*([a-z ,-]+?)\s*-->")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ITEM = re.compile(r"(?:[-*]|(\d{1,3})\.)\s+(.*)")
_LETTER = re.compile(r"\*\*([A-Z]): (.+?)\*\*\s*(.*)", re.DOTALL)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_EMPHASIS = re.compile(r"(?<!\*)\*(?!\*)([^*]+)\*(?!\*)")


def page_blocks(text: str, handout: str) -> tuple[Block, ...]:
    """The sections of the page that stand in that *handout*: ``talk``, ``letter``, ``easy-read``."""
    found: list[Block] = []
    for section in re.split(r"^(?=## )", text, flags=re.MULTILINE)[1:]:
        named = _FOR.search(section)
        wanted = re.split(r"[ ,]+", named[1]) if named else [_USUAL]
        if handout in wanted:
            found += _section(_COMMENT.sub("", section))
    return tuple(found)


def _section(text: str) -> Iterator[Block]:
    for part in re.split(r"\n\s*\n", text):
        lines = [line.rstrip() for line in part.splitlines() if line.strip()]
        while lines and lines[0].startswith("#"):
            level, title = lines.pop(0).split(" ", 1)
            yield Heading(_words(title), min(max(len(level), 2), 3))
        if not lines:
            continue
        if lines[0].startswith("|"):
            yield _table(lines)
        elif _ITEM.match(lines[0]):
            yield _list(lines)
        else:
            yield Paragraph(_words(" ".join(lines)))


def _table(lines: Sequence[str]) -> Table:
    rows = [tuple(_words(cell) for cell in line.strip().strip("|").split("|")) for line in lines]
    width = len(rows[0])
    body = (row for row in rows[1:] if not all(set(cell) <= set("-: ") for cell in row))
    return Table(rows[0], tuple((*row, *[""] * width)[:width] for row in body))


def _list(lines: Sequence[str]) -> Block:
    items: list[str] = []
    ordered = False
    for line in lines:
        item = _ITEM.match(line)
        if item:
            ordered = ordered or item[1] is not None
            items.append(item[2])
        else:
            items[-1] += f" {line.strip()}"
    letters = [_LETTER.fullmatch(item) for item in items]
    if all(letters):
        return Initials(tuple(Initial(one[1], one[2].rstrip("."), _words(one[3])) for one in letters if one))
    return Bullets(tuple(_words(item) for item in items), ordered=ordered)


def _words(text: str) -> str:
    return _EMPHASIS.sub(r"\1", _LINK.sub(r"\1", text.replace("`", ""))).strip()
