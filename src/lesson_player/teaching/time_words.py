"""Times and speeds of a film in words."""

from __future__ import annotations

from lesson_player.foundation.i18n import tr


def minutes_seconds(seconds: float) -> str:
    """A time as ``1:05``; hours are counted in minutes, as a lesson's plan does."""
    whole = max(0, int(seconds))
    return f"{whole // 60}:{whole % 60:02d}"


def speed_words(rate: float) -> str:
    """Such as "Speed 0.75", and words of its own for the usual speed."""
    return tr("Usual speed") if rate == 1.0 else tr("Speed {rate}", rate=f"{rate:g}")
