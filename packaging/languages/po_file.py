"""Catalogues as translators write them (GNU gettext's ``.po``) and as the program reads them (``.mo``).

Only what our catalogues have: no contexts, no obsolete entries, no fuzzy ones, since a guessed translation
would be shown to a teacher as if somebody had written it. Formats: the GNU gettext manual, "PO Files" and
"MO Files".
"""

from __future__ import annotations

import ast
import struct
from dataclasses import dataclass, field

_MAGIC, _HEAD = 0x950412DE, 28
_FORMS = "msgstr["


@dataclass(frozen=True, slots=True)
class Entry:
    """One text of the program with its translation."""

    one: str
    many: str = ""
    """The English plural; empty for a text that counts nothing."""
    said: tuple[str, ...] = ("",)
    """The translation; for a text that counts, one for each plural form of the language."""
    notes: tuple[str, ...] = ()
    """Comments of the translator, whole lines with their sign."""
    places: tuple[str, ...] = ()
    """The files in which the program says it."""

    @property
    def translated(self) -> bool:
        """Whether nothing is left to be said."""
        return all(self.said)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All texts, and what the first entry says about the file."""

    header: Entry
    entries: tuple[Entry, ...] = field(default=())

    @property
    def forms(self) -> int:
        """How many plural forms the language has."""
        return int(self.header.said[0].partition("nplurals=")[2].partition(";")[0])


def read(text: str) -> Catalogue:
    """A catalogue from the text of a ``.po`` file. Raises ValueError for a line that belongs nowhere."""
    entries = [_entry(block.strip("\n").split("\n")) for block in text.split("\n\n") if block.strip()]
    if not entries or entries[0].one:
        raise ValueError("A catalogue begins with an entry for the empty text.")
    return Catalogue(entries[0], tuple(entries[1:]))


def write(catalogue: Catalogue) -> str:
    """The text of a ``.po`` file."""
    return "\n".join(_written(entry) for entry in (catalogue.header, *catalogue.entries))


def compiled(catalogue: Catalogue) -> bytes:
    """The bytes of a ``.mo`` file, with what is translated alone."""
    texts = {entry.one: "\0".join(entry.said) for entry in (catalogue.header,)}
    texts |= {
        f"{entry.one}\0{entry.many}" if entry.many else entry.one: "\0".join(entry.said)
        for entry in catalogue.entries
        if entry.translated
    }
    pairs = sorted((key.encode(), said.encode()) for key, said in texts.items())
    keys, said = [key for key, _ in pairs], [said for _, said in pairs]
    first_text = _HEAD + 16 * len(pairs)
    key_table = _table(keys, first_text)
    said_table = _table(said, first_text + sum(len(key) + 1 for key in keys))
    head = struct.pack("<7I", _MAGIC, 0, len(pairs), _HEAD, _HEAD + 8 * len(pairs), 0, first_text)
    return head + key_table + said_table + b"".join(text + b"\0" for text in (*keys, *said))


def _table(texts: list[bytes], at: int) -> bytes:
    rows = b""
    for text in texts:
        rows += struct.pack("<2I", len(text), at)
        at += len(text) + 1
    return rows


def _entry(lines: list[str]) -> Entry:
    notes, places, parts, name = [], [], {"msgid": "", "msgid_plural": ""}, ""
    for line in lines:
        if line.startswith("#:"):
            places += line[2:].split()
        elif line.startswith("#"):
            notes.append(line)
        elif line.startswith('"') and name:
            parts[name] += _unquoted(line)
        elif line.startswith("msg"):
            name, _, text = line.partition(" ")
            parts[name] = _unquoted(text)
        else:
            raise ValueError(f"This line belongs nowhere: {line}")
    said = tuple(text for key, text in parts.items() if key == "msgstr" or key.startswith(_FORMS))
    return Entry(parts["msgid"], parts["msgid_plural"], said or ("",), tuple(notes), tuple(places))


def _written(entry: Entry) -> str:
    lines = [
        *entry.notes,
        *([f"#: {' '.join(entry.places)}"] if entry.places else []),
        f"msgid {_quoted(entry.one)}",
    ]
    if entry.many:
        lines.append(f"msgid_plural {_quoted(entry.many)}")
        lines += [f"{_FORMS}{form}] {_quoted(text)}" for form, text in enumerate(entry.said)]
    else:
        lines.append(f"msgstr {_quoted(entry.said[0])}")
    return "\n".join(lines) + "\n"


def _unquoted(text: str) -> str:
    return str(ast.literal_eval(text))


def _quoted(text: str) -> str:
    """In quotation marks; a text of several lines has each on a line of its own."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    lines = [f'"{line}"' for line in escaped.replace("\n", "\\n\0").split("\0") if line]
    return "\n".join(['""', *lines]) if len(lines) > 1 else (lines or ['""'])[0]
