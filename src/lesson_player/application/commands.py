"""The commands that need an engine but no window: check and rehearse."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from lesson_player.application.courses import begin, open_course, unknown_adaptation
from lesson_player.application.films import EngineProbe
from lesson_player.application.machine import machine_lines
from lesson_player.application.qt_application import without_windows
from lesson_player.application.rehearsal import SlidePainter
from lesson_player.application.rooms import Rooms
from lesson_player.application.settings_here import policy_line, settings_here
from lesson_player.desktop.qt_messages import log_qt_messages
from lesson_player.foundation.i18n import tr
from lesson_player.foundation.logs import start_logging
from lesson_player.foundation.startup import resume_collection
from lesson_player.model.lesson import shows_films
from lesson_player.model.library import CheckLine, Readiness
from lesson_player.operations.checks import check_lesson, exit_code, problem_lines
from lesson_player.operations.library import find_lessons, lesson_folders, lesson_id, load_lesson
from lesson_player.operations.rehearse import rehearse
from lesson_player.playback.engines import choose_engine
from lesson_player.rendering.pictures import PictureStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from lesson_player.foundation.paths import Places
    from lesson_player.model.bundle import LessonBundle
    from lesson_player.model.problem import Problem

CANNOT = 2
_MARKS = {Readiness.GOOD: "ok", Readiness.WARNING: "!", Readiness.PROBLEM: "PROBLEM", Readiness.UNKNOWN: "?"}


def check(
    engine_name: str | None, lesson: str | None, say: Callable[[str], None], policy_file: Path | None = None
) -> int:
    """Check one lesson, or all, and this machine. Gives 0, 1 for problems, 2 when it cannot be checked.

    *policy_file* is tried in place of this machine's own policy.
    """
    places, settings = settings_here(policy_file)
    quiet(places)
    folders = lesson_folders(places)
    if lesson is not None:
        folders = called(places, lesson, say)
    if not folders:
        say(unknown_lesson(lesson, places))
        return CANNOT
    _app = without_windows()
    engine = choose_engine(engine_name)
    probe = None if not engine.shows_films else EngineProbe(engine)
    lines: list[CheckLine] = []
    films = False
    for folder in folders:
        say(tr("Lesson: {name}", name=folder.name))
        bundle, problems = load_lesson(folder, places)
        if bundle is None:
            _say_lines(problem_lines(problems), lines, say)
        else:
            films = films or shows_films(bundle.lesson)
            _say_lines(check_lesson(bundle, problems, probe, datetime.now(UTC).date()), lines, say)
    say(tr("This computer"))
    laid_down = policy_line(settings.policy)
    _say_lines([laid_down] if laid_down is not None else [], lines, say)
    _say_lines(machine_lines(engine, Rooms(settings), films=films), lines, say)
    code = exit_code(lines)
    say(
        tr("Nothing would stop the lesson.")
        if code == 0
        else tr("Look at the lines marked PROBLEM before class.")
    )
    return code


def run_rehearsal(
    engine_name: str | None,
    lesson: str,
    adaptations: Sequence[str],
    out: Path,
    progress: Callable[[float, str], None],
    say: Callable[[str], None],
) -> int:
    """Rehearse a lesson into *out*. Gives 0, 1 when something needs a look, 2 when it cannot be done."""
    places, _ = settings_here()
    quiet(places)
    _app = without_windows()
    bundle, problems = lesson_called(places, lesson, say)
    if bundle is None:
        return CANNOT
    if wrong := unknown_adaptation(bundle, adaptations):
        say(wrong)
        return CANNOT
    engine = choose_engine(engine_name)
    say(engine.sentence)
    course, prepared = open_course(bundle, adaptations)
    painter = SlidePainter(PictureStore(course.bundle.picture_path))
    sampler = EngineProbe(engine) if engine.shows_films else None
    try:
        found = rehearse(
            course, lambda sitting: begin(course, prepared, sitting), painter, sampler, out, progress
        )
    except OSError as error:
        say(tr("The rehearsal could not be written to {folder}: {why}", folder=out, why=error))
        return CANNOT
    told = [str(problem) for problem in (*problems, *prepared.problems)]
    say("\n".join([*told, found.report(), tr("Pictures and report: {folder}", folder=out)]))
    return 1 if found.findings else 0


def quiet(places: Places) -> None:
    """Send what libraries have to say to the log: on the terminal it would stand between our own lines."""
    start_logging(places.logs)
    log_qt_messages()
    resume_collection()


def _say_lines(new: Iterable[CheckLine], lines: list[CheckLine], say: Callable[[str], None]) -> None:
    for line in new:
        lines.append(line)
        say(in_words(line))


def in_words(line: CheckLine) -> str:
    """A line of the check as a terminal shows it, with what to do on a line of its own."""
    words = f"  {_MARKS[line.readiness]:>7}  {line.sentence}"
    wants = line.remedy and line.readiness is not Readiness.GOOD
    return f"{words}\n           {line.remedy}" if wants else words


def called(places: Places, lesson: str, say: Callable[[str], None]) -> tuple[Path, ...]:
    """The folder of the lesson of that id or folder name; none where there is none. Says so when two are."""
    folders = find_lessons(places, lesson)
    if len(folders) > 1:
        say(
            tr(
                "Two lessons are called “{lesson}”: those in the folders {folders}. The first one is taken. "
                "Give one of them another id in its lesson.yaml.",
                lesson=lesson,
                folders=", ".join(str(folder) for folder in folders),
            )
        )
    return folders[:1]


def lesson_called(
    places: Places, lesson: str, say: Callable[[str], None]
) -> tuple[LessonBundle | None, tuple[Problem, ...]]:
    """The lesson of that id or folder name, with what was found in it; without it, why not has been said."""
    folder = next(iter(called(places, lesson, say)), None)
    if folder is None:
        say(unknown_lesson(lesson, places))
        return None, ()
    bundle, problems = load_lesson(folder, places)
    if bundle is None:
        for problem in problems:
            say(str(problem))
    return bundle, problems


def unknown_lesson(lesson: str | None, places: Places) -> str:
    """A sentence that says which lessons there are instead."""
    known = ", ".join(lesson_id(folder) for folder in lesson_folders(places))
    if lesson is None or not known:
        return tr("There is no lesson here. Lessons are folders in {folder}.", folder=places.lessons[0])
    return tr("There is no lesson called “{lesson}”. There are: {known}.", lesson=lesson, known=known)
