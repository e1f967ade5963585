"""What a wheelhouse is made of: its wheels, and what lies in each of them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from bill import distributions, in_wheels, own
from bill.part import BillError, Part

_LIBRARIES = (".so", ".dylib", ".dll")


def parts(wheels: Iterable[Path]) -> list[Part]:
    """A part for each distribution, with its wheels as files; ours is the program."""
    found: dict[str, Part] = {}
    for wheel in wheels:
        if wheel.name.startswith("lesson_player-"):
            program = replace(own.PROGRAM, inside=(own.CONTENT, own.SYMBOLS, *own.TYPEFACES.values()))
            found[own.NAME] = replace(program, files=(wheel.name,))
            continue
        part, _ = distributions.of_wheel(wheel)
        part = replace(part, inside=_libraries(wheel, part))
        held = found.get(part.name)
        inside = {(one.name, one.version): one for one in (*part.inside, *(held.inside if held else ()))}
        found[part.name] = replace(
            part,
            files=tuple(sorted((*(held.files if held else ()), wheel.name))),
            inside=tuple(inside[key] for key in sorted(inside)),
        )
    return sorted(found.values(), key=lambda one: one.name.lower())


def _libraries(wheel: Path, part: Part) -> tuple[Part, ...]:
    """The libraries that lie in a wheel as files, and what else it was built with."""
    found = {}
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if name.endswith(_LIBRARIES) or ".so." in name:
                one = in_wheels.part_of(name, part, lambda name=name: archive.read(name))
                if one is None:
                    raise BillError(
                        f"nothing is known of {name} in {wheel.name}: packaging/sbom/libraries.toml"
                    )
                if one != part:
                    found[one] = replace(one, files=())
    finished = in_wheels.finish([part, *found.values()])
    own_part = next(one for one in finished if one.name == part.name)
    return (*own_part.inside, *(one for one in finished if one is not own_part))
