"""A sound server with outputs that nobody hears, and what was played on each of them."""

from __future__ import annotations

import array
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PATIENCE_S = 30.0


def why_not() -> str:
    """Why no sound server can be started here; empty where one can."""
    return "" if shutil.which("pulseaudio") and shutil.which("parec") else "pulseaudio is not installed"


@contextmanager
def sound_server(*outputs: str, microphone: bool = False) -> Iterator[dict[str, str]]:
    """A server with *outputs*, the first of them in use; gives the environment that a program finds it by.

    A *microphone* hears what is played on the first output.
    """
    with tempfile.TemporaryDirectory() as folder:
        socket = Path(folder) / "native"
        sinks = [
            f"module-null-sink sink_name={each} sink_properties=device.description={each}" for each in outputs
        ]
        if microphone:
            sinks.append(f"module-remap-source master={outputs[0]}.monitor source_name=microphone")
        loads = [*sinks, f"module-native-protocol-unix socket={socket}"]
        command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=false"]
        with subprocess.Popen(
            [*command, *(word for load in loads for word in ("-L", load))],
            env=os.environ | {"HOME": folder, "XDG_RUNTIME_DIR": folder},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as server:
            try:
                patience = time.monotonic() + _PATIENCE_S
                while not socket.exists() and time.monotonic() < patience:
                    time.sleep(0.02)
                yield {"PULSE_SERVER": f"unix:{socket}"}
            finally:
                server.terminate()


def loudness_while(
    command: list[str], environment: dict[str, str], outputs: tuple[str, ...]
) -> dict[str, int]:
    """Run *command*; gives the largest sample, of 32,767, that came out of each output meanwhile."""
    recorders = {
        name: subprocess.Popen(
            ["parec", f"--device={name}.monitor", "--rate=16000", "--channels=1", "--format=s16le"],
            env=os.environ | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        for name in outputs
    }
    recorded = {}
    try:
        subprocess.run(command, env=os.environ | environment, check=True, timeout=60)
    finally:
        for name, recorder in recorders.items():
            recorder.terminate()
            recorded[name] = recorder.communicate()[0]
    return {name: _largest(heard) for name, heard in recorded.items()}


def _largest(recorded: bytes) -> int:
    samples = array.array("h")
    samples.frombytes(recorded[: len(recorded) // 2 * 2])
    return max(map(abs, samples), default=0)
