"""A teacher's own layer over a lesson: an adaptation in the user's own folder, ``<lesson's id>/own.yaml``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.formats.adaptation_check import check_adaptation
from lesson_player.formats.document import Document, read_document
from lesson_player.formats.writing import to_yaml
from lesson_player.foundation.files import set_aside, write_whole
from lesson_player.foundation.i18n import tr
from lesson_player.model.adaptation import OWN, Adaptation

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from lesson_player.model.adaptation import AddedPause
    from lesson_player.model.bundle import LessonBundle

_NAME = f"{OWN}.yaml"


def own_file(own_layers: Path, lesson: str) -> Path:
    """Where the own layer over the lesson of that id is."""
    return own_layers / lesson / _NAME


def with_own_layer(bundle: LessonBundle, own_layers: Path) -> LessonBundle:
    """*bundle* with the teacher's own layer and its problems, if there is such a layer."""
    path = own_file(own_layers, bundle.lesson.id)
    if not path.is_file():
        return bundle
    document = _read(path, bundle.lesson.id)
    bundle = bundle.model_copy(update={"layer_folders": {**bundle.layer_folders, OWN: path.parent}})
    if document.value is not None:
        pictures = set(bundle.catalogue.pictures)
        check_adaptation(document, document.value, bundle, pictures, _of_versions(bundle))
    problems = (*bundle.problems, *document.problems)
    return bundle.model_copy(update={"own": document.value, "problems": problems})


def keep_pauses(own_layers: Path, lesson: str, added: Sequence[AddedPause], removed: Collection[str]) -> None:
    """Put pause points into the own layer over *lesson* and take others out, by their ids.

    A file that cannot be read whole is set aside before, so that nothing in it is lost. Raises OSError when
    the layer cannot be written; the former one is then still there.
    """
    path = own_file(own_layers, lesson)
    former = _former(path, lesson)
    gone = {*removed, *(one.pause.id for one in added)}
    pauses = (*(one for one in former.add_pauses if one.pause.id not in gone), *added)
    if pauses != former.add_pauses:
        layer = former.model_copy(update={"add_pauses": pauses})
        write_whole(path, to_yaml(layer).encode("utf-8"))


def _of_versions(bundle: LessonBundle) -> set[str]:
    """Steps that only some versions have: the layer may cite them, and has no effect in the others."""
    added = {one.step.id for layer in bundle.adaptations for one in layer.add_steps}
    return added | {one.id for layer in bundle.adaptations for one in layer.split_steps}


def _former(path: Path, lesson: str) -> Adaptation:
    empty = Adaptation(
        format=1,
        id=OWN,
        lesson=lesson,
        title=tr("My own changes"),
        about=tr("What was changed while teaching. It lies over every version of the lesson."),
    )
    if not path.is_file():
        return empty
    document = _read(path, lesson)
    if not document.complete:
        set_aside(path)
    return document.value or empty


def _read(path: Path, lesson: str) -> Document[Adaptation]:
    return read_document(path, f"adaptations/{lesson}/{_NAME}", Adaptation)
