"""What a user has chosen, in one TOML file. It never stops the program from starting."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

import tomli_w

from lesson_player.foundation.files import set_aside, write_whole
from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Section = dict[str, Any]


class Settings:
    """The settings of one file, section by section. Sections and keys that are not known are kept."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.trouble = ""
        """For the user: why the file could not be read; empty when it could. The usual settings hold then."""
        self._sections = self._read()

    def section(self, name: str) -> Section:
        """The values of a section; none where there is no such section."""
        found = self._sections.get(name)
        return dict(found) if isinstance(found, dict) else {}

    def keep(self, name: str, values: Mapping[str, object]) -> None:
        """Write *values* into a section, beside what else is in it.

        The file is read again first, because another window of the program may have written it. Raises
        OSError when it cannot be written; the former file is then still there.
        """
        self._sections = self._read()
        self._sections[name] = self.section(name) | dict(values)
        write_whole(self._path, tomli_w.dumps(self._sections).encode())

    def replace(self, name: str, values: Mapping[str, object]) -> None:
        """Write *values* as all that is in a section, in place of what was there; raises as `keep` does."""
        self._sections = self._read() | {name: dict(values)}
        write_whole(self._path, tomli_w.dumps(self._sections).encode())

    def _read(self) -> Section:
        try:
            return tomllib.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except OSError:
            self.trouble = tr("Your settings could not be read, so the usual ones are used.")
        except ValueError:
            aside = set_aside(self._path)
            self.trouble = tr(
                "Your settings could not be read, so the usual ones are used. "
                "The file was put aside as {name}.",
                name=aside.name,
            )
        return {}
