"""Why a pack is not installed, as a problem in plain words."""

from __future__ import annotations

from lesson_player.foundation.i18n import tr
from lesson_player.model.problem import Problem


class PackRefused(Exception):
    """The pack cannot be used, or cannot be made; nothing has been changed."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def refused(code: str, sentence: str, remedy: str = "", file: str = "") -> PackRefused:
    """The pack cannot be used: *sentence* says why, *remedy* what to do."""
    return PackRefused(Problem(code=code, sentence=sentence, remedy=remedy or ask_again(), file=file))


def ask_again() -> str:
    """What to do about a pack that is not as we make them."""
    return tr("Nothing has been changed. Ask whoever made the pack to make it again with “Share…”.")


def copy_again() -> str:
    """What to do about a pack that was whole once."""
    return tr("Nothing has been changed. Copy the pack again from where it came from, then try once more.")
