"""The guides as data: read from Markdown files that come with the program, cut into sections, searched."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.teaching.finding import folded

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

GUIDES = ("teacher", "coordinator", "technician")
"""In the order in which they are offered."""
_SECTION = re.compile(r"^## (.+)$", re.MULTILINE)
_PICTURE = re.compile(r"^!\[(.+)\]\((.+)\)$", re.MULTILINE)
_MARKUP = re.compile(r"[*`]|^#+ |^[0-9]+\. |^- ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a guide under one heading."""

    guide: str
    heading: str
    text: str
    """Plain words, with the descriptions of its pictures."""


@dataclass(frozen=True, slots=True)
class Guide:
    """One guide as it is written."""

    id: str
    markdown: str

    @property
    def sections(self) -> tuple[Section, ...]:
        """Its parts in order; the first one is what stands before every heading."""
        parts = _SECTION.split(self.markdown)
        title, _, rest = parts[0].lstrip("# ").partition("\n")
        headed = [(title, rest), *zip(parts[1::2], parts[2::2], strict=True)]
        return tuple(Section(self.id, heading.strip(), _plain(text)) for heading, text in headed)

    @property
    def pictures(self) -> tuple[tuple[str, str], ...]:
        """Each picture's file and its description."""
        return tuple((file, words) for words, file in _PICTURE.findall(self.markdown))

    def shown(self) -> str:
        """The Markdown with each picture's description below it as well, for everybody to read."""
        below = tr("Picture: {words}", words=r"\1")
        return _PICTURE.sub(rf"![\1](\2)\n\n{below}.", self.markdown)


@cache
def guide(name: str) -> Guide:
    """The guide of that id. Raises FileNotFoundError for an unknown one."""
    return Guide(name, (_folder() / "guides" / f"{name}.md").read_text(encoding="utf-8"))


def picture(file: str) -> bytes:
    """A picture of the guides; nothing for a name that none of them cites."""
    cited = {name for each in GUIDES for name, _ in guide(each).pictures}
    return (_folder() / "pictures" / file).read_bytes() if file in cited else b""


def search(words: str) -> tuple[Section, ...]:
    """The sections of all guides with all of *words* in them, those with them in the heading first."""
    wanted = folded(words).split()
    found = []
    for section in (section for name in GUIDES for section in guide(name).sections):
        heading, text = folded(section.heading), folded(section.text)
        if wanted and all(word in heading or word in text for word in wanted):
            found.append((not all(word in heading for word in wanted), section))
    return tuple(section for _, section in sorted(found, key=lambda each: each[0]))


def _folder() -> Traversable:
    return files("lesson_player.ui.help")


def _plain(markdown: str) -> str:
    return " ".join(_MARKUP.sub("", _PICTURE.sub(r"\1", markdown)).split())
