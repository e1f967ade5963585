"""Caption tracks for tests of changes of captions."""

from __future__ import annotations

from lesson_player.adapting.caption_groups import SuppliedTrack
from lesson_player.model.captions import Cue, CueTrack, Span

TIMES = ((1.0, 2.5), (2.5, 4.0), (4.0, 6.0), (8.0, 10.0), (10.0, 10.9))
TEXTS = ("Maya loves to draw.", "Sit still, Biscuit!", "A secret? Why?", "SkyFox writes every day.", "Why?")


def cue(start: float, end: float, text: str, speaker: str = "Maya") -> Cue:
    lines = tuple((Span(text=line, voice=speaker),) for line in text.split("\n"))
    return Cue(start_s=start, end_s=end, lines=lines)


def track(later: float = 0.0, **words: str) -> CueTrack:
    """Five captions, the first three one after the other; ``c2="…"`` words the third one anew."""
    return CueTrack(
        cues=tuple(
            cue(round(start + later, 3), round(end + later, 3), words.get(f"c{number}", text))
            for number, ((start, end), text) in enumerate(zip(TIMES, TEXTS, strict=True))
        )
    )


def supplied(cues: CueTrack | None = None) -> SuppliedTrack:
    return SuppliedTrack("small-film", "film", "standard", cues or track())
