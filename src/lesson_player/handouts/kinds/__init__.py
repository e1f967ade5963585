"""Every kind of handout, in the order in which a teacher meets them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.handouts.handout import Paper, Reader
from lesson_player.handouts.kinds.cards import symbol_cards
from lesson_player.handouts.kinds.easy_read import easy_read_booklet, large_print
from lesson_player.handouts.kinds.families import letter, talk_sheet
from lesson_player.handouts.kinds.helping import certificate, disclosure_card, help_card, take_home_card
from lesson_player.handouts.kinds.plan import teachers_plan
from lesson_player.handouts.kinds.sheets import keys_sheet, transcript
from lesson_player.handouts.kinds.worksheets import worksheets

if TYPE_CHECKING:
    from collections.abc import Callable

    from lesson_player.handouts.handout import Handout
    from lesson_player.handouts.source import HandoutSource


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of handout: what a teacher chooses by."""

    id: str
    number: int
    """Its place, which begins the names of its files so that they sort."""
    words: Callable[[], str]
    """What it is called, asked for anew each time: the language can change."""
    tells: Callable[[], str]
    """What it is for, likewise."""
    reader: Reader
    make: Callable[[HandoutSource, Paper], tuple[Handout, ...]]
    papers: tuple[Paper, ...] = (Paper.A4,)
    """The paper that it can be had on, the usual one first."""

    @property
    def title(self) -> str:
        """What it is called."""
        return self.words()

    @property
    def about(self) -> str:
        """A sentence on what it is for."""
        return self.tells()


KINDS: tuple[Kind, ...] = (
    Kind(
        "easy-read-booklet",
        1,
        lambda: tr("Easy-read booklet"),
        lambda: tr("The lesson to read again: one picture and one sentence at a time."),
        Reader.PUPILS,
        easy_read_booklet,
        (Paper.A4, Paper.A5),
    ),
    Kind(
        "large-print",
        2,
        lambda: tr("Large print"),
        lambda: tr("The same words in 24 point."),
        Reader.PUPILS,
        large_print,
    ),
    Kind(
        "symbol-cards",
        3,
        lambda: tr("Symbol cards"),
        lambda: tr("Cards to cut out: words, answers to point at, and now and next."),
        Reader.PUPILS,
        symbol_cards,
    ),
    Kind(
        "worksheets",
        4,
        lambda: tr("Worksheets"),
        lambda: tr("The questions to talk about, at three levels: point, say or sign, explain."),
        Reader.PUPILS,
        worksheets,
    ),
    Kind(
        "teachers-plan",
        5,
        lambda: tr("Teacher’s plan"),
        lambda: tr("Every step with its minutes, and what to say, ask and look for."),
        Reader.STAFF,
        teachers_plan,
    ),
    Kind(
        "disclosure-card",
        6,
        lambda: tr("If a pupil tells you something"),
        lambda: tr("What to do, on one page, for adults only."),
        Reader.STAFF,
        disclosure_card,
        (Paper.A4, Paper.A5),
    ),
    Kind(
        "help-card",
        7,
        lambda: tr("Help card"),
        lambda: tr("Who can help, with the support services."),
        Reader.PUPILS,
        help_card,
        (Paper.A4, Paper.A5),
    ),
    Kind(
        "talk-sheet",
        8,
        lambda: tr("T.A.L.K. sheet"),
        lambda: tr("What parents and carers can do at home, and who can help."),
        Reader.FAMILIES,
        talk_sheet,
    ),
    Kind(
        "letter-to-parents",
        9,
        lambda: tr("Letter to parents"),
        lambda: tr("What the lesson is about, with a preview of it."),
        Reader.FAMILIES,
        letter,
    ),
    Kind(
        "certificate",
        10,
        lambda: tr("Certificate"),
        lambda: tr("Well done, in words that fit any lesson."),
        Reader.PUPILS,
        certificate,
    ),
    Kind(
        "take-home-card",
        11,
        lambda: tr("Take-home card"),
        lambda: tr("Small cards for a bag, in words that fit any lesson."),
        Reader.PUPILS,
        take_home_card,
    ),
    Kind(
        "transcript",
        12,
        lambda: tr("Transcript"),
        lambda: tr("All that is said in the film, and what can only be seen, with times."),
        Reader.PUPILS,
        transcript,
    ),
    Kind(
        "keys-sheet",
        13,
        lambda: tr("Keys"),
        lambda: tr("The keys as they are set on this computer."),
        Reader.STAFF,
        keys_sheet,
    ),
)


def kind_called(kind_id: str) -> Kind | None:
    """The kind of that id, or None."""
    return next((kind for kind in KINDS if kind.id == kind_id), None)


def file_stem(kind: Kind, handout: Handout) -> str:
    """How the files of a handout are called, without suffix, so that they sort by kind."""
    return f"{kind.number:02}-{handout.id}-{handout.paper}"
