"""The sheet on which the look of the class screen is chosen, beside a true picture of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.model.overlay import NO_OVERLAY
from lesson_player.model.slide import ScreenKind
from lesson_player.teaching import style_moves
from lesson_player.ui.presenter.appearance_choices import appearance_choices, preset_choices, preset_order
from lesson_player.ui.presenter.caption_choices import ValueRow
from lesson_player.ui.presenter.example_picture import ExamplePicture, ExampleSheet
from lesson_player.ui.theme.measures import Type
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.check_chip import CheckRow
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lesson_player.control.teaching import TeachingController
    from lesson_player.model.slide import ClassView
    from lesson_player.teaching.views import TeacherView

KEEP = "keep"
"""Id of the box by which later lessons begin with the same look."""


class AppearanceSheet(ExampleSheet):
    """Presets by need, colours, letters, spacing, symbols and overlay; all of it takes hold at once.

    The lesson stays where it is: the step, the line and the film's place.
    """

    def __init__(self, over: QWidget, controller: TeachingController) -> None:
        super().__init__(
            over, tr("Look of the class screen"), controller, ExamplePicture(controller.pictures)
        )
        self.presets = CheckRow(tr("For the whole class, by need"), preset_choices())
        self.order = label(role=Role.QUIET, step=Type.MINOR)
        self.looks = {each.field: ValueRow(each.title, each.choices) for each in appearance_choices()}
        about = tr(
            "Lessons that you begin from now on look like this one. What a lesson's version sets still holds."
        )
        self.keep = CheckRow(tr("Later lessons"), ((KEEP, tr("Begin them like this too"), about),))
        source = label(tr("Symbols: OpenMoji (openmoji.org), CC BY-SA 4.0"), Type.MINOR, role=Role.QUIET)
        for each in (self.presets, self.order, *self.looks.values(), self.keep, source):
            self.lines.addWidget(each)
        self.lines.addStretch(1)
        self.reset_button = WordButton(tr("As the lesson began"))
        self.buttons.insertWidget(0, self.reset_button)
        self._connect()

    def first_control(self) -> QWidget:
        """The first preset: one box may be all that is needed."""
        return next(iter(self.presets.chips.values()))

    def _connect(self) -> None:
        make = self._controller.make
        self.presets.switched.connect(lambda name, on: make(style_moves.use_preset(name, on=on)))
        self.keep.switched.connect(lambda _name, on: make(style_moves.keep_for_next(keep=on)))
        self.reset_button.clicked.connect(lambda: make(style_moves.reset))
        for name, row in self.looks.items():
            row.picked.connect(lambda value, name=name: make(style_moves.change(**{name: value})))

    def show_view(self, view: TeacherView) -> None:
        """The look as it is now."""
        look, style = view.class_view.appearance, view.style
        self.presets.show_on(style.presets)
        self.order.setText(preset_order(style.presets))
        self.order.setVisible(bool(self.order.text()))
        for name, row in self.looks.items():
            row.show_value(getattr(look, name))
        for name in ("overlay_percent", "overlay_film"):
            self.looks[name].setEnabled(look.overlay != NO_OVERLAY)
        self.keep.show_on((KEEP,) if style.keep else ())
        self.reset_button.setEnabled(not style.as_begun)
        self.preview.picture.show_view(example_of(view.class_view))
        self.preview.picture.setAccessibleName(tr("The class screen as it looks now"))


def example_of(view: ClassView) -> ClassView:
    """The class screen as it is; for a film its notice, because a film has no words of the page."""
    film = view.film
    if film is None or film.prompt is not None:
        return view
    return view.model_copy(update={"screen": ScreenKind.SLIDE, "film": None})
