"""What teachers hand out, as files: made in memory, then written whole, so no fault leaves half a file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from lesson_player.foundation.files import write_whole
from lesson_player.foundation.i18n import tr
from lesson_player.handouts.braille import Grade
from lesson_player.handouts.handout import Ink, Paper, Reader
from lesson_player.handouts.kinds import file_stem, kind_called
from lesson_player.handouts.pictures import missing_pictures
from lesson_player.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from lesson_player.handouts.handout import Handout
    from lesson_player.handouts.kinds import Kind
    from lesson_player.handouts.pictures import Drawings
    from lesson_player.handouts.source import HandoutSource

    Say = Callable[[float, str], None]
    """Told the share done, 0 to 1, and what is being done; may raise to stop."""

_FOR_ALL: Final = 0o644
_MOST_NAMES = 1000


class Form(StrEnum):
    """What kind of file a copy is."""

    PDF = "pdf"
    WEB = "html"
    SLIDES = "pptx"
    BRAILLE = "brf"


_EDITABLE = frozenset({Form.WEB, Form.SLIDES})
"""What a teacher may have changed since: a file of that kind is never replaced."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyWish:
    """What somebody wants to hand out."""

    form: Form = Form.PDF
    kinds: tuple[str, ...] = ()
    """Ids of kinds, for PDF and web pages."""
    paper: Paper = Paper.A4
    """Taken where a kind can be had on it."""
    ink: Ink = Ink.COLOUR
    grade: Grade = Grade.CONTRACTED


@dataclass(frozen=True, slots=True)
class Copy:
    """One file that was made."""

    name: str
    """Its file name."""
    title: str
    """What people call it."""
    data: bytes


@dataclass(frozen=True, slots=True)
class Copies:
    """Files, and what a teacher has to know about them."""

    files: tuple[Copy, ...]
    problems: tuple[Problem, ...] = ()


class CannotMake(Exception):
    """The copies could not be made or written; nothing of them is half there."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def make_copies(source: HandoutSource, wish: CopyWish, drawings: Drawings, fonts: Path, say: Say) -> Copies:
    """The files that *wish* asks for, in memory.

    Args:
        source: the lesson in the version that was chosen.
        wish: what to make of it.
        drawings: its pictures, grey where the wish is.
        fonts: the folder of our typefaces.
        say: told how far it is.

    Raises CannotMake.
    """
    match wish.form:
        case Form.SLIDES:
            return _slides(source, drawings, say)
        case Form.BRAILLE:
            return _braille(source, wish.grade, say)
        case Form.PDF | Form.WEB:
            return _pages(source, wish, drawings, fonts, say)


def save_copies(files: Sequence[Copy], folder: Path, say: Say) -> tuple[Path, ...]:
    """Write *files* into *folder*, each whole. Raises CannotMake, which says how many are there.

    A PDF or a Braille file of the same name is replaced. What can be edited never is: it gets a number.
    """
    saved: list[Path] = []
    for file in files:
        say(len(saved) / len(files), tr("Writing {name}", name=file.name))
        try:
            path = _place(folder, file.name)
            write_whole(path, file.data)
            path.chmod(_FOR_ALL)
        except OSError as error:
            raise CannotMake(_not_written(file, folder, error, saved)) from error
        saved.append(path)
    return tuple(saved)


def handouts_of(
    source: HandoutSource, wish: CopyWish
) -> tuple[list[tuple[Kind, Handout]], tuple[Problem, ...]]:
    """The handouts of the kinds that were chosen, and a problem for each kind that the lesson has none of."""
    found: list[tuple[Kind, Handout]] = []
    problems: list[Problem] = []
    for name in wish.kinds:
        kind = kind_called(name)
        if kind is None:
            continue
        paper = wish.paper if wish.paper in kind.papers else kind.papers[0]
        made = kind.make(source, paper)
        found += [(kind, handout) for handout in made]
        if not made:
            sentence = tr("This lesson has nothing for “{kind}”.", kind=kind.title)
            problems.append(Problem(code="handout-empty", sentence=sentence))
    return found, tuple(problems)


def _pages(source: HandoutSource, wish: CopyWish, drawings: Drawings, fonts: Path, say: Say) -> Copies:
    from lesson_player.handouts.typst_pdf import CannotPrint, to_pdf  # noqa: PLC0415 - typst where wanted
    from lesson_player.handouts.web.document import to_html  # noqa: PLC0415 - only where wanted

    wanted, empty = handouts_of(source, wish)
    problems = [*empty, *missing_pictures((handout for _, handout in wanted), drawings)]
    files = []
    for number, (kind, handout) in enumerate(wanted):
        say(number / len(wanted), handout.title)
        name = f"{'-'.join((file_stem(kind, handout), *source.adaptations))}.{wish.form}"
        if wish.form is Form.WEB:
            theme = source.appearance.theme if handout.reader is Reader.PUPILS else ""
            data = to_html(handout, drawings, fonts, theme)
        else:
            try:
                printed = to_pdf(handout, drawings, fonts, wish.ink)
            except (CannotPrint, OSError) as error:
                raise CannotMake(_not_made(handout.title)) from error
            data = printed.data
            problems += printed.problems
        files.append(Copy(name, kind.title, data))
    return Copies(tuple(files), tuple(problems))


def _slides(source: HandoutSource, drawings: Drawings, say: Say) -> Copies:
    from lesson_player.handouts.slides.from_lesson import lesson_deck  # noqa: PLC0415 - only where wanted
    from lesson_player.handouts.slides.powerpoint import powerpoint  # noqa: PLC0415 - only where wanted

    deck = lesson_deck(source)
    data = powerpoint(deck, drawings, lambda share: say(share, tr("Making the slides")))
    return Copies((Copy(f"{_stem(source)}.{Form.SLIDES}", source.title, data),))


def _braille(source: HandoutSource, grade: Grade, say: Say) -> Copies:
    from lesson_player.handouts.braille_copy import braille_copy  # noqa: PLC0415 - only where wanted

    say(0.0, tr("Putting the words into Braille"))
    made = braille_copy(source, grade)
    if isinstance(made, Problem):
        raise CannotMake(made)
    return Copies((Copy(f"{_stem(source)}-{grade}.{Form.BRAILLE}", source.title, made),))


def _stem(source: HandoutSource) -> str:
    """The lesson's id and its version's, so that files of several versions lie beside each other."""
    return "-".join((source.lesson.id, *source.adaptations))


def _place(folder: Path, name: str) -> Path:
    """Where the file of that *name* is written: a free name for what can be edited."""
    path = folder / name
    if Form(path.suffix.removeprefix(".")) not in _EDITABLE:
        return path
    return next(place for place in _names(path) if not place.exists())


def _names(path: Path) -> Iterator[Path]:
    yield path
    for number in range(2, _MOST_NAMES):
        yield path.with_name(f"{path.stem}-{number}{path.suffix}")
    raise OSError(None, tr("there are too many files of that name"))


def _not_made(title: str) -> Problem:
    return Problem(
        code="handout-not-made",
        sentence=tr("“{title}” could not be made.", title=title),
        remedy=tr("Nothing was written. Choose another version, or look at the lesson in the editor."),
    )


def _not_written(file: Copy, folder: Path, error: OSError, saved: Sequence[Path]) -> Problem:
    reason = error.strerror or str(error)
    kept = tr("{n} of the files are saved whole. ", n=len(saved)) if saved else ""
    return Problem(
        code="handout-not-written",
        sentence=tr(
            "{name} cannot be written to {folder}: {why}.", name=file.name, folder=folder, why=reason
        ),
        remedy=kept
        + tr(
            "What was there is untouched. Choose another folder, make room, or close the file where it is "
            "open."
        ),
    )
