"""Writes the Braille of a lesson's versions into its folder ``braille``, from the words that it has now.

    .venv/bin/python packaging/braille/make_braille.py mayas-story

Needs Liblouis (Debian: liblouis-bin, liblouis-data). The same words and the same Liblouis give the
same bytes.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "src"))

from lesson_player.application.courses import version_title  # noqa: E402
from lesson_player.formats.bundle import load_bundle  # noqa: E402
from lesson_player.foundation.files import write_whole  # noqa: E402
from lesson_player.handouts.braille import Grade  # noqa: E402
from lesson_player.handouts.braille_copy import made  # noqa: E402
from lesson_player.handouts.braille_store import BRAILLE_FOLDER, INDEX, stored_name  # noqa: E402
from lesson_player.handouts.braille_text import BrailleLine, braille_text, digest_of  # noqa: E402
from lesson_player.handouts.liblouis import liblouis  # noqa: E402
from lesson_player.handouts.source import HandoutSource  # noqa: E402
from lesson_player.model.bundle import LessonBundle  # noqa: E402
from lesson_player.model.layers import prepare  # noqa: E402
from lesson_player.model.presets import presets  # noqa: E402
from lesson_player.operations.film_import.wish import REAL  # noqa: E402


def versions(bundle: LessonBundle) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The versions that the library offers, with the sample film and with the real one, and their layers."""
    yield "as-written", ()
    yield from ((one.id, (one.id,)) for one in bundle.adaptations)
    for real in (one.id for one in bundle.adaptations if one.edition == REAL):
        others = (one.id for one in bundle.adaptations if one.edition is None)
        yield from ((f"{real}-{other}", (real, other)) for other in others)


def text_of(bundle: LessonBundle, layers: tuple[str, ...]) -> tuple[BrailleLine, ...]:
    """What pupils read of the version that *layers* make."""
    prepared = prepare(bundle, layers, (), presets())
    return braille_text(
        HandoutSource(
            bundle=bundle,
            lesson=prepared.lesson,
            wording=prepared.wording,
            version_title=version_title(bundle, layers),
            adaptations=layers,
        )
    )


def _write(path: Path, data: bytes) -> None:
    write_whole(path, data)
    path.chmod(0o644)  # a file of the project, for everybody to read


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("lesson", help="name of a lesson's folder, such as mayas-story")
    folder = ROOT / "lessons" / parser.parse_args().lesson
    program = liblouis()
    if program is None:
        print("Liblouis is not here. On Debian: apt-get install liblouis-bin liblouis-data")
        return 2
    bundle, problems = load_bundle(folder, (ROOT / "media",))
    if bundle is None:
        print(*problems, sep="\n")
        return 2
    place, files = folder / BRAILLE_FOLDER, {INDEX, "README.md"}
    texts: dict[str, str] = {}
    for version, layers in versions(bundle):
        text = text_of(bundle, layers)
        if texts.setdefault(digest_of(text), version) != version:
            continue
        for grade in Grade:
            name = stored_name(version, grade)
            files.add(name)
            _write(place / name, made(text, grade, program))
    told = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
    tool = " ".join(re.findall(r"Liblouis|[0-9.]+", told.stdout.splitlines()[0]))
    index = {"format": 1, "made_by": tool, "texts": dict(sorted(texts.items()))}
    _write(place / INDEX, (json.dumps(index, indent=2) + "\n").encode())
    for path in sorted(place.iterdir()):
        if path.name not in files:
            path.unlink()
    print(f"{len(files) - 2} files in {place.relative_to(ROOT)}, by {index['made_by']}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
