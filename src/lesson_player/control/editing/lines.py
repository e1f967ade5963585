"""The lines of a step as the editor shows them: fields, the lesson's own words, and what can be done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lesson_player.adapting.edit import find_line
from lesson_player.control.editing.view import FieldKey, FieldView, GroupView, LineView, Owner
from lesson_player.foundation.i18n import tr
from lesson_player.model.lesson import (
    Choice,
    ChoiceStep,
    DiscussionStep,
    FilmStep,
    KeyWord,
    LinesStep,
    Wording,
    WordsStep,
)
from lesson_player.model.names import pause_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from lesson_player.model.adaptation import Adaptation
    from lesson_player.model.lesson import Lesson, Line, Pause, Question, Step


@dataclass(frozen=True, slots=True)
class Source:
    """What the fields are worked out from."""

    base: Lesson
    """The lesson that is adapted."""
    version: Lesson
    """The lesson in this version, with what is hidden still in it."""
    adaptation: Adaptation
    alt: Callable[[str], str]
    """Gives the words for a picture."""
    moments: Mapping[str, str]
    """Titles of the film's named moments, by id."""
    is_lesson: bool = False
    """Whether the lesson itself is edited, so that all in it is free."""

    @property
    def wording(self) -> Wording:
        """Which of the two wordings the class reads."""
        return self.adaptation.wording or Wording.STANDARD

    def words_field(self, standard: str, easy: str) -> str:
        """The field that holds what the class reads."""
        return easy if self.wording is Wording.EASY else standard


def groups_of(source: Source, step: Step) -> Iterator[GroupView]:
    """The lines of *step*, in the order in which the class meets them."""
    match step:
        case LinesStep():
            yield _list(source, step, step.lines, tr("Line {n}"), "")
        case WordsStep():
            yield _list(source, step, step.words, tr("Key word {n}"), "")
        case DiscussionStep():
            yield from _question(source, step.question, "")
        case ChoiceStep():
            yield GroupView("", (_line(source, step.question, tr("Question"), fixed=_must_stay()),))
            yield _list(source, step, step.choices, tr("Choice {n}"), tr("Choices"), least=2)
        case FilmStep():
            yield _list(source, step, step.lines, tr("Line {n}"), tr("Before the film"), least=0)
            for pause in step.pauses:
                yield _pause(source, step, pause)


def _pause(source: Source, step: FilmStep, pause: Pause) -> GroupView:
    where = source.moments.get(pause.at, pause.at)
    title = tr("Pause: {moment}", moment=where)
    if pause.after:
        title = tr("Pause: {moment}, {n} s later", moment=where, n=f"{pause.after:g}")
    lines = tuple(
        line
        for group in (_question(source, pause.prompt, "") if pause.prompt else ())
        for line in group.lines
    )
    change = source.adaptation.steps.get(step.id)
    locked = any(line.locked for line, _ in pause_lines(pause))
    return GroupView(
        title,
        lines,
        pause=pause.id,
        hidden=change is not None and pause.id in change.hidden_pauses,
        own=any(one.pause.id == pause.id for one in source.adaptation.add_pauses),
        fixed=_locked() if locked else "",
    )


def _question(source: Source, question: Question, title: str) -> Iterator[GroupView]:
    """The question, then its ways to answer."""
    lines = [_line(source, question, tr("Question"), fixed=_must_stay())]
    lines += [
        _line(source, one, tr("Answer {n} to point at", n=n), listed=True)
        for n, one in enumerate(question.point, start=1)
    ]
    lines += [_line(source, question.say, tr("To say or sign"))] if question.say else []
    lines += [_line(source, question.explain, tr("To explain"))] if question.explain else []
    lines += [
        _line(source, one, tr("Sentence starter {n}", n=n), listed=True)
        for n, one in enumerate(question.starters, start=1)
    ]
    yield GroupView(title, tuple(lines))


def _list(
    source: Source, step: Step, lines: tuple[Line, ...], label: str, title: str, *, least: int = 1
) -> GroupView:
    """*lines*; as few as *least* have to stay on the slide."""
    hidden = _hidden_lines(source)
    left = sum(1 for line in lines if line.id not in hidden)
    splits = isinstance(step, LinesStep | WordsStep) and not step.locked
    made = tuple(
        _line(
            source,
            line,
            label.format(n=n),
            listed=True,
            splits=splits and n > 1,
            fixed=_too_few() if left <= least and line.id not in hidden else "",
        )
        for n, line in enumerate(lines, start=1)
    )
    return GroupView(title, made, grows=True)


def _line(
    source: Source, line: Line, label: str, *, listed: bool = False, splits: bool = False, fixed: str = ""
) -> LineView:
    base = find_line(source.base, line.id)
    other = base is not None and base.picture != line.picture
    return LineView(
        line.id,
        label,
        tuple(_fields(source, line, base, label)),
        picture=line.picture or "",
        picture_alt=source.alt(line.picture) if line.picture else "",
        base_picture=(base.picture or "") if base is not None and other else None,
        hidden=line.id in _hidden_lines(source),
        own=base is None,
        free=base is None or source.is_lesson,
        fixed=_locked() if line.locked else fixed,
        listed=listed,
        splits=splits,
    )


def _fields(source: Source, line: Line, base: Line | None, label: str) -> Iterator[FieldView]:
    words = source.words_field("text", "easy")
    wording = source.wording
    if isinstance(line, KeyWord):
        former = base.word if isinstance(base, KeyWord) else None
        yield field_view(Owner.LINE, line.id, "word", label, line.word, former)
        label = tr("{word}: what it means", word=line.word)
    yield field_view(
        Owner.LINE, line.id, words, label, line.words(wording), base.words(wording) if base else None
    )
    if isinstance(line, Choice):
        former = base.reply_words(wording) if isinstance(base, Choice) else None
        reply = source.words_field("reply", "reply_easy")
        label = tr("Reply to “{choice}”", choice=line.words(wording))
        yield field_view(Owner.LINE, line.id, reply, label, line.reply_words(wording), former)


def field_view(
    owner: Owner,
    name: str,
    field: str,
    label: str,
    value: str,
    base: str | None,
    *,
    paragraphs: bool = False,
) -> FieldView:
    """A field; the lesson's words are shown only where they are others."""
    return FieldView(
        FieldKey(owner, name, field),
        label,
        value,
        base if base is not None and base != value else None,
        longest=8000 if paragraphs else 400,
        paragraphs=paragraphs,
    )


def _hidden_lines(source: Source) -> set[str]:
    return {name for name, change in source.adaptation.lines.items() if change.hidden}


def _locked() -> str:
    return tr("It keeps children safe, so it cannot be hidden. You can word it anew.")


def _must_stay() -> str:
    return tr("Without its question the slide would say nothing. You can hide the whole step.")


def _too_few() -> str:
    return tr("The slide needs it: too little would be left. You can hide the whole step.")
