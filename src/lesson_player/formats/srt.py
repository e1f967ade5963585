r"""SRT files, read as players read them, since nobody ever specified the format.

What is taken: comma or point before the thousandths, one to three digits of them, hours left out, counters
missing or wrong, no empty line between captions, empty lines inside one, coordinates after the times
(ignored), ``{\an8}`` for the top of the picture, and the tags that players know: b, i, u, s and font.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lesson_player.foundation.i18n import tr
from lesson_player.model.captions import Cue, CueTrack, Placement, Span
from lesson_player.model.limits import CAPTION_CHARACTERS, MOST_PROBLEMS
from lesson_player.model.problem import Problem, Severity

CLOCK = r"(?:([0-9]{1,4}):)?([0-9]{1,2}):([0-9]{1,2})(?:[,.]([0-9]{1,3}))?"
TIMING = re.compile(rf"^[ \t]*{CLOCK}[ \t]*--?>[ \t]*{CLOCK}(?![0-9:])[^\r\n]*", re.MULTILINE)
COUNTER = re.compile(r"[ \t]*([0-9]{1,9})[ \t]*")
OVERRIDE = re.compile(r"\{\\([^{}\n]{0,200})\}")
TAG = re.compile(r"</?(?:([bius])|font)(?=[\s>])[^<>\n]{0,200}>", re.IGNORECASE)
TOP = re.compile(r"a(?:n[789]|[567])")
"""Places at the top of the picture: the number pad of ``an``, or the older ``a``."""
ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&nbsp;": "\N{NO-BREAK SPACE}"}


def parse_srt(text: str, file: str = "") -> tuple[CueTrack, tuple[Problem, ...]]:
    """The captions of an SRT file in the order of their times, and everything that was skipped."""
    text = text.removeprefix("\ufeff").replace("\0", "\N{REPLACEMENT CHARACTER}")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    parser = _Parser(file)
    for number, line in enumerate(lines, start=1):
        parser.take(number, line)
    parser.finish(last=True)
    cues = sorted(parser.cues, key=lambda cue: (cue.start_s, -cue.end_s))
    return CueTrack(cues=tuple(cues)), tuple(parser.problems)


@dataclass(slots=True)
class _Parser:
    file: str
    cues: list[Cue] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    times: tuple[float, float] | None = None
    counter: str = ""
    line: int = 0
    text: list[str] = field(default_factory=list)
    skipping: bool = False
    """True after times that could not be read, until the next ones."""

    def take(self, number: int, line: str) -> None:
        """Read one line: times begin a caption; all other lines belong to the one that is open."""
        if "->" not in line or (found := TIMING.fullmatch(line)) is None:
            if "-->" in line:
                self._report(
                    number,
                    "bad-caption-time",
                    tr("The times of this caption cannot be read, so it is left out."),
                )
                self.finish()
                self.skipping, self.times = True, None
            else:
                self.text.append(line)
            return
        counter = self.finish()
        self.skipping, self.line, self.counter = False, number, counter
        clocks = found.groups()
        self.times = (_seconds(clocks[:4]), _seconds(clocks[4:]))

    def finish(self, *, last: bool = False) -> str:
        """Keep the caption that is open. Gives the counter of the next one, if its line was the last."""
        counter = "" if last else self._next_counter()
        body = [line.strip(" \t") for line in self.text]
        self.text = []
        words = [line for line in body if line]
        if self.times is not None:
            start, end = self.times
            if end <= start:
                self._report(
                    self.line,
                    "caption-ends-before-start",
                    tr("This caption ends before it starts, so it is never seen."),
                )
            else:
                text = "\n".join(words)
                if len(text) > CAPTION_CHARACTERS:
                    sentence = tr(
                        "This caption has more than {n} characters; the rest is cut off.",
                        n=CAPTION_CHARACTERS,
                    )
                    remedy = tr("Share it out among several captions.")
                    self._report(self.line, "caption-too-long", sentence, remedy)
                self.cues.append(_cue(self.counter, start, end, text[:CAPTION_CHARACTERS]))
        elif words and not self.skipping:
            self._report(
                1, "not-a-caption", tr("The file begins with lines that have no times; they are left out.")
            )
        self.times = None
        return counter

    def _next_counter(self) -> str:
        """Take the counter of the next caption off the end of the open one.

        A number after an empty line, or first in the file, is a counter; without an empty line only the
        next number is.
        """
        found = COUNTER.fullmatch(self.text[-1]) if self.text else None
        if found is None:
            return ""
        alone = (
            len(self.text) == 1 if self.times is None else len(self.text) > 1 and not self.text[-2].strip()
        )
        following = self.counter.isdigit() and int(found[1]) == int(self.counter) + 1
        if not (alone or following or (self.times is None)):
            return ""
        self.text.pop()
        return found[1]

    def _report(self, line: int, code: str, sentence: str, remedy: str = "") -> None:
        if len(self.problems) < MOST_PROBLEMS:
            remedy = remedy or tr("Write the times as 00:01:02,000 --> 00:01:04,500 above the words.")
            self.problems.append(
                Problem(
                    code=code,
                    sentence=sentence,
                    remedy=remedy,
                    file=self.file,
                    line=line,
                    severity=Severity.WARNING,
                )
            )


def _seconds(clock: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = clock
    fraction = int((thousandths or "0").ljust(3, "0")) / 1000
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0) + fraction


def _cue(counter: str, start_s: float, end_s: float, text: str) -> Cue:
    overrides = OVERRIDE.findall(text)
    top = any(TOP.fullmatch(part) for override in overrides for part in override.split("\\"))
    placement = Placement(line=0) if top else Placement()
    lines = _spans(OVERRIDE.sub("", text).replace("\\N", "\n").replace("\\h", "\N{NO-BREAK SPACE}"))
    return Cue(id=counter, start_s=start_s, end_s=end_s, lines=lines, placement=placement)


def _spans(text: str) -> tuple[tuple[Span, ...], ...]:
    """Lines of spans: known tags become styles, everything else is text."""
    lines: list[list[Span]] = [[]]
    style = {"b": False, "i": False, "u": False}
    position = 0
    for tag in [*TAG.finditer(text), None]:
        end = tag.start() if tag else len(text)
        _add(lines, text[position:end], style)
        if tag is not None:
            position = tag.end()
            name = (tag[1] or "").lower()
            if name in style:
                style = {**style, name: not tag[0].startswith("</")}
    return tuple(tuple(line) for line in lines)


def _add(lines: list[list[Span]], text: str, style: dict[str, bool]) -> None:
    for entity, character in ENTITIES.items():
        text = text.replace(entity, character)
    for number, part in enumerate(text.split("\n")):
        if number:
            lines.append([])
        if part:
            lines[-1].append(Span(text=part, bold=style["b"], italic=style["i"], underline=style["u"]))
