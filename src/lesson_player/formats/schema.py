"""The JSON Schemas of the lesson format, made from the values that the program itself reads into."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from lesson_player.formats.document import FORMAT
from lesson_player.model.adaptation import Adaptation
from lesson_player.model.film import Film
from lesson_player.model.lesson import Lesson, PictureCatalogue
from lesson_player.model.services import SupportServices

if TYPE_CHECKING:
    from lesson_player.model.base import Value

Kind: TypeAlias = Literal["lesson", "film", "adaptation", "services", "pictures"]

MODELS: Final[dict[Kind, type[Value]]] = {
    "lesson": Lesson,
    "film": Film,
    "adaptation": Adaptation,
    "services": SupportServices,
    "pictures": PictureCatalogue,
}
FILES: Final[dict[Kind, str]] = {
    "lesson": "lesson.yaml",
    "film": "film.yaml",
    "adaptation": "adaptations/<id>.yaml",
    "services": "services.yaml",
    "pictures": "pictures/catalogue.yaml",
}
"""Which file each schema is for."""


def json_schema(kind: Kind) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one kind of file, with the descriptions of its keys."""
    schema = MODELS[kind].model_json_schema(by_alias=True, mode="validation")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": f"{FILES[kind]} in format {FORMAT}",
        **schema,
    }
