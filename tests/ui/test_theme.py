"""Every theme reaches the windows, and its controls can be seen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontInfo, QFontMetrics, QImage
from PySide6.QtWidgets import QApplication, QWidget

from lesson_player.model.theme import contrast, themes
from lesson_player.ui.theme.apply import apply_theme
from lesson_player.ui.theme.measures import TARGET, Type, base_px, font, px
from lesson_player.ui.theme.roles import Role, colour, palette_for
from lesson_player.ui.widgets.chip_paint import fitted
from lesson_player.ui.widgets.choice_chip import ChoiceChip
from lesson_player.ui.widgets.word_button import Kind, WordButton
from tests.support.probes import WindowProbe
from tests.ui.conftest import Presenter

THEMES = list(themes())
WORDS = [
    (Role.INK, Role.GROUND, 7.0),
    (Role.INK, Role.PAPER, 7.0),
    (Role.INK, Role.SOFT, 4.5),
    (Role.QUIET, Role.GROUND, 4.5),
    (Role.QUIET, Role.PAPER, 4.5),
    (Role.WARM, Role.PAPER, 4.5),
    (Role.WARM, Role.GROUND, 4.5),
    (Role.ON_ACCENT, Role.ACCENT, 4.5),
    (Role.ACCENT, Role.PAPER, 3.0),
    (Role.ACCENT, Role.GROUND, 3.0),
    (Role.ACCENT, Role.SOFT, 3.0),
    (Role.EDGE, Role.PAPER, 3.0),
    (Role.EDGE, Role.GROUND, 3.0),
]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("on", "ground", "least"), WORDS)
def test_contrast(theme: str, on: Role, ground: Role, least: float) -> None:
    palette = palette_for(themes()[theme])
    assert contrast(palette.color(on.value).name(), palette.color(ground.value).name()) >= least


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_reaches_a_window_that_is_open(
    qapp: QApplication, presenter: Callable[..., Presenter], theme: str
) -> None:
    window, _, probe = presenter()
    apply_theme(qapp, theme)
    probe.settle()
    roles = themes()[theme]
    assert colour(window, Role.GROUND).name() == roles.ground.lower()
    shown = window.grab().toImage()
    bar = window.parts.bar.geometry()
    assert shown.pixelColor(bar.center().x(), bar.bottom() - 1).name() == roles.paper.lower()
    assert roles.quiet.lower() in window.parts.notes.text.toHtml().lower()


def test_the_scale_makes_text_and_targets_larger(qapp: QApplication) -> None:
    apply_theme(qapp, "cream", 1.5)
    assert base_px() == 24
    assert px(TARGET) == 66


def test_the_programs_typeface_is_used(qapp: QApplication) -> None:
    assert QFontInfo(qapp.font()).family() == "Atkinson Hyperlegible Next"


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("kind", list(Kind))
def test_the_focus_is_a_ring_with_a_gap(
    qapp: QApplication, windows: list[QWidget], theme: str, kind: Kind
) -> None:
    apply_theme(qapp, theme)
    window = QWidget()
    windows.append(window)
    button = WordButton("Next", kind=kind, parent=window)
    button.adjustSize()
    WindowProbe(window).show(300, 100)
    ring, gap = colour(button, Role.ACCENT), colour(window, Role.GROUND)
    middle = button.height() // 2
    button.clearFocus()
    without = _row(button, middle)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    row = _row(button, middle)
    assert [row.pixelColor(x, 0) for x in range(3)] == [ring] * 3
    assert row.pixelColor(3, 0) == row.pixelColor(4, 0) == gap
    assert without.pixelColor(1, 0) == gap


def _row(button: WordButton, y: int) -> QImage:
    return button.grab().toImage().copy(0, y, button.width(), 1)


@pytest.mark.parametrize("words", ["Back", "Ja", "Text larger"])
def test_every_button_is_a_large_target(qapp: QApplication, words: str) -> None:
    size = WordButton(words, hint="B").sizeHint()
    assert min(size.width(), size.height()) >= TARGET


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_words_of_a_narrow_choice_stand_on_two_lines(qapp: QApplication, scale: float) -> None:
    apply_theme(qapp, "cream", scale)
    chip = ChoiceChip("The class sees this screen too")
    room = QRect(0, 0, chip_words_width(chip), px(TARGET))
    assert fitted(chip.text(), room, Type.BODY) == (Type.BODY, chip.text())
    room.setWidth(round(room.width() * 0.6))
    assert fitted(chip.text(), room, Type.BODY) == (Type.MINOR, chip.text())
    room.setWidth(round(room.width() * 0.3))
    assert fitted(chip.text(), room, Type.BODY)[1].endswith("…")


def chip_words_width(chip: ChoiceChip) -> int:
    return QFontMetrics(font(Type.STRONG)).horizontalAdvance(chip.text())
