"""Help on paper: the card for a disclosure, the help card, the take-home card and the certificate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import class_words, tr
from lesson_player.handouts.blocks import (
    Bullets,
    CutSheet,
    Fields,
    Figure,
    Framed,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    Size,
    Tone,
)
from lesson_player.handouts.handout import Handout, Lettering, Paper, Reader
from lesson_player.handouts.kinds.steps import picture_line, service_line, services_of
from lesson_player.handouts.lettering import EASY_READ_PT, SMALLEST_EASY_READ_PT, for_adults, for_pupils
from lesson_player.model.lesson import HelpStep

if TYPE_CHECKING:
    from lesson_player.handouts.blocks import Block
    from lesson_player.handouts.source import HandoutSource
    from lesson_player.model.services import SupportService

_CARDS_ON_A_SHEET = 8
_ROOM_MM = 195.0
"""What the rows of a help card share on A4, beside its title and its message."""
_MOST_ON_A_CARD = 2
"""Services on a card of the size of a bank card and a half: more would be too small to read."""


def disclosure_card(source: HandoutSource, paper: Paper) -> tuple[Handout, ...]:
    """What an adult does when a pupil tells something: for adults, on one page."""
    card = source.lesson.disclosure
    small = paper is Paper.A5
    return (
        Handout(
            id="disclosure-card",
            kind="disclosure-card",
            title=card.title,
            language=source.lesson.language,
            reader=Reader.STAFF,
            blocks=(
                Bullets(tuple(source.words(line) for line in card.lines), ordered=True),
                Fields((tr("Safeguarding lead"), tr("Deputy"), tr("Where, telephone"))),
            ),
            paper=paper,
            lettering=for_adults(9.8 if small else 14.0),
            foot=tr("For staff. Keep it where pupils do not read it."),
        ),
    )


@class_words()
def help_card(source: HandoutSource, paper: Paper) -> tuple[Handout, ...]:
    """Who can help, with the support services."""
    steps = [step for step in source.lesson.steps if isinstance(step, HelpStep)]
    if not steps:
        return ()
    step = steps[0]
    two_sided = paper is Paper.A5
    lines: list[Block] = [picture_line(source, line) for line in step.lines]
    services: list[Block] = [service_line(source, service) for service in services_of(source, step)]
    key: list[Block] = []
    if source.lesson.footer is not None:
        key = [Note((Paragraph(f"**{source.words(source.lesson.footer)}**"),), "", Tone.KEY)]
    blocks = [*lines, *key, PageBreak(), *services] if two_sided and services else [*lines, *services, *key]
    rows = len(lines) + len(services)
    return (
        Handout(
            id="help-card",
            kind="help-card",
            title=step.heading(source.wording),
            language=source.lesson.language,
            reader=Reader.PUPILS,
            blocks=tuple(blocks),
            paper=paper,
            lettering=for_pupils(source, SMALLEST_EASY_READ_PT if two_sided else EASY_READ_PT),
            picture_mm=None if two_sided else min(46.0, max(24.0, _ROOM_MM / max(rows, 1))),
            spread=True,
        ),
    )


@class_words()
def take_home_card(source: HandoutSource, paper: Paper) -> tuple[Handout, ...]:
    """Small cards for a bag or a wall. They name neither the lesson nor its subject, and nobody."""
    face: tuple[Block, ...] = (
        Heading(tr("People can help")),
        Paragraph(tr("I can talk to someone I trust.")),
        Fields((tr("At school"), tr("Someone else"))),
        *(Paragraph(f"**{one.name}: {one.contact}**") for one in _neutral(source)),
    )
    return (
        Handout(
            id="take-home-card",
            kind="take-home-card",
            title=tr("Take-home card"),
            language=source.lesson.language,
            reader=Reader.PUPILS,
            blocks=(CutSheet((face,) * _CARDS_ON_A_SHEET, 2, 4),),
            paper=paper,
            lettering=Lettering(typeface=source.appearance.font, size_pt=12.0, line_spacing=1.25),
            titled=False,
        ),
    )


def _neutral(source: HandoutSource) -> tuple[SupportService, ...]:
    """Services whose number says nothing about why somebody has the card, those for pupils first."""
    steps = [step for step in source.lesson.steps if isinstance(step, HelpStep)]
    named = [one for step in steps[:1] for one in services_of(source, step)]
    found = [one for one in named if one.contact and one.audience != "adults"]
    return tuple(found[:_MOST_ON_A_CARD])


@class_words()
def certificate(source: HandoutSource, paper: Paper) -> tuple[Handout, ...]:
    """A certificate that says what a pupil did well, and not in which lesson."""
    picture = next(
        (source.picture(name) for name in ("certificate", "together") if source.bundle.picture(name)), None
    )
    blocks: list[Block] = [Figure(picture, 0.26)] if picture is not None else []
    blocks += [
        Heading(tr("Well done")),
        Paragraph(tr("You listened. You took turns. You took part."), Size.LEAD),
        Paragraph(tr("We are glad that you are in our class.")),
        Fields((tr("From"), tr("Date"))),
    ]
    return (
        Handout(
            id="certificate",
            kind="certificate",
            title=tr("Certificate"),
            language=source.lesson.language,
            reader=Reader.PUPILS,
            blocks=(Framed(tuple(blocks)),),
            paper=paper,
            landscape=True,
            lettering=Lettering(typeface=source.appearance.font, size_pt=22.0, line_spacing=1.35),
            titled=False,
        ),
    )
