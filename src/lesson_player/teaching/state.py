"""The one frozen value that says where a lesson stands."""

from __future__ import annotations

from enum import StrEnum

from lesson_player.model.adaptation import AddedPause
from lesson_player.model.appearance import Appearance, FilmChoice
from lesson_player.model.base import Duration, Rate, Value, Volume
from lesson_player.model.reading import ReadingChoice
from lesson_player.model.style import Style


class FilmStatus(StrEnum):
    """How the film of the current step stands."""

    READY = "ready"
    """Not started: the class sees the notice."""
    PLAYING = "playing"
    RESTING = "resting"
    MISSING = "missing"
    """There is no file to show."""
    FAILED = "failed"
    """It died in the middle; its last frame is kept."""


class Repeat(Value):
    """A part of the film that is shown again and again, in seconds of the version that is on."""

    from_s: float
    to_s: float | None = None
    """None while only its start has been chosen."""


class TellingKind(StrEnum):
    """What a voice says over a film."""

    DESCRIPTION = "description"
    CAPTION = "caption"


class Telling(Value):
    """A text that a voice says over the film. Times in seconds of the version that is on."""

    kind: TellingKind
    text: str
    from_s: float
    """Where its cue starts."""
    to_s: float
    """Where its cue ends."""
    wait_s: float | None = None
    """Where the film waits for the voice to finish; None for a text for which it does not wait."""


class FilmStanding(Value):
    """Where the film of the current step stands."""

    status: FilmStatus = FilmStatus.READY
    leg: int = 0
    """Which stretch between two marks: leg 0 runs from the start of the part to its first mark."""
    reached: bool = False
    """Whether the film rests at the mark that ends the leg, so that its question is asked."""
    signer_off_s: float | None = None
    """How far the signer's window is ahead of the film, in whole tenths of a second; None while unknown."""
    at_s: float = 0.0
    """Seconds in the version that is on."""
    jump: int = 0
    """Counts the moves that set ``at_s`` on purpose: the player seeks when it changes."""
    frames: int = 0
    """Frames stepped on purpose at rest, those back counted off: the player steps by what is new."""
    repeat: Repeat | None = None
    telling: Telling | None = None
    """What a voice says now."""
    next_telling: Telling | None = None
    """What it will say after that."""
    described_s: float | None = None
    """Start of the description that was taken up last since the film was put elsewhere."""
    cut_off_s: float | None = None
    """Start of a description that was not told to its end."""
    read_s: float | None = None
    """Start of the caption that was taken up last since the film was put elsewhere."""
    held: bool = False
    """Whether a film that plays waits until the description has been told."""
    said: str = ""
    """For the teacher: what a film tool has just done."""
    message: str = ""
    """For the teacher: what went wrong."""


class ReadLine(Value):
    """A line of the class screen that can be read aloud."""

    id: str
    """Of the row or card; ``heading`` or ``reply`` for those."""
    text: str
    """What is spoken, as `model.voice.spoken_text` gives it."""


class Reading(Value):
    """A reading of the class screen, at one of its lines."""

    line: ReadLine
    left: tuple[ReadLine, ...] = ()
    """The lines that follow."""
    turn: int
    """Counts the lines that were begun in this sitting: a voice speaks when it changes."""
    recorded: bool = False
    """Whether the line has a recording, and so a time for each of its words."""
    word: int | None = None
    """Which word is heard, counted from 0; None before the first one, and where the voice does not tell."""


class Screen(StrEnum):
    """What lies over the lesson on the class screen."""

    OPEN = "open"
    HIDDEN = "hidden"
    CALM = "calm"


class LessonState(Value):
    """Where a lesson stands. Everything that anyone sees is computed from it and its course."""

    sitting: str
    step: int = 0
    """Index within the sitting."""
    beat: int = 0
    """Index of the step's slide, or of the question's slide while a film rests at a mark."""
    pointed: str = ""
    """Id of the picture of a question that was pointed at last; empty for none."""
    film: FilmStanding = FilmStanding()
    screen: Screen = Screen.OPEN
    appearance: Appearance = Appearance()
    style: Style | None = None
    """How the appearance came about; None for a place that was kept before this was told."""
    film_choice: FilmChoice = FilmChoice()
    volume: Volume = 80
    muted: bool = False
    rate: Rate = 1.0
    """Speed of the film; 1 is usual."""
    reading: Reading | None = None
    """What is read aloud from the class screen; None while nothing is."""
    readings: int = 0
    """How many lines have been begun to be read in this sitting."""
    reading_choice: ReadingChoice = ReadingChoice()
    focus: str = ""
    """Id of the line that has the line focus; empty where none has."""
    no_voice: str | None = None
    """Why the computer has no voice of its own; empty when it has one, None until it is known."""
    own_pauses: tuple[AddedPause, ...] = ()
    """Pause points that the teacher has added in this lesson."""
    pauses_off: tuple[str, ...] = ()
    """Ids of own pause points, of this lesson or an earlier one, that the teacher has taken away."""
    spent_s: Duration = 0.0
    """Seconds taught in this sitting, with the timer running."""
    step_spent_s: Duration = 0.0
    """Seconds since this step was come to, with the timer running."""
    timer_paused: bool = False
    messages: tuple[str, ...] = ()
    """For the teacher alone, newest last."""


def style_of(state: LessonState) -> Style:
    """How the state's appearance came about; where that is not known, it is what the lesson began with."""
    return state.style or Style(
        base=state.appearance, base_film=state.film_choice, base_reading=state.reading_choice
    )
