"""What the teacher's window keeps for its user beyond a lesson, in the user's settings."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.foundation.safeguarding import SECTION, SafeguardingLead, lead_from
from lesson_player.ui.presenter.own import TeachersOwn, TourSeen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lesson_player.foundation.settings import Settings

_LOG = logging.getLogger(__name__)
_WINDOW, _TOUR = "teacher-window", "tour"


def teachers_own(settings: Settings) -> TeachersOwn:
    """The doors to *settings*."""

    def keep_lead(lead: SafeguardingLead) -> str:
        if _kept(settings, SECTION, lead.values()):
            return ""
        return tr(
            "The Designated Safeguarding Lead could not be saved. It stands on the card until you close the "
            "program; fill it in again next time."
        )

    def keep_tour(seen: TourSeen) -> str:
        _kept(settings, _WINDOW, {_TOUR: seen.value})
        # It comes again next time: nothing that a teacher needs to be told.
        return ""

    return TeachersOwn(
        lead=lambda: lead_from(settings.section(SECTION)),
        keep_lead=keep_lead,
        lead_locked=frozenset(
            key for key in SafeguardingLead().values() if settings.policy.holds(SECTION, key)
        ),
        tour=lambda: _seen(settings.section(_WINDOW).get(_TOUR)),
        keep_tour=keep_tour,
    )


def _kept(settings: Settings, section: str, values: Mapping[str, object]) -> bool:
    try:
        settings.keep(section, values)
    except OSError as error:
        _LOG.warning("The section %s of the settings could not be kept: %s", section, error)
        return False
    return True


def _seen(value: object) -> TourSeen:
    return next((each for each in TourSeen if each.value == value), TourSeen.NEW)
