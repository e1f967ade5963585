"""A report for the school's technician: what it holds is shown first, then it is saved as one zip file.

It holds facts about the computer, settings of the class screen, and the log: no lesson, no version, no name
of the user or of the Designated Safeguarding Lead, nothing about pupils, and not how a member of staff drives
the program (keys and switches may tell of a disability). A policy that hides export leaves it: it is needed
most where the policy itself cannot be read.
"""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lesson_player.foundation.files import write_whole
from lesson_player.foundation.i18n import tr
from lesson_player.foundation.languages import SECTION as LANGUAGE
from lesson_player.foundation.person import without_person
from lesson_player.foundation.safeguarding import SECTION as SAFEGUARDING
from lesson_player.model.user_settings import APPEARANCE, CAPTIONS, FILMS, NOTES, PROGRAM, READING, SIGNER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from lesson_player.foundation.paths import Places
    from lesson_player.foundation.settings import Settings

_SECTIONS = (APPEARANCE, FILMS, CAPTIONS, SIGNER, READING, NOTES, PROGRAM, LANGUAGE)
_LONGEST = 200_000
"""Signs of one log file that go with it, from its end: newer lines are what is looked for."""
_SHORTEST = 4
"""Signs that a contact's entry must have to be looked for: "12" stands in any text."""
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class ReportPart:
    """One file of the report."""

    name: str
    about: str
    text: str


def report_parts(places: Places, settings: Settings, computer: str) -> tuple[ReportPart, ...]:
    """What a report holds; *computer* is the check of this computer as JSON. Raises nothing."""
    secrets = [
        value
        for value in settings.section(SAFEGUARDING).values()
        if isinstance(value, str) and len(value.strip()) >= _SHORTEST
    ]

    def clean(text: str) -> str:
        for secret in secrets:
            text = text.replace(secret.strip(), "(…)")
        return without_person(text)

    held = {name: values for name in _SECTIONS if (values := settings.section(name))}
    chosen = json.dumps(held, ensure_ascii=False, indent=2, default=str)
    parts = [
        ReportPart("computer.json", tr("The check of this computer"), computer),
        ReportPart("settings.json", tr("Settings of the class screen and of the program"), chosen),
        *_logs(places.logs),
    ]
    return tuple(ReportPart(part.name, part.about, clean(part.text)) for part in parts)


def write_report(path: Path, parts: Sequence[ReportPart]) -> None:
    """Write the report whole or not at all. Raises OSError."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in parts:
            entry = zipfile.ZipInfo(part.name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, part.text)
    write_whole(path, data.getvalue())


def in_words(parts: Sequence[ReportPart]) -> str:
    """All that a report holds, one part after the other, to be read before it is saved."""
    return "\n\n".join(f"{part.about} ({part.name})\n{'─' * 40}\n{part.text.strip()}" for part in parts)


def _logs(folder: Path) -> Iterator[ReportPart]:
    try:
        found = sorted(path for path in folder.iterdir() if path.is_file())
    except OSError:
        return
    for path in found:
        about = tr("Where the program stood when it stopped by itself")
        if path.name.startswith("lesson-player.log"):
            about = tr("The log")
        elif not path.name.startswith("crash-"):
            continue
        try:
            text = path.read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        name = path.name if path.suffix == ".txt" else f"{path.name}.txt"
        yield ReportPart(name, about, text[-_LONGEST:])
