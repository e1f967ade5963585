"""``lesson-player film``: the school's own film in place of the one that is there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    import argparse


def add_film(parser: argparse.ArgumentParser) -> None:
    """The commands ``film import`` and ``film undo``."""
    commands = parser.add_subparsers(title=tr("commands"), metavar="", required=True)
    _add_import(commands.add_parser("import", help=tr("put in the real film and its BSL version")))
    undo = commands.add_parser("undo", help=tr("go back to the film that was there before"))
    _add_lesson(undo)
    undo.set_defaults(run=_undo)


def add_inspection(parser: argparse.ArgumentParser) -> None:
    """The command that the program gives itself, to look into a film in a process of its own."""
    parser.add_argument("task", choices=("facts", "examine"))
    parser.add_argument("path", type=Path)
    parser.set_defaults(run=_inspect)


def _add_lesson(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("lesson", help=tr("name of the lesson, such as mayas-story"))
    parser.add_argument(
        "--machine", action="store_true", help=tr("for everybody who uses this computer; needs its rights")
    )


def _add_import(parser: argparse.ArgumentParser) -> None:
    _add_lesson(parser)
    for name, needed, words in (
        ("--film", True, tr("the film without a signer")),
        ("--bsl", False, tr("the film in British Sign Language")),
        ("--captions", False, tr("captions of the film, WebVTT or SRT")),
        ("--bsl-captions", False, tr("captions of the BSL version")),
        ("--easy-captions", False, tr("easy-read captions of the film")),
        ("--bsl-easy-captions", False, tr("easy-read captions of the BSL version")),
        ("--descriptions", False, tr("audio description of the film, as text")),
        ("--bsl-descriptions", False, tr("audio description of the BSL version")),
        ("--moments", False, tr("times of the story's moments; worked out from the length if not given")),
    ):
        parser.add_argument(name, required=needed, help=words, type=Path, metavar="FILE")
    parser.add_argument(
        "--signer", metavar="X,Y,W,H", help=tr("where the signer is, as shares of the picture, 0 to 1")
    )
    parser.add_argument(
        "--burnt-in-captions",
        nargs="?",
        const="both",
        choices=("both", "film", "bsl"),
        help=tr("the picture carries captions, so ours stay off: in both versions if not said otherwise"),
    )
    parser.add_argument("--dry-run", action="store_true", help=tr("look at the files and change nothing"))
    parser.set_defaults(run=_import)


def _import(asked: argparse.Namespace) -> int:
    from lesson_player.application.film_import import import_film  # noqa: PLC0415 - engines only where wanted
    from lesson_player.cli.progress import ProgressBar  # noqa: PLC0415 - only where wanted
    from lesson_player.operations.film_import.wish import FilmWish  # noqa: PLC0415 - only where wanted

    wish = FilmWish(
        lesson=asked.lesson,
        films=_given(film=asked.film, bsl=asked.bsl),
        captions=_given(film=asked.captions, bsl=asked.bsl_captions),
        easy_captions=_given(film=asked.easy_captions, bsl=asked.bsl_easy_captions),
        descriptions=_given(film=asked.descriptions, bsl=asked.bsl_descriptions),
        moments=asked.moments,
        signer=asked.signer,
        burnt_in=_burnt_in(asked.burnt_in_captions),
        machine=asked.machine,
        dry_run=asked.dry_run,
    )
    with ProgressBar() as bar:
        return import_film(asked.engine, wish, bar.at, bar.say)


def _burnt_in(asked: str | None) -> frozenset[str]:
    """The versions that the word on the command line means."""
    if asked == "both":
        return frozenset({"film", "bsl"})
    return frozenset({asked} if asked else ())


def _given(**files: Path | None) -> dict[str, Path]:
    return {version: path for version, path in files.items() if path is not None}


def _undo(asked: argparse.Namespace) -> int:
    from lesson_player.application.film_import import undo_film  # noqa: PLC0415 - only where wanted

    return undo_film(asked.lesson, print, machine=asked.machine)


def _inspect(asked: argparse.Namespace) -> int:
    from lesson_player.playback.inspection.child import run  # noqa: PLC0415 - decoders only where wanted

    return run(asked.task, asked.path)
