"""How large files may be: far above any real lesson, and low enough that a hostile file costs little."""

from __future__ import annotations

TEXT_FILE_BYTES = 1_048_576
"""A lesson, film, adaptation, picture catalogue or services file: 1 MB. Maya's story has 0.06 MB."""

CAPTION_FILE_BYTES = 1_048_576
"""A caption file: 1 MB, some 15,000 captions, as many as in ten long films."""

CAPTION_CHARACTERS = 2_000
"""Text of one caption with its tags. What is longer is cut off there; two full lines have some 80."""

MOST_NODES = 100_000
"""Values in one file."""

MOST_DEPTH = 20
"""How deep lists and keys may stand in each other. The format needs nine."""

MOST_PROBLEMS = 100
"""Problems reported for one file; the rest is only counted."""

MOST_ADAPTATIONS = 100
"""Adaptations of one lesson."""
