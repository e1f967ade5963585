"""The editor of one version: its file, its course for the preview, its window, and trying it out."""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from lesson_player.adapting.own_lesson import OwnLesson, bundle_with
from lesson_player.application.courses import begin, open_course
from lesson_player.application.desk import Screens, Sitting, TeachingDesk
from lesson_player.application.other_versions import OwnVersions
from lesson_player.control.editing.checker import Checker
from lesson_player.control.editing.controller import Editing, EditingController, replaced
from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.model.problem import Problem
from lesson_player.operations.own_lessons import save_lesson
from lesson_player.operations.own_pictures import take_in
from lesson_player.operations.picture_library import PictureLibrary
from lesson_player.operations.symbol_packs import find_packs
from lesson_player.operations.symbol_store import add_pack, symbol_folder
from lesson_player.operations.versions import save_version
from lesson_player.rendering.pictures import PictureStore
from lesson_player.teaching import moves
from lesson_player.teaching.journal import Journal
from lesson_player.ui.editor.window import EditorWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from lesson_player.adapting.easy_read.finding import Finding
    from lesson_player.adapting.opened import Opened
    from lesson_player.application.editor_voice import EditorVoice
    from lesson_player.application.keys import OwnKeys
    from lesson_player.desktop.jobs import JobRunner
    from lesson_player.foundation.paths import Places
    from lesson_player.foundation.settings import Settings
    from lesson_player.model.adaptation import Adaptation
    from lesson_player.model.bundle import LessonBundle
    from lesson_player.model.pictures import Picture
    from lesson_player.operations.own_pictures import PictureChoice
    from lesson_player.operations.versions import OpenedVersion
    from lesson_player.playback.engines import Engine
    from lesson_player.playback.port import FilmPlayer
    from lesson_player.teaching.course import Course
    from lesson_player.teaching.state import LessonState


_LOG = logging.getLogger(__name__)


class Host(Protocol):
    """What the editor has from the program."""

    jobs: JobRunner
    keys: OwnKeys
    settings: Settings

    @property
    def places(self) -> Places:
        """Where lessons are."""

    @property
    def engine(self) -> Engine:
        """The film engine, for trying a version out."""


def course_of(bundle: LessonBundle, version: Opened, sitting: str) -> tuple[Course, LessonState]:
    """The course of a version as it is edited, and the beginning of a sitting of it.

    What the version makes of the lesson is known already, so that only its look is left to be put over it.
    """
    own = version.adaptation
    bundle = bundle_with(bundle, own) if isinstance(own, OwnLesson) else bundle
    look = own.model_copy(update=_WITHOUT_CONTENT)
    captioned = bundle.with_captions_of([own])
    taught = replaced(captioned, look).model_copy(update={"lesson": version.lesson})
    course, prepared = open_course(taught, (look.id,))
    return course, begin(course, prepared, sitting)


_WITHOUT_CONTENT: dict[str, object] = {
    "lines": {},
    "steps": {},
    **dict.fromkeys(("add_lines", "add_pauses", "split_steps", "add_steps", "move_steps", "captions"), ()),
}


class EditorDesk(QObject):
    """One version being edited, from the opening of its window to its end."""

    closed = Signal()
    teach_asked = Signal(str)
    """Id of the sitting to teach in this version."""
    share_asked = Signal()
    """Make it one file; everything is written."""

    def __init__(self, bundle: LessonBundle, version: OpenedVersion, host: Host) -> None:
        super().__init__()
        self._host = host
        self._trial: Trial | None = None
        self._voice: EditorVoice | None = None
        self._ended = False
        write = partial(_write, host.places, bundle)
        pictures = EditorPictures(_pictures_folder(bundle, version.opened), host)
        others = OwnVersions(bundle, host.places, version.opened.adaptation.id)
        editing = Editing(bundle, version.opened, course_of, write, pictures, others)
        self.controller = EditingController(editing, host.jobs)
        self.controller.setParent(self)
        self.window = _window(self.controller, PictureStore(self._picture), host)
        self._checker = Checker(self.controller, host.jobs)
        self._checker.found.connect(self._show_found)
        self._checker.look()
        self.window.try_asked.connect(self.try_out)
        self.window.share_asked.connect(self._share)
        self.window.voice_asked.connect(self._open_voice)
        self.window.teach_asked.connect(lambda: self.teach_asked.emit(self.controller.place.sitting))
        self.window.left.connect(self._close)
        problems = [f"{one.sentence} {one.remedy}".strip() for one in version.problems]
        look = tr("{told} F7 shows them.", told=version.review.words)
        words = [look] if version.review.to_look_at else []
        self.window.tell("\n".join((*words, *problems)))

    @property
    def voice(self) -> EditorVoice:
        """The voice of the version, loaded when it is first asked for."""
        if self._voice is None:
            # Loading Qt Multimedia costs a tenth of a second that no other work should wait for.
            from lesson_player.application.editor_voice import EditorVoice  # noqa: PLC0415

            editing = self.controller
            folder = _pictures_folder(editing.bundle, editing.opened).parent
            self._voice = EditorVoice(self.window, editing, folder, self._host)
        return self._voice

    @property
    def trial(self) -> TeachingDesk | None:
        """The lesson that is being tried out; None while none is."""
        return self._trial.desk if self._trial is not None else None

    def try_out(self) -> None:
        """Teach from the step that is worked on, in the coordinator's own window alone, and keep nothing."""
        if self._trial is None:
            if self._voice is not None:
                self._voice.rest()
            bundle = self.controller.bundle
            taught = self._voice.taught(bundle) if self._voice is not None else bundle
            self._trial = Trial(self.controller, taught, self._host)
            self._trial.desk.closed.connect(self._tried)
            self.window.hide()

    def end(self) -> None:
        """Close the window, with everything written. A second call does nothing."""
        if self._ended:
            return
        if self._trial is not None:
            self._trial.desk.controller.end()
        if not self.window.close():
            self.window.close()

    def _open_voice(self) -> None:
        self.voice.open()

    def _show_found(self, found: tuple[Finding, ...]) -> None:
        self.window.show_found(found, self._checker.fast_captions())

    def _share(self) -> None:
        """What is shared is what the files say, so what is not yet written is written first."""
        trouble = self.controller.close()
        if trouble:
            self.window.tell(trouble)
        else:
            self.share_asked.emit()

    def _picture(self, name: str) -> Path | None:
        return self.controller.bundle.picture_path(name)

    def _tried(self) -> None:
        trial, self._trial = self._trial, None
        if trial is not None:
            trial.close()
        self.window.show()
        self.window.activateWindow()

    def _close(self) -> None:
        if self._ended:
            return
        self._ended = True
        self._checker.close()
        if self._voice is not None:
            self._voice.close()
        self.closed.emit()
        self.window.deleteLater()
        self.deleteLater()


def _window(controller: EditingController, pictures: PictureStore, host: Host) -> EditorWindow:
    def make_player(parent: QObject | None) -> FilmPlayer:
        """The engine is loaded only when somebody opens the captions."""
        return host.engine.make_player(parent)

    return EditorWindow(
        controller,
        pictures,
        may_share=not host.settings.policy.hide_export,
        make_player=make_player,
    )


class EditorPictures:
    """The pictures that a version can have: of the lesson, of the program, and of the school's packs."""

    def __init__(self, folder: Path, host: Host) -> None:
        """*folder*: where those that are put in go."""
        self._places = host.places
        self._jobs = host.jobs
        self._folder = folder
        self._read_packs()
        self.own_allowed = not host.settings.policy.hide_own_pictures
        self.why_not = host.settings.policy.why

    def library(self, bundle: LessonBundle) -> PictureLibrary:
        """All of them, to be searched."""
        return PictureLibrary(bundle, self._packs.result())

    def take_in(self, choice: PictureChoice) -> Picture | None:
        """Put the file of a picture beside the version; None for one of the lesson. Raises OSError."""
        return take_in(choice, self._folder)

    def add_pack(self, folder: Path, then: Callable[[str], None]) -> None:
        """Put a symbol pack in, in the background."""

        def work(_progress: object) -> str:
            added = add_pack(folder, symbol_folder(self._places))
            if isinstance(added, Problem):
                return f"{added.sentence} {added.remedy}"
            n = len(added.symbols)
            return tr_n("{n} symbol was put in.", "{n} symbols were put in.", n)

        def done(words: str) -> None:
            self._read_packs()
            then(words)

        def fail(error: Exception) -> None:
            _LOG.warning("A symbol pack could not be put in: %s", error)
            then(tr("The symbols could not be put in: the disk may be full, or a file cannot be read."))

        self._jobs.run(work, done, fail)

    def _read_packs(self) -> None:
        places = self._places
        # Reading a pack of thousands of symbols for the first time takes a while.
        self._packs = self._jobs.promise(lambda: find_packs(places.symbols, places.symbol_cache).packs)


class Trial(QObject):
    """A version that is tried out: a lesson without a class, which leaves nothing behind."""

    def __init__(self, editing: EditingController, bundle: LessonBundle, host: Host) -> None:
        """*bundle* is the lesson's with everything that has been recorded by now."""
        super().__init__()
        self._folder = TemporaryDirectory(prefix="lesson-player-try-", ignore_cleanup_errors=True)
        adaptation, place = editing.opened.adaptation, editing.place
        asked = Sitting(replaced(bundle, adaptation), place.sitting, (adaptation.id,), screens=Screens.ALONE)
        journal = Journal(Path(self._folder.name))
        self.desk = TeachingDesk(asked, host.engine, journal, host.jobs, keys=host.keys.book)
        taught = next((one for one in editing.opened.lesson.sittings if one.id == place.sitting), None)
        if taught is not None and place.step in taught.steps:
            step = taught.steps.index(place.step)
            self.desk.controller.make(lambda course, state: moves.go_to(course, state, step))

    @property
    def windows(self) -> list[QWidget]:
        """The lesson's windows."""
        return self.desk.windows

    def close(self) -> None:
        """Take away what was kept while it ran."""
        self.desk.deleteLater()
        self._folder.cleanup()
        self.deleteLater()


def _pictures_folder(bundle: LessonBundle, version: Opened) -> Path:
    if version.is_lesson:
        return bundle.folder / "pictures"
    return bundle.layer_pictures_folder(version.adaptation.id)


def _write(places: Places, bundle: LessonBundle, adaptation: Adaptation) -> None:
    if isinstance(adaptation, OwnLesson):
        save_lesson(bundle, adaptation)
    else:
        save_version(places, adaptation, bundle.lesson)
