"""From colour roles to colours: a theme's own roles, and those that are the same in every theme."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from lesson_player.model.overlay import tinted
from lesson_player.model.theme import FILM_GROUND, FILM_INK

if TYPE_CHECKING:
    from lesson_player.model.theme import Theme

_PAGE = {"film_ground": FILM_GROUND, "film_ink": FILM_INK}
"""Around a film: under an overlay as all of the page is."""
_FIXED = {
    "film_empty": "#000000",
    "caption_box": "#000000",
    "caption_white": "#FFFFFF",
}

SPEAKERS = ("#FFFF00", "#00FFFF", "#00FF00")
"""Speakers' colours of the BBC Subtitle Guidelines, in their order after white: yellow, cyan, green."""

_LIGHT_PAPER = "#FFFDF7"
_DARK_INK = "#1B2430"


def colour(theme: Theme, role: str) -> str:
    """The colour of a role as ``#RRGGBB``; a colour that somebody chose stands for itself.

    Raises AttributeError for a role that no theme has.

    ``picture_paper`` is light in dark themes too: pictures are drawn with dark outlines, which a dark ground
    would swallow.

    A theme under an overlay has its own roles changed already. Captions keep their colours, which say who
    speaks.
    """
    if role.startswith("#"):
        return role
    if role in _FIXED:
        return _FIXED[role]
    if role in _PAGE:
        return tinted(_PAGE[role], theme.tint)
    if role == "picture_paper":
        return tinted(_LIGHT_PAPER, theme.tint) if theme.dark else theme.paper
    if role == "on_picture":
        return tinted(_DARK_INK, theme.tint) if theme.dark else theme.ink
    return str(getattr(theme, role))


def with_opacity(name: str, per_cent: int) -> str:
    """The colour ``#RRGGBB`` as Qt writes it with its opacity, ``#AARRGGBB``."""
    return name if per_cent == 100 else f"#{round(per_cent * 2.55):02X}{name[1:]}"


@lru_cache(maxsize=256)
def qcolour(name: str) -> QColor:
    """Qt's colour of ``#RRGGBB`` or ``#AARRGGBB``; shared, so never change it."""
    return QColor(name)
