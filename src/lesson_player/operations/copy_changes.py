"""Single changes of one version made in another of the user's own as well, with the pictures they show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.adapting.change_edits import CopyPart
from lesson_player.adapting.opened import Opened, edited, written
from lesson_player.adapting.parts import Part, PartKind, PartValue, parts_of
from lesson_player.model.base import Value
from lesson_player.model.problem import Problem
from lesson_player.operations.version_pictures import copy_pictures
from lesson_player.operations.versions import keep_former, open_version, save_version, version_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lesson_player.foundation.paths import Places
    from lesson_player.model.adaptation import Adaptation
    from lesson_player.model.bundle import LessonBundle


def copy_changes(
    bundle: LessonBundle, places: Places, source: Adaptation, parts: Sequence[Part], target: str
) -> Opened | Problem:
    """Make the changes of *source* that are named in the version *target* too, and write that.

    All of them or none: the first that has no place there is the problem that is given, and nothing is
    written. What *target* says in the same place is replaced; as it was before, it is kept. Raises KeyError
    for a change that *source* does not make, OSError when something cannot be written.
    """
    found = open_version(bundle, places, target)
    if isinstance(found, Problem):
        return found
    values, desk = parts_of(source), found.opened
    pictures = [name for name in source.pictures if name in set(_pictures(values, parts))]
    for part in dict.fromkeys((*(Part(PartKind.PICTURE, name) for name in pictures), *parts)):
        after = edited(desk, CopyPart(part, values[part]))
        if isinstance(after, Problem):
            return after
        desk = after
    keep_former(places, bundle.lesson.id, target)
    folder = version_path(places, bundle.lesson.id, target).parent / target / "pictures"
    copy_pictures(bundle, source, pictures, folder)
    save_version(places, desk.adaptation, desk.base)
    return written(desk)


def _pictures(values: dict[Part, PartValue], parts: Sequence[Part]) -> Iterator[str]:
    """The ids of the pictures that the named changes show."""
    for part in parts:
        value = values[part]
        if part.kind is PartKind.PICTURE:
            yield part.id
        elif part.kind is PartKind.LINE and part.field == "picture":
            yield str(value)
        elif isinstance(value, Value):
            yield from _shown(value.model_dump())


def _shown(data: object) -> Iterator[str]:
    if isinstance(data, dict):
        for key, inner in data.items():
            if key == "picture" and isinstance(inner, str):
                yield inner
            yield from _shown(inner)
    elif isinstance(data, tuple | list):
        for inner in data:
            yield from _shown(inner)
