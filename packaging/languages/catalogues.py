"""Takes the program's words out of its source, and brings the catalogues up to date with them.

    make languages

For each ``.po`` file in ``src/lesson_player/foundation/catalogues`` new words are added untranslated,
words that are gone are taken out, and the ``.mo`` file that the program reads is made anew. A translation is
never guessed.
"""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import po_file
from po_file import Catalogue, Entry

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "lesson_player"
CATALOGUES = PACKAGE / "foundation" / "catalogues"
ASKS_FOR = {"tr": 1, "tr_n": 2}
"""The functions that translate, and how many of their first arguments are words."""
SHOWN_KEYS = ("title", "about")
"""In the program's own data files: the entries that people read."""

Words = tuple[str, str]
"""One and many; many is empty for a text that counts nothing."""


def words_in(source: str) -> Iterator[Words]:
    """Everything that *source* has translated, line by line."""
    calls = [each for each in ast.walk(ast.parse(source)) if isinstance(each, ast.Call)]
    for call in sorted(calls, key=lambda each: (each.lineno, each.col_offset)):
        wanted = ASKS_FOR.get(call.func.id, 0) if isinstance(call.func, ast.Name) else 0
        asked = [each.value for each in call.args[:wanted] if isinstance(each, ast.Constant)]
        texts = [each for each in asked if isinstance(each, str) and each]
        if texts:
            yield texts[0], texts[1] if len(texts) > 1 else ""


def words_of_data(text: str) -> Iterator[Words]:
    """What people read in one of the program's own data files."""
    for table in tomllib.loads(text).values():
        if isinstance(table, dict):
            yield from ((table[key], "") for key in SHOWN_KEYS if isinstance(table.get(key), str))


def all_words() -> dict[Words, tuple[str, ...]]:
    """Every text of the program, and the files that say it, in the order of files and lines."""
    found: dict[Words, tuple[str, ...]] = {}
    for path in sorted((*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.toml"))):
        place, text = str(path.relative_to(PACKAGE)), path.read_text(encoding="utf-8")
        for words in words_of_data(text) if path.suffix == ".toml" else words_in(text):
            places = found.get(words, ())
            found[words] = places if place in places else (*places, place)
    return found


def brought_up_to_date(former: Catalogue, words: dict[Words, tuple[str, ...]]) -> Catalogue:
    """*former* with all *words* and none besides; a translation is kept while its English stays the same."""
    kept = {(entry.one, entry.many): entry for entry in former.entries}
    entries = (
        kept.get((one, many), Entry(one, many, ("",) * (former.forms if many else 1))) for one, many in words
    )
    return Catalogue(
        former.header, tuple(replace(entry, places=words[entry.one, entry.many]) for entry in entries)
    )


def main() -> int:
    """Bring all catalogues up to date, and say how much is still to be translated."""
    words = all_words()
    for path in sorted(CATALOGUES.glob("*.po")):
        catalogue = brought_up_to_date(po_file.read(path.read_text(encoding="utf-8")), words)
        path.write_text(po_file.write(catalogue), encoding="utf-8")
        path.with_suffix(".mo").write_bytes(po_file.compiled(catalogue))
        left = sum(not entry.translated for entry in catalogue.entries)
        print(f"{path.name}: {len(words)} texts, {left} not translated")
    return 0


if __name__ == "__main__":
    sys.exit(main())
