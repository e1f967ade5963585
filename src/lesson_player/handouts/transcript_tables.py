"""A transcript as tables under the headings of the film's chapters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.handouts.blocks import Heading, Said, Table, Transcript

if TYPE_CHECKING:
    from lesson_player.handouts.blocks import Block, TranscriptRow


def clock(seconds: float) -> str:
    """A time of the film: ``1:05``, or ``1:01:05`` from an hour on."""
    whole = int(seconds)
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def transcript_blocks(transcript: Transcript) -> tuple[Block, ...]:
    """A heading for each chapter, and a table with times below it; one table where there are no chapters."""
    blocks: list[Block] = []
    rows: list[tuple[str, str, str]] = []
    for row in transcript.rows:
        if row.said is Said.CHAPTER:
            blocks += _table(rows)
            rows = []
            blocks.append(Heading(tr("{time}  {chapter}", time=clock(row.at_s), chapter=row.text)))
        else:
            rows.append((clock(row.at_s), speaker(row), row.text))
    return (*blocks, *_table(rows))


def speaker(row: TranscriptRow) -> str:
    """Who says it; for what can only be seen, that it is seen."""
    return tr("To see") if row.said is Said.DESCRIBED else row.speaker


def _table(rows: list[tuple[str, str, str]]) -> list[Table]:
    if not rows:
        return []
    return [Table((tr("Time"), tr("Who"), tr("Words")), tuple(rows), (2.0, 4.0, 14.0))]
