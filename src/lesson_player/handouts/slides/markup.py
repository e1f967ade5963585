"""What python-pptx has no words for: single elements of the file, and what kind a placeholder is."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pptx.oxml import parse_xml
from pptx.oxml.xmlchemy import BaseOxmlElement, OxmlElement

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pptx.shapes.autoshape import Shape
    from pptx.shapes.base import BaseShape
    from pptx.slide import SlideLayout, SlideMaster
    from pptx.text.text import TextFrame, _Paragraph


def add(parent: BaseOxmlElement, tag: str, **attributes: str) -> BaseOxmlElement:
    """Add an element at the end of *parent*; *tag* is like ``a:srgbClr``."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(name, value)
    parent.append(made)
    return made


def from_text(text: str) -> BaseOxmlElement:
    """The element that *text*, which is our own, describes."""
    return cast("BaseOxmlElement", parse_xml(text))


def kind_of(shape: BaseShape) -> str:
    """What a placeholder is for: ``title``, ``ftr``; ``body`` where it does not say."""
    holder = shape.element.xpath(".//p:nvPr/p:ph")[0]
    return str(holder.get("type", "body"))


def placeholders(of: SlideMaster | SlideLayout) -> list[Shape]:
    """The placeholders of a master or a layout."""
    return list(cast("Iterable[Shape]", of.placeholders))


def new_paragraph(frame: TextFrame) -> _Paragraph:
    """One more paragraph at the end of *frame*."""
    return cast("_Paragraph", frame.add_paragraph())  # type: ignore[no-untyped-call]
