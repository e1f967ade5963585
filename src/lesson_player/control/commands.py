"""The one command table: every way of driving a lesson starts here.

Buttons, keys, the strip on the class screen and the sheet of keys are all made from these rows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from lesson_player.control import conditions
from lesson_player.foundation.i18n import tr
from lesson_player.model.appearance import TEXT_SIZES
from lesson_player.teaching.views import TeacherView

Test = Callable[[TeacherView], bool]
Words = Callable[[TeacherView], str]


class Group(StrEnum):
    """Where a command stands in the bottom row and in the sheet of keys."""

    MOVE = "move"
    FILM = "film"
    CLASS = "class"
    SAFETY = "safety"
    LESSON = "lesson"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a teacher can ask for."""

    id: str
    group: Group
    words: Words
    """What its button says now; it changes with the state, so that a screen reader hears the state."""
    help: str
    """One sentence for the sheet of keys and the manual."""
    keys: tuple[str, ...]
    """Default keys by Qt's portable names; the first one is shown on the button."""
    in_bar: bool = True
    """Whether it has a button in the teacher's bottom row."""
    in_strip: bool = False
    """Whether it has a button in the strip on the class screen."""
    enabled: Test = conditions.always
    visible: Test = conditions.always
    on: Test | None = None
    """Whether a two-state command is on now; None for commands without states."""
    private: bool = False
    """True when it shows something that the class must not see."""


def table() -> tuple[Command, ...]:
    """Every command, in the order in which buttons and the sheet of keys show them."""
    return (*_move(), *_jumps(), *_film(), *_sound(), *_versions(), *_class(), *_safety(), *_lesson())


def _move() -> tuple[Command, ...]:
    move = Group.MOVE
    return (
        Command(
            "back",
            move,
            _fixed("Back"),
            tr("Go back one line, pause or step."),
            ("Left", "Up", "PgUp", "Backspace"),
            in_strip=True,
            enabled=lambda view: view.can_go_back,
        ),
        Command(
            "next",
            move,
            _fixed("Next"),
            tr("Show the next line, play the film, or go to the next step."),
            ("Space", "Right", "Down", "PgDown"),
            in_strip=True,
            enabled=lambda view: view.can_go_on,
        ),
    )


def _jumps() -> tuple[Command, ...]:
    move = Group.MOVE
    return (
        Command(
            "first",
            move,
            _fixed("First step"),
            tr("Go to the first step of this sitting."),
            ("Home",),
            in_bar=False,
        ),
        Command(
            "last",
            move,
            _fixed("Last step"),
            tr("Go to the last step of this sitting."),
            ("End",),
            in_bar=False,
        ),
        Command(
            "go-to",
            move,
            _fixed("Go to a step"),
            tr("Type the number of a step, then press Enter."),
            (),
            in_bar=False,
        ),
    )


def _film() -> tuple[Command, ...]:
    film = Group.FILM
    return (
        Command(
            "play",
            film,
            _either(conditions.playing, "Rest", "Play"),
            tr("Play the film, or let it rest."),
            ("P",),
            in_strip=True,
            enabled=conditions.film_there,
            visible=conditions.in_film,
        ),
        Command(
            "again",
            film,
            _fixed("Back 5 s"),
            tr("Go back five seconds in the film, for those who looked away."),
            (",",),
            in_bar=False,
            enabled=conditions.film_started,
            visible=conditions.in_film,
        ),
    )


def _sound() -> tuple[Command, ...]:
    film = Group.FILM
    return (
        Command(
            "quieter",
            film,
            _fixed("Quieter"),
            tr("Turn the sound of the film down."),
            ("[",),
            enabled=lambda view: conditions.settings(view, lambda film: film.volume > 0),
            visible=conditions.in_film,
        ),
        Command(
            "louder",
            film,
            _fixed("Louder"),
            tr("Turn the sound of the film up."),
            ("]",),
            enabled=lambda view: conditions.settings(view, lambda film: film.volume < 100),
            visible=conditions.in_film,
        ),
        Command(
            "mute",
            film,
            _either(conditions.muted, "Sound on", "Mute"),
            tr("Turn the sound of the film off or on."),
            ("M",),
            visible=conditions.in_film,
            on=conditions.muted,
        ),
    )


def _versions() -> tuple[Command, ...]:
    film = Group.FILM
    return (
        Command(
            "captions",
            film,
            _fixed("Captions"),
            tr("Show or hide the captions."),
            ("C",),
            enabled=lambda view: conditions.settings(view, lambda film: film.captions_available),
            visible=conditions.has_film,
            on=lambda view: conditions.settings(view, lambda film: film.captions),
        ),
        Command(
            "version",
            film,
            _fixed("BSL"),
            tr("Change between the film and its British Sign Language version."),
            ("S",),
            enabled=lambda view: conditions.settings(view, lambda film: film.other_version is not None),
            visible=conditions.has_film,
            on=lambda view: conditions.settings(view, lambda film: film.version != "film"),
        ),
    )


def _class() -> tuple[Command, ...]:
    group = Group.CLASS
    return (
        Command(
            "smaller",
            group,
            _fixed("Text smaller"),
            tr("Make the text on the class screen smaller."),
            ("-",),
            enabled=lambda view: conditions.percent(view) > TEXT_SIZES[0],
        ),
        Command(
            "larger",
            group,
            _fixed("Text larger"),
            tr("Make the text on the class screen larger."),
            ("+", "="),
            enabled=lambda view: conditions.percent(view) < TEXT_SIZES[-1],
        ),
    )


def _safety() -> tuple[Command, ...]:
    safety = Group.SAFETY
    return (
        Command(
            "hide",
            safety,
            _either(conditions.hidden, "Show", "Hide"),
            tr("Cover the class screen and stop the sound. The place is kept."),
            ("B", "."),
            in_strip=True,
            on=conditions.hidden,
        ),
        Command(
            "calm",
            safety,
            _either(conditions.calm, "Carry on", "Calm"),
            tr("Show a quiet picture and stop the sound. The place is kept."),
            ("K",),
            in_strip=True,
            on=conditions.calm,
        ),
        Command(
            "disclosure",
            safety,
            _fixed("If a pupil tells you something"),
            tr("Open the card for when a pupil tells you something. The class never sees it."),
            ("F9",),
            in_bar=False,
            visible=lambda view: view.private,
            private=True,
        ),
    )


def _lesson() -> tuple[Command, ...]:
    lesson = Group.LESSON
    return (
        Command(
            "timer",
            lesson,
            _either(lambda view: view.pace.paused, "Timer on", "Timer off"),
            tr("Stop the lesson's timer, or let it go on. It stays as you leave it."),
            ("T",),
            in_bar=False,
            on=lambda view: view.pace.paused,
        ),
        Command("keys", lesson, _fixed("Keys"), tr("Show all keys."), ("F1",)),
        Command(
            "end",
            lesson,
            _fixed("End"),
            tr("End the lesson. You are asked first, and the place is kept."),
            ("Esc",),
            in_strip=True,
        ),
    )


def _fixed(text: str) -> Words:
    return lambda _view: tr(text)


def _either(test: Test, yes: str, no: str) -> Words:
    return lambda view: tr(yes) if test(view) else tr(no)
