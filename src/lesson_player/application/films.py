"""The film engine as the operations' ports ask for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.playback.probe import plays_for, sample_frames

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from lesson_player.playback.engines import Engine

_PATIENCE_S = 20.0
"""How long one film may take to give what is asked of it."""


class EngineProbe:
    """Decodes a little of a film, for the check and for rehearsals."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def why_not(self, path: Path, seconds: float) -> str:
        """An empty text when *seconds* of the film could be decoded, else why not."""
        return plays_for(self._engine, path, seconds)

    def frames(self, path: Path, times_s: Sequence[float]) -> Sequence[object | str]:
        """The picture at each time, or a sentence that says why there is none."""
        found = sample_frames(self._engine, path, times_s, _PATIENCE_S)
        return [
            getattr(frame, "image", None) or getattr(frame, "reason", tr("no picture")) for frame in found
        ]
