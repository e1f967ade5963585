"""``lesson-player voice-pack``: the optional maker of recordings, built, installed, listed and taken out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    import argparse


def add_voice_pack(parser: argparse.ArgumentParser) -> None:
    """The commands ``voice-pack build``, ``install``, ``uninstall`` and ``list``."""
    commands = parser.add_subparsers(title=tr("commands"), metavar="", required=True)
    build = commands.add_parser("build", help=tr("make a voice pack from files that are on the disk"))
    build.add_argument("--inputs", type=Path, required=True, metavar="DIR", help=tr("folder of its inputs"))
    build.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help=tr("the pack, such as british.voicepack")
    )
    build.add_argument("--platform", help=tr("the kind of computer; this one's if not given"))
    build.set_defaults(run=_build)
    install = commands.add_parser("install", help=tr("install a voice pack"))
    install.add_argument("file", type=Path, help=tr("the pack, such as british.voicepack"))
    _add_machine(install)
    install.set_defaults(run=_install)
    uninstall = commands.add_parser("uninstall", help=tr("take the voice pack out for good"))
    _add_machine(uninstall)
    uninstall.set_defaults(run=_uninstall)
    listed = commands.add_parser(
        "list", help=tr("say which voice packs are installed, and whether they are whole")
    )
    listed.set_defaults(run=_list)


def add_children(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """What the program asks of itself: to speak lines, and to encode a sound, in a process of their own."""
    speak = commands.add_parser("speak-lines")
    speak.set_defaults(run=_speak)
    encode = commands.add_parser("encode-sound")
    encode.add_argument("rate", type=int)
    encode.set_defaults(run=_encode)


def _add_machine(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--machine", action="store_true", help=tr("for everybody who uses this computer; needs its rights")
    )


def _build(asked: argparse.Namespace) -> int:
    from lesson_player.application.voice_packs import build_pack  # noqa: PLC0415 - only where wanted
    from lesson_player.cli.progress import ProgressBar  # noqa: PLC0415 - only where wanted

    with ProgressBar() as bar:
        return build_pack(asked.inputs, asked.out, asked.platform, bar.at, bar.say)


def _install(asked: argparse.Namespace) -> int:
    from lesson_player.application.voice_packs import install_pack  # noqa: PLC0415 - only where wanted
    from lesson_player.cli.progress import ProgressBar  # noqa: PLC0415 - only where wanted

    with ProgressBar() as bar:
        return install_pack(asked.file, bar.at, bar.say, machine=asked.machine)


def _uninstall(asked: argparse.Namespace) -> int:
    from lesson_player.application.voice_packs import uninstall_packs  # noqa: PLC0415 - only where wanted

    return uninstall_packs(print, machine=asked.machine)


def _list(_asked: argparse.Namespace) -> int:
    from lesson_player.application.voice_packs import list_packs  # noqa: PLC0415 - only where wanted

    return list_packs(print)


def _speak(_asked: argparse.Namespace) -> int:
    from lesson_player.application.voice_packs import speak_lines  # noqa: PLC0415 - only where wanted

    return speak_lines()


def _encode(asked: argparse.Namespace) -> int:
    from lesson_player.speech.making.opus import main  # noqa: PLC0415 - FFmpeg only where wanted

    return main(asked.rate)
