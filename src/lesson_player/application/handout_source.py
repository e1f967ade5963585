"""What handouts are made from, put together from the rooms that know it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from lesson_player.application.courses import open_course
from lesson_player.control.commands import Group
from lesson_player.foundation.i18n import tr
from lesson_player.handouts.blocks import Said, TranscriptRow
from lesson_player.handouts.source import FilmScript, HandoutSource, KeyGroup, KeyRow
from lesson_player.model.film import FILM
from lesson_player.teaching.transcript import film_lines
from lesson_player.teaching.views import LineKind
from lesson_player.ui.widgets.key_names import group_title, keys_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from lesson_player.control.commands import Command
    from lesson_player.model.bundle import LessonBundle, LoadedFilm
    from lesson_player.model.layers import Prepared

_log = logging.getLogger(__name__)

FAMILIES_FILE = "parents.md"
"""A lesson's page for parents and carers, in its folder."""
_LARGEST_PAGE = 200_000
"""Bytes of it: dozens of pages."""
_SAID = {
    LineKind.CHAPTER: Said.CHAPTER,
    LineKind.SAID: Said.SPOKEN,
    LineKind.DESCRIPTION: Said.DESCRIBED,
}


def handout_source(
    bundle: LessonBundle, adaptations: Sequence[str], commands: Sequence[Command]
) -> tuple[HandoutSource, Prepared]:
    """The lesson in the version that *adaptations* make, for handouts; *commands* have the user's keys."""
    course, prepared = open_course(bundle, adaptations)
    source = HandoutSource(
        bundle=course.bundle,
        lesson=course.lesson,
        wording=course.wording,
        version_title=course.version_title,
        adaptations=course.adaptations,
        appearance=prepared.appearance,
        scripts=tuple(_scripts(course.main_film(), prepared.film.caption_track)),
        families=_families(bundle.folder),
        keys=tuple(_keys(commands)),
    )
    return source, prepared


def _scripts(film: LoadedFilm | None, track: str) -> Iterator[FilmScript]:
    """The film's transcript, then that of every version in which something else is said."""
    if film is None:
        return
    seen: set[tuple[str, ...]] = set()
    for name in sorted(film.film.versions, key=lambda version: (version != FILM, version)):
        lines = film_lines(film, name, track)
        said = tuple(line.text for line in lines)
        if said in seen or not any(line.kind is LineKind.SAID for line in lines):
            continue
        seen.add(said)
        version = film.film.versions[name]
        rows = tuple(
            TranscriptRow(line.at_s, line.text, line.speaker, _SAID[line.kind]) for line in lines if line.text
        )
        yield FilmScript(name, version.title, film.film.notice or "", version.duration, rows)


def _families(folder: Path) -> str:
    try:
        with (folder / FAMILIES_FILE).open("rb") as file:
            data = file.read(_LARGEST_PAGE + 1)
        if len(data) <= _LARGEST_PAGE:
            return data.decode("utf-8")
        _log.warning("%s is too large", FAMILIES_FILE)
    except FileNotFoundError:
        pass
    except (OSError, ValueError) as error:
        _log.warning("%s cannot be read: %s", FAMILIES_FILE, str(error))
    return ""


def _keys(commands: Sequence[Command]) -> Iterator[KeyGroup]:
    for group in Group:
        rows = tuple(
            KeyRow(command.id, _key_words(command), command.help)
            for command in commands
            if command.group is group and _key_words(command)
        )
        if rows:
            yield KeyGroup(group_title(group), rows)


def _key_words(command: Command) -> str:
    return tr("1 2 3 … then Enter") if command.id == "go-to" else keys_words(command.keys)
