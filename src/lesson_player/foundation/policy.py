"""What a school has laid down for a computer, in one file that only its technician can write.

On Linux it is `POLICY_FILE`, on Windows the registry's `REGISTRY_KEY`; docs/it/policy.md describes it. What a
policy locks wins over the user's settings. A policy never stops the program: a file that cannot be trusted or
read gives the safe defaults and a sentence about it.
"""

from __future__ import annotations

import os
import stat
import sys
import tomllib
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, Any

from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

POLICY_FILE = Path(
    "/Library/Application Support/lesson-player/policy.toml"
    if sys.platform == "darwin"
    else "/etc/lesson-player/policy.toml"
)
REGISTRY_KEY = r"Software\Policies\Lesson Player"
"""Below HKEY_LOCAL_MACHINE."""
SAFEGUARDING = "safeguarding"
"""Section of the Designated Safeguarding Lead's name, room and telephone."""
_LARGEST = 64 * 1024
_MOST_FOLDERS = 16
_LONGEST = 400
HIDE = ("hide_export", "hide_own_pictures", "hide_own_voices")
"""What a school can have left out, by yes or no."""
_KNOWN = (
    "why",
    "adaptation",
    *HIDE,
    "lesson_folders",
    "film_folders",
    "symbol_folders",
    SAFEGUARDING,
    "locked",
)

Locked = dict[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Policy:
    """What the school has laid down; nothing for a computer without a policy."""

    locked: Locked = field(default_factory=dict)
    """Values that the user cannot change, by section and key of the settings."""
    lesson_folders: tuple[Path, ...] = ()
    """More folders of lessons, such as a share of the school."""
    film_folders: tuple[Path, ...] = ()
    """More folders of films."""
    symbol_folders: tuple[Path, ...] = ()
    """Folders of symbol packs."""
    adaptation: str = ""
    """Id of the adaptation that is chosen at first; empty for the lesson as written."""
    hide_export: bool = False
    """Whether nothing is offered that takes lessons or settings out of this computer."""
    hide_own_pictures: bool = False
    """Whether no photos and drawings of the school's own can be put into a lesson."""
    hide_own_voices: bool = False
    """Whether nobody's voice can be recorded."""
    why: str = ""
    """The school's own sentence about it, such as whom to ask."""
    trouble: str = ""
    """What of the policy could not be used, in one sentence; empty where all could."""

    def holds(self, section: str, key: str) -> bool:
        """Whether the school has laid that setting down."""
        return key in self.locked.get(section, {})

    def without(self, section: str, keys: tuple[str, ...], trouble: str) -> Policy:
        """The policy without values of a section that make no sense; *trouble* is told, unless other is."""
        left = {key: value for key, value in self.locked[section].items() if key not in keys}
        return replace(self, locked={**self.locked, section: left}, trouble=self.trouble or trouble)


def machine_policy() -> Policy:
    """The policy of this computer. Raises nothing."""
    if sys.platform == "win32":
        from lesson_player.foundation.policy_registry import registry_policy  # noqa: PLC0415 - Windows alone

        return registry_policy(REGISTRY_KEY)
    return read_policy(POLICY_FILE)


def read_policy(path: Path) -> Policy:
    """The policy in the file *path*; no policy where there is no such file. Raises nothing.

    A file that an ordinary user could have written is not the school's: it must belong to the system or to
    who runs the program, and nobody else may write it.
    """
    try:
        text = _trusted_text(path)
    except (FileNotFoundError, NotADirectoryError):
        return Policy()
    except (OSError, ValueError) as error:
        return unusable(str(error))
    try:
        return policy_from(tomllib.loads(text))
    except (ValueError, RecursionError) as error:
        return unusable(str(error) or type(error).__name__)


def unusable(reason: str) -> Policy:
    """What holds where there is a policy that cannot be used: nothing from outside, and nothing goes out."""
    words = tr(
        "The school's policy could not be used ({reason}). Your own settings hold, the school's folders are "
        "left out, and nothing can be saved outside. Ask your technician.",
        reason=reason[:_LONGEST],
    )
    return Policy(hide_export=True, hide_own_pictures=True, hide_own_voices=True, trouble=words)


def policy_from(data: Mapping[str, object]) -> Policy:
    """The policy that *data* says; values that make no sense are left out, and the first one is told."""
    wrong = [key for key in data if key not in _KNOWN]
    locked: Locked = {}
    sections = data.get("locked", {})
    if not isinstance(sections, dict):
        wrong.append("locked")
        sections = {}
    for name, values in {**sections, SAFEGUARDING: data.get(SAFEGUARDING, {})}.items():
        if isinstance(values, dict) and all(_plain(value) for value in values.values()):
            if values:
                locked[name] = dict(values)
        else:
            wrong.append(name)
    hidden = {name: data.get(name, False) for name in HIDE}
    wrong += [name for name, value in hidden.items() if not isinstance(value, bool)]
    texts = {name: _text(data, name, wrong) for name in ("adaptation", "why")}
    return Policy(
        locked=locked,
        lesson_folders=_folders(data, "lesson_folders", wrong),
        film_folders=_folders(data, "film_folders", wrong),
        symbol_folders=_folders(data, "symbol_folders", wrong),
        adaptation=texts["adaptation"],
        # What was meant to be hidden and is misspelt stays hidden.
        **{name: value is not False for name, value in hidden.items()},
        why=texts["why"],
        trouble=_left_out(wrong[0]) if wrong else "",
    )


def _left_out(name: str) -> str:
    return tr(
        "In the school's policy “{name}” makes no sense and is left out. The rest of it holds. "
        "Ask your technician.",
        name=name[:60],
    )


def _trusted_text(path: Path) -> str:
    # A pipe would be waited for without O_NONBLOCK.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(handle, "rb") as file:
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode):
            raise ValueError(tr("it is no file"))
        if not _is_the_schools(found):
            raise ValueError(tr("others than the technician can write it"))
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise ValueError(tr("it is too large"))
    return data.decode("utf-8")


def _is_the_schools(found: os.stat_result) -> bool:
    if sys.platform == "win32":
        # The policy that holds there is the registry's. A file is only ever tried, by who names it.
        return True
    return found.st_uid in {0, os.geteuid()} and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _text(data: Mapping[str, object], name: str, wrong: list[str]) -> str:
    value = data.get(name, "")
    if isinstance(value, str) and _plain(value):
        return value.strip()
    wrong.append(name)
    return ""


def _folders(data: Mapping[str, object], name: str, wrong: list[str]) -> tuple[Path, ...]:
    values = data.get(name, [])
    if not isinstance(values, list) or len(values) > _MOST_FOLDERS or not all(map(_is_folder, values)):
        wrong.append(name)
        return ()
    return tuple(Path(value) for value in values)


def _is_folder(value: object) -> bool:
    """Whether it names a folder from the root on: never an address, never upwards, never relative."""
    if not isinstance(value, str) or not _plain(value) or "://" in value:
        return False
    path = PureWindowsPath(value) if sys.platform == "win32" else PurePosixPath(value)
    return path.is_absolute() and ".." not in path.parts


def _plain(value: object) -> bool:
    """Whether it can be a setting's value: a word, a number, yes or no, or a few words."""
    if isinstance(value, list):
        return len(value) <= _MOST_FOLDERS and all(isinstance(one, str) and _plain(one) for one in value)
    if isinstance(value, str):
        return len(value) <= _LONGEST and value.isprintable()
    return isinstance(value, bool | int | float)
