"""What can be chosen for captions, as rows of a title and a few values in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from lesson_player.foundation.i18n import tr
from lesson_player.model.caption_look import (
    CAPTION_SIZES,
    CaptionEdge,
    CaptionPosition,
    SignerPlace,
    SignerSize,
)
from lesson_player.rendering.fonts import typefaces
from lesson_player.ui.widgets.choice_chip import ChoiceRow

if TYPE_CHECKING:
    from collections.abc import Sequence


_WORDS = ("#FFFFFF", "#FFFF00", "#00FFFF", "#00FF00", "#000000")
_BOXES = ("#000000", "#0A2036", "#FFFFFF", "#FFFF00")


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be chosen, by name and in words."""

    value: object
    words: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class LookChoice:
    """The values that a field of the captions' look can be given."""

    field: str
    title: str
    choices: tuple[Choice, ...]


class ValueRow(ChoiceRow):
    """A row of chips that stand for values. A value that has no chip of its own is shown as "As it is"."""

    picked = Signal(object)
    """The value that a person chose."""

    def __init__(self, title: str, choices: Sequence[Choice]) -> None:
        words = [(choice.words, choice.about) for choice in choices]
        other = (tr("As it is"), tr("Set by the lesson's version or by hand."))
        super().__init__(title, (*words, other))
        self._values: tuple[object, ...] = tuple(choice.value for choice in choices)
        self.chosen.connect(self._pick)
        self._show_other(shown=False)

    def show_value(self, value: object) -> None:
        """Show *value* as the chosen one; nothing is told."""
        known = value in self._values
        self._show_other(shown=not known)
        index = self._values.index(value) if known else len(self._values)
        if index != self.index:
            self.blockSignals(True)
            self.chips[index].setChecked(True)
            self.blockSignals(False)

    def _show_other(self, *, shown: bool) -> None:
        self.chips[-1].setVisible(shown)
        self.chips[-1].setEnabled(shown)

    def _pick(self, index: int) -> None:
        if index < len(self._values):
            self.picked.emit(self._values[index])


def look_choices() -> tuple[LookChoice, ...]:
    """Every field of the look that can be set, in the order in which it is offered."""
    words = {
        "percent": (tr("Size"), tuple(Choice(size, f"{size} %") for size in CAPTION_SIZES)),
        "position": (tr("Place"), _positions()),
        "lines": (tr("Lines of a long caption"), tuple(Choice(n, str(n)) for n in (1, 2, 3))),
        "text": (
            tr("Colour of the words"),
            _colours(_WORDS),
        ),
        "box": (
            tr("Colour of the box behind each line"),
            _colours(_BOXES),
        ),
        "box_opacity": (tr("The box behind each line is"), _opacities()),
        "edge": (tr("Edge of the letters"), _edges()),
        "window": (
            tr("Colour of the box behind all lines"),
            _colours(_BOXES),
        ),
        "window_opacity": (tr("The box behind all lines is"), _opacities()),
        "font": (tr("Letters"), tuple(Choice(name, title) for name, title in typefaces().items())),
    }
    made = (LookChoice(field, title, choices) for field, (title, choices) in words.items())
    return tuple(choice for choice in made if len(choice.choices) > 1)


def signer_places() -> tuple[Choice, ...]:
    """Where the signer's window can stand."""
    return (
        Choice(SignerPlace.OFF, tr("None")),
        Choice(SignerPlace.RIGHT, tr("Right")),
        Choice(SignerPlace.LEFT, tr("Left")),
        Choice(SignerPlace.BELOW, tr("Below")),
        Choice(SignerPlace.INSIDE, tr("Inside the picture")),
    )


def signer_sizes() -> tuple[Choice, ...]:
    """How large the signer's window can be."""
    return (
        Choice(SignerSize.SMALL, tr("Small")),
        Choice(SignerSize.MEDIUM, tr("Medium")),
        Choice(SignerSize.LARGE, tr("Large")),
    )


def _positions() -> tuple[Choice, ...]:
    return (
        Choice(CaptionPosition.BELOW, tr("Below the picture")),
        Choice(CaptionPosition.BOTTOM, tr("Over its lower edge")),
        Choice(CaptionPosition.TOP, tr("Over its upper edge")),
    )


def _edges() -> tuple[Choice, ...]:
    return (
        Choice(CaptionEdge.NONE, tr("None")),
        Choice(CaptionEdge.OUTLINE, tr("Outline")),
        Choice(CaptionEdge.SHADOW, tr("Shadow")),
    )


def _opacities() -> tuple[Choice, ...]:
    return (
        Choice(100, tr("Solid")),
        Choice(75, tr("See-through a little")),
        Choice(50, tr("See-through by half")),
        Choice(0, tr("Not there")),
    )


def _colours(values: tuple[str, ...]) -> tuple[Choice, ...]:
    names = {
        "#FFFFFF": tr("White"),
        "#FFFF00": tr("Yellow"),
        "#00FFFF": tr("Cyan"),
        "#00FF00": tr("Green"),
        "#000000": tr("Black"),
        "#0A2036": tr("Dark blue"),
    }
    return tuple(Choice(value, names[value]) for value in values)
