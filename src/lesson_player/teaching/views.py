"""What the teacher's window shows, computed from the lesson's state."""

from __future__ import annotations

from enum import StrEnum

from lesson_player.model.base import Value
from lesson_player.model.caption_look import CaptionLook, SignerPlace, SignerSize
from lesson_player.model.film import Signer
from lesson_player.model.lesson import Notes
from lesson_player.model.reading import ReadingChoice
from lesson_player.model.slide import ClassView, SignerView
from lesson_player.model.style import Style


class Standing(StrEnum):
    """Where a step stands in the sitting."""

    DONE = "done"
    CURRENT = "current"
    COMING = "coming"


class StepEntry(Value):
    """One step in the teacher's list."""

    number: int
    """Counted from 1 within the sitting."""
    id: str
    title: str
    minutes: int
    standing: Standing
    optional: bool = False
    """Whether it may be skipped when time is short."""
    skip: bool = False
    """Whether it is to be skipped now, so that the sitting ends on time."""


class Pace(Value):
    """Time spent against time planned, in seconds."""

    spent_s: float
    planned_s: float
    """Planned length of the whole sitting."""
    left_s: float = 0.0
    """What is left of the sitting's planned time; negative when over."""
    behind_s: float
    """How far behind the plan, counting the current step as due at its end; negative when ahead."""
    step_left_s: float
    """What is left of the current step's minutes; negative when over."""
    paused: bool
    skippable: tuple[str, ...] = ()
    """Titles of the coming steps that may be skipped."""
    to_skip: tuple[str, ...] = ()
    """Titles of those to skip so that the sitting ends on time; none when all is well."""
    late_s: float = 0.0
    """How late the sitting ends when those are skipped; never negative."""


class CaptionTrack(Value):
    """A caption track that can be chosen."""

    id: str
    title: str


class FilmSettings(Value):
    """How films are shown in this lesson; kept from step to step."""

    version: str
    version_title: str
    other_version: str | None
    """The version that "swap" would bring; None when there is only one."""
    other_title: str = ""
    captions: bool
    captions_available: bool
    """False where the version that is on has no caption track, or carries captions in its picture."""
    tracks: tuple[CaptionTrack, ...] = ()
    """The caption tracks of the version that is on."""
    track: str = ""
    """Id of the track that is shown."""
    look: CaptionLook = CaptionLook()
    signer: SignerPlace = SignerPlace.OFF
    """Where the teacher wants the window for the signer."""
    signer_size: SignerSize = SignerSize.MEDIUM
    no_signer: str = ""
    """Why there can be no window for the signer now; empty where there can be one."""
    window: SignerView | None = None
    """The signer's window as it stands in a film step; None while there is none."""
    signed: Signer | None = None
    """Where a signer is in the picture of the version that is on."""
    description: bool = False
    """Whether audio description is on."""
    no_description: str = ""
    """Why there is no audio description now; empty where there is one."""
    spoken_captions: bool = False
    """Whether the captions are read aloud."""
    no_spoken_captions: str = ""
    """Why the captions cannot be read aloud now; empty where they can."""
    volume: int
    """0 to 100."""
    muted: bool


class ReadingSettings(Value):
    """How slides are read aloud, and whether one is now."""

    choice: ReadingChoice
    reading: bool = False
    """Whether a voice reads the class screen."""
    readable: bool = False
    """Whether there are words on the class screen to be read."""
    without_voice: tuple[str, ...] = ()
    """The lines in view that neither a recording nor the computer can read."""


class ChapterEntry(Value):
    """A chapter in the teacher's list."""

    title: str
    at_s: float
    """Where the part shows it first, in seconds of the version that is on."""
    current: bool = False


class LineKind(StrEnum):
    """What a line of the transcript is."""

    CHAPTER = "chapter"
    SAID = "said"
    DESCRIPTION = "description"


class TranscriptLine(Value):
    """A line of the transcript. Times in seconds of the version that is on."""

    kind: LineKind
    at_s: float
    until_s: float
    text: str
    speaker: str = ""
    inside: bool = True
    """Whether it belongs to the part of the film that this step shows."""


class FilmControls(Value):
    """The film of the current step. Times in seconds of the version that is on."""

    status: str
    """``ready``, ``playing``, ``resting``, ``ended``, ``missing`` or ``failed``."""
    at_s: float
    start_s: float
    end_s: float
    next_pause_s: float | None
    at_mark: bool = False
    """Whether it rests at a pause point or at the end of the part, so that Next goes on from there."""
    chapters: tuple[ChapterEntry, ...] = ()
    """Those that the part shows some of."""
    repeat_from_s: float | None = None
    """Start of the part that is repeated; None when none is."""
    repeat_to_s: float | None = None
    """Its end; None while it has not been chosen."""
    repeat_words: str = ""
    rate: float = 1.0
    """Speed; 1 is usual."""
    said: str = ""
    """What a film tool has just done, in words."""


class TeacherView(Value):
    """All that the teacher's window shows. It holds the very view that the class sees."""

    class_view: ClassView
    lesson_title: str
    sitting_title: str
    version_title: str
    """The version being taught, such as "Easy read with symbols"."""
    film_notice: str = ""
    """"Sample film", while a sample is in use."""
    steps: tuple[StepEntry, ...]
    step_words: tuple[tuple[str, ...], ...] = ()
    """For each step the lines that the teacher can look for; empty on a screen that the class sees."""
    step_title: str
    progress: str = ""
    """Such as "line 2 of 3"."""
    coming: str
    """What Next will do, in words."""
    next_view: ClassView | None = None
    """The class screen after Next; None at the end of the sitting."""
    after_next: str = ""
    """Title of the step that comes after what Next brings."""
    notes: Notes
    tasks: tuple[str, ...] = ()
    """What the teacher alone has to do in this step, before or after class."""
    class_lines: tuple[str, ...]
    """The state of the class screen in words."""
    pace: Pace
    film_settings: FilmSettings | None = None
    """None for a lesson without a film."""
    film: FilmControls | None = None
    """None outside film steps."""
    reading: ReadingSettings = ReadingSettings(choice=ReadingChoice())
    transcript: tuple[TranscriptLine, ...] = ()
    """All that is said and described in the film of a film step; empty on a screen that the class sees."""
    messages: tuple[str, ...] = ()
    """For the teacher alone: what went wrong and what to do."""
    disclosure_title: str
    disclosure_lines: tuple[str, ...]
    style: Style = Style()
    """How the class screen's appearance came about."""
    private: bool = True
    """False when the class sees this screen too: then no notes and no disclosure card, anywhere."""
    can_go_back: bool = True
    can_go_on: bool = True
    """False when the sitting has come to its end."""

    @property
    def number(self) -> int:
        """Number of the current step, counted from 1."""
        return self.class_view.step_number
