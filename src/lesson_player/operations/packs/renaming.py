"""A lesson, a film or an adaptation under another id, so that it can stand beside one of the same id.

Only the ids in the texts are changed: comments, order and layout stay as their author wrote them. Each text
is read again afterwards, and one in which an old id is still cited is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lesson_player.formats.bundle import LESSON
from lesson_player.formats.document import read_text
from lesson_player.formats.film import MANIFEST as FILM_MANIFEST
from lesson_player.formats.pack.names import ADAPTATIONS, FILMS, LESSONS, piece_of
from lesson_player.formats.pack.refusal import PackRefused, refused
from lesson_player.foundation.i18n import tr
from lesson_player.model.adaptation import Adaptation
from lesson_player.model.film import Film
from lesson_player.model.lesson import FilmStep, Lesson

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lesson_player.model.base import Value


@dataclass(frozen=True, slots=True)
class Renaming:
    """Which pieces of a pack get which other names, such as ``lessons/fire-drill-2``."""

    pieces: Mapping[str, str] = field(default_factory=dict)

    def file(self, name: str) -> str:
        """What the pack's file *name* is called in the store."""
        piece = piece_of(name)
        new = self.pieces.get(piece, piece)
        if not piece.startswith(f"{ADAPTATIONS}/"):
            return new + name[len(piece) :]
        _, lesson, _ = piece.split("/")
        rest = name.removeprefix(piece.removesuffix(".yaml"))
        return f"{ADAPTATIONS}/{self._lesson(lesson)}/{_stem(new)}{rest}"

    def data(self, name: str, data: bytes) -> bytes:
        """The content of the file *name* with the new ids. Raises PackRefused where they cannot be put in."""
        model = _model(name)
        if model is None or not self.pieces:
            return data
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise _not_renamed(name) from error
        changed = self._changed(name, text, model)
        if changed != text:
            self._check(name, changed, model)
        return changed.encode("utf-8")

    def _changed(self, name: str, text: str, model: type[Lesson | Film | Adaptation]) -> str:
        piece = piece_of(name)
        changed = text
        if piece in self.pieces and model is not Adaptation:
            changed = _put(changed, "id", piece.rpartition("/")[2], self.pieces[piece].rpartition("/")[2])
        elif piece in self.pieces and piece.startswith(ADAPTATIONS):
            changed = _put(changed, "id", _stem(piece), _stem(self.pieces[piece]))
        if piece in self.pieces and (model is not Adaptation or piece.startswith(ADAPTATIONS)):
            changed = _numbered(changed, _stem(self.pieces[piece]).rpartition("-")[2])
        if model is Adaptation:
            old = name.split("/")[1]
            changed = _put(changed, "lesson", old, self._lesson(old))
        for old, new in self._films().items():
            if model is not Film:
                changed = _put(changed, "film", old, new, anywhere=True)
        return changed

    def _lesson(self, lesson: str) -> str:
        return self.pieces.get(f"{LESSONS}/{lesson}", lesson).rpartition("/")[2]

    def _films(self) -> dict[str, str]:
        return {
            old.rpartition("/")[2]: new.rpartition("/")[2]
            for old, new in self.pieces.items()
            if old.startswith(f"{FILMS}/")
        }

    def _check(self, name: str, text: str, model: type[Lesson | Film | Adaptation]) -> None:
        value = read_text(text, name, model).value
        wanted = self.file(name)
        cited = set(_films_of(value)) & self._films().keys() if value is not None else set()
        if value is None or cited or not _stands_at(value, wanted):
            raise _not_renamed(name)


def _not_renamed(name: str) -> PackRefused:
    return refused(
        "not-renamed",
        tr("“{name}” cannot be kept beside the one that is here.", name=name),
        tr("Nothing has been changed. Replace the one that is here, or stop."),
        name,
    )


def needs_a_look(name: str) -> bool:
    """Whether ids may stand in the file *name*."""
    return _model(name) is not None


def _model(name: str) -> type[Lesson | Film | Adaptation] | None:
    parts = name.split("/")
    if name.endswith(".yaml") and (parts[0] == ADAPTATIONS or parts[2:3] == [ADAPTATIONS]):
        return Adaptation
    known: dict[tuple[str, ...], type[Lesson | Film]] = {
        (LESSONS, LESSON): Lesson,
        (FILMS, FILM_MANIFEST): Film,
    }
    return known.get((parts[0], "/".join(parts[2:])))


def _put(text: str, key: str, old: str, new: str, *, anywhere: bool = False) -> str:
    """*text* with *new* under *key* in place of *old*; at the head of lines only, unless *anywhere*."""
    before = r"[ \t]*(?:-[ \t]+)?" if anywhere else ""
    pattern = rf"(?m)^({before}{key}:[ \t]*)([\"']?){re.escape(old)}\2([ \t]*(?:[ \t]#.*)?\r?)$"
    return re.sub(pattern, rf"\g<1>{new}\g<3>", text)


def _numbered(text: str, number: str) -> str:
    """*text* with the number behind its title, where that is on one line, so that two can be told apart."""
    found = re.search(r"(?m)^title:[ \t]*([\"']?)([^\"'>|&*!#\s][^#\r\n]*?)(\1)[ \t]*\r?$", text)
    return f"{text[: found.end(2)]} ({number}){text[found.end(2) :]}" if found else text


def _films_of(value: Value) -> Iterable[str]:
    if isinstance(value, Lesson):
        yield from (step.film for step in value.steps if isinstance(step, FilmStep) and step.film)
        yield from [value.film] if value.film else []
    elif isinstance(value, Adaptation):
        added = (one.step for one in value.add_steps)
        yield from (step.film for step in added if isinstance(step, FilmStep) and step.film)


def _stands_at(value: Lesson | Film | Adaptation, name: str) -> bool:
    parts = name.split("/")
    if isinstance(value, Adaptation):
        return value.lesson == parts[1] and (parts[0] != ADAPTATIONS or value.id == _stem(name))
    return value.id == parts[1]


def _stem(name: str) -> str:
    return name.rpartition("/")[2].removesuffix(".yaml")
