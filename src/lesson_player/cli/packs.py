"""``lesson-player pack``, ``install`` and ``uninstall``: a lesson with its films as one file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    import argparse


def add_pack(parser: argparse.ArgumentParser) -> None:
    """The command ``pack``."""
    parser.add_argument("lesson", help=tr("name of the lesson, such as mayas-story"))
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help=tr("the pack, such as maya.lessonpack")
    )
    parser.add_argument("--without-films", action="store_true", help=tr("leave the films out"))
    parser.add_argument(
        "--adaptation",
        action="append",
        metavar="ID",
        help=tr("id of a version that goes with it, may be given several times; all if not given"),
    )
    parser.add_argument(
        "--versions-only",
        action="store_true",
        help=tr("the versions alone, for a school that has the lesson"),
    )
    parser.add_argument(
        "--licence",
        action="append",
        default=[],
        metavar="LINE",
        help=tr("a line about licences, beside those that lesson and films state"),
    )
    parser.set_defaults(run=_pack)


def add_install(parser: argparse.ArgumentParser) -> None:
    """The command ``install``."""
    parser.add_argument("file", type=Path, help=tr("the pack, such as maya.lessonpack"))
    _add_machine(parser)
    clash = parser.add_mutually_exclusive_group()
    clash.add_argument(
        "--replace", action="store_true", help=tr("put the pack's lesson in place of one of the same id")
    )
    clash.add_argument("--keep-both", action="store_true", help=tr("give the pack's lesson another id"))
    parser.add_argument("--dry-run", action="store_true", help=tr("look into the pack and change nothing"))
    parser.set_defaults(run=_install)


def add_uninstall(parser: argparse.ArgumentParser) -> None:
    """The command ``uninstall``."""
    parser.add_argument("pack", nargs="?", help=tr("name of the pack; lists all if not given"))
    _add_machine(parser)
    parser.add_argument("--put-back", action="store_true", help=tr("put a pack in again that was taken out"))
    parser.add_argument("--for-good", action="store_true", help=tr("delete what is kept of the pack"))
    parser.set_defaults(run=_uninstall)


def _add_machine(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--machine", action="store_true", help=tr("for everybody who uses this computer; needs its rights")
    )


def _pack(asked: argparse.Namespace) -> int:
    from lesson_player.application.packs import make_pack  # noqa: PLC0415 - only where wanted
    from lesson_player.cli.progress import ProgressBar  # noqa: PLC0415 - only where wanted
    from lesson_player.operations.packs.gather import PackWish  # noqa: PLC0415 - only where wanted

    wish = PackWish(
        adaptations=tuple(asked.adaptation) if asked.adaptation else None,
        lesson=not asked.versions_only,
        films=not (asked.without_films or asked.versions_only),
        licences=tuple(asked.licence),
    )
    with ProgressBar() as bar:
        return make_pack(asked.lesson, wish, asked.out, bar.at, bar.say)


def _install(asked: argparse.Namespace) -> int:
    from lesson_player.application.packs import InstallWish, install_pack  # noqa: PLC0415 - only where wanted
    from lesson_player.cli.progress import ProgressBar  # noqa: PLC0415 - only where wanted
    from lesson_player.operations.packs.clashes import Answer  # noqa: PLC0415 - only where wanted

    answer = Answer.KEEP_BOTH if asked.keep_both else Answer.REPLACE if asked.replace else Answer.STOP
    wish = InstallWish(asked.file, answer, machine=asked.machine, dry_run=asked.dry_run)
    with ProgressBar() as bar:
        return install_pack(wish, bar.at, bar.say)


def _uninstall(asked: argparse.Namespace) -> int:
    from lesson_player.application.packs import list_packs, take_out  # noqa: PLC0415 - only where wanted

    if asked.pack is None:
        return list_packs(print, machine=asked.machine)
    return take_out(asked.pack, print, machine=asked.machine, back=asked.put_back, for_good=asked.for_good)
