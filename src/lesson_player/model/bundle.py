"""A lesson with everything that belongs to it, as loaded from the content stores."""

from __future__ import annotations

from pathlib import Path

from lesson_player.model.adaptation import Adaptation
from lesson_player.model.base import Value
from lesson_player.model.captions import CueTrack
from lesson_player.model.film import Film
from lesson_player.model.lesson import Lesson, PictureCatalogue
from lesson_player.model.problem import Problem
from lesson_player.model.services import SupportServices
from lesson_player.model.voice import VOICE_FOLDER, Recording, VoiceIndex


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
    voice: VoiceIndex | None = None
    """The recorded voice; None for a lesson that has none."""
    problems: tuple[Problem, ...] = ()

    def picture_path(self, picture_id: str) -> Path | None:
        """Where a picture's file is, or None when the catalogue does not have it."""
        picture = self.catalogue.pictures.get(picture_id)
        return self.folder / "pictures" / picture.file if picture else None

    def sound_path(self, recording: Recording) -> Path:
        """Where the sound of one of the lesson's recordings is."""
        return self.folder / VOICE_FOLDER / recording.file

    def alt(self, picture_id: str) -> str:
        """The alt text of a picture, or an empty text."""
        picture = self.catalogue.pictures.get(picture_id)
        return picture.alt if picture else ""
