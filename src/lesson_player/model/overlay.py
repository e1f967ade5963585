"""A colour laid over the class page, and the theme as it looks under it.

What is painted in a role's colour as seen through the sheet is the same as the sheet painted over it, so
nothing has to be painted twice: a slide with an overlay takes no longer than one without.
"""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from lesson_player.model.base import Identifier, Text, Value
from lesson_player.model.theme import Colour, Theme, contrast, theme_named

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lesson_player.model.appearance import Appearance

NO_OVERLAY = "none"
"""Stands for no overlay in an appearance."""
STRENGTHS = (25, 50, 75, 100)
"""Steps of an overlay's strength in per cent that are offered."""
LEAST_CONTRAST = 7.0
"""Of all class text on what is behind it (WCAG 2.2, 1.4.6)."""

_ROLES = tuple(
    name for name in Theme.model_fields if name not in {"id", "title", "dark", "tint", "film_tint"}
)
_QUIET_ON = ("ground", "paper")
_WHITE = 255


class Overlay(Value):
    """One colour that can be laid over the class page."""

    id: Identifier
    title: Text
    colour: Colour
    """At full strength."""


@cache
def overlays() -> dict[str, Overlay]:
    """The overlays that the program brings, by id, in the order in which they are offered."""
    data = tomllib.loads((files("lesson_player.model") / "overlays.toml").read_text(encoding="utf-8"))
    return {name: Overlay(id=name, **values) for name, values in data.items()}


def tint_of(appearance: Appearance) -> str:
    """The sheet over the page as ``#RRGGBB``; empty where there is none, also for an unknown one."""
    found = overlays().get(appearance.overlay)
    if found is None:
        return ""
    share = appearance.overlay_percent / 100
    return _hex(_WHITE - (_WHITE - channel) * share for channel in _channels(found.colour))


def tinted(colour: str, tint: str) -> str:
    """What *colour* looks like under a sheet of *tint*, both ``#RRGGBB``; an empty tint changes nothing."""
    if not tint:
        return colour
    return _hex(one * other / _WHITE for one, other in zip(_channels(colour), _channels(tint), strict=True))


def class_theme(appearance: Appearance) -> Theme:
    """The theme that the class page is painted in: the appearance's own, as it looks under its overlay."""
    tint = tint_of(appearance)
    return _under(appearance.theme, tint, film=appearance.overlay_film)


@lru_cache(maxsize=32)
def _under(theme_id: str, tint: str, *, film: bool) -> Theme:
    """The theme under a sheet. Less important text takes the colour of the rest where its own is too weak."""
    theme = theme_named(theme_id)
    if not tint:
        return theme
    roles = {name: tinted(getattr(theme, name), tint) for name in _ROLES}
    if min(contrast(roles["quiet"], roles[on]) for on in _QUIET_ON) < LEAST_CONTRAST:
        roles["quiet"] = roles["ink"]
    return theme.model_copy(update={**roles, "tint": tint, "film_tint": tint if film else ""})


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def _hex(channels: Iterable[float]) -> str:
    return "#" + "".join(f"{round(channel):02X}" for channel in channels)
