"""Makes the bundled symbol library from the npm package openmoji: one archive of drawings, one list of words.

    python packaging/symbols/make_library.py openmoji-17.0.0.tgz

``npm pack openmoji@17.0.0`` fetches the package; its SHA-256 is pinned here. Two runs give the same bytes.
`choice.toml` says what is left out and which British words are put in. The drawings are not changed.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
LIBRARY = HERE.parents[1] / "src" / "lesson_player" / "foundation" / "openmoji"
ABOVE_WORDS = HERE.parents[1] / "src" / "lesson_player" / "rendering" / "symbols" / "symbols.csv"
"""Our list of the symbols above words: all of these are in the library, and are found by the same words."""
SHA256 = "55ee7d13485dec86e9f38c1f3a645a13382d33ff97c0cd845ee824b0aef45e68"
OLDEST = (1980, 1, 1, 0, 0, 0)
"""The date of every file in the archive, so that it is the same each time."""
SKIN = ("1F3FB", "1F3FC", "1F3FD", "1F3FE", "1F3FF")

Row = dict[str, str]


def main(package: Path) -> None:
    data = package.read_bytes()
    found = hashlib.sha256(data).hexdigest()
    if found != SHA256:
        sys.exit(f"{package} is not the package that is pinned: its SHA-256 is {found}.")
    choice = tomllib.loads((HERE / "choice.toml").read_text(encoding="utf-8"))
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        above = _above_words()
        rows = [row for row in _rows(archive) if _suits(row, choice["left_out"]) or _file(row) in above]
        _report_unused(choice, rows, archive)
        drawings = {_file(row): _read(archive, f"package/color/svg/{_file(row)}") for row in rows}
        licence = _read(archive, "package/LICENSE.txt")
    LIBRARY.mkdir(parents=True, exist_ok=True)
    _write_drawings(drawings)
    # Where two symbols fit equally well the first is the better one: those that stand above words, those that
    # have words of ours, the rest as OpenMoji has them.
    rows.sort(key=lambda row: (_file(row) not in above, row["annotation"] not in choice["more"]))
    words = [_listed(row, choice, above.get(_file(row), [])) for row in rows]
    with (LIBRARY / "symbols.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["name", "tags", "file"], lineterminator="\n")
        writer.writeheader()
        writer.writerows(words)
    (LIBRARY / "LICENSE.txt").write_bytes(licence)
    size = sum(path.stat().st_size for path in LIBRARY.iterdir())
    print(f"{len(rows)} symbols, {size / 1_000_000:.2f} MB with their words, in {LIBRARY}")


def _read(archive: tarfile.TarFile, name: str) -> bytes:
    file = archive.extractfile(name)
    assert file is not None, name
    return file.read()


def _rows(archive: tarfile.TarFile) -> list[Row]:
    text = _read(archive, "package/data/openmoji.csv").decode("utf-8")
    return [row for row in csv.DictReader(io.StringIO(text)) if not set(row["hexcode"].split("-")) & {*SKIN}]


def _file(row: Row) -> str:
    return f"{row['hexcode']}.svg"


def _above_words() -> dict[str, list[str]]:
    """By file: the words above which the symbol stands."""
    with ABOVE_WORDS.open(encoding="utf-8") as file:
        return {
            row["file"]: [word.strip() for word in row["words"].split(";")] for row in csv.DictReader(file)
        }


def _suits(row: Row, left_out: dict[str, list[str]]) -> bool:
    name = row["annotation"]
    return (
        row["group"] not in left_out["groups"]
        and row["subgroups"] not in left_out["subgroups"]
        and name not in left_out["names"]
        and not any(part in name for part in left_out["parts"])
        and not re.search("[\u3040-\u30ff\u4e00-\u9fff]", name)
    )


def _listed(row: Row, choice: dict[str, Any], above: list[str]) -> Row:
    own = [*_words(row["tags"]), *_words(row["openmoji_tags"])]
    name = _british(row["annotation"], choice["british"])
    more = _words(choice["more"].get(row["annotation"], ""))
    tags = [*above, *more, *(_british(word, choice["british"]) for word in own), *own, row["annotation"]]
    less = {name, *_words(choice["less"].get(row["annotation"], ""))}
    unlike = dict.fromkeys(tag for tag in tags if tag not in less)
    return {"name": name, "tags": ", ".join(unlike), "file": _file(row)}


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]


def _british(text: str, words: dict[str, str]) -> str:
    """*text* in British words: the longest American phrase first, whole words alone, each place once."""
    listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.sub(rf"(?<![\w-])(?:{listed})(?![\w-])", lambda found: words[found[0]], text)


def _write_drawings(drawings: dict[str, bytes]) -> None:
    with zipfile.ZipFile(LIBRARY / "symbols.zip", "w") as archive:
        for name in sorted(drawings):
            entry = zipfile.ZipInfo(name, OLDEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, drawings[name], compresslevel=9)


def _report_unused(choice: dict[str, Any], rows: list[Row], archive: tarfile.TarFile) -> None:
    """Say which names of the choice OpenMoji does not have: they are misspelt, or gone."""
    there = {row["annotation"] for row in _rows(archive)}
    for table in (choice["left_out"]["names"], choice["more"]):
        for name in table:
            if name not in there:
                print(f"not in OpenMoji: {name}")
    left = {row["annotation"] for row in rows}
    for name in choice["more"]:
        if name in there - left:
            print(f"left out, though it has more words: {name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
