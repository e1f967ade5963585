"""Why an edit cannot be made, said to somebody who sees slides and no ids.

The layers name lines and steps by their ids, as files do. In the editor the line that is meant is the one
that is being changed.
"""

from __future__ import annotations

from lesson_player.foundation.i18n import tr
from lesson_player.model.problem import Problem


def in_plain_words(problem: Problem) -> Problem:
    """The same problem without ids and without a file."""
    sentence, remedy = _words().get(problem.code, (problem.sentence, problem.remedy))
    return Problem(code=problem.code, sentence=sentence, remedy=remedy)


def _words() -> dict[str, tuple[str, str]]:
    return {
        "locked": (
            tr("This keeps children safe, so it cannot be hidden, moved or split."),
            tr("Word its lines anew if your class needs other words."),
        ),
        "locked-ending": (
            tr("The sitting ends on its help slide, so this cannot stand after it."),
            tr("Put it before. Only more help, a calm minute and steps for the teacher follow that slide."),
        ),
        "cannot-hide": (
            tr("This cannot be hidden: its slide would have too little to show."),
            tr("Word it anew, or hide the whole step."),
        ),
        "not-for-this-line": (
            tr("This line has no such words to change."),
            tr("Only key words have a word, and only choices have a reply."),
        ),
        "not-for-this-step": (tr("This kind of step has no such setting."), ""),
        "line-does-not-fit": (
            tr("The line cannot be put there."),
            tr("A key word needs its word; a list of choices has room for a few only."),
        ),
        "no-place-for-line": (
            tr("It is not said where the line goes."),
            tr("Choose the answer or sentence starter that it follows."),
        ),
        "cannot-split": (
            tr("The step cannot be split there."),
            tr("A step of lines can be split at any of its lines but the first."),
        ),
        "not-a-film-step": (
            tr("Only a step that plays a part of the film can have a pause."),
            tr("Choose such a step."),
        ),
        "unknown-id": (
            tr("What this is for, or what it should follow, is not in this lesson."),
            tr("Choose another place."),
        ),
    }
