"""Sections of the file: one for each sitting, so that a teacher finds, hides or moves a whole sitting."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from pptx.oxml.ns import qn

from lesson_player.handouts.safe_text import safe
from lesson_player.handouts.slides.markup import add, from_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pptx.oxml.xmlchemy import BaseOxmlElement
    from pptx.presentation import Presentation as Pptx

_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_URI = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
"""The extension of a presentation that holds its sections (Office Open XML extensions, MS-PPTX 2.2.5)."""


def write_sections(made: Pptx, sections: Sequence[tuple[str, Sequence[int]]]) -> None:
    """Group slides, by their ids, under titles."""
    root = made.part._element  # noqa: SLF001 - python-pptx knows no sections
    extras = root.find(qn("p:extLst"))
    if extras is None:
        extras = add(root, "p:extLst")
    found = from_text(f'<p14:sectionLst xmlns:p14="{_P14}"/>')
    for number, (title, slides) in enumerate(sections):
        found.append(_section(f"{number} {safe(title)}", title, slides))
    add(extras, "p:ext", uri=_URI).append(found)


def _section(key: str, title: str, slides: Sequence[int]) -> BaseOxmlElement:
    name = str(uuid.uuid5(uuid.NAMESPACE_OID, key)).upper()
    inside = "".join(f'<p14:sldId id="{slide}"/>' for slide in slides)
    made = from_text(
        f'<p14:section xmlns:p14="{_P14}" id="{{{name}}}"><p14:sldIdLst>{inside}</p14:sldIdLst></p14:section>'
    )
    made.set("name", safe(title))
    return made
