"""Where the library leads besides teaching: the assistant for films, and the editor of versions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lesson_player.application.pack_desk import InstallDesk
    from lesson_player.application.program import Program
    from lesson_player.ui.library.window import LibraryWindow


def open_doors(program: Program, library: LibraryWindow) -> None:
    """Have the library's buttons open what they name. Nothing of it is loaded before somebody asks."""
    library.film_asked.connect(partial(_ask_for_film, program))
    library.adapt_asked.connect(partial(_adapt, program))
    library.pack_asked.connect(partial(_install, program))
    library.share_asked.connect(partial(_share, program))
    library.print_asked.connect(partial(_print, program))
    library.new_asked.connect(partial(_begin, program))
    library.edit_asked.connect(partial(_edit, program))


def _ask_for_film(program: Program, lesson: str, only_moments: bool) -> None:  # noqa: FBT001 - a slot
    """Open the assistant that puts a film in, or that sets the moments of the one that is there."""
    from lesson_player.application.film_assistant import open_assistant  # noqa: PLC0415 - seldom used

    program.check.stop()
    assistant = open_assistant(lesson, program, only_moments=only_moments)
    if isinstance(assistant, str):
        program.tell(assistant)
        return
    assistant.changed.connect(program.refresh)


def _install(program: Program) -> None:
    """Open the sheet that installs packs."""
    if program.library is not None:
        install_desk(program, program.library).open()


def install_desk(program: Program, library: LibraryWindow) -> InstallDesk:
    """The desk that installs packs; one for as long as the library lives."""
    from lesson_player.application.pack_desk import InstallDesk  # noqa: PLC0415 - seldom used

    program.check.stop()
    desk = library.findChild(InstallDesk)
    if desk is None:
        desk = InstallDesk(library, program.places, program.jobs)
        desk.changed.connect(program.refresh)
    desk.places = program.places
    return desk


def _share(program: Program, lesson: str) -> None:
    """Open the sheet that makes a lesson one file."""
    from lesson_player.application.pack_desk import open_share  # noqa: PLC0415 - seldom used

    if program.library is None:
        return
    program.check.stop()
    desk = open_share(program.library, lesson, program.places, program.jobs)
    if isinstance(desk, str):
        program.tell(desk)


def _print(program: Program, lesson: str, adaptations: tuple[str, ...]) -> None:
    """Open the sheet of what is handed out."""
    from lesson_player.application.handout_desk import open_handouts  # noqa: PLC0415 - seldom used

    if program.library is None:
        return
    program.check.stop()
    desk = open_handouts(
        program.library,
        lesson,
        adaptations,
        program.places,
        program.keys.book.commands,
        program.jobs,
        may_save=not program.settings.policy.hide_export,
    )
    if isinstance(desk, str):
        program.tell(desk)


def _adapt(program: Program, lesson: str, version: str, make: bool) -> None:  # noqa: FBT001 - a slot
    """Open the editor of a version, or ask for the name of a new one."""
    from lesson_player.application.adapting import adapt  # noqa: PLC0415 - seldom used

    program.check.stop()
    adapt(program, lesson, version, make)


def _begin(program: Program) -> None:
    """Ask what a new lesson is called and what it begins as."""
    from lesson_player.application.new_lesson import ask  # noqa: PLC0415 - seldom used

    program.check.stop()
    ask(program)


def _edit(program: Program, lesson: str) -> None:
    """Open the editor of a lesson of the user's own."""
    from lesson_player.application.new_lesson import edit_lesson  # noqa: PLC0415 - seldom used

    program.check.stop()
    edit_lesson(program, lesson)
