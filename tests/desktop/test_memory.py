from __future__ import annotations

import ctypes
import sys
from types import SimpleNamespace

import pytest

from lesson_player.desktop.memory import give_memory_back


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="other systems hand memory back by themselves"
)
def test_free_memory_is_handed_back(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: SimpleNamespace(malloc_trim=asked.append))
    give_memory_back()

    assert asked == [0]


def test_a_c_library_that_cannot_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    class Garbage:
        def __init__(self) -> None:
            self.me = self

    monkeypatch.setattr(ctypes, "CDLL", lambda _name: SimpleNamespace())
    monkeypatch.setattr(sys, "platform", "linux")
    Garbage()
    give_memory_back()

    import gc

    assert not any(isinstance(each, Garbage) for each in gc.get_objects())
