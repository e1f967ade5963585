"""Whether an SVG file is safe to draw: it comes with a lesson or a symbol pack, and those come from anybody.

The one place that says so, for all that draw pictures, take them in or unpack them.

Refused are scripts, embedded documents and pictures, anything fetched from elsewhere, entities, and what
would take very long to draw. What is let through is drawn by Qt, which runs no script.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST_FILE = 2_000_000
"""Bytes: hundreds of times a lesson's drawing."""
MOST_SHAPES = 20_000
"""Elements drawn, those that are used again counted each time."""

_FORBIDDEN = frozenset(
    {"script", "foreignObject", "image", "iframe", "audio", "video", "set", "filter", "handler"}
)
_NOT_LOCAL = re.compile(r"url\(\s*['\"]?\s*(?!#)|@import|expression\(|javascript:", re.IGNORECASE)
_DECLARATION = re.compile(rb"<!\s*(DOCTYPE|ENTITY)|<\?xml-stylesheet", re.IGNORECASE)
_ENCODING = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)", re.IGNORECASE)
_ENCODINGS = frozenset({b"utf-8", b"us-ascii", b"ascii", b"iso-8859-1"})
"""In these the letters of a declaration are the bytes that are looked for."""


class SvgRefused(ValueError):
    """The file is not an SVG that may be drawn; the message says why, for the log."""


def check_svg(data: bytes) -> None:
    """Raises SvgRefused unless *data* is an SVG that is safe to draw."""
    if len(data) > LARGEST_FILE:
        raise SvgRefused("the file is too large")
    if _DECLARATION.search(data) or b"\0" in data:
        raise SvgRefused("the file declares a document type, entities or a style sheet, or is not UTF-8")
    encoding = _ENCODING.search(data[:200])
    if encoding is not None and encoding[1].strip().lower() not in _ENCODINGS:
        raise SvgRefused("the file is not UTF-8")
    try:
        root = ET.fromstring(data)  # noqa: S314 - without declarations there are no entities to expand
    except ET.ParseError as error:
        raise SvgRefused(f"the file is not well-formed: {error}") from error
    if _name(root.tag) != "svg":
        raise SvgRefused("the file is not an SVG")
    elements = list(root.iter())
    for element in elements:
        _check_element(element)
    if _drawn(root, {element.get("id", ""): element for element in elements}) > MOST_SHAPES:
        raise SvgRefused("the drawing is too complex")


def _check_element(element: ET.Element) -> None:
    name = _name(element.tag)
    if name in _FORBIDDEN or name.startswith("animate"):
        raise SvgRefused(f"the drawing has a <{name}>")
    if name == "style" and _NOT_LOCAL.search(element.text or ""):
        raise SvgRefused("the style sheet points elsewhere")
    for key, value in element.attrib.items():
        plain = _name(key)
        if plain.lower().startswith("on"):
            raise SvgRefused(f"the drawing has a script in {plain}")
        if plain == "href" and not value.strip().startswith("#"):
            raise SvgRefused("the drawing points elsewhere")
        if _NOT_LOCAL.search(value):
            raise SvgRefused(f"{plain} points elsewhere")


def _drawn(root: ET.Element, by_id: dict[str, ET.Element]) -> int:
    """How many elements are drawn, those used again counted each time.

    Stops when there are too many, as there always are in a drawing that uses itself.
    """
    count = 0
    waiting = [root]
    while waiting and count <= MOST_SHAPES:
        element = waiting.pop()
        count += 1
        waiting.extend(element)
        waiting.extend(by_id[used] for used in _used(element) if used in by_id)
    return count


def _used(element: ET.Element) -> Iterator[str]:
    if _name(element.tag) == "use":
        for key, value in element.attrib.items():
            if _name(key) == "href":
                yield value.strip().removeprefix("#")


def _name(tag: object) -> str:
    """A name without its namespace; comments and instructions have none."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
