"""What a user has chosen, in one TOML file. It never stops the program from starting."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING, Any

import tomli_w

from lesson_player.foundation.files import set_aside, write_whole
from lesson_player.foundation.i18n import tr
from lesson_player.foundation.policy import Policy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

Section = dict[str, Any]
Change = Callable[[Section], Section]
"""Gives a section's values as they shall be, from what they were."""


class Settings:
    """The settings of one file, section by section, under what the school has laid down.

    Sections and keys that are not known are kept. May be used from several threads.
    """

    def __init__(self, path: Path, policy: Policy | None = None) -> None:
        self._path = path
        self._turn, self._disk = Lock(), Lock()
        self.policy = policy or Policy()
        """What the school has laid down; it wins."""
        self.trouble = ""
        """For the user: why the file could not be read; empty when it could. The usual settings hold then."""
        self._unwritten: list[tuple[str, Change]] = []
        self._sections: Section = {}
        try:
            self._sections = self._read()
        except OSError:
            self.trouble = tr("Your settings could not be read, so the usual ones are used.")

    def section(self, name: str) -> Section:
        """The values of a section, the school's before the user's; none where there is no such section."""
        return _section(self._sections, name) | self.policy.locked.get(name, {})

    def keep(self, name: str, values: Mapping[str, object], *, later: bool = False) -> None:
        """Write *values* into a section, beside what else is in it, without what the school has laid down.

        *later* leaves the writing to `flush`. The file is read again first, because another window of the
        program may have written it. Raises OSError when it cannot be read or written: the former file is then
        still there, and *values* hold until the program is closed, or can be written with a later change.
        """
        self._change(name, lambda former: former | self._free(name, values), later=later)

    def replace(self, name: str, values: Mapping[str, object], *, later: bool = False) -> None:
        """Write *values* as all that is in a section, in place of what was there; else as `keep`."""
        held = self.policy.locked.get(name, {})
        self._change(
            name,
            lambda former: {key: former[key] for key in held if key in former} | self._free(name, values),
            later=later,
        )

    def forget(self, name: str, keys: Iterable[str], *, later: bool = False) -> None:
        """Take *keys* out of a section, so that the usual values hold again; else as `keep`."""
        gone = set(keys)
        self._change(
            name, lambda former: {key: value for key, value in former.items() if key not in gone}, later=later
        )

    def flush(self) -> None:
        """Write what has not been written yet. Raises OSError when it cannot be."""
        with self._disk:
            with self._turn:
                changes = tuple(self._unwritten)
            if not changes:
                return
            sections = _changed(self._read(), changes)
            write_whole(self._path, tomli_w.dumps(sections).encode())
            with self._turn:
                del self._unwritten[: len(changes)]
                self._sections = _changed(sections, self._unwritten)

    def _change(self, name: str, change: Change, *, later: bool) -> None:
        with self._turn:
            self._unwritten.append((name, change))
            self._sections = _changed(self._sections, self._unwritten[-1:])
        if not later:
            self.flush()

    def _free(self, name: str, values: Mapping[str, object]) -> Section:
        return {key: value for key, value in values.items() if not self.policy.holds(name, key)}

    def _read(self) -> Section:
        """What is in the file; nothing where there is none. One that makes no sense is set aside, and told.

        Raises OSError for a file that is there and cannot be read: writing over it would lose it.
        """
        try:
            return tomllib.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (ValueError, RecursionError):
            aside = set_aside(self._path)
            words = tr("Your settings could not be read, so the usual ones are used.")
            told = tr("The file was put aside as {name}.", name=aside.name)
            self.trouble = f"{words} {told}" if aside != self._path else words
        return {}


def _changed(sections: Section, changes: Sequence[tuple[str, Change]]) -> Section:
    for name, change in changes:
        sections = sections | {name: change(_section(sections, name))}
    return sections


def _section(sections: Section, name: str) -> Section:
    found = sections.get(name)
    return dict(found) if isinstance(found, dict) else {}
