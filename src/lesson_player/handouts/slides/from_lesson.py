"""From a lesson in one version to its slides, each with what the teacher says, asks and looks for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import class_words, tr, tr_n
from lesson_player.handouts.blocks import PictureLine
from lesson_player.handouts.kinds.steps import cards, picture_line, service_line, services_of, sitting_title
from lesson_player.handouts.slides.deck import Deck, DeckSlide, NoteGroup, Section
from lesson_player.handouts.slides.film_notes import film_notes
from lesson_player.model.lesson import (
    CalmStep,
    ChoiceStep,
    DiscussionStep,
    FilmStep,
    HelpStep,
    LinesStep,
    TeacherStep,
    WordsStep,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lesson_player.handouts.source import HandoutSource
    from lesson_player.model.lesson import Choice, Question, Sitting, Step
    from lesson_player.model.line import Notes


def lesson_deck(source: HandoutSource) -> Deck:
    """All sittings of a lesson as slides. How much of it fits on a slide is not decided here."""
    lesson = source.lesson
    opening = DeckSlide(
        title=source.title,
        subtitle=_subtitle(source),
        opens=True,
        picture=source.picture(lesson.picture),
        notes=(NoteGroup(tr("About this lesson"), (lesson.about, source.version_title)),),
    )
    return Deck(
        title=source.title,
        language=lesson.language,
        sections=(
            Section(source.title, (opening,)),
            *(
                Section(sitting_title(source, sitting), tuple(_sitting(source, sitting)))
                for sitting in lesson.sittings
            ),
        ),
        footer=source.words(lesson.footer) if lesson.footer is not None else "",
        appearance=source.appearance,
    )


def note_groups(notes: Notes) -> tuple[NoteGroup, ...]:
    """A step's notes in the order in which the teacher's window has them; none that is empty."""
    groups = (
        NoteGroup(tr("Say"), notes.say),
        NoteGroup(tr("Ask"), notes.ask),
        NoteGroup(tr("Look for"), notes.look_for),
        NoteGroup(tr("If a pupil is unsettled"), notes.unsettled),
        NoteGroup(tr("For Deaf pupils"), notes.deaf),
    )
    return tuple(group for group in groups if group.lines)


@class_words()
def _subtitle(source: HandoutSource) -> str:
    return tr("Sample lesson") if source.lesson.sample else ""


def _sitting(source: HandoutSource, sitting: Sitting) -> Iterator[DeckSlide]:
    """A sitting: its title with what the teacher does before and after class, then its steps."""
    steps = source.lesson.sitting_steps(sitting.id)
    about = (NoteGroup(tr("About this sitting"), (sitting.about,)),) if sitting.about else ()
    tasks = tuple(
        NoteGroup(step.title, tuple(source.words(line) for line in step.lines))
        for step in steps
        if isinstance(step, TeacherStep)
    )
    yield DeckSlide(
        title=sitting_title(source, sitting),
        opens=True,
        picture=source.picture(source.lesson.picture),
        notes=(*about, *tasks),
    )
    for step in steps:
        yield from _with_notes(step, tuple(_slides(source, step)))


def _with_notes(step: Step, slides: Sequence[DeckSlide]) -> Iterator[DeckSlide]:
    """The step's notes go with its first slide, before what belongs to that slide alone."""
    minutes = tr_n("{n} minute", "{n} minutes", step.minutes)
    time = (NoteGroup(tr("Time"), (minutes,)),) if step.minutes else ()
    for number, slide in enumerate(slides):
        first = (*time, *note_groups(step.notes)) if number == 0 else ()
        yield replace(slide, notes=(*first, *slide.notes))


def _slides(source: HandoutSource, step: Step) -> Iterator[DeckSlide]:
    heading = step.heading(source.wording)
    match step:
        case TeacherStep():
            return
        case CalmStep():
            large = step.picture or next((line.picture for line in step.lines if line.picture), None)
            lines = tuple(PictureLine(source.words(line)) for line in step.lines)
            yield DeckSlide(title=heading, lines=lines, picture=source.picture(large))
        case WordsStep():
            words = tuple(picture_line(source, word, word.word) for word in step.words)
            yield DeckSlide(title=heading, lines=words)
        case DiscussionStep():
            yield from _question(source, step.question)
        case ChoiceStep():
            yield _asked(source, source.words(step.question), step.choices)
        case FilmStep():
            yield from _film(source, step, heading)
        case HelpStep():
            services = tuple(service_line(source, one) for one in services_of(source, step))
            yield DeckSlide(title=heading, lines=(*_lines(source, step), *services))
        case LinesStep():
            yield DeckSlide(title=heading, lines=_lines(source, step))


def _film(source: HandoutSource, step: FilmStep, heading: str) -> Iterator[DeckSlide]:
    notice = tuple(picture_line(source, line) for line in step.lines)
    yield DeckSlide(title=heading, lines=notice, notes=film_notes(source, step))
    for pause in step.pauses:
        if pause.prompt is not None:
            yield from _question(source, pause.prompt)


def _question(source: HandoutSource, question: Question) -> Iterator[DeckSlide]:
    """First pictures to point at, then what can be said, signed or explained."""
    heading = source.words(question)
    look_for = (NoteGroup(tr("Look for"), question.look_for),) if question.look_for else ()
    ways = [line for line in (question.say, question.explain, *question.starters) if line is not None]
    if question.point:
        asked = _asked(source, heading, question.point)
        yield replace(asked, notes=(*look_for, *asked.notes))
    if ways or not question.point:
        lines = tuple(picture_line(source, line) for line in ways)
        picture = None if ways else source.picture(question.picture)
        notes = () if question.point else look_for
        yield DeckSlide(title=heading, lines=lines, picture=picture, notes=notes)


def _asked(source: HandoutSource, heading: str, choices: tuple[Choice, ...]) -> DeckSlide:
    """Choices as cards; the kind reply to each is for the teacher to read out."""
    replies = tuple(
        tr("{choice}: {reply}", choice=source.words(one), reply=one.reply_words(source.wording))
        for one in choices
        if one.reply_words(source.wording)
    )
    notes = (NoteGroup(tr("When it is chosen, say"), replies),) if replies else ()
    return DeckSlide(title=heading, cards=cards(source, choices), notes=notes)


def _lines(source: HandoutSource, step: LinesStep) -> tuple[PictureLine, ...]:
    return tuple(picture_line(source, line) for line in step.lines)
