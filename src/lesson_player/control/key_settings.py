"""Keys that a user has chosen: pure changes to them, and how they stand in a file.

Three things hold whatever is chosen or read: no two commands share a key, F1 shows the keys and Esc asks to
end, and there is at least one key that goes on. So nobody can lock themselves in.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from lesson_player.control.commands import table
from lesson_player.control.key_presses import known_name, why_not_a_command
from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lesson_player.control.commands import Command

FIXED = {"F1": "keys", "Esc": "end"}
"""Keys that always do the same, and the commands they are for."""
NEEDED = "next"
"""The command without which a lesson cannot be taught."""
NO_KEYS = frozenset({"go-to"})
"""Commands that have no keys of their own."""
MOST = 8
"""Keys that one command can have."""
_PLAYS = "play"
_SPACE = "Space"

Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeyChoice:
    """The keys of every command that has other keys than its usual ones."""

    chosen: Mapping[str, Keys] = field(default_factory=dict)

    def keys(self, command_id: str) -> Keys:
        """The keys of a command, the first of them shown on its button."""
        return self.chosen.get(command_id, _usual().get(command_id, ()))

    def owner(self, key: str) -> str:
        """The command that *key* is for; empty for none."""
        return next((each for each in _usual() if key in self.keys(each)), "")


def with_keys(choice: KeyChoice) -> tuple[Command, ...]:
    """The command table with the user's keys."""
    return tuple(_with_keys(command, choice) for command in table())


def _with_keys(command: Command, choice: KeyChoice) -> Command:
    keys, going_on = choice.keys(command.id), choice.keys(NEEDED)
    # In the middle of the film Space rests it (docs/design.md), as long as another key goes on.
    rests = _SPACE in going_on and len(going_on) > 1
    in_film: Keys | None = None
    if rests and command.id == NEEDED:
        in_film = tuple(key for key in keys if key != _SPACE)
    elif rests and command.id == _PLAYS:
        in_film = (_SPACE, *keys)
    return replace(command, keys=keys, keys_in_film=in_film)


def why_not_give(choice: KeyChoice, command_id: str, key: str) -> str:
    """For the user: why *key* cannot be given to a command; empty where it can."""
    never = why_not_a_command(key)
    if never:
        return never
    owner = choice.owner(key)
    if key in FIXED and FIXED[key] != command_id:
        return tr("F1 and Esc always show the keys and ask to end, so that there is always a way out.")
    if owner == command_id:
        return tr("This command has that key already.")
    if len(choice.keys(command_id)) >= MOST:
        return tr("A command can have {n} keys. Take one away first.", n=MOST)
    return why_not_take(choice, owner, key) if owner else ""


def give(choice: KeyChoice, command_id: str, key: str) -> KeyChoice:
    """Give *key* to a command, and take it away from the one that had it; nothing where that cannot be."""
    if why_not_give(choice, command_id, key):
        return choice
    owner = choice.owner(key)
    rest = take(choice, owner, key) if owner else choice
    return _changed(rest, command_id, (*rest.keys(command_id), key))


def why_not_take(choice: KeyChoice, command_id: str, key: str) -> str:
    """For the user: why *key* cannot be taken away from a command; empty where it can."""
    if FIXED.get(key) == command_id:
        return tr("F1 and Esc always show the keys and ask to end, so that there is always a way out.")
    if command_id == NEEDED and choice.keys(NEEDED) == (key,):
        return tr("This is the last key that goes on. Give “Next” another key first.")
    return ""


def take(choice: KeyChoice, command_id: str, key: str) -> KeyChoice:
    """Take *key* away from a command; nothing where that cannot be."""
    if why_not_take(choice, command_id, key):
        return choice
    return _changed(choice, command_id, tuple(each for each in choice.keys(command_id) if each != key))


def read_keys(values: Mapping[str, object]) -> tuple[KeyChoice, tuple[str, ...]]:
    """The keys of a file, by command, and a sentence for each thing in it that makes no sense.

    What makes no sense is left out. What was chosen comes before what is usual, so that a command of a later
    version takes no key away from its user.
    """
    problems = [
        tr("There is no command “{name}” in this version.", name=name[:40])
        for name in values
        if name not in _usual()
    ]
    rows: dict[str, Keys] = {}
    for name in _usual():
        if name in values:
            keys, wrong = _read_row(name, values[name])
            problems += wrong
            if keys is not None:
                rows[name] = keys
    settled, clashes = _settled(rows)
    return settled, (*problems, *clashes)


def _read_row(name: str, value: object) -> tuple[Keys | None, list[str]]:
    if not isinstance(value, list) or not all(isinstance(key, str) for key in value) or len(value) > MOST:
        words = tr('“{name}” needs a list of at most {n} keys, such as ["F5"].', name=name, n=MOST)
        return None, [words]
    keys: list[str] = []
    for written in value:
        key = known_name(written) if len(written) <= 40 else ""
        if why_not_a_command(key) or (key in FIXED and FIXED[key] != name):
            return None, [tr("“{name}” cannot have the key “{key}”.", name=name, key=written[:40])]
        if key not in keys:
            keys.append(key)
    return tuple(keys), []


def _settled(rows: Mapping[str, Keys]) -> tuple[KeyChoice, list[str]]:
    """Every key for one command, the ways out where they belong, and at least one key that goes on."""
    problems: list[str] = []
    taken = dict(FIXED)
    result: dict[str, Keys] = {}
    first = (*FIXED.values(), NEEDED)
    others = [name for name in _usual() if name not in first]
    for name in (*first, *sorted(others, key=lambda name: name not in rows)):
        wanted = rows.get(name, _usual()[name])
        if name == NEEDED and not wanted:
            problems.append(tr("No key goes on, so “Next” has its usual keys."))
            wanted = _usual()[NEEDED]
        out = tuple(key for key, owner in FIXED.items() if owner == name and key not in wanted)
        keys = (*out, *(key for key in wanted if taken.get(key, name) == name))
        if name in rows:
            problems += [
                tr(
                    "The key “{key}” is there twice: for “{one}” and “{two}”.",
                    key=key,
                    one=taken[key],
                    two=name,
                )
                for key in wanted
                if key not in keys
            ]
        taken |= dict.fromkeys(keys, name)
        result[name] = keys
    return KeyChoice({name: keys for name, keys in result.items() if keys != _usual()[name]}), problems


def _changed(choice: KeyChoice, command_id: str, keys: Keys) -> KeyChoice:
    chosen = {**choice.chosen, command_id: keys}
    if keys == _usual()[command_id]:
        del chosen[command_id]
    return KeyChoice(chosen)


@cache
def _usual() -> dict[str, Keys]:
    return {command.id: command.keys for command in table() if command.id not in NO_KEYS}
