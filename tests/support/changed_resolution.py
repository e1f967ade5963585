"""A lesson on the one screen that everybody sees, whose resolution is changed while a film plays.

    python -m tests.support.changed_resolution

Runs in a virtual screen of 1920x1080 pixels and changes its mode with xrandr. Prints one line of JSON for
each.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from lesson_player.application.desk import Screens
from lesson_player.application.qt_application import with_windows
from lesson_player.desktop.jobs import JobRunner
from lesson_player.ui.audience.window import AudienceWindow
from tests.support.pulled_projector import monitors, start_desk, wait_until

WIDTH, HEIGHT = 1920, 1080
SIZES = ((1280, 720), (1024, 768), (1920, 1080))


def main() -> None:
    for width, height in SIZES[:-1]:
        # Any timing will do: nothing is sent to a screen.
        across = f"{width} {width + 8} {width + 16} {width + 24}"
        down = f"{height} {height + 2} {height + 4} {height + 6}"
        name = f"{width}x{height}"
        monitors(f"--newmode {name} 60 {across} {down}", f"--addmode screen {name}")
    application = with_windows()
    jobs = JobRunner()
    with tempfile.TemporaryDirectory() as folder:
        desk = start_desk("silent", Path(folder), jobs, Screens.SHARED)
        (board,) = desk.windows
        assert isinstance(board, AudienceWindow)
        desk.controller.run("next")
        wait_until(lambda: desk.controller.state.film.status.value == "playing")
        for width, height in SIZES:
            # On a slow machine the film must not come to its pause meanwhile.
            desk.controller.seek_film(2.0)
            monitors(f"--output screen --mode {width}x{height}")
            wait_until(lambda size=(width, height): (board.width(), board.height()) == size)  # type: ignore[misc]
            wait_until(board.isFullScreen)
            page = board.picture.size()
            found = {
                "size": [width, height],
                "page": [page.width(), page.height()],
                "status": desk.controller.state.film.status.value,
                "step": desk.controller.view.number,
            }
            sys.stdout.write(json.dumps(found) + "\n")
            sys.stdout.flush()
        desk.controller.end()
        desk.shown.put_away()
        jobs.close()
    application.processEvents()


if __name__ == "__main__":
    main()
