"""``python -m lesson_player``."""

from __future__ import annotations

import sys

from lesson_player.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
