"""The transcript as a page of its own."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.teaching.time_words import minutes_seconds
from lesson_player.teaching.views import LineKind
from lesson_player.ui.presenter.paper import POINTS, Paper
from lesson_player.ui.presenter.timed_row import said

if TYPE_CHECKING:
    from lesson_player.teaching.views import TeacherView, TranscriptLine


def page(view: TeacherView) -> Paper:
    """The whole transcript of the version that is on, with what it is and, for a sample, that it is one."""
    version = view.film_settings.version_title if view.film_settings else ""
    notes = [words for words in (version, view.film_notice) if words]
    notes.append(
        tr("Times are minutes and seconds from the start of the film. Descriptions are in brackets.")
    )
    head = "".join(f"<p>{escape(words)}</p>" for words in notes)
    title = tr("{lesson}: transcript", lesson=view.lesson_title)
    return Paper(title, head + "".join(_line(line) for line in view.transcript))


def _line(line: TranscriptLine) -> str:
    time = minutes_seconds(line.at_s)
    if line.kind is LineKind.CHAPTER:
        return f'<h2 style="font-size:{POINTS + 2}pt">{time}&nbsp; {escape(line.text)}</h2>'
    words = escape(said(line))
    if line.speaker:
        speaker = escape(f"{line.speaker}:")
        words = f"<b>{speaker}</b>{words[len(speaker) :]}"
    return f"<p>{time}&nbsp; {words}</p>"
