"""The page of settings, and what makes each answer take hold at once."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from lesson_player.application.language import speak_as_chosen
from lesson_player.control.settings_book import SettingsBook
from lesson_player.desktop.displays import displays, room_of
from lesson_player.foundation.i18n import tr
from lesson_player.foundation.languages import SECTION as LANGUAGE
from lesson_player.model.user_settings import (
    APPEARANCE,
    CAPTIONS,
    FILMS,
    NOTES,
    PROGRAM,
    READING,
    SIGNER,
)
from lesson_player.playback.engines import choose_engine
from lesson_player.teaching import caption_moves, reading, style_moves
from lesson_player.ui.theme.apply import apply_theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from lesson_player.application.desk import TeachingDesk
    from lesson_player.application.remembered import Remembered
    from lesson_player.application.rooms import Rooms
    from lesson_player.control.commands import Move
    from lesson_player.desktop.jobs import JobRunner
    from lesson_player.foundation.paths import Places
    from lesson_player.foundation.settings import Settings
    from lesson_player.playback.engines import Engine
    from lesson_player.ui.settings.settings_doors import Told
    from lesson_player.ui.settings.settings_page import SettingsPage

_LOG = logging.getLogger(__name__)
_USUAL_THEME = "cream"


class OwnSettings(QObject):
    """Holds the book of settings, opens its page over any window, and tells a lesson of what has changed."""

    def __init__(
        self,
        settings: Settings,
        remembered: Remembered,
        rooms: Rooms,
        places: Places,
        jobs: JobRunner,
        engine: Callable[[], Engine] = choose_engine,
    ) -> None:
        super().__init__()
        self._engine = engine
        self._settings, self._remembered, self._rooms, self._places = settings, remembered, rooms, places
        self.book = SettingsBook(settings, jobs)
        self.book.changed.connect(self._take_hold)
        self._desk: TeachingDesk | None = None
        if settings.policy.trouble:
            _LOG.warning("%s", settings.policy.trouble)
        if settings.section(PROGRAM):
            self._dress()

    def watch(self, desk: TeachingDesk) -> None:
        """Open the page when the lesson of *desk* asks for it, and let settings take hold in it."""
        self._desk = desk
        desk.closed.connect(self._forget_desk)
        presenter = desk.shown.presenter
        if presenter is not None:
            presenter.parts.notes.set_percent(self._notes_percent())
            presenter.parts.notes.percent_changed.connect(self._keep_notes)
            desk.controller.wanted.connect(self._answer)

    def open_page(self, over: QWidget, open_keys: Callable[[], None]) -> None:
        """Open the page over a window, or close it where it is open."""
        from lesson_player.ui.settings.settings_page import SettingsPage  # noqa: PLC0415 - seldom used

        page = over.findChild(SettingsPage)
        if page is None:
            page = self._made_page(SettingsPage, over, open_keys)
        if page.isVisible():
            page.close_sheet()
        else:
            page.open_sheet()

    def close(self) -> None:
        """Write what is not written yet."""
        self.book.close()

    def _made_page(
        self, page: type[SettingsPage], over: QWidget, open_keys: Callable[[], None]
    ) -> SettingsPage:
        from lesson_player.ui.settings.settings_doors import SettingsDoors  # noqa: PLC0415 - as the page

        made = page(over, self.book, SettingsDoors(self._folders, self._room, self._forget_room))
        made.keys_asked.connect(open_keys)
        made.report_asked.connect(partial(self._open_report, over))
        return made

    def _open_report(self, over: QWidget) -> None:
        from lesson_player.application.it_report import ReportDesk  # noqa: PLC0415 - seldom used

        desk = over.findChild(ReportDesk) or ReportDesk(over, self._places, self._settings, self._engine)
        desk.open()

    def _answer(self, command: str) -> None:
        presenter = self._desk.shown.presenter if self._desk is not None else None
        if command == "settings" and presenter is not None:
            self.open_page(presenter, presenter.sheets.open_own_keys)

    def _take_hold(self, section: str, keys: tuple[str, ...]) -> None:
        if section == PROGRAM:
            self._dress()
        elif section == LANGUAGE:
            speak_as_chosen(self._settings)
        elif self._desk is not None:
            presenter = self._desk.shown.presenter
            if section == NOTES and presenter is not None:
                presenter.parts.notes.set_percent(self._notes_percent())
            move = self._move(section, keys)
            if move is not None:
                self._desk.controller.make(move)

    def _move(self, section: str, keys: tuple[str, ...]) -> Move | None:
        """What lets a section take hold in the lesson that is taught."""
        film = self._remembered.film()
        if section == APPEARANCE:
            looks = self._remembered.appearance()
            chosen = {key: getattr(looks, key) for key in keys}
            return style_moves.change(**chosen)
        if section == CAPTIONS:
            return caption_moves.look_like(film.caption_look)
        if section == SIGNER:
            return caption_moves.put_signer(film.signer, film.signer_size)
        if section == FILMS:
            return caption_moves.tell_and_show(**{key: getattr(film, key) for key in keys})
        if section == READING:
            read = self._remembered.reading()
            return reading.change(**{key: getattr(read, key) for key in keys})
        return None

    def _dress(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            look = self.book.values(PROGRAM)
            percent: Any = look.get("text_percent", 100)
            apply_theme(application, str(look.get("theme", _USUAL_THEME)), percent / 100)

    def _notes_percent(self) -> int:
        percent = self.book.value(NOTES, "percent")
        return percent if isinstance(percent, int) else 100

    def _keep_notes(self, percent: int) -> None:
        self.book.choose(NOTES, "percent", percent)

    def _forget_desk(self) -> None:
        self._desk = None

    def _room(self) -> str:
        choice = self._rooms.choice(displays())
        parts = (
            tr("Class screen: {name}.", name=choice.class_screen) if choice.class_screen else "",
            tr("Also on: {name}.", name=choice.second_screen) if choice.second_screen else "",
            tr("Sound: {name}.", name=choice.sound) if choice.sound else "",
        )
        return " ".join(part for part in parts if part)

    def _forget_room(self) -> str:
        try:
            self._settings.forget("rooms", [room_of(displays())])
        except OSError:
            return tr("The room could not be forgotten: the disk is full or locked.")
        return ""

    def _folders(self) -> tuple[Told, ...]:
        policy = self._settings.policy
        lists = (
            (tr("Folders of lessons"), self._places.lessons, policy.lesson_folders),
            (tr("Folders of films"), self._places.films, policy.film_folders),
        )
        about = tr("They are looked for here, in this order. Your technician can add a folder of the school.")
        told = [
            (
                title,
                about,
                "\n".join(
                    tr("{folder} (set by your school)", folder=each) if each in school else str(each)
                    for each in folders
                ),
            )
            for title, folders, school in lists
        ]
        if policy.adaptation:
            told.append(
                (
                    tr("Version that lessons begin with"),
                    tr("Your school has chosen it. You can choose another one for each lesson."),
                    policy.adaptation,
                )
            )
        if policy.hide_export:
            hidden = tr("Nothing can be saved outside of this program. Your school has set this.")
            told.append((tr("Saving for other computers"), hidden, ""))
        return tuple(told)
