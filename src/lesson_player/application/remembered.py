"""What the program remembers from lesson to lesson: captions' look, the signer, how slides are read."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer

from lesson_player.application.remembered_look import RememberedLook
from lesson_player.foundation.i18n import tr
from lesson_player.model.appearance import Appearance, FilmChoice, FilmChoiceChange
from lesson_player.model.base import Value
from lesson_player.model.caption_look import CaptionLookChange
from lesson_player.model.reading import ReadingChange, ReadingChoice
from lesson_player.model.user_settings import APPEARANCE, FILMS, sound_values
from lesson_player.model.validation import validate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lesson_player.control.teaching import TeachingController
    from lesson_player.desktop.jobs import JobRunner
    from lesson_player.foundation.settings import Settings
    from lesson_player.teaching.views import TeacherView

_LOG = logging.getLogger(__name__)
_SETTLE_MS = 400
"""How long after a change it is written: a size that is tried out makes one file, not ten."""
_CAPTIONS, _SIGNER, _READING = "captions", "signer", "reading"
_READING_KEYS = ("speed", "highlight")
_SIGNER_KEYS = {"place": "signer", "size": "signer_size"}
"""The keys of the file, and the names that a film choice has for them."""

Sections = dict[str, dict[str, object]]
V = TypeVar("V", bound=Value)


class Remembered(QObject):
    """How films are shown when a lesson begins, and the teacher's changes to it while one is taught."""

    def __init__(self, settings: Settings, jobs: JobRunner) -> None:
        super().__init__()
        self._settings = settings
        self._jobs = jobs
        self._teaching: TeachingController | None = None
        self._last: Sections = {}
        self._unwritten: Sections = {}
        self._busy = False
        self._look: RememberedLook | None = None
        self._timer = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._timer.timeout.connect(self._write)

    def film(self) -> FilmChoice:
        """What was chosen last. A value that makes no sense is left out."""
        look = _sound(CaptionLookChange, self._settings.section(_CAPTIONS))
        signer = self._settings.section(_SIGNER)
        named = {name: signer[key] for key, name in _SIGNER_KEYS.items() if key in signer}
        change = _sound(FilmChoiceChange, named).model_copy(update={"caption_look": look})
        starts = FilmChoiceChange.model_validate(sound_values(FILMS, self._settings.section(FILMS))[0])
        return starts.over(change.over(FilmChoice()))

    def appearance(self) -> Appearance:
        """How the class screen looks by the settings. A value that makes no sense is left out."""
        values, _ = sound_values(APPEARANCE, self._settings.section(APPEARANCE))
        return Appearance().model_copy(update=values)

    def reading(self) -> ReadingChoice:
        """How slides were read last. Nothing that begins by itself is remembered."""
        section = self._settings.section(_READING)
        known = {name: section[name] for name in _READING_KEYS if name in section}
        return _sound(ReadingChange, known).over(ReadingChoice())

    def watch(self, teaching: TeachingController) -> None:
        """Remember what the teacher changes from now on; what the lesson's version brought stays its own."""
        self._teaching, self._last, self._unwritten = teaching, _chosen(teaching.view), {}
        teaching.view_changed.connect(self._look_at)
        teaching.finished.connect(self._finish)
        self._look = RememberedLook(self._settings, self._jobs, teaching)

    def _look_at(self, view: TeacherView) -> None:
        former, now = self._last, _chosen(view)
        if now == former:
            return
        changed = {name: values for name, values in now.items() if values != former.get(name)}
        self._last, self._unwritten = now, {**self._unwritten, **changed}
        self._timer.start()

    def _write(self) -> None:
        if self._busy:
            self._timer.start()
        elif self._unwritten:
            sections, self._busy, self._unwritten = self._unwritten, True, {}
            self._jobs.run(lambda _progress: self._keep(sections), self._written, self._failed)

    def _keep(self, sections: Sections) -> None:
        for name, values in sections.items():
            self._settings.keep(name, values)

    def _written(self, _done: None) -> None:
        self._busy = False

    def _failed(self, error: Exception) -> None:
        self._busy = False
        _LOG.warning("The settings could not be kept: %s", error)
        if self._teaching is not None:
            self._teaching.tell(
                tr(
                    "How the captions look could not be saved. It holds for this lesson; "
                    "choose it again next time."
                )
            )

    def _finish(self) -> None:
        self._timer.stop()
        self._teaching = None
        self._jobs.wait()
        if self._unwritten:
            sections, self._unwritten = self._unwritten, {}
            try:
                self._keep(sections)
            except OSError as error:
                _LOG.warning("The settings could not be kept: %s", error)


def _chosen(view: TeacherView) -> Sections:
    """The sections of the file. A lesson without a film says nothing of captions."""
    reads = view.reading.choice.model_dump(mode="json", include=set(_READING_KEYS))
    film = view.film_settings
    if film is None:
        return {_READING: reads}
    return {
        _CAPTIONS: film.look.model_dump(mode="json"),
        _SIGNER: {"place": film.signer.value, "size": film.signer_size.value},
        _READING: reads,
    }


def _sound(model: type[V], values: Mapping[str, object]) -> V:
    """The values that fit the model; those that do not are left out."""
    found, flaws = validate(model, dict(values))
    if found is not None:
        return found
    wrong = {flaw.path[0] for flaw in flaws if flaw.path}
    _LOG.warning("These settings make no sense and are left out: %s", ", ".join(sorted(map(str, wrong))))
    return model.model_validate({key: value for key, value in values.items() if key not in wrong})
