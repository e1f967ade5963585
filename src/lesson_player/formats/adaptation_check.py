"""What an adaptation must get right about the lesson that it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.formats.files import named_file
from lesson_player.formats.film_check import check_part, check_pauses, is_of_edition
from lesson_player.formats.lesson_check import (
    check_pictures,
    check_services,
    line_pictures,
    step_pictures,
    step_services,
)
from lesson_player.foundation.i18n import tr
from lesson_player.model.caption_faults import caption_faults
from lesson_player.model.guess import did_you_mean
from lesson_player.model.layers import apply_with_paths
from lesson_player.model.lesson import FilmStep
from lesson_player.model.names import pause_lines
from lesson_player.model.overlay import NO_OVERLAY, overlays
from lesson_player.model.presets import presets
from lesson_player.model.theme import themes
from lesson_player.model.typeface import TYPEFACES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from lesson_player.formats.document import Report
    from lesson_player.model.adaptation import Adaptation
    from lesson_player.model.bundle import LessonBundle
    from lesson_player.model.lesson import Lesson
    from lesson_player.model.validation import Path


def check_adaptation(
    document: Report,
    adaptation: Adaptation,
    bundle: LessonBundle,
    pictures: Collection[str] | None,
    left_out: Collection[str],
) -> None:
    """Report what of *adaptation* cannot be applied, and what it cites that is not there.

    *pictures* are the ids of the catalogue, None when it could not be read. *left_out* are ids of the
    lesson's file that had to be left out: they have a problem of their own.
    """
    lesson, faults = apply_with_paths(bundle.lesson, [adaptation])
    for fault in (*faults, *caption_faults(bundle.films, adaptation)):
        if fault.missing in left_out:
            continue
        problem = fault.problem
        document.report(fault.path, problem.code, problem.sentence, problem.remedy, severity=problem.severity)
    _check_own_pictures(document, adaptation, bundle)
    if pictures is not None:
        pictures = {*pictures, *adaptation.pictures, *document.left_out}
    check_pictures(document, _pictures(adaptation), pictures)
    added = [(one.step, ("add_steps", number, "step")) for number, one in enumerate(adaptation.add_steps)]
    check_services(document, step_services(added), [one.id for one in bundle.services.services])
    _check_settings(document, adaptation)
    _check_film_choice(document, adaptation, bundle)
    _check_film_parts(document, adaptation, lesson, bundle)


def _check_own_pictures(document: Report, adaptation: Adaptation, bundle: LessonBundle) -> None:
    folder = bundle.layer_pictures_folder(adaptation.id)
    for name, picture in adaptation.pictures.items():
        named_file(document, ("pictures", name, "file"), folder, picture.file, "missing-picture")


def _check_settings(document: Report, adaptation: Adaptation) -> None:
    """Presets, themes, typefaces and overlays that the program does not have."""
    cited: list[tuple[Path, str, list[str]]] = [
        (("presets", number), name, list(presets())) for number, name in enumerate(adaptation.presets)
    ]
    look = adaptation.appearance
    for field, given, there in (
        ("theme", look.theme, list(themes())),
        ("font", look.font, list(TYPEFACES)),
        ("overlay", look.overlay, [NO_OVERLAY, *overlays()]),
    ):
        if given is not None:
            cited.append((("appearance", field), given, there))
    for path, name, known in cited:
        if name not in known:
            sentence = tr("The program has no settings named “{name}”.", name=name)
            otherwise = tr("It has: {names}.", names=", ".join(known))
            code = "unknown-preset" if path[0] == "presets" else f"unknown-{path[1]}"
            document.warn(path, code, sentence, did_you_mean(name, known, otherwise))


def _pictures(adaptation: Adaptation) -> Iterator[tuple[str, Path]]:
    for name, change in adaptation.lines.items():
        if change.picture is not None:
            yield change.picture, ("lines", name, "picture")
    for number, line in enumerate(adaptation.add_lines):
        yield from line_pictures([(line.line, ("add_lines", number, "line"))])
    for number, pause in enumerate(adaptation.add_pauses):
        yield from line_pictures(pause_lines(pause.pause, ("add_pauses", number, "pause")))
    for number, step in enumerate(adaptation.add_steps):
        yield from step_pictures(step.step, ("add_steps", number, "step"))


def _check_film_choice(document: Report, adaptation: Adaptation, bundle: LessonBundle) -> None:
    loaded = bundle.films.get(bundle.lesson.film or "")
    if loaded is None:
        return
    versions = loaded.film.versions
    tracks = {track.id for version in versions.values() for track in version.captions}
    for key, name, known in (
        ("version", adaptation.film.version, set(versions)),
        ("caption_track", adaptation.film.caption_track, tracks),
    ):
        if name is not None and known and name not in known:
            sentence = tr("The film has no “{name}”, so its usual one is shown.", name=name)
            otherwise = tr("It has: {names}.", names=", ".join(sorted(known)))
            document.warn(
                ("film", key), f"unknown-film-{key}", sentence, did_you_mean(name, known, otherwise)
            )


def _check_film_parts(document: Report, adaptation: Adaptation, lesson: Lesson, bundle: LessonBundle) -> None:
    """The film parts and pauses that this adaptation changes or adds, as they are once it is applied."""
    for step in lesson.steps:
        if not isinstance(step, FilmStep):
            continue
        loaded = bundle.films.get(step.film or lesson.film or "")
        if loaded is None or not is_of_edition(step.edition or adaptation.edition, loaded.film):
            continue
        change = adaptation.steps.get(step.id)
        path = next(
            (
                ("add_steps", n, "step")
                for n, one in enumerate(adaptation.add_steps)
                if one.step.id == step.id
            ),
            ("steps", step.id),
        )
        moved = change is not None and (change.start is not None or change.end is not None)
        if moved or path[0] == "add_steps":
            check_part(document, path, step.start, step.end, loaded.film)
        added = {
            one.pause.id: ("add_pauses", number, "pause") for number, one in enumerate(adaptation.add_pauses)
        }
        pauses = [(pause, added.get(pause.id, path)) for pause in step.pauses]
        wanted = pauses if moved else [(pause, where) for pause, where in pauses if pause.id in added]
        if path[0] == "add_steps":
            wanted = [(pause, (*path, "pauses", number)) for number, pause in enumerate(step.pauses)]
        check_pauses(document, wanted, step.start, step.end, loaded.film)
