"""Packs from a terminal: sharing a lesson, installing a file, taking one out again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lesson_player.application.commands import CANNOT, lesson_called
from lesson_player.application.settings_here import settings_here
from lesson_player.formats.pack.refusal import PackRefused
from lesson_player.foundation.i18n import tr
from lesson_player.foundation.logs import start_logging
from lesson_player.foundation.startup import resume_collection
from lesson_player.operations.opened_file import VOICE_SUFFIX
from lesson_player.operations.packs.clashes import Answer
from lesson_player.operations.packs.contents import look_into
from lesson_player.operations.packs.install import install, standing
from lesson_player.operations.packs.report import (
    contents_lines,
    licence_lines,
    megabytes,
    sharing_notes,
    standing_lines,
)
from lesson_player.operations.packs.share import share
from lesson_player.operations.packs.store import PackStore

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lesson_player.foundation.paths import Places
    from lesson_player.operations.packs.gather import PackWish

    Say = Callable[[str], None]
    Progress = Callable[[float, str], None]


@dataclass(frozen=True, slots=True)
class InstallWish:
    """What a technician asks for on the command line."""

    path: Path
    answer: Answer = Answer.STOP
    machine: bool = False
    """For all users of this computer."""
    dry_run: bool = False


def store_of(places: Places, *, machine: bool) -> PackStore:
    """Where packs go: for this user, or for all users of the machine."""
    return PackStore(places.machine_data if machine else places.user_data, shared=machine)


def make_pack(lesson: str, wish: PackWish, out: Path, progress: Progress, say: Say) -> int:
    """Write a lesson as one file. Gives 0, or 2 when it cannot be done."""
    places, settings = settings_here()
    _begin(places)
    if settings.policy.hide_export:
        say(
            tr(
                "Your school has set that nothing is saved outside of this program. {why}",
                why=settings.policy.why,
            )
        )
        return CANNOT
    bundle, _ = lesson_called(places, lesson, say)
    if bundle is None:
        return CANNOT
    try:
        done = share(bundle, places, wish, out, progress)
    except PackRefused as stopped:
        return _refused(stopped, say)
    for line in (*contents_lines(done.contents), *licence_lines(done.contents)):
        say(line)
    for note in sharing_notes(done.contents, done.unlicensed):
        say(note)
    say(tr("Written: {file} ({size})", file=out, size=megabytes(out.stat().st_size)))
    return 0


def install_pack(wish: InstallWish, progress: Progress, say: Say) -> int:
    """Install a pack, or with ``dry_run`` only look into it. Gives 0, or 2 when it cannot be done."""
    places, _ = settings_here()
    _begin(places)
    store = store_of(places, machine=wish.machine)
    if wish.path.suffix.casefold() == VOICE_SUFFIX:
        say(tr("This is a voice pack: install it with “lesson-player voice-pack install”."))
        return CANNOT
    try:
        contents = look_into(wish.path, progress)
        for line in (*contents_lines(contents), *licence_lines(contents)):
            say(line)
        found = standing(contents, places, store)
        for line in standing_lines(contents, found):
            say(line)
        if wish.dry_run:
            say(tr("Nothing was changed: the pack was only looked into."))
            return 0
        done = install(contents, places, store, wish.answer, progress)
    except PackRefused as stopped:
        code = _refused(stopped, say)
        if stopped.problem.code == "clash" and wish.answer is Answer.STOP:
            say(tr("Give --keep-both or --replace."))
        return code
    if done.pack is None:
        return 0
    for piece in done.pieces:
        say(tr("Installed: {piece}", piece=piece))
    machine = " --machine" if wish.machine else ""
    say(tr("To take it out again: {command}", command=f"lesson-player uninstall {done.pack.key}{machine}"))
    return 0


def list_packs(say: Say, *, machine: bool) -> int:
    """Say which packs were installed. Gives 0."""
    places, _ = settings_here()
    known = store_of(places, machine=machine).known()
    if not known:
        say(tr("No pack was installed here."))
    for one in known:
        state = tr(" (taken out)") if one.pack.taken_out else ""
        say(f"{one.key}  {one.pack.title}  {one.pack.installed:%Y-%m-%d}{state}")
    return 0


def take_out(key: str, say: Say, *, machine: bool, back: bool = False, for_good: bool = False) -> int:
    """Take a pack out, or put it *back* in; *for_good* deletes what is kept. Gives 0, or 2."""
    places, _ = settings_here()
    _begin(places)
    store = store_of(places, machine=machine)
    try:
        with store.changing():
            known = next((one for one in store.known() if one.key == key), None)
            if known is None or known.pack.taken_out is back:
                pack = store.turn(key)
                say(tr("“{title}” is in use again.", title=pack.title) if back else _taken_out(pack.title))
            elif not for_good:
                say(tr("That is so already."))
            if for_good:
                store.forget(key)
                say(tr("What was kept of it is deleted."))
    except PackRefused as stopped:
        return _refused(stopped, say)
    return 0


def _taken_out(title: str) -> str:
    return tr("“{title}” is taken out. What was there before is in use again.", title=title)


def _begin(places: Places) -> None:
    start_logging(places.logs)
    resume_collection()


def _refused(stopped: PackRefused, say: Say) -> int:
    say(f"{stopped.problem.sentence} {stopped.problem.remedy}".strip())
    return CANNOT
