"""What this machine has for a lesson: film engine, screens, sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.desktop.displays import displays, mirrored
from lesson_player.foundation.i18n import tr
from lesson_player.model.library import CheckLine, Readiness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lesson_player.playback.engines import Engine


def machine_lines(engine: Engine) -> Iterator[CheckLine]:
    """Lines of the check about this machine."""
    # Loading Qt Multimedia costs a tenth of a second that only a check should pay.
    from lesson_player.desktop.sound import sound_outputs  # noqa: PLC0415

    good, warning = Readiness.GOOD, Readiness.WARNING
    silent = not engine.shows_films
    yield CheckLine(id="engine", readiness=Readiness.PROBLEM if silent else good, sentence=engine.sentence)
    found = displays()
    if mirrored():
        yield CheckLine(
            id="screens",
            readiness=warning,
            sentence=tr("The class sees the same picture as you"),
            remedy=tr("Choose “The class sees this screen too”, or set the screens to “extend”."),
        )
    elif len(found) > 1:
        yield CheckLine(
            id="screens", readiness=good, sentence=tr("Class screen: {screen}", screen=found[-1].words)
        )
    else:
        yield CheckLine(
            id="screens",
            readiness=warning,
            sentence=tr("Only one screen is connected"),
            remedy=tr("Plug in the board or projector, or choose “The class sees this screen too”."),
        )
    outputs = sound_outputs()
    if outputs:
        yield CheckLine(id="sound", readiness=good, sentence=tr("Sound: {output}", output=outputs[0]))
    else:
        yield CheckLine(
            id="sound",
            readiness=warning,
            sentence=tr("No sound device was found"),
            remedy=tr("The film can be shown with captions. Plug in speakers to hear it."),
        )
