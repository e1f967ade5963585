"""A pack: one file that carries lessons, films and adaptations from one computer to another."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from lesson_player.model.base import LongText, Text, Value
from lesson_player.model.film import FileName, Sha256
from lesson_player.model.limits import MOST_PACK_FILES, PACK_BYTES

SUFFIX = ".lessonpack"
"""How the name of a pack ends."""
MANIFEST = "pack.json"
"""The file in a pack that lists all others."""


class PackedFile(Value):
    """What a file of the pack has to be, so that a copy that is not whole is noticed."""

    size: Annotated[int, Field(ge=0, le=PACK_BYTES)]
    """Bytes."""
    sha256: Sha256


class PackManifest(Value):
    """The list of a pack, its file ``pack.json``."""

    format: Literal[1]
    title: Text
    """What is in it, such as "Maya's story"."""
    licences: Annotated[tuple[LongText, ...], Field(max_length=100)] = ()
    """What may be done with it and who made it, a line for each part; whoever installs it reads them."""
    files: Annotated[dict[FileName, PackedFile], Field(min_length=1, max_length=MOST_PACK_FILES)]
    """Every other file of the pack, by its path in it."""


class InstalledPack(Value):
    """What a content store remembers of a pack that was installed, so that it can be taken out again."""

    format: Literal[1]
    title: Text
    installed: datetime
    pieces: Annotated[tuple[FileName, ...], Field(max_length=MOST_PACK_FILES)]
    """The lessons' and films' folders and the adaptations that it brought, as paths in the store."""
    taken_out: bool = False
    """Whether what was there before is in use again, and the pack's own is kept beside it."""
    fresh: bool = False
    """Whether it is being put in for the first time."""
    moves: Annotated[tuple[tuple[FileName, FileName], ...], Field(max_length=4 * MOST_PACK_FILES)] = ()
    """Renamings that were begun, from and to, by paths in the store; empty once all of them are done."""
