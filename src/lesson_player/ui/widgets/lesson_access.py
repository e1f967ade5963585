"""Switches and a resting pointer in the windows of a lesson."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lesson_player.ui.widgets.dwell_access import DwellAccess
from lesson_player.ui.widgets.rings import ScanRing
from lesson_player.ui.widgets.spots import CardSpot, cards_on
from lesson_player.ui.widgets.switch_access import SwitchAccess

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from lesson_player.control.teaching import TeachingController
    from lesson_player.ui.widgets.class_picture import ClassPicture
    from lesson_player.ui.widgets.spot_rows import SpotRows
    from lesson_player.ui.widgets.spots import Spot


def lesson_access(
    window: QWidget, controller: TeachingController, rows: Callable[[], SpotRows], *, quiet: bool = False
) -> tuple[SwitchAccess, DwellAccess]:
    """Both for *window*, until the lesson ends; *rows* says what switches can press now, row by row.

    *quiet*: the class looks on. Cards that are lit are pointed out to it in the lesson's other windows too.
    """
    switches = SwitchAccess(window, controller.keys, rows, speaks=lambda: speaks(controller))
    resting = DwellAccess(window, controller.keys, still=lambda: not _moves(controller), quiet=quiet)
    switches.lit_changed.connect(lambda lit: controller.keys.pointed.emit(_cards(lit)))
    controller.finished.connect(switches.close)
    controller.finished.connect(resting.close)
    return switches, resting


def speaks(controller: TeachingController) -> bool:
    """Whether the lesson speaks: a description, captions, or the slide. The light of the switches waits."""
    return controller.state.film.telling is not None or controller.state.reading is not None


class PointedCards(QObject):
    """On the class screen: a ring around the choices that a switch lights in the teacher's window."""

    def __init__(self, window: QWidget, controller: TeachingController, picture: ClassPicture) -> None:
        super().__init__(window)
        self._picture = picture
        self._ids: tuple[str, ...] = ()
        self.ring = ScanRing(window)
        controller.keys.pointed.connect(self._point)
        controller.view_changed.connect(self._stand)

    def _point(self, ids: tuple[str, ...]) -> None:
        self._ids = ids
        self._stand()

    def _stand(self) -> None:
        cards = cards_on(self._picture)
        self.ring.surround(card for card in cards if isinstance(card, CardSpot) and card.target in self._ids)


def _cards(lit: tuple[Spot, ...]) -> tuple[str, ...]:
    return tuple(spot.target for spot in lit if isinstance(spot, CardSpot))


def _moves(controller: TeachingController) -> bool:
    return controller.view.class_view.appearance.motion
