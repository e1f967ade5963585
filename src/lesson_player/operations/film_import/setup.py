"""A film that is in use, with its moments and its signer set by somebody who has looked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.model.film import BSL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lesson_player.model.film import Film, FilmVersion, Signer
    from lesson_player.operations.film_import.moments import Times


def with_setup(film: Film, moments: Mapping[str, Times], signer: Signer | None) -> Film:
    """*film* with these times, by version, and no longer any estimate in the versions that were set."""

    def changed(name: str, version: FilmVersion) -> FilmVersion:
        if name not in moments:
            return version
        update: dict[str, object] = {
            "moments": {**version.moments, **moments[name]},
            "moments_estimated": False,
        }
        if name == BSL:
            update["signer"] = signer
        return version.model_copy(update=update)

    return film.model_copy(
        update={"versions": {name: changed(name, version) for name, version in film.versions.items()}}
    )
