"""The program from its start to its end: with the library, or with a lesson straight away."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, QUrl

from lesson_player.application.commands import called, unknown_lesson
from lesson_player.application.courses import unknown_adaptation
from lesson_player.application.desk import Screens, Sitting, best_screens
from lesson_player.application.program import Program, in_room
from lesson_player.application.qt_application import with_windows
from lesson_player.application.trouble import crash_words
from lesson_player.desktop.displays import displays
from lesson_player.desktop.handed_over import HandedOver
from lesson_player.foundation.crash import CrashNote
from lesson_player.foundation.handover import Handover
from lesson_player.foundation.i18n import tr
from lesson_player.foundation.paths import standard_places
from lesson_player.foundation.startup import resume_collection

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from lesson_player.model.bundle import LessonBundle

CANNOT = 2
_SETTLED_MS = 2000
"""By then the first window has been painted."""


def open_library(engine_name: str | None) -> int:
    """Open the library and run until the last window is closed."""
    application = with_windows()
    program = Program(engine_name)
    program.show_library()
    return _run(application, program)


def open_file(engine_name: str | None, name: str) -> int:
    """Open the library with what the file or folder called *name* is, in the window that is there if one is.

    *name* is a path, or a ``file:`` address as some file managers give it. Nothing is installed by it.
    """
    path = Path(QUrl(name).toLocalFile() if name.startswith("file:") else name).absolute()
    handover = Handover(standard_places().handed_over)
    if not handover.be_first() and handover.give(path):
        return 0
    application = with_windows()
    program = Program(engine_name)
    program.show_library()
    program.files.open(path)
    return _run(application, program, handover)


def open_lesson(
    engine_name: str | None,
    lesson: str,
    sitting: str | None,
    adaptations: tuple[str, ...],
    screens: str | None,
    say: Callable[[str], None],
) -> int:
    """Teach a lesson straight away and run until it ends. Gives 2 when there is no such lesson or sitting."""
    application = with_windows()
    program = Program(engine_name)
    program.school.look_now()
    folder = next(iter(called(program.places, lesson, say)), None)
    opened = program.school.open_now(folder)
    bundle, problems = opened.bundle, opened.problems
    reasons = _why_not(bundle, sitting, adaptations) if bundle else [str(problem) for problem in problems]
    if folder is None:
        reasons = [unknown_lesson(lesson, program.places)]
    if bundle is None or reasons:
        say(tr("The lesson “{lesson}” cannot be taught.", lesson=lesson))
        for reason in reasons:
            say(reason)
        program.close()
        return CANNOT
    known = [one.id for one in bundle.lesson.sittings]
    chosen = Screens(screens) if screens else best_screens()
    where = replace(program.rooms.choice(displays()), screens=chosen)
    asked = Sitting(bundle, sitting or known[0], adaptations, coming=opened.coming)
    if notice := program.teach(in_room(asked, where), program.school.words_for(opened)):
        say(notice)
    return _run(application, program)


def _run(application: QApplication, program: Program, handover: Handover | None = None) -> int:
    """Run until the last window is closed. A crash leaves a note, and one from before is told of."""
    if words := crash_words(program.places.logs):
        program.tell(words)
    note = CrashNote(program.places.logs)
    listening: list[HandedOver] = []
    QTimer.singleShot(_SETTLED_MS, partial(_settle, program, handover, listening))
    code = application.exec()
    for each in listening:
        each.close()
    program.close()
    note.close()
    return code


def _settle(program: Program, handover: Handover | None, listening: list[HandedOver]) -> None:
    """What has time until the first window has been painted: collecting, and hearing of opened files."""
    resume_collection()
    heard = HandedOver(handover or Handover(program.places.handed_over))
    heard.came.connect(program.files.open)
    listening.append(heard)
    heard.begin()


def _why_not(bundle: LessonBundle, sitting: str | None, adaptations: tuple[str, ...]) -> list[str]:
    """What was asked for that the lesson does not have."""
    known = [one.id for one in bundle.lesson.sittings]
    reasons = [unknown_adaptation(bundle, adaptations)]
    if sitting is not None and sitting not in known:
        reasons.append(
            tr("It has no sitting “{name}”. There are: {known}.", name=sitting, known=", ".join(known))
        )
    return [reason for reason in reasons if reason]
