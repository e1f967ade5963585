"""The assistant's window: from the files to the film in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from lesson_player.foundation.i18n import tr
from lesson_player.model.film import BSL
from lesson_player.operations.film_import.moments import estimated
from lesson_player.operations.film_import.plan import FilmPlan
from lesson_player.ui.film_import.copy_page import CopyPage
from lesson_player.ui.film_import.files_page import FilesPage
from lesson_player.ui.film_import.lesson_page import LessonPage
from lesson_player.ui.film_import.moments_page import MomentsPage
from lesson_player.ui.film_import.page_window import PageWindow
from lesson_player.ui.film_import.report_page import ReportPage
from lesson_player.ui.film_import.signer_page import SignerPage
from lesson_player.ui.film_import.subject import VersionToSet

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from lesson_player.model.film import Signer
    from lesson_player.operations.film_import.survey import Survey
    from lesson_player.operations.film_import.wish import FilmWish
    from lesson_player.playback.port import FilmPlayer
    from lesson_player.ui.film_import.files_page import ChooseFile
    from lesson_player.ui.film_import.page import AssistantPage
    from lesson_player.ui.film_import.subject import Subject


class FilmAssistant(PageWindow):
    """Asks for files, moments and the signer. It changes nothing itself: it emits what is asked."""

    look_asked = Signal(object)
    """Files to look at, as a `FilmWish`; answered by `show_progress`, `show_survey`, `show_failure`."""
    install_asked = Signal(object, bool)
    """A `FilmPlan`, and whether it is for everybody. Answered by `show_progress`, then `show_done` or
    `show_failure`."""
    setup_asked = Signal(object, object)
    """Only the moments (by version) and the signer of a film that is in use already."""
    stop_asked = Signal()
    """Leave the work that runs."""
    undo_asked = Signal(bool)
    """Back to the former film; whether it was put in for everybody."""

    def __init__(
        self,
        subject: Subject,
        make_player: Callable[[QWidget], FilmPlayer],
        *,
        choose: ChooseFile | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self.subject = subject
        self._looked_at: FilmWish | None = None
        self.files = FilesPage(
            subject.title, for_all=subject.for_all, can_undo=subject.can_undo, choose=choose
        )
        self.report = ReportPage()
        self.moments = MomentsPage(subject.wanted, make_player, first=bool(subject.put_in))
        first = _first_signer(subject)
        self.signer = SignerPage(first, make_player, whole=bool(subject.put_in) and first is None)
        self.lesson = LessonPage(subject.plot_steps, subject.adaptation)
        self.copying = CopyPage(only_moments=bool(subject.put_in))
        title = tr("Set the film’s moments") if subject.put_in else tr("Add the IWF films")
        pages = (self.files, self.report, self.moments, self.signer, self.lesson, self.copying)
        super().__init__(title, pages, parent)
        self.files.undo_asked.connect(self._go_back)
        self.report.look_asked.connect(self._look)
        self.report.stop_asked.connect(self.stop_asked)
        self.copying.start_asked.connect(self._start)
        self.copying.stop_asked.connect(self.stop_asked)
        self.copying.undo_asked.connect(lambda: self.undo_asked.emit(self._wish().machine))
        self._take(subject.put_in)
        self.show_page(0)

    def show_progress(self, share: float, words: str) -> None:
        """Show how far the work is, on the page that waits for it."""
        if self.page is self.report:
            self.report.show_progress(share, words)
        elif self.page is self.copying:
            self.copying.show_progress(share, words)

    def show_survey(self, survey: Survey) -> None:
        """Show what was found in the files."""
        self.report.show_survey(survey)
        if survey.usable:
            self._take(self._versions_of(survey))
        button = self.next_button if survey.usable else self.back_button
        button.setFocus(Qt.FocusReason.TabFocusReason)

    def show_done(self, words: str, *, can_undo: bool = True) -> None:
        """The film is in use, or its moments are kept."""
        self.copying.show_done(words, can_undo=can_undo)
        self.next_button.setFocus(Qt.FocusReason.TabFocusReason)

    def show_failure(self, words: str) -> None:
        """Say why the work could not be done."""
        if self.page is self.report:
            self.report.show_failure(words)
        else:
            self.copying.show_stopped(words)
            self.next_button.setFocus(Qt.FocusReason.TabFocusReason)

    def done(self, result: int) -> None:
        """Stop what runs and let go of the films before the window goes."""
        self.stop_asked.emit()
        self.page.leave()
        self.moments.close_films()
        super().done(result)

    def _wish(self) -> FilmWish:
        return self.files.wish(self.subject.lesson)

    def _go_back(self) -> None:
        """Back to the former film, without putting another one in."""
        self.show_page(len(self._pages) - 1)
        self.undo_asked.emit(False)

    def _look(self) -> None:
        """Have the files looked at, unless they are the same as the last time."""
        wish = self._wish()
        if self.report.survey is None or wish != self._looked_at:
            self._looked_at = wish
            self.report.wait()
            self.look_asked.emit(wish)

    def _take(self, versions: tuple[VersionToSet, ...]) -> None:
        """Take the films whose moments are to be found, and decide which pages there are."""
        signed = next((one for one in versions if one.version == BSL), None)
        setting: list[AssistantPage] = [self.moments] if self.subject.wanted else []
        if signed is not None or not versions:
            setting.append(self.signer)
        if self.subject.put_in:
            self.set_pages((*setting, self.copying))
        else:
            self.set_pages((self.files, self.report, *setting, self.lesson, self.copying))
        if versions:
            self.moments.set_versions(versions)
        if signed is not None:
            self.signer.set_version(signed)

    def _versions_of(self, survey: Survey) -> tuple[VersionToSet, ...]:
        lengths = {name: one.facts.duration_s for name, one in survey.versions.items() if one.facts}
        times = estimated(self.subject.wanted, self.subject.model, lengths)
        return tuple(
            VersionToSet(name, one.title, one.path, lengths[name], times[name])
            for name, one in survey.versions.items()
        )

    def _start(self) -> None:
        if self.subject.put_in:
            self.setup_asked.emit(self.moments.times, self._signer())
            return
        if self.report.survey is None:
            return
        wish = self._wish()
        plan = FilmPlan(
            film=self.subject.film,
            title=self.subject.film_title,
            survey=self.report.survey,
            wanted=self.subject.wanted,
            moments=self.moments.times,
            checked=True,
            signer=self._signer(),
            burnt_in=wish.burnt_in,
        )
        self.install_asked.emit(plan, wish.machine)

    def _signer(self) -> Signer | None:
        return self.signer.signer if self.signer in self._pages else None


def _first_signer(subject: Subject) -> Signer | None:
    if subject.signer is not None:
        return subject.signer
    version = subject.model.versions.get(BSL) if subject.model is not None else None
    return version.signer if version is not None else None
