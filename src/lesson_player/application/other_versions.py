"""Copies a change from the version that is edited into another one of the user's own."""

from __future__ import annotations

import logging
import shutil
from typing import TYPE_CHECKING

from lesson_player.adapting.change_edits import CopyPart
from lesson_player.adapting.opened import edited
from lesson_player.adapting.parts import parts_of
from lesson_player.adapting.version_edits import BringPicture
from lesson_player.foundation.i18n import tr
from lesson_player.model.adaptation import AddedLine
from lesson_player.model.problem import Problem
from lesson_player.model.voice import spoken_text
from lesson_player.operations.own_voice.store import OwnRecordings
from lesson_player.operations.versions import (
    keep_former,
    open_version,
    save_version,
    version_path,
    versions_of,
)

if TYPE_CHECKING:
    from lesson_player.adapting.opened import Opened
    from lesson_player.adapting.parts import Part, PartValue
    from lesson_player.foundation.paths import Places
    from lesson_player.model.adaptation import Adaptation
    from lesson_player.model.bundle import LessonBundle

_LOG = logging.getLogger(__name__)


class OwnVersions:
    """The user's own versions of a lesson but one."""

    def __init__(self, bundle: LessonBundle, places: Places, here: str) -> None:
        self._bundle, self._places, self._here = bundle, places, here

    def known(self) -> tuple[tuple[str, str], ...]:
        """Ids and titles."""
        found = versions_of(self._bundle, self._places)
        return tuple((one.id, one.title) for one in found if one.own and one.id != self._here)

    def copy(self, version: str, part: Part, source: Adaptation) -> str:
        """Have another version say what *source* says in *part*; what has come of it, in words."""
        value = parts_of(source).get(part)
        found = open_version(self._bundle, self._places, version)
        if isinstance(found, Problem) or value is None:
            return _words(found) if isinstance(found, Problem) else tr("This version does not change that.")
        after: Opened | Problem = found.opened
        try:
            if isinstance(value, str) and value in source.pictures:
                after = self._with_picture(found.opened, value, source)
            if not isinstance(after, Problem):
                after = edited(after, CopyPart(part, value))
            if isinstance(after, Problem):
                return _words(after)
            keep_former(self._places, self._bundle.lesson.id, version)
            save_version(self._places, after.adaptation, self._bundle.lesson)
            self._copy_recording(version, value)
        except OSError as error:
            _LOG.warning("A change could not be copied: %s", error)
            return tr("The change could not be copied: the disk may be full. The other version is as it was.")
        return tr("Copied to “{version}”.", version=after.adaptation.title)

    def _copy_recording(self, version: str, value: PartValue) -> None:
        """Have the other version's words be heard as they are here, where they were recorded."""
        words = value.line.text if isinstance(value, AddedLine) else value if isinstance(value, str) else ""
        lesson = self._bundle.lesson
        here, there = (
            OwnRecordings(version_path(self._places, lesson.id, name).with_suffix(""), lesson.language)
            for name in (self._here, version)
        )
        found = here.index.recording_of(spoken_text(words))
        if found is not None:
            there.keep(found, here.path(found).read_bytes())

    def _with_picture(self, other: Opened, name: str, source: Adaptation) -> Opened | Problem:
        """The other version with a picture that *source* brings, and its file beside it."""
        picture = source.pictures[name]
        folder = version_path(self._places, self._bundle.lesson.id, other.adaptation.id).with_suffix("")
        (folder / "pictures").mkdir(parents=True, exist_ok=True)
        shutil.copyfile(
            self._bundle.layer_pictures_folder(source.id) / picture.file, folder / "pictures" / picture.file
        )
        return edited(other, BringPicture(name, picture))


def _words(problem: Problem) -> str:
    return f"{problem.sentence} {problem.remedy}".strip()
