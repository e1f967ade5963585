"""The lesson's colours, and the people who wear them."""

from __future__ import annotations

from dataclasses import dataclass, replace

TEAL, PALE_TEAL = "#0B5D66", "#BFE3E3"
CREAM, PAPER, STONE = "#FBF6EA", "#FFFDF7", "#E4E1D8"
ORANGE, PALE_ORANGE = "#D9772B", "#F6C58F"
PLUM, PALE_PLUM = "#6B4E71", "#CDBBD3"
SKY, LEAF, YELLOW, RED = "#A9CCE3", "#6F9A5B", "#F4D35E", "#C8553D"
GREY, PALE_GREY = "#5B6470", "#AEB6BF"
MID_TEAL = "#3F8E95"

ON_TEAL, ON_ORANGE, ON_PLUM = "#DDF0EF", "#FCE9D2", "#ECE3EF"
ON_SKY, ON_LEAF, ON_YELLOW = "#DDEBF6", "#E4EEDC", "#FBF0C4"

FAIR, TAN, BROWN, DARK = "#F2C9A5", "#D99A6C", "#A86B42", "#6F4427"
BLACK_HAIR, DARK_HAIR, BROWN_HAIR, FAIR_HAIR, GREY_HAIR = (
    "#2A2320",
    "#5B3A22",
    "#8A5A2B",
    "#C9A15A",
    "#7A7A80",
)

LENSES = {FAIR: "#F8DEC8", TAN: "#EFD0B4", BROWN: "#D9B491", DARK: "#B08A69"}


@dataclass(frozen=True, slots=True)
class Person:
    """How someone looks. ``hair`` names a shape in ``hair.py``; ``aids`` name things in ``people.py``."""

    skin: str
    hair: str
    hair_colour: str
    top: str
    aids: frozenset[str] = frozenset()
    adult: bool = False
    trim: str = ""

    def with_aids(self, *aids: str) -> Person:
        """The same person with other aids or things worn."""
        return replace(self, aids=frozenset(aids))


def _who(
    skin: str, hair: str, colour: str, top: str, *aids: str, adult: bool = False, trim: str = ""
) -> Person:
    return Person(skin, hair, colour, top, frozenset(aids), adult, trim)


MAYA = _who(BROWN, "plait", BLACK_HAIR, MID_TEAL, "hearing aid")
MUM = _who(BROWN, "bun", BLACK_HAIR, PLUM, adult=True, trim=PALE_PLUM)
MS_OKAFOR = _who(DARK, "natural", BLACK_HAIR, ORANGE, "glasses", "lanyard", "earrings", adult=True)
DAD = _who(TAN, "short", BLACK_HAIR, "#4F7F9F", "beard", adult=True)
CARER = _who(FAIR, "bob", FAIR_HAIR, "#8F6F96", adult=True)
GRANDAD = _who(DARK, "receding", GREY_HAIR, LEAF, "grey beard", adult=True)
ADVISER = _who(TAN, "scarf", PLUM, PALE_ORANGE, "headset", adult=True)
OFFICER = _who(FAIR, "cap", DARK_HAIR, "#2F4358", adult=True)
TEACHER = _who(FAIR, "short", BROWN_HAIR, LEAF, "glasses", "lanyard", adult=True)
SAM = _who(FAIR, "tousled", BROWN_HAIR, YELLOW)
AMIR = _who(TAN, "curly", BLACK_HAIR, LEAF)
ZOE = _who(DARK, "puffs", BLACK_HAIR, YELLOW)
LEILA = _who(TAN, "scarf", TEAL, PALE_PLUM)
FINN = _who(FAIR, "short", FAIR_HAIR, PLUM, "glasses")
JOE = _who(BROWN, "short", BLACK_HAIR, SKY, "ear defenders")
MEI = _who(FAIR, "long", BLACK_HAIR, RED)
KOFI = _who(DARK, "flat", BLACK_HAIR, SKY)
