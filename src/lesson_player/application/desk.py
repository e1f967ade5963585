"""One lesson being taught: its course, film, windows and kept place, put together and taken apart again."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lesson_player.application.courses import begin, open_course
from lesson_player.application.lesson_windows import LessonWindows
from lesson_player.application.voices import lesson_voice
from lesson_player.control.ahead import Ahead
from lesson_player.control.keeper import PlaceKeeper
from lesson_player.control.pause_keeper import PauseKeeper
from lesson_player.control.teaching import TeachingController
from lesson_player.desktop.awake import Awake
from lesson_player.desktop.displays import displays, mirrored
from lesson_player.desktop.screen_watch import ScreenWatch
from lesson_player.formats.own_layer import keep_pauses
from lesson_player.foundation.i18n import tr
from lesson_player.playback.pair import VersionPair
from lesson_player.rendering.layout import WIDE
from lesson_player.rendering.pictures import PictureStore
from lesson_player.teaching.closing import closing_view
from lesson_player.teaching.journal import carry_on, new_key
from lesson_player.teaching.style_moves import known_look, still

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from lesson_player.application.remembered import Remembered
    from lesson_player.control.key_book import KeyBook
    from lesson_player.desktop.displays import Display
    from lesson_player.desktop.jobs import JobRunner
    from lesson_player.model.bundle import LessonBundle
    from lesson_player.model.layers import Prepared
    from lesson_player.playback.engines import Engine
    from lesson_player.teaching.course import Course
    from lesson_player.teaching.journal import Journal, KeptPlace
    from lesson_player.teaching.state import LessonState
    from lesson_player.ui.presenter.own import TeachersOwn


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
    second_screen: str = ""
    """Name of another screen that shows the class the same; empty for none."""
    sound: str = ""
    """Name of the sound output; empty for the one that the system uses."""
    coming: Mapping[Path, Path] = field(default_factory=dict)
    """Film files that are still being copied to this computer, and where each is read until it is here."""


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
        keys: KeyBook | None = None,
        *,
        own: TeachersOwn | None = None,
    ) -> None:
        """``remembered``: how films were shown last; None to remember nothing. ``keys``: the user's.

        ``own``: what the teacher's window keeps for the user; None to keep nothing.
        """
        super().__init__()
        self._watch, self._awake = ScreenWatch(self), Awake()
        class_screens = _class_screens(asked, self._watch.displays())
        self._course, prepared = _course(asked, class_screens, remembered)
        self.player, self._voice = VersionPair(engine.make_player, self), lesson_voice(self)
        keeper = PlaceKeeper(self._course, journal, _key(asked), jobs)
        self.controller = self._teaching(asked, prepared, keeper, keys)
        self.shown = LessonWindows(self.controller, self._watch, self, own)
        self.shown.closed.connect(self.closed)
        self.shown.open(class_screens, presenter=asked.screens is not Screens.SHARED)
        if remembered:
            remembered.watch(self.controller)
        self._begin(asked.sound, with_class=bool(class_screens))

    @property
    def windows(self) -> list[QWidget]:
        """The lesson's windows, the one with the keys last."""
        return self.shown.all

    def keep_pauses_in(self, own_layers: Path, lesson: str, jobs: JobRunner) -> None:
        """Keep pause points that are added in the user's own layer over *lesson*, for later lessons."""
        PauseKeeper(partial(keep_pauses, own_layers, lesson), jobs, self.controller)

    def _teaching(
        self, asked: Sitting, prepared: Prepared, keeper: PlaceKeeper, keys: KeyBook | None
    ) -> TeachingController:
        made = TeachingController(
            self._course,
            _first_state(asked, self._course, prepared),
            self.player,
            PictureStore(self._course.bundle.picture_path),
            keeper,
            self._voice,
            keys=keys,
        )
        # It goes with the desk: what is connected to it keeps it, and it what is connected.
        made.setParent(self)
        Ahead(self._course, made)
        return made

    def _begin(self, sound: str, *, with_class: bool) -> None:
        self.controller.finished.connect(self._close)
        if with_class:
            self._awake.hold()
        self.controller.begin()
        self._send_sound(sound)

    def _send_sound(self, output: str) -> None:
        if not output:
            return
        self.player.set_sound_output(output)
        self._voice.set_sound_output(output)
        # Loading Qt Multimedia costs a tenth of a second that only a chosen output should pay.
        from lesson_player.desktop.sound import sound_outputs  # noqa: PLC0415

        if output not in sound_outputs():
            self.controller.tell(
                tr(
                    "The sound output “{name}” is not here now. The sound comes from the one that this "
                    "computer uses. Plug it in before you play the film, or go on.",
                    name=output,
                )
            )

    def _close(self) -> None:
        self._awake.let_go()
        self.shown.close(closing_view(self._course, self.controller.state))


def _key(asked: Sitting) -> str:
    return asked.place.key if asked.place else new_key(datetime.now(UTC))


def _first_state(asked: Sitting, course: Course, prepared: Prepared) -> LessonState:
    state = carry_on(course, asked.place) if asked.place else begin(course, prepared, asked.sitting)
    return known_look(course, still(course, state) if asked.still else state)


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
    asked: Sitting, class_screens: tuple[Display, ...], remembered: Remembered | None
) -> tuple[Course, Prepared]:
    course, prepared = open_course(
        asked.bundle,
        asked.adaptations,
        private=asked.screens is not Screens.SHARED,
        aspect=_aspect(class_screens),
        film=remembered.film() if remembered else None,
        reading=remembered.reading() if remembered else None,
        appearance=remembered.appearance() if remembered else None,
    )
    return replace(course, coming=asked.coming), prepared


def best_screens() -> Screens:
    """What fits the screens that are connected: two of them, unless they show the same picture."""
    if mirrored():
        return Screens.SHARED
    return Screens.TWO if len(displays()) > 1 else Screens.ALONE


def _class_screens(asked: Sitting, connected: tuple[Display, ...]) -> tuple[Display, ...]:
    """The class screen, and the one that shows the same; *connected* has the primary screen first."""
    if asked.screens is Screens.ALONE:
        return ()
    named = next((each for each in connected if each.name == asked.class_screen), None)
    usual = connected[0] if asked.screens is Screens.SHARED else connected[min(1, len(connected) - 1)]
    first = named or usual
    second = next((each for each in connected if each.name == asked.second_screen), None)
    # One screen is left for the notes.
    room_for_two = asked.screens is Screens.TWO and len(connected) > 2
    return (first, second) if room_for_two and second is not None and second != first else (first,)


def _aspect(class_screens: tuple[Display, ...]) -> float:
    if not class_screens or not class_screens[0].height:
        return WIDE
    return class_screens[0].width / class_screens[0].height
