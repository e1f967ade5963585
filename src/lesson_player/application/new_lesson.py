"""From the library to the editor of a lesson of one's own: begun from a template, copied, or opened again."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from lesson_player.application.adapting import show_editor
from lesson_player.foundation.i18n import tr
from lesson_player.model.problem import Problem
from lesson_player.operations.library import find_lesson, load_lesson
from lesson_player.operations.own_lessons import (
    films_of,
    keep_former_lesson,
    make_lesson,
    open_lesson,
    templates_of,
)
from lesson_player.ui.library.new_lesson_sheet import Beginning, NewLessonSheet

if TYPE_CHECKING:
    from pathlib import Path

    from lesson_player.application.editor import EditorDesk
    from lesson_player.application.program import Program
    from lesson_player.operations.own_lessons import FilmChoice

_LOG = logging.getLogger(__name__)


def ask(program: Program) -> None:
    """Open the sheet that asks what a new lesson is called, and what it begins as."""
    library = program.library
    if library is None:
        return
    films = films_of(program.places)
    beginnings = [
        Beginning(one.folder, one.title, one.about, film=one.film) for one in templates_of(program.places)
    ]
    cards = (view.card for view in library.views if view.card.teachable)
    beginnings += [
        Beginning(card.folder, tr("A copy of “{lesson}”", lesson=card.title), "", copied=True)
        for card in cards
    ]
    sheet = NewLessonSheet(library, tuple(beginnings), tuple((one.id, one.title) for one in films))
    known = {one.id: one for one in films}
    sheet.make_asked.connect(
        lambda title, one, film: _make(program, title, one, known.get(film) if one.film else None)
    )
    sheet.open_sheet()


def edit_lesson(program: Program, lesson: str) -> EditorDesk | None:
    """Open the editor of a lesson of the user's own; None, with a message, where it cannot be edited."""
    return _edit(program, find_lesson(program.places, lesson))


def _make(program: Program, title: str, beginning: Beginning, film: FilmChoice | None) -> None:
    about = None if beginning.copied else tr("For our class. Say here what the lesson is for.")
    try:
        folder = make_lesson(program.places, beginning.folder, title, about=about, film=film)
    except OSError as error:
        _LOG.warning("A new lesson could not be written: %s", error)
        program.tell(
            tr("The lesson could not be made: the disk may be full, or the folder may not be written to.")
        )
    except ValueError:
        program.tell(tr("The lesson could not be made: a file that it begins as cannot be read."))
    else:
        _edit(program, folder)


def _edit(program: Program, folder: Path | None) -> EditorDesk | None:
    bundle, problems = load_lesson(folder, program.places)
    if bundle is None:
        program.tell(str(problems[0]) if problems else tr("That lesson is no longer here."))
        program.refresh()
        return None
    found = open_lesson(bundle, program.places)
    if isinstance(found, Problem):
        program.tell(f"{found.sentence} {found.remedy}".strip())
        return None
    try:
        keep_former_lesson(program.places, bundle)
    except OSError as error:
        _LOG.warning("The lesson as it was could not be kept: %s", error)
    return show_editor(program, bundle, found)
