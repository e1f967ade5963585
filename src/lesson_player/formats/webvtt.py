"""WebVTT files, read as the W3C's WebVTT specification says (section 6.1), and what had to be left out.

Cues that are wrong are skipped and reported; a file without its header line is not WebVTT and gives no
cues. Style sheets are read over: the program draws captions in its own way, as the teacher set them. Of
regions the names are kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lesson_player.formats.webvtt_text import parse_cue_text
from lesson_player.formats.webvtt_time import placement, timing
from lesson_player.foundation.i18n import tr
from lesson_player.model.captions import Cue, CueTrack
from lesson_player.model.limits import CAPTION_CHARACTERS, MOST_PROBLEMS
from lesson_player.model.problem import Problem, Severity

HEADER = re.compile(r"WEBVTT(?:[ \t].*)?", re.DOTALL)
BLOCK_WORD = re.compile(r"(STYLE|REGION)[ \t\f\r]*")
ARROW = "-->"


def parse_webvtt(text: str, file: str = "") -> tuple[CueTrack, tuple[Problem, ...]]:
    """The cues of a WebVTT file in the order of their times, and everything that was skipped.

    Args:
        text: the file's text, decoded as UTF-8.
        file: how people know the file, for the problems.
    """
    text = text.removeprefix("\ufeff").replace("\0", "\N{REPLACEMENT CHARACTER}")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    parser = _Parser(lines, file)
    if HEADER.fullmatch(lines[0]):
        parser.parse()
    else:
        parser.report(
            1,
            "no-webvtt-header",
            tr("The first line of a WebVTT file is “WEBVTT”; here it is not."),
            tr("Put “WEBVTT” and an empty line at the top of the file."),
            Severity.ERROR,
        )
    cues = sorted(parser.cues, key=lambda cue: (cue.start_s, -cue.end_s))
    return CueTrack(cues=tuple(cues)), tuple(parser.problems)


@dataclass(slots=True)
class _Block:
    """Lines up to an empty line."""

    first_line: int
    text: list[str] = field(default_factory=list)
    word: str = ""
    """STYLE or REGION when it is such a block."""
    cue: Cue | None = None
    cue_line: int = 0
    seen_arrow: bool = False


@dataclass(slots=True)
class _Parser:
    lines: list[str]
    file: str
    position: int = 0
    """The next line to read, counted from 0."""
    cues: list[Cue] = field(default_factory=list)
    regions: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    seen_cue: bool = False

    def report(
        self, line: int, code: str, sentence: str, remedy: str, severity: Severity = Severity.WARNING
    ) -> None:
        if len(self.problems) < MOST_PROBLEMS:
            problem = Problem(
                code=code, sentence=sentence, remedy=remedy, file=self.file, line=line, severity=severity
            )
            self.problems.append(problem)

    def parse(self) -> None:
        """Read the header block, then block after block."""
        self.position = 1
        if self.position < len(self.lines) and self.lines[self.position]:
            self._block(in_header=True)
        while self.position < len(self.lines):
            if self.lines[self.position]:
                self._keep(self._block(in_header=False))
            else:
                self.position += 1

    def _block(self, *, in_header: bool) -> _Block:
        """Collect a block. A line with an arrow that is out of place ends it and begins the next one."""
        block = _Block(self.position + 1)
        count = 0
        while self.position < len(self.lines):
            line = self.lines[self.position]
            count += 1
            if ARROW in line:
                if in_header or not (count == 1 or (count == 2 and not block.seen_arrow)):
                    break
                self._begin_cue(block, line)
            elif not line:
                self.position += 1
                break
            else:
                if not in_header and count == 2 and not self.seen_cue and len(block.text) == 1:
                    found = BLOCK_WORD.fullmatch(block.text[0])
                    if found is not None:
                        block.word, block.text = found[1], []
                block.text.append(line)
            self.position += 1
        return block

    def _begin_cue(self, block: _Block, line: str) -> None:
        block.seen_arrow = True
        block.cue_line = self.position + 1
        found = timing(line)
        if found is None:
            self.report(
                block.cue_line,
                "bad-caption-time",
                tr("The times of this caption cannot be read, so it is left out."),
                tr("Write them as 00:01:02.000 --> 00:01:04.500, with a point before the thousandths."),
            )
            return
        start, end, settings = found
        block.cue = Cue(
            id="\n".join(block.text),
            start_s=start,
            end_s=end,
            lines=(),
            placement=placement(settings, self.regions),
        )
        block.text = []
        self.seen_cue = True

    def _keep(self, block: _Block) -> None:
        """Take what a block holds: a cue, a region, or a comment."""
        if block.cue is not None:
            if block.cue.end_s <= block.cue.start_s:
                self.report(
                    block.cue_line,
                    "caption-ends-before-start",
                    tr("This caption ends before it starts, so it is never seen."),
                    tr("Correct its times."),
                )
                return
            text = "\n".join(block.text)
            if len(text) > CAPTION_CHARACTERS:
                self.report(
                    block.cue_line,
                    "caption-too-long",
                    tr(
                        "This caption has more than {n} characters; the rest is cut off.",
                        n=CAPTION_CHARACTERS,
                    ),
                    tr("Share it out among several captions."),
                )
            lines = parse_cue_text(text[:CAPTION_CHARACTERS])
            self.cues.append(block.cue.model_copy(update={"lines": lines}))
        elif block.word == "REGION":
            settings = [one.partition(":") for one in " ".join(block.text).split()]
            names = [value for name, _, value in settings if name == "id" and value]
            self.regions |= set(names[-1:])
        elif not block.seen_arrow and not block.word and not self._is_comment(block):
            self.report(
                block.first_line,
                "not-a-caption",
                tr("These lines have no times, so they are no caption and are left out."),
                tr("Put the times on a line above them, or begin with “NOTE” if they are a comment."),
            )

    @staticmethod
    def _is_comment(block: _Block) -> bool:
        first = block.text[0] if block.text else ""
        return (
            first == "NOTE"
            or first.startswith(("NOTE ", "NOTE\t"))
            or BLOCK_WORD.fullmatch(first) is not None
        )
