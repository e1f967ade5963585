"""A pack that is being looked at before it is installed: a lesson's, or one that makes voices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from lesson_player.application.packs import store_of
from lesson_player.foundation.i18n import tr
from lesson_player.operations.opened_file import PackFile
from lesson_player.operations.packs.contents import look_into
from lesson_player.operations.packs.install import install, standing
from lesson_player.operations.packs.report import contents_lines, licence_lines, megabytes, standing_lines
from lesson_player.ui.library.install_sheet import PackWords

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lesson_player.foundation.paths import Places
    from lesson_player.model.pack import PackManifest
    from lesson_player.operations.packs.clashes import Answer
    from lesson_player.operations.packs.contents import PackContents
    from lesson_player.operations.packs.store import KnownPack

    Say = Callable[[float, str], None]


class Incoming(Protocol):
    """A pack in order, not installed yet."""

    def words(self, places: Places, *, machine: bool) -> PackWords:
        """What is in it, and how it stands to what is here; *machine* for all users of the computer."""

    def install(self, places: Places, answer: Answer, say: Say, /, *, machine: bool) -> Came:
        """Install it. Raises PackRefused, or what *say* raises; then nothing has been changed."""


@dataclass(frozen=True, slots=True)
class Came:
    """What was installed, in a sentence, and the record by which it can be taken out again."""

    words: str
    known: KnownPack | None


@dataclass(frozen=True, slots=True)
class LessonPack:
    """A pack of lessons, films and versions."""

    contents: PackContents

    def words(self, places: Places, *, machine: bool) -> PackWords:
        """As `Incoming`."""
        contents = self.contents
        found = standing(contents, places, store_of(places, machine=machine))
        return PackWords(
            contents.manifest.title,
            contents_lines(contents),
            licence_lines(contents),
            standing_lines(contents, found),
            clashes=bool(found.clashing),
            nothing_new=not (found.new or found.clashing),
        )

    def install(self, places: Places, answer: Answer, say: Say, *, machine: bool) -> Came:
        """As `Incoming`."""
        done = install(self.contents, places, store_of(places, machine=machine), answer, say)
        title = done.pack.pack.title if done.pack is not None else ""
        return Came(tr("“{title}” is in the library now.", title=title), done.pack)


@dataclass(frozen=True, slots=True)
class VoicePackFile:
    """A pack that makes recordings of lines, known to this version of the program by its checksum."""

    path: Path
    manifest: PackManifest

    def words(self, places: Places, *, machine: bool) -> PackWords:
        """As `Incoming`."""
        from lesson_player.operations.voice_packs.installed import FOLDER  # noqa: PLC0415 - as in `look`
        from lesson_player.operations.voice_packs.pins import this_platform  # noqa: PLC0415

        size = sum(one.size for one in self.manifest.files.values())
        here = (store_of(places, machine=machine).root / FOLDER / this_platform()).is_dir()
        standing_here = (tr("A voice pack is here already. This one takes its place."),) if here else ()
        return PackWords(
            self.manifest.title,
            (
                tr(
                    "A voice pack, {size}: the editor makes recordings of lines with it.",
                    size=megabytes(size),
                ),
                tr("It holds a program. Its list is the one that this version of Lesson Player knows."),
            ),
            self.manifest.licences,
            standing_here,
            clashes=False,
            nothing_new=False,
        )

    def install(self, places: Places, _answer: Answer, say: Say, *, machine: bool) -> Came:
        """As `Incoming`; there is nothing to choose."""
        from lesson_player.operations.voice_packs.install import (  # noqa: PLC0415 - as in `look`
            install as install_voice,
        )
        from lesson_player.operations.voice_packs.install import known_packs  # noqa: PLC0415
        from lesson_player.operations.voice_packs.pins import pins, this_platform  # noqa: PLC0415

        store = store_of(places, machine=machine)
        manifest = install_voice(pins(), this_platform(), self.path, store, say)
        words = tr("“{title}” is installed. The editor makes recordings with it.", title=manifest.title)
        return Came(words, next(iter(known_packs(store)), None))


def look(path: Path, say: Say) -> Incoming:
    """Look into the pack at *path*. Nothing is written. Raises PackRefused, or what *say* raises."""
    if not PackFile(path).for_voice:
        return LessonPack(look_into(path, say))
    # Most schools never see a voice pack.
    from lesson_player.operations.voice_packs.install import look_into as look_into_voice  # noqa: PLC0415
    from lesson_player.operations.voice_packs.pins import pins, this_platform  # noqa: PLC0415

    return VoicePackFile(path, look_into_voice(pins(), this_platform(), path))
