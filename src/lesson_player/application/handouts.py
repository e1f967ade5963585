"""Handouts for whoever asks in a terminal: all kinds of a lesson in one version, into a folder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lesson_player.application.commands import CANNOT, called, unknown_lesson
from lesson_player.application.courses import unknown_adaptation
from lesson_player.application.handout_drawings import LessonDrawings
from lesson_player.application.handout_grey import in_ink
from lesson_player.application.handout_source import handout_source
from lesson_player.application.qt_application import without_windows
from lesson_player.application.settings_here import settings_here
from lesson_player.control.key_settings import read_keys, with_keys
from lesson_player.desktop.qt_messages import log_qt_messages
from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.foundation.logs import start_logging
from lesson_player.foundation.startup import resume_collection
from lesson_player.handouts.braille import Grade
from lesson_player.handouts.handout import Ink, Paper
from lesson_player.handouts.kinds import KINDS, kind_called
from lesson_player.operations.handout_copies import CannotMake, CopyWish, Form, make_copies, save_copies
from lesson_player.operations.library import load_lesson
from lesson_player.rendering.fonts import FONT_FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from lesson_player.handouts.source import HandoutSource
    from lesson_player.model.bundle import LessonBundle
    from lesson_player.operations.handout_copies import Copy

    At = Callable[[float, str], None]
    Say = Callable[[str], None]

_WRITING = 0.8
"""Share of the work that is done when the files only have to be written."""
_WHOLE: Final = frozenset({Form.SLIDES, Form.BRAILLE})
"""One file that holds the whole lesson, whatever kinds there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoutsAsked:
    """What the terminal asked for."""

    lesson: str
    adaptations: tuple[str, ...]
    kinds: tuple[str, ...]
    """All kinds where none is named."""
    out: Path
    paper: str = ""
    """All that a kind can be had on where empty."""
    ink: str = Ink.COLOUR
    """Of a PDF: what is not printed keeps its colours."""
    form: str = "pdf"
    """The name of a `Form` in small letters."""
    grade: str = "2"
    """Of Braille: 1 or 2."""


def run_handouts(asked: HandoutsAsked, at: At, say: Say) -> int:
    """Write the files that were *asked* for.

    Gives 0, 1 when something needs a look, such as a picture that is missing, 2 when it cannot be done.
    """
    places, settings = settings_here()
    start_logging(places.logs)
    log_qt_messages()
    resume_collection()
    if wrong := _unknown_kind(asked.kinds) or _kind_of_a_whole(asked):
        say(wrong)
        return CANNOT
    folder = next(iter(called(places, asked.lesson, say)), None)
    if folder is None:
        say(unknown_lesson(asked.lesson, places))
        return CANNOT
    _app = without_windows()
    bundle, problems = load_lesson(folder, places)
    if bundle is None:
        for problem in problems:
            say(str(problem))
        return CANNOT
    if wrong := unknown_adaptation(bundle, asked.adaptations):
        say(wrong)
        return CANNOT
    keys, _ = read_keys(settings.section("keys"))
    source, prepared = handout_source(bundle, asked.adaptations, with_keys(keys))
    told = [str(problem) for problem in (*problems, *prepared.problems)]
    try:
        files, found = _made(source, asked, at)
        saved = save_copies(
            files, asked.out, lambda share, words: at(_WRITING + share * (1 - _WRITING), words)
        )
    except CannotMake as error:
        say(str(error))
        return CANNOT
    told += [*found, *to_confirm(bundle)]
    count = tr_n("{n} handout is in {folder}.", "{n} handouts are in {folder}.", len(saved), folder=asked.out)
    say("\n".join([*(path.name for path in saved), *told, count]))
    return 1 if found or not saved else 0


def _unknown_kind(asked: Sequence[str]) -> str:
    """A sentence about the first kind that is not there; an empty text when all of them are."""
    unknown = next((name for name in asked if kind_called(name) is None), None)
    if unknown is None:
        return ""
    known = ", ".join(kind.id for kind in KINDS)
    return tr("There is no kind of handout called “{name}”. There are: {known}.", name=unknown, known=known)


def _kind_of_a_whole(asked: HandoutsAsked) -> str:
    """A sentence when one kind is asked for of a file that has no kinds; else an empty text."""
    if not asked.kinds or Form[asked.form.upper()] not in _WHOLE:
        return ""
    return tr("Slides and Braille hold the whole lesson. Leave out --kind.")


def _made(source: HandoutSource, asked: HandoutsAsked, at: At) -> tuple[list[Copy], list[str]]:
    """The files, and sentences about what is missing. Raises CannotMake."""
    drawings = LessonDrawings(source.bundle)
    files: dict[str, Copy] = {}
    found: dict[str, None] = {}
    work = list(_wishes(asked))
    for number, (wish, title) in enumerate(work):
        at(number / len(work) * _WRITING, title)
        made = make_copies(source, wish, in_ink(drawings, wish.ink), FONT_FOLDER, lambda *_: None)
        files |= {file.name: file for file in made.files}
        # A lesson need not have words for every kind; only who asked for this one is told.
        found |= dict.fromkeys(
            str(problem) for problem in made.problems if asked.kinds or problem.code != "handout-empty"
        )
    return list(files.values()), list(found)


def _wishes(asked: HandoutsAsked) -> Iterator[tuple[CopyWish, str]]:
    """What is to be made one after another, and what each is called.

    A web page has no paper: it is made once.
    """
    form = Form[asked.form.upper()]
    if form in _WHOLE:
        yield CopyWish(form=form, grade=Grade(f"grade-{asked.grade}")), asked.lesson
        return
    ink = Ink(asked.ink) if form is Form.PDF else Ink.COLOUR
    for kind in KINDS:
        if not asked.kinds or kind.id in asked.kinds:
            papers = _papers(kind.papers, asked.paper) if form is Form.PDF else kind.papers[:1]
            for paper in papers:
                yield CopyWish(form=form, kinds=(kind.id,), paper=paper, ink=ink), kind.title


def _papers(papers: Sequence[Paper], asked: str) -> Sequence[Paper]:
    if not asked:
        return papers
    return [paper for paper in papers if paper == asked] or papers[:1]


def to_confirm(bundle: LessonBundle) -> list[str]:
    """A line about services that a person has to confirm before they are handed out."""
    names = ", ".join(one.name for one in bundle.services.services if one.check_before_use)
    if not names:
        return []
    return [tr("Before you hand them out, confirm with the services themselves: {names}.", names=names)]
