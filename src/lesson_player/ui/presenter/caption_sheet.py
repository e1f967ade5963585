"""The sheet on which captions and the signer's window are chosen, beside a true picture of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.model.caption_look import caption_presets, preset_of
from lesson_player.teaching import caption_moves
from lesson_player.ui.presenter.caption_choices import (
    Choice,
    ValueRow,
    look_choices,
    signer_places,
    signer_sizes,
)
from lesson_player.ui.presenter.caption_preview import Preview
from lesson_player.ui.presenter.example_picture import ExampleSheet
from lesson_player.ui.theme.measures import Type
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.text import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lesson_player.control.teaching import TeachingController
    from lesson_player.model.caption_look import CaptionPreset, SignerPlace, SignerSize
    from lesson_player.teaching.views import CaptionTrack, TeacherView


class CaptionSheet(ExampleSheet):
    """Which captions, how they look, and where the signer's window stands; all of it takes hold at once."""

    def __init__(self, over: QWidget, controller: TeachingController) -> None:
        self.captions = Preview(controller.pictures)
        super().__init__(over, tr("Captions and signer"), controller, self.captions)
        self.shown = ValueRow(tr("Captions"), (Choice(True, tr("On")), Choice(False, tr("Off"))))
        self.tracks = ValueRow(tr("Which captions"), ())
        self._tracks: tuple[CaptionTrack, ...] = ()
        self.aloud = ValueRow(tr("Captions read aloud"), (Choice(True, tr("On")), Choice(False, tr("Off"))))
        self.not_aloud = label(role=Role.QUIET, step=Type.MINOR)
        self.presets = ValueRow(tr("For the room"), _presets())
        self.looks = {each.field: ValueRow(each.title, each.choices) for each in look_choices()}
        self.signer_place = ValueRow(tr("Signer's window"), signer_places())
        self.signer_size = ValueRow(tr("Size of the signer's window"), signer_sizes())
        self.no_signer = label(role=Role.QUIET, step=Type.MINOR)
        signing = (self.signer_place, self.no_signer, self.signer_size)
        read = (self.shown, self.tracks, self.aloud, self.not_aloud)
        for each in (*read, self.presets, *self.looks.values(), *signing):
            self.lines.addWidget(each)
        self.lines.addStretch(1)
        self._connect()

    def first_control(self) -> QWidget:
        """The look for the room: what is asked for most."""
        return self.presets.chips[self.presets.index]

    def _connect(self) -> None:
        teaching = self._controller
        teaching.frame_changed.connect(self._show_frames_if_open)
        teaching.signer_frame_changed.connect(self._show_frames_if_open)
        self.shown.picked.connect(lambda _on: teaching.run("captions"))
        self.aloud.picked.connect(lambda _on: teaching.run("spoken-captions"))
        self.presets.picked.connect(self._use)
        self.signer_place.picked.connect(lambda place: self._put_signer(place=place))
        self.signer_size.picked.connect(lambda size: self._put_signer(size=size))
        for name, row in self.looks.items():
            row.picked.connect(lambda value, name=name: self._set(name, value))

    def show_view(self, view: TeacherView) -> None:
        """Captions and signer as they are now."""
        film = view.film_settings
        if film is None:
            return
        self._show_tracks(film.tracks)
        self.shown.setEnabled(film.captions_available)
        self.shown.show_value(film.captions)
        self.tracks.show_value(film.track)
        self.aloud.setEnabled(not film.no_spoken_captions)
        self.aloud.show_value(film.spoken_captions and not film.no_spoken_captions)
        self.not_aloud.setText(film.no_spoken_captions)
        self.not_aloud.setVisible(bool(film.no_spoken_captions))
        self.presets.show_value(preset_of(film.look))
        for name, row in self.looks.items():
            row.show_value(getattr(film.look, name))
        self.signer_place.show_value(film.signer)
        self.signer_size.show_value(film.signer_size)
        self.signer_place.setEnabled(not film.no_signer)
        self.signer_size.setEnabled(not film.no_signer and film.window is not None)
        self.no_signer.setText(film.no_signer)
        self.no_signer.setVisible(bool(film.no_signer))
        self.captions.show_view(view, film)
        self._show_frames()

    def _show_tracks(self, tracks: tuple[CaptionTrack, ...]) -> None:
        """A row for the tracks of the film that is on now."""
        if tracks != self._tracks:
            self._tracks = tracks
            former = self.tracks
            self.tracks = ValueRow(tr("Which captions"), [Choice(track.id, track.title) for track in tracks])
            self.tracks.picked.connect(lambda track: self._controller.make(caption_moves.choose_track(track)))
            self.lines.replaceWidget(former, self.tracks)
            former.deleteLater()
            self.setTabOrder(self.shown.chips[-1], self.tracks.chips[0])
        self.tracks.setVisible(len(tracks) > 1)

    def _show_frames_if_open(self) -> None:
        if self.isVisible():
            self._show_frames()

    def _show_frames(self) -> None:
        self.captions.show_frames(self._controller.frame, self._controller.signer_frame)

    def _use(self, preset: CaptionPreset) -> None:
        film = self._controller.view.film_settings
        if film is not None:
            self._controller.make(caption_moves.look_like(preset.look.over(film.look)))

    def _set(self, name: str, value: object) -> None:
        film = self._controller.view.film_settings
        if film is not None:
            look = film.look.model_copy(update={name: value})
            self._controller.make(caption_moves.look_like(look))

    def _put_signer(self, place: SignerPlace | None = None, size: SignerSize | None = None) -> None:
        film = self._controller.view.film_settings
        if film is not None:
            move = caption_moves.put_signer(place or film.signer, size or film.signer_size)
            self._controller.make(move)


def _presets() -> tuple[Choice, ...]:
    return tuple(Choice(preset, tr(preset.title), tr(preset.about)) for preset in caption_presets())
