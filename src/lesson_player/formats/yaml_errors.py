"""What the YAML parser's errors mean, in words for people who have never heard of YAML."""

from __future__ import annotations

import re
from typing import Any

from lesson_player.foundation.i18n import tr
from lesson_player.model.limits import MOST_PROBLEMS
from lesson_player.model.problem import Problem

TAB = re.compile(r"^[ \-]*\t")
"""A tab in a line's indentation, before any word."""


def syntax_problems(error: Any, text: str, file: str) -> list[Problem]:  # noqa: ANN401 - PyYAML has no types
    """The problems behind a parser's error: every tab in an indentation, else what the parser met first."""
    tabs = _tabs(text, file)
    mark = getattr(error, "problem_mark", None)
    if tabs and (mark is None or any(tab.line <= mark.line + 1 for tab in tabs)):
        return tabs
    said = f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or error}".lower()
    sentence, remedy = _meaning(said)
    if "quoted scalar" in said:
        mark = getattr(error, "context_mark", mark)
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (0, 0)
    return [Problem(code="layout", sentence=sentence, remedy=remedy, file=file, line=line, column=column)]


def _tabs(text: str, file: str) -> list[Problem]:
    problems: list[Problem] = []
    for number, line in enumerate(re.split("\r\n|\n|\r", text), start=1):
        found = TAB.match(line)
        if found is not None and len(problems) < MOST_PROBLEMS:
            problems.append(
                Problem(
                    code="tab",
                    sentence=tr("This line is indented with a tab."),
                    remedy=tr("Use spaces: two for each level."),
                    file=file,
                    line=number,
                    column=found.end(),
                )
            )
    return problems


def _meaning(said: str) -> tuple[str, str]:
    """A sentence and a remedy for the parser's own words."""
    for words, sentence, remedy in (*_of_punctuation(), *_of_structure()):
        if words in said:
            return sentence, remedy
    return (
        tr("The layout of the file cannot be read from here on."),
        tr("Check quotes, colons and indentation in this line and in the one before."),
    )


def _of_punctuation() -> tuple[tuple[str, str, str], ...]:
    """Words of the parser about colons, quotes and backslashes, with a sentence and a remedy for each."""
    return (
        (
            "mapping values are not allowed",
            tr("There is a colon here where none can stand."),
            tr("Put text that has a colon in quotes, or check how far this line is indented."),
        ),
        (
            "could not find expected ':'",
            tr("A key in this line, or in the line before it, has no colon after it."),
            tr("Write “key: value”, with a space after the colon."),
        ),
        (
            "quoted scalar",
            tr("Text in quotes begins here and does not end."),
            tr('Close the quotes; inside double quotes write \\" for a quotation mark.'),
        ),
        (
            "escape",
            tr("A backslash in double quotes has no meaning here."),
            tr("Use single quotes, or write the backslash twice."),
        ),
    )


def _of_structure() -> tuple[tuple[str, str, str], ...]:
    """Words of the parser about brackets and indentation, with a sentence and a remedy for each."""
    return (
        (
            "flow",
            tr("A list in [ ] or a mapping in { } is not closed or lacks a comma."),
            tr("Check the brackets and commas of this line and of the lines before it."),
        ),
        (
            "block",
            tr("The indentation of this line does not fit the lines before it."),
            tr("Lines that belong together begin in the same column."),
        ),
        (
            "cannot start any token",
            tr("Text cannot begin with this character."),
            tr("Put the text in quotes."),
        ),
    )
