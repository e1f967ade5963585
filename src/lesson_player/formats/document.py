"""A YAML file as a value of the model, with every problem that it has and as much of it as can be used."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from lesson_player.formats.node import Node
from lesson_player.formats.text_file import decode, read_bytes
from lesson_player.formats.wording import words
from lesson_player.formats.yaml_reader import parse
from lesson_player.foundation.i18n import tr
from lesson_player.model.base import Value
from lesson_player.model.limits import MOST_PROBLEMS, TEXT_FILE_BYTES
from lesson_player.model.problem import Problem, Severity
from lesson_player.model.validation import Flaw, validate

if TYPE_CHECKING:
    import pathlib

    from lesson_player.model.validation import Path

V = TypeVar("V", bound=Value)

FORMAT = 1
"""The version of the lesson format that this program reads and writes."""


@dataclass(slots=True)
class Report:
    """A file's problems, and the places that they can be tied to."""

    file: str
    """How people know the file, relative to its lesson or media folder."""
    node: Node = field(default_factory=lambda: Node(None))
    problems: list[Problem] = field(default_factory=list)
    left_out: set[str] = field(default_factory=set)
    """Ids and keys of parts that had to be left out, so that nobody is told that they are missing too."""

    def report(
        self,
        path: Path,
        code: str,
        sentence: str,
        remedy: str,
        *,
        severity: Severity = Severity.ERROR,
        key: bool = False,
    ) -> None:
        """Add a problem at the value, or at the key, that *path* leads to."""
        line, column = self.node.place_of(path, key=key)
        self.problems.append(
            Problem(
                code=code,
                sentence=sentence,
                remedy=remedy,
                file=self.file,
                line=line,
                column=column,
                severity=severity,
            )
        )

    def warn(self, path: Path, code: str, sentence: str, remedy: str) -> None:
        """Add something that somebody should know, and that stops nothing."""
        self.report(path, code, sentence, remedy, severity=Severity.WARNING)


@dataclass(slots=True)
class Document(Report, Generic[V]):
    """What was read from one file."""

    value: V | None = None
    """The value without the parts that are wrong; None when too much is wrong."""
    complete: bool = False
    """True when nothing had to be left out."""


def read_document(path: pathlib.Path, file: str, model: type[V]) -> Document[V]:
    """Read *path*, known to people as *file*, as a *model*. Never raises for what is in the file."""
    data, problems = read_bytes(path, file, TEXT_FILE_BYTES)
    if data is None:
        return Document(file, problems=list(problems))
    text, decoding = decode(data, file)
    return Document(file, problems=decoding) if text is None else read_text(text, file, model, decoding)


def read_text(text: str, file: str, model: type[V], problems: list[Problem] | None = None) -> Document[V]:
    """Read YAML *text* as a *model*; *problems* were found in it before."""
    node, layout = parse(text, file)
    document = Document[V](file, problems=[*(problems or []), *layout])
    if node is None:
        return document
    document.node = node
    if not _made_for_newer(document):
        _fill(document, model)
    return document


def _made_for_newer(document: Document[V]) -> bool:
    """Report a file of a later format, of which nothing else can be said."""
    stated = document.node.child("format")
    if stated is None or not isinstance(stated.value, int) or stated.value <= FORMAT:
        return False
    document.report(
        ("format",),
        "newer-format",
        tr("This file is made for a newer version of the program (format {n}).", n=stated.value),
        tr("Install the newer version, or ask for the file in format {n}.", n=FORMAT),
    )
    return True


def _fill(document: Document[V], model: type[V]) -> None:
    """Validate, report every flaw, and leave out what is wrong until the rest is valid."""
    node = document.node
    value, flaws = validate(model, node.plain())
    if _take_as_text(node, flaws):
        value, flaws = validate(model, node.plain())
    document.complete = value is not None
    flaws = _first_causes(flaws)
    for flaw in flaws[:MOST_PROBLEMS]:
        code, sentence, remedy = words(flaw)
        key = flaw.kind == "extra_forbidden" or flaw.path[-1:] == ("[key]",)
        path = flaw.path[:-1] if flaw.path[-1:] == ("[key]",) else flaw.path
        document.report(path, code, sentence, remedy, key=key)
    if flaws[MOST_PROBLEMS:]:
        document.report((), "more-problems", *_more(len(flaws) - MOST_PROBLEMS))
    while value is None and _leave_out(document, flaws):
        value, flaws = validate(model, node.plain())
    document.value = value


def _first_causes(flaws: tuple[Flaw, ...]) -> tuple[Flaw, ...]:
    """The flaws without those lists that are too short only because an entry of theirs is wrong."""
    owners = {flaw.path[:length] for flaw in flaws for length in range(len(flaw.path))}
    return tuple(flaw for flaw in flaws if flaw.kind != "too_short" or flaw.path not in owners)


def _more(number: int) -> tuple[str, str]:
    return tr("There are {n} more problems in this file.", n=number), tr("Put these right first.")


def _take_as_text(node: Node, flaws: tuple[Flaw, ...]) -> bool:
    """Where text is wanted and a number or a true is written, take it as it is written."""
    taken = False
    for flaw in flaws:
        found = node.at(flaw.path) if flaw.kind == "string_type" else None
        if found is not None and found.source is not None and found.value is not None:
            found.value, found.source, taken = found.source, None, True
    return taken


def _leave_out(document: Document[V], flaws: tuple[Flaw, ...]) -> bool:
    """Take the least parts that hold the flaws out of the data; False when that would be the whole file."""
    node = document.node
    parts = {_part_of(flaw): flaw for flaw in flaws}
    found = {path: part for path in parts if (part := node.at(path)) is not None}
    if not found or () in found:
        return False
    for path in sorted(found, key=_order, reverse=True):
        part, flaw = found[path], parts[path]
        if path[-1] == "locked" and flaw.kind != "extra_forbidden":
            part.value = True  # an unclear safeguard counts as set
        elif flaw.kind == "too_long" and isinstance(part.value, list):
            del part.value[int(flaw.limits.get("max_length", 0)) :]
        else:
            document.left_out |= {str(path[-1]), *part.ids()}
            node.remove(path)
    return True


def _part_of(flaw: Flaw) -> Path:
    """What goes when this flaw goes: the value, or its owner when something is missing in it."""
    without_last = flaw.kind == "missing" or flaw.path[-1:] == ("[key]",)
    return flaw.path[:-1] if without_last else flaw.path


def _order(path: Path) -> list[str]:
    """Sorts later list entries, and parts before their owners, to the end."""
    return [str(part).zfill(9) for part in path]
