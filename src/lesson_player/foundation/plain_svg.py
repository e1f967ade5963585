"""An SVG without what is not drawn: whose computer it was made on, by which program, its title and notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from lesson_player.foundation.svg import check_svg

if TYPE_CHECKING:
    from collections.abc import Iterator

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_LEFT_OUT = frozenset({"metadata", "title", "desc"})
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def plain_svg(data: bytes) -> bytes:
    """The drawing *data* with nothing but what is drawn. Raises SvgRefused unless it is safe to draw.

    Drawing programs put paths with people's names into files, and who made them when (RDF in ``metadata``,
    ``sodipodi:docname``, ``inkscape:export-filename``).
    """
    check_svg(data)
    root = ET.fromstring(data)  # noqa: S314 - it has been checked: no declarations
    plain = _plain(root)
    plain.set("xmlns", _SVG)
    plain.set("xmlns:xlink", _XLINK)
    return bytes(ET.tostring(plain, encoding="utf-8"))


def _plain(element: ET.Element) -> ET.Element:
    made = ET.Element(_split(element.tag)[1], dict(_kept(element)))
    made.tail = "\n" if element.tail else None
    made.text = element.text
    if made.tag == "style" and element.text:
        made.text = _COMMENT.sub("", element.text)
    if made.tag in {"text", "tspan"}:
        made.tail = element.tail
    for child in element:
        space, name = _split(child.tag)
        if space in {"", _SVG} and name and name not in _LEFT_OUT:
            made.append(_plain(child))
    return made


def _kept(element: ET.Element) -> Iterator[tuple[str, str]]:
    for key, value in element.attrib.items():
        space, name = _split(key)
        if space == _XLINK and name == "href":
            yield "xlink:href", value
        elif not space and not name.startswith("data-"):
            yield name, value


def _split(tag: object) -> tuple[str, str]:
    """Namespace and name; both empty for comments and instructions."""
    if not isinstance(tag, str):
        return "", ""
    space, _, name = tag.rpartition("}")
    return space.removeprefix("{"), name
