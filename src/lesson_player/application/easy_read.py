"""The command that tells what may be hard to read in a lesson. It needs no engine and no window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.application.commands import CANNOT, lesson_called
from lesson_player.application.courses import unknown_adaptation
from lesson_player.application.settings_here import settings_here
from lesson_player.foundation.i18n import tr
from lesson_player.foundation.startup import resume_collection
from lesson_player.model.layers import apply
from lesson_player.operations.easy_read import captions_report, easy_read_report

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lesson_player.model.lesson import Wording


def tell_easy_read(
    lesson: str, adaptations: Sequence[str], wordings: Sequence[Wording], say: Callable[[str], None]
) -> int:
    """Say what may be hard to read in a lesson's version. Gives 0, or 2 when the lesson cannot be read.

    Findings are advice, so they never make the exit code another one.
    """
    places, _ = settings_here()
    resume_collection()
    bundle, _ = lesson_called(places, lesson, say)
    if bundle is None:
        return CANNOT
    if wrong := unknown_adaptation(bundle, adaptations):
        say(wrong)
        return CANNOT
    layers = {adaptation.id: adaptation for adaptation in bundle.adaptations}
    version, _ = apply(bundle.lesson, [layers[name] for name in adaptations])
    for wording in wordings:
        for line in easy_read_report(bundle, version, wording):
            say(line)
    used = [layers[name] for name in adaptations]
    for line in captions_report(bundle.with_captions_of(used)):
        say(line)
    say(tr("This is advice. Nothing of it stops the lesson."))
    return 0
