"""What is found in a film file when it is looked into: facts, captions in it, flashing, loudness."""

from __future__ import annotations

from lesson_player.model.base import Duration, Value
from lesson_player.model.captions import CueTrack
from lesson_player.model.film import Flashing


class FilmUnreadable(Exception):
    """A film file cannot be used; the text says why, in a plain sentence."""


class EmbeddedTrack(Value):
    """A caption track inside a film file."""

    number: int
    """Number of the stream in the file."""
    kind: str
    """FFmpeg's name of the codec, such as ``mov_text``."""
    language: str = ""
    title: str = ""
    readable: bool = True
    """False for captions that are stored as pictures: their words cannot be had."""


class MediaFacts(Value):
    """A film file as its header and its first frames describe it."""

    container: str
    """What people call it: "MP4", "WebM" …"""
    size_bytes: int
    duration_s: Duration
    width: int
    """Of the picture as it is shown, in pixels: turned upright, pixels made square."""
    height: int
    rotation: int = 0
    """How far the stored picture is turned to be upright, in degrees."""
    video_codec: str
    frame_rate: float
    """Frames in a second, on average."""
    variable_rate: bool = False
    sound_codec: str = ""
    """Empty for a film without sound."""
    channels: int = 0
    embedded: tuple[EmbeddedTrack, ...] = ()


class Examination(Value):
    """What decoding a film from its first to its last frame has shown."""

    frames: int
    decoded_to_s: Duration
    """When the last picture that could be decoded begins."""
    damaged: int = 0
    """Packets that could not be decoded."""
    flashing: tuple[Flashing, ...] = ()
    loudness: float | None = None
    """Integrated loudness in LUFS (ITU-R BS.1770); None without sound, or when there is only silence."""
    captions: dict[int, CueTrack] = {}
    """Cues of the embedded tracks, by stream number."""
