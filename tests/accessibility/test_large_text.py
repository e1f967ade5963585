"""Every window at 200 and 300 %: words wrap, windows scroll down, and nothing is cut off."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from lesson_player.ui.theme.apply import apply_theme
from tests.support.gallery import EXHIBITS, exhibit
from tests.support.walked import cut_off, overlaps, sideways

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.mark.parametrize("name", EXHIBITS)
def test_at_200_per_cent_nothing_is_cut_off(name: str, qapp: QApplication) -> None:
    apply_theme(qapp, "yellow-on-black", 2.0)
    with exhibit(name) as opened:
        assert cut_off(opened) == []
        assert sideways(opened) == []
        assert overlaps(opened) == []


@pytest.mark.parametrize("name", [name for name in EXHIBITS if name.startswith(("teacher", "library"))])
def test_at_300_per_cent_nothing_is_cut_off(name: str, qapp: QApplication) -> None:
    apply_theme(qapp, "cream", 3.0)
    with exhibit(name) as opened:
        assert cut_off(opened) == []
        assert sideways(opened) == []
