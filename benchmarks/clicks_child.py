"""The sample film, played and swapped to its signed version and back, for its sound to be recorded.

    python -m benchmarks.clicks_child ENGINE START SWAPS

Prints "playing" when it begins. Plays from START seconds for as long as ten swaps take, if it makes none too.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest

from benchmarks.film_child import wait_for
from lesson_player.application.qt_application import with_windows
from lesson_player.control.director import story_map
from lesson_player.formats.film import load_film
from lesson_player.model.film import BSL, FILM
from lesson_player.playback.engines import choose_engine
from lesson_player.playback.pair import OtherVersion, VersionPair

MOST_SWAPS = 10
_BEFORE_MS = 3000
_BETWEEN_MS = 3200
"""Long enough for libVLC to hand the sound over, 1.5 s after a swap."""


def main() -> None:
    engine, start, swaps = sys.argv[1:]
    _application = with_windows()
    loaded, problems = load_film(Path("media/mayas-story"))
    if loaded is None:
        sys.exit(str(problems))
    there, back = (story_map(loaded.film, *pair) for pair in ((FILM, BSL), (BSL, FILM)))
    player = VersionPair(choose_engine(engine).make_player)
    player.set_volume(100)
    player.open(loaded.path(FILM), float(start), OtherVersion(loaded.path(BSL), there, back))
    wait_for(lambda: player.can_swap)
    player.play()
    print("playing", flush=True)
    QTest.qWait(_BEFORE_MS)
    maps = (there, back)
    for number in range(MOST_SWAPS):
        if number < int(swaps):
            wait_for(lambda: player.can_swap)
            _swap(player, maps[number % 2].at)
        QTest.qWait(_BETWEEN_MS)
    player.close()


def _swap(player: VersionPair, moment_of: Callable[[float], float]) -> None:
    if not player.swap(moment_of(player.position_s)):
        sys.exit("the other version is not ready")


if __name__ == "__main__":
    main()
