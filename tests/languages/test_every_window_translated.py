"""Every window in a language that nobody speaks, and from right to left."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QLabel

from lesson_player.foundation.i18n import install
from lesson_player.ui.presenter.window import PresenterWindow
from lesson_player.ui.widgets.word_button import WordButton
from tests.languages.said_by_data import own_words
from tests.support.gallery import EXHIBITS, Opened, exhibit
from tests.support.probes import accessible, name_of, walk
from tests.support.pseudo_words import CLOSE, OPEN, PseudoWords
from tests.support.walked import against_reading, cut_off, overlaps, sideways
from tests.ui.conftest import dressed

__all__ = ["dressed"]

LETTERS = re.compile(r"[A-Za-z]{2}")
KEYS = re.compile(r"^((F\d+|Esc|[A-Z]|[^A-Za-z]+|[ ,·])+)$")
CLASS_SCREEN = frozenset({"class-strip", "class-question", "closing-picture"})
TEACHERS = [name for name in EXHIBITS if name not in CLASS_SCREEN]


@pytest.fixture
def pseudo() -> Iterator[None]:
    install(PseudoWords())
    yield
    install(gettext.NullTranslations())


@pytest.fixture
def mirrored() -> Iterator[None]:
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def shown_words(opened: Opened) -> set[str]:
    """What labels and buttons say."""
    labels = [each.text() for each in opened.window.findChildren(QLabel) if each.isVisible()]
    buttons = [each for each in opened.window.findChildren(WordButton) if each.isVisible()]
    return {*labels, *(each.text() for each in buttons), *(each.accessibleName() for each in buttons)}


def untranslated(words: set[str]) -> list[str]:
    """Those of which no part has passed through a catalogue. Names of keys are written on keyboards."""
    return sorted(
        each
        for each in words
        if OPEN not in each and LETTERS.search(own_words(each)) and not KEYS.match(each)
    )


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("name", TEACHERS)
def test_no_words_are_left_in_english(name: str) -> None:
    with exhibit(name) as opened:
        assert untranslated(shown_words(opened)) == []


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("name", TEACHERS)
def test_longer_words_have_room(name: str) -> None:
    with exhibit(name) as opened:
        assert cut_off(opened) == []
        assert sideways(opened) == []
        assert overlaps(opened) == []


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("name", sorted(CLASS_SCREEN))
def test_the_class_screen_stays_english(name: str) -> None:
    with exhibit(name) as opened:
        said = {*shown_words(opened), *(name_of(each) for each in walk(accessible(opened.window)))}
        assert [each for each in said if OPEN in each or CLOSE in each] == []


@pytest.mark.usefixtures("mirrored")
@pytest.mark.parametrize("name", EXHIBITS)
def test_from_right_to_left_nothing_overlaps_and_tab_follows(name: str) -> None:
    with exhibit(name) as opened:
        assert opened.window.isRightToLeft()
        assert overlaps(opened) == []
        assert cut_off(opened) == []
        assert sideways(opened) == []
        assert against_reading(opened, opened.probe.tab_stops(), mirrored=True) == []


@pytest.mark.parametrize("part", ["clock", "steps", "transcript"])
def test_what_we_draw_ourselves_does_not_overlap_either(part: str) -> None:
    """Words that stand on one another have less ink than those that do not."""
    inks = []
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        QGuiApplication.setLayoutDirection(direction)
        with exhibit("teacher-transcript") as opened:
            assert isinstance(opened.window, PresenterWindow)
            parts = opened.window.parts
            drawn = {"clock": parts.top.clock, "steps": parts.steps, "transcript": parts.side.transcript.list}
            inks.append(ink(drawn[part].grab().toImage()))
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert inks[1] == pytest.approx(inks[0], rel=0.04)


def ink(picture: QImage) -> int:
    """How many points are not the ground."""
    ground = picture.pixel(2, 2)
    return sum(picture.pixel(x, y) != ground for x in range(picture.width()) for y in range(picture.height()))
