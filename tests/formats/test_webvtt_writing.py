from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lesson_player.formats.webvtt import parse_webvtt
from lesson_player.formats.webvtt_writing import to_webvtt
from lesson_player.model.captions import Cue, CueTrack, Span

WORDS = (
    st.text("abc <>&\"'é-", min_size=1, max_size=30)
    .map(str.strip)
    .filter(lambda text: bool(text) and "-->" not in text)
)
VOICES = st.sampled_from(["", "Maya", "Ms Okafor"])


@st.composite
def tracks(draw: st.DrawFn) -> CueTrack:
    cues, at_ms = [], 0
    for length, gap in draw(
        st.lists(st.tuples(st.integers(1, 9_000), st.integers(0, 5_000_000)), max_size=6)
    ):
        lines = tuple((Span(text=draw(WORDS), voice=draw(VOICES)),) for _ in range(draw(st.integers(1, 2))))
        start = at_ms + gap
        cues.append(Cue(start_s=start / 1000, end_s=(start + length) / 1000, lines=lines))
        at_ms = start + length
    return CueTrack(cues=tuple(cues))


@given(tracks())
def test_what_is_written_is_read_back(track: CueTrack) -> None:
    back, problems = parse_webvtt(to_webvtt(track), "captions.vtt")
    assert problems == ()
    assert [told(cue) for cue in back.cues] == [told(cue) for cue in track.cues]


def told(cue: Cue) -> tuple[int, int, str, tuple[str, ...]]:
    """What a viewer gets of a cue, its times in thousandths."""
    return round(cue.start_s * 1000), round(cue.end_s * 1000), cue.text, cue.speakers
