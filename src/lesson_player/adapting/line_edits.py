"""Edits of lines: worded anew, another picture, hidden, added, taken out again, put elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from lesson_player.adapting.edit import Edit, find_line, line_words, refusal, step_words
from lesson_player.adapting.orders import list_with, whole_steps, with_line_order
from lesson_player.adapting.own import own_line, own_step, with_own_line, with_own_step
from lesson_player.adapting.own_lists import with_line_in_step
from lesson_player.adapting.parts import Part, PartKind, changed, with_part
from lesson_player.adapting.splits import split_off, with_split_starts
from lesson_player.foundation.i18n import tr
from lesson_player.model.adaptation import AddedLine
from lesson_player.model.names import step_lines
from lesson_player.model.safeguards import lost_by

if TYPE_CHECKING:
    from lesson_player.model.adaptation import Adaptation
    from lesson_player.model.lesson import Lesson, Line, Step
    from lesson_player.model.problem import Problem

LineField = Literal["text", "easy", "word", "reply", "reply_easy", "picture"]


@dataclass(frozen=True, slots=True)
class ChangeLine(Edit):
    """Word one field of a line anew, or give it another picture; None goes back to what the lesson says.

    In a line of the adaptation's own, None takes the field out.
    """

    line: str
    field: LineField
    value: str | None

    def refused(self, base: Lesson) -> Problem | None:
        """Why a locked line of *base* cannot say this: what keeps children safe would be gone."""
        line = find_line(base, self.line)
        if line is None or not line.locked or self.value is None or self.field not in {"text", "easy"}:
            return None
        lost = lost_by(getattr(line, self.field) or line.text, self.value, base.language)
        return _loses(lost) if lost else None

    def _key(self) -> tuple[str, ...]:
        return ("line", self.line, self.field) if self.field != "picture" else ()

    def _said(self, lesson: Lesson, /) -> str:
        words = line_words(lesson, self.line)
        match self.field:
            case "text":
                return tr("Text of “{line}” changed", line=words)
            case "easy":
                return tr("Easy-read text of “{line}” changed", line=words)
            case "word":
                return tr("Key word of “{line}” changed", line=words)
            case "picture":
                return tr("Picture of “{line}” changed", line=words)
            case _:
                return tr("Reply to “{line}” changed", line=words)

    def _on(self, adaptation: Adaptation, base: Lesson, /) -> Adaptation | Problem:
        if own_line(adaptation, self.line) is not None:
            return with_own_line(
                adaptation, self.line, lambda line: changed(line, **{self.field: self.value})
            )
        if (refused := self.refused(base)) is not None:
            return refused
        line = find_line(base, self.line)
        same = line is not None and getattr(line, self.field, None) == self.value
        return with_part(adaptation, Part(PartKind.LINE, self.line, self.field), None if same else self.value)

    def _in_own(self, line: Line) -> Line:
        return changed(line, **{self.field: self.value})


@dataclass(frozen=True, slots=True)
class HideLine(Edit):
    """Take a line of the lesson away from the class."""

    line: str

    def _said(self, lesson: Lesson, /) -> str:
        return tr("“{line}” hidden", line=line_words(lesson, self.line))

    def _on(self, adaptation: Adaptation, base: Lesson, /) -> Adaptation | Problem:
        line = find_line(base, self.line)
        if line is not None and line.locked:
            return _locked(line)
        return _without(adaptation, base, self.line, with_part(adaptation, _hidden(self.line), True))


@dataclass(frozen=True, slots=True)
class ShowLine(Edit):
    """Show a hidden line again."""

    line: str

    def _said(self, lesson: Lesson, /) -> str:
        return tr("“{line}” shown again", line=line_words(lesson, self.line))

    def _on(self, adaptation: Adaptation, _base: Lesson, /) -> Adaptation | Problem:
        return with_part(adaptation, _hidden(self.line), None)


@dataclass(frozen=True, slots=True)
class AddLine(Edit):
    """Put a line, key word or choice into a step, after another one or first."""

    step: str
    after: str | None
    line: Line

    def _said(self, lesson: Lesson, /) -> str:
        return tr("Line added to “{step}”", step=step_words(lesson, self.step))

    def _on(self, adaptation: Adaptation, base: Lesson, /) -> Adaptation | Problem:
        if own_step(adaptation, self.step) is not None:
            return with_own_step(
                adaptation, self.step, lambda step: with_line_in_step(step, self.line, self.after)
            )
        split = split_off(adaptation, self.step)
        whole = whole_steps(base, adaptation)
        if split is None:
            one = AddedLine.model_validate({"step": self.step, "after": self.after, "line": self.line})
            return changed(adaptation, add_lines=(*adaptation.add_lines, one))
        found = list_with(whole, self.after or split.before)
        if found is None:
            return _gone(self.after or split.before)
        step, order = found
        place = order.index(self.after) + 1 if self.after else order.index(split.before)
        former = order[place - 1] if place else None
        one = AddedLine.model_validate({"step": step, "after": former, "line": self.line})
        larger = changed(adaptation, add_lines=(*adaptation.add_lines, one))
        return larger if self.after else with_split_starts(larger, {split.before: self.line.id})


@dataclass(frozen=True, slots=True)
class RemoveLine(Edit):
    """Take out a line that the adaptation itself added."""

    line: str

    def _said(self, lesson: Lesson, /) -> str:
        return tr("Own line “{line}” taken out", line=line_words(lesson, self.line))

    def _on(self, adaptation: Adaptation, base: Lesson, /) -> Adaptation | Problem:
        if own_line(adaptation, self.line) is None:
            return _not_own(self.line, base)
        return _without(adaptation, base, self.line, with_own_line(adaptation, self.line, lambda _: None))


@dataclass(frozen=True, slots=True)
class MoveLine(Edit):
    """Put one of the adaptation's own lines after another line of its list, or first."""

    line: str
    after: str | None

    def _said(self, lesson: Lesson, /) -> str:
        return tr("“{line}” moved", line=line_words(lesson, self.line))

    def _on(self, adaptation: Adaptation, base: Lesson, /) -> Adaptation | Problem:
        line = own_line(adaptation, self.line)
        if line is None:
            return _not_own(self.line, base)
        holder = next((one.step for one in adaptation.add_steps if _holds(one.step, self.line)), None)
        if holder is not None:
            without = with_own_line(adaptation, self.line, lambda _: None)
            return with_own_step(without, holder.id, lambda step: with_line_in_step(step, line, self.after))
        found = list_with(whole_steps(base, adaptation), self.line)
        if found is None:
            return _gone(self.line)
        step, order = found
        rest = [name for name in order if name != self.line]
        if self.after is not None and self.after not in rest:
            return _gone(self.after)
        place = rest.index(self.after) + 1 if self.after is not None else 0
        starts = {self.line: follower} if (follower := _next(order, self.line)) else {}
        steady = with_split_starts(adaptation, starts)
        return with_line_order(steady, step, [*rest[:place], self.line, *rest[place:]])


def _without(adaptation: Adaptation, base: Lesson, line: str, after_edit: Adaptation) -> Adaptation:
    """*after_edit*, in which *line* is not shown: what followed it keeps its place."""
    found = list_with(whole_steps(base, adaptation), line)
    if found is None:
        return after_edit
    step, order = found
    rest = [name for name in order if name != line]
    return with_line_order(with_split_starts(after_edit, {line: _next(order, line)}), step, rest)


def _next(order: tuple[str, ...], line: str) -> str | None:
    return next(iter(order[order.index(line) + 1 :]), None)


def _holds(step: Step, line: str) -> bool:
    return any(one.id == line for one, _ in step_lines(step))


def _hidden(line: str) -> Part:
    return Part(PartKind.LINE, line, "hidden")


def _locked(line: Line) -> Problem:
    return refusal(
        "locked",
        tr("“{line}” keeps children safe, so it cannot be taken away.", line=line.text.replace("**", "")),
        tr("Word it anew if your class needs other words."),
    )


def _loses(lost: str) -> Problem:
    return refusal(
        "locked-words",
        tr("This line keeps children safe. {lost}", lost=lost),
        tr("Until it does, the class sees the words from before."),
    )


def _not_own(line: str, base: Lesson) -> Problem:
    return refusal(
        "not-own",
        tr("“{line}” is a line of the lesson, not one that you added.", line=line_words(base, line)),
        tr("You can hide it, or word it anew."),
    )


def _gone(line: str) -> Problem:
    return refusal(
        "not-there",
        tr("The line “{line}” is not shown in this version, so nothing can be put beside it.", line=line),
        tr("Show it again, or choose another place."),
    )
