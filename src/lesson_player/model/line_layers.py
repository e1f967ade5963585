"""How an adaptation's changes to lines are put over a lesson."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from lesson_player.foundation.i18n import tr
from lesson_player.model.lesson import ChoiceStep, DiscussionStep, FilmStep, LinesStep, Question, WordsStep
from lesson_player.model.names import outer_lines, question_lines, step_lines
from lesson_player.model.safeguards import lost_by

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lesson_player.model.adaptation import LineChange
    from lesson_player.model.draft import Draft
    from lesson_player.model.lesson import Line, Pause, Step

L = TypeVar("L", bound="Line")

WORDING_FIELDS = ("text", "easy", "word", "reply", "reply_easy", "picture")
LEAST_CHOICES = 2
"""A choice step with fewer is no choice (`ChoiceStep.choices`)."""


def change_lines(draft: Draft, changes: Mapping[str, LineChange]) -> None:
    """Re-word and hide lines. Locked lines are re-worded, never hidden."""
    editor = _Editor(draft, changes)
    known = {line.id for line, _ in outer_lines(draft.lesson)}
    for step in list(draft.steps.values()):
        ids = {line.id for line, _ in step_lines(step)}
        known |= ids
        if not ids.isdisjoint(changes):
            draft.steps[step.id] = editor.step(step)
    editor.outer_lines()
    for name, change in changes.items():
        if name not in known and not (change.hidden and name in draft.gone):
            draft.report_missing(("lines", name), name, known)


class _Editor:
    """Rewrites steps line by line, and reports what cannot be done."""

    def __init__(self, draft: Draft, changes: Mapping[str, LineChange]) -> None:
        self._draft = draft
        self._changes = changes

    def outer_lines(self) -> None:
        """Change the lines that belong to no step. The calm and the hidden screen keep theirs."""
        lesson = self._draft.lesson
        card = lesson.disclosure
        self._draft.lesson = lesson.model_copy(
            update={
                "footer": self._optional(lesson.footer),
                "calm": self._required(lesson.calm),
                "hidden": self._required(lesson.hidden),
                "disclosure": card.model_copy(update={"lines": self._many(card.lines, 1)}),
            }
        )

    def step(self, step: Step) -> Step:
        """*step* with its lines changed."""
        update: dict[str, object] = {}
        match step:
            case LinesStep():
                update = {"lines": self._many(step.lines, 1)}
            case WordsStep():
                update = {"words": self._many(step.words, 1)}
            case DiscussionStep():
                update = {"question": self._required(self._answers(step.question))}
            case ChoiceStep():
                choices = self._many(step.choices, LEAST_CHOICES)
                update = {"question": self._required(step.question), "choices": choices}
            case FilmStep():
                pauses = tuple(self._pause(pause) for pause in step.pauses)
                update = {"lines": self._many(step.lines, 0), "pauses": pauses}
        return step.model_copy(update=update)

    def _pause(self, pause: Pause) -> Pause:
        if pause.prompt is None:
            return pause
        return pause.model_copy(update={"prompt": self._optional(self._answers(pause.prompt))})

    def _answers(self, question: Question) -> Question:
        """*question* with the lines inside it changed."""
        return question.model_copy(
            update={
                "point": self._many(question.point, 0),
                "say": self._optional(question.say),
                "explain": self._optional(question.explain),
                "starters": self._many(question.starters, 0),
            }
        )

    def _optional(self, line: L | None) -> L | None:
        if line is None or not self._hides(line):
            return self._worded(line) if line is not None else None
        return None

    def _required(self, line: L) -> L:
        if self._hides(line):
            self._refuse(
                line, tr("“{name}” cannot be hidden: its slide would have nothing to show.", name=line.id)
            )
        return self._worded(line)

    def _many(self, lines: tuple[L, ...], least: int) -> tuple[L, ...]:
        """The lines that stay, never fewer than *least*: then the last hidden ones stay after all."""
        hidden = [line.id for line in lines if self._hides(line)]
        spared = hidden[max(len(lines) - least, 0) :]
        for line in lines:
            if line.id in spared:
                sentence = tr(
                    "“{name}” cannot be hidden: its step would have too few lines left.", name=line.id
                )
                self._refuse(line, sentence)
        gone = set(hidden) - set(spared)
        return tuple(self._worded(line) for line in lines if line.id not in gone)

    def _hides(self, line: Line) -> bool:
        """Whether *line* is to be hidden and may be: neither it nor a line inside it is locked."""
        change = self._changes.get(line.id)
        if change is None or not change.hidden:
            return False
        inner = question_lines(line) if isinstance(line, Question) else [(line, ())]
        locked = [one for one, _ in inner if one.locked]
        if locked:
            sentence = tr(
                "“{name}” is a locked safeguarding line: it can be worded anew, but not hidden.",
                name=locked[0].id,
            )
            self._refuse(line, sentence, tr("Word the line anew instead."), code="locked")
        return not locked

    def _refuse(self, line: Line, sentence: str, remedy: str = "", *, code: str = "cannot-hide") -> None:
        remedy = remedy or tr("Word the line anew, or hide the whole step.")
        self._draft.report(("lines", line.id, "hidden"), code, sentence, remedy)

    def _worded(self, line: L) -> L:
        """*line* in the adaptation's words."""
        change = self._changes.get(line.id)
        if change is None:
            return line
        wanted = {key: value for key in WORDING_FIELDS if (value := getattr(change, key)) is not None}
        for key in [key for key in wanted if key not in type(line).model_fields]:
            del wanted[key]
            self._draft.report(
                ("lines", line.id, key),
                "not-for-this-line",
                tr("“{name}” has no “{key}” to change.", name=line.id, key=key),
                tr("Only key words have a word, and only choices have a reply. Take “{key}” out.", key=key),
            )
        return line.model_copy(update=self._without_losses(line, wanted) if line.locked else wanted)

    def _without_losses(self, line: Line, wanted: dict[str, str]) -> dict[str, str]:
        """*wanted* for a locked line, without words that would take away what it has to say."""
        kept = dict(wanted)
        for key, text in wanted.items():
            former = getattr(line, key) or line.text
            lost = lost_by(former, text, self._draft.lesson.language) if key in {"text", "easy"} else ""
            if lost:
                del kept[key]
                self._draft.report(
                    ("lines", line.id, key),
                    "locked-words",
                    tr("“{name}” is a locked safeguarding line. {lost}", name=line.id, lost=lost),
                    tr("Word it so that it still says this."),
                )
        return kept
