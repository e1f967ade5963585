"""``lesson-player symbol-pack``: a school's own symbols, for the picture search of the editor."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    import argparse


def add_symbol_pack(parser: argparse.ArgumentParser) -> None:
    """The command ``symbol-pack``."""
    does = parser.add_subparsers(title=tr("commands"), metavar="", required=True)
    add = does.add_parser("add", help=tr("put a folder of symbols in"))
    add.add_argument("folder", type=Path, help=tr("folder with pictures and a CSV file that lists them"))
    listed = does.add_parser("list", help=tr("list the packs that were put in"))
    remove = does.add_parser("remove", help=tr("take a pack out again"))
    remove.add_argument("name", help=tr("name of the pack, as it is listed"))
    for parser_of, run in ((add, _add), (listed, _list), (remove, _remove)):
        parser_of.add_argument(
            "--machine", action="store_true", help=tr("for everybody who uses this computer")
        )
        parser_of.set_defaults(run=run)


def _add(asked: argparse.Namespace) -> int:
    from lesson_player.application.symbol_packs import add  # noqa: PLC0415 - loaded when it is asked for

    return add(asked.folder, machine=asked.machine, say=print)


def _list(asked: argparse.Namespace) -> int:
    from lesson_player.application.symbol_packs import tell_packs  # noqa: PLC0415

    return tell_packs(machine=asked.machine, say=print)


def _remove(asked: argparse.Namespace) -> int:
    from lesson_player.application.symbol_packs import remove  # noqa: PLC0415

    return remove(asked.name, machine=asked.machine, say=print)
