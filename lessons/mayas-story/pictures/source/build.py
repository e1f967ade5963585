"""Write the lesson's pictures: ``python build.py``; ``--check`` only says whether they are current."""

from __future__ import annotations

import sys
from pathlib import Path

import draw_calm
import draw_classroom
import draw_feelings
import draw_help
import draw_people
import draw_safety
import draw_screens
from gallery import PICTURES, svg_of

MODULES = (draw_calm, draw_classroom, draw_feelings, draw_help, draw_people, draw_safety, draw_screens)
FOLDER = Path(__file__).resolve().parent.parent


def stale() -> list[str]:
    """Names of the files that differ from what the drawings make, or that no drawing makes."""
    made = {f"{name}.svg": svg_of(name) for name in PICTURES}
    found = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.svg")}
    return sorted(name for name in made.keys() | found.keys() if made.get(name) != found.get(name))


def main() -> int:
    """Write or check; the exit code is 1 when a check finds a difference."""
    names = stale()
    if "--check" in sys.argv[1:]:
        for name in names:
            print(f"{name} is not what the drawing script makes. Run build.py.")
        return 1 if names else 0
    for name in names:
        picture_name = name.removesuffix(".svg")
        if picture_name in PICTURES:
            (FOLDER / name).write_text(svg_of(picture_name), encoding="utf-8", newline="\n")
        else:
            (FOLDER / name).unlink()
    print(f"{len(PICTURES)} pictures, {len(names)} written or removed.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
