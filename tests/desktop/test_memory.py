from __future__ import annotations

import ctypes
import os
import subprocess
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


_PIECES = """
import ctypes, sys
from lesson_player.desktop.memory import keep_large_pieces_apart

class Facts(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in "arena ordblks smblks hblks hblkhd a b c d e".split()]

libc = ctypes.CDLL(None)
libc.malloc.restype = libc.mallinfo2.restype = ctypes.c_void_p
libc.malloc.argtypes, libc.free.argtypes = [ctypes.c_size_t], [ctypes.c_void_p]
libc.mallinfo2.restype = Facts
if sys.argv[1] == "apart":
    keep_large_pieces_apart()
libc.free(libc.malloc(4_000_000))  # from now on glibc by itself keeps pieces of this size
before = libc.mallinfo2().hblks
libc.malloc(4_000_000)
print(libc.mallinfo2().hblks - before)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a setting of glibc")
@pytest.mark.parametrize(("how", "asked_of_the_system"), [("apart", 1), ("usual", 0)])
def test_a_films_pictures_are_asked_of_the_system_and_given_back(how: str, asked_of_the_system: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _PIECES, how],
        env=os.environ | {"PYTHONPATH": "src"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert int(done.stdout) == asked_of_the_system
