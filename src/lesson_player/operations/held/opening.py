"""A lesson opened to be taught: what it needs of the school's folders is copied, and taught from there.

Everything but films is copied before the lesson begins, because it is small. Films are copied next, and a
teacher who does not want to wait has them played from the school's folder until they are here.
"""

from __future__ import annotations

import errno
import logging
import shutil
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.operations.held.copying import KeepsChanging, NotPlain
from lesson_player.operations.held.opened import Coming, Opened
from lesson_player.operations.held.reach import Reach
from lesson_player.operations.held.record import Kind, read_record
from lesson_player.operations.held.rules import megabytes
from lesson_player.operations.held.store import NoRoom, after
from lesson_player.operations.held.wanted import wanted_of
from lesson_player.operations.library import find_lesson, load_lesson

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from pathlib import Path

    from lesson_player.foundation.paths import Places
    from lesson_player.model.bundle import LessonBundle
    from lesson_player.model.problem import Problem
    from lesson_player.operations.held.reach import Reached
    from lesson_player.operations.held.store import HeldStore
    from lesson_player.operations.held.wanted import Wanted

_LOG = logging.getLogger(__name__)
_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


class HeldLessons:
    """Lessons of this user, opened in copies where they lie in the school's folders. It may wait for them."""

    def __init__(self, places: Places, store: HeldStore) -> None:
        """*places*: as the school's policy has them."""
        self._places, self._store = places, store
        self.reach = Reach(places, store)

    def open(self, lesson: str, at: Callable[[int], None]) -> Opened:
        """Open *lesson* by its id, and copy its small files.

        *at* is told how many bytes of them are copied, and before that, that the share still answers; what it
        raises ends the opening.
        """
        reached = self.reach.look()
        at(0)
        bundle, problems = load_lesson(find_lesson(reached.places, lesson), reached.places)
        if bundle is None:
            return Opened(None, problems, silent=reached.silent)
        use = ExitStack()
        try:
            return self._held(bundle, reached, use, at)
        except NoRoom:
            use.close()
            words = _nothing_copied(why_not_copied(NoRoom()))
            return Opened(bundle, problems, trouble=words)
        except OSError as error:
            use.close()
            _LOG.warning("The school's lesson cannot be copied: %s", error)
            return self._not_copied(lesson, bundle, problems, error)
        except BaseException:
            use.close()
            raise

    def open_copy(self, lesson: str) -> Opened:
        """Open the copies of *lesson* that are here, without asking the school's folders."""
        reached = self.reach.without()
        bundle, problems = load_lesson(find_lesson(reached.places, lesson), reached.places)
        return self._of_copies(Opened(bundle, problems, silent=reached.silent))

    def copy_films(self, opened: Opened, at: Callable[[int], None]) -> None:
        """Copy what is still to come; *at* is told how many bytes are here.

        Raises OSError; what is not here by then is still read from where it was.
        """
        done = 0
        for one in opened.queue:
            if one.here in opened.coming:
                self._store.take_large(one.item, one.name, after(done, at))
                opened.coming.pop(one.here, None)
            done += one.size

    def _held(
        self, bundle: LessonBundle, reached: Reached, use: ExitStack, at: Callable[[int], None]
    ) -> Opened:
        wanted = wanted_of(bundle, self._places, self._store, lambda: at(0))
        if not wanted:
            return self._of_copies(Opened(bundle, silent=reached.silent, use=use))
        for one in wanted:
            use.enter_context(self._store.in_use(one.item))
        self._store.make_room(sum(map(_missing, wanted)))
        done = 0
        for one in wanted:
            self._store.take_small(one.item, one.small, one.large, after(done, at))
            done += sum(stamp.size for stamp in one.small.values())
        here, problems = load_lesson(_folder(bundle, wanted), self.reach.without().places)
        if here is None:
            raise OSError(str(problems[0]) if problems else bundle.lesson.id)
        queue = tuple(_coming(wanted))
        coming = {one.here: one.there for one in queue}
        trouble = self._no_room_for(queue)
        opened = Opened(_with(here, coming), problems, queue, coming, trouble, reached.silent, use=use)
        return self._of_copies(opened)

    def _of_copies(self, opened: Opened) -> Opened:
        """*opened* with its copies in use, and when they were taught last where they stand in."""
        bundle = opened.bundle
        folders = {bundle.folder, *(film.folder for film in bundle.films.values())} if bundle else ()
        for item, record in self._store.copies():
            if item.folder not in folders:
                continue
            with suppress(OSError):  # a full disk: the copy is taught all the same
                opened.use.enter_context(self._store.in_use(item))
            if item.root in opened.silent:
                opened.since = min(opened.since or record.opened, record.opened)
            self._store.opened_now(item)
        return opened

    def _not_copied(
        self, lesson: str, bundle: LessonBundle, problems: Sequence[Problem], error: OSError
    ) -> Opened:
        """The copy of before if the share went away meanwhile, else what the share has."""
        silent = self.reach.look().silent
        lost = bundle.folder.parent in silent
        if lost or any(film.folder.parent in silent for film in bundle.films.values()):
            copy = self.open_copy(lesson)
            if lost or copy.bundle is not None:
                return copy
        return Opened(bundle, problems, trouble=_nothing_copied(why_not_copied(error)), silent=silent)

    def _no_room_for(self, queue: Sequence[Coming]) -> str:
        """Makes room for the films; a sentence where there is none."""
        size = sum(one.size for one in queue)
        try:
            if size:
                self._store.make_room(size)
        except NoRoom:
            return tr(
                "There is not enough room on this computer to copy the film: {needed} are needed, {free} are "
                "free. The lesson can be taught; its film is played from the school’s folder, and needs the "
                "network.",
                needed=megabytes(size),
                free=megabytes(shutil.disk_usage(self._store.folder).free),
            )
        return ""


def _folder(bundle: LessonBundle, wanted: Sequence[Wanted]) -> Path:
    of_lesson = [one.item.folder for one in wanted if one.item.kind is Kind.LESSON]
    return of_lesson[0] if of_lesson else bundle.folder


def _missing(one: Wanted) -> int:
    """Bytes of the small files that are not here."""
    record = read_record(one.item)
    held = record.files if record is not None else {}
    return sum(stamp.size for name, stamp in one.small.items() if held.get(name) != stamp)


def _coming(wanted: Sequence[Wanted]) -> Iterator[Coming]:
    """What of the large files is not here."""
    for one in wanted:
        record = read_record(one.item)
        held = record.files if record is not None else {}
        for name, stamp in one.large.items():
            if held.get(name) != stamp:
                yield Coming(one.item, name, stamp.size)


def _with(bundle: LessonBundle, paths: Collection[Path]) -> LessonBundle:
    """The lesson with the films that are on their way to *paths*, as if they were here."""
    films = {
        name: film.model_copy(
            update={"missing": tuple(each for each in film.missing if film.path(each) not in paths)}
        )
        for name, film in bundle.films.items()
    }
    return bundle.model_copy(update={"films": films})


def why_not_copied(error: Exception) -> str:
    """What an error in copying means, in a sentence or two."""
    if isinstance(error, (KeepsChanging, NotPlain)):
        return str(error)
    if isinstance(error, NoRoom) or (isinstance(error, OSError) and error.errno in _FULL):
        return tr("There is not enough room on this computer.")
    if isinstance(error, PermissionError):
        return tr("A file of it may not be read, or nothing may be written to the folder for copies.")
    return tr("The school’s folder does not answer.")


def _nothing_copied(why: str) -> str:
    return tr(
        "The lesson could not be copied to this computer. {why} It can be taught from the school’s folder, "
        "and needs the network until its end.",
        why=why,
    )
