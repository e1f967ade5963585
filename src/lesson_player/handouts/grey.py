"""Drawings for a printer without colours: each colour becomes the grey that is as light as it is."""

from __future__ import annotations

import re

from lesson_player.model.theme import luminance

_COLOUR = re.compile(rb"(?<!url\()(?<!href=[\"'])#([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})\b")
"""Not the names of parts of the drawing, which are cited by ``url(#name)`` and ``href="#name"``."""
_PAINT = re.compile(rb"(?:fill|stroke|color)\s*[:=]\s*[\"']?\s*([A-Za-z][A-Za-z0-9-]*)")
_NEUTRAL = frozenset({b"none", b"white", b"black", b"currentcolor", b"inherit", b"transparent", b"url"})


def grey_svg(data: bytes) -> bytes | None:
    """The SVG *data* in greys; None where it names colours otherwise than by their digits, as ``#RRGGBB``."""
    if {name.lower() for name in _PAINT.findall(data)} - _NEUTRAL:
        return None
    return _COLOUR.sub(lambda found: grey_of(found[1].decode()).encode(), data)


def grey_of(digits: str) -> str:
    """The grey, as ``#RRGGBB``, of a colour's hexadecimal *digits*: equal relative luminance (WCAG 2.2)."""
    whole = digits if len(digits) == 6 else "".join(2 * digit for digit in digits)
    light = luminance(f"#{whole}")
    shown = 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return f"#{round(shown * 255):02X}" + f"{round(shown * 255):02X}" * 2
