"""Where libVLC is looked for, and whether it looks for its plug-ins or trusts the package's list of them."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Self

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


class _InstallDir:
    """A key of the registry that names VLC's folder."""

    def __init__(self, folder: str) -> None:
        self.folder = folder

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        return None


def test_on_windows_the_users_own_key_names_no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = {"computer": r"C:\Program Files\VideoLAN\VLC", "user": r"C:\Users\me\planted"}
    registry = SimpleNamespace(
        HKEY_LOCAL_MACHINE="computer",
        HKEY_CURRENT_USER="user",
        OpenKey=lambda root, _key: _InstallDir(keys[root]),
        QueryValueEx=lambda key, _name: (key.folder, 1),
    )
    monkeypatch.setitem(sys.modules, "winreg", registry)
    monkeypatch.setattr(sys, "platform", "win32")
    assert library._windows_folders() == [Path(keys["computer"])]


def test_on_windows_without_vlc_no_folder_is_looked_into(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(_root: object, key: str) -> None:
        raise FileNotFoundError(key)

    registry = SimpleNamespace(HKEY_LOCAL_MACHINE="computer", OpenKey=none)
    monkeypatch.setitem(sys.modules, "winreg", registry)
    monkeypatch.setattr(sys, "platform", "win32")
    assert library._windows_folders() == []
