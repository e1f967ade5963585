"""Library cards and check lines, made by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QWidget

from lesson_player.desktop.displays import Display
from lesson_player.model.library import CheckLine, LessonCard, PlaceCard, Readiness, SittingCard, VersionCard
from lesson_player.model.problem import Problem

PICTURE = Path(__file__).parents[2] / "lessons" / "mayas-story" / "pictures" / "maya.svg"

LAPTOP = Display("laptop", 1366, 768, primary=True)
BOARD = Display("board", 1920, 1080, primary=False)

CHECKS = (
    CheckLine(id="film", readiness=Readiness.GOOD, sentence="The film plays, and its captions match it."),
    CheckLine(
        id="sample",
        readiness=Readiness.WARNING,
        sentence="This is the sample film.",
        remedy="Your IT staff can add the IWF’s films.",
    ),
    CheckLine(
        id="bsl",
        readiness=Readiness.PROBLEM,
        sentence="The BSL film is missing: film-bsl.webm.",
        remedy="Put the file back, or teach with the captions.",
    ),
    CheckLine(id="sound", readiness=Readiness.UNKNOWN, sentence="The sound was not tested."),
)


def place(key: str = "a", *, hours: float = 1.0, film_s: float | None = 72.4, step: int = 5) -> PlaceCard:
    """A place that was kept so many hours ago."""
    return PlaceCard(
        key=key,
        lesson="mayas-story",
        sitting="whole",
        sitting_title="The whole lesson",
        version_title="Easy read with symbols",
        step_number=step,
        step_title="What Maya can do",
        film_s=film_s,
        saved=datetime.now(UTC) - timedelta(hours=hours),
    )


def lesson(**changes: object) -> LessonCard:
    """Maya's story with four sittings and five versions."""
    card = LessonCard(
        id="mayas-story",
        folder=PICTURE.parents[1],
        title="Maya’s story",
        about="A film and a lesson about staying safe when adults ask for private pictures online.",
        minutes=40,
        film_words="film with captions, film in BSL",
        sample=True,
        picture=PICTURE,
        sittings=(
            SittingCard(id="whole", title="The whole lesson", minutes=40),
            SittingCard(id="one", title="1: What Maya sees", minutes=10),
            SittingCard(id="two", title="2: What Maya does", minutes=12),
            SittingCard(id="three", title="3: Who can help", minutes=10),
            SittingCard(id="four", title="4: Block, report, tell", minutes=8),
        ),
        versions=(
            VersionCard(adaptations=(), title="As written"),
            VersionCard(adaptations=("easy-read",), title="Easy read with symbols", about="Short sentences."),
            VersionCard(adaptations=("calm",), title="Calm and predictable"),
            VersionCard(adaptations=("sign",), title="Sign and captions"),
            VersionCard(adaptations=("few-words",), title="Few or no words"),
        ),
    )
    return card.model_copy(update=changes)


def broken_lesson() -> LessonCard:
    """A lesson with two faults."""
    return lesson(
        id="broken",
        title="Sam’s story",
        picture=None,
        places=(),
        teachable=False,
        problems=(
            Problem(
                code="unknown-key",
                sentence="The word “minuts” is not known here.",
                remedy="Did you mean “minutes”?",
                file="lesson.yaml",
                line=14,
                column=5,
            ),
            Problem(
                code="missing-picture",
                sentence="The picture “maya-waves” is not in the lesson.",
                remedy="Put the picture into the folder “pictures”, or name another one.",
                file="lesson.yaml",
                line=31,
            ),
        ),
    )


def shown_window(name: str) -> QWidget:
    """A window of the library with these cards, shown."""
    from lesson_player.ui.library.start_dialog import StartDialog
    from lesson_player.ui.library.window import LibraryWindow

    if name == "start":
        dialog = StartDialog((LAPTOP, BOARD), mirrored=False)
        dialog.show()
        return dialog
    window = LibraryWindow()
    window.show_lessons(
        (lesson(places=(place(), place("b", hours=30, film_s=None, step=3))), broken_lesson())
    )
    window.show_checks("mayas-story", CHECKS, False)
    window.showFullScreen()
    return window
