"""What stands on the class screen, as a description that the layout turns into placed things.

A slide description has no field for teacher's notes, so notes cannot reach the class.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from lesson_player.model.appearance import Appearance
from lesson_player.model.base import Value
from lesson_player.model.caption_look import CaptionLook, SignerPlace, SignerSize
from lesson_player.model.captions import Cue
from lesson_player.model.film import Signer
from lesson_player.model.reading import SpokenMark


class PictureRef(Value):
    """A picture to show: its id in the lesson's catalogue and its alt text."""

    id: str
    alt: str


class Row(Value):
    """A picture on the left and words on the right."""

    id: str
    text: str
    """May hold ``**strong**`` words."""
    lead: str = ""
    """A word or name that stands before the text in bold, as for key words and services."""
    picture: PictureRef | None = None
    shown: bool = True
    """False while the row waits to be revealed: its room is kept, nothing of it is painted."""
    current: bool = False
    """The row that is being talked about."""


class Card(Value):
    """A large choice: a picture with a few words under it."""

    id: str
    number: int
    text: str
    picture: PictureRef | None = None
    chosen: bool = False


class SlideLayout(StrEnum):
    """The few shapes a slide can have."""

    ROWS = "rows"
    """A heading and up to three rows."""
    CARDS = "cards"
    """A question and up to six large picture choices; the chosen one's reply under them."""
    CALM = "calm"
    """One large picture and a few words."""
    TITLE = "title"
    """The lesson's title and picture: before the class begins, and while the teacher prepares."""


class Slide(Value):
    """One slide."""

    id: str
    layout: SlideLayout
    heading: str
    rows: tuple[Row, ...] = ()
    cards: tuple[Card, ...] = ()
    reply: str = ""
    picture: PictureRef | None = None
    """The large picture of a calm or title slide, or the small one beside a question."""

    @property
    def current(self) -> str:
        """Id of the row being talked about, or an empty text."""
        return next((row.id for row in self.rows if row.current), "")


class SignerView(Value):
    """The window for the signer. Its frames come from the player too: those of the signed version."""

    version: str
    """The version whose picture is cut."""
    cut: Signer
    """Where the signer is in that picture."""
    place: SignerPlace
    size: SignerSize


class FilmPicture(Value):
    """The film on the class screen. The frame itself comes from the player, past the lesson's state."""

    film: str
    version: str
    status: Literal["ready", "playing", "resting", "ended", "missing", "failed"]
    title: str
    cues: tuple[Cue, ...] = ()
    """Captions to draw now; empty when captions are off."""
    speakers: tuple[str, ...] = ()
    """The film's speakers in order, so that each keeps a colour in the captions."""
    caption_room: bool = True
    """Whether room for captions is kept, so that the picture never jumps."""
    look: CaptionLook = CaptionLook()
    """How captions look, and where they stand."""
    signer: SignerView | None = None
    """The window for the signer beside a version without one; None while there is none."""
    signed: Signer | None = None
    """Where a signer is in the picture itself: captions never cover it."""
    prompt: Slide | None = None
    """The question asked while the film rests; shown beside the held frame."""
    description: str = ""
    """What was described last; empty while audio description is off."""
    message: str = ""
    """For the class, when there is no film to show: a calm sentence, never an error."""


class NowNext(Value):
    """The now-and-next strip."""

    now: str
    next: str = ""


class ScreenKind(StrEnum):
    """What the class screen is doing."""

    SLIDE = "slide"
    FILM = "film"
    HIDDEN = "hidden"
    CALM = "calm"


class ClassView(Value):
    """All that the class can see. Teacher's notes have no place in it."""

    screen: ScreenKind
    slide: Slide
    """The slide; behind a film, the title slide to fall back to."""
    film: FilmPicture | None = None
    appearance: Appearance
    footer: str = ""
    now_next: NowNext | None = None
    step_number: int
    """Counted from 1 within the sitting, for the dots at the foot."""
    step_count: int
    sample: str = ""
    """The word to show in the corner while sample content is on screen; empty otherwise."""
    spoken: SpokenMark | None = None
    """What is being read aloud, to be marked; None while nothing is."""
    focus: str = ""
    """Id of the line that has the line focus, so that the others recede; empty where none has."""
    announcement: str = ""
    """What a screen reader on the class screen says for this view."""

    @property
    def unmarked(self) -> ClassView:
        """The same page with nothing marked on it."""
        return self.model_copy(update={"spoken": None, "focus": ""})
