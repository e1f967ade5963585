"""Plain data from files turned into values, with every flaw named by its path."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import ValidationError

from lesson_player.model.base import Value

V = TypeVar("V", bound=Value)
Path = tuple[str | int, ...]

KIND = "kind"
"""The key by which steps of different kinds are told apart."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing in the data that does not fit the model."""

    path: Path
    kind: str
    """pydantic's stable name of the error, such as ``missing``."""
    given: object
    limits: Mapping[str, Any] = field(default_factory=dict)
    """What the model allows, such as ``max_length``."""
    known: tuple[str, ...] = ()
    """The keys that can stand where an unknown one does; the kinds of step where one is unknown."""


def validate(model: type[V], data: object) -> tuple[V | None, tuple[Flaw, ...]]:
    """*data* as a *model*, or None with every flaw that keeps it from being one."""
    try:
        return model.model_validate(data), ()
    except ValidationError as error:
        found = error.errors(include_url=False)
    return None, tuple(_flaw(model, data, one) for one in found)


def _flaw(model: type[Value], data: object, error: Any) -> Flaw:  # noqa: ANN401 - pydantic's own dictionary
    path = _without_tags(error["loc"], data)
    kind = str(error["type"])
    known: tuple[str, ...] = ()
    if kind == "extra_forbidden":
        known = tuple(keys_at(model, path[:-1], data))
    elif kind.startswith("union_tag"):
        known = tuple(str(one) for value in _values_at(model, path, data) for one in _kind_words(value))
    return Flaw(path, kind, error.get("input"), error.get("ctx") or {}, known)


def _without_tags(location: Path, data: object) -> Path:
    """The path in the data: pydantic puts the kind of a step, or of an added line, into its locations too."""
    path: list[str | int] = []
    here: object = data
    parts = iter(location)
    for part in parts:
        step = isinstance(here, dict) and here.get(KIND) == part
        added_line = len(path) == 3 and path[0] == "add_lines" and path[2] == "line"
        name = next(parts, None) if step or added_line else part
        if name is None:
            break
        path.append(name)
        here = _inner(here, name)
    return tuple(path)


def _inner(here: object, part: str | int) -> object:
    if isinstance(here, dict):
        return here.get(part)
    if isinstance(here, list) and isinstance(part, int) and part < len(here):
        return here[part]
    return None


def keys_at(model: type[Value], path: Path, data: object) -> list[str]:
    """The keys, as files write them, that the model knows at *path*; none where it knows any key."""
    keys = [
        info.alias or name
        for kind in _values_at(model, path, data)
        for name, info in kind.model_fields.items()
    ]
    return list(dict.fromkeys(keys))


def _values_at(model: type[Value], path: Path, data: object) -> list[type[Value]]:
    """The values of the model that can stand at *path*; fewer where the data says of which kind it is."""
    kinds: list[Any] = [model]
    here: object = data
    for part in path:
        here = _inner(here, part)
        wanted = here.get(KIND) if isinstance(here, dict) else None
        inner = [one for kind in kinds for one in _parts(kind, part)]
        kinds = [one for one in inner if _is_kind(one, wanted)] or inner
    return [kind for kind in kinds if _is_value(kind)]


def _parts(kind: Any, part: str | int) -> list[Any]:  # noqa: ANN401 - annotations have no common type
    """The kinds of value that can stand at *part* of a value of *kind*."""
    if _is_value(kind):
        for name, info in kind.model_fields.items():
            if part in {name, info.alias}:
                return _members(info.annotation)
        return []
    arguments = get_args(kind)
    return _members(arguments[-1] if get_origin(kind) is dict else arguments[0]) if arguments else []


def _members(annotation: Any) -> list[Any]:  # noqa: ANN401 - annotations have no common type
    """The members of an annotation without ``Annotated`` and ``|``."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _members(get_args(annotation)[0])
    if origin in {Union, UnionType}:
        return [one for member in get_args(annotation) for one in _members(member)]
    return [annotation]


def _is_value(kind: Any) -> bool:  # noqa: ANN401 - annotations have no common type
    return isinstance(kind, type) and issubclass(kind, Value)


def _is_kind(kind: Any, wanted: object) -> bool:  # noqa: ANN401 - annotations have no common type
    return _is_value(kind) and wanted in _kind_words(kind)


def _kind_words(kind: type[Value]) -> tuple[object, ...]:
    """What stands after ``kind:`` in such a value."""
    return get_args(kind.model_fields[KIND].annotation) if KIND in kind.model_fields else ()
