"""Everything that can be set for all lessons, group by group, in the order in which the page shows it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.foundation.languages import KEY as LANGUAGE_KEY
from lesson_player.foundation.languages import SECTION as LANGUAGE
from lesson_player.foundation.languages import SYSTEM, languages
from lesson_player.foundation.safeguarding import SECTION as SAFEGUARDING
from lesson_player.model.appearance import FilmChoice
from lesson_player.model.caption_look import CaptionLook
from lesson_player.model.reading import READING_SPEEDS, ReadingChoice
from lesson_player.model.theme import themes
from lesson_player.model.user_settings import (
    CAPTIONS,
    FILMS,
    NOTES,
    PROGRAM,
    PROGRAM_TEXT,
    READING,
    SIGNER,
)
from lesson_player.teaching.time_words import speed_words
from lesson_player.ui.presenter.caption_choices import Choice, look_choices, signer_places, signer_sizes
from lesson_player.ui.presenter.notes_panel import SIZES as NOTES_SIZES
from lesson_player.ui.settings.class_rows import class_rows
from lesson_player.ui.settings.setting_row import SettingGroup, SettingRow, on_off, percents

if TYPE_CHECKING:
    from collections.abc import Iterable


def setting_groups() -> tuple[SettingGroup, ...]:
    """Every group, in the language that holds now."""
    return (
        SettingGroup(tr("The class screen"), class_rows()),
        SettingGroup(tr("Films and captions"), (*_films(), *_captions(), *_signer())),
        SettingGroup(tr("Reading aloud"), _reading()),
        SettingGroup(tr("Your own windows"), _own()),
        SettingGroup(tr("Designated Safeguarding Lead"), _safeguarding()),
    )


def _films() -> Iterable[SettingRow]:
    usual = FilmChoice()
    yield SettingRow(
        FILMS,
        "captions",
        tr("Captions"),
        tr("Whether a film begins with its captions. The key C changes it in a lesson."),
        usual.captions,
        on_off(),
    )
    yield SettingRow(
        FILMS,
        "description",
        tr("Audio description"),
        tr(
            "Whether a film begins with what can only be seen told as well. The key D changes it in a lesson."
        ),
        usual.description,
        on_off(),
    )


def _captions() -> Iterable[SettingRow]:
    usual = CaptionLook()
    for look in look_choices():
        yield SettingRow(
            CAPTIONS,
            look.field,
            tr("Captions: {what}", what=_small(look.title)),
            _about_captions()[look.field],
            getattr(usual, look.field),
            look.choices,
        )


def _about_captions() -> dict[str, str]:
    return {
        "percent": tr("Whole rooms need 150 % and more. The key V has looks for the room."),
        "position": tr("Below the picture nothing of it is covered. A signer is never covered."),
        "lines": tr("How many lines a long caption may take."),
        "text": tr(
            "Speakers keep colours of their own where those can be read. Their names are always there."
        ),
        "box": tr("It makes words stand out from the picture."),
        "box_opacity": tr("A solid box is the easiest to read on."),
        "edge": tr("It makes letters stand out where the box is see-through."),
        "window": tr("A second box that holds all lines together."),
        "window_opacity": tr("Whether that second box is there."),
        "font": tr("The typeface of captions."),
    }


def _signer() -> Iterable[SettingRow]:
    usual = FilmChoice()
    yield SettingRow(
        SIGNER,
        "place",
        tr("Signer’s window"),
        tr("Where the signer stands while a film without a signer is shown, if there is a signed version."),
        usual.signer,
        signer_places(),
    )
    yield SettingRow(
        SIGNER,
        "size",
        tr("Size of the signer’s window"),
        tr("Larger is easier to follow; the film’s picture then has less room."),
        usual.signer_size,
        signer_sizes(),
    )


def _reading() -> tuple[SettingRow, ...]:
    usual = ReadingChoice()
    return (
        SettingRow(
            READING,
            "speed",
            tr("How fast slides are read"),
            tr("The pitch stays the same. F6 changes it in a lesson."),
            usual.speed,
            tuple(Choice(speed, speed_words(speed)) for speed in READING_SPEEDS),
        ),
        SettingRow(
            READING,
            "highlight",
            tr("Mark the word that is heard"),
            tr("Each word has a mark on the class screen while it is read aloud. F6 changes it in a lesson."),
            usual.highlight,
            on_off(),
        ),
    )


def _own() -> tuple[SettingRow, ...]:
    known = tuple(Choice(code, name) for code, name in languages().items())
    return (
        SettingRow(
            LANGUAGE,
            LANGUAGE_KEY,
            tr("Language of your windows"),
            tr("It holds for each window that is opened from now on. Lessons stay as they are written."),
            SYSTEM,
            (Choice(SYSTEM, tr("As this computer")), *known),
        ),
        SettingRow(
            PROGRAM,
            "theme",
            tr("Colours of your windows"),
            tr("The library, your window in a lesson, and this page. The class does not see it."),
            next(iter(themes())),
            tuple(Choice(theme.id, tr(theme.title)) for theme in themes().values()),
        ),
        SettingRow(
            PROGRAM,
            "text_percent",
            tr("Size of text and buttons"),
            tr("In your windows. It holds for each window that is opened from now on."),
            PROGRAM_TEXT[0],
            percents(PROGRAM_TEXT),
        ),
        SettingRow(
            NOTES,
            "percent",
            tr("Size of your notes"),
            tr("The notes beside a lesson. Ctrl + and Ctrl − change it in a lesson."),
            100,
            percents(NOTES_SIZES),
        ),
    )


def _safeguarding() -> tuple[SettingRow, ...]:
    return (
        SettingRow(
            SAFEGUARDING,
            "name",
            tr("Name"),
            tr("Whom to go to at once. It stands on the card for a disclosure, and nowhere else."),
            "",
        ),
        SettingRow(SAFEGUARDING, "room", tr("Room"), tr("Where to find them."), ""),
        SettingRow(
            SAFEGUARDING, "telephone", tr("Telephone"), tr("How to reach them from the classroom."), ""
        ),
    )


def _small(title: str) -> str:
    return title[:1].lower() + title[1:]


@cache
def all_keys() -> dict[str, tuple[str, ...]]:
    """Every section of the page with its keys."""
    found: dict[str, tuple[str, ...]] = {}
    for group in setting_groups():
        for row in group.rows:
            found[row.section] = (*found.get(row.section, ()), row.key)
    return found
