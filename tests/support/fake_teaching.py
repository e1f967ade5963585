"""A stand-in for the teaching controller: shows the views that it is given and notes what is asked of it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from lesson_player.control.commands import Command, Move
from lesson_player.control.key_book import KeyBook
from lesson_player.control.teaching import TeachingController
from lesson_player.rendering.pictures import PictureStore
from lesson_player.teaching.views import TeacherView


class FakeTeaching(QObject):
    """Has the surface of `TeachingController` that windows use; nothing moves by itself."""

    view_changed = Signal(object)
    frame_changed = Signal()
    signer_frame_changed = Signal()
    wanted = Signal(str)
    finished = Signal()

    def __init__(self, view: TeacherView, pictures: PictureStore) -> None:
        super().__init__()
        self.view = view
        self.pictures = pictures
        self.frame: QImage | None = None
        self.signer_frame: QImage | None = None
        self.keys = KeyBook()
        self.state: Any = SimpleNamespace(film=SimpleNamespace(telling=None), reading=None)
        """As much of the lesson's state as windows ask for: whether a voice speaks."""
        self.asked: list[tuple[object, ...]] = []
        """Everything asked for so far, oldest first."""

    @property
    def commands(self) -> tuple[Command, ...]:
        return self.keys.commands

    def as_controller(self) -> TeachingController:
        """The fake, in the type that windows ask for."""
        return cast(TeachingController, self)

    def show(self, view: TeacherView) -> None:
        """Tell the windows of a new view."""
        self.view = view
        self.view_changed.emit(view)

    def show_frame(self, frame: QImage) -> None:
        """Tell the windows of a new film frame."""
        self.frame = frame
        self.frame_changed.emit()

    def show_signer_frame(self, frame: QImage) -> None:
        """Tell the windows of a new frame of the signed version."""
        self.signer_frame = frame
        self.signer_frame_changed.emit()

    def run(self, command_id: str) -> bool:
        self.asked.append(("run", command_id))
        if next(command for command in self.commands if command.id == command_id).move is None:
            self.wanted.emit(command_id)
        return True

    def make(self, move: Move) -> None:
        self.asked.append(("make", move))

    def go_to(self, number: int) -> None:
        self.asked.append(("go_to", number))

    def choose(self, target_id: str) -> None:
        self.asked.append(("choose", target_id))

    def seek_film(self, at_s: float) -> None:
        self.asked.append(("seek_film", at_s))

    def set_volume(self, volume: int) -> None:
        self.asked.append(("set_volume", volume))

    def fit_film(self, width: int, height: int) -> None:
        self.asked.append(("fit_film", width, height))

    def clear_messages(self) -> None:
        self.asked.append(("clear_messages",))

    def tell(self, words: str) -> None:
        self.asked.append(("tell", words))

    def end(self) -> None:
        self.asked.append(("end",))
        self.finished.emit()
