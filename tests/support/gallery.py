"""Every window, dialog and sheet of the program, opened as people meet it, for tests that look at all.

Each sheet that the teacher's window can open is found by itself, in `Sheets`. `shown_classes` says what the
program has; a test compares it with what the gallery shows.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property, partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QWidget

import lesson_player.ui
from lesson_player.adapting.easy_read.lesson import check_lesson
from lesson_player.adapting.own_lesson import own_lesson
from lesson_player.adapting.parts import Part, PartKind
from lesson_player.application.held_desk import film_trouble
from lesson_player.control.editing.recorder import Stage, TakeView
from lesson_player.control.editing.voice import VoiceRow, VoiceView, not_written
from lesson_player.control.settings_book import SettingsBook
from lesson_player.desktop.jobs import JobRunner
from lesson_player.foundation.i18n import tr
from lesson_player.foundation.settings import Settings
from lesson_player.model.adaptation import MomentToFind
from lesson_player.model.lesson import Wording
from lesson_player.model.media import Examination, MediaFacts
from lesson_player.model.pack import InstalledPack
from lesson_player.model.slide import ScreenKind, Slide, SlideLayout
from lesson_player.operations.film_import.survey import Survey, VersionSurvey
from lesson_player.operations.held.rules import progress_words
from lesson_player.operations.packs.store import KnownPack
from lesson_player.playback.silent import FilmFacts, SilentPlayer
from lesson_player.rendering.pictures import PictureStore
from lesson_player.teaching.views import TeacherView
from lesson_player.ui.audience.closing import ClosingPicture
from lesson_player.ui.audience.window import AudienceWindow
from lesson_player.ui.editor.parts import EditorSheets
from lesson_player.ui.editor.record_sheet import RecordSheet
from lesson_player.ui.editor.voice_sheet import VoiceSheet
from lesson_player.ui.editor.window import EditorWindow
from lesson_player.ui.film_import.subject import Subject
from lesson_player.ui.film_import.window import FilmAssistant
from lesson_player.ui.handouts.preview_pages import PreviewPage
from lesson_player.ui.handouts.sheet import HandoutSheet
from lesson_player.ui.library.closing_bar import ClosingBar
from lesson_player.ui.library.install_sheet import InstallSheet, PackWords
from lesson_player.ui.library.new_lesson_sheet import Beginning, NewLessonSheet
from lesson_player.ui.library.new_version_sheet import NewVersionSheet
from lesson_player.ui.library.share_sheet import ShareSheet
from lesson_player.ui.library.start_dialog import StartDialog
from lesson_player.ui.library.waiting_sheet import WaitingSheet
from lesson_player.ui.library.window import LibraryWindow
from lesson_player.ui.presenter.lead_sheet import LeadSheet
from lesson_player.ui.presenter.parts import Sheets
from lesson_player.ui.presenter.sheets import DisclosureSheet
from lesson_player.ui.presenter.window import PresenterWindow
from lesson_player.ui.settings.report_sheet import ReportSheet
from lesson_player.ui.settings.settings_doors import SettingsDoors
from lesson_player.ui.settings.settings_page import SettingsPage
from lesson_player.ui.widgets.sheet import Sheet
from tests.support import small_lesson, small_version
from tests.support.fake_teaching import FakeTeaching
from tests.support.hand_jobs import AtOnce
from tests.support.library_cards import BOARD, CHECKS, LAPTOP, broken_lesson, lesson, place
from tests.support.probes import WindowProbe
from tests.support.small_version import version
from tests.support.teacher_views import cards_slide, class_view, film_view, teacher_view

NO_PICTURES = PictureStore(lambda _name: None)
USUAL = QSize(1366, 768)


@dataclass
class Opened:
    """A window on show, and the part of it that is looked at: the sheet over it, or the window itself."""

    window: QWidget
    within: QWidget
    kept: list[object] = field(default_factory=list)
    """What must live as long as the window."""

    @property
    def probe(self) -> WindowProbe:
        return WindowProbe(self.window)


Make = Callable[[], Opened]


def _teacher(view: TeacherView, run: tuple[str, ...] = ()) -> Opened:
    fake = FakeTeaching(view, NO_PICTURES)
    window = PresenterWindow(fake.as_controller())
    window.set_class_screen("Class screen: board, 1920 × 1080", QSize(1920, 1080))
    opened = Opened(window, window, [fake])
    opened.probe.show(USUAL.width(), USUAL.height())
    for command in run:
        fake.run(command)
    opened.probe.settle()
    return opened


def _sheet(name: str) -> Opened:
    opened = _teacher(film_view())
    assert isinstance(opened.window, PresenterWindow)
    sheet = getattr(opened.window.sheets, name)
    assert isinstance(sheet, Sheet), name
    return _over(opened, sheet)


def _settings() -> Opened:
    opened = _library()
    book = SettingsBook(Settings(Path("/nowhere/settings.toml")), JobRunner(AtOnce()))
    doors = SettingsDoors(
        lambda: ((tr("Folders of lessons"), tr("Folders of films"), "/srv/lessons"),),
        lambda: tr("Sound: {name}.", name="board"),
        lambda: "",
    )
    return _over(Opened(opened.window, opened.window, [book]), SettingsPage(opened.window, book, doors))


def _switches() -> Opened:
    opened = _teacher(teacher_view())
    assert isinstance(opened.window, PresenterWindow)
    return _over(opened, opened.window.sheets.own_keys.switch_page)


def _lead() -> Opened:
    """The entry of the safeguarding lead, opened from the card."""
    opened = _sheet("disclosure")
    assert isinstance(opened.within, DisclosureSheet)
    opened.within.lead.change_button.click()
    opened.probe.settle()
    return Opened(opened.window, opened.window.findChildren(LeadSheet)[0], opened.kept)


def _tour() -> Opened:
    opened = _teacher(teacher_view())
    assert isinstance(opened.window, PresenterWindow)
    return _over(opened, opened.window.guided.tour)


def _tour_offer() -> Opened:
    opened = _teacher(teacher_view())
    assert isinstance(opened.window, PresenterWindow)
    return _over(opened, opened.window.guided.offer)


def _over(opened: Opened, sheet: Sheet) -> Opened:
    sheet.open_sheet()
    opened.probe.settle()
    return Opened(opened.window, sheet, opened.kept)


def _class_strip() -> Opened:
    fake = FakeTeaching(teacher_view(class_view=class_view(cards_slide()), private=False), NO_PICTURES)
    window = AudienceWindow(fake.as_controller())
    opened = Opened(window, window.strip, [fake])
    opened.probe.show(1280, 720)
    window.strip.bring_up(focus=True)
    opened.probe.settle()
    return opened


def _class_question() -> Opened:
    opened = _class_strip()
    assert isinstance(opened.window, AudienceWindow)
    opened.window.strip.ask_to_end()
    opened.probe.settle()
    return opened


def _closing_picture() -> Opened:
    opened = _class_strip()
    assert isinstance(opened.window, AudienceWindow)
    over = Slide(id="over", layout=SlideLayout.CALM, heading="It is over.")
    view = class_view(over, screen=ScreenKind.CALM).model_copy(update={"announcement": "It is over."})
    picture = ClosingPicture(opened.window, view, NO_PICTURES, asks=True)
    opened.probe.settle()
    return Opened(opened.window, picture, opened.kept)


def _alone(window: QWidget, width: int = 1280, height: int = 720) -> Opened:
    opened = Opened(window, window)
    opened.probe.show(width, height)
    return opened


def _library(*, empty: bool = False) -> Opened:
    window = LibraryWindow()
    if not empty:
        window.show_lessons((lesson(places=(place(), place("b", hours=40))), broken_lesson()))
        window.show_checks("mayas-story", CHECKS, False)
        window.show_message("Your settings could not be read, so the usual ones are used.")
    return _alone(window)


def _assistant(page: int) -> Opened:
    def player(parent: QWidget) -> SilentPlayer:
        made = SilentPlayer(probe=lambda _path: FilmFacts(60.0, 1280, 720))
        made.setParent(parent)
        return made

    window = FilmAssistant(_SUBJECT, player, choose=lambda _title, _fits, _folder: Path("/stick/film.mp4"))
    opened = _alone(window, 1040, 680)
    window.files.rows[0].button.click()
    if page:
        window.show_page(1)
        window.show_survey(_survey())
        for number in range(2, page + 1):
            window.show_page(number)
    opened.probe.settle()
    return opened


_SUBJECT = Subject(
    lesson="mayas-story",
    title="Maya’s story",
    film="mayas-story",
    film_title="Maya’s story",
    wanted=tuple(MomentToFind(id=name, title=name.title(), about=None) for name in ("start", "end")),
    plot_steps=("Part one", "Part two"),
    adaptation="With the IWF’s film",
    for_all=True,
)


def _survey() -> Survey:
    facts = MediaFacts(
        container="MP4",
        size_bytes=5_000_000,
        duration_s=60.0,
        width=1280,
        height=720,
        video_codec="h264",
        frame_rate=25.0,
        sound_codec="aac",
        channels=2,
    )
    seen = Examination(frames=1500, decoded_to_s=59.96, loudness=-23.0)
    return Survey({"film": VersionSurvey("film", Path("/stick/film.mp4"), facts, seen)})


def _editor(step: str, width: int = USUAL.width(), pane: int = 1) -> Opened:
    changed = version(lines={"hello": {"text": "Hello there."}}, steps={"rules": {"hidden": True}})
    window, edited = small_version.window(changed, step)
    opened = Opened(window, window, [edited])
    opened.probe.show(width, USUAL.height())
    window.show_found(
        check_lesson(edited.controller.opened.lesson, edited.controller.bundle.catalogue, Wording.STANDARD)
    )
    window.panes.show_pane(pane)
    opened.probe.settle()
    return opened


def _voice(*, making: bool = False) -> Opened:
    """The voice of a version: made, asked for, out of date, or while recordings are being made."""
    opened = _editor("welcome")
    sheet = VoiceSheet(opened.window)
    rows = (
        VoiceRow("Hello there.", "Hello there.", "Welcome", tr("No recording yet"), recorded=False),
        VoiceRow("Hello.", "Hello there.", "Our rules", tr("Made by the voice pack"), recorded=True),
    )
    share = 0.4 if making else None
    doing = tr("{n} of {all}: {line}", n=1, all=2, line="Hello there.") if making else ""
    sheet.show_microphone("")
    sheet.show_view(VoiceView(rows, 1, 0, 1, "", share, doing))
    if making:
        sheet.show_told(not_written())
    return _over(opened, sheet)


def _record(stage: Stage) -> Opened:
    opened = _editor("welcome")
    sheet = RecordSheet(opened.window)
    sheet.show_view(TakeView("Hello there.", stage, 4, 3.2))
    sheet.show_loudness(0.4, tr("Good") if stage is Stage.HEARING else "")
    return _over(opened, sheet)


def _editor_sheet(name: str) -> Opened:
    opened = _editor("watch" if name in {"pause", "captions"} else "welcome")
    window = opened.window
    assert isinstance(window, EditorWindow)
    does = window.doings
    by_hand: dict[str, Callable[[], object]] = {
        "kinds": lambda: does.run("add-kind"),
        "elsewhere": lambda: does.ask_where_to_put(Part(PartKind.LINE, "hello", "text")),
        "line": lambda: does.lines.open_line("hello"),
        "picture": lambda: does.lines.choose_picture("hello"),
        "copy": lambda: does.ask_where_to_copy(Part(PartKind.LINE, "hello", "text")),
        "sittings": does.choose_sitting,
        "pause": lambda: does.run("add-pause"),
    }
    by_hand.get(name, partial(does.run, name))()
    opened.probe.settle()
    return Opened(window, getattr(window.sheets, name), opened.kept)


def _lesson_editor(step: str = "help") -> Opened:
    """A lesson of the school's own, edited itself."""
    made = small_lesson.bundle()
    window, edited = small_version.window(own_lesson(made.lesson, made.services.services), step)
    opened = Opened(window, window, [edited])
    opened.probe.show(USUAL.width(), USUAL.height())
    return opened


def _lesson_sheet(name: str) -> Opened:
    opened = _lesson_editor()
    window = opened.window
    assert isinstance(window, EditorWindow)
    does: dict[str, Callable[[], object]] = {
        "sittings": window.doings.choose_sitting,
        "lesson": partial(window.doings.run, "version"),
    }
    does.get(name, window.doings.open_services)()
    opened.probe.settle()
    return Opened(window, getattr(window.sheets, name), opened.kept)


def _new_lesson() -> Opened:
    opened = _library()
    film = Beginning(Path("/lessons/film"), "A lesson around a film", "For tests.", film=True)
    copied = Beginning(Path("/lessons/mine"), "A copy of “Mine”", "", copied=True)
    return _over(opened, NewLessonSheet(opened.window, (film, copied), (("story", "A story"),)))


def _new_version() -> Opened:
    opened = _library()
    versions = (("", "The lesson as written", ""), ("mine", "Short lines", "For tests."))
    return _over(opened, NewVersionSheet(opened.window, "Maya’s story", versions, "mine"))


def _install(*, looked: bool) -> Opened:
    opened = _library()
    sheet = InstallSheet(opened.window, for_all=True)
    over = _over(opened, sheet)
    if looked:
        words = ("For tests.",)
        sheet.show_pack(PackWords("Short lines", words, words, words, clashes=True, nothing_new=False))
    else:
        pack = InstalledPack(
            format=1, title="Short lines", installed=datetime(2026, 9, 1, tzinfo=UTC), pieces=()
        )
        sheet.show_start((KnownPack("short-lines-12345678", pack),))
    opened.probe.settle()
    return over


def _report() -> Opened:
    opened = _library()
    sheet = ReportSheet(opened.window)
    over = _over(opened, sheet)
    sheet.show_contents("\n".join(["For tests."] * 40))
    opened.probe.settle()
    return over


def _printing(*, busy: bool) -> Opened:
    opened = _library()
    sheet = HandoutSheet(opened.window, "Maya’s story", (("As written", ""), ("Short lines", "For tests.")))
    over = _over(opened, sheet)
    if busy:
        sheet.choices.form.chips[-1].setChecked(True)
        sheet.show_progress(0.4, tr("Making the pages …"))
    else:
        sheet.preview.show_pages((PreviewPage("For tests.", 2**0.5, _paper, "Words."),) * 3)
        sheet.show_told(_LONG, warm=True)
        sheet.show_notes((_LONG,))
    opened.probe.settle()
    return over


def _paper(width: int) -> QImage:
    page = QImage(width, round(width * 2**0.5), QImage.Format.Format_RGB32)
    page.fill(Qt.GlobalColor.white)
    return page


def _share() -> Opened:
    opened = _library()
    sheet = ShareSheet(opened.window, "Maya’s story", (("mine", "Short lines"),), has_film=True)
    over = _over(opened, sheet)
    sheet.show_inside(("For tests.",) * 3)
    opened.probe.settle()
    return over


def _waiting(*, trouble: bool) -> Opened:
    """A film of the school's folder is being copied, or cannot be."""
    opened = _library()
    sheet = WaitingSheet(opened.window)
    over = _over(opened, sheet)
    if trouble:
        sheet.show_trouble(film_trouble(_LONG))
    else:
        sheet.show_film()
        sheet.show_progress(0.3, progress_words(120_000_000, 400_000_000, 200))
    opened.probe.settle()
    return over


def _library_of_copies() -> Opened:
    window = LibraryWindow()
    window.show_lessons((lesson(held=place(hours=50).saved),))
    return _alone(window)


LESSON_SHEETS = ("lesson", "services", "sittings")
"""Those of the editor for a lesson that is edited itself."""
EDITOR_SHEETS = tuple(
    name
    for name, value in vars(EditorSheets).items()
    if isinstance(value, cached_property) and name not in {"lesson", "services"}
)
"""Every sheet that the editor of a version can open, by its name there."""
SHEETS = tuple(name for name, value in vars(Sheets).items() if isinstance(value, cached_property))
"""Every sheet that the teacher's window can open, by its name there."""
_LONG = "The BSL film is shorter than the film by 14 s. Check part 2 before class."
EXHIBITS: dict[str, Make] = {
    "teacher": partial(_teacher, teacher_view()),
    "teacher-film": partial(_teacher, film_view()),
    "teacher-message": partial(_teacher, teacher_view(messages=(_LONG,))),
    "teacher-transcript": partial(_teacher, film_view(), ("transcript",)),
    "teacher-film-tools": partial(_teacher, film_view(), ("film-tools",)),
    **{f"sheet-{name}": partial(_sheet, name) for name in SHEETS},
    "sheet-settings": _settings,
    "sheet-waiting": partial(_waiting, trouble=False),
    "sheet-waiting-trouble": partial(_waiting, trouble=True),
    "library-copies": _library_of_copies,
    "sheet-report": _report,
    "sheet-switches": _switches,
    "sheet-lead": _lead,
    "sheet-tour": _tour,
    "sheet-tour-offer": _tour_offer,
    "class-strip": _class_strip,
    "class-question": _class_question,
    "closing-picture": _closing_picture,
    "library": _library,
    "library-empty": partial(_library, empty=True),
    "start": lambda: _alone(StartDialog((LAPTOP, BOARD), mirrored=False), 640, 480),
    "start-mirrored": lambda: _alone(StartDialog((LAPTOP, BOARD), mirrored=True), 640, 480),
    "closing-bar": lambda: _alone(ClosingBar(), 900, 320),
    **{f"assistant-{page}": partial(_assistant, page) for page in range(5)},
}


EXHIBITS |= {
    "editor": partial(_editor, "welcome"),
    "editor-film": partial(_editor, "watch"),
    "editor-question": partial(_editor, "choose"),
    "editor-narrow": partial(_editor, "welcome", 900),
    "editor-steps": partial(_editor, "welcome", 900, 0),
    "editor-class": partial(_editor, "welcome", 900, 2),
    **{f"sheet-editor-{name}": partial(_editor_sheet, name) for name in EDITOR_SHEETS},
    "sheet-voice": _voice,
    "sheet-voice-making": partial(_voice, making=True),
    "sheet-record": partial(_record, Stage.HEARING),
    "sheet-record-taken": partial(_record, Stage.TAKEN),
    "editor-lesson": _lesson_editor,
    **{f"sheet-lesson-{name}": partial(_lesson_sheet, name) for name in LESSON_SHEETS},
    "sheet-new-version": _new_version,
    "sheet-new-lesson": _new_lesson,
    "sheet-install": partial(_install, looked=False),
    "sheet-install-looked": partial(_install, looked=True),
    "sheet-share": _share,
    "sheet-print": partial(_printing, busy=False),
    "sheet-print-busy": partial(_printing, busy=True),
}


@contextmanager
def exhibit(name: str) -> Iterator[Opened]:
    """One of them on show, and put away afterwards without being asked whether it may close."""
    opened = EXHIBITS[name]()
    try:
        yield opened
    finally:
        opened.window.hide()
        opened.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def shown_classes() -> set[type[QWidget]]:
    """Every class of the program that is a window, a dialog or a sheet.

    A window gives itself a title, a dialog and a sheet are known by what they are made from.
    """
    found: set[type[QWidget]] = set()
    for module in pkgutil.walk_packages(lesson_player.ui.__path__, "lesson_player.ui."):
        members = vars(importlib.import_module(module.name)).values()
        for kind in members:
            if inspect.isclass(kind) and issubclass(kind, QWidget) and kind.__module__ == module.name:
                found |= {kind} if _is_shown(kind) else set()
    return {kind for kind in found if not kind.__subclasses__()}


def _is_shown(kind: type[QWidget]) -> bool:
    return issubclass(kind, (Sheet, QDialog)) or "setWindowTitle(" in inspect.getsource(kind)
