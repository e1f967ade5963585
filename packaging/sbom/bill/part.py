"""One thing that a package is made of, and the sorting of a package's files into such things."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace


class BillError(Exception):
    """A file belongs to nothing that is known, or a part has no licence text; the text says which."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a package: somebody's library, program, typeface or pictures, or our own."""

    name: str
    version: str = ""
    kind: str = "library"
    """As CycloneDX has it: ``application``, ``library``, ``framework``, ``data``."""
    licence: str = ""
    """An SPDX expression where the part gives one; Debian's short names, joined by commas, elsewhere."""
    purl: str = ""
    origin: str = ""
    """Where its source is: Debian's source package and version, an address, the wheel it came in."""
    texts: tuple[str, ...] = ()
    """Its licences and notices as it brings them. Where it brings none, those of ``licence`` are taken."""
    files: tuple[str, ...] = ()
    """Its files, from the top of the package."""
    inside: tuple[Part, ...] = ()
    """Parts that were built into it and have no files of their own."""
    facts: tuple[tuple[str, str], ...] = ()
    """More that is known of it, as a name and a value."""


def sort_files(
    places: Iterable[str], owner: Callable[[str], Part | None], alone: Iterable[Part]
) -> list[Part]:
    """Give every file to the one part that *owner* names, and add the parts *alone*, which have no files.

    Raises BillError for files that belong to nothing.
    """
    held: dict[Part, list[str]] = {part: [] for part in alone}
    homeless = []
    for place in sorted(places):
        part = owner(place)
        if part is None:
            homeless.append(place)
        else:
            held.setdefault(part, []).append(place)
    if homeless:
        raise BillError(
            "nothing is known of " + ", ".join(homeless) + " (packaging/sbom/bill says of what is)"
        )
    found = [replace(part, files=tuple(files)) for part, files in held.items()]
    return sorted(found, key=lambda one: (one.name.lower(), one.version, one.purl))


def all_parts(parts: Iterable[Part]) -> list[Part]:
    """The parts, and what was built into them."""
    return [each for part in parts for each in (part, *all_parts(part.inside))]
