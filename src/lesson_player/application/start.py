"""Asks, before a lesson begins, where the class sees it; and remembers the answer for the room."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from lesson_player.application.rooms import RoomChoice, Rooms
from lesson_player.desktop.displays import displays, mirrored
from lesson_player.desktop.sound import SoundTest, sound_outputs
from lesson_player.foundation.i18n import tr
from lesson_player.ui.library.start_dialog import Audience, StartChoice, StartDialog
from lesson_player.ui.widgets.window_access import give_access

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from lesson_player.control.key_book import KeyBook
    from lesson_player.desktop.displays import Display

_LOG = logging.getLogger(__name__)
_SCREENS = {Audience.OWN_SCREEN: "two", Audience.SHARED: "shared", Audience.ALONE: "alone"}


def ask_where(
    parent: QWidget | None,
    rooms: Rooms,
    keys: KeyBook,
    tell: Callable[[str], None],
    then: Callable[[RoomChoice], object],
) -> None:
    """Open the question over *parent*; *then* gets the answer, and nothing happens without one."""
    connected, cloned, outputs = displays(), mirrored(), sound_outputs()
    room = rooms.choice(connected)
    last = _as_start(room, connected)
    dialog = StartDialog(connected, mirrored=cloned, outputs=outputs, last=last, parent=parent)
    give_access(dialog, keys)
    sound = SoundTest(dialog)

    def play(output: str) -> None:
        if not sound.play(output):
            tell(tr("The sound could not be played. Look whether the speakers are on and plugged in."))

    def accept() -> None:
        answer = _as_room(dialog.choice)
        # An output that is not plugged in today is still the one for this room.
        missed = room.sound if room.sound not in outputs else ""
        kept = replace(answer, sound=answer.sound or missed)
        try:
            rooms.keep(connected, kept, several=len(connected) > 1 and not cloned)
        except OSError as error:
            _LOG.warning("The room could not be kept: %s", error)
            tell(tr("Your choice of screens could not be saved. It holds for this lesson."))
        then(answer)

    dialog.sound_test_asked.connect(play)
    dialog.accepted.connect(accept)
    dialog.finished.connect(sound.stop)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _as_start(room: RoomChoice, connected: tuple[Display, ...]) -> StartChoice:
    audience = next((each for each, name in _SCREENS.items() if name == room.screens), Audience.OWN_SCREEN)
    named = {each.name: each for each in connected}
    return StartChoice(audience, named.get(room.class_screen), named.get(room.second_screen), room.sound)


def _as_room(choice: StartChoice) -> RoomChoice:
    return RoomChoice(
        screens=_SCREENS[choice.audience],
        class_screen=choice.display.name if choice.display else "",
        second_screen=choice.second.name if choice.second else "",
        sound=choice.sound,
    )
