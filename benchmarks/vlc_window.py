"""libVLC playing a film into its own window, as the peer that does nothing but play.

As ``python -m benchmarks.vlc_window FILE``.
"""

from __future__ import annotations

import sys
import time

import vlc
from PySide6.QtWidgets import QApplication, QWidget


def main() -> None:
    application = QApplication(["vlc-window"])
    window = QWidget()
    window.resize(1920, 1080)
    window.show()
    application.processEvents()
    options = ("--no-video-title-show", "--avcodec-hw=none", "--aout=dummy")
    instance = vlc.Instance("--quiet", *options)
    player = instance.media_player_new()
    player.set_media(instance.media_new_path(sys.argv[1]))
    player.set_xwindow(int(window.winId()))
    player.play()
    limit = time.monotonic() + 20
    while player.get_time() < 1000 and time.monotonic() < limit:
        application.processEvents()
        time.sleep(0.05)
    print("playing", flush=True)
    time.sleep(11)
    player.stop()


if __name__ == "__main__":
    main()
