"""What the teacher chose in this room: where the class sees the lesson, and where the sound comes from.

A room is known by the screens that are connected in it (docs/design.md).
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING

from lesson_player.desktop.displays import room_of

if TYPE_CHECKING:
    from lesson_player.desktop.displays import Display
    from lesson_player.foundation.settings import Settings

_SECTION = "rooms"


@dataclass(frozen=True, slots=True)
class RoomChoice:
    """One room's entry in the settings. An empty text stands for nothing chosen."""

    screens: str = ""
    """``two``, ``shared`` or ``alone``."""
    class_screen: str = ""
    """Name of the class screen."""
    second_screen: str = ""
    """Name of a screen that shows the class the same."""
    sound: str = ""
    """Name of the sound output; empty for the one that the computer uses."""


class Rooms:
    """The choices of every room, in the user's settings."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def choice(self, connected: tuple[Display, ...]) -> RoomChoice:
        """What was chosen with these screens last; nothing for a new room. Nonsense is left out."""
        found = self._settings.section(_SECTION).get(room_of(connected))
        if not isinstance(found, dict):
            return RoomChoice()
        known = {field.name for field in fields(RoomChoice)}
        texts = {name: text for name, text in found.items() if name in known and isinstance(text, str)}
        return RoomChoice(**texts)

    def keep(self, connected: tuple[Display, ...], choice: RoomChoice, *, several: bool) -> None:
        """Remember *choice* for these screens; raises OSError when the settings cannot be written.

        Without *several* screens of different pictures only the sound is remembered: whether the class sees
        the one picture is asked anew each time, with the safe answer first.
        """
        kept = choice if several else RoomChoice(sound=choice.sound)
        if kept != self.choice(connected):
            self._settings.keep(_SECTION, {room_of(connected): asdict(kept)})
