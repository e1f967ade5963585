"""The JSON Schemas of the lesson format, made from the values that the program itself reads into."""

from __future__ import annotations

import ast
import inspect
import textwrap
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from lesson_player.formats.document import FORMAT
from lesson_player.model.adaptation import Adaptation
from lesson_player.model.base import Value
from lesson_player.model.film import Film
from lesson_player.model.lesson import Lesson, PictureCatalogue
from lesson_player.model.pack import PackManifest
from lesson_player.model.services import SupportServices
from lesson_player.model.voice import VoiceIndex

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind: TypeAlias = Literal["lesson", "film", "adaptation", "services", "pictures", "voice", "pack"]

MODELS: Final[dict[Kind, type[Value]]] = {
    "lesson": Lesson,
    "film": Film,
    "adaptation": Adaptation,
    "services": SupportServices,
    "pictures": PictureCatalogue,
    "voice": VoiceIndex,
    "pack": PackManifest,
}
FILES: Final[dict[Kind, str]] = {
    "lesson": "lesson.yaml",
    "film": "film.yaml",
    "adaptation": "adaptations/<id>.yaml",
    "services": "services.yaml",
    "pictures": "pictures/catalogue.yaml",
    "voice": "voice/index.json",
    "pack": "pack.json",
}
"""Which file each schema is for."""


def json_schema(kind: Kind) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one kind of file, with the descriptions of its keys."""
    schema = MODELS[kind].model_json_schema(by_alias=True, mode="validation")
    values = {value.__name__: value for value in _subclasses(Value)}
    _describe(schema, MODELS[kind])
    for name, part in schema.get("$defs", {}).items():
        if name in values:
            _describe(part, values[name])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": f"{FILES[kind]} in format {FORMAT}",
        **schema,
    }


def _subclasses(value: type[Value]) -> Iterator[type[Value]]:
    for inner in value.__subclasses__():
        yield inner
        yield from _subclasses(inner)


def _describe(schema: dict[str, Any], value: type[Value]) -> None:
    """Give the properties of *schema* the words that stand under the fields of *value* in its source.

    pydantic can do this itself when a class is made; that would read every source file at each start.
    """
    texts = {name: text for one in reversed(value.__mro__) for name, text in _texts(one).items()}
    for name, info in value.model_fields.items():
        found = schema.get("properties", {}).get(info.alias or name)
        if found is not None and name in texts:
            found["description"] = texts[name]


@cache
def _texts(value: type) -> dict[str, str]:
    """The text under each field of a class; nothing where its source is not at hand."""
    try:
        source = ast.parse(textwrap.dedent(inspect.getsource(value)))
    except (OSError, TypeError, SyntaxError):
        return {}
    body = source.body[0].body if isinstance(source.body[0], ast.ClassDef) else []
    return {
        field.target.id: inspect.cleandoc(text.value.value)
        for field, text in pairwise(body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    }
