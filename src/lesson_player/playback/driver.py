"""What a film engine must do to be used by the player."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path


class Driver(Protocol):
    """One film in one engine. It reports through the bridge that it was made with, from any thread.

    All methods are called on the GUI thread and return at once; times are seconds.
    """

    @property
    def frame_s(self) -> float:
        """How long one frame of the film is shown."""

    @property
    def sound_after_s(self) -> float:
        """Seconds until a change of speed is over in what is heard: what is buffered plays first."""

    @property
    def lands_exactly(self) -> bool:
        """Whether a seek at rest shows the very frame, and not at times one beside it."""

    def load(self, path: Path, at_s: float) -> None:
        """Begin to open the film; hand over the frame at ``at_s``, then report that it has settled."""

    def play(self) -> None:
        """Play on from where the film is."""

    def pause(self) -> None:
        """Rest; frames that are still on their way are dropped."""

    def seek(self, at_s: float, *, resting: bool) -> None:
        """Go to ``at_s``; if ``resting``, hand over the frame there and report that the film has settled."""

    def set_volume(self, volume: float) -> None:
        """Loudness from 0 to 100; its cube is the sound pressure, as in PulseAudio."""

    def set_muted(self, muted: bool) -> None:  # noqa: FBT001 - a setter
        """Sound off or on."""

    def set_sound_output(self, name: str) -> None:
        """Where the sound goes: an output by its name, or for an empty name the one that the system uses.

        Takes effect when a film is opened next. An output that is not there is left out: the sound then goes
        where the system sends it.
        """

    def set_room(self, width: int, height: int) -> None:
        """How many pixels a picture has on screen at most; a larger one may come scaled down into them.

        Takes effect when a film is opened next. Zero: the film's own pixels.
        """

    def set_rate(self, rate: float) -> None:
        """Speed, with the pitch of voices kept."""

    def unload(self) -> None:
        """Stop and let go of the file; nothing is reported after that."""
