"""A film as its manifest describes it: versions, tracks, named moments, chapters."""

from __future__ import annotations

from bisect import bisect_right
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from lesson_player.model.base import Identifier, Seconds, Share, Text, Value

FileName = Annotated[str, StringConstraints(min_length=1, max_length=200)]
"""A file's path relative to its own folder, with forward slashes. The loader refuses any that leave it."""

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]

FILM = "film"
"""Id of the version without a signer, which every manifest has."""
BSL = "bsl"
"""Id of the British Sign Language version."""


class Moment(Value):
    """A named moment of the story. Its times stand in the versions."""

    id: Identifier
    title: Text
    """How people find it: "Maya tells someone"."""


class Chapter(Value):
    """A part of the film that starts at a moment."""

    moment: Identifier
    title: Text


class Track(Value):
    """A caption or description track of one version, with times of that version."""

    id: Identifier
    title: Text
    language: Text = "en-GB"
    file: FileName
    """WebVTT or SRT."""
    sound: FileName | None = None
    """Recorded voice of a description track, if there is one."""


class Signer(Value):
    """Where the signer is in the picture, as shares of its width and height."""

    x: Share
    y: Share
    width: Share
    height: Share

    @model_validator(mode="after")
    def _inside(self) -> Signer:
        if self.x + self.width > 1.0001 or self.y + self.height > 1.0001:
            raise ValueError("signer-outside")
        return self


class Flashing(Value):
    """A stretch of the film that flashes more than three times in one second (WCAG 2.2, 2.3.1)."""

    start: Seconds
    end: Seconds
    kind: Literal["general", "red"] = "general"
    """Changes of light, or changes to or from a saturated red."""


class FilmVersion(Value):
    """One file that tells the story, such as the film or its BSL version."""

    title: Text
    file: FileName
    duration: Seconds
    """Length in seconds."""
    sha256: Sha256
    captions: tuple[Track, ...] = ()
    descriptions: tuple[Track, ...] = ()
    moments: dict[Identifier, Seconds]
    """Seconds from the start of this version, for every named moment."""
    signer: Signer | None = None
    burnt_in_captions: bool = False
    """True when the picture itself carries captions, so that ours stay off."""
    loudness: Annotated[float, Field(ge=-70.0, le=10.0)] | None = None
    """Integrated loudness of the sound in LUFS (ITU-R BS.1770), so that versions can be played equally loud.

    None where it was not measured, or where there is no sound.
    """
    moments_estimated: bool = False
    """True while the moments were only worked out from the length, and nobody has looked at them."""
    flashing: tuple[Flashing, ...] = ()
    """Where the picture flashes, as found when the film was put in."""

    @property
    def captioned(self) -> bool:
        """Whether there are captions for us to draw: tracks, and none in the picture itself."""
        return bool(self.captions) and not self.burnt_in_captions

    def caption_track(self, track_id: str) -> Track | None:
        """The caption track of that id, else the first one, else None."""
        for track in self.captions:
            if track.id == track_id:
                return track
        return self.captions[0] if self.captions else None


class Film(Value):
    """A film's manifest, ``media/<id>/film.yaml``."""

    format: Literal[1]
    id: Identifier
    edition: Identifier
    """Whose film this is: ``sample`` for ours, ``iwf`` for the real one."""
    title: Text
    language: Text = "en-GB"
    notice: Text | None = None
    """What to say about this edition on screen, such as that it is a sample."""
    moments: Annotated[tuple[Moment, ...], Field(min_length=2)]
    """The story's named moments in the order of the story."""
    chapters: tuple[Chapter, ...] = ()
    versions: dict[Identifier, FilmVersion]

    @property
    def is_sample(self) -> bool:
        """Whether this is our own stand-in for the real film."""
        return self.edition == "sample"

    def moment_s(self, moment: str, version: str) -> float:
        """Seconds of *moment* in *version*. Raises KeyError when either is unknown."""
        return self.versions[version].moments[moment]

    def same_moment_s(self, at_s: float, version: str, other: str) -> float:
        """Where the story stands in *other* when *version* stands at *at_s* seconds.

        Straight lines between the named moments that both versions have, so that versions of different
        lengths meet at every moment. The start and the end of the files are moments too.
        """
        here, there = self.versions[version], self.versions[other]
        if here is there:
            return at_s
        pairs = [(here.moments[m.id], there.moments[m.id]) for m in self.moments if _shared(m, here, there)]
        knots = _rising([(0.0, 0.0), *sorted(pairs), (here.duration, there.duration)])
        at_s = min(max(at_s, 0.0), here.duration)
        index = min(max(bisect_right([knot[0] for knot in knots], at_s), 1), len(knots) - 1)
        (x0, y0), (x1, y1) = knots[index - 1], knots[index]
        return y0 if x1 <= x0 else y0 + (at_s - x0) * (y1 - y0) / (x1 - x0)


def _shared(moment: Moment, here: FilmVersion, there: FilmVersion) -> bool:
    return moment.id in here.moments and moment.id in there.moments


def _rising(knots: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Drop knots that repeat a time or run backwards in either version."""
    kept = knots[:1]
    for x, y in knots[1:]:
        if x > kept[-1][0] and y >= kept[-1][1]:
            kept.append((x, y))
    return kept
