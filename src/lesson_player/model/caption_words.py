"""Words of captions: as people write them, and with the speakers and styles that the supplied file gives."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from lesson_player.model.captions import Cue, Span, plain_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Lines = tuple[tuple[Span, ...], ...]
_MOST_COMPARED = 2_500
"""Words of captions before, times words after. More are far beyond what can be read; they are taken in their
order without looking which is which, so that no file can keep the program busy."""
_WORD = re.compile(r"\S+")


def with_styles(former: Sequence[Cue], texts: Sequence[str]) -> tuple[Lines, ...]:
    """The lines of each of *texts*, said by whom the words of *former* that they stand for were said.

    A caption that says what it said keeps its runs as they are. In others each word that stayed keeps its
    speaker and style, and a new one takes those of the word that it stands for or follows.
    """
    if [plain_words(cue.text) for cue in former] == list(texts):
        return tuple(cue.lines for cue in former)
    words = list(_words(former))
    new = [_WORD.findall(text) for text in texts]
    styles = iter(_aligned(words, [word for one in new for word in one]))
    return tuple(
        tuple(_line([(word, next(styles)) for word in line.split()]) for line in text.splitlines())
        for text in texts
    )


def _words(cues: Sequence[Cue]) -> Iterator[tuple[str, Span]]:
    """Each word with a run that has its speaker and style, and no words."""
    for cue in cues:
        for line in cue.lines:
            for span in line:
                style = span.model_copy(update={"text": "", "from_s": None})
                yield from ((word, style) for word in _WORD.findall(span.text))


def _aligned(words: list[tuple[str, Span]], new: list[str]) -> list[Span]:
    """For each new word the style of the former one that it is, stands for, or follows."""
    if not words:
        return [Span(text="")] * len(new)
    if len(words) * len(new) > _MOST_COMPARED:
        return [words[number * len(words) // len(new)][1] for number in range(len(new))]
    matcher = SequenceMatcher(None, [word for word, _ in words], new, autojunk=False)
    found: list[Span] = []
    for _, i1, i2, j1, j2 in matcher.get_opcodes():
        for number in range(j2 - j1):
            at = i1 + min(number, i2 - i1 - 1) if i2 > i1 else max(i1 - 1, 0)
            found.append(words[at][1])
    return found


def _line(words: Sequence[tuple[str, Span]]) -> tuple[Span, ...]:
    """One line as runs of words in the same style."""
    runs: list[tuple[Span, list[str]]] = []
    for word, style in words:
        if runs and runs[-1][0] == style:
            runs[-1][1].append(word)
        else:
            runs.append((style, [word]))
    return tuple(
        style.model_copy(update={"text": (" " if number else "") + " ".join(run)})
        for number, (style, run) in enumerate(runs)
    )
