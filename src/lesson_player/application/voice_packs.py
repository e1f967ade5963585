"""Voice packs from a terminal, and the process in which the installed one speaks."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from lesson_player.application.commands import CANNOT
from lesson_player.application.packs import store_of
from lesson_player.application.settings_here import settings_here
from lesson_player.formats.pack.refusal import PackRefused
from lesson_player.foundation.i18n import tr
from lesson_player.foundation.logs import start_logging
from lesson_player.operations.packs.report import megabytes
from lesson_player.operations.voice_packs.build import build
from lesson_player.operations.voice_packs.install import install, uninstall
from lesson_player.operations.voice_packs.installed import check_whole, find_pack, folders
from lesson_player.operations.voice_packs.pins import pins, this_platform
from lesson_player.speech.making.child import serve

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Say = Callable[[str], None]
    Progress = Callable[[float, str], None]


def build_pack(inputs: Path, out: Path, platform: str | None, progress: Progress, say: Say) -> int:
    """Build a voice pack from pinned files in the folder *inputs*. Gives 0, or 2 when it cannot be done."""
    pinned, made_for = pins(), platform or this_platform()
    try:
        sha256 = build(pinned, made_for, inputs, out, progress)
    except PackRefused as stopped:
        return _refused(stopped, say)
    say(tr("Written: {file} ({size})", file=out, size=megabytes(out.stat().st_size)))
    if sha256 != pinned.packs[made_for]:
        say(
            tr(
                "Its list has the checksum {sha256}, which this version of the program does not know. "
                "Enter it in pins.toml, or the pack cannot be installed.",
                sha256=sha256,
            )
        )
    return 0


def install_pack(path: Path, progress: Progress, say: Say, *, machine: bool) -> int:
    """Install a voice pack that this program knows. Gives 0, or 2 when it cannot be done."""
    places, _ = settings_here()
    start_logging(places.logs)
    store = store_of(places, machine=machine)
    try:
        manifest = install(pins(), this_platform(), path, store, progress)
    except PackRefused as stopped:
        return _refused(stopped, say)
    for line in manifest.licences:
        say(line)
    say(tr("Installed: {title}.", title=manifest.title))
    option = " --machine" if machine else ""
    say(tr("To take it out again: {command}", command=f"lesson-player voice-pack uninstall{option}"))
    return 0


def uninstall_packs(say: Say, *, machine: bool) -> int:
    """Take the voice pack out for good. Gives 0, or 2 when it cannot be done."""
    places, _ = settings_here()
    try:
        titles = uninstall(store_of(places, machine=machine))
    except PackRefused as stopped:
        return _refused(stopped, say)
    for title in titles:
        say(tr("“{title}” is taken out. Recordings that were made with it stay.", title=title))
    if not titles:
        say(tr("No voice pack was installed here."))
    return 0


def list_packs(say: Say) -> int:
    """Say which voice packs are installed. Gives 0, or 2 where one cannot be used."""
    places, _ = settings_here()
    there = [folder / name for folder in folders(places) for name in pins().packs if (folder / name).is_dir()]
    good = True
    for folder in there:
        try:
            manifest = check_whole(pins(), folder.name, folder)
        except PackRefused as stopped:
            good = False
            say(f"{folder}: {stopped.problem.sentence} {stopped.problem.remedy}")
        else:
            size = megabytes(sum(one.size for one in manifest.files.values()))
            say(f"{folder}: {manifest.title}, {size}")
    if not there:
        say(tr("No voice pack was installed here."))
    return 0 if good else CANNOT


def speak_lines() -> int:
    """Speak what standard input asks for with the installed voice pack, once each byte of it was checked."""
    places, _ = settings_here()
    pinned, platform = pins(), this_platform()
    pack = find_pack(pinned, platform, places)
    try:
        if pack is None:
            sys.stdout.write(json.dumps({"stopped": tr("No voice pack is installed.")}) + "\n")
            return CANNOT
        check_whole(pinned, platform, pack.folder)
    except PackRefused as stopped:
        words = f"{stopped.problem.sentence} {stopped.problem.remedy}".strip()
        sys.stdout.write(json.dumps({"stopped": words}) + "\n")
        return CANNOT
    return serve(pack.folder)


def _refused(stopped: PackRefused, say: Say) -> int:
    say(f"{stopped.problem.sentence} {stopped.problem.remedy}".strip())
    return CANNOT
