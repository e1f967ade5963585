"""Commands for the class screen: text size, and what keeps it calm and safe."""

from __future__ import annotations

from lesson_player.control.commands import conditions
from lesson_player.control.commands.command import Command, Group
from lesson_player.foundation.i18n import tr
from lesson_player.model.appearance import TEXT_SIZES
from lesson_player.teaching import moves, style_moves


def rows() -> tuple[Command, ...]:
    """The rows of this part of the table."""
    return (*_class(), *_safety())


def _class() -> tuple[Command, ...]:
    group = Group.CLASS
    return (
        Command(
            "smaller",
            group,
            lambda _view: tr("Text smaller"),
            tr("Make the text on the class screen smaller."),
            ("-",),
            move=moves.text_smaller,
            enabled=lambda view: conditions.percent(view) > TEXT_SIZES[0],
        ),
        Command(
            "larger",
            group,
            lambda _view: tr("Text larger"),
            tr("Make the text on the class screen larger."),
            ("+", "="),
            move=moves.text_larger,
            enabled=lambda view: conditions.percent(view) < TEXT_SIZES[-1],
        ),
        *_looks(),
    )


def _looks() -> tuple[Command, ...]:
    group = Group.CLASS
    return (
        Command(
            "appearance",
            group,
            lambda _view: tr("Look"),
            tr("Choose colours, letters, spacing, symbols and presets for the class screen."),
            ("F7",),
            in_film_bar=False,
            visible=lambda view: view.private,
        ),
        Command(
            "symbols",
            group,
            lambda _view: tr("Symbols"),
            tr("Show or hide the symbols above the words on the class screen."),
            ("X",),
            move=style_moves.toggle_symbols,
            in_bar=False,
            on=lambda view: view.class_view.appearance.symbols,
        ),
    )


def _safety() -> tuple[Command, ...]:
    safety = Group.SAFETY
    return (
        Command(
            "hide",
            safety,
            lambda view: tr("Show") if conditions.hidden(view) else tr("Hide"),
            tr("Cover the class screen and stop the sound. The place is kept."),
            ("B", "."),
            other_words=(tr("Hide"), tr("Show")),
            move=moves.hide,
            in_strip=True,
            on=conditions.hidden,
        ),
        Command(
            "calm",
            safety,
            lambda view: tr("Carry on") if conditions.calm(view) else tr("Calm"),
            tr("Show a quiet picture and stop the sound. The place is kept."),
            ("K",),
            other_words=(tr("Calm"), tr("Carry on")),
            move=moves.calm,
            in_strip=True,
            on=conditions.calm,
        ),
        Command(
            "disclosure",
            safety,
            lambda _view: tr("If a pupil tells you something"),
            tr("Open the card for when a pupil tells you something. The class never sees it."),
            ("F9",),
            in_bar=False,
            visible=lambda view: view.private,
            private=True,
        ),
    )
