"""In the library: the real film can be put in, changed, and its moments set."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from lesson_player.model.library import FilmState
from lesson_player.ui.library.window import LibraryWindow
from tests.support.library_cards import lesson
from tests.support.probes import WindowProbe

Library = tuple[WindowProbe, list[tuple[str, bool]]]


@pytest.fixture
def library(windows: list[QWidget]) -> Callable[[FilmState], Library]:
    def make(film: FilmState) -> Library:
        window = LibraryWindow(Path("/lessons"))
        windows.append(window)
        asked: list[tuple[str, bool]] = []
        window.film_asked.connect(lambda which, only_moments: asked.append((which, only_moments)))
        window.show_lessons((lesson(film=film, sample=True),))
        probe = WindowProbe(window)
        probe.show(1280, 720)
        return probe, asked

    return make


def test_beside_the_sample_film_the_real_ones_can_be_added(library: Callable[[FilmState], Library]) -> None:
    probe, asked = library(FilmState.SAMPLE)
    probe.press("Add the IWF films")
    assert asked == [("mayas-story", False)]


def test_the_real_film_can_be_changed_and_is_no_sample(library: Callable[[FilmState], Library]) -> None:
    probe, asked = library(FilmState.REAL)
    probe.press("Change the film: Maya’s story")
    assert asked == [("mayas-story", False)]
    assert "our own film" not in probe.texts()


def test_moments_that_nobody_has_looked_at_can_be_set(library: Callable[[FilmState], Library]) -> None:
    probe, asked = library(FilmState.UNSET)
    probe.press("Set the film’s moments")
    assert asked == [("mayas-story", True)]


def test_a_lesson_that_no_version_makes_ready_for_the_real_film_keeps_its_own(
    library: Callable[[FilmState], Library],
) -> None:
    probe, _ = library(FilmState.FIXED)
    assert [button.text() for button in probe.buttons() if "film" in button.text()] == []
