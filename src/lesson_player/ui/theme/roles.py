"""Theme roles carried by the widgets' palette, so that a change of theme reaches every widget by itself."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lesson_player.model.theme import Theme


class Role(Enum):
    """A theme role and the place in a palette that carries it."""

    GROUND = QPalette.ColorRole.Window
    PAPER = QPalette.ColorRole.Base
    INK = QPalette.ColorRole.WindowText
    QUIET = QPalette.ColorRole.PlaceholderText
    ACCENT = QPalette.ColorRole.Highlight
    ON_ACCENT = QPalette.ColorRole.HighlightedText
    SOFT = QPalette.ColorRole.AlternateBase
    WARM = QPalette.ColorRole.BrightText
    LINE = QPalette.ColorRole.Mid
    EDGE = QPalette.ColorRole.Dark


def colour(widget: QWidget, role: Role) -> QColor:
    """The colour of *role* for *widget*: weaker where the widget is disabled."""
    return widget.palette().color(role.value)


def palette_for(theme: Theme) -> QPalette:
    """A palette that carries all roles of *theme*, in the places where Qt's own widgets look for them too."""
    palette = QPalette()
    for role, value in _values(theme).items():
        palette.setColor(role.value, QColor(value))
    ink, paper = QColor(theme.ink), QColor(theme.paper)
    for same in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.ToolTipText):
        palette.setColor(same, ink)
    for same in (QPalette.ColorRole.Button, QPalette.ColorRole.ToolTipBase):
        palette.setColor(same, paper)
    palette.setColor(QPalette.ColorRole.Link, QColor(theme.accent))
    palette.setColor(QPalette.ColorRole.Light, QColor(theme.line))
    weaker = mixed(theme.ink, theme.paper, 0.45)
    for place in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, place, weaker)
    return palette


def mixed(one: str, other: str, share: float) -> QColor:
    """The colour *share* of the way from *one* to *other*."""
    first, second = QColor(one), QColor(other)
    return QColor(
        round(first.red() + (second.red() - first.red()) * share),
        round(first.green() + (second.green() - first.green()) * share),
        round(first.blue() + (second.blue() - first.blue()) * share),
    )


def _values(theme: Theme) -> dict[Role, str]:
    return {
        Role.GROUND: theme.ground,
        Role.PAPER: theme.paper,
        Role.INK: theme.ink,
        Role.QUIET: theme.quiet,
        Role.ACCENT: theme.accent,
        Role.ON_ACCENT: theme.on_accent,
        Role.SOFT: theme.soft,
        Role.WARM: theme.warm,
        Role.LINE: theme.line,
        Role.EDGE: mixed(theme.ink, theme.ground, 0.40).name(),
    }
