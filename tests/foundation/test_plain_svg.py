"""A drawing that is taken in has nothing in it but what is drawn."""

from __future__ import annotations

import pytest

from lesson_player.foundation.plain_svg import plain_svg
from lesson_player.foundation.svg import SvgRefused, check_svg

DRAWING = """<?xml version="1.0" encoding="UTF-8"?>
<!-- made by Secret Person -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:i="http://www.inkscape.org/namespaces/inkscape" xmlns:s="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
 xmlns:dc="http://purl.org/dc/elements/1.1/" viewBox="0 0 8 8" data-who="Secret"
 i:export-filename="C:\\Users\\secret\\Desktop\\a.png" s:docname="secret.svg">
 <title>Secret</title><desc>Secret</desc>
 <metadata><dc:creator>Secret</dc:creator></metadata>
 <s:namedview i:document-units="mm">Secret</s:namedview>
 <style>/* Secret */ .a { fill: red }</style>
 <defs><g id="b"><path class="a" d="M0 0h4v4z"/></g></defs>
 <use xlink:href="#b"/><use href="#b" i:label="Secret"/>
 <text x="1" y="2">Hello</text>
</svg>"""


def test_nothing_of_who_made_it_is_kept() -> None:
    plain = plain_svg(DRAWING.encode())
    assert b"secret" not in plain.lower()
    assert b"inkscape" not in plain
    assert b"metadata" not in plain


def test_what_is_drawn_is_kept() -> None:
    plain = plain_svg(DRAWING.encode()).decode()
    check_svg(plain.encode())
    for kept in (
        'd="M0 0h4v4z"',
        'xlink:href="#b"',
        ' href="#b"',
        ".a { fill: red }",
        ">Hello</text>",
        'viewBox="0 0 8 8"',
    ):
        assert kept in plain


def test_twice_plain_is_plain() -> None:
    once = plain_svg(DRAWING.encode())
    assert plain_svg(once) == once


def test_what_is_unsafe_is_refused() -> None:
    with pytest.raises(SvgRefused):
        plain_svg(DRAWING.replace("<title>", "<script>1</script><title>").encode())
