"""A stand-in for the teaching controller: shows the views that it is given and notes what is asked of it."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from lesson_player.control.commands import Command, table
from lesson_player.control.teaching import TeachingController
from lesson_player.rendering.pictures import PictureStore
from lesson_player.teaching.views import TeacherView


class FakeTeaching(QObject):
    """Has the surface of `TeachingController` that windows use; nothing moves by itself."""

    view_changed = Signal(object)
    frame_changed = Signal()
    asked_to_end = Signal()
    asked_for_keys = Signal()
    asked_for_disclosure = Signal()
    finished = Signal()

    def __init__(self, view: TeacherView, pictures: PictureStore) -> None:
        super().__init__()
        self.view = view
        self.pictures = pictures
        self.frame: QImage | None = None
        self.commands: tuple[Command, ...] = table()
        self.asked: list[tuple[object, ...]] = []
        """Everything asked for so far, oldest first."""

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

    def run(self, command_id: str) -> bool:
        self.asked.append(("run", command_id))
        signal = {
            "end": self.asked_to_end,
            "keys": self.asked_for_keys,
            "disclosure": self.asked_for_disclosure,
        }.get(command_id)
        if signal is not None:
            signal.emit()
        return True

    def go_to(self, number: int) -> None:
        self.asked.append(("go_to", number))

    def choose(self, target_id: str) -> None:
        self.asked.append(("choose", target_id))

    def seek_film(self, at_s: float) -> None:
        self.asked.append(("seek_film", at_s))

    def set_volume(self, volume: int) -> None:
        self.asked.append(("set_volume", volume))

    def clear_messages(self) -> None:
        self.asked.append(("clear_messages",))

    def end(self) -> None:
        self.asked.append(("end",))
        self.finished.emit()
