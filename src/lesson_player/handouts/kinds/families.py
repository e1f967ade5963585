"""For parents and carers: the T.A.L.K. sheet, and a letter with a preview of the lesson.

Their words are the lesson's own, in ``parents.md``; which part of it stands where is said below its headings
(`page_text`). Numbers to call come from the lesson's one dated file of services.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import class_words, tr
from lesson_player.handouts.blocks import (
    Bullets,
    Card,
    Fields,
    Gallery,
    Heading,
    Note,
    Paragraph,
    Size,
    Table,
    Together,
    Tone,
)
from lesson_player.handouts.handout import Handout, Paper, Reader
from lesson_player.handouts.kinds.steps import taught
from lesson_player.handouts.lettering import SMALLEST_EASY_READ_PT, for_adults, for_pupils
from lesson_player.handouts.page_text import page_blocks
from lesson_player.model.lesson import FilmStep, HelpStep, LinesStep, PracticeStep, TeacherStep

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lesson_player.handouts.blocks import Block
    from lesson_player.handouts.source import HandoutSource

_MOST_PREVIEWED = 6


@class_words()
def talk_sheet(source: HandoutSource, paper: Paper) -> tuple[Handout, ...]:
    """What families can do at home, and who can help them."""
    blocks = page_blocks(source.families, "talk")
    if not blocks:
        return ()
    title = tr("Talk together at home")
    sheet = _sheet(source, paper, "talk-sheet", title, (*blocks, *_services(source)))
    return (sheet, *_read_together(source, paper))


def _read_together(source: HandoutSource, paper: Paper) -> tuple[Handout, ...]:
    """The page that a family reads together, in easy read."""
    first, *rest = page_blocks(source.families, "easy-read") or (None,)
    if not isinstance(first, Heading) or not rest:
        return ()
    sheet = _sheet(source, paper, "talk-sheet-easy-read", first.text, tuple(rest))
    return (
        replace(
            sheet,
            kind="talk-sheet",
            subtitle="",
            reader=Reader.PUPILS,
            lettering=for_pupils(source, SMALLEST_EASY_READ_PT),
        ),
    )


@class_words()
def letter(source: HandoutSource, paper: Paper) -> tuple[Handout, ...]:
    """A letter that the school completes by hand: what the class will do, and when."""
    blocks: list[Block] = [
        Fields((tr("School"), tr("Class"), tr("When the lesson is"))),
        Paragraph(tr("Dear parents and carers,")),
        Paragraph(
            tr(
                "Our class will soon have a lesson, “{lesson}”. Here is what it is about. You are welcome to "
                "see all of it before your child does.",
                lesson=source.lesson.title,
            )
        ),
        *page_blocks(source.families, "letter"),
        Heading(tr("What happens in the lesson")),
        Bullets(tuple(_parts(source)), ordered=True),
        *_preview(source),
        Note(
            (
                Paragraph(
                    tr(
                        "Would you rather talk about it first? Has your child had a hard time? Please "
                        "tell us, and we plan with you. A child may do something else, and nobody asks why."
                    )
                ),
                Fields((tr("Whom to ask"), tr("Telephone or email"))),
            ),
            tr("Talk to us"),
            Tone.KEY,
        ),
    ]
    title = tr("Our next lesson: {lesson}", lesson=source.lesson.title)
    return (_sheet(source, paper, "letter-to-parents", title, tuple(blocks)),)


def _sheet(source: HandoutSource, paper: Paper, name: str, title: str, blocks: tuple[Block, ...]) -> Handout:
    return Handout(
        id=name,
        kind=name,
        title=title,
        subtitle=tr("For parents and carers"),
        language=source.lesson.language,
        reader=Reader.FAMILIES,
        blocks=blocks,
        paper=paper,
        lettering=for_adults(),
        foot=tr("For parents and carers"),
        sample=source.lesson.sample,
    )


def _parts(source: HandoutSource) -> Iterator[str]:
    """Each sitting with the titles of what the class does in it."""
    for sitting in source.lesson.sittings:
        steps = source.lesson.sitting_steps(sitting.id)
        own = [
            step.title.rstrip(".")
            for step in steps
            if not isinstance(step, (TeacherStep, HelpStep, FilmStep)) and _alone(source, step.id)
        ]
        film = [tr("a part of the film")] if any(isinstance(step, FilmStep) for step in steps) else []
        minutes = tr("{n} minutes", n=source.lesson.minutes(sitting.id))
        told = ", ".join(dict.fromkeys([*film, *own]))
        yield f"**{sitting.title}** ({minutes}): {told}"


def _alone(source: HandoutSource, step: str) -> bool:
    """Whether a step belongs to one sitting only: welcome and calm come in each."""
    return sum(step in sitting.steps for sitting in source.lesson.sittings) == 1


def _preview(source: HandoutSource) -> list[Block]:
    """A few of the pictures and sentences that the class sees."""
    lines = [line for step in taught(source) if isinstance(step, PracticeStep) for line in step.lines]
    if not lines:
        lines = [line for step in taught(source) if isinstance(step, LinesStep) for line in step.lines]
    seen = [line for line in lines if line.picture][:_MOST_PREVIEWED]
    if not seen:
        return []
    shown = tuple(Card(source.words(line).replace("**", ""), source.picture(line.picture)) for line in seen)
    return [Together((Heading(tr("What your child sees")), Gallery(shown)))]


def _services(source: HandoutSource) -> list[Block]:
    services = source.bundle.services.services
    if not services:
        return []
    rows = tuple(
        (
            one.name,
            one.text,
            one.contact or "",
            tr("{date}, confirm before use", date=_date(one.last_checked.isoformat()))
            if one.check_before_use
            else _date(one.last_checked.isoformat()),
        )
        for one in services
    )
    head = (tr("Who"), tr("What for"), tr("Reach them"), tr("Last checked"))
    return [
        Heading(tr("Who can help")),
        Table(head, rows, (3, 6, 2, 2)),
        Paragraph(tr("If someone is in danger now, call 999."), Size.LEAD),
    ]


def _date(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{int(day)}/{int(month)}/{year}"
