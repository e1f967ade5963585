"""Recordings kept beside a version: sounds by their content, and the list that names them, written last."""

from __future__ import annotations

import contextlib
import hashlib
import shutil
from typing import TYPE_CHECKING

from lesson_player.formats.safe_path import inside
from lesson_player.formats.voice import INDEX, load_voice, voice_text
from lesson_player.foundation.files import write_whole
from lesson_player.model.voice import OWN_VOICE, VOICE_FOLDER, Recording, VoiceIndex

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from lesson_player.model.bundle import LessonBundle

_DIGITS = 16


class OwnRecordings:
    """The recordings in one folder; what they speak is looked up anew after each change."""

    def __init__(self, folder: Path, language: str) -> None:
        """*folder* is that of the version, in which ``voice`` is; *language* is the lesson's."""
        self.folder = folder
        self._language = language
        self.index = self._read()

    def path(self, recording: Recording) -> Path:
        """Where a sound is."""
        return self.folder / VOICE_FOLDER / recording.file

    def keep(self, recording: Recording, opus: bytes) -> Recording:
        """Keep a recording with its sound, in place of a former one of the same text. Raises OSError.

        The sound is written first and the list last, so that whatever stops the work, the list is right.
        """
        name = f"{hashlib.sha256(opus).hexdigest()[:_DIGITS]}.opus"
        kept = recording.model_copy(update={"file": name, "size": len(opus)})
        path = self.folder / VOICE_FOLDER / name
        if not (path.is_file() and path.read_bytes() == opus):
            write_whole(path, opus)
        self._become(self._read().with_recording(kept))
        return kept

    def remove(self, texts: Iterable[str]) -> None:
        """Take away the recordings of *texts*, with sounds that nothing else needs. Raises OSError."""
        index = self._read()
        for text in texts:
            index = index.without(text)
        self._become(index)

    def _become(self, index: VoiceIndex) -> None:
        former = self.index
        write_whole(self.folder / INDEX, voice_text(index).encode("utf-8"))
        self.index = index
        needed = {one.file for one in index.recordings.values()}
        for one in former.recordings.values():
            path = inside(self.folder / VOICE_FOLDER, one.file)
            if one.file not in needed and path is not None:
                with contextlib.suppress(OSError):
                    path.unlink()

    def _read(self) -> VoiceIndex:
        found, _ = load_voice(self.folder)
        return found or VoiceIndex(format=1, language=self._language, voice=OWN_VOICE, recordings={})


def copy_recordings(bundle: LessonBundle, source: str, folder: Path) -> None:
    """Copy what was recorded for the version of that id into *folder*, another version's. Raises OSError."""
    index = bundle.layer_voices.get(source)
    if index is None:
        return
    there = bundle.layer_voice_folder(source)
    (folder / VOICE_FOLDER).mkdir(parents=True, exist_ok=True)
    for one in index.recordings.values():
        path = inside(there, one.file)
        if path is not None and path.is_file():
            shutil.copyfile(path, folder / VOICE_FOLDER / path.name)
    write_whole(folder / INDEX, voice_text(index).encode("utf-8"))
