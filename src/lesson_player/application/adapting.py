"""From the library to the editor of a version and back: opened, made anew, copied, tried, taught."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from lesson_player.application.editor import EditorDesk
from lesson_player.foundation.i18n import tr
from lesson_player.model.layers import apply
from lesson_player.model.problem import Problem
from lesson_player.operations.film_import.moments import made_for
from lesson_player.operations.film_import.wish import REAL
from lesson_player.operations.library import find_lesson, load_lesson
from lesson_player.operations.versions import (
    OpenedVersion,
    copy_version,
    keep_former,
    new_version,
    open_version,
    versions_of,
)
from lesson_player.ui.library.new_version_sheet import NewVersionSheet
from lesson_player.ui.widgets.window_access import give_access

if TYPE_CHECKING:
    from lesson_player.application.program import Program
    from lesson_player.model.adaptation import Adaptation
    from lesson_player.model.bundle import LessonBundle

_LOG = logging.getLogger(__name__)


def adapt(program: Program, lesson: str, version: str, make: bool) -> None:  # noqa: FBT001 - a slot
    """Open the editor of one of the user's own versions; ask for a name where a new one is to be made.

    *version* is the id of the one that is chosen, empty for the lesson as written. What came with the lesson
    is copied; so is everything where *make* is true.
    """
    bundle = _bundle(program, lesson)
    if bundle is None:
        return
    own = {one.id for one in versions_of(bundle, program.places) if one.own}
    if version in own and not make:
        edit(program, bundle, version)
    else:
        _ask_for_name(program, bundle, version)


def edit(program: Program, bundle: LessonBundle, version: str) -> EditorDesk | None:
    """Open the editor in place of the library; None, with a message, where the version cannot be opened."""
    found = open_version(bundle, program.places, version)
    if isinstance(found, Problem):
        program.tell(f"{found.sentence} {found.remedy}".strip())
        return None
    try:
        keep_former(program.places, bundle.lesson.id, version)
    except OSError as error:
        _LOG.warning("The version as it was could not be kept: %s", error)
    return show_editor(program, bundle, found, version)


def show_editor(
    program: Program, bundle: LessonBundle, found: OpenedVersion, version: str = ""
) -> EditorDesk:
    """The editor of what was opened, in place of the library; *version* is empty for a lesson itself."""
    desk = EditorDesk(bundle, found, program)
    give_access(desk.window, program.keys.book)
    library = program.library
    if library is not None:
        desk.setParent(library)
        library.left.connect(desk.end)
        library.hide()
    desk.closed.connect(program.show_library)
    desk.teach_asked.connect(lambda sitting: _teach(program, desk, bundle, sitting, version))
    desk.share_asked.connect(lambda: _share(program, desk, bundle.lesson.id))
    desk.window.showMaximized()
    return desk


def _share(program: Program, desk: EditorDesk, lesson: str) -> None:
    """Open the sheet that makes a lesson with its versions one file, over the editor."""
    # It is loaded when somebody asks for it.
    from lesson_player.application.pack_desk import open_share  # noqa: PLC0415

    sharing = open_share(desk.window, lesson, program.places, program.jobs)
    if isinstance(sharing, str):
        desk.window.tell(sharing)


def _teach(program: Program, desk: EditorDesk, bundle: LessonBundle, sitting: str, version: str) -> None:
    desk.end()
    real = _real(bundle)
    built_on = (real.id,) if real is not None else ()
    layers = tuple(dict.fromkeys((*built_on, version))) if version else ()
    program.ask(bundle.lesson.id, sitting, layers)


def _ask_for_name(program: Program, bundle: LessonBundle, version: str) -> None:
    library = program.library
    if library is None:
        return
    found = versions_of(bundle, program.places)
    versions = (("", tr("The lesson as written"), ""), *((one.id, one.title, one.about) for one in found))
    sheet = NewVersionSheet(library, bundle.lesson.title, versions, version)
    sheet.make_asked.connect(lambda name, source: _make(program, bundle, name, source))
    sheet.open_sheet()


def _make(program: Program, bundle: LessonBundle, name: str, source: str) -> None:
    former = next((one for one in bundle.adaptations if one.id == source), None)
    try:
        if former is None:
            about = tr("Made here, for the whole class.")
            made = new_version(bundle, program.places, name, about)
        else:
            made = copy_version(bundle, program.places, former, name)
    except OSError as error:
        _LOG.warning("A new version could not be written: %s", error)
        program.tell(
            tr("The version could not be made: the disk may be full, or the folder may not be written to.")
        )
        return
    except ValueError:
        program.tell(tr("A version needs a name of 1 to 400 characters."))
        return
    again = _bundle(program, bundle.lesson.id)
    if again is not None:
        edit(program, again, made.id)


def _bundle(program: Program, lesson: str) -> LessonBundle | None:
    """The lesson as versions of it are made: over the real film's version, where the real film is here."""
    bundle, problems = load_lesson(find_lesson(program.places, lesson), program.places)
    if bundle is None:
        program.tell(str(problems[0]) if problems else tr("That lesson is no longer here."))
        program.refresh()
        return None
    real = _real(bundle)
    if real is None:
        return bundle
    return bundle.model_copy(update={"lesson": apply(bundle.lesson, [real])[0]})


def _real(bundle: LessonBundle) -> Adaptation | None:
    """The version made for the real film, over which all others lie, where that film is here."""
    film = bundle.films.get(bundle.lesson.film or "")
    return made_for(bundle, REAL) if film is not None and film.film.edition == REAL else None
