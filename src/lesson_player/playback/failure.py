"""The sentences that a teacher reads when a film does not play: what happened, what is safe, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.playback.events import Failed

if TYPE_CHECKING:
    from pathlib import Path

_MINUTE_S = 60


def cannot_open(path: Path, detail: str) -> Failed:
    """The engine found nothing in the file that it can show."""
    reason = tr(
        "The film {name} cannot be played: the file is damaged or of an unknown kind. "
        "Copy it again, or use an MP4 or WebM file.",
        name=path.name,
    )
    return Failed(reason, detail)


def engine_not_whole(path: Path, detail: str) -> Failed:
    """The engine itself could not be loaded, whatever the file is."""
    reason = tr(
        "The film {name} cannot be played: a part of the program is missing. All else in the lesson works. "
        "Ask your technician to install Lesson Player again.",
        name=path.name,
    )
    return Failed(reason, detail)


def opening_takes_too_long(path: Path) -> Failed:
    """No picture came in time: a drive that went away, a stick pulled out, a file without a picture."""
    reason = tr(
        "The film {name} shows no picture. Check that its disk or stick is connected.", name=path.name
    )
    return Failed(reason, "no picture in time")


def stopped_early(at_s: float, detail: str) -> Failed:
    """The film broke off while it played."""
    reason = tr(
        "The film stopped at {time}. The picture is kept. Press Play to try again, or Next to go on.",
        time=minutes_and_seconds(at_s),
    )
    return Failed(reason, detail)


def minutes_and_seconds(at_s: float) -> str:
    """A film time as players show it: ``0:42``."""
    minutes, seconds = divmod(int(at_s), _MINUTE_S)
    return f"{minutes}:{seconds:02}"
