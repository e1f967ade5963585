"""The voice of the version that is edited: its sheets, its recordings, and what makes and plays them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from lesson_player.application.voices import lesson_voice
from lesson_player.control.editing.recorder import LineRecorder
from lesson_player.control.editing.voice import Maker, VoiceController
from lesson_player.desktop.microphone import Microphone
from lesson_player.formats.voice_manner import read_sayings
from lesson_player.foundation.i18n import tr
from lesson_player.model.lesson import Wording
from lesson_player.operations.own_voice.lines import version_voice
from lesson_player.operations.own_voice.store import OwnRecordings
from lesson_player.operations.voice_packs.installed import find_pack
from lesson_player.operations.voice_packs.pins import pins, this_platform
from lesson_player.speech.making.maker import LineSpeaker, encode
from lesson_player.speech.making.manner import Manner
from lesson_player.speech.quiet import hush_categories, without_known_noise
from lesson_player.ui.editor.record_sheet import RecordSheet
from lesson_player.ui.editor.voice_sheet import VoiceSheet

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from lesson_player.control.editing.controller import EditingController
    from lesson_player.desktop.jobs import JobRunner
    from lesson_player.foundation.paths import Places
    from lesson_player.foundation.settings import Settings
    from lesson_player.model.bundle import LessonBundle
    from lesson_player.operations.own_voice.lines import VersionVoice


_ENGLISH = "en"


class Host(Protocol):
    """What the voice of a version has from the program."""

    jobs: JobRunner
    settings: Settings

    @property
    def places(self) -> Places:
        """Where lessons are."""


class EditorVoice(QObject):
    """Made when somebody first asks for the voice of the version, and kept until the editor closes."""

    def __init__(self, over: QWidget, editing: EditingController, folder: Path, host: Host) -> None:
        """*folder* is the version's, or the lesson's where that is edited itself."""
        super().__init__(over)
        self._editing = editing
        self._last = ""
        hush_categories()
        recordings = OwnRecordings(folder, editing.opened.lesson.language)
        self._voice = lesson_voice(self)
        policy = host.settings.policy
        forbidden = (
            tr("Your school has set that nobody’s voice is recorded. {why}", why=policy.why).strip()
            if policy.hide_own_voices
            else ""
        )
        self.controller = VoiceController(
            self._look, self._title, recordings, _maker(editing.bundle, host.places), self._voice, host.jobs
        )
        self.recorder = LineRecorder(
            recordings,
            Microphone(self, without_known_noise),
            encode,
            self._voice,
            host.jobs,
            forbidden=forbidden,
        )
        self.sheet = VoiceSheet(over)
        self.record_sheet = RecordSheet(over)
        self._connect()

    def open(self) -> None:
        """Show how the voice of the version stands now."""
        self.sheet.show_microphone(self.recorder.why_not())
        self.sheet.show_told("")
        self.controller.show()
        self.sheet.open_sheet()

    def taught(self, bundle: LessonBundle) -> LessonBundle:
        """*bundle* with what has been recorded by now, to be tried out."""
        return with_recordings(bundle, self._editing, self.controller.recordings)

    def rest(self) -> None:
        """Stop making recordings and be silent: what waits for all work would wait for them too."""
        self.controller.close()

    def close(self) -> None:
        """Be silent, and stop whatever is being made."""
        self.controller.close()
        self.recorder.close()
        self._voice.close()

    def _connect(self) -> None:
        sheet, made = self.sheet, self.controller
        made.view_changed.connect(sheet.show_view)
        made.told.connect(sheet.show_told)
        sheet.make_asked.connect(made.make_all)
        sheet.stop_asked.connect(made.cancel)
        sheet.tidy_asked.connect(made.remove_out_of_date)
        sheet.listen_asked.connect(made.listen)
        sheet.remove_asked.connect(made.remove)
        sheet.record_asked.connect(self._record)
        sheet.closed.connect(made.be_silent)
        recorder, one = self.recorder, self.record_sheet
        recorder.view_changed.connect(one.show_view)
        recorder.loudness.connect(one.show_loudness)
        recorder.told.connect(one.show_told)
        recorder.kept.connect(self._kept)
        one.record_asked.connect(recorder.record)
        one.stop_asked.connect(recorder.stop)
        one.listen_asked.connect(recorder.listen)
        one.keep_asked.connect(recorder.keep)
        one.closed.connect(self._recorded)

    def _record(self, text: str) -> None:
        self.controller.be_silent()
        self.sheet.close_sheet()
        self.recorder.begin(text)
        self.record_sheet.open_sheet()

    def _kept(self, text: str) -> None:
        self._last = text
        self.record_sheet.close_sheet()

    def _recorded(self) -> None:
        text = self.recorder.view.text
        self.recorder.close()
        self.open()
        self.sheet.go_on_after(text or self._last)

    def _look(self) -> VersionVoice:
        opened = self._editing.opened
        bundle = self._editing.bundle
        if opened.is_lesson:
            bundle = bundle.model_copy(update={"voice": None})
        wording = opened.adaptation.wording or Wording.STANDARD
        return version_voice(bundle, opened.lesson, wording, self.controller.recordings.index)

    def _title(self, step: str) -> str:
        lesson = self._editing.opened.lesson
        return next((one.title for one in lesson.steps if one.id == step), "")


def with_recordings(
    bundle: LessonBundle, editing: EditingController, recordings: OwnRecordings
) -> LessonBundle:
    """*bundle* with the recordings of the version that is edited."""
    if editing.opened.is_lesson:
        return bundle.model_copy(update={"voice": recordings.index})
    name = editing.opened.adaptation.id
    voices = {**bundle.layer_voices, name: recordings.index}
    folders = {**bundle.layer_folders, name: recordings.folder.parent}
    return bundle.model_copy(update={"layer_voices": voices, "layer_folders": folders})


def _maker(bundle: LessonBundle, places: Places) -> Maker:
    pinned = pins()
    there = find_pack(pinned, this_platform(), places) is not None
    english = bundle.lesson.language.casefold().split("-")[0] == _ENGLISH
    spoken = bundle.voice.voice if bundle.voice is not None else ""
    voice = spoken if spoken in pinned.voices else Manner().voice
    manner = Manner(voice=voice, sayings=read_sayings(bundle.folder))
    return Maker(LineSpeaker, encode, manner, "" if there and english else _no_maker(english=english))


def _no_maker(*, english: bool) -> str:
    if not english:
        return tr("The voice pack, which makes recordings by itself, speaks English alone.")
    return tr(
        "The voice pack, which makes recordings by itself, is not installed. Your technician can add it: "
        "lesson-player voice-pack install."
    )
