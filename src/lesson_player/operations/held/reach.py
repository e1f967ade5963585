"""Which folders of the school answer, and copies in the place of those that do not."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass, replace
from threading import Lock, Thread
from typing import TYPE_CHECKING

from lesson_player.formats.bundle import LESSON
from lesson_player.formats.film import MANIFEST
from lesson_player.operations.held.record import Kind
from lesson_player.operations.held.rules import Listing, gone_from

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from lesson_player.foundation.paths import Places
    from lesson_player.operations.held.store import HeldStore

_LOG = logging.getLogger(__name__)
ANSWERS_WITHIN_S = 4.0
"""A drive that is asleep and a share that has to be connected first take some seconds; teachers wait no
longer to see their lessons."""
_MARK = {Kind.LESSON: LESSON, Kind.FILM: MANIFEST}

Folder = tuple[Kind, "Path"]
"""A folder that the school's policy names."""


@dataclass(frozen=True, slots=True)
class Reached:
    """Where lessons are read now."""

    places: Places
    """With the folder of copies in the place of each folder that does not answer."""
    silent: tuple[Path, ...] = ()
    """Folders of the school that do not answer."""


class Reach:
    """Asks the school's folders, each in a thread of its own that nobody has to wait for."""

    def __init__(self, places: Places, store: HeldStore) -> None:
        """*places*: as the school's policy has them."""
        self._places, self._store = places, store
        self._asking: dict[Folder, tuple[Thread, list[Listing]]] = {}
        self._looking = Lock()

    @property
    def folders(self) -> tuple[Folder, ...]:
        """Those that the school's policy names."""
        lessons = ((Kind.LESSON, root) for root in self._places.school_lessons)
        films = ((Kind.FILM, root) for root in self._places.school_films)
        return tuple(dict.fromkeys((*lessons, *films)))

    def without(self) -> Reached:
        """What there is when none of them answers."""
        return self._reached({})

    def look(self, within_s: float | None = None) -> Reached:
        """Ask all of them. What the school has taken away since is no longer held. Never waits longer."""
        held = self._held()
        with self._looking:
            listed = self._listed(held, ANSWERS_WITHIN_S if within_s is None else within_s)
        for folder, names in held.items():
            for name in gone_from(names, listed.get(folder)):
                self._store.forget(self._store.item(*folder, name))
        return self._reached(listed)

    @property
    def is_asking(self) -> bool:
        """Whether an answer is still to come."""
        return any(ask.is_alive() for ask, _ in list(self._asking.values()))

    def has_answered(self, silent: Iterable[Path]) -> bool:
        """Whether one of the folders *silent* has answered since."""
        roots = set(silent)
        return any(found for (_, root), (_, found) in list(self._asking.items()) if root in roots)

    def forget_others(self) -> None:
        """Take away copies of what came from folders that the school's policy no longer names."""
        for folder, names in self._held().items():
            for name in names if folder not in self.folders else ():
                self._store.forget(self._store.item(*folder, name))

    def _held(self) -> dict[Folder, list[str]]:
        found: dict[Folder, list[str]] = {}
        for item, _ in self._store.copies():
            found.setdefault((item.kind, item.root), []).append(item.name)
        return found

    def _listed(self, held: Mapping[Folder, list[str]], within_s: float) -> dict[Folder, Listing]:
        """What is in the folders that answer."""
        self._asking = {folder: asked for folder, asked in self._asking.items() if asked[0].is_alive()}
        until = time.monotonic() + within_s
        for folder in self.folders:
            if folder not in self._asking:
                # One that hangs is asked no second time before it has answered.
                found: list[Listing] = []
                ask = Thread(
                    target=self._ask, args=(folder, held.get(folder, []), found), name="reach", daemon=True
                )
                self._asking[folder] = ask, found
                ask.start()
        for folder in self.folders:
            self._asking[folder][0].join(max(until - time.monotonic(), 0.0))
        return {folder: found[0] for folder, (_, found) in self._asking.items() if found}

    def _ask(self, folder: Folder, held: list[str], found: list[Listing]) -> None:
        kind, root = folder
        try:
            names = frozenset(path.name for path in root.iterdir())
            emptied = frozenset(name for name in names & set(held) if not _has(root / name, _MARK[kind]))
        except OSError as error:
            _LOG.warning("A folder of the school cannot be reached: %s", error)
            return
        # Nothing at all, where there was something: a share that is not connected.
        if names or not held:
            found.append(Listing(names, emptied))

    def _reached(self, listed: Mapping[Folder, Listing]) -> Reached:
        silent = [folder for folder in self.folders if folder not in listed]

        def now(kind: Kind) -> Callable[[Path], Path]:
            return lambda root: self._store.twin(kind, root) if (kind, root) in silent else root

        places = replace(
            self._places,
            school_lessons=tuple(map(now(Kind.LESSON), self._places.school_lessons)),
            school_films=tuple(map(now(Kind.FILM), self._places.school_films)),
        )
        return Reached(places, tuple(dict.fromkeys(root for _, root in silent)))


def _has(folder: Path, name: str) -> bool:
    """Whether *name* is in *folder*; also where nobody can say. Raises OSError where the share is silent.

    A folder that has just gone is found out at the next look: it may as well be the share that went.
    """
    try:
        return any(path.name == name for path in folder.iterdir())
    except NotADirectoryError:
        return False
    except (FileNotFoundError, PermissionError):
        return True
