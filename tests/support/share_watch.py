"""Watches that nobody asks a folder on the thread of the windows, and that it can hang without harm."""

from __future__ import annotations

import builtins
import io
import os
import threading
from pathlib import Path
from typing import Any

import pytest

_ASKING = ((os, ("stat", "lstat", "listdir", "scandir", "open")), (io, ("open",)), (builtins, ("open",)))


class ShareWatch:
    """Notes each question about *folder* that comes on this thread; can hold every other one."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._folder = os.fspath(folder)
        self._here = threading.get_ident()
        self.asked_here: list[str] = []
        self.answers = threading.Event()
        self.answers.set()
        for module, names in _ASKING:
            for name in names:
                monkeypatch.setattr(module, name, self._watched(name, getattr(module, name)))

    def _watched(self, name: str, asked: Any) -> Any:
        def ask(*args: Any, **named: Any) -> Any:
            path = os.fspath(args[0]) if args and isinstance(args[0], (str, os.PathLike)) else ""
            if isinstance(path, str) and path.startswith(self._folder):
                if threading.get_ident() == self._here:
                    self.asked_here.append(f"{name} {path}")
                else:
                    self.answers.wait(60)
            return asked(*args, **named)

        return ask
