"""One lesson being taught: its course, film, windows and kept place, put together and taken apart again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication

from lesson_player.application.courses import begin, open_course
from lesson_player.control.keeper import PlaceKeeper
from lesson_player.control.pause_keeper import PauseKeeper
from lesson_player.control.teaching import TeachingController
from lesson_player.desktop.displays import displays, mirrored, screen_named
from lesson_player.formats.own_layer import keep_pauses
from lesson_player.foundation.i18n import tr
from lesson_player.playback.pair import VersionPair
from lesson_player.rendering.layout import WIDE
from lesson_player.rendering.pictures import PictureStore
from lesson_player.speech.first import FirstVoice
from lesson_player.speech.recorded import RecordedVoice
from lesson_player.speech.system import SystemVoice
from lesson_player.teaching.journal import carry_on, new_key
from lesson_player.ui.audience.window import AudienceWindow
from lesson_player.ui.presenter.window import PresenterWindow

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QWidget

    from lesson_player.application.remembered import Remembered
    from lesson_player.desktop.jobs import JobRunner
    from lesson_player.model.bundle import LessonBundle
    from lesson_player.model.layers import Prepared
    from lesson_player.playback.engines import Engine
    from lesson_player.teaching.course import Course
    from lesson_player.teaching.journal import Journal, KeptPlace
    from lesson_player.teaching.state import LessonState


class Screens(StrEnum):
    """How a lesson is put on screens."""

    TWO = "two"
    """The class sees one screen, the teacher another."""
    SHARED = "shared"
    """The class sees this screen too: nothing for the teacher alone is anywhere on it."""
    ALONE = "alone"
    """The teacher prepares, with no class."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """What a teacher chose to teach."""

    bundle: LessonBundle
    sitting: str
    adaptations: tuple[str, ...] = ()
    screens: Screens = Screens.ALONE
    class_screen: str = ""
    """Name of the screen that the class sees."""
    place: KeptPlace | None = None
    """Where to carry on from; None to start at the first step."""
    still: bool = False
    """Whether the system asks for less motion: then slides do not fade."""


class TeachingDesk(QObject):
    """The windows of one lesson."""

    closed = Signal()

    def __init__(
        self,
        asked: Sitting,
        engine: Engine,
        journal: Journal,
        jobs: JobRunner,
        remembered: Remembered | None = None,
    ) -> None:
        """``remembered``: how films were shown last; None where nothing is to be remembered."""
        super().__init__()
        class_screen = _class_screen(asked)
        course, prepared = _course(asked, class_screen, remembered)
        key = asked.place.key if asked.place else new_key(datetime.now(UTC))
        self.player = VersionPair(engine.make_player, self)
        self.controller = TeachingController(
            course,
            _first_state(asked, course, prepared),
            self.player,
            PictureStore(asked.bundle.picture_path),
            PlaceKeeper(course, journal, key, jobs),
            FirstVoice((RecordedVoice(), SystemVoice()), self),
        )
        self.windows: list[QWidget] = []
        self._open_windows(asked.screens, class_screen)
        if remembered:
            remembered.watch(self.controller)
        self.controller.finished.connect(self._close)
        self.controller.begin()

    def keep_pauses_in(self, own_layers: Path, lesson: str, jobs: JobRunner) -> None:
        """Keep pause points that are added in the user's own layer over *lesson*, for later lessons."""
        PauseKeeper(partial(keep_pauses, own_layers, lesson), jobs, self.controller)

    def _open_windows(self, screens: Screens, class_screen: QScreen | None) -> None:
        if screens is not Screens.ALONE and class_screen is not None:
            audience = AudienceWindow(self.controller)
            self.windows.append(audience)
            audience.show_on(class_screen)
        if screens is not Screens.SHARED:
            presenter = PresenterWindow(self.controller)
            self.windows.append(presenter)
            _tell_screen(presenter, screens, class_screen)
            _show_on_another(presenter, class_screen if screens is Screens.TWO else None)

    def _close(self) -> None:
        for window in self.windows:
            window.close()
            window.deleteLater()
        self.windows.clear()
        self.closed.emit()


def _first_state(asked: Sitting, course: Course, prepared: Prepared) -> LessonState:
    state = carry_on(course, asked.place) if asked.place else begin(course, prepared, asked.sitting)
    if not asked.still:
        return state
    return state.model_copy(update={"appearance": state.appearance.model_copy(update={"motion": False})})


def on_safe_screens(asked: Sitting) -> tuple[Sitting, str]:
    """What was asked for, and an empty text; or a safe choice instead, and a sentence that says why.

    Two screens that are one, or that show the same picture, would put the notes where the class looks.
    """
    if asked.screens is not Screens.TWO or (len(displays()) > 1 and not mirrored()):
        return asked, ""
    why = tr("Both screens show the same picture") if mirrored() else tr("Only one screen is connected")
    words = tr(
        "{why}, so the class would see your notes. The lesson is shown without them. To have them, connect "
        "the class screen, set the screens to “extend”, and start again.",
        why=why,
    )
    return replace(asked, screens=Screens.SHARED, class_screen=""), words


def _course(
    asked: Sitting, class_screen: QScreen | None, remembered: Remembered | None
) -> tuple[Course, Prepared]:
    return open_course(
        asked.bundle,
        asked.adaptations,
        private=asked.screens is not Screens.SHARED,
        aspect=_aspect(class_screen),
        film=remembered.film() if remembered else None,
    )


def best_screens() -> Screens:
    """What fits the screens that are connected: two of them, unless they show the same picture."""
    if mirrored():
        return Screens.SHARED
    return Screens.TWO if len(displays()) > 1 else Screens.ALONE


def _class_screen(asked: Sitting) -> QScreen | None:
    if asked.screens is Screens.ALONE:
        return None
    named = screen_named(asked.class_screen) if asked.class_screen else None
    if named is not None:
        return named
    primary = QGuiApplication.primaryScreen()
    if asked.screens is Screens.SHARED:
        return primary
    return next((screen for screen in QGuiApplication.screens() if screen is not primary), primary)


def _aspect(screen: QScreen | None) -> float:
    if screen is None or not screen.size().height():
        return WIDE
    return screen.size().width() / screen.size().height()


def _tell_screen(presenter: PresenterWindow, screens: Screens, screen: QScreen | None) -> None:
    if screens is Screens.ALONE or screen is None:
        presenter.set_class_screen(tr("No class screen: you are preparing alone"), QSize(1920, 1080))
        return
    size = screen.size() * screen.devicePixelRatio()
    words = tr(
        "Class screen: {name}, {width} × {height}",
        name=screen.name(),
        width=size.width(),
        height=size.height(),
    )
    presenter.set_class_screen(words, size)


def _show_on_another(window: QWidget, taken: QScreen | None) -> None:
    """Show the teacher's window on a screen that the class does not see, as large as it can be."""
    free = [screen for screen in QGuiApplication.screens() if screen is not taken]
    if free:
        window.setScreen(free[0])
        window.setGeometry(free[0].availableGeometry())
    window.setWindowState(Qt.WindowState.WindowMaximized)
    window.show()
    window.activateWindow()
