"""What a page is made of. A block says what it means; each renderer decides how that looks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by its id in the lesson's catalogue."""

    id: str
    alt: str
    """What it shows, in words; empty for decoration that screen readers leave out."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. Level 1 is the handout's title alone, so *level* is 2 or 3."""

    text: str
    level: int = 2


class Size(StrEnum):
    """How large a paragraph is beside the handout's own text size."""

    LEAD = "lead"
    """Larger: what matters most on the page."""
    BODY = "body"
    SMALL = "small"
    """Sources and dates, for adults."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of text."""

    text: str
    size: Size = Size.BODY


@dataclass(frozen=True, slots=True)
class PictureLine:
    """A sentence with its picture on the left, as Easy Read has it."""

    text: str
    picture: Picture | None = None
    lead: str = ""
    """A word or a name that stands before the text in bold: a key word, a service."""
    contact: str = ""
    """A telephone number or an address, shown large."""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list. With *ordered* it is numbered, with *boxes* each item has a box to tick."""

    items: tuple[str, ...]
    ordered: bool = False
    boxes: bool = False


@dataclass(frozen=True, slots=True)
class Initial:
    """A letter that stands for a word, and what it means."""

    letter: str
    lead: str
    text: str


@dataclass(frozen=True, slots=True)
class Initials:
    """Words that are remembered by their first letters, each letter large on the left."""

    items: tuple[Initial, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One large picture on its own."""

    picture: Picture
    share: float = 0.5
    """Its width as a share of the text's width, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Card:
    """A picture with a few words under it."""

    text: str
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class CardGrid:
    """Cards of equal size, to be cut out along lines: *columns* by *rows* fill one page."""

    cards: tuple[Card, ...]
    columns: int = 2
    rows: int = 3


@dataclass(frozen=True, slots=True)
class Gallery:
    """Small pictures side by side, each with its words under it, to look at."""

    cards: tuple[Card, ...]
    columns: int = 3


@dataclass(frozen=True, slots=True)
class Board:
    """Empty places side by side, as large as a card, onto which cards are laid: now, next."""

    places: tuple[str, ...]
    """What stands above each place."""


@dataclass(frozen=True, slots=True)
class ChoiceBoxes:
    """Answers to tick or point at, each with a box, a picture and its words."""

    choices: tuple[Card, ...]
    columns: int = 2


@dataclass(frozen=True, slots=True)
class WritingSpace:
    """Ruled lines to write on; where *lines* is 0, an empty frame as high as the rest of the page."""

    lines: int = 4
    label: str = ""
    """What the space is for, above it."""
    starter: str = ""
    """The beginning of an answer, on the first line."""


@dataclass(frozen=True, slots=True)
class Fields:
    """Short things to fill in by hand, each with room beside its label: a date, a place."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose first row holds headings."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...] = ()
    """Widths of the columns beside each other; equal ones where empty."""
    caption: str = ""


class Tone(StrEnum):
    """What kind of note it is. Never told by colour alone: the note has words of its own."""

    PLAIN = "plain"
    KEY = "key"
    """The message that stays: it is never the child's fault."""
    CARE = "care"
    """Something an adult has to take care of."""


@dataclass(frozen=True, slots=True)
class Note:
    """Some blocks in a box of their own."""

    blocks: tuple[Block, ...]
    title: str = ""
    tone: Tone = Tone.PLAIN


class Said(StrEnum):
    """What a line of a transcript is."""

    CHAPTER = "chapter"
    SPOKEN = "spoken"
    DESCRIBED = "described"
    """What can only be seen, as the audio description tells it."""


@dataclass(frozen=True, slots=True)
class TranscriptRow:
    """One line of a transcript."""

    at_s: float
    """When it begins, in seconds of the film."""
    text: str
    speaker: str = ""
    said: Said = Said.SPOKEN


@dataclass(frozen=True, slots=True)
class Transcript:
    """All that is said and described in a film, with times."""

    rows: tuple[TranscriptRow, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that stay on one page."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class CutSheet:
    """Small cards that are cut out or folded: *columns* by *rows* fill one page."""

    faces: tuple[tuple[Block, ...], ...]
    """What stands on each card."""
    columns: int = 2
    rows: int = 2


@dataclass(frozen=True, slots=True)
class Framed:
    """A page of its own inside a frame, everything centred, such as a certificate."""

    blocks: tuple[Block, ...]


Block = (
    Heading
    | Paragraph
    | PictureLine
    | Bullets
    | Initials
    | Figure
    | CardGrid
    | Gallery
    | Board
    | ChoiceBoxes
    | WritingSpace
    | Fields
    | Table
    | Note
    | Transcript
    | PageBreak
    | Together
    | CutSheet
    | Framed
)
