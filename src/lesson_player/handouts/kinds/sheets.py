"""Sheets that go beside the program: the film's transcript, and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.handouts.blocks import Heading, Paragraph, Table, Transcript
from lesson_player.handouts.handout import Handout, Paper, Reader
from lesson_player.handouts.lettering import for_adults
from lesson_player.handouts.transcript_tables import clock

if TYPE_CHECKING:
    from lesson_player.handouts.blocks import Block
    from lesson_player.handouts.source import FilmScript, HandoutSource


def transcript(source: HandoutSource, paper: Paper) -> tuple[Handout, ...]:
    """All that is said in each version of the film, and what can only be seen, with times."""
    return tuple(_transcript(source, paper, script) for script in source.scripts)


def _transcript(source: HandoutSource, paper: Paper, script: FilmScript) -> Handout:
    length = tr("Length {time} (minutes and seconds)", time=clock(script.duration_s))
    blocks: list[Block] = [Paragraph(script.notice)] if script.notice else []
    blocks.append(Transcript(script.rows))
    return Handout(
        id="transcript" if script is source.scripts[0] else f"transcript-{script.id}",
        kind="transcript",
        title=tr("{lesson}: the film in words", lesson=source.title),
        subtitle=f"{script.title}. {length}",
        language=source.lesson.language,
        reader=Reader.PUPILS,
        blocks=tuple(blocks),
        paper=paper,
        lettering=for_adults(12.5),
        foot=tr("{lesson}: the film in words", lesson=source.title),
        sample=source.lesson.sample,
    )


def keys_sheet(source: HandoutSource, paper: Paper) -> tuple[Handout, ...]:
    """The keys as they are set on this computer."""
    blocks: list[Block] = []
    for group in source.keys:
        rows = tuple((row.keys, row.help) for row in group.rows)
        blocks += [Heading(group.title), Table((tr("Keys"), tr("What they do")), rows, (3, 8))]
    if not blocks:
        return ()
    return (
        Handout(
            id="keys-sheet",
            kind="keys-sheet",
            title=tr("Keys"),
            subtitle=tr("They work in the teacher’s window and on the class screen alike."),
            language=source.lesson.language,
            reader=Reader.STAFF,
            blocks=tuple(blocks),
            paper=paper,
            lettering=for_adults(9.8),
            foot=tr("Lesson Player: keys"),
        ),
    )
