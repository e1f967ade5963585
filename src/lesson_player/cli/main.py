"""Arguments of ``lesson-player``. Windows and engines are loaded only by the commands that need them."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from lesson_player import __version__
from lesson_player.cli.film import add_film, add_inspection
from lesson_player.cli.handouts import add_handouts
from lesson_player.cli.opened import add_open, has_windows, prepare_qt, with_command
from lesson_player.cli.packs import add_install, add_pack, add_uninstall
from lesson_player.cli.symbols import add_symbol_pack
from lesson_player.cli.voice import add_children, add_voice_pack
from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

CANNOT = 2
"""Exit code when a command could not do its work at all."""

_STOPPED = 130
"""What shells give for a command that Ctrl+C has ended: 128 and the signal's number, 2."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; gives its exit code."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    parser = _parser()
    asked = parser.parse_args(with_command(given, parser))
    run = getattr(asked, "run", None)
    try:
        return int(run(asked)) if run else _open(asked)
    except KeyboardInterrupt:
        return _STOPPED
    except BrokenPipeError:
        # Whoever read the output has heard enough. Python would complain again when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="lesson-player",
        description=tr(
            "Teach a lesson with its film, from a teacher's screen to a class screen. Without the internet."
        ),
    )
    parser.add_argument("--version", action="version", version=__version__)
    parser.add_argument(
        "--engine",
        choices=("vlc", "qt", "silent"),
        help=tr("film engine: libVLC, Qt Multimedia, or none; the best one that is there if not given"),
    )
    commands = parser.add_subparsers(title=tr("commands"), metavar="")
    add_open(commands.add_parser("open", help=tr("open a file in the library, such as a lesson pack")))
    _add_teach(commands.add_parser("teach", help=tr("teach a lesson straight away")))
    _add_check(commands.add_parser("check", help=tr("see whether a lesson is ready for class")))
    _add_easy_read(commands.add_parser("easy-read", help=tr("see what may be hard to read in a lesson")))
    _add_rehearse(commands.add_parser("rehearse", help=tr("make a picture of every slide, and a report")))
    add_handouts(commands.add_parser("handouts", help=tr("make what is handed out, as files")))
    _add_schema(
        commands.add_parser("schema", help=tr("write the JSON Schema of a file of the lesson format"))
    )
    add_film(commands.add_parser("film", help=tr("put in the real film, or go back to the former one")))
    add_pack(commands.add_parser("pack", help=tr("write a lesson with its films as one file, to share it")))
    add_install(commands.add_parser("install", help=tr("install a lesson that came as one file")))
    add_uninstall(commands.add_parser("uninstall", help=tr("take out what was installed")))
    _add_report(commands.add_parser("report", help=tr("save a report for the technician as one zip file")))
    add_symbol_pack(commands.add_parser("symbol-pack", help=tr("a school's own symbols for the editor")))
    add_voice_pack(commands.add_parser("voice-pack", help=tr("the voice that makes recordings of lines")))
    add_inspection(commands.add_parser("inspect-film"))
    add_children(commands)
    return parser


def _add_teach(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("lesson", help=tr("name of the lesson, such as mayas-story"))
    parser.add_argument("--sitting", help=tr("id of the sitting; the first one if not given"))
    parser.add_argument(
        "--adaptation",
        action="append",
        default=[],
        help=tr("id of an adaptation; may be given several times"),
    )
    parser.add_argument(
        "--screens",
        choices=("two", "shared", "alone"),
        help=tr("two screens; one screen that the class sees too; or the teacher's window alone"),
    )
    parser.set_defaults(run=_teach)


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("lesson", nargs="?", help=tr("name of the lesson; all lessons if not given"))
    parser.add_argument("--policy", type=Path, help=tr("try a policy file of the school before it is put in"))
    parser.add_argument(
        "--machine", action="store_true", help=tr("check this computer alone, and more of it")
    )
    parser.add_argument(
        "--json", action="store_true", help=tr("with --machine: print what a script can read")
    )
    parser.set_defaults(run=_check)


def _add_report(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help=tr("the zip file"))
    parser.add_argument("--show", action="store_true", help=tr("print all that is in it first"))
    parser.set_defaults(run=_report)


def _add_easy_read(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("lesson", help=tr("name of the lesson, such as mayas-story"))
    parser.add_argument("--adaptation", action="append", default=[], help=tr("id of an adaptation"))
    parser.add_argument(
        "--wording", choices=("standard", "easy"), help=tr("one of its two wordings; both if not given")
    )
    parser.set_defaults(run=_easy_read)


def _add_rehearse(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("lesson", help=tr("name of the lesson, such as mayas-story"))
    parser.add_argument("--out", type=Path, required=True, help=tr("folder for the pictures and the report"))
    parser.add_argument("--adaptation", action="append", default=[], help=tr("id of an adaptation"))
    parser.set_defaults(run=_rehearse)


def _add_schema(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "kind",
        nargs="?",
        default="lesson",
        choices=("lesson", "film", "adaptation", "services", "pictures", "voice", "pack"),
    )
    parser.set_defaults(run=_schema)


def _open(asked: argparse.Namespace) -> int:
    if not has_windows():
        return CANNOT
    from lesson_player.application.opening import open_library  # noqa: PLC0415 - windows only where wanted

    return open_library(asked.engine)


def _teach(asked: argparse.Namespace) -> int:
    if not has_windows():
        return CANNOT
    from lesson_player.application.opening import open_lesson  # noqa: PLC0415 - windows only where wanted

    return open_lesson(
        asked.engine, asked.lesson, asked.sitting, tuple(asked.adaptation), asked.screens, print
    )


def _check(asked: argparse.Namespace) -> int:
    if (asked.machine and asked.lesson is not None) or (asked.json and not asked.machine):
        print(tr("--machine checks the computer without a lesson, and --json goes with --machine."))
        return CANNOT
    if asked.machine:
        from lesson_player.application.machine_check import check_machine  # noqa: PLC0415 - as below

        return check_machine(asked.engine, print, asked.policy, json_wanted=asked.json)
    from lesson_player.application.commands import check  # noqa: PLC0415 - engines only where wanted

    return check(asked.engine, asked.lesson, print, asked.policy)


def _report(asked: argparse.Namespace) -> int:
    from lesson_player.application.it_report import save_report  # noqa: PLC0415 - engines only where wanted

    prepare_qt()
    return save_report(asked.engine, asked.out, print, show=asked.show)


def _easy_read(asked: argparse.Namespace) -> int:
    from lesson_player.application.easy_read import tell_easy_read  # noqa: PLC0415 - word lists where wanted
    from lesson_player.model.lesson import Wording  # noqa: PLC0415 - only where wanted

    wordings = (Wording(asked.wording),) if asked.wording else tuple(Wording)
    return tell_easy_read(asked.lesson, tuple(asked.adaptation), wordings, print)


def _rehearse(asked: argparse.Namespace) -> int:
    from lesson_player.application.commands import run_rehearsal  # noqa: PLC0415 - engines only where wanted
    from lesson_player.cli.progress import ProgressBar  # noqa: PLC0415 - only where wanted

    with ProgressBar() as bar:
        return run_rehearsal(asked.engine, asked.lesson, tuple(asked.adaptation), asked.out, bar.at, bar.say)


def _schema(asked: argparse.Namespace) -> int:
    import json  # noqa: PLC0415 - only where wanted

    from lesson_player.formats.schema import json_schema  # noqa: PLC0415 - only where wanted

    print(json.dumps(json_schema(asked.kind), indent=2, ensure_ascii=False))
    return 0
