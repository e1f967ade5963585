"""Where things are: the user's files, the machine's, and what the program brings."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from lesson_player.foundation.policy import Policy

_NAME = "lesson-player" if sys.platform != "win32" else "Lesson Player"


@dataclass(frozen=True, slots=True)
class Places:
    """The folders that the program reads and writes. Nothing is written anywhere else."""

    user_data: Path
    """The user's own lessons, films and versions."""
    user_state: Path
    """Places to carry on from, logs."""
    user_config: Path
    """Settings."""
    machine_data: Path
    """Lessons and films that a technician put in for all users; read only."""
    shipped: Path
    """Lessons and films that came with the program; read only."""
    school_lessons: tuple[Path, ...] = ()
    """Folders of lessons that the school's policy names, such as a share; read only."""
    school_films: tuple[Path, ...] = ()
    """Folders of films that it names; read only."""
    school_symbols: tuple[Path, ...] = ()
    """Folders of symbol packs that it names; read only."""
    user_cache: Path | None = None
    """What can be made again at any time; below the user's state where no folder is named."""

    @property
    def lessons(self) -> tuple[Path, ...]:
        """Folders of lessons, in the order in which they are searched."""
        own = (self.user_data / "lessons", self.machine_data / "lessons")
        return (*own, *self.school_lessons, self.shipped / "lessons")

    @property
    def films(self) -> tuple[Path, ...]:
        """Folders of films, in the order in which they are searched."""
        own = (self.user_data / "media", self.machine_data / "media")
        return (*own, *self.school_films, self.shipped / "media")

    @property
    def symbols(self) -> tuple[Path, ...]:
        """Folders of symbol packs, in the order in which they are searched."""
        return (self.user_data / "symbols", self.machine_data / "symbols", *self.school_symbols)

    @property
    def held(self) -> Path:
        """Copies of the school's lessons and films that were opened here, so that a share may go away."""
        return (self.user_cache or self.user_state) / "held"

    @property
    def symbol_cache(self) -> Path:
        """Where what was read of symbol packs is kept; it can be made again at any time."""
        return self.user_state / "symbols"

    @property
    def library_index(self) -> Path:
        """Where the headings of lessons are kept; they can be read again at any time."""
        return self.user_state / "library.json"

    @property
    def own_layers(self) -> Path:
        """Folder of the user's own layers over lessons, a folder for each lesson."""
        return self.user_data / "adaptations"

    @property
    def adaptations(self) -> tuple[Path, ...]:
        """Folders of adaptations that came without their lesson, in the order in which they are searched."""
        return (self.own_layers, self.machine_data / "adaptations")

    @property
    def kept_places(self) -> Path:
        """Where the places to carry on from are kept."""
        return self.user_state / "places"

    @property
    def handed_over(self) -> Path:
        """Where a second start leaves word of the file that it was given, until the first one has it."""
        return self.user_state / "handed-over"

    @property
    def settings(self) -> Path:
        """The file of the user's settings."""
        return self.user_config / "settings.toml"

    @property
    def logs(self) -> Path:
        """Where the log files are."""
        return self.user_state / "logs"


def standard_places(policy: Policy | None = None) -> Places:
    """The places of this user on this machine, with the folders that the school's *policy* names.

    ``LESSON_PLAYER_HOME`` moves all of the user's folders into one, as a portable copy needs it.
    """
    shipped = _shipped()
    machine = Path(platformdirs.site_data_path(_NAME, appauthor=False))
    home = os.environ.get("LESSON_PLAYER_HOME")
    if home:
        root = Path(home)
        own = (root / "data", root / "state", root / "config")
        cache = root / "cache"
    else:
        dirs = platformdirs.PlatformDirs(_NAME, appauthor=False)
        own = (dirs.user_data_path, dirs.user_state_path, dirs.user_config_path)
        cache = dirs.user_cache_path
    laid_down = policy or Policy()
    school = (laid_down.lesson_folders, laid_down.film_folders, laid_down.symbol_folders)
    return Places(*own, machine, shipped, *school, cache)


def _shipped() -> Path:
    package = Path(__file__).resolve().parent.parent
    beside = package / "content"
    return beside if beside.is_dir() else package.parent.parent
