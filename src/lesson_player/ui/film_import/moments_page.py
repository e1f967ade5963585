"""Where is it in the film? One moment of the story after the other, in all versions side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.ui.film_import.moment_view import MomentView
from lesson_player.ui.film_import.page import AssistantPage
from lesson_player.ui.theme.measures import px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.announce import announce
from lesson_player.ui.widgets.text import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from lesson_player.model.adaptation import MomentToFind
    from lesson_player.playback.port import FilmPlayer
    from lesson_player.ui.film_import.subject import VersionToSet

_NARROW = 600
"""Below this width, in pixels at 100 %, the versions stand one above the other."""
_BESIDES = 340
"""Height of all but the pictures, in pixels at 100 %."""
_APART_S = 0.1
"""How far one moment must lie after the one before it."""


class MomentsPage(AssistantPage):
    """Asks for each moment in turn; "This is it" keeps the times of all versions."""

    def __init__(
        self,
        wanted: tuple[MomentToFind, ...],
        make_player: Callable[[QWidget], FilmPlayer],
        *,
        first: bool = False,
    ) -> None:
        """*first* for a page with none before it."""
        super().__init__(tr("Find these moments in the film"), "")
        self._alone = first
        self.times: dict[str, dict[str, float]] = {}
        self._wanted = wanted
        self._make_player = make_player
        self._number = 0
        self.views: tuple[MomentView, ...] = ()
        self.wrong = label("", role=Role.WARM)
        self.wrong.hide()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(px(20))
        self.column.addWidget(self.wrong)
        self.column.addLayout(self._row)
        self.column.addStretch(1)

    @property
    def next_words(self) -> str:
        return tr("This is it")

    @property
    def can_go_back(self) -> bool:
        return self._number > 0 or not self._alone

    @property
    def finished(self) -> bool:
        """Whether every moment has been looked at."""
        return bool(self._wanted) and self._number >= len(self._wanted)

    def set_versions(self, versions: tuple[VersionToSet, ...]) -> None:
        """Take the films; the moments start at the times that they come with."""
        self.close_films()
        self._number = 0
        self.times = {one.version: dict(one.times) for one in versions}
        self.views = tuple(MomentView(one, self._make_player(self)) for one in versions)
        for view in self.views:
            self._row.addWidget(view, 1)
            view.moved.connect(self.wrong.hide)

    def begin(self) -> None:
        self._number = min(self._number, max(len(self._wanted) - 1, 0))
        self._ask()

    def leave(self) -> None:
        for view in self.views:
            view.rest()

    def advance(self) -> bool:
        problem = self._out_of_order()
        if problem:
            self.wrong.setText(problem)
            self.wrong.show()
            announce(self, problem, urgent=True)
            return False
        name = self._wanted[self._number].id
        for view in self.views:
            self.times[view.version.version][name] = round(view.at_s, 2)
        self._number += 1
        if self.finished:
            return True
        self._ask()
        return False

    def step_back(self) -> bool:
        if self._number == 0:
            return True
        self._number -= 1
        self._ask()
        return False

    def first_control(self) -> QWidget | None:
        return self.views[0].slider if self.views else None

    def close_films(self) -> None:
        """Let go of the films, when the assistant is closed or others were chosen."""
        for view in self.views:
            view.close_film()
            self._row.removeWidget(view)
            view.hide()
            view.deleteLater()
        self.views = ()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < px(_NARROW)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if narrow else across)
        for view in self.views:
            view.picture.fit_window(_BESIDES)

    def _ask(self) -> None:
        wanted = self._wanted[self._number]
        self.heading.setText(
            tr("{n} of {all}: {moment}", n=self._number + 1, all=len(self._wanted), moment=wanted.title)
        )
        self.explained.setText(tr("Find this in the film. {about}", about=wanted.about or "").strip())
        self.wrong.hide()
        for view in self.views:
            view.go_to(self._start_of(view, wanted.id))
        announce(self, f"{self.heading.text()}. {self.explained.text()}")
        self.changed.emit()

    def _start_of(self, view: MomentView, name: str) -> float:
        """Where to look first: the known time, but never before the moment that was found last."""
        known = self.times[view.version.version].get(name, 0.0)
        former = self._former(view.version.version)
        return known if former is None else max(known, former + _APART_S)

    def _former(self, version: str) -> float | None:
        if self._number == 0:
            return None
        return self.times[version].get(self._wanted[self._number - 1].id)

    def _out_of_order(self) -> str:
        """A sentence when a version stands before the moment that comes before this one."""
        for view in self.views:
            former = self._former(view.version.version)
            if former is not None and view.at_s < former + _APART_S / 2:
                return tr(
                    "{version}: this is before “{moment}”. Go further on in the film.",
                    version=view.version.title,
                    moment=self._wanted[self._number - 1].title,
                )
        return ""
