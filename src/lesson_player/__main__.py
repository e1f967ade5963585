"""``python -m lesson_player``."""

from __future__ import annotations

import sys

from lesson_player.foundation.startup import hold_collection

hold_collection()


def main() -> int:
    """Run the program; gives its exit code."""
    from lesson_player.cli.main import main as run  # noqa: PLC0415 - after the collector is held
    from lesson_player.foundation.languages import speak  # noqa: PLC0415 - after the collector is held

    speak()
    return run()


if __name__ == "__main__":
    sys.exit(main())
