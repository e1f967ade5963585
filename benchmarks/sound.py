"""How far the sound of a film is from its picture: ``film.av_offset_ms``.

A film that flashes and beeps at each second plays in the class window; a sound server of our own records what
it plays, and the paint of each flash is timed in the window's process by the same monotonic clock. ITU-R
BT.1359: sound is noticed when it is 45 ms early or 125 ms late. The recording itself is true to about 10 ms.
"""

from __future__ import annotations

import array
import contextlib
import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.children import virtual_screen, watch
from benchmarks.film import ENGINES
from benchmarks.report import Figure, median
from tests.support.numbered_film import NumberedFilm, make_numbered_film

_RATE = 48_000
_LOUD = 2_000
"""Of 32,767: the beep is 0.4 of full scale, between beeps there is silence."""
_BETWEEN_BEEPS_S = 0.5


def measure() -> list[Figure]:
    film = make_numbered_film(NumberedFilm(seconds=16.0), Path("build/numbered-films"))
    figures = []
    for suffix, engine in ENGINES.items():
        found = [_offset_ms(engine, film) for _ in range(2)]
        offsets = [offset for offset in found if offset is not None]
        if offsets:
            figures.append(Figure(f"film.av_offset_ms{suffix}", abs(median(offsets)), "ms"))
    return figures


def _offset_ms(engine: str, film: Path) -> float | None:
    """How late the sound is, the median of a film's beeps; None where no sound server can be started."""
    with virtual_screen(1920, 1080) as screen, sound_server() as address:
        if not address:
            return None
        environment = screen | {"PULSE_SERVER": address}
        with recorded(environment) as heard:
            told = watch(["benchmarks.sound_child", engine, str(film), "1920", "1080"], environment)[1]
        beeps = heard.beeps()
    nearest = [min((beep - flash for beep in beeps), key=abs) for flash in told["flash"]]
    return median(nearest) * 1000


@contextmanager
def sound_server() -> Iterator[str]:
    """A sound server with a sink that nobody hears; gives its address, empty where it cannot be started."""
    with tempfile.TemporaryDirectory() as folder:
        socket = Path(folder) / "native"
        modules = ["module-null-sink sink_name=bench", f"module-native-protocol-unix socket={socket}"]
        command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=false"]
        own = os.environ | {"HOME": folder, "XDG_RUNTIME_DIR": folder}
        try:
            server = subprocess.Popen(
                [*command, *(word for module in modules for word in ("-L", f"{module}"))],
                env=own,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except FileNotFoundError:
            yield ""
            return
        try:
            patience = time.monotonic() + 10
            while not socket.exists() and time.monotonic() < patience:
                time.sleep(0.05)
            yield f"unix:{socket}" if socket.exists() else ""
        finally:
            server.terminate()
            server.wait()


class Recording:
    """Sound as it was played, with the monotonic moment of each sample."""

    def __init__(self) -> None:
        self.samples = array.array("h")
        self._begin_s = float("inf")

    def take(self, data: bytes, arrived_s: float) -> None:
        """Add samples that have just been played; the quickest delivery dates all of them."""
        self.samples.frombytes(data)
        self._begin_s = min(self._begin_s, arrived_s - len(self.samples) / _RATE)

    def beeps(self, apart_s: float = _BETWEEN_BEEPS_S) -> list[float]:
        """The monotonic seconds at which each beep began, after *apart_s* or more of silence."""
        found: list[float] = []
        last_s = float("-inf")
        for index, sample in enumerate(self.samples):
            at_s = self._begin_s + index / _RATE
            if abs(sample) > _LOUD:
                if at_s - last_s > apart_s:
                    found.append(at_s)
                last_s = at_s
        return found


@contextmanager
def recorded(environment: dict[str, str]) -> Iterator[Recording]:
    """Record the sink while it lasts."""
    recording = Recording()
    command = ["parec", "--device=bench.monitor", "--latency-msec=10", f"--rate={_RATE}", "--channels=1"]
    with subprocess.Popen(
        [*command, "--format=s16le"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as recorder:
        assert recorder.stdout is not None
        descriptor = recorder.stdout.fileno()

        def read() -> None:
            with contextlib.suppress(OSError):
                while data := os.read(descriptor, 4096):
                    recording.take(data[: len(data) // 2 * 2], time.monotonic())

        reader = threading.Thread(target=read)
        reader.start()
        try:
            yield recording
        finally:
            recorder.terminate()
            reader.join()
