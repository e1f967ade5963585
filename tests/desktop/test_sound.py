"""The test sound is soft, begins and ends in silence, and says so when there is nowhere to play it."""

from __future__ import annotations

import array
import os
import sys
from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot

from lesson_player.desktop.sound import SoundTest, soft_chord
from tests.support import sound_server

_PLAYS = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from lesson_player.desktop.sound import SoundTest, sound_outputs
application = QApplication([])
assert sound_outputs() == ("Speakers", "Board"), sound_outputs()
sound = SoundTest()
assert sound.play("Board")
QTimer.singleShot(2200, application.quit)
application.exec()
sound.stop()
"""


def test_the_sound_is_soft_and_has_no_click() -> None:
    samples = array.array("h", soft_chord())
    assert 0.02 * 32_767 < max(map(abs, samples)) <= 0.12 * 32_767
    steps = [abs(after - before) for before, after in pairwise(samples)]
    assert max(steps) < 600, "no jump that would be heard as a click"
    assert abs(samples[0]) < 50
    assert abs(samples[-1]) < 50


def test_an_output_that_is_not_there_is_told(qtbot: QtBot) -> None:
    sound = SoundTest()
    assert not sound.play("an output that nobody has")
    sound.stop()
    sound.deleteLater()


@pytest.mark.skipif(bool(sound_server.why_not()), reason=sound_server.why_not() or "never")
def test_it_is_heard_softly_where_it_was_sent_and_nowhere_else() -> None:
    path = {"PYTHONPATH": os.pathsep.join(sys.path), "QT_QPA_PLATFORM": "offscreen"}
    with sound_server.sound_server("Speakers", "Board") as server:
        command = [sys.executable, "-c", _PLAYS]
        largest = sound_server.loudness_while(command, server | path, ("Speakers", "Board"))
    assert largest["Speakers"] == 0
    assert 1_000 < largest["Board"] <= 0.13 * 32_767
