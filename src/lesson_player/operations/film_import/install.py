"""Copies the files, checks the copies, and switches over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.formats.webvtt_writing import to_webvtt
from lesson_player.foundation.i18n import tr
from lesson_player.operations.film_import.plan import captions_name, file_name, manifest, tracks_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lesson_player.model.film import Film
    from lesson_player.operations.film_import.plan import FilmPlan
    from lesson_player.operations.film_import.store import FilmStore
    from lesson_player.operations.film_import.survey import Captions


def install(plan: FilmPlan, store: FilmStore, say: Callable[[float, str], None]) -> Film:
    """Put the film in. The former one stays in use until the last moment.

    *say* is told the share done, 0 to 1, and may raise to cancel. Whatever stops the work, the film that was
    there is untouched and what was copied is taken away. Raises ImportStopped, or what *say* raises.
    """
    versions = plan.survey.versions.values()
    total = sum(one.facts.size_bytes for one in versions if one.facts)
    folder = store.new_folder(plan.edition, total)
    try:
        hashes = _copy_films(plan, store, folder, total, say)
        for one in versions:
            for kind, track in tracks_of(one).items():
                _write_track(store, folder / captions_name(one.version, track, kind), track)
        film = manifest(plan, folder.name, hashes)
        say(1.0, tr("Switching over"))
        store.switch_to(film)
    except BaseException:
        store.discard(folder)
        raise
    return film


def _copy_films(
    plan: FilmPlan, store: FilmStore, folder: Path, total: int, say: Callable[[float, str], None]
) -> dict[str, str]:
    """Copy each version; gives their hashes."""
    done = 0
    hashes = {}
    for name, one in plan.survey.versions.items():

        def told(more: int, words: str = one.path.name) -> None:
            nonlocal done
            done += more
            say(min(done / (2 * total), 1.0) if total else 1.0, tr("Copying {name}", name=words))

        told(0)
        hashes[name] = store.copy(one.path, folder / file_name(one), told)
    return hashes


def _write_track(store: FilmStore, target: Path, track: Captions) -> None:
    if track.path is None:
        store.write(target, to_webvtt(track.cues))
    else:
        store.copy(track.path, target, lambda _bytes: None)
