"""A small reader for the WebVTT that the film's scripts write, apart from the program's own parser."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

CUE = re.compile(
    r"^\d+\n(\d\d):(\d\d):(\d\d\.\d{3}) --> (\d\d):(\d\d):(\d\d\.\d{3})\n(?:<v ([^>]+)>)?(.+?)(?:</v>)?\Z",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class ReadCue:
    start: float
    end: float
    speaker: str | None
    text: str

    @property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    @property
    def words(self) -> list[str]:
        return self.text.split()


def read_cues(path: Path) -> list[ReadCue]:
    content = path.read_text("utf-8")
    assert content.startswith("WEBVTT\n\n")
    cues = []
    for block in content.split("\n\n")[2:]:
        match = CUE.match(block.strip())
        assert match is not None, block
        h1, m1, s1, h2, m2, s2, speaker, text = match.groups()
        cues.append(
            ReadCue(
                int(h1) * 3600 + int(m1) * 60 + float(s1),
                int(h2) * 3600 + int(m2) * 60 + float(s2),
                speaker,
                text,
            )
        )
    assert cues
    return cues
