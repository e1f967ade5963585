"""The Braille of a lesson's version: the stored file where it fits, else made here, else a sentence."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.handouts.braille import Grade, brf, pages
from lesson_player.handouts.braille_store import stored
from lesson_player.handouts.braille_text import braille_text
from lesson_player.handouts.liblouis import TranslationFailed, liblouis, speaks, translate
from lesson_player.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from lesson_player.handouts.braille_text import BrailleLine
    from lesson_player.handouts.source import HandoutSource

_LOG = logging.getLogger(__name__)
SUFFIX = ".brf"


def braille_copy(
    source: HandoutSource, grade: Grade, find: Callable[[], Path | None] = liblouis
) -> bytes | Problem:
    """The pupils' text of *source* as a BRF file, or why there is none. *find* gives Liblouis' program."""
    text = braille_text(source)
    ready = stored(source.bundle.folder, text, grade)
    if ready is not None:
        return ready
    program = find()
    if not speaks(source.lesson.language):
        sentence = tr("Only English lessons can be put into Braille here.")
        return Problem(code="braille-language", sentence=sentence)
    if program is None:
        return Problem(
            code="no-braille",
            sentence=tr(
                "There is no Braille of “{version}” here: its words differ from the lesson’s own, and the "
                "program that translates them, Liblouis, is not on this computer.",
                version=source.version_title,
            ),
            remedy=tr("Choose another version, or ask your technician to install Liblouis (liblouis-bin)."),
        )
    try:
        return made(text, grade, program)
    except TranslationFailed as error:
        _LOG.warning("Liblouis could not translate: %s", error)
        return Problem(
            code="braille-failed",
            sentence=tr("Liblouis could not put “{version}” into Braille.", version=source.version_title),
            remedy=tr("Choose another version."),
        )


def made(text: Sequence[BrailleLine], grade: Grade, program: Path) -> bytes:
    """*text* as a BRF file. Raises TranslationFailed."""
    return brf(pages(translate(text, grade, program)))
