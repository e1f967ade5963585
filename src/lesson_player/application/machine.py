"""What this machine has for a lesson: film engine, screens, sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.desktop.displays import displays, mirrored
from lesson_player.foundation.i18n import tr
from lesson_player.model.library import CheckLine, Readiness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lesson_player.application.rooms import RoomChoice, Rooms
    from lesson_player.desktop.displays import Display
    from lesson_player.playback.engines import Engine


def machine_lines(engine: Engine, rooms: Rooms, *, films: bool = True) -> Iterator[CheckLine]:
    """Lines of the check about this machine, in the room that it stands in.

    *films*: whether films are to be shown; for a lesson without one nothing is said about them.
    """
    # Loading Qt Multimedia costs a tenth of a second that only a check should pay.
    from lesson_player.desktop.sound import sound_outputs  # noqa: PLC0415

    if films:
        good = Readiness.GOOD if engine.shows_films else Readiness.PROBLEM
        yield CheckLine(id="engine", readiness=good, sentence=engine.sentence)
    connected = displays()
    room = rooms.choice(connected)
    yield screens_line(connected, room, cloned=mirrored())
    yield sound_line(sound_outputs(), room, films=films)


def screens_line(connected: tuple[Display, ...], room: RoomChoice, *, cloned: bool) -> CheckLine:
    """Which screen is whose; *connected* has the teacher's own screen first."""
    if cloned:
        return CheckLine(
            id="screens",
            readiness=Readiness.WARNING,
            sentence=tr("The class sees the same picture as you"),
            remedy=tr("Choose “The class sees this screen too”, or set the screens to “extend”."),
        )
    if len(connected) > 1:
        named = {display.name: display for display in connected}
        board = named.get(room.class_screen, connected[1])
        second = named.get(room.second_screen) if len(connected) > 2 else None
        own = next(display for display in connected if display not in {board, second})
        sentence = tr("Class screen: {screen}. Yours: {own}", screen=board.words, own=own.words)
        if second is not None:
            sentence = tr("{screens}. The same also on: {second}", screens=sentence, second=second.words)
        return CheckLine(id="screens", readiness=Readiness.GOOD, sentence=sentence)
    return CheckLine(
        id="screens",
        readiness=Readiness.WARNING,
        sentence=tr("Only one screen is connected"),
        remedy=tr("Plug in the board or projector, or choose “The class sees this screen too”."),
    )


def sound_line(outputs: tuple[str, ...], room: RoomChoice, *, films: bool = True) -> CheckLine:
    """Where the sound comes from; *outputs* has the one in use first."""
    if not outputs:
        film = tr("The film can be shown with captions. Plug in speakers to hear it.")
        aloud = tr("Plug in speakers if lines are to be read aloud.")
        return CheckLine(
            id="sound",
            readiness=Readiness.WARNING,
            sentence=tr("No sound device was found"),
            remedy=film if films else aloud,
        )
    if room.sound and room.sound not in outputs:
        return CheckLine(
            id="sound",
            readiness=Readiness.WARNING,
            sentence=tr("“{name}”, which you chose in this room, is not connected", name=room.sound),
            remedy=tr("Plug it in. Else the sound comes from: {output}", output=outputs[0]),
        )
    return CheckLine(
        id="sound", readiness=Readiness.GOOD, sentence=tr("Sound: {output}", output=room.sound or outputs[0])
    )
