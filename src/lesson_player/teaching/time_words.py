"""Times and speeds of a film in words."""

from __future__ import annotations

from lesson_player.foundation.i18n import tr, tr_n


def minutes_seconds(seconds: float) -> str:
    """A time as ``1:05``; hours are counted in minutes, as a lesson's plan does."""
    whole = max(0, int(seconds))
    return f"{whole // 60}:{whole % 60:02d}"


def left_words(seconds: float) -> str:
    """Time left as people say it, in whole minutes; a time that is over by less than one is just up."""
    if seconds <= -60:
        return tr_n("{n} min over", "{n} min over", int(-seconds // 60))
    if seconds <= 0:
        return tr("time is up")
    if seconds < 60:
        return tr("less than 1 min left")
    return tr_n("{n} min left", "{n} min left", round(seconds / 60))


def speed_words(rate: float) -> str:
    """Such as "Speed 0.75", and words of its own for the usual speed."""
    return tr("Usual speed") if rate == 1.0 else tr("Speed {rate}", rate=f"{rate:g}")
