"""What can be set for the class screen in every lesson."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.model.appearance import TEXT_SIZES, Appearance
from lesson_player.model.theme import themes
from lesson_player.model.user_settings import APPEARANCE
from lesson_player.rendering.fonts import typefaces
from lesson_player.ui.presenter.caption_choices import Choice
from lesson_player.ui.settings.setting_row import SettingRow, on_off, percents

if TYPE_CHECKING:
    from collections.abc import Iterable


def class_rows() -> tuple[SettingRow, ...]:
    """How slides look and come, unless a lesson's version asks for something else."""
    return (*_class_text(), *_class_spacing(), *_class_manner())


def _class_text() -> Iterable[SettingRow]:
    usual = Appearance()
    colours = tuple(Choice(theme.id, tr(theme.title)) for theme in themes().values())
    yield SettingRow(
        APPEARANCE,
        "theme",
        tr("Colours"),
        tr("The colours of slides. Every set of colours can be read well from the back of the room."),
        usual.theme,
        colours,
    )
    yield SettingRow(
        APPEARANCE,
        "font",
        tr("Letters"),
        tr("The typeface of slides."),
        usual.font,
        tuple(Choice(name, title) for name, title in typefaces().items()),
    )
    yield SettingRow(
        APPEARANCE,
        "text_percent",
        tr("Size of the text"),
        tr("Larger text makes more slides, never smaller pictures. The keys + and − change it in a lesson."),
        usual.text_percent,
        percents(TEXT_SIZES),
    )


def _class_spacing() -> Iterable[SettingRow]:
    usual = Appearance()
    spaces = (Choice(0.0, tr("Usual")), Choice(0.06, tr("A little more")), Choice(0.12, tr("More")))
    yield SettingRow(
        APPEARANCE,
        "letter_spacing",
        tr("Space between letters"),
        tr("More space helps some readers to tell letters apart."),
        usual.letter_spacing,
        spaces,
    )
    yield SettingRow(
        APPEARANCE,
        "word_spacing",
        tr("Space between words"),
        tr("More space helps some readers to see where a word ends."),
        usual.word_spacing,
        (Choice(0.0, tr("Usual")), Choice(0.16, tr("A little more")), Choice(0.32, tr("More"))),
    )
    yield SettingRow(
        APPEARANCE,
        "line_spacing",
        tr("Space between lines"),
        tr("More space helps some readers to stay on a line."),
        usual.line_spacing,
        (Choice(1.25, tr("Usual")), Choice(1.5, tr("A little more")), Choice(2.0, tr("More"))),
    )


def _class_manner() -> Iterable[SettingRow]:
    usual = Appearance()
    yield SettingRow(
        APPEARANCE,
        "symbols",
        tr("Small pictures above words"),
        tr("A picture above each word that has one, for readers who use symbols."),
        usual.symbols,
        on_off(),
    )
    yield SettingRow(
        APPEARANCE,
        "motion",
        tr("Slides fade into each other"),
        tr(
            "Off: nothing moves but the film. Where your computer asks for less motion it is off in any case."
        ),
        usual.motion,
        on_off(),
    )
    yield SettingRow(
        APPEARANCE,
        "now_next",
        tr("“Now” and “Next” at the top of slides"),
        tr("Tells pupils what they do now and what comes next."),
        usual.now_next,
        on_off(),
    )
    yield SettingRow(
        APPEARANCE,
        "reveal",
        tr("Lines of a slide come"),
        tr("One by one gives time for each; all together hides nothing."),
        usual.reveal,
        (
            Choice("as-written", tr("As the lesson says")),
            Choice("line", tr("One by one")),
            Choice("together", tr("All together")),
        ),
    )
