"""An SVG may come from anybody: what runs, fetches, expands or never ends is refused."""

from __future__ import annotations

import pytest

from lesson_player.foundation.svg import LARGEST_FILE, MOST_SHAPES, SvgRefused, check_svg

NAMES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
SVG = f'<svg {NAMES} viewBox="0 0 40 20">{{}}</svg>'
RED = '<rect width="40" height="20" fill="#FF0000"/>'


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<rect onload="alert(1)" width="1" height="1"/>',
        '<image href="file:///etc/passwd" width="1" height="1"/>',
        '<image xlink:href="https://example.org/x.png" width="1" height="1"/>',
        '<image href="data:image/png;base64,AAAA" width="1" height="1"/>',
        '<use xlink:href="other.svg#a"/>',
        '<a href="https://example.org"><rect width="1" height="1"/></a>',
        '<rect fill="url(https://example.org/x)" width="1" height="1"/>',
        '<rect style="fill: url( \'https://example.org/x\')" width="1" height="1"/>',
        "<style>@import 'https://example.org/x.css';</style>",
        "<style>rect { fill: url(http://example.org) }</style>",
        "<foreignObject/>",
        '<rect width="1" height="1"><animate attributeName="fill" values="#000;#fff" dur="0.1s"/></rect>',
        '<g id="a"><use href="#a"/></g>',
        '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
        '<filter id="f"/>',
    ],
)
def test_unsafe_svg_is_refused(inside: str) -> None:
    with pytest.raises(SvgRefused):
        check_svg(SVG.format(inside).encode())


@pytest.mark.parametrize(
    "inside",
    [
        '<g id="a"><rect width="1" height="1"/></g><use href="#a"/>',
        '<rect fill="url(#g)" width="1" height="1"/>',
        RED,
    ],
)
def test_safe_svg_is_let_through(inside: str) -> None:
    check_svg(SVG.format(inside).encode())


def test_svg_that_would_never_finish_is_refused() -> None:
    doubling = "".join(
        f'<g id="g{n}"><use href="#g{n - 1}"/><use href="#g{n - 1}"/></g>' for n in range(1, 40)
    )
    with pytest.raises(SvgRefused):
        check_svg(SVG.format(f'<g id="g0">{RED}</g>{doubling}').encode())
    with pytest.raises(SvgRefused):
        check_svg(SVG.format(RED * (MOST_SHAPES + 1)).encode())
    with pytest.raises(SvgRefused):
        check_svg(SVG.format(" " * LARGEST_FILE).encode())
    with pytest.raises(SvgRefused):
        check_svg(b'<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + SVG.format("&a;").encode())


@pytest.mark.parametrize(
    "before",
    [
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
        '<?xml-stylesheet href="https://example.org/x.css"?>',
        '<?xml version="1.0" encoding="utf-7"?>',
    ],
)
def test_what_stands_before_the_drawing_is_checked_too(before: str) -> None:
    with pytest.raises(SvgRefused):
        check_svg((before + SVG.format(RED)).encode())


def test_a_document_type_in_another_alphabet_is_found() -> None:
    declared = b'<?xml version="1.0" encoding="cp037"?>'
    hidden = ('<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("&a;")).encode("cp037")
    with pytest.raises(SvgRefused):
        check_svg(declared + hidden)


@pytest.mark.parametrize("encoding", ["utf-8", "UTF-8", "us-ascii", "iso-8859-1"])
def test_usual_encodings_are_let_through(encoding: str) -> None:
    check_svg(f'<?xml version="1.0" encoding="{encoding}"?>{SVG.format(RED)}'.encode())
