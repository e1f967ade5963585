"""How loud a film is as a whole, as broadcasters measure it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import av
from av.filter import Graph

if TYPE_CHECKING:
    from av.audio.frame import AudioFrame
    from av.audio.stream import AudioStream

SILENCE_LUFS = -70.0
"""The absolute gate of ITU-R BS.1770: what is quieter counts as silence."""


class LoudnessMeter:
    """Integrated loudness by ITU-R BS.1770 and EBU R 128, measured by FFmpeg's filter ``ebur128``."""

    def __init__(self, stream: AudioStream | None) -> None:
        self._stream = stream
        self._graph: Graph | None = None
        self._latest: float | None = None

    def hear(self, frame: AudioFrame) -> None:
        """Take the next piece of sound. Raises av.FFmpegError when it cannot be measured."""
        if self._graph is None:
            self._graph = self._connected(frame)
        self._graph.push(frame)
        self._read(self._graph)

    def integrated(self) -> float | None:
        """Loudness of all that was heard, in LUFS to a tenth; None for silence."""
        if self._latest is None or self._latest <= SILENCE_LUFS:
            return None
        return round(self._latest, 1)

    def _connected(self, frame: AudioFrame) -> Graph:
        graph = Graph()
        source = graph.add_abuffer(
            sample_rate=frame.sample_rate,
            format=frame.format.name,
            layout=frame.layout.name,
            time_base=self._stream.time_base if self._stream else None,
        )
        meter = graph.add("ebur128", "metadata=1:framelog=quiet")
        sink = graph.add("abuffersink")
        source.link_to(meter)
        meter.link_to(sink)
        graph.configure()
        return graph

    def _read(self, graph: Graph) -> None:
        while True:
            try:
                measured: Any = graph.pull()
            except (av.BlockingIOError, av.EOFError):
                return
            found = measured.metadata.get("lavfi.r128.I")
            if found is not None:
                self._latest = float(found)
