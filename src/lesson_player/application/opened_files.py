"""Files that somebody opens from a file manager: shown in the library, never in the middle of a lesson."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.model.problem import Problem
from lesson_player.operations.opened_file import LessonHere, look_at, shown_name

if TYPE_CHECKING:
    from pathlib import Path

    from lesson_player.application.program import Program
    from lesson_player.operations.opened_file import PackFile


class OpenedFiles:
    """Opens a file where the library is on show; in a lesson or in the editor it waits for their end."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._waiting: Path | None = None
        self.lesson = ""
        """Id of the lesson that was opened last: it is on the library's first page."""
        self._selects = False

    @property
    def waiting(self) -> bool:
        """Whether a file is to be opened as soon as the library is there."""
        return self._waiting is not None

    def open(self, path: Path) -> None:
        """Show in the library what the file at *path* is; nothing is installed by it."""
        program = self._program
        if program.desk is None and program.library is None:
            program.show_library()
        library = program.library
        if program.desk is None and library is not None and library.isVisible():
            # While a class sees anything of a lesson on this screen, the library is hidden.
            library.raise_()
            library.activateWindow()
            # Apart: what is opened may lie on a share that does not answer.
            program.jobs.run_apart(
                lambda _told: look_at(path, program.places),
                partial(self._show, path),
                lambda error: program.tell(str(error)),
            )
        else:
            self._waiting = path
            self._tell_when(shown_name(path))

    def open_waiting(self) -> None:
        """Open what came while there was no library; of several the last one."""
        path, self._waiting = self._waiting, None
        if path is not None:
            self.open(path)

    def to_begin_at(self) -> str:
        """Id of the lesson that the library begins at, now that it shows the lessons; given once."""
        selects, self._selects = self._selects, False
        return self.lesson if selects else ""

    def _show(self, path: Path, found: PackFile | LessonHere | Problem) -> None:
        program = self._program
        library = program.library
        if library is None or not library.isVisible():
            self.open(path)  # a lesson was begun meanwhile
        elif isinstance(found, Problem):
            program.tell(f"{found.sentence} {found.remedy}".strip())
        elif isinstance(found, LessonHere):
            self.lesson, self._selects = found.id, True
            library.search.end()
            program.refresh()
        else:
            from lesson_player.application.library_doors import install_desk  # noqa: PLC0415 - seldom used

            if not install_desk(program, library).open_with(found.path):
                program.tell(
                    tr(
                        "“{name}” was not opened, because another pack is at work. Open it again after that.",
                        name=shown_name(path),
                    )
                )

    def _tell_when(self, name: str) -> None:
        program = self._program
        if program.desk is not None:
            program.tell(tr("“{name}” waits. It opens in the library after this lesson.", name=name))
            return
        from lesson_player.application.editor import EditorDesk  # noqa: PLC0415 - it is open, so it is loaded

        editor = program.library.findChild(EditorDesk) if program.library is not None else None
        if editor is not None:
            editor.window.tell(
                tr("“{name}” waits. It opens in the library when you close the editor.", name=name)
            )
