"""What libVLC knows about the tracks of an opened film.

``python-vlc`` 3.0.21 describes ``libvlc_media_track_t`` wrongly (it has three pointers where the C
structure has a union of three), so the structure of ``libvlc_media.h`` is written down here.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import ModuleType

_AUDIO, _VIDEO = 0, 1
_FIRST_TURNED_ORIENTATION = 4
"""``libvlc_video_orient_t``: from here on width and height are exchanged."""

_REORDERED = frozenset({b"h264", b"avc1", b"hevc", b"hev1", b"hvc1", b"mp4v", b"mpgv", b"VC-1", b"vvc1"})
"""Codecs that may store frames in another order than they are shown in."""


class _VideoTrack(ctypes.Structure):
    _fields_ = (
        ("height", ctypes.c_uint),
        ("width", ctypes.c_uint),
        ("sar_num", ctypes.c_uint),
        ("sar_den", ctypes.c_uint),
        ("frame_rate_num", ctypes.c_uint),
        ("frame_rate_den", ctypes.c_uint),
        ("orientation", ctypes.c_int),
    )


class _Kind(ctypes.Union):
    _fields_ = (("video", ctypes.POINTER(_VideoTrack)), ("any", ctypes.c_void_p))


class _Track(ctypes.Structure):
    _anonymous_ = ("kind",)
    _fields_ = (
        ("codec", ctypes.c_uint32),
        ("original_fourcc", ctypes.c_uint32),
        ("id", ctypes.c_int),
        ("type", ctypes.c_int),
        ("profile", ctypes.c_int),
        ("level", ctypes.c_int),
        ("kind", _Kind),
        ("bitrate", ctypes.c_uint),
        ("language", ctypes.c_char_p),
        ("description", ctypes.c_char_p),
    )


@dataclass(frozen=True, slots=True)
class TrackFacts:
    """Size of the picture in its own pixels after rotation, its width on screen, and frames a second.

    Zero stands for what is not known.
    """

    width: int = 0
    height: int = 0
    shown_width: int = 0
    fps: float = 0.0
    has_sound: bool = False
    reordered: bool = True


def read_tracks(vlc: ModuleType, media: Any) -> TrackFacts:
    """The facts of the first picture track. Takes libVLC's lock on the media for a moment; any thread."""
    tracks = ctypes.POINTER(ctypes.POINTER(_Track))()
    get = vlc.dll.libvlc_media_tracks_get
    get.restype, get.argtypes = ctypes.c_uint, (ctypes.c_void_p, ctypes.c_void_p)
    release = vlc.dll.libvlc_media_tracks_release
    release.restype, release.argtypes = None, (ctypes.c_void_p, ctypes.c_uint)
    count = get(media, ctypes.addressof(tracks))
    try:
        found = [tracks[index].contents for index in range(count)]
        has_sound = any(track.type == _AUDIO for track in found)
        video = next((track for track in found if track.type == _VIDEO), None)
        return _facts(video, has_sound=has_sound) if video is not None else TrackFacts(has_sound=has_sound)
    finally:
        if count:
            release(ctypes.cast(tracks, ctypes.c_void_p), count)


def _facts(track: _Track, *, has_sound: bool) -> TrackFacts:
    video = track.video.contents
    width, height = video.width, video.height
    aspect = video.sar_num / video.sar_den if video.sar_num and video.sar_den else 1.0
    shown_width = round(width * aspect)
    if video.orientation >= _FIRST_TURNED_ORIENTATION:
        width, height, shown_width = height, width, round(height / aspect)
    fps = video.frame_rate_num / video.frame_rate_den if video.frame_rate_den else 0.0
    reordered = track.codec.to_bytes(4, "little") in _REORDERED
    return TrackFacts(width, height, shown_width, fps, has_sound, reordered)
