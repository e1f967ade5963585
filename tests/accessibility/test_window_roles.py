"""A window of ours says that it is a window: otherwise Orca says nothing of what Tab leads to."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible

from lesson_player.ui.widgets import window_accessible
from tests.support.gallery import EXHIBITS, exhibit
from tests.support.probes import accessible, walk

ROLE = QAccessible.Role


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("name", [name for name in EXHIBITS if name != "closing-bar"])
def test_a_window_is_a_window_and_nothing_in_it_is(name: str) -> None:
    window_accessible.install()
    with exhibit(name) as opened:
        inside = [each.role() for each in walk(accessible(opened.window))]
        assert inside[0] in {ROLE.Window, ROLE.Dialog}
        assert ROLE.Window not in inside[1:]
