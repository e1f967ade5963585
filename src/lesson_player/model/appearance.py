"""How the class screen looks and behaves, and presets that set several of these at once, named by need."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from lesson_player.model.base import Identifier, LongText, Text, Value
from lesson_player.model.caption_look import CaptionLook, CaptionLookChange, SignerPlace, SignerSize
from lesson_player.model.reading import ReadingChange

TEXT_SIZES = (80, 90, 100, 115, 130, 150, 175, 200)
"""Steps of the text size in per cent of the standard size (docs/design.md)."""

Percent = Annotated[int, Field(ge=80, le=200)]
OverlayPercent = Annotated[int, Field(ge=10, le=100)]


class Appearance(Value):
    """Everything about the look of slides that a teacher or a preset can set."""

    theme: Identifier = "cream"
    font: Identifier = "atkinson"
    text_percent: Percent = 100
    letter_spacing: Annotated[float, Field(ge=0.0, le=0.3)] = 0.0
    """Extra space between letters in em (WCAG 2.2, 1.4.12 asks for at least 0.12 to be possible)."""
    word_spacing: Annotated[float, Field(ge=0.0, le=1.0)] = 0.0
    """Extra space between words in em."""
    line_spacing: Annotated[float, Field(ge=1.0, le=2.5)] = 1.25
    """Height of a line as a multiple of the text size."""
    motion: bool = True
    """Fades of up to 120 ms; none where False."""
    now_next: bool = True
    """The now-and-next strip in the head of the slide."""
    reveal: Literal["as-written", "line", "together"] = "as-written"
    """Whether lines come one by one, whatever the step says."""
    symbols: bool = False
    """A small picture above each word that has one (symbol-supported text)."""
    overlay: Identifier = "none"
    """The colour that lies over the page, by its id (`model.overlay`)."""
    overlay_percent: OverlayPercent = 50
    """How strong that colour is."""
    overlay_film: bool = False
    """Whether it lies over the film's picture too."""


class AppearanceChange(Value):
    """The part of an appearance that a preset names; None leaves a field as it was."""

    theme: Identifier | None = None
    font: Identifier | None = None
    text_percent: Percent | None = None
    letter_spacing: Annotated[float, Field(ge=0.0, le=0.3)] | None = None
    word_spacing: Annotated[float, Field(ge=0.0, le=1.0)] | None = None
    line_spacing: Annotated[float, Field(ge=1.0, le=2.5)] | None = None
    motion: bool | None = None
    now_next: bool | None = None
    reveal: Literal["as-written", "line", "together"] | None = None
    symbols: bool | None = None
    overlay: Identifier | None = None
    overlay_percent: OverlayPercent | None = None
    overlay_film: bool | None = None

    def over(self, appearance: Appearance) -> Appearance:
        """*appearance* with the named fields changed."""
        return appearance.model_copy(update=self.model_dump(exclude_none=True))


class FilmChoice(Value):
    """How a film is shown until the teacher says otherwise."""

    version: Identifier = "film"
    captions: bool = True
    caption_track: Identifier = "standard"
    caption_look: CaptionLook = CaptionLook()
    signer: SignerPlace = SignerPlace.OFF
    """Where the signer's window stands beside a version without a signer."""
    signer_size: SignerSize = SignerSize.MEDIUM
    description: bool = False
    """Whether what can only be seen is told as well (audio description)."""
    spoken_captions: bool = False
    """Whether a voice reads the captions aloud (EN 301 549, 7.1.5)."""


class FilmChoiceChange(Value):
    """The part of a film choice that a preset or an adaptation names; None leaves a field as it was."""

    version: Identifier | None = None
    captions: bool | None = None
    caption_track: Identifier | None = None
    caption_look: CaptionLookChange | None = None
    """How the captions look."""
    signer: SignerPlace | None = None
    """Where the window for the signer stands while the film is shown."""
    signer_size: SignerSize | None = None
    """How large the window for the signer is."""
    description: bool | None = None
    """Whether audio description is on."""
    spoken_captions: bool | None = None
    """Whether the computer's voice reads the captions aloud."""

    def over(self, choice: FilmChoice) -> FilmChoice:
        """*choice* with the named fields changed."""
        named = self.model_dump(exclude_none=True, exclude={"caption_look"})
        if self.caption_look is not None:
            named["caption_look"] = self.caption_look.over(choice.caption_look)
        return choice.model_copy(update=named)


class Preset(Value):
    """Settings named by need, never by diagnosis; whole-class, and combined in the order given."""

    id: Identifier
    title: Text
    about: LongText
    appearance: AppearanceChange = AppearanceChange()
    film: FilmChoiceChange = FilmChoiceChange()
    reading: ReadingChange = ReadingChange()


def larger(percent: int) -> int:
    """The next larger text size, or the same at the largest."""
    return next((size for size in TEXT_SIZES if size > percent), TEXT_SIZES[-1])


def smaller(percent: int) -> int:
    """The next smaller text size, or the same at the smallest."""
    return next((size for size in reversed(TEXT_SIZES) if size < percent), TEXT_SIZES[0])
