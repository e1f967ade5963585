"""How large and how wide text is set on paper, from what a lesson's version wants for its class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.handouts.handout import Lettering
from lesson_player.model.typeface import DEFAULT_TYPEFACE, TYPEFACES

if TYPE_CHECKING:
    from lesson_player.handouts.source import HandoutSource

EASY_READ_PT = 18.0
"""Easy Read asks for 14 points and more, 16 being better (gov.uk; Inclusion Europe)."""
SMALLEST_EASY_READ_PT = 16.0
LARGE_PRINT_PT = 24.0
"""Large print begins at 16 to 18 points; 24 is what the RNIB calls giant print."""
ADULT_PT = 12.0
_PAPER_LINES = 1.3


def for_pupils(source: HandoutSource, size_pt: float) -> Lettering:
    """Text that pupils read: typeface and spacing as on the class screen, at least *size_pt* points large.

    The class screen's text size is not taken over: a page in the hand is read from 40 cm, and who needs
    larger letters has large print.
    """
    look = source.appearance
    return Lettering(
        typeface=look.font if look.font in TYPEFACES else DEFAULT_TYPEFACE,
        size_pt=size_pt,
        letter_spacing=look.letter_spacing,
        word_spacing=look.word_spacing,
        line_spacing=max(_PAPER_LINES, look.line_spacing),
    )


def for_adults(size_pt: float = ADULT_PT) -> Lettering:
    """Text that teachers, parents and carers read."""
    return Lettering(size_pt=size_pt, line_spacing=1.35)
