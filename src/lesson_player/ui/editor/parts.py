"""What the editor's window is made of, and the sheets over it, each made when it is first asked for."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.ui.editor.caption_doings import go_to_caption
from lesson_player.ui.editor.checks_panel import ChecksPanel
from lesson_player.ui.editor.key_words import key_words
from lesson_player.ui.editor.preview_panel import PreviewPanel
from lesson_player.ui.editor.sittings import SittingHead
from lesson_player.ui.editor.step_list import StepList
from lesson_player.ui.theme.measures import TARGET, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.button_row import ButtonRow
from lesson_player.ui.widgets.scrolling import Page, Scroll
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from lesson_player.rendering.pictures import PictureStore
    from lesson_player.ui.editor.captions_sheet import CaptionsSheet
    from lesson_player.ui.editor.compare_sheet import CompareSheet
    from lesson_player.ui.editor.copy_sheet import CopySheet
    from lesson_player.ui.editor.find_sheet import FindSheet
    from lesson_player.ui.editor.keys_sheet import EditorKeysSheet
    from lesson_player.ui.editor.kind_sheet import KindSheet
    from lesson_player.ui.editor.lesson_sheet import LessonSheet
    from lesson_player.ui.editor.line_sheet import LineSheet
    from lesson_player.ui.editor.more_sheet import MoreSheet
    from lesson_player.ui.editor.pause_sheet import PauseSheet
    from lesson_player.ui.editor.picture_sheet import PictureSheet
    from lesson_player.ui.editor.services_sheet import ServicesSheet
    from lesson_player.ui.editor.sittings import SittingSheet
    from lesson_player.ui.editor.version_sheet import VersionSheet
    from lesson_player.ui.editor.window import EditorWindow


class LeftPane(QWidget):
    """The sitting, its steps, and a button for another slide."""

    def __init__(self) -> None:
        super().__init__()
        self.head, self.steps = SittingHead(), StepList()
        self.hide_button = WordButton(tr("Hide"))
        self.add_button = WordButton(tr("Add a slide"))
        self.kind_button = WordButton(tr("Another kind…"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(6))
        column.setSpacing(px(4))
        column.addWidget(self.head)
        # A list asks for more at large text than there may be, and squeezes what stands above it.
        self.steps.setMinimumHeight(px(TARGET))
        column.addWidget(self.steps, 1)
        column.addWidget(ButtonRow((self.add_button, self.kind_button, self.hide_button), centred=False))


class MiddlePane(QWidget):
    """The fields of a step, and buttons for what can be added to it."""

    def __init__(self) -> None:
        super().__init__()
        self.scroller = Scroll(tr("Words of the step"), Role.GROUND)
        self.add_line = WordButton(tr("Add a line"))
        self.add_pause = WordButton(tr("Add a pause"))
        self.captions = WordButton(tr("Captions"), hint=key_words("Alt+C"))
        self.voice = WordButton(tr("Voice"), hint=key_words("Alt+V"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.scroller, 1)
        foot = ButtonRow((self.add_line, self.add_pause, self.captions, self.voice), centred=False)
        foot.setContentsMargins(px(14), px(4), px(14), px(4))
        column.addWidget(foot)


class RightPane(QWidget):
    """What the class sees, and what was found when the version was checked."""

    def __init__(self, pictures: PictureStore) -> None:
        super().__init__()
        self.preview = PreviewPanel(pictures)
        inside = Page()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(px(12), px(8), px(12), px(12))
        self.column.setSpacing(px(14))
        self.checks = ChecksPanel()
        self.column.addWidget(self.preview)
        self.column.addWidget(self.checks)
        self.column.addStretch(1)
        self.scroller = Scroll(tr("What the class sees"))
        self.scroller.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.scroller.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.scroller)


class EditorSheets:
    """Every sheet that the editor can open."""

    def __init__(self, over: EditorWindow) -> None:
        self._over, self._controller = over, over.controller

    @cached_property
    def sittings(self) -> SittingSheet:
        """The choice of the sitting."""
        from lesson_player.ui.editor.sittings import SittingSheet  # noqa: PLC0415 - seldom used

        made = SittingSheet(self._over, self._controller)
        made.sitting_asked.connect(self._over.doings.open_sitting)
        return made

    @cached_property
    def kinds(self) -> KindSheet:
        """The kinds of step that can be added."""
        from lesson_player.ui.editor.kind_sheet import KindSheet  # noqa: PLC0415 - seldom used

        made = KindSheet(self._over, film=bool(self._controller.source().moments))
        made.kind_asked.connect(self._over.doings.add_kind)
        return made

    @cached_property
    def lesson(self) -> LessonSheet:
        """The lesson as a whole, where it is edited itself."""
        from lesson_player.ui.editor.lesson_sheet import LessonSheet  # noqa: PLC0415 - seldom used

        made = LessonSheet(self._over, self._controller)
        made.picture_asked.connect(self._over.doings.lines.choose_lesson_picture)
        made.services_asked.connect(self._over.doings.open_services)
        return made

    @cached_property
    def services(self) -> ServicesSheet:
        """The services that the lesson's help slides name."""
        from lesson_player.ui.editor.services_sheet import ServicesSheet  # noqa: PLC0415 - seldom used

        return ServicesSheet(self._over, self._controller)

    @cached_property
    def line(self) -> LineSheet:
        """What can be done with a line."""
        from lesson_player.ui.editor.line_sheet import LineSheet  # noqa: PLC0415 - seldom used

        made = LineSheet(self._over)
        made.asked.connect(self._over.doings.run)
        return made

    @cached_property
    def picture(self) -> PictureSheet:
        """The choice of a picture for a line."""
        from lesson_player.ui.editor.picture_sheet import PictureSheet  # noqa: PLC0415 - seldom used

        pictures = self._controller.pictures
        library = pictures.library(self._controller.bundle)
        made = PictureSheet(self._over, library, own_allowed=pictures.own_allowed, why_not=pictures.why_not)
        made.chosen.connect(self._over.doings.lines.use_picture)
        made.chooser.pack_asked.connect(self._over.doings.lines.add_pack)
        return made

    @cached_property
    def keys(self) -> EditorKeysSheet:
        """All keys."""
        from lesson_player.ui.editor.keys_sheet import EditorKeysSheet  # noqa: PLC0415 - seldom used

        return EditorKeysSheet(self._over)

    @cached_property
    def more(self) -> MoreSheet:
        """All commands."""
        from lesson_player.ui.editor.more_sheet import MoreSheet  # noqa: PLC0415 - seldom used

        made = MoreSheet(self._over)
        made.asked.connect(self._over.doings.run)
        return made

    @cached_property
    def find(self) -> FindSheet:
        """The search for words."""
        from lesson_player.ui.editor.find_sheet import FindSheet  # noqa: PLC0415 - seldom used

        made = FindSheet(self._over, self._controller)
        made.place_asked.connect(lambda one: self._over.doings.go_to(one.sitting, one.step, one.line))
        return made

    @cached_property
    def pause(self) -> PauseSheet:
        """A pause to add."""
        from lesson_player.ui.editor.pause_sheet import PauseSheet  # noqa: PLC0415 - seldom used

        made = PauseSheet(self._over)
        made.pause_asked.connect(self._over.doings.add_pause)
        return made

    @cached_property
    def captions(self) -> CaptionsSheet:
        """The captions of the film."""
        from lesson_player.ui.editor.captions_sheet import CaptionsSheet  # noqa: PLC0415 - seldom used

        return CaptionsSheet(self._over, self._controller, self._over.pictures, self._over.make_player)

    @cached_property
    def compare(self) -> CompareSheet:
        """All changes."""
        from lesson_player.ui.editor.compare_sheet import CompareSheet  # noqa: PLC0415 - seldom used

        made = CompareSheet(self._over, self._controller)
        made.go_asked.connect(lambda one: self._over.doings.go_to("", one.step, one.line))
        made.caption_asked.connect(partial(go_to_caption, self._over))
        made.copy_asked.connect(self._over.doings.ask_where_to_copy)
        made.elsewhere_asked.connect(self._over.doings.ask_where_to_put)
        return made

    @cached_property
    def elsewhere(self) -> FindSheet:
        """The search for another place for a change."""
        from lesson_player.ui.editor.find_sheet import FindSheet  # noqa: PLC0415 - seldom used

        title = tr("Where does the change belong now? Find words there")
        made = FindSheet(self._over, self._controller, title)
        made.place_asked.connect(self._over.doings.put_elsewhere)
        return made

    @cached_property
    def copy(self) -> CopySheet:
        """The version into which a change is copied."""
        from lesson_player.ui.editor.copy_sheet import CopySheet  # noqa: PLC0415 - seldom used

        made = CopySheet(self._over)
        made.version_asked.connect(self._over.doings.copy_to)
        return made

    @cached_property
    def version(self) -> VersionSheet:
        """The version as a whole."""
        from lesson_player.ui.editor.version_sheet import VersionSheet  # noqa: PLC0415 - seldom used

        return VersionSheet(self._over, self._controller)
