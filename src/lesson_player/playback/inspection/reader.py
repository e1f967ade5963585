"""Reads a film with FFmpeg (PyAV). Only ever used in a process of its own: see `child`.

FFmpeg is given an open file and a list of the formats and protocols that it may use, so it can neither follow
a reference to another file nor reach an address.
"""

from __future__ import annotations

import contextlib
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any, cast

import av
import av.logging
from av.audio.frame import AudioFrame
from av.video.frame import VideoFrame
from av.video.reformatter import VideoReformatter

from lesson_player.model.captions import Cue, CueTrack, Span
from lesson_player.model.media import EmbeddedTrack, Examination, MediaFacts
from lesson_player.playback.inspection.container import READERS, people_call_it
from lesson_player.playback.inspection.flashing import COLUMNS, ROWS, FlashSearch
from lesson_player.playback.inspection.loudness import LoudnessMeter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from av.container.input import InputContainer
    from av.subtitles.stream import SubtitleStream
    from av.video.stream import VideoStream

_PICTURE_CAPTIONS = frozenset(
    {"dvdsub", "dvd_subtitle", "pgssub", "hdmv_pgs_subtitle", "dvbsub", "dvb_subtitle", "xsub"}
)
_PACKETS_TIMED = 300
"""Pictures whose times are compared to see whether the frame rate varies."""
_MOST_DAMAGED = 2_000
"""Packets that may fail before the rest of the film is given up."""

_MOST_PIXELS = 8192 * 8192
"""Of one picture; 8K television has half as many. More is no film for a class."""
_STYLE = re.compile(r"\{\\[^}]*\}")
"""Styling in captions that FFmpeg hands over as Advanced SubStation Alpha."""


class NotReadable(Exception):
    """The file cannot be opened as a film, or has no picture. The text is for the log."""


@contextlib.contextmanager
def opened(path: Path) -> Iterator[InputContainer]:
    """The film, opened for reading. Raises NotReadable."""
    av.logging.set_level(av.logging.PANIC)
    with path.open("rb") as file:
        try:
            container = av.open(
                file,
                options={"protocol_whitelist": "file", "format_whitelist": READERS},
                metadata_errors="replace",
            )
        except (av.FFmpegError, OSError, ValueError) as error:
            raise NotReadable(str(error)) from error
        with container:
            if not container.streams.video:
                raise NotReadable("no picture in the file")
            codec = container.streams.video[0].codec_context
            if codec.width * codec.height > _MOST_PIXELS:
                raise NotReadable(f"a picture of {codec.width} by {codec.height}")
            yield cast("InputContainer", container)


def facts(path: Path) -> MediaFacts:
    """What the file's header and first pictures say. Raises NotReadable, OSError."""
    with opened(path) as container:
        video = container.streams.video[0]
        sound = container.streams.audio[0] if container.streams.audio else None
        tracks = tuple(_embedded(stream) for stream in container.streams.subtitles)
        length_s = (container.duration or 0) / av.time_base
        rate, varies = _frame_rate(container, video)
        first = _first_picture(path)
        if length_s <= 0:
            length_s = _last_time(path)
        width, height = _shown_size(video, first)
        return MediaFacts(
            container=people_call_it(container.format.name, path),
            size_bytes=path.stat().st_size,
            duration_s=length_s,
            width=width,
            height=height,
            rotation=int(first.rotation) % 360,
            video_codec=video.codec_context.name,
            frame_rate=rate,
            variable_rate=varies,
            sound_codec=sound.codec_context.name if sound else "",
            channels=sound.codec_context.channels if sound else 0,
            embedded=tracks,
        )


def examine(path: Path, say: Callable[[float], None]) -> Examination:
    """Decode the whole film once. *say* is told the share done after each packet. Raises NotReadable."""
    with opened(path) as container:
        pass_ = _Pass(container)
        length_s = max((container.duration or 0) / av.time_base, 0.001)
        wanted = [container.streams.video[0], *container.streams.audio[:1], *pass_.texts.values()]
        for packet in _packets(container, wanted):
            pass_.take(packet)
            say(min(pass_.reached_s / length_s, 1.0))
            if pass_.damaged > _MOST_DAMAGED:
                break
        return pass_.result()


class _Pass:
    """One way through a film, from its first packet to its last."""

    def __init__(self, container: InputContainer) -> None:
        self.damaged = 0
        self.reached_s = 0.0
        self.texts = {
            stream.index: stream for stream in container.streams.subtitles if _embedded(stream).readable
        }
        self._video = container.streams.video[0]
        self._video.thread_type = "AUTO"
        self._frames = 0
        self._flashes = FlashSearch()
        self._loudness = LoudnessMeter(container.streams.audio[0] if container.streams.audio else None)
        self._shrink = VideoReformatter()
        self._cues: dict[int, list[Cue]] = {number: [] for number in self.texts}

    def take(self, packet: Any) -> None:  # noqa: ANN401 - a packet of any of the streams
        """Decode a packet, and look at what is in it."""
        try:
            inside = packet.decode()
            if packet.stream.index in self._cues:
                self._cues[packet.stream.index] += _cues(packet, inside)
                return
            for frame in inside:
                if isinstance(frame, VideoFrame):
                    self._picture(frame)
                elif isinstance(frame, AudioFrame):
                    self._loudness.hear(frame)
        except (av.FFmpegError, ValueError):
            self.damaged += 1

    def result(self) -> Examination:
        """What was found."""
        return Examination(
            frames=self._frames,
            decoded_to_s=self.reached_s,
            damaged=self.damaged,
            flashing=self._flashes.found(),
            loudness=self._loudness.integrated(),
            captions={number: _track(cues) for number, cues in self._cues.items()},
        )

    def _picture(self, frame: VideoFrame) -> None:
        if frame.pts is None:
            return
        self._frames += 1
        self.reached_s = max(self.reached_s, frame.time)
        small = self._shrink.reformat(frame, width=COLUMNS, height=ROWS, format="rgb24", interpolation="AREA")
        plane = small.planes[0]
        data, across = bytes(plane), COLUMNS * 3
        rows = (data[at * plane.line_size : at * plane.line_size + across] for at in range(ROWS))
        self._flashes.see(max(frame.time, 0.0), b"".join(rows))


def _packets(container: InputContainer, streams: list[Any]) -> Iterator[Any]:
    """The packets up to the end, or up to where the file breaks off."""
    with contextlib.suppress(av.FFmpegError, OSError):
        yield from container.demux(streams)


def _embedded(stream: SubtitleStream) -> EmbeddedTrack:
    kind = stream.codec_context.name
    language = stream.language or ""
    return EmbeddedTrack(
        number=stream.index,
        kind=kind,
        language="" if language == "und" else language,
        title=str(stream.metadata.get("title", "")).strip()[:200],
        readable=bool(kind) and kind not in _PICTURE_CAPTIONS,
    )


def _frame_rate(container: InputContainer, video: VideoStream) -> tuple[float, bool]:
    """Frames in a second, and whether the time from one to the next differs by more than rounding."""
    times: list[float] = []
    for packet in _packets(container, [video]):
        if packet.pts is not None:
            times.append(float(packet.pts * packet.time_base))
        if len(times) >= _PACKETS_TIMED:
            break
    times.sort()
    gaps = [after - before for before, after in pairwise(times) if after > before]
    if not gaps:
        return float(video.average_rate or 0), False
    return float(video.average_rate or len(gaps) / sum(gaps)), max(gaps) > 1.5 * min(gaps) + 0.002


def _first_picture(path: Path) -> VideoFrame:
    """The first picture that can be decoded. Raises NotReadable when there is none."""
    with opened(path) as container:
        video = container.streams.video[0]
        for number, packet in enumerate(_packets(container, [video])):
            with contextlib.suppress(av.FFmpegError, ValueError):
                for frame in packet.decode():
                    if isinstance(frame, VideoFrame):
                        return frame
            if number > _PACKETS_TIMED:
                break
    raise NotReadable("no picture can be decoded")


def _last_time(path: Path) -> float:
    """Where the last packet ends, for a file that does not say how long it is."""
    last_s = 0.0
    with opened(path) as container:
        for packet in _packets(container, [container.streams.video[0]]):
            if packet.pts is not None:
                last_s = max(last_s, float((packet.pts + (packet.duration or 0)) * packet.time_base))
    return last_s


def _shown_size(video: VideoStream, first: VideoFrame) -> tuple[int, int]:
    """Width and height of the picture upright, with square pixels."""
    shape = video.sample_aspect_ratio or video.codec_context.sample_aspect_ratio
    width = round(first.width * float(shape)) if shape else first.width
    return (first.height, width) if int(first.rotation) % 180 else (width, first.height)


def _cues(packet: Any, subtitles: Any) -> list[Cue]:  # noqa: ANN401 - PyAV's subtitle types differ by release
    if packet.pts is None or not packet.duration:
        return []
    start_s = float(packet.pts * packet.time_base)
    end_s = start_s + float(packet.duration * packet.time_base)
    words = []
    for subtitle in subtitles:
        found = getattr(subtitle, "dialogue", b"") or b""
        words.append(found.decode("utf-8", "replace") if isinstance(found, bytes) else str(found))
    text = _STYLE.sub("", "\n".join(words)).replace("\r", "").strip()
    lines = tuple((Span(text=line.strip()),) for line in text.split("\n") if line.strip())
    return [Cue(start_s=start_s, end_s=end_s, lines=lines)] if lines else []


def _track(cues: list[Cue]) -> CueTrack:
    return CueTrack(cues=tuple(sorted(cues, key=lambda cue: cue.start_s)))
