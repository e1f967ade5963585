"""The teacher's plan: what happens when, and what to say, ask and look for."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.handouts.blocks import (
    Bullets,
    Heading,
    Note,
    Paragraph,
    Size,
    Table,
    Together,
    Tone,
)
from lesson_player.handouts.handout import Handout, Paper, Reader
from lesson_player.handouts.kinds.steps import questions_of
from lesson_player.handouts.lettering import for_adults
from lesson_player.model.lesson import TeacherStep, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lesson_player.handouts.blocks import Block
    from lesson_player.handouts.source import HandoutSource
    from lesson_player.model.lesson import Sitting, Step


def teachers_plan(source: HandoutSource, paper: Paper) -> tuple[Handout, ...]:
    """All sittings with their minutes, then each step's notes."""
    blocks: list[Block] = [Paragraph(source.lesson.about)]
    sittings = source.lesson.sittings
    overview = tuple(
        (str(number), sitting.title, sitting.about or "", _minutes(source.lesson.minutes(sitting.id)))
        for number, sitting in enumerate(sittings, start=1)
    )
    blocks.append(Table((tr("No."), tr("Part"), tr("What it is for"), tr("Time")), overview, (0, 2, 5, 0)))
    if source.lesson.guidance:
        texts = tuple(f"{one.title} ({one.nation}, {one.year})" for one in source.lesson.guidance)
        blocks += [Heading(tr("Guidance that it goes by")), Bullets(texts)]
    seen: dict[str, str] = {}
    for number, sitting in enumerate(sittings, start=1):
        blocks += _sitting(source, sitting, number, seen)
    return (
        Handout(
            id="teachers-plan",
            kind="teachers-plan",
            title=tr("{lesson}: the teacher’s plan", lesson=source.lesson.title),
            subtitle=tr("Version: {version}", version=source.version_title),
            language=source.lesson.language,
            reader=Reader.STAFF,
            blocks=tuple(blocks),
            paper=paper,
            lettering=for_adults(10.5),
            foot=tr("{lesson}: teacher’s plan. For staff, not for pupils", lesson=source.lesson.title),
            sample=source.lesson.sample,
        ),
    )


def _sitting(source: HandoutSource, sitting: Sitting, number: int, seen: dict[str, str]) -> Iterator[Block]:
    title = tr("Part {n}: {title}", n=number, title=sitting.title)
    steps = source.lesson.sitting_steps(sitting.id)
    yield Heading(f"{title} ({_minutes(source.lesson.minutes(sitting.id))})")
    yield _timings(steps)
    known = [(seen.get(step.id, ""), step) for step in steps]
    seen.update({step.id: title for before, step in known if not before})
    for before, some in groupby(known, key=itemgetter(0)):
        if before:
            titles = " · ".join(step.title for _, step in some)
            yield Together((Heading(titles, 3), Paragraph(tr("As in {part}.", part=before))))
            continue
        for _, step in some:
            yield from _kept_together(tuple(_step(source, step)))


def _kept_together(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """A step may go over to the next page, but not after its title, nor just before its note."""
    first = next((at for at, block in enumerate(blocks) if isinstance(block, Bullets)), len(blocks) - 1) + 1
    last = len(blocks) - (2 if isinstance(blocks[-1], Note) else 0)
    if first > last:
        yield Together(blocks)
        return
    yield Together(blocks[:first])
    yield from blocks[first:last]
    if blocks[last:]:
        yield Together(blocks[last:])


def _timings(steps: tuple[Step, ...]) -> Table:
    rows: list[tuple[str, ...]] = []
    at = 0
    for step in steps:
        begins = tr("{n} min", n=at) if step.minutes else ""
        extra = tr("may be left out") if step.optional else ""
        rows.append((begins, step.title, _minutes(step.minutes) if step.minutes else "", extra))
        at += step.minutes
    return Table((tr("From"), tr("Step"), tr("Time"), tr("If time is short")), tuple(rows), (0, 1, 0, 0))


def _step(source: HandoutSource, step: Step) -> Iterator[Block]:
    told = f" ({_minutes(step.minutes)})" if step.minutes else ""
    yield Heading(f"{step.title}{told}", 3)
    if isinstance(step, TeacherStep):
        yield Bullets(tuple(source.words(line) for line in step.lines), boxes=True)
    else:
        shown = " · ".join(source.words(line) for line in list(lines_of(step))[:1])
        if shown:
            yield Paragraph(tr("The class sees first: {words}", words=shown), Size.SMALL)
    notes = step.notes
    for title, lines in ((tr("Say"), notes.say), (tr("Ask"), notes.ask), (tr("Look for"), notes.look_for)):
        if lines:
            yield Bullets(tuple(f"**{title}:** {line}" if not n else line for n, line in enumerate(lines)))
    for question in questions_of(step):
        if question.look_for:
            yield Bullets((f"**{source.words(question)}**", *question.look_for))
    special = [f"**{tr('If someone is unsettled')}:** {line}" for line in notes.unsettled]
    special += [f"**{tr('For Deaf pupils')}:** {line}" for line in notes.deaf]
    if special:
        yield Note((Bullets(tuple(special)),), tone=Tone.CARE)


def _minutes(minutes: int) -> str:
    return tr_n("{n} minute", "{n} minutes", minutes)
