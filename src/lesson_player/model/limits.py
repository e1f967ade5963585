"""How large files may be: far above any real lesson, and low enough that a hostile file costs little."""

from __future__ import annotations

TEXT_FILE_BYTES = 1_048_576
"""A lesson, film, adaptation, picture catalogue or services file: 1 MB. Maya's story has 0.06 MB."""

CAPTION_FILE_BYTES = 2_097_152
"""A caption file: 2 MB, some 30,000 captions."""

MOST_NODES = 100_000
"""Values in one file."""

MOST_DEPTH = 20
"""How deep lists and keys may stand in each other. The format needs nine."""

MOST_PROBLEMS = 100
"""Problems reported for one file; the rest is only counted."""

MOST_ADAPTATIONS = 100
"""Adaptations of one lesson."""
