"""``check --machine``: everything about this computer that a lesson needs, for technicians and scripts."""

from __future__ import annotations

import json
import platform
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from PySide6.QtCore import QSysInfo, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication

from lesson_player import __version__
from lesson_player.application.commands import in_words, quiet
from lesson_player.application.machine import machine_lines
from lesson_player.application.qt_application import without_windows
from lesson_player.application.rooms import Rooms
from lesson_player.application.settings_here import policy_line, settings_here
from lesson_player.foundation.i18n import tr
from lesson_player.foundation.startup import has_screen
from lesson_player.model.library import CheckLine, Readiness
from lesson_player.operations.checks import exit_code
from lesson_player.operations.folder_checks import folder_lines
from lesson_player.playback.engines import choose_engine
from lesson_player.playback.probe import plays_for
from lesson_player.playback.samples import SAMPLES
from lesson_player.rendering.fonts import family, typefaces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from lesson_player.foundation.paths import Places
    from lesson_player.foundation.settings import Settings
    from lesson_player.playback.engines import Engine

FORMAT = 1
"""Of the JSON: a field may be added, none is renamed or taken away, and an id keeps its meaning."""
_SAMPLE_S = 1.0
"""So much of each sample is played."""

_KINDS = {"h264-aac": "MP4 (H.264, AAC)", "vp9-opus": "WebM (VP9, Opus)"}


def computer_lines(places: Places, settings: Settings, engine: Engine) -> Iterator[CheckLine]:
    """Every line about this computer. Needs a Qt application, on its thread."""
    yield _program_line()
    laid_down = policy_line(settings.policy)
    yield laid_down or _good("policy", tr("The school has laid nothing down for this computer"))
    if settings.trouble:
        yield CheckLine(id="settings", readiness=Readiness.WARNING, sentence=settings.trouble)
    yield from folder_lines(places)
    yield from machine_lines(engine, Rooms(settings))
    yield from _decoder_lines(engine)
    yield _drawing_line()
    yield _fonts_line()
    yield _voice_line()


def check_machine(
    engine_name: str | None, say: Callable[[str], None], policy_file: Path | None = None, *, json_wanted: bool
) -> int:
    """Check this computer alone. Gives 0, 1 for problems, 2 when something could not be found out."""
    places, settings = settings_here(policy_file)
    quiet(places)
    _app = without_windows()
    lines = []
    for line in computer_lines(places, settings, choose_engine(engine_name)):
        lines.append(line)
        if not json_wanted:
            say(in_words(line))
    if json_wanted:
        say(as_json(lines))
    return exit_code(lines)


def as_json(lines: Iterable[CheckLine]) -> str:
    """What scripts read: docs/it/check.md describes it."""
    found = list(lines)
    told = [
        {
            "id": line.id,
            "readiness": line.readiness.value,
            "sentence": line.sentence,
            **({"remedy": line.remedy} if line.remedy else {}),
        }
        for line in found
    ]
    data = {"format": FORMAT, "version": __version__, "exit_code": exit_code(found), "lines": told}
    # All in ASCII: the consoles of Windows read what a program says in one of their own code pages.
    return json.dumps(data, indent=2)


def _program_line() -> CheckLine:
    return _good(
        "program",
        tr(
            "Lesson Player {version}, Python {python}, Qt {qt}, on {system} ({machine})",
            version=__version__,
            python=platform.python_version(),
            qt=qVersion(),
            system=QSysInfo.prettyProductName(),
            machine=platform.machine(),
        ),
    )


def _decoder_lines(engine: Engine) -> Iterator[CheckLine]:
    """Whether the engine plays the kinds of files that schools have, found out by playing one of each."""
    if not engine.shows_films:
        return
    with as_file(files("lesson_player.playback") / "samples") as folder:
        for kind, name in SAMPLES.items():
            why_not = plays_for(engine, folder / name, _SAMPLE_S)
            if not why_not:
                yield _good(f"decodes-{kind}", tr("Plays films of the kind {kind}", kind=_KINDS[kind]))
                continue
            yield CheckLine(
                id=f"decodes-{kind}",
                readiness=Readiness.PROBLEM,
                sentence=tr("Does not play films of the kind {kind}. {why}", kind=_KINDS[kind], why=why_not),
                remedy=tr("Install the program again, or the other film engine."),
            )


def _drawing_line() -> CheckLine:
    if not has_screen() or QGuiApplication.platformName() in {"offscreen", "minimal"}:
        return _good("drawing", tr("Drawn by the processor. No screen is connected to this check"))
    return _good(
        "drawing",
        tr(
            "Drawn by the processor on {platform}: no graphics card is needed",
            platform=QGuiApplication.platformName(),
        ),
    )


def _fonts_line() -> CheckLine:
    missing = [known for known in map(family, typefaces()) if not _has_letters(known)]
    if missing:
        return CheckLine(
            id="fonts",
            readiness=Readiness.PROBLEM,
            sentence=tr("Typefaces are missing: {names}", names=", ".join(missing)),
            remedy=tr("Install the program again."),
        )
    return _good("fonts", tr("Typefaces: {names}", names=", ".join(typefaces().values())))


def _has_letters(name: str) -> bool:
    return QFontDatabase.WritingSystem.Latin in QFontDatabase.writingSystems(name)


def _voice_line() -> CheckLine:
    # Loading Qt's voices costs a tenth of a second that only this check should pay.
    from lesson_player.speech.system_engine import best_engine, why_no_engine  # noqa: PLC0415

    why_not = why_no_engine()
    if not why_not:
        return _good("system-voice", tr("The computer's own voice can be used ({name})", name=best_engine()))
    return CheckLine(
        id="system-voice",
        readiness=Readiness.WARNING,
        sentence=why_not,
        remedy=tr("Recorded lines are spoken all the same. Lines without a recording stay silent."),
    )


def _good(name: str, sentence: str) -> CheckLine:
    return CheckLine(id=name, readiness=Readiness.GOOD, sentence=sentence)
