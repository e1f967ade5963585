"""One lesson in the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.model.library import FilmState
from lesson_player.ui.library import place_words
from lesson_player.ui.library.first_choice import FirstChoice, first_choice
from lesson_player.ui.library.lesson_picture import LessonPicture
from lesson_player.ui.library.problem_list import ProblemList
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.chip import Chip
from lesson_player.ui.widgets.choice_chip import ChoiceRow
from lesson_player.ui.widgets.panel import Panel
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import Kind, WordButton
from lesson_player.ui.widgets.wrap_layout import WrapLayout

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent

    from lesson_player.model.library import LessonCard, PlaceCard
    from lesson_player.rendering.pictures import PictureStore

_NARROW = 680
"""Below this width, in pixels at 100 %, the picture stands above the words."""


class LessonView(Panel):
    """A lesson with its picture, versions, sittings and kept places, and the buttons to begin."""

    teach_asked = Signal(str, str, object)
    """Lesson, sitting, and the adaptations of the version, in order."""
    carry_on_asked = Signal(str)
    """Key of a kept place."""
    refresh_asked = Signal()
    """The lesson has been mended: look again."""
    film_asked = Signal(str, bool)
    """Put another film in for this lesson; True to set only the moments of the one that is there."""

    adapt_asked = Signal(str, str, bool)
    """Lesson, id of the version that is chosen (empty: as written), and whether to make a new one of it."""
    share_asked = Signal(str)
    """Lesson that is to become one file."""
    print_asked = Signal(str, object)
    """Lesson, and the adaptations of the version that is handed out."""
    edit_asked = Signal(str)
    """Lesson of the user's own that is to be edited itself."""

    def __init__(
        self, card: LessonCard, pictures: PictureStore, now: datetime, *, may_share: bool = True
    ) -> None:
        super().__init__(corner=14)
        self._may_share = may_share
        self.card = card
        self.setAccessibleName(card.title)
        self._ready = tuple(version for version in card.versions if version.ready)
        self.versions: ChoiceRow | None = None
        self.sittings: ChoiceRow | None = None
        self.main_button: WordButton | None = None
        """The one thing to press next."""
        self._words = QVBoxLayout()
        self._words.setSpacing(px(10))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(px(22), px(22), px(22), px(18))
        self._row.setSpacing(px(24))
        picture = LessonPicture(card.picture, pictures, tr("Picture of {lesson}", lesson=card.title))
        self._row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._words, 1)
        self._tell(card)
        if card.held is not None:
            self._add_line(label(place_words.held(card.held, now), role=Role.WARM))
        if card.teachable:
            first = first_choice(card, self._ready)
            self._places(first, now)
            self._choices(card, first, now)
        self._film_buttons(card)
        self._add_line(label(card.about))
        if card.problems:
            self._words.addWidget(ProblemList(card.problems, teachable=card.teachable))
        if not card.teachable:
            self._look_again()
        self._words.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture goes above the words where there is no room beside them."""
        super().resizeEvent(event)
        narrow = self.width() < px(_NARROW)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(down if narrow else across)

    def _tell(self, card: LessonCard) -> None:
        for line in (label(card.title, Type.CARD), label(facts(card), role=Role.QUIET)):
            self._add_line(line)
        if card.sample:
            row = WrapLayout()
            own = card.film in {FilmState.REAL, FilmState.UNSET}
            of_film = tr("Sample: our own film, not the IWF’s")
            words = tr("Sample lesson: our own, not the IWF’s") if own else of_film
            row.addWidget(Chip(words, warm=True))
            row.setContentsMargins(drawing.ring_room(), 0, 0, 0)
            self._words.addWidget(_holder(row))

    def _add_line(self, line: QLabel) -> None:
        line.setContentsMargins(drawing.ring_room(), 0, 0, 0)
        line.setHidden(not line.text())
        self._words.addWidget(line)

    def _places(self, first: FirstChoice, now: datetime) -> None:
        for place in first.places:
            newest = first.carry_on and place is first.places[0]
            button = self._place_button(place, now, kind=Kind.MAIN if newest else Kind.PLAIN)
            line = WrapLayout(gap=px(6))
            line.addWidget(button)
            line.addWidget(label(place_words.about(place, now), Type.MINOR, role=Role.QUIET))
            self._words.addWidget(_holder(line))
            if newest:
                self.main_button = button

    def _choices(self, card: LessonCard, first: FirstChoice, now: datetime) -> None:
        if len(self._ready) > 1:
            versions = tuple((each.title, each.about) for each in self._ready)
            self.versions = ChoiceRow(tr("Version"), versions, first=first.version)
            self._words.addWidget(self.versions)
        for version in card.versions:
            if not version.ready:
                words = tr("“{version}” can be chosen once its film is here.", version=version.title)
                self._add_line(label(words, Type.MINOR, role=Role.QUIET))
        if len(card.sittings) > 1:
            sittings = tuple((_sitting_words(each.title, each.minutes), each.about) for each in card.sittings)
            self.sittings = ChoiceRow(tr("Sitting"), sittings, first=first.sitting)
            self._words.addWidget(self.sittings)
        if first.taught is not None:
            self._add_line(label(place_words.taught(first.taught, now), Type.MINOR, role=Role.QUIET))
        carrying_on = self.main_button is not None
        teach = WordButton(
            tr("Start again") if carrying_on else tr("Teach"), kind=Kind.PLAIN if carrying_on else Kind.MAIN
        )
        teach.set_words(teach.text(), name=tr("{words}: {lesson}", words=teach.text(), lesson=card.title))
        teach.clicked.connect(self._teach)
        line = WrapLayout(gap=px(4))
        line.addWidget(teach)
        asked: list[tuple[str, Callable[[], None]]] = [
            (tr("Adapt…"), lambda: self._adapt(make=False)),
            (tr("New version"), lambda: self._adapt(make=True)),
            (tr("Print…"), lambda: self.print_asked.emit(card.id, self._adaptations())),
            (tr("Share…"), lambda: self.share_asked.emit(card.id)),
        ]
        asked = asked if self._may_share else asked[:-1]
        if card.own:
            asked.insert(0, (tr("Edit this lesson"), lambda: self.edit_asked.emit(card.id)))
        for words, ask in asked:
            button = WordButton(words)
            button.set_words(words, name=tr("{words}: {lesson}", words=words, lesson=card.title))
            button.clicked.connect(ask)
            line.addWidget(button)
        self._words.addWidget(_holder(line))
        self.main_button = self.main_button or teach

    def _film_buttons(self, card: LessonCard) -> None:
        """Put the real film in, set its moments, or put in another one."""
        asked = {
            FilmState.FIXED: (),
            FilmState.SAMPLE: ((tr("Add the IWF films"), False),),
            FilmState.REAL: ((tr("Change the film"), False),),
            FilmState.UNSET: ((tr("Set the film’s moments"), True), (tr("Change the film"), False)),
        }
        line = WrapLayout(gap=px(4))
        for words, only_moments in asked[card.film]:
            button = WordButton(words)
            button.set_words(words, name=tr("{words}: {lesson}", words=words, lesson=card.title))
            button.clicked.connect(lambda _on, only=only_moments: self.film_asked.emit(card.id, only))
            line.addWidget(button)
        if asked[card.film]:
            self._words.addWidget(_holder(line))

    def _look_again(self) -> None:
        button = WordButton(tr("Look again"))
        button.clicked.connect(self.refresh_asked)
        self._words.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.main_button = button

    def _place_button(self, place: PlaceCard, now: datetime, kind: Kind = Kind.PLAIN) -> WordButton:
        words = place_words.carry_on(place)
        button = WordButton(words, kind=kind)
        button.set_words(words, name=f"{words}. {place_words.about(place, now)}")
        button.clicked.connect(lambda: self.carry_on_asked.emit(place.key))
        return button

    def _teach(self) -> None:
        card = self.card
        sitting = card.sittings[self.sittings.index if self.sittings else 0].id if card.sittings else ""
        self.teach_asked.emit(card.id, sitting, self._adaptations())

    def _adapt(self, *, make: bool) -> None:
        self.adapt_asked.emit(self.card.id, next(reversed(self._adaptations()), ""), make)

    def _adaptations(self) -> tuple[str, ...]:
        """Of the version that is chosen."""
        return self._ready[self.versions.index if self.versions else 0].adaptations if self._ready else ()


def facts(card: LessonCard) -> str:
    """Length and film in one line, as far as they are known: "40 minutes, or 4 short sittings · film"."""
    length = tr_n("{n} minute", "{n} minutes", card.minutes) if card.minutes else ""
    short = sum(1 for each in card.sittings if each.minutes < card.minutes)
    if short > 1:
        length = tr("{length}, or {n} short sittings", length=length, n=short)
    return " · ".join(part for part in (length, card.film_words) if part)


def _sitting_words(title: str, minutes: int) -> str:
    return tr("{title}, {minutes} min", title=title, minutes=minutes)


def _holder(wrap: WrapLayout) -> QWidget:
    holder = QWidget()
    holder.setLayout(wrap)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder
