"""YAML read into nodes with places, safely.

Only what a lesson needs is read: mappings, lists and scalars. Tags, anchors and aliases are refused, so
nothing is ever built from a class name and no alias grows. Words such as ``yes``, ``no`` and ``12:30`` stay
the text they are; only ``true``, ``false``, ``null``, whole and decimal numbers mean more (YAML 1.2 core
schema, section 10.3, without its octal, hexadecimal and infinite numbers).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from lesson_player.formats.node import Node, Place, Scalar
from lesson_player.formats.yaml_errors import syntax_problems
from lesson_player.foundation.i18n import tr
from lesson_player.model.limits import MOST_DEPTH, MOST_NODES, MOST_PROBLEMS
from lesson_player.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The C parser where PyYAML has it; the other one reads the same, more slowly."""

STRING_TAGS = {None, "!", "tag:yaml.org,2002:str"}
NULLS = {"", "~", "null", "Null", "NULL"}
TRUTHS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
WHOLE = re.compile(r"[-+]?[0-9]{1,18}")
DECIMAL = re.compile(r"[-+]?(?:\.[0-9]{1,30}|[0-9]{1,30}(?:\.[0-9]{0,30})?)(?:[eE][-+]?[0-9]{1,3})?")


class _TooMuchError(Exception):
    """The file goes past a limit; a problem says which."""


def parse(text: str, file: str) -> tuple[Node | None, list[Problem]]:
    """The file's top value with places, or None; and everything that is wrong with its layout."""
    builder = _Builder(file)
    try:
        for event in _events(text):
            builder.take(event)
    except yaml.YAMLError as error:
        return None, [*builder.problems, *syntax_problems(error, text, file)]
    except _TooMuchError:
        return None, builder.problems
    if builder.root is None or builder.root.value is None:
        sentence = tr("The file is empty.")
        remedy = tr("Start it with “format: 1”; docs/lesson-format has an example.")
        builder.report("empty-file", (1, 1), sentence, remedy)
        return None, builder.problems
    return builder.root, builder.problems


def first_word(text: str, key: str) -> str | None:
    """The word under *key* in the file's mapping; None where none stands before what cannot be read."""
    return first_words(text, (key,)).get(key)


def first_words(text: str, keys: Collection[str]) -> dict[str, str]:
    """The words under *keys* in the file's mapping, as far as they stand before what cannot be read.

    Reading ends when all are found, so that a heading can be had without reading the whole file.
    """
    words: dict[str, str] = {}
    depth, at_key, found = 0, True, ""
    try:
        for event in _events(text):
            if isinstance(event, yaml.SequenceStartEvent) and depth == 0:
                return words
            is_word = isinstance(event, yaml.ScalarEvent)
            if depth == 1 and found and is_word:
                words.setdefault(found, str(event.value))
                if len(words) == len(keys):
                    return words
            here = depth == 1 and at_key and is_word and event.value in keys
            found = str(event.value) if here else ""
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            ended = isinstance(event, yaml.ScalarEvent | yaml.AliasEvent | yaml.CollectionEndEvent)
            if depth == 1 and ended:
                at_key = not at_key
    except yaml.YAMLError:
        pass
    return words


def scalar(text: str) -> Scalar:
    """What an unquoted word in a file means."""
    if text in NULLS:
        return None
    if text in TRUTHS:
        return TRUTHS[text]
    if WHOLE.fullmatch(text):
        return int(text)
    return float(text) if DECIMAL.fullmatch(text) else text


def _events(text: str) -> Iterator[Any]:
    loader = LOADER(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet."""

    node: Node
    key: str | None = None
    key_place: Place = (0, 0)


@dataclass(slots=True)
class _Builder:
    file: str
    root: Node | None = None
    problems: list[Problem] = field(default_factory=list)
    _stack: list[_Open] = field(default_factory=list)
    _count: int = 0

    def report(self, code: str, place: Place, sentence: str, remedy: str) -> None:
        if len(self.problems) >= MOST_PROBLEMS:
            return
        line, column = place
        self.problems.append(
            Problem(code=code, sentence=sentence, remedy=remedy, file=self.file, line=line, column=column)
        )

    def take(self, event: Any) -> None:  # noqa: ANN401 - PyYAML has no types for its events
        """Put one event of the parser into the tree."""
        place = (event.start_mark.line + 1, event.start_mark.column + 1)
        match event:
            case yaml.ScalarEvent():
                self._refuse_extras(event, place)
                plain = event.implicit[0] and event.tag is None
                value = scalar(event.value) if plain else event.value
                self._add(Node(value, place, event.value if plain and event.value else None), event.value)
            case yaml.MappingStartEvent():
                self._refuse_extras(event, place)
                self._push(Node({}, place))
            case yaml.SequenceStartEvent():
                self._refuse_extras(event, place)
                self._push(Node([], place))
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._stack.pop()
            case yaml.AliasEvent():
                self._report_alias(place)
                self._add(Node(None, place), "")
            case yaml.DocumentStartEvent() if self.root is not None:
                sentence = tr("A second document begins here, after a line of three hyphens.")
                self.report(
                    "second-document", place, sentence, tr("Take out the line “---” and what follows.")
                )
                raise _TooMuchError

    def _push(self, node: Node) -> None:
        if len(self._stack) >= MOST_DEPTH:
            sentence = tr("Lists and keys stand more than {n} deep in each other here.", n=MOST_DEPTH)
            self.report("too-deep", node.place, sentence, tr("Check the brackets and the indentation."))
            raise _TooMuchError
        self._add(node, None)
        self._stack.append(_Open(node))

    def _add(self, node: Node, word: str | None) -> None:
        """Put a value, or a key when *word* comes where a key is due, into the innermost open node."""
        self._count += 1
        if self._count > MOST_NODES:
            sentence = tr("The file has more than {n} values, the most that are read.", n=MOST_NODES)
            self.report("too-many-values", node.place, sentence, tr("Check that it is the right file."))
            raise _TooMuchError
        if not self._stack:
            self.root = node
            return
        top = self._stack[-1]
        owner = top.node.value
        if isinstance(owner, list):
            owner.append(node)
        elif isinstance(owner, dict):
            self._add_to_mapping(top, owner, node, word)

    def _add_to_mapping(self, top: _Open, owner: dict[str, Node], node: Node, word: str | None) -> None:
        if top.key is None:
            if word is None:
                sentence = tr("A list or mapping stands here where a key is wanted.")
                self.report("no-key", node.place, sentence, tr("Write a word and a colon, such as “title:”."))
            top.key, top.key_place = word or "", node.place
            return
        if top.key in owner:
            first = top.node.keys[top.key][0]
            sentence = tr(
                "The key “{key}” stands twice here, first in line {line}.", key=_short(top.key), line=first
            )
            self.report("duplicate-key", top.key_place, sentence, tr("Keep one of the two."))
        else:
            owner[top.key] = node
            top.node.keys[top.key] = top.key_place
        top.key = None

    def _refuse_extras(self, event: Any, place: Place) -> None:  # noqa: ANN401 - PyYAML has no types
        if event.tag not in STRING_TAGS:
            sentence = tr(
                "The tag “{tag}” is not part of the lesson format.",
                tag=_short(event.tag.replace("tag:yaml.org,2002:", "!!")),
            )
            remedy = tr("Take out the word that begins with an exclamation mark; put text in quotes.")
            self.report("tag", place, sentence, remedy)
        if event.anchor is not None:
            self._report_anchor(place, event.anchor)

    def _report_anchor(self, place: Place, name: str) -> None:
        sentence = tr("The anchor “&{name}” is not part of the lesson format.", name=_short(name))
        self.report("anchor", place, sentence, tr("Take it out; if it is text, put the text in quotes."))

    def _report_alias(self, place: Place) -> None:
        if any(problem.code == "alias" for problem in self.problems):
            return  # one is enough to say so, and a bomb has thousands
        sentence = tr("A reference that begins with an asterisk is not part of the lesson format.")
        remedy = tr("Write the value out; if it is text that begins with “*”, put the text in quotes.")
        self.report("alias", place, sentence, remedy)


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"
