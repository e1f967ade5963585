"""Where things are and what is set on this computer, under the school's policy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.foundation.paths import Places, standard_places
from lesson_player.foundation.policy import machine_policy, read_policy
from lesson_player.foundation.settings import Settings
from lesson_player.model.library import CheckLine, Readiness
from lesson_player.model.user_settings import sound_policy

if TYPE_CHECKING:
    from pathlib import Path

    from lesson_player.foundation.policy import Policy


def settings_here(policy_file: Path | None = None) -> tuple[Places, Settings]:
    """The places of this user on this computer, and the settings, both under the school's policy.

    *policy_file* is tried in place of this computer's own: for a check alone, never to teach by.
    """
    policy = sound_policy(machine_policy() if policy_file is None else read_policy(policy_file))
    places = standard_places(policy)
    return places, Settings(places.settings, policy)


def policy_line(policy: Policy) -> CheckLine | None:
    """What the check says about the school's policy; nothing where there is none."""
    if policy.trouble:
        return CheckLine(
            id="policy",
            readiness=Readiness.PROBLEM,
            sentence=policy.trouble,
            remedy=tr("Look at the policy file. docs/it/policy.md says what can stand in it."),
        )
    parts = [f"{section}.{key}" for section, values in policy.locked.items() for key in values]
    folders = (*policy.lesson_folders, *policy.film_folders, *policy.symbol_folders)
    parts += [str(folder) for folder in folders]
    parts += [policy.adaptation] if policy.adaptation else []
    parts += [tr("nothing saved outside")] if policy.hide_export else []
    parts += [tr("no pictures of the school's own")] if policy.hide_own_pictures else []
    parts += [tr("no voices recorded")] if policy.hide_own_voices else []
    if not parts:
        return None
    return CheckLine(
        id="policy",
        readiness=Readiness.GOOD,
        sentence=tr("Set by your school: {what}", what=", ".join(parts)),
    )
