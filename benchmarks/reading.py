"""How far the mark of a word is from its sound: ``reading.highlight_error_p95_ms``.

A slide whose words are recorded as beeps is read aloud in the class window, beside the teacher's, slowly, as
recorded, and fast. A sound server of our own records what is played, and the paint of each mark is timed in
the windows' process by the same monotonic clock. Every word has to be heard: one that is cut off fails the
run. Without a sound server there is no figure.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

from benchmarks.children import virtual_screen, watch
from benchmarks.report import Figure, percentile
from benchmarks.sound import recorded, sound_server

WORDS = 6
LEAD_S, EVERY_S, _BEEP_S = 0.1, 0.45, 0.1
"""The first beep, as far in as the first word of a recording; from one to the next; how long each lasts."""
SECONDS = LEAD_S + WORDS * EVERY_S
_APART_S = 0.15


def measure() -> list[Figure]:
    sound = _sound(Path("build/reading"))
    with virtual_screen(1920, 1080) as screen, sound_server() as address:
        if not address:
            print("reading: no sound server here, so nothing is measured", flush=True)
            return []
        environment = screen | {"PULSE_SERVER": address}
        with recorded(environment) as recording:
            marked = watch(["benchmarks.reading_child", str(sound), "1920", "1080"], environment)[1]["mark"]
        heard = recording.beeps(_APART_S)
    if len(heard) != len(marked):
        raise RuntimeError(f"{len(marked)} words were marked and {len(heard)} were heard")
    errors = [abs(mark - beep) * 1000 for mark, beep in zip(marked, heard, strict=True)]
    return [Figure("reading.highlight_error_p95_ms", percentile(errors, 0.95), "ms")]


def _sound(folder: Path) -> Path:
    """A recording of six words, each a beep."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "beeps.opus"
    beep = f"0.4*sin(2*PI*1000*t)*gte(t,{LEAD_S})*lt(mod(t-{LEAD_S},{EVERY_S}),{_BEEP_S})"
    source = ["-f", "lavfi", "-i", f"aevalsrc='{beep}':d={SECONDS}:s=48000"]
    subprocess.run(
        ["ffmpeg", "-v", "error", "-y", *source, "-ac", "1", "-c:a", "libopus", str(file)], check=True
    )
    return file
