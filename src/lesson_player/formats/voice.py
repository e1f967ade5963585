"""A lesson's recorded voice: the list of its recordings, and whether their files are there and whole."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from lesson_player.formats.document import Document, read_document
from lesson_player.formats.safe_path import inside, outside
from lesson_player.formats.text_file import read_bytes
from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.model.limits import TEXT_FILE_BYTES
from lesson_player.model.problem import Severity
from lesson_player.model.validation import validate
from lesson_player.model.voice import VOICE_FOLDER, VoiceIndex

if TYPE_CHECKING:
    import pathlib

    from lesson_player.model.problem import Problem
    from lesson_player.model.voice import Recording

INDEX = f"{VOICE_FOLDER}/index.json"


def load_voice(
    lesson_folder: pathlib.Path, named: str = INDEX
) -> tuple[VoiceIndex | None, tuple[Problem, ...]]:
    """The recorded voice in *lesson_folder*, without the recordings whose files cannot be used.

    The folder is a lesson's, or that of an adaptation's pictures and voice; problems call its list *named*.
    Never raises for what is in the files. A lesson without recorded voice has no problem: None and no
    problems. Whatever is wrong is a warning, because the lesson can be taught without it.
    """
    path = inside(lesson_folder, INDEX)
    if path is not None and not path.exists():
        return None, ()
    document = _linked(named) if path is None else _read(path, named)
    index = document.value
    if index is None:
        return None, tuple(document.problems)
    usable = _usable(document, lesson_folder / VOICE_FOLDER, index)
    return index.model_copy(update={"recordings": usable}), tuple(document.problems)


def voice_text(index: VoiceIndex) -> str:
    """The list as a file in which every recording stands on a line of its own, in the order of the texts."""
    plain = index.model_dump(mode="json", exclude_defaults=True)
    recordings = plain.pop("recordings", {})
    order = sorted(recordings, key=lambda key: (recordings[key]["text"], key))
    head = [f" {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}," for key, value in plain.items()]
    lines = [
        f"  {json.dumps(key)}: {json.dumps(recordings[key], ensure_ascii=False, separators=(',', ':'))}"
        for key in order
    ]
    return "\n".join(["{", *head, ' "recordings": {', ",\n".join(lines), " }", "}"]) + "\n"


def _linked(named: str) -> Document[VoiceIndex]:
    """What is said of a list that is a link to a place outside the lesson."""
    document = Document[VoiceIndex](named)
    document.warn(
        (),
        "unsafe-path",
        tr("The file is a link that leaves its own folder."),
        tr("Put the file itself there."),
    )
    return document


def _read(path: pathlib.Path, named: str) -> Document[VoiceIndex]:
    """The list as JSON. One with faults is read again as YAML, of which JSON is a part, to name lines."""
    data, problems = read_bytes(path, named, TEXT_FILE_BYTES)
    if data is None:
        return Document(named, problems=[_as_warning(one) for one in problems])
    try:
        plain = json.loads(data)
    except (ValueError, RecursionError):
        plain = None
    value, flaws = validate(VoiceIndex, plain)
    if not flaws:
        return Document(named, value=value, complete=True)
    document = read_document(path, named, VoiceIndex)
    document.problems = [_as_warning(one) for one in document.problems]
    return document


def _usable(document: Document[VoiceIndex], folder: pathlib.Path, index: VoiceIndex) -> dict[str, Recording]:
    """The recordings whose files lie in *folder* itself, whole; others are reported, each kind at once."""
    there = _sizes(folder)
    refused = {one.file for one in index.recordings.values() if _leaves(folder, one.file, there)}
    rest = [one for one in index.recordings.values() if one.file not in refused]
    missing = {one.file for one in rest if one.file not in there}
    broken = {one.file for one in rest if there.get(one.file) not in {None, one.size}}
    if refused:
        sentence = tr_n(
            "{n} recording is outside the folder “voice” and is not used: {first}",
            "{n} recordings are outside the folder “voice” and are not used, such as {first}",
            len(refused),
            first=min(refused),
        )
        document.warn(("recordings",), "unsafe-path", sentence, tr("Put the file itself into the folder."))
    if missing:
        sentence = tr_n(
            "{n} recording is not in the folder “voice”: {first}",
            "{n} recordings are not in the folder “voice”, such as {first}",
            len(missing),
            first=min(missing),
        )
        document.warn(("recordings",), "missing-recording", sentence, _copy_again())
    if broken:
        sentence = tr_n(
            "{n} recording is not whole: {first}",
            "{n} recordings are not whole, such as {first}",
            len(broken),
            first=min(broken),
        )
        document.warn(("recordings",), "broken-recording", sentence, _copy_again())
    left_out = refused | missing | broken
    return {key: one for key, one in index.recordings.items() if one.file not in left_out}


def _sizes(folder: pathlib.Path) -> dict[str, int | None]:
    """The files of *folder* and their bytes, None for a link. One look serves all recordings."""
    try:
        with os.scandir(folder) as entries:
            return {
                entry.name: None if entry.is_symlink() else entry.stat().st_size
                for entry in entries
                if entry.is_symlink() or entry.is_file()
            }
    except OSError:
        return {}


def _leaves(folder: pathlib.Path, name: str, there: dict[str, int | None]) -> bool:
    """Whether a file's name, or a link of that name, may lead out of *folder*."""
    if name in there and there[name] is not None:
        return False
    return bool(outside(name)) or inside(folder, name) is None or name in there


def _copy_again() -> str:
    return tr(
        "Copy the lesson's folder again, or record its voice again. The computer's voice reads these lines."
    )


def _as_warning(problem: Problem) -> Problem:
    return problem.model_copy(update={"severity": Severity.WARNING})
