"""Where the launcher begins: the program as it is packed for Windows."""

from __future__ import annotations

import sys

# The program starts itself again by its own file, with no arguments of Python's.
sys.frozen = True  # type: ignore[attr-defined]

if __name__ == "__main__":
    from lesson_player.__main__ import main

    sys.exit(main())
