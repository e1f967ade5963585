"""A lesson with everything that belongs to it, as loaded from the content stores."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from lesson_player.model.adaptation import Adaptation
from lesson_player.model.base import Value
from lesson_player.model.caption_changes import TrackChanges
from lesson_player.model.caption_layers import track_with
from lesson_player.model.captions import CueTrack
from lesson_player.model.film import Film
from lesson_player.model.lesson import Lesson, PictureCatalogue
from lesson_player.model.pictures import Picture
from lesson_player.model.problem import Problem
from lesson_player.model.services import SupportServices
from lesson_player.model.voice import VOICE_FOLDER, FoundRecording, Recording, VoiceIndex

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

    def with_captions_of(self, layers: Iterable[Adaptation]) -> LoadedFilm:
        """This film with what *layers* change in its captions; the same where they change nothing."""
        asked: dict[str, list[TrackChanges]] = {}
        for layer in layers:
            for one in layer.captions:
                if one.film == self.film.id:
                    asked.setdefault(f"{one.version}/{one.track}", []).append(one)
        found = {
            name: track_with(self.captions[name], changes)
            for name, changes in asked.items()
            if name in self.captions
        }
        return self.model_copy(update={"captions": {**self.captions, **found}}) if found else self

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
    layer_voices: dict[str, VoiceIndex] = {}
    """What was recorded for adaptations, by their ids."""
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

    def layer_voice_folder(self, layer: str) -> Path:
        """Where what was recorded for the adaptation of that id is."""
        return self.layer_folders.get(layer, self.folder / ADAPTATIONS) / layer / VOICE_FOLDER

    def recorded(self, spoken: str, layers: Iterable[str] = ()) -> FoundRecording | None:
        """The recording of a text as `spoken_text` gives it: of the last of *layers* that has one, else the
        lesson's own; None when nobody has spoken it.
        """
        for layer in reversed(tuple(layers)):
            index = self.layer_voices.get(layer)
            found = index.recording_of(spoken) if index is not None else None
            if index is not None and found is not None:
                path = self.layer_voice_folder(layer) / found.file
                return FoundRecording(recording=found, path=path, language=index.language)
        found = self.voice.recording_of(spoken) if self.voice is not None else None
        if self.voice is None or found is None:
            return None
        return FoundRecording(recording=found, path=self.sound_path(found), language=self.voice.language)

    def with_pictures_of(self, layers: Iterable[Adaptation]) -> LessonBundle:
        """This bundle with the pictures that *layers* bring; a later layer's come before an earlier one's."""
        found = {
            name: LayerPicture(picture=picture, path=self.layer_pictures_folder(layer.id) / picture.file)
            for layer in layers
            for name, picture in layer.pictures.items()
        }
        return self.model_copy(update={"layer_pictures": found})

    def with_captions_of(self, layers: Sequence[Adaptation]) -> LessonBundle:
        """This bundle with what *layers* change in the captions of its films, in their order."""
        if not any(layer.captions for layer in layers):
            return self
        films = {name: film.with_captions_of(layers) for name, film in self.films.items()}
        return self.model_copy(update={"films": films})

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
