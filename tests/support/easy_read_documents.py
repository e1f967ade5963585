"""The small documents of the labelled set, made into lessons and captions, and scored."""

from __future__ import annotations

from typing import Any, Final

import yaml
from pydantic import TypeAdapter

from lesson_player.adapting.easy_read.captions import fast_captions
from lesson_player.adapting.easy_read.finding import Kind
from lesson_player.adapting.easy_read.lesson import check_lesson
from lesson_player.model.captions import Cue, CueTrack, Span
from lesson_player.model.lesson import Lesson, Wording
from lesson_player.model.pictures import Picture, PictureCatalogue
from tests.support.easy_read_set import FOLDER, Half, Score, labels_in

DOCUMENT_KINDS: Final = {Kind.NO_PICTURE, Kind.NO_ALT}
"""Kinds whose label cites a line. What single lines show is labelled there, and not counted here."""


def score_documents(half: Half) -> Score:
    """The checker's score on the documents of one half."""
    return sum((_score_document(document) for document in documents(half)), Score())


def documents(half: Half) -> list[dict[str, Any]]:
    """The documents of one half, as they are written."""
    written: list[dict[str, Any]] = yaml.safe_load(
        (FOLDER / f"{half}_documents.yaml").read_text(encoding="utf-8")
    )
    return written


def document_findings(document: dict[str, Any]) -> list[tuple[str, str]]:
    """What the checker finds in a document, as kind and what a label would cite."""
    if "cues" in document:
        return [(one.kind, str(one.where.cue)) for one in fast_captions(track_of(document["cues"]))]
    lesson, catalogue = lesson_of(document)
    texts = {f"line-{number}": text for number, text in enumerate(document.get("lines", ()), 1)}
    found: list[tuple[str, str]] = []
    for one in check_lesson(lesson, catalogue, Wording.STANDARD):
        if one.kind is Kind.TWO_NAMES:
            found.append((one.kind, texts[one.where.line][one.start : one.end].lower()))
        elif one.kind is Kind.NO_HELP_AT_END:
            found.append((one.kind, ""))
        elif one.kind in DOCUMENT_KINDS:
            found.append((one.kind, one.where.line.removeprefix("line-")))
    return found


def track_of(cues: list[tuple[float, float, str]]) -> CueTrack:
    """A caption track of one span a cue."""
    return CueTrack(
        cues=tuple(Cue(start_s=start, end_s=end, lines=((Span(text=text),),)) for start, end, text in cues)
    )


def lesson_of(document: dict[str, Any]) -> tuple[Lesson, PictureCatalogue]:
    """A lesson with the document's lines on one slide, or with steps of its kinds, and its pictures."""
    lines, without = document.get("lines", ["We listen."]), document.get("without_picture", ())
    rows = [
        {"id": f"line-{number}", "text": text, "picture": None if number in without else f"picture-{number}"}
        for number, text in enumerate(lines, 1)
    ]
    steps = [
        {
            "id": f"step-{number}",
            "minutes": 1,
            "kind": kind,
            "title": "Hello",
            **_body(kind, f"step-{number}", rows),
        }
        for number, kind in enumerate(document.get("steps", ["rows", "help", "calm"]), 1)
    ]
    quiet = {"id": "quiet", "text": "Rest.", "picture": "other"}
    lesson = TypeAdapter(Lesson).validate_python(
        {
            "format": 1, "id": "labelled", "title": "Hello", "about": "One document.", "steps": steps,
            "calm": quiet, "hidden": quiet | {"id": "hidden"},
            "disclosure": {"title": "Card", "lines": [quiet | {"id": "card"}]},
            "sittings": [{"id": "one", "title": "One", "steps": [step["id"] for step in steps]}],
        }
    )  # fmt: skip
    alts = document.get("alts", {})
    pictures = {
        f"picture-{number}": Picture(file="sun.svg", alt=alts.get(str(number), f"Something for {text}"))
        for number, text in enumerate(lines, 1)
    }
    return lesson, PictureCatalogue(format=1, pictures=pictures)


def _body(kind: str, name: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    if kind == "film":
        return {"from": "start", "to": "end"}
    if kind == "discussion":
        return {"question": {"id": f"{name}-asks", "text": "What is it?", "picture": "other"}}
    if kind == "words":
        return {
            "words": [{"id": f"{name}-word", "word": "Cat", "text": "A cat is a pet.", "picture": "other"}]
        }
    own = rows if kind == "rows" else [{"id": f"{name}-line", "text": "We rest.", "picture": "other"}]
    return {"lines": own}


def _score_document(document: dict[str, Any]) -> Score:
    asked = [(label.kind, label.words.lower()) for label in labels_in("; ".join(document["find"]) or "-")]
    found = document_findings(document)
    hits = sum(min(asked.count(one), found.count(one)) for one in set(asked))
    return Score(hits, len(found) - hits, len(asked) - hits)
