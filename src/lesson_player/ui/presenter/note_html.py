"""The teacher's notes as rich text, made from plain lines."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lesson_player.teaching.views import TeacherView

_STRONG = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)


def notes_html(view: TeacherView, *, size_px: int, quiet: str) -> str:
    """The notes of *view* in the order in which they are needed; lesson text is escaped, so it stays text."""
    parts = [
        _section(title, lines, lead=lead, size_px=size_px, quiet=quiet)
        for title, lines, lead in _sections(view)
    ]
    return "".join(parts) or f"<p>{escape(tr('There are no notes for this step.'))}</p>"


def _sections(view: TeacherView) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    notes = view.notes
    for title, lines, lead in (
        (tr("To do"), view.tasks, False),
        (tr("Say"), notes.say, True),
        (tr("Ask"), notes.ask, False),
        (tr("Look for"), notes.look_for, False),
        (tr("If a pupil is unsettled"), notes.unsettled, False),
        (tr("For Deaf pupils"), notes.deaf, False),
    ):
        if lines:
            yield title, lines, lead


def _section(title: str, lines: tuple[str, ...], *, lead: bool, size_px: int, quiet: str) -> str:
    small, large = round(size_px * 0.85), round(size_px * 1.18)
    gap = round(size_px * 0.85)
    style = f"margin:{gap}px 0 {size_px // 4}px 0; font-size:{small}px; font-weight:600; color:{quiet}"
    head = f'<p style="{style}">{escape(title)}</p>'
    if lead:
        return head + "".join(
            f'<p style="margin:0 0 {size_px // 3}px 0; font-size:{large}px">{_words(line)}</p>'
            for line in lines
        )
    if len(lines) == 1:
        return head + f'<p style="margin:0; font-size:{size_px}px">{_words(lines[0])}</p>'
    items = "".join(f'<li style="margin-bottom:{size_px // 4}px">{_words(line)}</li>' for line in lines)
    style = f"margin:0 0 0 {round(size_px * 1.3)}px; -qt-list-indent:0; font-size:{size_px}px"
    return head + f'<ul style="{style}">{items}</ul>'


def _words(line: str) -> str:
    return _STRONG.sub(r"<b>\1</b>", escape(line))
