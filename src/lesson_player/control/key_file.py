"""A file of keys: to carry them to another computer, or to give them to a colleague."""

from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING

from lesson_player.control.commands import table
from lesson_player.control.key_settings import NO_KEYS, KeyChoice, read_keys
from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 1
LARGEST = 64 * 1024
"""Bytes that a file of keys can have; ours has some 2,000."""


def written(choice: KeyChoice) -> bytes:
    """Every command's keys as a TOML file."""
    lines = ["# Lesson Player: the keys of every command", f"format = {FORMAT}", "", "[keys]"]
    for command in table():
        if command.id not in NO_KEYS:
            lines += ["", f"# {command.help}"]
            lines.append(f"{command.id} = {json.dumps(list(choice.keys(command.id)), ensure_ascii=False)}")
    return ("\n".join(lines) + "\n").encode()


def read(path: Path) -> tuple[KeyChoice | None, tuple[str, ...]]:
    """The keys in a file; or None, and a sentence for each thing that is wrong with it. Never raises."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        return None, (tr("The file could not be opened: {reason}.", reason=error.strerror or str(error)),)
    if len(data) > LARGEST:
        return None, (tr("This is no file of keys: it is too large."),)
    try:
        values = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return None, (tr("This is no file of keys: it is not made of words."),)
    except (ValueError, RecursionError) as error:
        return None, (tr("The file is not written as a file of keys is: {reason}.", reason=str(error)[:200]),)
    return _understood(values)


def _understood(values: dict[str, object]) -> tuple[KeyChoice | None, tuple[str, ...]]:
    rows = values.get("keys")
    if not isinstance(rows, dict):
        return None, (tr("This is no file of keys: it has no part [keys]."),)
    if values.get("format") != FORMAT:
        return None, (tr("This file of keys is from another version of Lesson Player."),)
    choice, problems = read_keys(rows)
    return (None if problems else choice), problems
