"""``python -m docs.pictures``: pictures of the manual from the running program, and docs/keys.md.

Nothing is shown, and nothing of the user's is read or written: there are two screens in memory, and a home
folder that goes away at the end. The program chooses the film engine, as it does for a teacher.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from docs.pictures.screens import platform_with_two_screens

HERE = Path(__file__).parent


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LESSON_PLAYER_HOME"] = folder
        os.environ["QT_QPA_PLATFORM"] = platform_with_two_screens(Path(folder))

        # Qt reads the platform when it is first used, so what needs it comes now.
        from docs.pictures import help_pictures, keys, lesson, library
        from docs.pictures.camera import Camera

        camera = Camera(HERE)
        lesson.take_pictures(camera)
        library.take_pictures(camera)
        help_pictures.take_pictures(camera)
        keys.PAGE.write_text(keys.page(), encoding="utf-8")
        print(f"{keys.PAGE.name}: {len(keys.rows())} commands")


if __name__ == "__main__":
    main()
