"""An adaptation taken apart: each single change with a name, so that it can be told, reset or copied.

Resetting one change, copying one to another version, comparing with the lesson and looking at a newer lesson
all work on these parts, so that they cannot disagree about what a change is.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from lesson_player.adapting.caption_parts import Shift, caption_changes, with_change, with_shift
from lesson_player.model.adaptation import (
    AddedLine,
    AddedPause,
    AddedStep,
    LineChange,
    MovedStep,
    NotesChange,
    SplitStep,
    StepChange,
)
from lesson_player.model.base import Value
from lesson_player.model.caption_changes import CaptionChange

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lesson_player.adapting.caption_parts import Tracks
    from lesson_player.model.adaptation import Adaptation

V = TypeVar("V", bound=Value)
PartValue = object
"""What a change says: a text, a number, a tuple of texts, an added line, a moved step …"""


class PartKind(StrEnum):
    """The kinds of single changes."""

    LINE = "line"
    """A field of a line; ``hidden`` is one of them."""
    STEP = "step"
    """A field of a step; ``hidden`` is one of them."""
    NOTES = "notes"
    """The teacher's notes of a step under one heading."""
    HIDDEN_PAUSE = "hidden-pause"
    ADDED_LINE = "added-line"
    ADDED_PAUSE = "added-pause"
    SPLIT = "split"
    ADDED_STEP = "added-step"
    MOVED_STEP = "moved-step"
    PRESETS = "presets"
    APPEARANCE = "appearance"
    FILM = "film"
    WORDING = "wording"
    PICTURE = "picture"
    """A picture that the version brings."""
    CAPTION = "caption"
    """Captions of a film that say something else, or come at another time."""
    CAPTION_SHIFT = "caption-shift"
    """All captions of a track moved together."""


@dataclass(frozen=True, slots=True)
class Part:
    """The name of one change in an adaptation."""

    kind: PartKind
    id: str = ""
    """The line, step, pause, picture or caption track that is changed or added; empty for what is about the
    whole lesson."""
    field: str = ""
    """The field of a line, step, appearance or film choice; the heading of notes; the id of a hidden pause;
    the sitting of an added or moved step; the time of a caption."""


LINE_FIELDS = ("text", "easy", "word", "reply", "reply_easy", "picture", "hidden")
STEP_FIELDS = ("title", "easy", "now", "minutes", "reveal", "hidden", "start", "end")
HEADINGS = ("say", "ask", "look_for", "unsettled", "deaf")
"""Headings of the teacher's notes, in the order in which they are shown."""


def parts_of(adaptation: Adaptation) -> dict[Part, PartValue]:
    """Every change that *adaptation* makes, by its name, in the order of the file."""
    return dict(_parts(adaptation))


def with_part(adaptation: Adaptation, part: Part, value: PartValue | None) -> Adaptation:
    """*adaptation* with one change put in or replaced; with None it is taken out.

    Raises ValueError when *value* is not one that the change can have.
    """
    if part.kind in _LISTS:
        return _with_listed(adaptation, part, value)
    match part.kind:
        case PartKind.LINE:
            return _with_line(adaptation, part, value)
        case PartKind.STEP | PartKind.NOTES | PartKind.HIDDEN_PAUSE:
            return _with_step(adaptation, part, value)
        case PartKind.APPEARANCE | PartKind.FILM:
            key = part.kind.value
            return changed(adaptation, **{key: changed(getattr(adaptation, key), **{part.field: value})})
        case PartKind.WORDING:
            return changed(adaptation, wording=value)
        case PartKind.CAPTION | PartKind.CAPTION_SHIFT:
            return changed(adaptation, captions=_with_caption(adaptation, part, value))
        case PartKind.PICTURE:
            others = {name: one for name, one in adaptation.pictures.items() if name != part.id}
            return changed(adaptation, pictures={**others, part.id: value} if value is not None else others)
        case _:
            return changed(adaptation, presets=value or ())


def changed(value: V, **fields: object) -> V:
    """*value* with some fields changed and checked. Raises ValueError when one cannot be so."""
    return type(value).model_validate({**dict(value), **fields})


def _parts(adaptation: Adaptation) -> Iterator[tuple[Part, PartValue]]:
    yield from _version_parts(adaptation)
    for name, picture in adaptation.pictures.items():
        yield Part(PartKind.PICTURE, name), picture
    for name, line in adaptation.lines.items():
        for key in LINE_FIELDS:
            if (value := getattr(line, key)) not in {None, False}:
                yield Part(PartKind.LINE, name, key), value
    for name, step in adaptation.steps.items():
        yield from _step_parts(name, step)
    for kind, (key, _) in _LISTS.items():
        for one in getattr(adaptation, key):
            yield _name(kind, one), one
    for track, name, change in caption_changes(adaptation):
        kind = PartKind.CAPTION if name else PartKind.CAPTION_SHIFT
        yield Part(kind, track, name), change


def _version_parts(adaptation: Adaptation) -> Iterator[tuple[Part, PartValue]]:
    if adaptation.wording is not None:
        yield Part(PartKind.WORDING), adaptation.wording
    if adaptation.presets:
        yield Part(PartKind.PRESETS), adaptation.presets
    for kind, choice in ((PartKind.APPEARANCE, adaptation.appearance), (PartKind.FILM, adaptation.film)):
        for key, value in dict(choice).items():
            if value is not None:
                yield Part(kind, field=key), value


def _step_parts(name: str, step: StepChange) -> Iterator[tuple[Part, PartValue]]:
    for key in STEP_FIELDS:
        value = getattr(step, key)
        if value is not None and value is not False:
            yield Part(PartKind.STEP, name, key), value
    for heading in HEADINGS:
        if step.notes is not None and (texts := getattr(step.notes, heading)) is not None:
            yield Part(PartKind.NOTES, name, heading), texts
    for pause in step.hidden_pauses:
        yield Part(PartKind.HIDDEN_PAUSE, name, pause), True


_LISTS: dict[PartKind, tuple[str, type[Value]]] = {
    PartKind.ADDED_LINE: ("add_lines", AddedLine),
    PartKind.ADDED_PAUSE: ("add_pauses", AddedPause),
    PartKind.SPLIT: ("split_steps", SplitStep),
    PartKind.ADDED_STEP: ("add_steps", AddedStep),
    PartKind.MOVED_STEP: ("move_steps", MovedStep),
}


def listed(adaptation: Adaptation, part: Part) -> tuple[str, int]:
    """The list of the file in which a change stands, and its number there; no name for what is in no list."""
    if part.kind not in _LISTS:
        return "", 0
    key, _ = _LISTS[part.kind]
    entries: tuple[Value, ...] = getattr(adaptation, key)
    return key, next(number for number, one in enumerate(entries) if _name(part.kind, one) == part)


def _name(kind: PartKind, one: Value) -> Part:
    match one:
        case AddedLine():
            return Part(kind, one.line.id)
        case AddedPause():
            return Part(kind, one.pause.id)
        case SplitStep():
            return Part(kind, one.id)
        case AddedStep():
            return Part(kind, one.step.id, one.sitting)
        case MovedStep():
            return Part(kind, one.step, one.sitting)
        case _:
            raise TypeError(one)


def _with_listed(adaptation: Adaptation, part: Part, value: PartValue | None) -> Adaptation:
    key, kind = _LISTS[part.kind]
    entries: list[Value] = list(getattr(adaptation, key))
    if value is not None and not isinstance(value, kind):
        raise ValueError(part.kind)
    places = [number for number, one in enumerate(entries) if _name(part.kind, one) == part]
    if value is None:
        entries = [one for number, one in enumerate(entries) if number not in places]
    elif places:
        entries[places[0]] = value
    else:
        entries.append(value)
    return changed(adaptation, **{key: tuple(entries)})


def _with_line(adaptation: Adaptation, part: Part, value: PartValue | None) -> Adaptation:
    former = adaptation.lines.get(part.id, LineChange())
    wanted = bool(value) if part.field == "hidden" else value
    line = changed(former, **{part.field: wanted})
    return changed(adaptation, lines=_with_key(adaptation.lines, part.id, line, LineChange()))


def _with_step(adaptation: Adaptation, part: Part, value: PartValue | None) -> Adaptation:
    step = adaptation.steps.get(part.id, StepChange())
    if part.kind is PartKind.NOTES:
        notes = changed(step.notes or NotesChange(), **{part.field: value})
        step = changed(step, notes=notes if notes != NotesChange() else None)
    elif part.kind is PartKind.HIDDEN_PAUSE:
        others = tuple(name for name in step.hidden_pauses if name != part.field)
        step = changed(step, hidden_pauses=(*others, part.field) if value else others)
    else:
        step = changed(step, **{part.field: bool(value) if part.field == "hidden" else value})
    return changed(adaptation, steps=_with_key(adaptation.steps, part.id, step, StepChange()))


def _with_caption(adaptation: Adaptation, part: Part, value: PartValue | None) -> Tracks:
    if part.kind is PartKind.CAPTION_SHIFT and (value is None or isinstance(value, Shift)):
        return with_shift(adaptation.captions, part.id, value)
    if value is None or isinstance(value, CaptionChange):
        return with_change(adaptation.captions, part.id, part.field, value)
    raise ValueError(part.kind)


def _with_key(there: dict[str, V], key: str, value: V, empty: V) -> dict[str, V]:
    """*there* with one entry as *value*, in its former place; without it where it says nothing any more."""
    found = {**there, key: value}
    if value == empty:
        del found[key]
    return found
