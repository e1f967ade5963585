"""``lesson-player handouts``: pages to print, and copies to change or to feel."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    import argparse


def add_handouts(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("lesson", help=tr("name of the lesson, such as mayas-story"))
    parser.add_argument("--out", type=Path, required=True, help=tr("folder for the files"))
    parser.add_argument(
        "--adaptation",
        action="append",
        default=[],
        help=tr("id of an adaptation; may be given several times"),
    )
    parser.add_argument(
        "--kind",
        action="append",
        default=[],
        help=tr("one kind, such as help-card; may be given several times; all kinds if not given"),
    )
    parser.add_argument(
        "--form",
        choices=("pdf", "slides", "web", "braille"),
        default="pdf",
        help=tr("PDF to print, PowerPoint slides, web pages, or Braille (BRF); PDF if not given"),
    )
    parser.add_argument(
        "--paper", choices=("a4", "a5"), help=tr("of PDF: one paper; all that a kind has if not given")
    )
    parser.add_argument(
        "--ink", choices=("colour", "grey"), default="colour", help=tr("of PDF: what the printer has")
    )
    parser.add_argument(
        "--grade", choices=("1", "2"), default="2", help=tr("of Braille: 1 letter by letter, 2 contracted")
    )
    parser.set_defaults(run=_handouts)


def _handouts(asked: argparse.Namespace) -> int:
    from lesson_player.application.handouts import (  # noqa: PLC0415 - typst only where wanted
        HandoutsAsked,
        run_handouts,
    )
    from lesson_player.cli.progress import ProgressBar  # noqa: PLC0415 - only where wanted

    wanted = HandoutsAsked(
        lesson=asked.lesson,
        adaptations=tuple(asked.adaptation),
        kinds=tuple(asked.kind),
        out=asked.out,
        paper=asked.paper or "",
        ink=asked.ink,
        form=asked.form,
        grade=asked.grade,
    )
    with ProgressBar() as bar:
        return run_handouts(wanted, bar.at, bar.say)
