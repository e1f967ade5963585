"""The test sound is soft, begins and ends in silence, and says so when there is nowhere to play it."""

from __future__ import annotations

import array
from itertools import pairwise

from pytestqt.qtbot import QtBot

from lesson_player.desktop.sound import SoundTest, soft_chord


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
