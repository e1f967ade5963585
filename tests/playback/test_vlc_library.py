"""Whether libVLC looks for its plug-ins, or trusts the list that the package brings."""

from __future__ import annotations

import sys

import pytest

from lesson_player.playback.vlc import library


@pytest.mark.parametrize(
    ("packed", "system", "search"),
    [
        (False, "linux", "--plugins-cache"),
        (True, "linux", "--no-plugins-scan"),
        (True, "win32", "--plugins-cache"),
    ],
)
def test_a_package_for_windows_has_no_list_of_plug_ins(
    monkeypatch: pytest.MonkeyPatch, packed: bool, system: str, search: str
) -> None:
    monkeypatch.setattr(sys, "frozen", packed, raising=False)
    monkeypatch.setattr(sys, "platform", system)
    assert library._plugin_search() == search
