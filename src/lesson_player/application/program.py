"""The program with its windows: the library, and the lesson that is being taught."""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from lesson_player.application.afterwards import Afterwards
from lesson_player.application.desk import Screens, Sitting, TeachingDesk, on_safe_screens
from lesson_player.application.keys import OwnKeys
from lesson_player.application.language import speak_as_chosen
from lesson_player.application.opened_files import OpenedFiles
from lesson_player.application.own import teachers_own
from lesson_player.application.own_settings import OwnSettings
from lesson_player.application.readiness import ReadyCheck
from lesson_player.application.remembered import Remembered
from lesson_player.application.rooms import RoomChoice, Rooms
from lesson_player.application.school import school_of
from lesson_player.application.settings_here import settings_here
from lesson_player.application.trouble import catch_trouble
from lesson_player.desktop.jobs import JobRunner, Progress
from lesson_player.desktop.memory import give_memory_back
from lesson_player.desktop.motion import wants_less_motion
from lesson_player.desktop.qt_messages import log_qt_messages
from lesson_player.foundation.i18n import tr
from lesson_player.foundation.logs import start_logging
from lesson_player.operations.library import (
    LibraryPage,
    LibraryWish,
    read_page,
)
from lesson_player.operations.library_index import LibraryIndex
from lesson_player.playback.engines import Engine, choose_engine
from lesson_player.teaching.journal import Journal

if TYPE_CHECKING:
    from lesson_player.foundation.paths import Places
    from lesson_player.teaching.journal import KeptPlace
    from lesson_player.ui.library.window import LibraryWindow

_LOG = logging.getLogger(__name__)
CANNOT = 2
_SETTLED_MS = 2000
"""By then the first window has been painted."""


class Program:
    """Holds what lives as long as the program: places, journal, engine, jobs, and the window that is open."""

    def __init__(self, engine_name: str | None) -> None:
        self.jobs = JobRunner()
        laid_down, self.settings = settings_here()
        self.school = school_of(laid_down, self.jobs, sure=not self.settings.policy.trouble)
        start_logging(self.places.logs)
        log_qt_messages()
        self.journal = Journal(self.places.kept_places)
        speak_as_chosen(self.settings)
        self.rooms = Rooms(self.settings)
        self.remembered = Remembered(self.settings, self.jobs)
        self.keys = OwnKeys(self.settings, self.tell)
        self.own = teachers_own(self.settings)
        self.own_settings = OwnSettings(
            self.settings, self.remembered, self.rooms, laid_down, self.jobs, lambda: self.engine
        )
        self._engine = self.jobs.promise(lambda: choose_engine(engine_name))
        self._still = self.jobs.promise(wants_less_motion)
        self.library: LibraryWindow | None = None
        self._asked = 0
        """How often lessons were asked for: what was asked last is shown."""
        self._silence = ""
        """What was last said of the school's folders."""
        self.desk: TeachingDesk | None = None
        self.check = ReadyCheck(self.places, self.jobs, lambda: self.engine)
        self.files = OpenedFiles(self)
        self.afterwards = Afterwards(self.keys.book)
        self.afterwards.over.connect(self._quit_without_library)
        self.check.gone.connect(self.refresh)
        for told in (self.check.failed, self.school.told):
            told.connect(self.tell)
        catch_trouble(self.tell)

    @property
    def places(self) -> Places:
        """Where things are now: copies stand in for folders of the school that do not answer."""
        return self.school.places

    @cached_property
    def engine(self) -> Engine:
        """The film engine. It is loaded from the start on, beside everything else that has to be loaded."""
        engine = self._engine.result()
        _LOG.info("%s", engine.sentence)
        return engine

    def show_library(self, ended: TeachingDesk | None = None) -> None:
        """Open the library, or bring it back with what has changed, after *ended* where that was a lesson."""
        if self.library is None:
            # A lesson that is taught straight away starts without the library.
            from lesson_player.application.library_doors import open_doors  # noqa: PLC0415
            from lesson_player.ui.library.window import LibraryWindow  # noqa: PLC0415
            from lesson_player.ui.widgets.window_access import give_access  # noqa: PLC0415

            self.library = LibraryWindow(
                self.places.lessons[0], may_share=not self.settings.policy.hide_export
            )
            self.library.show_looking()
            give_access(self.library, self.keys.book, still=self._still.result)
            self.library.teach_asked.connect(self._ask_to_teach)
            self.library.carry_on_asked.connect(self._ask_to_carry_on)
            self.library.check_asked.connect(self.check.start)
            self.library.stop_asked.connect(self.check.stop)
            self.check.shown.connect(self.library.show_checks)
            self.check.progressed.connect(self.library.readiness.show_progress)
            self.library.refresh_asked.connect(self.refresh)
            open_doors(self, self.library)
            open_keys = partial(self.keys.open_page, self.library)
            self.library.keys_asked.connect(open_keys)
            self.library.settings_asked.connect(partial(self.own_settings.open_page, self.library, open_keys))
            self.library.left.connect(self.afterwards.end)
        if ended is None or not self.afterwards.begin(ended, self.library):
            self.library.showMaximized()
        self.refresh()
        self.files.open_waiting()

    def refresh(self) -> None:
        """Read the lessons and kept places again, in the background."""
        search = self.library.search if self.library is not None else None
        wish = LibraryWish(search.words, search.most) if search is not None else LibraryWish()
        wish = replace(wish, first=self.files.lesson)
        self._asked += 1
        read = partial(self._read, wish)
        shown = partial(self._show_lessons, self._asked)
        self.school.read(read, shown, lambda error: self.tell(str(error)))

    def teach(self, asked: Sitting, words: str = "") -> str:
        """Put a lesson on the screens; gives a sentence where it could not be put there as asked.

        *words* are told in it at once.
        """
        self.check.stop()
        asked, notice = on_safe_screens(replace(asked, still=self._still.result()))
        remembered, keys = self.remembered, self.keys.book
        self.desk = TeachingDesk(asked, self.engine, self.journal, self.jobs, remembered, keys, own=self.own)
        self.desk.keep_pauses_in(self.places.own_layers, asked.bundle.lesson.id, self.jobs)
        self.own_settings.watch(self.desk)
        self.desk.closed.connect(self._taught)
        self.afterwards.end()
        for told in (words, *(self._troubles() if self.library is None else ())):
            if told:
                self.desk.controller.tell(told)
        if self.library is not None:
            if notice:
                self.library.show_message(notice)
            self.library.hide()
        return notice

    def close(self) -> None:
        """End what still runs."""
        if self.desk is not None:
            self.desk.controller.end()
        if self.desk is not None:
            self.desk.shown.put_away()
        self.afterwards.end()
        self.school.close()
        if self.library is not None:
            self.library.close()
            self.library.deleteLater()
            self.library = None
        self.keys.close()
        self.own_settings.close()
        self.jobs.close()

    def _read(
        self, wish: LibraryWish, here: Places, progress: Progress
    ) -> tuple[LibraryPage, tuple[str, ...]]:
        places, problems = self.journal.places()
        progress.at(0.3)
        if (self.places.user_data / "packs").is_dir():
            from lesson_player.operations.packs.store import PackStore  # noqa: PLC0415 - where packs came

            PackStore(self.places.user_data).recover()
        kept = (*places, *self.journal.finished())
        index = LibraryIndex(self.places.library_index)
        cards = (place.card() for place in kept)
        page = read_page(here, cards, self.settings.policy.adaptation, wish, index)
        index.keep()
        return self.school.with_copies(page), (*(str(problem) for problem in problems), *self._troubles())

    def _troubles(self) -> tuple[str, ...]:
        """What of the user's own settings could not be used."""
        told = (*self.own_settings.book.own_troubles, self.keys.trouble)
        return tuple(words for words in told if words)

    def _show_lessons(self, asked: int, found: tuple[LibraryPage, tuple[str, ...]]) -> None:
        page, messages = found
        self.check.places = self.places
        if self.library is None or asked != self._asked:
            return
        self.library.show_lessons(page.cards, page.found, page.all, self.files.to_begin_at())
        if told := [words for words in messages if words]:
            self.library.show_message("\n".join(told))
        former, self._silence = self._silence, self.school.silence
        if former != self._silence:
            self.library.messages.take_back(former)
        if self._silence:
            self.library.show_message(self._silence)

    def _ask_to_teach(self, lesson: str, sitting: str, adaptations: tuple[str, ...]) -> None:
        self.ask(lesson, sitting, adaptations)

    def _ask_to_carry_on(self, key: str) -> None:
        place = self.journal.place(key)
        if place is None:
            self.tell(tr("That place is no longer kept. Start the sitting again."))
            self.refresh()
            return
        self.ask(place.lesson, place.state.sitting, place.adaptations, place)

    def ask(
        self, lesson: str, sitting: str, adaptations: tuple[str, ...], place: KeptPlace | None = None
    ) -> None:
        """Ask where the class sees a sitting, and teach it there; from *place* where one is given."""
        if self.library is not None:
            from lesson_player.application import asking  # noqa: PLC0415 - as the library itself

            self.school.open(self.library, lesson, partial(asking.ask, self, sitting, adaptations, place))

    def _taught(self) -> None:
        ended, self.desk = self.desk, None
        self.school.release()
        # By way of the event loop: the lesson's windows go first.
        self.jobs.run(lambda _progress: None, lambda _none: give_memory_back())
        if self.library is not None or self.files.waiting:
            self.show_library(ended)
        elif ended is None or not self.afterwards.begin(ended, None):
            QApplication.quit()

    def _quit_without_library(self) -> None:
        if self.library is None and self.desk is None:
            QApplication.quit()

    def tell(self, words: str) -> None:
        """Say something to the user, in the window that is open."""
        if self.desk is not None:
            self.desk.controller.tell(words)
        elif self.library is not None:
            self.library.show_message(words)


def in_room(asked: Sitting, where: RoomChoice) -> Sitting:
    """What was asked for, on the screens and with the sound that were chosen for the room."""
    return replace(
        asked,
        screens=Screens(where.screens),
        class_screen=where.class_screen,
        second_screen=where.second_screen,
        sound=where.sound,
    )
