"""What the easy-read checker finds in a lesson and its films, told line by line for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.adapting.easy_read.captions import fast_captions
from lesson_player.adapting.easy_read.finding import Weight
from lesson_player.adapting.easy_read.lesson import check_lesson
from lesson_player.adapting.easy_read.lesson_texts import lesson_texts
from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.model.lesson import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lesson_player.adapting.easy_read.finding import Finding, Where
    from lesson_player.model.bundle import LessonBundle
    from lesson_player.model.lesson import Lesson


def easy_read_report(bundle: LessonBundle, lesson: Lesson, wording: Wording) -> Iterator[str]:
    """Lines that tell what may be hard to read in *lesson*, a version of the bundle's own."""
    texts = {text.where: text.text for text in lesson_texts(lesson, wording)}
    found = check_lesson(lesson, bundle.catalogue, wording)
    yield _heading(wording, len(texts), len(found))
    for one in found:
        yield from _finding_lines(one, _place(one.where), texts.get(one.where, ""))


def captions_report(bundle: LessonBundle) -> Iterator[str]:
    """Lines that tell which captions of the lesson's films are too fast for children."""
    for film in bundle.films.values():
        for name, track in film.captions.items():
            for one in fast_captions(track):
                place = tr("captions {name}, number {n}", name=name, n=one.where.cue)
                text = track.cues[one.where.cue - 1].text.replace("\n", " ")
                yield from _finding_lines(one, place, text)


def _heading(wording: Wording, texts: int, findings: int) -> str:
    name = tr("Easy read wording") if wording is Wording.EASY else tr("Standard wording")
    if not findings:
        return tr("{name}: {texts} texts, nothing to look at", name=name, texts=texts)
    return tr_n(
        "{name}: {texts} texts, {n} thing to look at",
        "{name}: {texts} texts, {n} things to look at",
        findings,
        name=name,
        texts=texts,
    )


def _finding_lines(one: Finding, place: str, text: str) -> Iterator[str]:
    mark = "!" if one.weight is Weight.PROBLEM else "-"
    yield f"  {mark} {place}: {text.replace('**', '')}" if text else f"  {mark} {place}"
    yield f"      {one.reason} {one.suggestion}"


def _place(where: Where) -> str:
    """Where a finding is, by the ids that stand in the lesson's file."""
    return ", ".join(part for part in (where.step, where.line, where.field) if part)
