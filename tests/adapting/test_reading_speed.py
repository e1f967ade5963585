from __future__ import annotations

import pytest

from lesson_player.adapting.reading_speed import Pace, pace_of, words_a_minute
from tests.support.captioned import cue


@pytest.mark.parametrize(
    ("seconds", "text", "words", "pace"),
    [
        (3.0, "One two three four five.", 100, Pace.CALM),
        (6.0, "a b c d e f g h i j k l m", 130, Pace.CALM),
        (2.0, "a b c d e", 150, Pace.FAST),
        (2.0, "a b c d e f", 180, Pace.FAST),
        (2.0, "a b c d e f g", 210, Pace.TOO_FAST),
        (1.0, "extraordinarily long", 120, Pace.TOO_FAST),
        (0.0, "Nobody can read this.", 240_000, Pace.TOO_FAST),
    ],
)
def test_a_caption_is_calm_fast_or_too_fast(seconds: float, text: str, words: int, pace: Pace) -> None:
    found = cue(10.0, 10.0 + seconds, text)
    assert words_a_minute(found) == words
    assert pace_of(found) is pace
