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

PACK_BYTES = 2_000_000_000
"""A pack, and all that is in it: 2 GB, room for two hours of film. Zip files count higher in another way."""

MOST_PACK_FILES = 5_000
"""Files of a pack. Maya's story has some 550 with its recorded voice."""

PACK_LIST_BYTES = 2_000_000
"""The list of a pack's files: 2 MB, some 400 bytes for each of the most that there can be."""

PACK_TEXT_BYTES = 8_000_000
"""All YAML files of a pack: 8 MB. Those of Maya's story and its film have 0.1 MB."""

PICTURE_FILE_BYTES = 20_000_000
"""A photograph or a drawing in pixels: 20 MB."""

PICTURE_PIXELS = 40_000_000
"""Pixels of a picture: a photograph from any telephone, not one made to fill the memory."""

SOUND_FILE_BYTES = 200_000_000
"""A recorded voice or description: 200 MB, more than an hour without loss."""
