"""Captions and other text tracks (WebVTT) from the times of the spoken words.

The limits are the BBC's subtitle guidelines: at most two lines, at most 37 characters a line, at least 0.3 s
a word, at most 180 words a minute, on at the onset of speech, gone at most 1.5 s after it, and between two
captions either no gap or one of at least a second.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from film_maker.recording import Word
from film_maker.script import sentences
from film_maker.timeline import TimedLine

LINE_CHARACTERS = 37
MAX_LINES = 2
SECONDS_PER_WORD = 60 / 180
SHORTEST = 1.2
LINGER = 0.35
SMALLEST_GAP = 1.0
READING_SHARE = 0.8
"""Share of the rest after a line that easier wording may use, so that two sentences can be read."""
LATEST_AFTER_SPEECH = 1.5


@dataclass(frozen=True, slots=True)
class Cue:
    """One caption: times in seconds, the speaker's name (or none) and its lines."""

    start: float
    end: float
    speaker: str | None
    lines: tuple[str, ...]

    @property
    def words(self) -> int:
        """How many words are read."""
        return sum(len(line.split()) for line in self.lines)


def break_lines(text: str) -> tuple[str, ...] | None:
    """Break a text into one or two lines of at most 37 characters, at a sentence or a clause if it can.

    Returns None when it needs more than two lines.
    """
    if len(text) <= LINE_CHARACTERS and len(sentences(text)) == 1:
        return (text,)
    words = text.split()
    pairs = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    fitting = [pair for pair in pairs if max(map(len, pair)) <= LINE_CHARACTERS]
    if not fitting:
        return (text,) if len(text) <= LINE_CHARACTERS else None
    return min(fitting, key=_awkwardness)


def _awkwardness(pair: tuple[str, str]) -> float:
    ending = pair[0].rstrip("”’")[-1]
    bonus = 30 if ending in ".!?" else 20 if ending in ",:;" else 0
    return abs(len(pair[0]) - len(pair[1])) - bonus


def _pieces(words: Sequence[Word]) -> list[Sequence[Word]]:
    """Cut a line's words into runs that each fit one caption, at sentence ends first."""
    if break_lines(_text(words)) is not None:
        return [words]
    ends = [at for at in range(1, len(words)) if words[at - 1].text.rstrip("”’")[-1] in ".!?"]
    ends = ends or [at for at in range(1, len(words)) if words[at - 1].text[-1] in ",:;"] or [len(words) // 2]
    cut = min(ends, key=lambda at: abs(len(_text(words[:at])) - len(_text(words[at:]))))
    return [*_pieces(words[:cut]), *_pieces(words[cut:])]


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def standard_cues(lines: Sequence[TimedLine]) -> list[Cue]:
    """The script word for word, with speakers."""
    cues = []
    for line in lines:
        for words in _pieces(line.words):
            shown = break_lines(_text(words))
            assert shown is not None
            cues.append(Cue(words[0].start, words[-1].end, line.line.by, shown))
    return settle(cues)


def easy_cues(lines: Sequence[TimedLine]) -> list[Cue]:
    """One short sentence a caption. Where the wording differs from the speech, it shares the line's time."""
    cues = []
    for line in lines:
        for text, (start, end) in zip(line.line.easy, _shares(line), strict=True):
            shown = break_lines(text)
            assert shown is not None, text
            cues.append(Cue(start, end, line.line.by, shown))
    return settle(cues)


def _shares(line: TimedLine) -> list[tuple[float, float]]:
    spoken = sentences(line.line.say)
    easy = line.line.easy
    if len(spoken) == len(easy):
        times, at = [], 0
        for sentence in spoken:
            count = len(sentence.split())
            times.append((line.words[at].start, line.words[at + count - 1].end))
            at += count
        return times
    start, end = line.words[0].start, line.words[-1].end + READING_SHARE * line.line.after
    total = sum(len(text.split()) for text in easy)
    edges, seen = [start], 0
    for text in easy:
        seen += len(text.split())
        edges.append(start + (end - start) * seen / total)
    return list(pairwise(edges))


def settle(cues: Sequence[Cue]) -> list[Cue]:
    """Let each caption stay long enough to read, and close gaps of under a second."""
    settled = []
    for number, cue in enumerate(cues):
        wanted = max(cue.end + LINGER, cue.start + SHORTEST, cue.start + cue.words * SECONDS_PER_WORD + 0.01)
        end = min(wanted, cue.end + LATEST_AFTER_SPEECH)
        if number + 1 < len(cues) and cues[number + 1].start - end < SMALLEST_GAP:
            end = cues[number + 1].start
        settled.append(replace(cue, end=end))
    return settled


def stamp(seconds: float) -> str:
    """A WebVTT time."""
    thousandths = round(seconds * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}.{rest % 1000:03}"


def write_vtt(cues: Sequence[Cue], note: str) -> str:
    """A WebVTT file. Speakers become voice spans."""
    blocks = [f"WEBVTT\n\nNOTE\n{note}\n"]
    for number, cue in enumerate(cues, 1):
        text = "\n".join(cue.lines).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        spoken = f"<v {cue.speaker}>{text}</v>" if cue.speaker else text
        blocks.append(f"{number}\n{stamp(cue.start)} --> {stamp(cue.end)}\n{spoken}\n")
    return "\n".join(blocks)


def description_cues(lines: Sequence[TimedLine]) -> list[Cue]:
    """Audio description as text, one cue for each recorded description."""
    return [Cue(line.start, line.end, None, (line.line.say,)) for line in lines]
