"""The microphone, as a program with a sound server hears it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from array import array

import pytest
from PySide6.QtMultimedia import QAudioFormat

from lesson_player.desktop.microphone import as_mono
from tests.support.sound_server import sound_server, why_not
from tests.support.source_tree import REPOSITORY

HEARS = """
import json, sys
from PySide6.QtCore import QCoreApplication, QTimer
from lesson_player.desktop.microphone import Microphone

app = QCoreApplication([])
microphone, levels = Microphone(), []

def on_level(level):
    levels.append(level)
    if sum(1 for one in levels if one > 0.1) >= 5:
        pcm, rate = microphone.stop()
        print(json.dumps({"seconds": len(pcm) / 2 / rate, "loudest": max(levels)}))
        app.quit()

microphone.level.connect(on_level)
microphone.failed.connect(lambda words: (print(json.dumps({"failed": words})), app.quit()))
QTimer.singleShot(0, microphone.start)
QTimer.singleShot(20000, app.quit)
app.exec()
"""
TONE = """
import array, math, sys

wave = (round(9000 * math.sin(n / 9)) for n in range(48000))
second = array.array("h", wave).tobytes()
for _ in range(60):
    sys.stdout.buffer.write(second)
"""


def form(kind: QAudioFormat.SampleFormat, channels: int = 1) -> QAudioFormat:
    made = QAudioFormat()
    made.setSampleRate(48_000)
    made.setChannelCount(channels)
    made.setSampleFormat(kind)
    return made


def numbers(heard: bytes, made: QAudioFormat) -> list[int]:
    return array("h", as_mono(heard, made)).tolist()


def test_whatever_form_a_microphone_gives_becomes_one_channel_of_16_bit() -> None:
    kinds = QAudioFormat.SampleFormat
    assert numbers(array("h", [1, 2, 3, 4]).tobytes(), form(kinds.Int16, 2)) == [1, 3]
    assert numbers(array("f", [0.5, -2.0]).tobytes(), form(kinds.Float)) == [16384, -32767]
    assert numbers(array("i", [1 << 16, -(2 << 16)]).tobytes(), form(kinds.Int32)) == [1, -2]
    assert numbers(bytes([128, 255, 0]), form(kinds.UInt8)) == [0, 127 << 8, -(128 << 8)]
    assert numbers(b"\0\0\0", form(kinds.Int16)) == [0], "half a sample is none"
    assert as_mono(b"\0\0", QAudioFormat()) == b""


@pytest.mark.skipif(bool(why_not()), reason=why_not() or "there is one")
def test_it_hears_what_is_said_and_nothing_after_it_was_stopped() -> None:
    with sound_server("room", microphone=True) as environment:
        surroundings = os.environ | environment | {"PYTHONPATH": str(REPOSITORY / "src")}
        tone = subprocess.Popen([sys.executable, "-c", TONE], stdout=subprocess.PIPE)
        player = subprocess.Popen(
            ["pacat", "--rate=48000", "--channels=1", "--format=s16le"], stdin=tone.stdout, env=surroundings
        )
        try:
            done = subprocess.run(
                [sys.executable, "-c", HEARS], env=surroundings, capture_output=True, text=True, check=True
            )
        finally:
            for each in (player, tone):
                each.kill()
                each.communicate()
    assert "Error" not in done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert "failed" not in told
    assert told["loudest"] == pytest.approx(9000 / 32768, abs=0.05)
    assert told["seconds"] > 0.02


def test_on_a_computer_without_sound_it_says_so() -> None:
    program = (
        "from PySide6.QtCore import QCoreApplication\n"
        "from lesson_player.desktop.microphone import Microphone\n"
        "app = QCoreApplication([])\n"
        "microphone, told = Microphone(), []\n"
        "microphone.failed.connect(told.append)\n"
        "microphone.start()\n"
        "print(microphone.why_not(), told, microphone.stop())\n"
    )
    surroundings = {**os.environ, "PYTHONPATH": str(REPOSITORY / "src"), "PULSE_SERVER": "unix:/nowhere"}
    done = subprocess.run(
        [sys.executable, "-c", program], env=surroundings, capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("No microphone is connected")
    assert "(b''" in done.stdout
