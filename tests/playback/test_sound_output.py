"""The sound goes where it was sent by name; an output that is not there is no reason to be silent."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.support import sound_server

_PLAYS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from lesson_player.playback.engines import choose_engine
from lesson_player.playback.pair import VersionPair

application = QApplication([])
engine, film, *names = sys.argv[1:]
pair = VersionPair(choose_engine(engine).make_player)
pair.set_volume(100)
for name in names:
    pair.set_sound_output(name)
pair.state_changed.connect(lambda state: state.status.value == "resting" and state.is_open and pair.play())
pair.frame_ready.connect(lambda frame: frame.time_s > 2.3 and application.quit())
pair.open(Path(film))
QTimer.singleShot(20_000, application.quit)
application.exec()
pair.close()
"""
OUTPUTS = ("Speakers", "Board")
LOUD = 2_000


@pytest.mark.skipif(bool(sound_server.why_not()), reason=sound_server.why_not() or "never")
@pytest.mark.parametrize("engine", ["vlc", "qt"])
@pytest.mark.parametrize(
    ("names", "heard"),
    [
        pytest.param(("Board",), "Board", id="by name"),
        pytest.param(("Gone",), "Speakers", id="not there", marks=pytest.mark.slow),
        pytest.param(("Board", ""), "Speakers", id="the usual one again", marks=pytest.mark.slow),
    ],
)
def test_the_film_is_heard_where_it_was_sent(
    engine: str, names: tuple[str, ...], heard: str, film_path: Path
) -> None:
    command = [sys.executable, "-c", _PLAYS, engine, str(film_path), *names]
    path = {"PYTHONPATH": ":".join(sys.path), "QT_QPA_PLATFORM": "offscreen"}
    with sound_server.sound_server(*OUTPUTS) as server:
        largest = sound_server.loudness_while(command, server | path, OUTPUTS)

    assert {name for name, loudness in largest.items() if loudness > LOUD} == {heard}, largest
