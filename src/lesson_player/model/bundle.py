"""A lesson with everything that belongs to it, as loaded from the content stores."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lesson_player.model.adaptation import Adaptation
from lesson_player.model.base import Value
from lesson_player.model.captions import CueTrack
from lesson_player.model.film import Film
from lesson_player.model.lesson import Lesson, PictureCatalogue
from lesson_player.model.pictures import Picture
from lesson_player.model.problem import Problem
from lesson_player.model.services import SupportServices
from lesson_player.model.voice import VOICE_FOLDER, Recording, VoiceIndex

ADAPTATIONS = "adaptations"
"""Folder of a lesson's adaptations: ``<id>.yaml``, and ``<id>/pictures`` where one brings pictures."""


class LoadedFilm(Value):
    """A film's manifest with its folder and the cues of its caption tracks."""

    film: Film
    folder: Path
    captions: dict[str, CueTrack] = {}
    """Cues by ``version/track``, such as ``bsl/standard``."""
    descriptions: dict[str, CueTrack] = {}
    """Cues of audio descriptions by ``version/track``."""
    description_sounds: dict[str, Path] = {}
    """Recordings of audio descriptions that are there, by ``version/track``."""
    missing: tuple[str, ...] = ()
    """Ids of versions whose file is not there."""

    def path(self, version: str) -> Path:
        """Where a version's file is. Raises KeyError for an unknown version."""
        return self.folder / self.film.versions[version].file

    def cues(self, version: str, track: str) -> CueTrack:
        """The cues of a version's track; no cues where there is no such track."""
        found = self.film.versions[version].caption_track(track)
        return self.captions.get(f"{version}/{found.id}", CueTrack()) if found else CueTrack()

    def described(self, version: str) -> CueTrack:
        """The cues of a version's first audio description; no cues where there is none."""
        tracks = self.film.versions[version].descriptions
        return self.descriptions.get(f"{version}/{tracks[0].id}", CueTrack()) if tracks else CueTrack()

    def description_sound(self, version: str) -> Path | None:
        """The recording of a version's first audio description; None where nobody has recorded it."""
        tracks = self.film.versions[version].descriptions
        return self.description_sounds.get(f"{version}/{tracks[0].id}") if tracks else None


class LayerPicture(Value):
    """A picture that an adaptation brings, and where its file is."""

    picture: Picture
    path: Path


class LessonBundle(Value):
    """Everything that teaching one lesson needs."""

    lesson: Lesson
    folder: Path
    catalogue: PictureCatalogue
    services: SupportServices
    films: dict[str, LoadedFilm] = {}
    """By film id; a film that is cited but cannot be loaded is absent and has a problem."""
    adaptations: tuple[Adaptation, ...] = ()
    own: Adaptation | None = None
    """The teacher's own layer, such as pause points added while teaching; it lies over every version."""
    layer_folders: dict[str, Path] = {}
    """The folder of each adaptation's file, by its id; the lesson's own folder of them for any other."""
    layer_pictures: dict[str, LayerPicture] = {}
    """The pictures of the layers that are shown, by id."""
    voice: VoiceIndex | None = None
    """The recorded voice; None for a lesson that has none."""
    problems: tuple[Problem, ...] = ()

    def picture_path(self, picture_id: str) -> Path | None:
        """Where a picture's file is, or None when the catalogue does not have it."""
        of_layer = self.layer_pictures.get(picture_id)
        if of_layer is not None:
            return of_layer.path
        picture = self.catalogue.pictures.get(picture_id)
        return self.folder / "pictures" / picture.file if picture else None

    def layer_pictures_folder(self, layer: str) -> Path:
        """Where the pictures of the adaptation of that id are."""
        folder = self.layer_folders.get(layer, self.folder / ADAPTATIONS)
        return folder / layer / "pictures"

    def with_pictures_of(self, layers: Iterable[Adaptation]) -> LessonBundle:
        """This bundle with the pictures that *layers* bring; a later layer's come before an earlier one's."""
        found = {
            name: LayerPicture(picture=picture, path=self.layer_pictures_folder(layer.id) / picture.file)
            for layer in layers
            for name, picture in layer.pictures.items()
        }
        return self.model_copy(update={"layer_pictures": found})

    def sound_path(self, recording: Recording) -> Path:
        """Where the sound of one of the lesson's recordings is."""
        return self.folder / VOICE_FOLDER / recording.file

    def alt(self, picture_id: str) -> str:
        """The alt text of a picture, or an empty text."""
        picture = self.picture(picture_id)
        return picture.alt if picture else ""

    def picture(self, picture_id: str) -> Picture | None:
        """A picture's entry, or None where neither the layers shown nor the catalogue have it."""
        of_layer = self.layer_pictures.get(picture_id)
        return of_layer.picture if of_layer is not None else self.catalogue.pictures.get(picture_id)
